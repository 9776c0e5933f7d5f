//! A region as a plan writes it: its name, and as much of the way up as makes it unique (`徐州市/鼓楼区`).

/// The written name with the regions named above it.
#[derive(Clone, Debug)]
pub struct WrittenPath<'a> {
    /// The region's own name.
    pub name: &'a str,
    /// The names before it, nearest first.
    above: Vec<&'a str>,
}

impl<'a> WrittenPath<'a> {
    /// Takes written words apart.
    #[must_use]
    pub fn of(written: &'a str) -> Self {
        let mut steps = written.split('/').map(str::trim).rev();
        Self { name: steps.next().unwrap_or_default(), above: steps.collect() }
    }

    /// Whether the names above are found, in their order, on the way up from a region of this name.
    pub fn fits<'b>(&self, mut way_up: impl Iterator<Item = &'b str>) -> bool {
        // Steps may be left out: 江苏省/鼓楼区 skips the city, and as long as it fits one region only, that is
        // enough.
        self.above.iter().all(|step| way_up.any(|name| name == *step))
    }
}
