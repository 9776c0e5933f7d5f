//! The parts of a name that a sentence has said before the noun that ends it: 农业全产业链…，总产值超150亿元.

use std::cmp::Reverse;

use super::{
    lexicon::VERBS,
    names::{NameEntry, core},
    value_context::ValueContext,
};

/// Characters of the parts of a name that a sentence has named before: of one part, and of several together. Fewer are as often
/// part of another word.
const CARRIED: (usize, usize) = (3, 5);

/// What may begin the name that the noun beside a value ends.
pub(super) struct NameBeginning<'a> {
    words: [&'a str; 4],
    cores: [Vec<char>; 4],
    /// Whether the noun has stood behind a place or group of people.
    is_scoped: bool,
}

/// Where the first part of a name stands that is not said beside its value; the nearest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CarriedPlace {
    level: usize,
    distance: usize,
    longest: Reverse<usize>,
    /// How many characters of the name's beginning it is.
    pub front: usize,
}

impl<'a> NameBeginning<'a> {
    pub fn of(around: &ValueContext<'a>) -> Self {
        Self {
            words: around.above,
            cores: around.above.map(core),
            is_scoped: around.noun != around.beside,
        }
    }

    /// Where the parts of `name` stand that the clause does not say, where the noun beside the value is in those that it
    /// does: 农业全产业链…，总产值.
    pub fn carries(
        &self,
        entry: &NameEntry,
        name: &[char],
        own: &[char],
        beside: &[char],
    ) -> Option<CarriedPlace> {
        // One iterator for all characters: those of the noun must stand in the name in the order in which
        // the noun has them.
        let mut rest = entry.core.iter();
        let is_all = beside.iter().all(|own| rest.any(|character| character == own));
        if !is_all || !self.is_scoped && self.has_value(&entry.key) {
            return None;
        }
        let (mut missing, mut carried, mut place) = (0, Vec::new(), None);
        for run in unsaid_stretches(name, own) {
            // Names may differ in a number alone (PM10浓度, PM2.5浓度), so a number has to stand beside
            // its value and is never carried.
            if run.iter().any(char::is_ascii_digit) {
                return None;
            }
            let mut at = 0;
            // The longest stretch first: two characters of a part stand in more sentences than the whole
            // part, and mostly by chance.
            while at < run.len() {
                let lengths = (2..=run.len() - at).rev();
                let mut found = lengths.filter_map(|length| {
                    let part = run.get(at..at + length)?;
                    Some((length, self.place(part)?))
                });
                match found.next() {
                    Some((length, (level, distance))) => {
                        let front = if name.starts_with(run) && at == 0 { length } else { 0 };
                        let longest = Reverse(name.len());
                        // Where the first part stands decides between names: what follows it mostly
                        // stands in the same words.
                        place = place.or(Some(CarriedPlace { level, distance, longest, front }));
                        carried.push(length);
                        at += length;
                    }
                    None => (missing, at) = (missing + 1, at + 1),
                }
            }
        }
        let total: usize = carried.iter().sum();
        let (one, several) = CARRIED;
        let led =
            carried.len() == 1 && name.get(..total).is_some_and(|part| self.begins_part(part));
        // A part that a clause begins with is named on purpose, so two characters are enough there:
        // 粮食播种面积…、总产量.
        let enough = if carried.len() == 1 { total >= one || led } else { total >= several };
        let is_own = total < name.len() || beside.is_empty();
        // As in `matching`, one character in seven may be missing. A name that is carried whole is none
        // beside a noun, for then the noun has said nothing of it.
        place.filter(|_| enough && missing * 7 <= name.len() && is_own)
    }

    /// Whether the sentence has already given the indicator a value; once more it is another part of it: 家庭医生签约率达45%，
    /// 重点人群签约率达95%.
    fn has_value(&self, key: &str) -> bool {
        let [before, ..] = self.words;
        let behind = before.find(key).and_then(|at| before.get(at + key.len()..));
        let clause = behind.and_then(|behind| behind.split([',', ';']).next());
        clause.is_some_and(|clause| clause.contains(|c: char| c.is_ascii_digit()))
    }

    /// How far up a part stands, and how far from the end there.
    fn place(&self, part: &[char]) -> Option<(usize, usize)> {
        self.cores.iter().enumerate().find_map(|(level, above)| {
            let at = above.windows(part.len()).rposition(|window| window == part)?;
            Some((level, above.len() - at - part.len()))
        })
    }

    /// Whether the sentence has begun a part with these words, verbs aside: 确保粮食播种面积…、总产量….
    fn begins_part(&self, carried: &[char]) -> bool {
        let carried: String = carried.iter().collect();
        self.words.iter().flat_map(|words| words.split([',', '、', ';', ':'])).any(|part| {
            let mut rest = part;
            while !rest.starts_with(&carried) {
                match VERBS.begins(rest).and_then(|verb| rest.strip_prefix(verb)) {
                    Some(behind) => rest = behind,
                    None => return false,
                }
            }
            true
        })
    }
}

/// The stretches of a name that `own` does not say in pieces of at least two characters and in the order of the name, which
/// ends beside its value.
pub(super) fn unsaid_stretches<'a>(name: &'a [char], own: &[char]) -> Vec<&'a [char]> {
    // From the end, because the noun beside a value ends the name: 全市农村公路养护，养护率 must give 率
    // to the last 养护.
    let mut runs = Vec::new();
    let (mut end, mut to, mut run) = (name.len(), own.len(), name.len());
    while end > 0 {
        let lengths = (2..=end).rev();
        let mut found = lengths.filter_map(|length| {
            let piece = name.get(end - length..end)?;
            let place = own.get(..to)?.windows(length).rposition(|window| window == piece)?;
            Some((length, place))
        });
        match found.next() {
            Some((length, place)) => {
                runs.extend(name.get(end..run));
                (end, to) = (end - length, place);
                run = end;
            }
            None => end -= 1,
        }
    }
    runs.extend(name.get(..run));
    runs.retain(|run| !run.is_empty());
    runs.reverse();
    runs
}
