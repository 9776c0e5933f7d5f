//! Lines outside the grid of a table: keywords, fields, groups, footnotes, and the comment behind any of them.

use super::Printer;
use crate::syntax::cell::trimmed_cell;
use crate::syntax::grammar::Shape;
use crate::syntax::layout::LaidLine;
use crate::syntax::terms::KeywordSet;

impl<'a> Printer<'a> {
    pub(super) fn keyword(&self, line: &LaidLine, out: &mut String) {
        let word = self.part(line, Shape::plan_word).or_else(|| self.part(line, Shape::table_word));
        out.push_str(self.rewriter.keyword(word.unwrap_or_default()));
        if let Some(title) = self.part(line, Shape::title) {
            out.push(' ');
            out.push_str(title);
        }
        self.remark_behind(line, out);
    }

    pub(super) fn field(&self, line: &LaidLine, out: &mut String) {
        let key = self.part(line, Shape::key).unwrap_or_default();
        out.push_str(self.rewriter.field(key));
        out.push(':');
        if let Some(value) = self.part(line, Shape::value).filter(|value| !value.is_empty()) {
            out.push(' ');
            out.push_str(self.rewriter.field_value(key, value));
        }
        self.remark_behind(line, out);
    }

    pub(super) fn group(&self, line: &LaidLine, out: &mut String) {
        out.push('[');
        out.push_str(self.part(line, Shape::group_name).unwrap_or_default());
        out.push(']');
        self.remark_behind(line, out);
    }

    pub(super) fn note(&self, line: &LaidLine, out: &mut String) {
        let value = self.part(line, Shape::value).unwrap_or_default();
        if let Some(word) = self.part(line, Shape::note_word) {
            let (word, number) = self.rewriter.note(word);
            out.push_str(word);
            out.push_str(number);
            match KeywordSet::of(word) {
                KeywordSet::Chinese => out.push('：'),
                KeywordSet::English if value.is_empty() => out.push(':'),
                KeywordSet::English => out.push_str(": "),
            }
        }
        out.push_str(value);
        self.remark_behind(line, out);
    }

    pub(super) fn remark(&self, line: &LaidLine) -> Option<&'a str> {
        self.part(line, Shape::remark)
    }

    pub(super) fn remark_behind(&self, line: &LaidLine, out: &mut String) {
        if let Some(remark) = self.remark(line) {
            out.push_str("  ");
            out.push_str(remark);
        }
    }

    /// The words of the first part of a shape, trimmed.
    fn part(&self, line: &LaidLine, shape: Shape) -> Option<&'a str> {
        let part = self.layout.parts(line).iter().find(|part| part.shape == shape)?;
        Some(trimmed_cell(self.text, part.span).of(self.text))
    }
}
