//! Words of a page: blanks as a browser would show them, hidden parts left out.

use std::borrow::Cow;

use scraper::{ElementRef, node::Element};

use crate::document::{LostKind, raised::raised};

/// Tags whose content nobody reads as part of the page.
const ASIDE: [&str; 14] = [
    "script", "style", "noscript", "template", "nav", "footer", "head", "iframe", "select",
    "button", "object", "textarea", "video", "audio",
];

/// How the words of an element look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HtmlLook {
    /// As any words.
    Plain,
    /// They are no part of the page, or only lead elsewhere.
    Aside,
    /// They are a drawing or a formula in tags of its own.
    Drawn,
    /// The page keeps them from being shown.
    Hidden,
    /// A line goes through them.
    Struck,
    /// They stand above the line.
    Raised,
}

/// How the words of an element look by its name and style.
pub(super) fn look_of_element(element: &Element) -> HtmlLook {
    let style = element.attr("style").unwrap_or_default();
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    let hidden = ["display:none", "visibility:hidden", "visibility:collapse"];
    match element.name() {
        "svg" | "math" => HtmlLook::Drawn,
        name if ASIDE.contains(&name) => HtmlLook::Aside,
        _ if element.attr("hidden").is_some() => HtmlLook::Hidden,
        _ if hidden.iter().any(|how| style.contains(how)) => HtmlLook::Hidden,
        "del" | "s" | "strike" => HtmlLook::Struck,
        _ if style.contains("line-through") => HtmlLook::Struck,
        "sup" => HtmlLook::Raised,
        _ if style.contains("vertical-align:super") => HtmlLook::Raised,
        _ => HtmlLook::Plain,
    }
}

/// Whether an element is not shown, or only leads elsewhere.
pub(super) fn is_unseen(element: &Element) -> bool {
    matches!(
        look_of_element(element),
        HtmlLook::Aside | HtmlLook::Drawn | HtmlLook::Hidden | HtmlLook::Struck
    )
}

/// What is lost where an element is not read: something when numbers stand in it that a reader may ask for.
pub(super) fn lost_in_element(element: ElementRef<'_>) -> Option<LostKind> {
    let kind = match look_of_element(element.value()) {
        HtmlLook::Hidden => LostKind::Hidden,
        HtmlLook::Drawn => LostKind::Object,
        _ => return None,
    };
    let digit = |words: &str| words.contains(|c: char| c.is_ascii_digit());
    element.text().any(digit).then_some(kind)
}

/// Words that grow piece by piece.
#[derive(Debug, Default)]
pub(super) struct HtmlWords {
    written: String,
    /// Whether a blank stands before the next word, and whether a line of the source ends there.
    blank: bool,
    broken: bool,
    breaks: bool,
}

impl HtmlWords {
    /// Adds the text of a node.
    pub(super) fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                // Blanks of every width only lay out: two of U+3000 begin a paragraph.
                ' ' | '\t' | '\n' | '\r' | '\u{A0}' | '\u{2002}' | '\u{2003}' | '\u{3000}' => {
                    self.blank = true;
                    self.broken |= character == '\n';
                }
                // Editors leave these where a paragraph begins.
                '\u{200B}' | '\u{FEFF}' if self.blank || self.written.is_empty() => {}
                _ => self.character(character),
            }
        }
    }

    fn character(&mut self, character: char) {
        let last = self.written.chars().next_back();
        if self.breaks && last.is_some() {
            self.written.push('\n');
        // Blanks are kept until the next word is known; at the end of a paragraph there is none.
        } else if self.blank && is_parted(last, character, self.broken) {
            self.written.push(' ');
        }
        (self.blank, self.broken, self.breaks) = (false, false, false);
        self.written.push(character);
    }

    /// Adds words that stand above the line.
    pub(super) fn raise(&mut self, words: &str) {
        match raised(&self.written, words) {
            Cow::Borrowed("") => {}
            Cow::Borrowed(words) => self.text(words),
            Cow::Owned(power) => self.written.push_str(&power),
        }
    }

    /// Begins a new line.
    pub(super) fn line(&mut self) {
        self.breaks = true;
    }

    /// Takes the words so far.
    pub(super) fn take(&mut self) -> String {
        // Editors leave signs of no width at the end, too, where nobody can see or delete them.
        let mut words = std::mem::take(self).written;
        words.truncate(words.trim_end_matches(['\u{200B}', '\u{FEFF}']).len());
        words
    }
}

/// Whether a blank is kept: Chinese words need none, and lines of the source break them anywhere, beside figures, too.
fn is_parted(last: Option<char>, next: char, broken: bool) -> bool {
    let Some(last) = last else { return false };
    let latin = |c: char| c.is_ascii_alphanumeric();
    if broken { latin(last) && latin(next) } else { last.is_ascii() || next.is_ascii() }
}

/// The words of an element, those of its own blocks each on a line, and what is lost in it.
pub(super) fn words_of_element(element: ElementRef<'_>) -> (String, Option<LostKind>) {
    let (mut words, mut missing) = (HtmlWords::default(), None);
    gather_words(element, &mut words, &mut missing);
    (words.take(), missing)
}

fn gather_words(element: ElementRef<'_>, words: &mut HtmlWords, missing: &mut Option<LostKind>) {
    for child in element.children() {
        if let Some(text) = child.value().as_text() {
            words.text(text);
        } else if let Some(child) = ElementRef::wrap(child) {
            if is_unseen(child.value()) {
                *missing = missing.or_else(|| lost_in_element(child));
                continue;
            }
            if look_of_element(child.value()) == HtmlLook::Raised {
                words.raise(&child.text().collect::<String>());
                continue;
            }
            let block = is_block(child.value().name());
            if block || child.value().name() == "br" {
                words.line();
            }
            gather_words(child, words, missing);
            if block {
                words.line();
            }
        }
    }
}

/// Whether a tag stands on lines of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "table"
            | "tr"
            | "section"
            | "article"
            | "main"
            | "header"
            | "aside"
            | "blockquote"
            | "pre"
            | "figure"
            | "figcaption"
            | "center"
            | "form"
            | "fieldset"
            | "address"
            | "hr"
            | "body"
            | "html"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
    )
}
