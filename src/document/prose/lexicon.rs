//! The words that plans put around names and values, as lists that can be asked what a text begins or ends with.

use std::{collections::HashMap, sync::LazyLock};

/// The lists.
const TEXT: &str = include_str!("lexicon.txt");

/// A list of words.
#[derive(Debug, Default)]
pub struct WordList {
    by_first: HashMap<char, Vec<&'static str>>,
    by_last: HashMap<char, Vec<&'static str>>,
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        $($(#[$doc])* pub static $name: LazyLock<WordList> = LazyLock::new(|| WordList::read($key));)*
    };
}

lists! {
    /// Words behind a number that say it is no quantity: 5年, 3岁, 第2版.
    NO_UNITS = "no_units";
    /// Names of what is counted in years.
    TIMED = "timed";
    /// Comparators and adverbs that stand between a name and its number.
    BETWEEN = "between";
    /// Words that compare: a noun before one is what the value is of.
    SIGNS = "signs";
    /// Words that say a value is a growth or decline.
    CHANGES = "changes";
    /// Words that open a clause and belong to no phrase.
    OPENING = "opening";
    /// Words behind the unit that belong to the value.
    BEHIND = "behind";
    /// Verbs and adverbs in front of a name: what is made, raised or done, and how.
    VERBS = "verbs";
    /// Verbs of making and gaining: a count behind one is of what is made.
    MAKING = "making";
    /// Verbs that belong to the name of what they change, for it is no stock: 新增学位, 改造危房.
    FLOWS = "flows";
    /// Endings of names that are shares, amounts of money and the like: with a comparator behind them they name what is measured.
    MEASURED = "measured";
    /// Where a name of a place or group of people ends that may stand as the scope of a value.
    PLACES = "places";
    /// Words that make all behind them in a sentence one of the past.
    PAST = "past";
    /// Words that make their clause one of the past, or an expectation.
    REACHED = "reached";
    /// Words that make a promise even of what is partly reached.
    PROMISING = "promising";
    /// Last words of the names of campaigns, which count in round numbers: 万名博士集聚行动.
    CAMPAIGNS = "campaigns";
    /// Verbs whose object is there already: 发挥15个实验区的作用.
    USING = "using";
    /// Words that only try: a value behind one is no promise.
    TRYING = "trying";
    /// Headings of parts that look back or around.
    BACKGROUND = "background";
    /// Headings where a plan begins to promise.
    TURNING = "turning";
    /// Endings of names that are set in relation to others.
    RELATED = "related";
    /// What a phrase without a number begins with.
    CUES = "cues";
    /// Nouns that count what is written or has been listed: 等5个方面, 22项指标.
    LISTED = "listed";
    /// Words that hold a character which else joins two names, compares or leads to a value.
    HELD = "held";
    /// Endings of names of works that are completed.
    WORKS = "works";
    /// Verbs that promise what is said to cover all.
    COVERING = "covering";
    /// Headings of parts that promise, wherever they stand.
    PLANNED = "planned";
    /// Words behind a year or a five-year plan that make it part of another name: “十五五”良好开局.
    NAMED_AFTER = "named_after";
}

impl WordList {
    /// Reads the list named `key`: the lines behind `key:` up to the next head.
    fn read(key: &str) -> Self {
        let mut list = Self::default();
        // A list ends at the next head, which stands at the edge as remarks do: words are told by the
        // blank before them.
        let head = |line: &&str| line.strip_suffix(':') == Some(key);
        let lines = TEXT.lines().skip_while(|line| !head(line)).skip(1);
        for word in lines.take_while(|line| line.starts_with(' ')).flat_map(str::split_whitespace) {
            let (first, last) = (word.chars().next(), word.chars().next_back());
            list.by_first.entry(first.unwrap_or_default()).or_default().push(word);
            list.by_last.entry(last.unwrap_or_default()).or_default().push(word);
        }
        list
    }

    /// All its words.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        // The order is that of a hash map. It serves questions that any word may answer, and automata;
        // who needs an order sorts.
        self.by_first.values().flatten().copied()
    }

    /// Whether `word` is one of them.
    pub fn holds(&self, word: &str) -> bool {
        self.begins(word) == Some(word)
    }

    /// The longest of the words that `text` begins with.
    pub fn begins(&self, text: &str) -> Option<&'static str> {
        // The longest, or 建设完成场馆 would keep 完成 in its name.
        let words = self.by_first.get(&text.chars().next()?)?.iter().copied();
        words.filter(|word| text.starts_with(word)).max_by_key(|word| word.len())
    }

    /// The longest of the words that `text` ends with.
    pub fn ends(&self, text: &str) -> Option<&'static str> {
        let words = self.by_last.get(&text.chars().next_back()?)?.iter().copied();
        words.filter(|word| text.ends_with(word)).max_by_key(|word| word.len())
    }

    /// Where the first of the words stands in `text`.
    pub fn find(&self, text: &str) -> Option<usize> {
        let begins = |at: &usize| text.get(*at..).is_some_and(|rest| self.begins(rest).is_some());
        text.char_indices().map(|(at, _)| at).find(begins)
    }

    /// Whether `text` holds one of the words.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }
}

/// Whether `text` holds one of `words`.
pub fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The longest word of `words` that `text` ends with.
pub fn longest_ending<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    words.iter().copied().filter(|word| text.ends_with(word)).max_by_key(|word| word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_list_holds_a_word_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for line in TEXT.lines().filter(|line| !line.starts_with('#')) {
            if !line.starts_with(' ') {
                seen.clear();
            }
            for word in line.split_whitespace() {
                assert!(seen.insert(word), "{word}");
            }
        }
    }

    #[test]
    fn the_longest_word_counts() {
        assert_eq!(VERBS.begins("建设完成场馆"), Some("建设完成"));
        assert_eq!(BETWEEN.ends("总产量稳定在"), Some("稳定在"));
        assert!(PAST.is_in("五年来全市新增"));
    }
}
