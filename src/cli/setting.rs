//! `--config KEY=VALUE`: one setting as people type it, and as TOML.

use crate::text::Span;

/// A setting from the command line.
pub(super) struct GivenSetting {
    /// As TOML: a value that is none of its own stands in quotes, and so does a Chinese key.
    pub(super) toml: String,
    /// Where quotes were put in, in bytes of `toml`.
    quotes: Vec<u32>,
}

impl GivenSetting {
    /// Reads `levels.pace-break=off`; `is_value` says whether a text is a value of TOML.
    pub(super) fn read(written: &str, is_value: impl Fn(&str) -> bool) -> Self {
        let (key, value) = written.split_once('=').unwrap_or((written, ""));
        let mut setting = Self { toml: String::new(), quotes: Vec::new() };
        for (at, step) in key.split('.').enumerate() {
            if at > 0 {
                setting.toml.push('.');
            }
            setting.push(step, is_bare_chinese_step(step));
        }
        setting.toml.push('=');
        // A word in quotes cannot hold quotes or end a line; such a text is left for TOML to refuse.
        let word = !value.contains(['"', '\\', '\n', '\r']) && !is_value(value);
        setting.push(value, word);
        setting
    }

    fn push(&mut self, words: &str, quoted: bool) {
        if quoted {
            self.quote();
        }
        self.toml.push_str(words);
        if quoted {
            self.quote();
        }
    }

    fn quote(&mut self) {
        self.quotes.push(u32::try_from(self.toml.len()).unwrap_or(u32::MAX));
        self.toml.push('"');
    }

    /// Where a place of the TOML stands in what was typed.
    pub(super) fn typed(&self, span: Span) -> Span {
        let back = |at: u32| {
            let before = self.quotes.iter().filter(|quote| **quote < at).count();
            at.saturating_sub(u32::try_from(before).unwrap_or(u32::MAX))
        };
        Span { start: back(span.start), end: back(span.end) }
    }
}

/// A step of a key that needs quotes only because TOML knows no Chinese letters.
fn is_bare_chinese_step(step: &str) -> bool {
    !step.is_ascii() && step.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_put_in_quotes_and_places_stay() {
        let number = |value: &str| value.parse::<f64>().is_ok() || value.starts_with('[');
        let read = |written: &str| GivenSetting::read(written, number);
        assert_eq!(read("levels.pace-break=off").toml, "levels.pace-break=\"off\"");
        assert_eq!(read("tolerance.about=0.1").toml, "tolerance.about=0.1");
        assert_eq!(read("tiers=[\"省\"]").toml, "tiers=[\"省\"]");
        assert_eq!(read("lang=\"zh").toml, "lang=\"zh");
        let chinese = read("levels.豁免未用=off");
        assert_eq!(chinese.toml, "levels.\"豁免未用\"=\"off\"");
        let at = |words: &str| chinese.toml.find(words).unwrap();
        let typed = |words: &str| chinese.typed(Span::new(at(words), at(words))).start as usize;
        assert_eq!(typed("\"豁免"), "levels.".len());
        assert_eq!(typed("\"off"), "levels.豁免未用=".len());
    }
}
