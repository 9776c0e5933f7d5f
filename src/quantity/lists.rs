//! Numbers that stand in a row share the words before the first and behind the last: 分别达到98.5%和90%左右.

use super::Comparator;
use super::candidate::Candidate;
use super::grammar::Rule;
use super::neighbours::NumberContext;
use super::tokens::PhraseToken;

/// Lets every member of a list have what stands beside its ends.
pub(super) fn share_list_words(tokens: &[PhraseToken], candidates: &mut [Candidate]) {
    for list in candidates.chunk_by_mut(|one, next| adjoin(tokens, one, next)) {
        share_before(list);
        let loose = list.last().is_some_and(|last| last.beside.behind == Some(Comparator::Approx));
        // 分别达到95%、98%以上 gives 以上 to the last alone: whoever wrote 分别 tells each number by itself.
        // 左右 loosens the whole list all the same, 分别达到95%和98%左右.
        if loose || !is_respective(tokens, list) {
            share_behind(list);
        }
    }
}

/// Whether nothing but a pause or comma stands between two numbers, the second being without a verb of its own.
fn adjoin(tokens: &[PhraseToken], one: &Candidate, next: &Candidate) -> bool {
    let mut between = tokens.iter().take(next.at).skip(one.beside.last + 1);
    // A verb of its own ends what the first verb leads: 达到95%、降至5%.
    !next.beside.taken
        && between
            .all(|token| matches!(token.rule, Rule::pause | Rule::gap) || token.rule == Rule::stop)
}

/// 分别达到95%、98%以上: each number has its own bound behind it; 左右 loosens all of them.
fn is_respective(tokens: &[PhraseToken], list: &[Candidate]) -> bool {
    let Some(first) = list.first() else { return false };
    let mut before = tokens.iter().take(first.at).skip(first.beside.first);
    before.any(|token| token.rule == Rule::respectively)
}

/// The verb before the first is that of all.
fn share_before(list: &mut [Candidate]) {
    let Some((first, rest)) = list.split_first_mut() else { return };
    for Candidate { beside, .. } in rest {
        // Nothing a member says itself is replaced: 超过3%、不低于6% are two signs.
        beside.verb = beside.verb.or(first.beside.verb);
        beside.sign = beside.sign.or(first.beside.sign);
        beside.turn = beside.turn.or(first.beside.turn);
        beside.link = beside.link.or(first.beside.link);
        beside.growth |= first.beside.growth;
        beside.grows |= first.beside.grows;
        beside.taken |= first.beside.taken;
    }
}

/// The word behind the last is that of all when no other has one.
fn share_behind(list: &mut [Candidate]) {
    let Some((Candidate { beside: last, .. }, rest)) = list.split_last_mut() else { return };
    let plain = |beside: &NumberContext| beside.behind.is_none();
    // Where one of the earlier ones has a word behind it, each speaks for itself, 60%以上、80%.
    if rest.iter().all(|candidate| plain(&candidate.beside)) {
        for Candidate { beside, .. } in rest {
            beside.behind = last.behind;
            beside.turn = beside.turn.or(last.turn);
        }
    }
}
