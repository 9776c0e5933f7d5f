//! Which language to speak: what the command line says, else the locale, else Chinese.

use std::ffi::OsString;

use crate::words::Language;

/// The language asked for in `arguments`, else by the locale that `variable` gives, else Chinese.
///
/// It is needed before the arguments are parsed, because their errors are shown in it.
pub(super) fn language(
    arguments: &[OsString],
    variable: impl Fn(&str) -> Option<String>,
) -> Language {
    asked_language(arguments).or_else(|| language_of_locale(variable)).unwrap_or_default()
}

fn asked_language(arguments: &[OsString]) -> Option<Language> {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        match word.strip_prefix("--lang") {
            Some("") => return words.next().and_then(Language::read),
            Some(rest) => return rest.strip_prefix('=').and_then(Language::read),
            None if word == "--" => return None,
            None => {}
        }
    }
    None
}

/// `C` and `POSIX` say nothing about the reader.
fn language_of_locale(variable: impl Fn(&str) -> Option<String>) -> Option<Language> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty())?;
    let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
    match language {
        "zh" => Some(Language::Zh),
        "C" | "POSIX" => None,
        _ => Some(Language::En),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_goes_before_the_locale() {
        let words = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
        let none = |_: &str| None;
        let english = |name: &str| (name == "LANG").then(|| "en_GB.UTF-8".to_owned());
        let plain = |name: &str| (name == "LC_ALL").then(|| "C.UTF-8".to_owned());
        assert_eq!(language(&words(&["planlint", "--lang", "zh"]), english), Language::Zh);
        assert_eq!(language(&words(&["planlint", "--lang=en"]), none), Language::En);
        assert_eq!(language(&words(&["planlint", "check"]), english), Language::En);
        assert_eq!(language(&words(&["planlint"]), plain), Language::Zh);
        assert_eq!(language(&words(&["planlint", "--", "--lang", "en"]), none), Language::Zh);
    }
}
