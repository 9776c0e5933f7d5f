//! Words of a page: blanks as a browser would show them, hidden parts left out.

use scraper::{ElementRef, node::Element};

/// Tags whose content nobody reads as part of the page.
const UNSEEN: [&str; 16] = [
    "script", "style", "noscript", "template", "nav", "footer", "head", "svg", "iframe", "select",
    "button", "object", "textarea", "video", "audio", "math",
];

/// Whether an element is not shown, or only leads elsewhere.
pub(super) fn is_unseen(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default();
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    UNSEEN.contains(&element.name())
        || element.attr("hidden").is_some()
        || style.to_ascii_lowercase().contains("display:none")
}

/// Words that grow piece by piece.
#[derive(Debug, Default)]
pub(super) struct Words {
    written: String,
    /// Whether a blank stands before the next word, and whether a line of the source ends there.
    blank: bool,
    broken: bool,
    breaks: bool,
}

impl Words {
    /// Adds the text of a node.
    pub(super) fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                ' ' | '\t' | '\n' | '\r' | '\u{A0}' | '\u{2002}' | '\u{2003}' | '\u{3000}' => {
                    self.blank = true;
                    self.broken |= character == '\n';
                }
                '\u{200B}' | '\u{FEFF}' => {}
                _ => self.character(character),
            }
        }
    }

    fn character(&mut self, character: char) {
        let last = self.written.chars().next_back();
        if self.breaks && last.is_some() {
            self.written.push('\n');
        } else if self.blank && is_parted(last, character, self.broken) {
            self.written.push(' ');
        }
        (self.blank, self.broken, self.breaks) = (false, false, false);
        self.written.push(character);
    }

    /// Begins a new line.
    pub(super) fn line(&mut self) {
        self.breaks = true;
    }

    /// Takes the words so far.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(self).written
    }
}

/// Whether a blank is kept: Chinese words need none, and lines of the source break them anywhere, beside figures, too.
fn is_parted(last: Option<char>, next: char, broken: bool) -> bool {
    let Some(last) = last else { return false };
    let latin = |c: char| c.is_ascii_alphanumeric();
    if broken { latin(last) && latin(next) } else { last.is_ascii() || next.is_ascii() }
}

/// The words of an element, those of its own blocks each on a line.
pub(super) fn words(element: ElementRef<'_>) -> String {
    let mut words = Words::default();
    gather(element, &mut words);
    words.take()
}

fn gather(element: ElementRef<'_>, words: &mut Words) {
    for child in element.children() {
        if let Some(text) = child.value().as_text() {
            words.text(text);
        } else if let Some(child) = ElementRef::wrap(child).filter(|c| !is_unseen(c.value())) {
            let block = super::flow::is_block(child.value().name());
            if block || child.value().name() == "br" {
                words.line();
            }
            gather(child, words);
            if block {
                words.line();
            }
        }
    }
}
