//! The 规划 line and its fields.

use super::check::unknown_value;
use super::{ReaderContext, SyntaxReader};
use crate::syntax::grammar::{GrammarLine, LinePart, Shape};
use crate::syntax::layout::LineRole;
use crate::syntax::nearest::nearest_word;
use crate::syntax::terms::{Coverage, FIELDS, KeywordSet, PlanKind, Status, find_term};
use crate::syntax::{Field, FieldKey, PlanHead, ProblemKind};
use crate::text::Span;

/// A longer key is a sentence with a colon in it.
// The longest field has eight letters; a sentence that holds a colon is told as a line that cannot be read, not as a
// field.
const LONGEST_KEY: usize = 16;

impl SyntaxReader<'_> {
    pub(super) fn plan(&mut self, line: &GrammarLine<'_>) -> LineRole {
        self.forget_lost();
        self.close_table();
        let keyword = line.part(Shape::plan_word).unwrap_or(line.span);
        self.set.get_or_insert(KeywordSet::of(keyword.of(self.text)));
        // The first plan counts. What stands below the second is passed over in silence, since all of it follows
        // from this one slip.
        if self.tree.plan.is_some() {
            self.context = ReaderContext::Void;
            self.problem(ProblemKind::SecondPlan, keyword);
            return LineRole::Plan;
        }
        self.context = ReaderContext::Header;
        let title = self.title(line.parts);
        if title.is_none() {
            self.problem(ProblemKind::UnreadableLine, self.trimmed(line.span));
        }
        self.tree.plan =
            Some(PlanHead { keyword, title: title.unwrap_or_default(), fields: Vec::new() });
        LineRole::Plan
    }

    /// The title of a keyword line, without its quotes; one that never closes is a problem.
    pub(super) fn title(&mut self, parts: &[LinePart]) -> Option<Span> {
        let named = |part: &&LinePart| {
            matches!(
                part.shape,
                Shape::book | Shape::curly | Shape::corner | Shape::straight | Shape::plain
            )
        };
        if let Some(title) = parts.iter().find(named) {
            return Some(self.trimmed(title.span));
        }
        let loose = parts.iter().find(|part| part.shape == Shape::loose)?;
        let words = self.trimmed(loose.span);
        self.problem(ProblemKind::UnreadableLine, words);
        // Only the quote that opens is cut: the words behind it are the title all the same, and the findings need a
        // name.
        let quote = words.of(self.text).chars().next().map_or(0, char::len_utf8);
        Some(self.trimmed(Span::new(words.start as usize + quote, words.end as usize)))
    }

    pub(super) fn field(&mut self, line: &GrammarLine<'_>) -> LineRole {
        let key_span = line.part(Shape::key).unwrap_or_default();
        let words = key_span.of(self.text);
        let known = find_term(&FIELDS, words).map(|term| term.means);
        if known.is_some() && self.adopt_plan() {
            self.context = ReaderContext::Header;
        }
        match (self.context, known) {
            (ReaderContext::Header, Some(key)) => self.known_field(line, key, key_span),
            (ReaderContext::Header, None) if words.chars().count() <= LONGEST_KEY => {
                self.unknown_field(key_span);
            }
            // Fields below a plan that does not count have no problem of their own.
            (ReaderContext::Void, _) if words.chars().count() <= LONGEST_KEY => self.forget_lost(),
            (ReaderContext::Outside, Some(_)) => {
                self.forget_lost();
                self.context = ReaderContext::Void;
                self.problem(ProblemKind::UnreadableLine, self.trimmed(line.span));
                return LineRole::Raw;
            }
            _ => return self.unreadable(line),
        }
        LineRole::Field
    }

    fn known_field(&mut self, line: &GrammarLine<'_>, key: FieldKey, key_span: Span) {
        self.forget_lost();
        let end = Span { start: line.span.end, end: line.span.end };
        let value = self.trimmed(line.part(Shape::value).unwrap_or(end));
        let words = value.of(self.text);
        let set = self.set_for(key_span);
        let wrong = match key {
            FieldKey::Kind => unknown_value::<PlanKind>(words, set),
            FieldKey::Status => unknown_value::<Status>(words, set),
            FieldKey::Coverage => unknown_value::<Coverage>(words, set),
            _ => None,
        };
        if let Some(kind) = wrong {
            self.problem(kind, value);
        }
        if let Some(plan) = &mut self.tree.plan {
            plan.fields.push(Field { key, key_span, value });
        }
    }

    fn unknown_field(&mut self, key_span: Span) {
        self.forget_lost();
        let set = self.set_for(key_span);
        let nearest = nearest_word(key_span.of(self.text), &FIELDS, set);
        self.problem(ProblemKind::UnknownField { nearest }, key_span);
    }
}
