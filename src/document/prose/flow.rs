//! Verbs that belong to the name of what they change: 新增5000张床位 are no 5000张床位, and 减少农村贫困人口 is the opposite of its noun.

use crate::quantity::UnitDimension;

use super::{
    figures::FigureKind,
    lexicon::{FLOWS, OPENING, VERBS},
    prose_value::ProseValue,
};

/// Verbs that take away what they name.
// FLOWS holds more verbs (改造, 培训). Behind those a known noun still is what is counted; behind these
// and the next ones it would be the opposite, or a part of it, and a known name must not be given to the
// value.
const TAKING: [&str; 8] = ["减少", "淘汰", "压减", "削减", "化解", "拆除", "退出", "关停"];

/// Verbs that add to what they name, which is no stock then.
const ADDING: [&str; 5] = ["新增", "增加", "新筹集", "新认定", "新培育"];

/// The verb that is part of the name of a value whose noun begins at `noun`, in a clause that begins at `clause`: the one before
/// it, or in a list that of the first item: 淘汰钢铁2700万吨、水泥4200万吨.
pub fn flow(text: &str, clause: usize, value: &ProseValue, noun: usize) -> Option<&'static str> {
    if !counts_or_weighs(value) {
        return None;
    }
    let at = if value.leads { value.figure.start } else { noun };
    let before = text.get(value.own.0..at)?;
    // 再新增, 要淘汰: adverbs stand between a verb and a number that leads.
    let own = before.trim_end_matches(['再', '要']);
    if let Some(verb) = FLOWS.ends(own) {
        return Some(verb);
    }
    // Only the first item of a list has the verb. An item with words of its own before its noun has its
    // own verb or none, so the clause's beginning is asked only where there are none.
    let is_first = value.own.0 <= clause || !before.is_empty();
    if is_first { None } else { leading_change_verb(text.get(clause..value.own.0)?) }
}

/// Whether a verb takes away from what it names or adds to it, so that the noun alone would say something else.
pub fn is_verb_of_change(verb: &str) -> bool {
    TAKING.contains(&verb) || ADDING.contains(&verb)
}

/// The verb of change that words begin with, behind others that only lead to it: 今年要淘汰….
fn leading_change_verb(words: &str) -> Option<&'static str> {
    let mut rest = words;
    loop {
        if let Some(verb) = FLOWS.begins(rest) {
            return Some(verb);
        }
        let skipped = VERBS.begins(rest).or_else(|| OPENING.begins(rest))?;
        rest = rest.get(skipped.len()..)?;
    }
}

/// Whether a value counts or weighs things that come and go; shares and prices do not.
fn counts_or_weighs(value: &ProseValue) -> bool {
    let (FigureKind::Number(measure) | FigureKind::Numeral(measure)) = value.figure.kind else {
        return false;
    };
    matches!(
        measure,
        UnitDimension::Count
            | UnitDimension::People
            | UnitDimension::Area
            | UnitDimension::Length
            | UnitDimension::Amount
    )
}
