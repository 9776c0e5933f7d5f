//! Names that an archive gives to several of its entries: programs show one or the other, and nobody can say which is meant.

use std::collections::HashSet;

/// The end of the list of entries, and how one of the list begins.
const END: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";
/// How long the end is with the longest remark behind it, and an entry of the list without its words.
const LONGEST_END: usize = 22 + 0xFFFF;
const FIXED: usize = 46;

/// The names that stand more than once in the list of entries of an archive.
pub(super) fn twice(bytes: &[u8]) -> HashSet<Vec<u8>> {
    let mut found = HashSet::new();
    let mut seen: HashSet<&[u8]> = HashSet::new();
    let tail = bytes.get(bytes.len().saturating_sub(LONGEST_END)..).unwrap_or_default();
    // The last one, as programs look for it from the end; a remark may hold the same bytes before it.
    let end = tail.windows(END.len()).rposition(|window| window == END);
    let start = end.and_then(|end| long(tail, end.saturating_add(16)));
    let mut at = start.unwrap_or(usize::MAX);
    while bytes.get(at..).is_some_and(|rest| rest.starts_with(ENTRY)) {
        // At 28 the length of the name, at 30 and 32 those of the extra field and the remark. Read here because the
        // archive's reader keeps one entry for a name and forgets the other.
        let short =
            |offset: usize| two_byte_number(bytes, at.saturating_add(offset)).unwrap_or_default();
        let (name, rest) = (short(28), short(30).saturating_add(short(32)));
        let begin = at.saturating_add(FIXED);
        let Some(name) = bytes.get(begin..begin.saturating_add(name)) else { break };
        if !seen.insert(name) {
            found.insert(name.to_owned());
        }
        at = begin.saturating_add(name.len()).saturating_add(rest);
    }
    found
}

fn two_byte_number(bytes: &[u8], at: usize) -> Option<usize> {
    let pair = bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
    Some(usize::from(u16::from_le_bytes(pair)))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_counted_in_the_list_of_entries() {
        let entry = |name: &str| {
            let mut entry = [ENTRY, &[0; 42][..]].concat();
            entry[28] = name.len() as u8;
            [entry, name.as_bytes().to_vec()].concat()
        };
        let list = [entry("a"), entry("bc"), entry("a")].concat();
        let mut end = [END, &[0; 18][..]].concat();
        end[16] = 4;
        let archive = [b"PK\x03\x04".to_vec(), list, end].concat();
        assert_eq!(twice(&archive), HashSet::from([b"a".to_vec()]));
        assert!((0..archive.len()).all(|length| twice(&archive[..length]).len() <= 1));
        assert!(twice(b"").is_empty());
    }
}
