//! Fields, whose instruction is no text and whose result is.

/// The fields that are open: whether each is still in its instruction.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<bool>,
    instructions: usize,
}

impl Fields {
    /// Takes a mark of a field: where it begins, where its result does, where it ends.
    pub(super) fn take(&mut self, kind: &str) {
        let ended = match kind {
            "begin" => {
                self.open.push(true);
                self.instructions += 1;
                false
            }
            "separate" => self.open.last_mut().is_some_and(std::mem::take),
            "end" => self.open.pop().unwrap_or_default(),
            _ => false,
        };
        self.instructions -= usize::from(ended);
    }

    /// Ends all instructions: a field that lost its end must not swallow what follows.
    pub(super) fn settle(&mut self) {
        self.open.iter_mut().for_each(|instruction| *instruction = false);
        self.instructions = 0;
    }

    /// Whether words that stand here are an instruction.
    pub(super) fn instruct(&self) -> bool {
        self.instructions > 0
    }
}
