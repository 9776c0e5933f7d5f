//! A sentence where its subject is named beside it.

use super::Language;

/// A message without the subject it begins with: `覆盖率：25 低于 30` is 25 低于 30. One that begins otherwise stays whole, so
/// that no sheet has to begin its sentence in one way.
#[must_use]
pub fn without_subject(message: &str, subject: Option<&str>, language: Language) -> String {
    // Taken off only where the colon follows: 城镇化率 is also the beginning of 城镇化率低于…, and that sentence
    // needs its subject.
    let rest = subject
        .filter(|subject| !subject.is_empty())
        .and_then(|subject| message.strip_prefix(subject)?.strip_prefix(language.pick("：", ": ")));
    rest.filter(|rest| !rest.is_empty()).unwrap_or(message).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_told_without_the_subject_it_begins_with() {
        let zh = |message, subject| without_subject(message, subject, Language::Zh);
        assert_eq!(zh("覆盖率：25 低于 30", Some("覆盖率")), "25 低于 30");
        for (message, subject) in [
            ("覆盖率低于 30", Some("覆盖率")),
            ("覆盖率：", Some("覆盖率")),
            ("：25 低于 30", Some("")),
            ("覆盖率：25 低于 30", None),
        ] {
            assert_eq!(zh(message, subject), message);
        }
        assert_eq!(
            without_subject("rate: 25 is below 30", Some("rate"), Language::En),
            "25 is below 30"
        );
    }
}
