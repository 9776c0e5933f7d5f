//! Which of many names may be close to one: names that share no pair of characters are never looked at together.

use std::{cmp::Reverse, collections::HashMap};

use super::Likeness;

/// How many names are held against one at most: those that share the most pairs of characters. Plans state a few hundred
/// indicators; with fewer, a name could miss its closest in one of them.
const MOST_CANDIDATES: usize = 128;
/// How many names are looked up for one at most, its rarest pairs of characters first: as many as a plan of 500 rows needs
/// whose names all share 8 pairs; published ones share fewer.
const MOST_LOOKED_UP: usize = 1 << 12;

/// Names by their pairs of characters. To find what may be close to one takes no longer the more names there are.
#[derive(Clone, Debug, Default)]
pub struct NameIndex {
    holders: HashMap<[char; 4], Vec<usize>>,
}

impl NameIndex {
    /// The index of names, each known by its number in order.
    #[must_use]
    pub fn of<'a>(names: impl IntoIterator<Item = &'a Likeness>) -> Self {
        let mut holders: HashMap<[char; 4], Vec<usize>> = HashMap::new();
        for (at, name) in names.into_iter().enumerate() {
            for &pair in name.pairs() {
                holders.entry(pair).or_default().push(at);
            }
        }
        Self { holders }
    }

    /// The names that share the most pairs of characters with `name`, in order, and how many were looked up for them.
    #[must_use]
    pub fn near(&self, name: &Likeness) -> (Vec<usize>, usize) {
        let mut holders: Vec<&Vec<usize>> =
            name.pairs().iter().filter_map(|pair| self.holders.get(pair)).collect();
        // What few names hold says most; what all hold, such as 率 behind 盖, comes last.
        // The rarest pairs first, so that the bound on look-ups drops what would have said least.
        holders.sort_by_key(|holders| holders.len());
        let mut shared: Vec<usize> = Vec::new();
        for holders in holders {
            // Half of a list would count for the names that stand first in it alone.
            if !shared.is_empty() && shared.len() + holders.len() > MOST_LOOKED_UP {
                break;
            }
            shared.extend(holders.iter().take(MOST_LOOKED_UP));
        }
        let looked_up = shared.len();
        shared.sort_unstable();
        let mut counted: Vec<(usize, usize)> = shared
            .chunk_by(|one, other| one == other)
            .filter_map(|same| Some((same.len(), *same.first()?)))
            .collect();
        counted.sort_by_key(|&(count, at)| (Reverse(count), at));
        counted.truncate(MOST_CANDIDATES);
        // In the order of the names again: whoever compares them settles ties by it.
        let mut found: Vec<usize> = counted.into_iter().map(|(_, at)| at).collect();
        found.sort_unstable();
        (found, looked_up)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::NameKey;

    #[test]
    fn what_shares_most_is_found_among_many_and_the_work_is_bounded() {
        let own = |at: usize| char::from_u32(0x4E00 + u32::try_from(at).unwrap()).unwrap();
        let name = |at: usize, end: &str| {
            Likeness::of(&NameKey::of(&format!("居民收入{}增长{end}", own(at))))
        };
        let names: Vec<Likeness> = (0..10_000).map(|at| name(at, "率")).collect();
        let index = NameIndex::of(&names);
        for at in [0, 77, 9_999] {
            let (found, looked_up) = index.near(&name(at, "值"));
            assert!(found.contains(&at) && found.len() <= MOST_CANDIDATES, "{at}: {found:?}");
            assert!(looked_up <= MOST_LOOKED_UP, "{looked_up}");
        }
        assert_eq!(index.near(&Likeness::of(&NameKey::of("水"))).0, [0; 0]);
    }
}
