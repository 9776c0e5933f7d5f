//! Short stable ids of findings, made of their content.

use std::collections::HashMap;

use xxhash_rust::xxh3::Xxh3;

use crate::finding::{Draft, Subject};

/// Gives out ids; two findings of the same content are told apart by their order.
#[derive(Debug, Default)]
pub struct Fingerprints {
    seen: HashMap<u64, u64>,
}

impl Fingerprints {
    /// The id of a draft of `rule`: rule, plan, region, indicator, year and other party; never a line number.
    pub fn of(&mut self, rule: &str, draft: &Draft) -> String {
        // No line number and no value: a finding keeps its id when rows move and when the gap is
        // narrowed, and decisions name it by that id for years.
        let Subject { plan, region, indicator, year, other } = &draft.subject;
        let mut hash = Xxh3::new();
        for part in
            [Some(rule), plan.as_deref(), region.as_deref(), indicator.as_deref(), other.as_deref()]
        {
            hash.update(part.unwrap_or_default().as_bytes());
            // Without a sign between them a region 甲 with an indicator 乙丙 and a region 甲乙 with 丙
            // would be one.
            hash.update(&[0x1F]);
        }
        hash.update(year.map_or(String::new(), |year| year.to_string()).as_bytes());
        let content = hash.digest();
        let twins = self.seen.entry(content).or_default();
        let ordinal = *twins;
        *twins += 1;
        hash.update(&ordinal.to_le_bytes());
        // The first of several alike keeps the plain id, so that a second one further down does not
        // rename it.
        let id = if ordinal == 0 { content } else { hash.digest() };
        // Ten digits are short enough to be copied by hand. 40 bits leave about one chance in two
        // thousand that two of 30,000 findings share one; the number is a choice between the two.
        format!("{:010x}", id >> 24)
    }
}
