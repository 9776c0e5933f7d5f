//! The one way out for words: a terminal is never told what to do by a plan, and a reader who has seen enough ends nothing.

use std::{
    borrow::Cow,
    io::{self, Write},
    str,
};

use clap::ArgMatches;

use crate::text::{is_hidden, push_escaped};

/// Who is spoken to, and so how a character is spelt out that must not be written as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speech {
    /// People: `<U+202E>`.
    Text,
    /// Programs that read JSON: `\u202e`, which means the same character.
    Json,
    /// Programs that read anything else: as for people, but what only cannot be seen stays, and so do the line ends of Windows.
    Plain,
}

/// Formats of JSON.
const JSON: [&str; 5] = ["json", "jsonl", "sarif", "rdjson", "gitlab"];
/// Other formats for programs.
const PLAIN: [&str; 3] = ["csv", "junit", "github"];

impl Speech {
    /// Who reads standard output, by the command and its format.
    pub(super) fn of(matches: &ArgMatches) -> Self {
        let Some((name, inner)) = matches.subcommand() else { return Self::Text };
        let formats = inner.try_get_raw("format").ok().flatten().into_iter().flatten();
        let is = |names: &[&str]| formats.clone().any(|one| names.iter().any(|name| one == *name));
        match name {
            "schema" => Self::Json,
            "completions" | "man" => Self::Plain,
            _ if is(&JSON) => Self::Json,
            _ if is(&PLAIN) => Self::Plain,
            _ => Self::of(inner),
        }
    }

    /// Whether a character goes out as it is.
    fn passes(self, character: char) -> bool {
        match (self, character) {
            (_, '\n' | '\t') | (Self::Plain, '\r') => true,
            (Self::Plain, _) => !character.is_control() && !turns_direction(character),
            _ => !is_hidden(character),
        }
    }

    fn spell(self, character: char, out: &mut String) {
        if self == Self::Json {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            push_escaped(out, character);
        }
    }
}

/// Whether a character turns the direction of what follows.
fn turns_direction(character: char) -> bool {
    matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Writes what is said; the colours of this program pass where they are asked for.
pub(super) struct Sink<W> {
    inner: W,
    speech: Speech,
    coloured: bool,
    /// The beginning of a character or of a colour whose end is still to come.
    held: Vec<u8>,
    closed: Option<io::Error>,
}

impl<W: Write> Sink<W> {
    /// Speaks to `inner`.
    pub(super) fn new(inner: W, speech: Speech, coloured: bool) -> Self {
        Self { inner, speech, coloured, held: Vec::new(), closed: None }
    }

    /// What of `text` may go out; a colour that is not whole is held back.
    fn shown<'a>(&mut self, text: &'a str) -> Cow<'a, str> {
        if text.chars().all(|character| self.speech.passes(character)) {
            return Cow::Borrowed(text);
        }
        let mut shown = String::with_capacity(text.len() + 8);
        let mut rest = text;
        while let Some(character) = rest.chars().next() {
            if character == '\u{1B}' && self.coloured {
                match colour_at_start(rest) {
                    Colour::Whole(length) => {
                        let (whole, behind) = rest.split_at(length);
                        shown.push_str(whole);
                        rest = behind;
                        continue;
                    }
                    Colour::Begun => {
                        self.held = rest.as_bytes().to_vec();
                        return Cow::Owned(shown);
                    }
                    Colour::None => {}
                }
            }
            match self.speech.passes(character) {
                true => shown.push(character),
                false => self.speech.spell(character, &mut shown),
            }
            rest = rest.get(character.len_utf8()..).unwrap_or_default();
        }
        Cow::Owned(shown)
    }

    /// Writes as long as there is a reader: one who has gone leaves the rest of the work, and its ending, as they are.
    fn hand_on(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.closed.is_some() {
            return Ok(());
        }
        match self.inner.write_all(bytes) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = Some(error);
                Ok(())
            }
            written => written,
        }
    }
}

impl<W: Write> Write for Sink<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut all = std::mem::take(&mut self.held);
        all.extend_from_slice(bytes);
        let valid = match str::from_utf8(&all) {
            Ok(text) => text.len(),
            // A character may come in two pieces; bytes that are no text never become any.
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => return Err(io::ErrorKind::InvalidData.into()),
        };
        let (text, begun) = all.split_at(valid);
        let shown = self.shown(str::from_utf8(text).unwrap_or_default());
        self.held.extend_from_slice(begun);
        self.hand_on(shown.as_bytes())?;
        Ok(bytes.len())
    }

    /// # Errors
    /// Those of the writer inside, and the one by which the reader was found gone.
    fn flush(&mut self) -> io::Result<()> {
        let held = std::mem::take(&mut self.held);
        let mut rest = String::new();
        for character in String::from_utf8_lossy(&held).chars() {
            self.speech.spell(character, &mut rest);
        }
        self.hand_on(rest.as_bytes())?;
        match self.closed.take() {
            Some(error) => {
                self.closed = Some(error.kind().into());
                Err(error)
            }
            None => self.inner.flush(),
        }
    }
}

/// Whether a text begins with a colour: `ESC [ 1;31 m`.
enum Colour {
    Whole(usize),
    Begun,
    None,
}

fn colour_at_start(text: &str) -> Colour {
    /// No colour of this program takes more bytes.
    const LONGEST: usize = 32;
    let Some(rest) = text.strip_prefix("\u{1B}[") else {
        return if text == "\u{1B}" { Colour::Begun } else { Colour::None };
    };
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';');
    match end.and_then(|end| Some((end, rest.get(end..)?))) {
        Some((end, behind)) if behind.starts_with('m') => Colour::Whole(2 + end + 1),
        None if rest.len() < LONGEST => Colour::Begun,
        _ => Colour::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(speech: Speech, coloured: bool, pieces: &[&[u8]]) -> String {
        let mut bytes = Vec::new();
        let mut sink = Sink::new(&mut bytes, speech, coloured);
        pieces.iter().for_each(|piece| sink.write_all(piece).unwrap());
        sink.flush().unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_terminal_obeys_nothing() {
        let hostile = "a\u{1B}]8;;x\u{7}\u{9B}31m\u{202E}\r\n\t德".as_bytes();
        assert_eq!(
            said(Speech::Text, true, &[hostile]),
            "a<U+001B>]8;;x<U+0007><U+009B>31m<U+202E><U+000D>\n\t德"
        );
        assert_eq!(
            said(Speech::Json, false, &[hostile]),
            "a\\u001b]8;;x\\u0007\\u009b31m\\u202e\\u000d\n\t德"
        );
        assert_eq!(
            said(Speech::Plain, false, &["\u{FEFF}a\r\n\u{1B}\u{202E}".as_bytes()]),
            "\u{FEFF}a\r\n<U+001B><U+202E>"
        );
    }

    #[test]
    fn colours_pass_where_they_are_asked_for_however_they_are_cut() {
        let red = "\u{1B}[1;31m红\u{1B}[0m";
        for cut in 0..red.len() {
            let (first, second) = red.as_bytes().split_at(cut);
            assert_eq!(said(Speech::Text, true, &[first, second]), red);
        }
        assert_eq!(said(Speech::Text, false, &[red.as_bytes()]), "<U+001B>[1;31m红<U+001B>[0m");
        assert_eq!(said(Speech::Text, true, &[b"\x1b[2J\x1b"]), "<U+001B>[2J<U+001B>");
    }

    #[test]
    fn a_reader_who_has_gone_is_told_of_at_the_end_only() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut sink = Sink::new(Gone, Speech::Text, false);
        sink.write_all(b"a").unwrap();
        sink.write_all(b"b").unwrap();
        for _ in 0..2 {
            assert_eq!(sink.flush().unwrap_err().kind(), io::ErrorKind::BrokenPipe);
        }
    }
}
