//! Numbers that stand in a row share the words before the first and behind the last: 分别达到98.5%和90%左右.

use super::Comparator;
use super::beside::NumberContext;
use super::grammar::Rule;
use super::roles::Candidate;
use super::tokens::PhraseToken;

/// Lets every member of a list have what stands beside its ends.
pub(super) fn share(tokens: &[PhraseToken], candidates: &mut [Candidate]) {
    for list in candidates.chunk_by_mut(|one, next| adjoin(tokens, one, next)) {
        if list.len() > 1 {
            share_before(list);
            let loose =
                list.last().is_some_and(|last| last.beside.behind == Some(Comparator::Approx));
            if loose || !is_respective(tokens, list) {
                share_behind(list);
            }
        }
    }
}

/// Whether nothing but a pause or comma stands between two numbers, the second being without a verb of its own.
fn adjoin(tokens: &[PhraseToken], one: &Candidate, next: &Candidate) -> bool {
    let mut between = tokens.iter().take(next.at).skip(one.beside.last + 1);
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
    if rest.iter().all(|candidate| plain(&candidate.beside)) {
        for Candidate { beside, .. } in rest {
            beside.behind = last.behind;
            beside.turn = beside.turn.or(last.turn);
        }
    }
}
