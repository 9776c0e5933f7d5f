//! Tags of web pages that stand in the middle of a Markdown line.

use crate::document::{LostKind, raised::raised};

/// What the tags that are open make of the words between them.
#[derive(Debug, Default)]
pub(super) struct Html {
    /// The tags whose words do not show, each with the one that opened first and whether that hides them.
    unseen: Vec<String>,
    hidden: bool,
    /// Where words begin that stand above the line.
    above: Option<usize>,
    /// Whether a line ended before the next word.
    broken: bool,
    /// What is not read.
    pub lost: Vec<LostKind>,
}

impl Html {
    /// Takes a tag; `text` are the words so far.
    pub(super) fn tag(&mut self, tag: &str, text: &mut String) {
        let inner = tag.trim_start_matches('<');
        let closes = inner.starts_with('/');
        let inner = inner.trim_start_matches('/');
        let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        if closes {
            return self.close(&name, text);
        }
        // Blanks are left out, for `text-decoration: line-through` and `text-decoration:line-through` are
        // one.
        let bare: String = inner.chars().filter(|c| !c.is_whitespace()).collect();
        let bare = bare.to_ascii_lowercase();
        let struck = matches!(&*name, "del" | "s" | "strike") || bare.contains("line-through");
        let hides = ["display:none", "visibility:hidden"].iter().any(|how| bare.contains(how));
        let hidden =
            hides || inner.split_whitespace().any(|word| word.trim_end_matches('>') == "hidden");
        match &*name {
            "br" => self.broken = true,
            // Only tags of the first one's name are counted inside it: pages leave others open, and one
            // of those must not hide the rest of a line.
            _ if self.unseen.first().is_some_and(|first| *first == name) => self.unseen.push(name),
            _ if self.unseen.is_empty() && (struck || hidden) => {
                self.hidden = hidden;
                self.unseen.push(name);
            }
            "sup" => self.above = Some(text.len()),
            _ => {}
        }
    }

    fn close(&mut self, name: &str, text: &mut String) {
        if self.unseen.first().is_some_and(|first| first == name) {
            self.unseen.pop();
        }
        if name == "sup"
            && let Some(start) = self.above.take().filter(|start| *start <= text.len())
        {
            let words = text.split_off(start);
            let words = raised(text.trim_start_matches('\u{3000}'), &words).into_owned();
            text.push_str(&words);
        }
    }

    /// Adds words, unless they do not show.
    pub(super) fn say(&mut self, words: &str, text: &mut String) {
        if !self.unseen.is_empty() {
            // Only numbers are missed: a hidden word of layout is no loss to a reader of plans.
            let numbers = self.hidden && words.contains(|c: char| c.is_ascii_digit());
            if numbers && self.lost.is_empty() {
                self.lost.push(LostKind::Hidden);
            }
            return;
        }
        if std::mem::take(&mut self.broken) {
            text.push_str(between_cell_lines(text, words, " "));
        }
        text.push_str(words);
    }
}

/// What parts two lines of a cell; `usual` unless a blank would make one number of two.
pub(super) fn between_cell_lines(before: &str, behind: &str, usual: &'static str) -> &'static str {
    // 60%<br>65% in one cell would read 60% 65%, or 6065 without a sign: two values have to stay two.
    let number = before.trim_end().ends_with(|c: char| c.is_numeric() || matches!(c, '%' | '％'));
    if number && behind.trim_start().starts_with(char::is_numeric) { "；" } else { usual }
}
