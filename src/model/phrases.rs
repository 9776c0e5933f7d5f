//! The phrases of one file, each read once: a plan words many of its targets alike.

use std::collections::HashMap;

use crate::quantity::{Reading, read_phrase};

/// What the phrases met so far say.
#[derive(Debug, Default)]
pub struct Phrases<'a>(HashMap<&'a str, Reading>);

impl<'a> Phrases<'a> {
    /// What a phrase says.
    pub fn read(&mut self, phrase: &'a str) -> Reading {
        // A plain number is read sooner than it is found.
        if phrase.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return read_phrase(phrase);
        }
        // For one file only: files are read on several threads, and a list for all would have to be shared.
        self.0.entry(phrase).or_insert_with(|| read_phrase(phrase)).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_says_the_same_however_often_it_stands() {
        let mut phrases = Phrases::default();
        for phrase in ["95", "≥95%", "—", "≥95%", "待补充", "9.5", "≥95%", ""] {
            assert_eq!(phrases.read(phrase), read_phrase(phrase), "{phrase}");
        }
        assert_eq!(phrases.0.len(), 3);
    }
}
