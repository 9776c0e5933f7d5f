//! The register of Chinese divisions from the nation down to counties: read once, when the first name asks for it.

use std::{collections::HashMap, sync::LazyLock};

use super::super::WrittenPath;

/// The table; its head names the source and its licence.
const TEXT: &str = include_str!("regions.csv");

/// Names one division of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Division(u32);

/// One line of the table.
struct Line {
    code: &'static str,
    name: &'static str,
    tier: &'static str,
    above: Option<Division>,
}

/// All divisions by their names.
pub struct Register {
    lines: Vec<Line>,
    by_name: HashMap<&'static str, Vec<Division>>,
}

/// The built-in register.
#[must_use]
pub fn register() -> &'static Register {
    static REGISTER: LazyLock<Register> = LazyLock::new(|| Register::read(TEXT));
    &REGISTER
}

impl Register {
    /// Reads the table; a division stands below the one above it.
    fn read(text: &'static str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
        let mut read = Self { lines: Vec::new(), by_name: HashMap::new() };
        let mut by_code: HashMap<&str, Division> = HashMap::new();
        for line in lines {
            let mut cells = line.split(',');
            let mut cell = || cells.next().unwrap_or_default();
            let (code, name, tier, above) = (cell(), cell(), cell(), cell());
            let division = Division(u32::try_from(read.lines.len()).unwrap_or(u32::MAX));
            by_code.insert(code, division);
            read.by_name.entry(name).or_default().push(division);
            read.lines.push(Line { code, name, tier, above: by_code.get(above).copied() });
        }
        read
    }

    /// The divisions that a name, or as much of a path as is written, means.
    #[must_use]
    pub fn find(&self, path: &WrittenPath) -> Vec<Division> {
        let namesakes = self.by_name.get(path.name).into_iter().flatten().copied();
        namesakes
            .filter(|&division| path.fits(self.line(division).skip(1).map(|d| self.name(d))))
            .collect()
    }

    /// A division and those above it, nearest first.
    pub fn line(&self, division: Division) -> impl Iterator<Item = Division> {
        std::iter::successors(Some(division), |&division| self.above(division))
    }

    fn get(&self, division: Division) -> Option<&Line> {
        self.lines.get(division.0 as usize)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self, division: Division) -> &'static str {
        self.get(division).map_or("", |line| line.name)
    }

    /// The first name of its tier: 国家, 省, 市 or 县.
    #[must_use]
    pub fn tier(&self, division: Division) -> &'static str {
        self.get(division).map_or("", |line| line.tier)
    }

    /// Its code.
    #[must_use]
    pub fn code(&self, division: Division) -> &'static str {
        self.get(division).map_or("", |line| line.code)
    }

    /// The division above it.
    #[must_use]
    pub fn above(&self, division: Division) -> Option<Division> {
        self.get(division).and_then(|line| line.above)
    }

    /// The names of all divisions, in the order of the table.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.lines.iter().map(|line| line.name)
    }

    /// How many divisions there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }
}
