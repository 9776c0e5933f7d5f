//! Fields, whose instruction is no text and whose result is.

/// More of an instruction is not needed to know its kind.
const KNOWN: usize = 64;

/// The fields that are open.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<DocxField>,
    instructions: usize,
}

/// A field that is open.
#[derive(Debug, Default)]
struct DocxField {
    /// Whether what stands here still tells it what to show.
    instruction: bool,
    /// How its instruction begins.
    told: String,
    /// Whether its result lists headings and their pages.
    lists: bool,
}

impl Fields {
    /// Takes a mark of a field: where it begins, where its result does, where it ends.
    pub(super) fn take(&mut self, kind: &str) {
        // Fields stand in each other (a page number inside a table of contents), so the innermost one
        // that is open takes each mark.
        let ended = match kind {
            "begin" => {
                self.open.push(DocxField { instruction: true, ..DocxField::default() });
                self.instructions += 1;
                false
            }
            // What kind of field it is can be told only when its instruction is over.
            "separate" => self.open.last_mut().is_some_and(|field| {
                field.lists = field.told.trim_start().starts_with("TOC");
                std::mem::take(&mut field.instruction)
            }),
            "end" => self.open.pop().is_some_and(|field| field.instruction),
            _ => false,
        };
        self.instructions -= usize::from(ended);
    }

    /// Takes words of the instruction at hand.
    pub(super) fn tell(&mut self, words: &str) {
        // Cut, for a formula as an instruction may be as long as its author liked.
        if let Some(field) = self.open.last_mut().filter(|field| field.told.len() < KNOWN) {
            field.told.extend(words.chars().take(KNOWN));
        }
    }

    /// Ends all instructions: a field that lost its end must not swallow what follows.
    pub(super) fn settle(&mut self) {
        self.open.iter_mut().for_each(|field| field.instruction = false);
        self.instructions = 0;
    }

    /// Whether words that stand here are an instruction.
    pub(super) fn instruct(&self) -> bool {
        self.instructions > 0
    }

    /// Whether what stands here lists headings and their pages.
    pub(super) fn lists(&self) -> bool {
        self.open.iter().any(|field| field.lists)
    }
}
