//! The words around a value that can name what it is of.

use super::{
    clauses::{Clause, last_of},
    names::{NameEntry, NameOccurrence},
    noun::{general_measure, noun_beside_value, noun_without_deed},
    prose_value::ProseValue,
    reader::PassageReader,
    scope,
    value_context::ValueContext,
};

/// Bytes of a sentence before a clause that may name what its value is of.
// About three hundred characters. It is a bound and no measure: without one, each value of an item that
// repeats 渠道防渗率达到70% thousands of times would be held against all that stands before it, and time
// would grow with the square.
const CONTEXT: usize = 900;

impl PassageReader<'_> {
    /// The words around a value that can name what it is of.
    pub(super) fn around<'b>(&'b self, clause: &Clause, value: &'b ProseValue) -> ValueContext<'b> {
        let plain = self.plain();
        let noun = noun_without_deed(self.text(), noun_beside_value(self.text(), value));
        let (start, mut end) = scope::noun_without_place(self.text(), noun);
        // 44个乡镇全部完成验收: what all of them do is not what they are.
        end = plain.get(start, end).find("全部").filter(|at| *at > 0).map_or(end, |at| start + at);
        let leads = value.leads && value.words.is_none();
        let number = leads.then_some(value.figure.start);
        let given = value.words.as_deref().and_then(|words| self.setting.names.named(words));
        let whole = match &value.words {
            Some(_) => given.map(|entry| (entry, value.own.0)),
            None => self.whole(value.own, noun, number),
        };
        ValueContext {
            whole,
            own: value.words.as_deref().unwrap_or_else(|| plain.get(value.own.0, value.own.1)),
            above: [
                last_of(plain.get(clause.item.0, value.own.0), CONTEXT),
                // In the leading sentence itself the lead holds the value, and words behind a value begin
                // no name of it.
                if self.lead.0 == clause.sentence.0 {
                    ""
                } else {
                    plain.get(self.lead.0, self.lead.1)
                },
                &self.passage.heading.text,
                self.behind(value.own.1, clause.item.1, plain.get(start, end)),
            ],
            front: "",
            leading: leads.then(|| value.figure.start.saturating_sub(value.own.0)),
            beside: plain.get(start, end),
            noun: plain.get(noun.0, noun.1),
        }
    }

    /// The longest known name among the words `own` that is what `noun` is about: its end, or where a number leads or a place
    /// follows its beginning. Behind a name the words that compare may go on with it: 生产总值年均增长.
    pub(super) fn whole(
        &self,
        own: (usize, usize),
        noun: (usize, usize),
        number: Option<usize>,
    ) -> Option<(&NameEntry, usize)> {
        let length = self.plain().get(noun.0, noun.1).chars().count();
        let is_head = |found: &&NameOccurrence<'_>| {
            let rest = self.plain().get(found.end, noun.1);
            let begins = found.start <= noun.0 && found.end <= noun.1;
            let is_own = own.0 <= found.start && found.end <= own.1;
            // 研发经费占国内生产总值的比例 is no 国内生产总值, but 渠道防渗率已 is little more than its name.
            // Three fifths of the noun are a choice between the two examples; what is longer by more is
            // another thing.
            let is_most = found.entry.core.len() * 5 >= length * 3;
            let leads_on = number.is_some() || rest.starts_with(['在', '向', '对', '(']);
            // A number that leads shuts out the names before it: in 新建学校3所和5个公园 those belong to
            // the value before.
            let is_behind = number.is_none_or(|number| number <= found.start);
            is_own && is_behind && (found.end >= noun.1 || begins && (is_most || leads_on))
        };
        let heads = self.found_in(own.0, own.1).iter().filter(is_head);
        let longest = heads
            .min_by_key(|found| (found.end < noun.1, found.start, std::cmp::Reverse(found.end)))?;
        Some((longest.entry, longest.start))
    }

    /// What stands behind a clause, where the noun beside its value says nothing by itself: the next clause, and behind a place
    /// without a name the rest of the item.
    fn behind(&self, from: usize, to: usize, noun: &str) -> &str {
        let words = self.plain().get(from, to).trim_start_matches(',');
        let next = words.split(',').next().unwrap_or_default();
        match noun {
            "区域" | "范围" => words,
            _ if general_measure(noun).is_some() && !next.starts_with("其中") => next,
            _ => "",
        }
    }
}
