//! One sentence in two languages, of which only the one that is shown is made.

/// The sentence of a language, as `format!` writes it: `text! { language; zh: "共 {count} 条", en: "{count} rules" }`.
///
/// Words around it are taken by name. What has none stands once behind both sentences, and both print it in its order:
/// `text! { language; zh: "{}（{tier}）", en: "{} ({tier})"; escape(name) }`. A language that is left out does not compile.
///
/// Where nothing is filled in, or both sides are at hand already, [`Language::pick`](super::Language::pick) chooses without making
/// a string. A sentence that also turns on something else (one or several, known or not) is a `match`.
macro_rules! text {
    ($language:expr; zh: $zh:literal, en: $en:literal $(; $($shared:expr),+)?) => {
        match $language {
            $crate::words::Language::Zh => format!($zh $(, $($shared),+)?),
            $crate::words::Language::En => format!($en $(, $($shared),+)?),
        }
    };
}

pub(crate) use text;

#[cfg(test)]
mod tests {
    use std::{cell::Cell, fmt};

    use crate::words::Language;

    /// Something that counts how often it is written.
    struct Counted<'a>(&'a Cell<u32>);

    impl fmt::Display for Counted<'_> {
        fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.set(self.0.get() + 1);
            write!(out, "25")
        }
    }

    #[test]
    fn only_the_sentence_that_is_shown_is_made() {
        let written = Cell::new(0);
        let value = Counted(&written);
        let said = |language| text! { language; zh: "目标 {value}（{}）", en: "target {value} ({})"; 2025 };
        assert_eq!(said(Language::En), "target 25 (2025)");
        assert_eq!(said(Language::Zh), "目标 25（2025）");
        assert_eq!(written.get(), 2);
    }
}
