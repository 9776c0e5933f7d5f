//! Whether words may state a target at all: most sentences of a plan hold nothing that one could be read from.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use crate::quantity::value_signs;

use super::{
    ahead, direction,
    lexicon::CUES,
    named_phrase::{ALIKE, cue_mostly_joins},
    wordless_values,
};

/// What values and targets without a number hold.
// A yes that is wrong costs only time, a no that is wrong costs a target unseen: what any reader asks for
// must stand here.
static SIGNALS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    // What only joins says nothing, and 应 is told by 尽, which belongs to it.
    let cues = CUES.words().filter(|word| !cue_mostly_joins(word) && *word != "应");
    let words = cues.chain(ALIKE).chain(wordless_values::WORDS).map(String::from);
    let words = words.chain(ahead::ahead_cues()).chain(direction::direction_cues());
    let words = words.chain(value_signs());
    AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(words).ok()
});

/// Whether words may state a target.
pub fn may_state(words: &str) -> bool {
    wordless_values::one_each(words)
        || SIGNALS.as_ref().is_none_or(|signals| signals.is_match(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_state_a_target_is_told_from_what_may() {
        for words in ["绿地率达到43%", "收入与经济同步", "所有村达到标准", "一市一脑", "新建三座桥"]
        {
            assert!(may_state(words), "{words}");
        }
        for words in ["坚持统一规划", "完善基础设施和公共服务", "与周边地区加强合作"]
        {
            assert!(!may_state(words), "{words}");
        }
    }
}
