//! English words, looked at from one of them on.

/// The words of a text from a place on.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordCursor<'a> {
    /// The text.
    pub text: &'a str,
    /// The place.
    pub at: usize,
}

impl<'a> WordCursor<'a> {
    /// A line that prose is broken at is no shorter, in bytes; shorter ones are cells.
    // A line end tears a phrase of prose, one in<br>five, but parts the cells of a text table, whose lines are
    // short.
    const LINE: usize = 40;

    pub(super) fn rest(self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The word that stands here; empty before anything but a letter.
    pub(super) fn word(self) -> &'a str {
        let rest = self.rest();
        let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        rest.get(..length).unwrap_or_default()
    }

    /// The word before this one, in the same line.
    pub(super) fn last(self) -> &'a str {
        let before = self.text.get(..self.at).unwrap_or_default();
        let before = before.trim_end_matches(' ');
        let length = before.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
        before.get(before.len() - length..).unwrap_or_default()
    }

    /// Behind the word that stands here, where it is one of `list`.
    pub(super) fn take(self, list: &[&str]) -> Option<Self> {
        let word = self.word();
        is_one(list, word).then(|| Self { at: self.at + word.len(), ..self })
    }

    /// Behind the gap that stands here between two words of a phrase.
    pub(super) fn gap(self) -> Option<Self> {
        let sign = self.rest().chars().next()?;
        let parts = match sign {
            ' ' | '-' | '\u{a0}' | '\u{2011}' => true,
            '\n' => {
                let before = self.text.get(..self.at).unwrap_or_default();
                before.len() - before.rfind('\n').map_or(0, |end| end + 1) >= Self::LINE
            }
            _ => false,
        };
        parts.then(|| Self { at: self.at + sign.len_utf8(), ..self })
    }

    /// Behind the words of `phrase`, where they stand here.
    pub(super) fn phrase(self, phrase: &str) -> Option<Self> {
        let mut words = phrase.split(' ');
        let first = self.take(&[words.next()?])?;
        words.try_fold(first, |end, word| end.gap()?.take(&[word]))
    }

    /// The word behind the gap that stands here.
    pub(super) fn next(self) -> &'a str {
        self.gap().map(Self::word).unwrap_or_default()
    }

    /// Whether the clause or the line ends here.
    pub(super) fn ends(self) -> bool {
        let next = self.rest().trim_start_matches(' ').chars().next();
        next.is_none_or(|next| !next.is_alphanumeric() && next != '-')
    }
}

/// Whether `word` is one of `list`, however it is written.
pub(super) fn is_one(list: &[&str], word: &str) -> bool {
    list.iter().any(|one| one.eq_ignore_ascii_case(word))
}
