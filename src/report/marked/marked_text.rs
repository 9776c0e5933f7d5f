//! A text with what was made of its numbers.

use serde::Serialize;

use crate::{engine::LaidText, text::Span, words::Language};

/// A text with what was made of its numbers.
#[derive(Clone, Debug)]
pub struct MarkedText<'a> {
    /// The language of the page's own words.
    pub language: Language,
    /// The file as shown.
    pub file: &'a str,
    /// The title, or the name of the file.
    pub title: &'a str,
    /// The text; spans of the layout and of the marks lie in it.
    pub text: &'a str,
    /// Its blocks.
    pub layout: &'a LaidText,
    /// One for each number, in the order of the text.
    pub marks: &'a [NumberMark],
    /// The kinds in the order of the legend.
    pub kinds: &'a [&'static str],
    /// What became of the numbers, in one sentence.
    pub accounted: &'a str,
    /// The numbers that nobody read.
    pub left: &'a [Left],
    /// What else was not read, one sentence each.
    pub lost: &'a [String],
}

/// What was made of one number.
#[derive(Clone, Debug)]
pub struct NumberMark {
    /// Its stretch of the text.
    pub span: Span,
    /// The key of its kind: one of the kinds of the page, and a term.
    pub kind: &'static str,
    /// What it says, or why it is set aside.
    pub said: String,
}

/// A number that nobody read.
#[derive(Clone, Debug, Serialize)]
pub struct Left {
    /// Which of the marks it is, from 0.
    pub mark: usize,
    /// Where it stands.
    pub at: String,
    /// The words around it.
    pub clause: String,
}
