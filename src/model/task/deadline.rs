//! Deadlines as plans write them: `2025`, `2025年底前`, `“十四五”末`, `长期`.

use crate::{
    model::years::{When, read_when},
    quantity::{ReadingKind, read_phrase},
};

/// When a task is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// By the end of a year.
    Year(i32),
    /// Never: it goes on.
    Open,
    /// Not said.
    Unsaid,
    /// Words that say no year.
    Unreadable,
}

/// Words of tasks that go on.
const OPEN: [&str; 9] =
    ["长期", "持续", "常态", "常年", "每年", "逐年", "ongoing", "long-term", "continuous"];

/// What may stand behind a year or a period.
const BEHIND: [&str; 10] = ["底前", "底", "末", "内", "前", "完成", "建成", "规划期", "规划", "期"];

impl Deadline {
    /// Reads a cell.
    pub(super) fn of(words: &str) -> Self {
        let words = words.trim();
        // Before years are read: 2025年起长期坚持 has a year and no end.
        if OPEN.iter().any(|open| words.to_lowercase().contains(open)) {
            return Self::Open;
        }
        match read_when(without_end_words(words)) {
            When::Year(year) | When::Span(_, year) => Self::Year(year),
            When::Yearly => Self::Open,
            When::Unsaid => Self::Unsaid,
            When::Unreadable => match read_phrase(words).kind {
                ReadingKind::Absent | ReadingKind::Placeholder => Self::Unsaid,
                _ => Self::Unreadable,
            },
        }
    }

    /// The year, when it says one.
    #[must_use]
    pub fn year(self) -> Option<i32> {
        match self {
            Self::Year(year) => Some(year),
            _ => None,
        }
    }
}

/// `“十四五”末` is `“十四五”`.
fn without_end_words(words: &str) -> &str {
    let behind =
        |words: &str| BEHIND.iter().find_map(|word| words.strip_suffix(word).map(str::len));
    // “十四五”规划期末: several of them follow each other, so they are taken off until none is left.
    let mut rest = words;
    while let Some(shorter) = behind(rest).and_then(|end| rest.get(..end)) {
        rest = shorter.trim_end();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_are_read_in_all_their_forms() {
        for words in ["2025", "2025年底", "2025年12月底前", "“十四五”", "“十四五”期末", "2021—2025"]
        {
            assert_eq!(Deadline::of(words), Deadline::Year(2025), "{words}");
        }
        assert_eq!(Deadline::of("长期"), Deadline::Open);
        assert_eq!(Deadline::of("2021年起长期坚持"), Deadline::Open);
        assert_eq!(Deadline::of("—"), Deadline::Unsaid);
        assert_eq!(Deadline::of("待定"), Deadline::Unsaid);
        assert_eq!(Deadline::of("抓紧办理"), Deadline::Unreadable);
    }
}
