//! Lines that cannot be read, and what the next line makes of them.

use super::{ReaderContext, SyntaxReader, lost_line::LostLine};
use crate::{
    syntax::{
        PlanHead, ProblemKind, TableKind,
        column::is_any_head,
        grammar::{GrammarLine, Shape, reread},
        layout::LineRole,
        nearest::nearest_word,
        terms::KEYWORDS,
    },
    text::Span,
};

impl SyntaxReader<'_> {
    pub(super) fn unreadable(&mut self, line: &GrammarLine<'_>) -> LineRole {
        self.forget_lost();
        let span = self.trimmed(line.span);
        let problem = self.tree.problems.len();
        self.problem(ProblemKind::UnreadableLine, span);
        // 指表标 above a head is a misspelt keyword; above nothing it is a line of prose. Only the next line tells
        // the two apart.
        self.lost = Some(LostLine { span, problem, allows: self.tree.allows.len() });
        LineRole::Raw
    }

    /// The unreadable line above is just that: the allows above it cover nothing.
    pub(super) fn forget_lost(&mut self) {
        if let Some(lost) = self.lost.take() {
            self.waiting = self.waiting.max(lost.allows);
        }
    }

    /// Rows outside a table open one of unknown kind; the unreadable line above them stands for its keyword.
    pub(super) fn open_unknown(&mut self, line: &GrammarLine<'_>) {
        let keyword = match self.lost.take() {
            Some(lost) => {
                let words = self.first_word(lost.span);
                let set = self.set_for(words);
                self.unknown_keyword(lost, nearest_word(words.of(self.text), &KEYWORDS, set));
                lost.span
            }
            None => {
                let span = self.row_span(line);
                self.problem(ProblemKind::UnreadableLine, span);
                span
            }
        };
        self.close_table();
        self.push_table(TableKind::Unknown, keyword, None);
    }

    /// A field below an unreadable line makes that line the plan's, when the file has no plan.
    pub(super) fn adopt_plan(&mut self) -> bool {
        // Known fields below a line that cannot be read: that line was the plan's. In a header the fields have a
        // plan already.
        if self.tree.plan.is_some()
            || matches!(self.context, ReaderContext::Header | ReaderContext::Void)
        {
            return false;
        }
        let Some(lost) = self.lost.take() else { return false };
        self.close_table();
        let keyword = self.first_word(lost.span);
        let set = self.set_for(keyword);
        self.unknown_keyword(lost, Some(PlanHead::word(set).to_owned()));
        let title = self.title_behind(Span { start: keyword.end, end: lost.span.end });
        self.tree.plan = Some(PlanHead { keyword, title, fields: Vec::new() });
        let end = self.tree.allows.len();
        for allow in self.tree.allows.get_mut(self.waiting..end).unwrap_or_default() {
            allow.covers = crate::syntax::Covers::File;
        }
        self.waiting = end;
        true
    }

    /// Whether a row reads like the head of some table: two of its cells can only be heads.
    pub(super) fn reads_like_head(&self, line: &GrammarLine<'_>) -> bool {
        let cells = self.cell_spans(line);
        // One known word may be a value: a row of tasks can hold 目标. Two of them in one row are a head.
        cells.filter(|cell| is_any_head(cell.of(self.text))).take(2).count() == 2
    }

    fn unknown_keyword(&mut self, lost: LostLine, nearest: Option<String>) {
        if let Some(problem) = self.tree.problems.get_mut(lost.problem) {
            problem.kind = ProblemKind::UnknownKeyword { nearest };
        }
    }

    fn title_behind(&mut self, rest: Span) -> Span {
        let mut parts = Vec::new();
        // The line has had its problem, and a quote that never closes in it is no second one.
        self.flagged = true;
        let read = reread(self.text, rest, Shape::rest, &mut parts);
        let title = read.and_then(|_| self.title(&parts));
        self.flagged = false;
        title.unwrap_or(Span { start: rest.end, end: rest.end })
    }

    /// The words of a line up to white space, a colon or a quote.
    fn first_word(&self, line: Span) -> Span {
        let words = line.of(self.text);
        let ends = |character: char| {
            character.is_whitespace()
                || matches!(character, ':' | '：' | '《' | '“' | '「' | '"' | '＂')
        };
        let length = words.find(ends).unwrap_or(words.len());
        Span::new(line.start as usize, line.start as usize + length)
    }
}
