//! A share of something that a thing shall cover, named by both: 网点改造覆盖30%的行政村.

use crate::quantity::UnitDimension;

use super::{
    clauses::Clause, figures::FigureKind, named_phrase::start_of_name, prose_value::ProseValue,
    reader::PassageReader,
};

impl PassageReader<'_> {
    /// What a share of something is covered by: 网点改造覆盖30%的行政村, 养老服务试点扩大到全市60%的乡镇.
    pub(super) fn covered_share(&self, clause: &Clause, value: &ProseValue) -> Option<String> {
        let plain = self.plain();
        let is_share = value.leads && value.figure.kind == FigureKind::Number(UnitDimension::Share);
        let before = plain.get(clause.start, value.figure.start);
        // 全市60%的乡镇: whose villages they are is said of the plan anyway, and would part the verb from
        // its number.
        let bare = ["全国", "全省", "全市", "全县"].iter().find_map(|of| before.strip_suffix(of));
        let bare = bare.unwrap_or(before);
        let verb =
            ["覆盖", "扩大到", "推广到", "拓展到"].into_iter().find(|verb| bare.ends_with(verb));
        let verb = verb.filter(|_| is_share)?;
        let start =
            start_of_name(self.text(), clause.start, clause.start + bare.len() - verb.len());
        let subject = plain.get(start, clause.start + bare.len() - verb.len());
        let whom = plain.get(value.figure.end, value.own.1);
        let whom = whom.strip_prefix('的').unwrap_or(whom);
        // A subject of one or two characters is the rest of a verb. Whom it covers is a kind of place or
        // people: a dozen characters are a choice, more hold a clause of their own.
        let fits = subject.chars().count() > 2 && (1..12).contains(&whom.chars().count());
        fits.then(|| format!("{subject}覆盖{whom}"))
    }
}
