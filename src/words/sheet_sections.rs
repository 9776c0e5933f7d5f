//! What a sheet says of its rule, under heads.

use crate::{config::Language, rulebook::Wording};

/// What the rule finds, why that matters, how to mend it and what it knowingly misses, each with its head.
#[must_use]
pub fn about_rule(language: Language, wording: &Wording) -> [(&'static str, &str); 4] {
    [
        (language.pick("查什么", "What"), &wording.what),
        (language.pick("为什么", "Why"), &wording.why),
        (language.pick("怎么改", "Remedy"), &wording.remedy),
        (language.pick("不查什么", "Limits"), &wording.limits),
    ]
}
