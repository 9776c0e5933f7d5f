//! Names of files for regions, whose own names come from strangers.

use std::collections::BTreeSet;

use crate::words::Language;

/// How many bytes of a region's name are taken; with what stands around them they fit every file system.
// Common file systems hold 255 bytes or 255 units in a name. A character of Chinese is three bytes, so this is 40 of
// them, far beyond any region; the words around it and the ending have the rest.
const LONGEST: usize = 120;

/// The names given so far.
pub(super) struct LetterNames {
    language: Language,
    taken: BTreeSet<String>,
}

impl LetterNames {
    /// No name is given.
    pub(super) fn new(language: Language) -> Self {
        Self { language, taken: BTreeSet::new() }
    }

    /// A name for the letter to `region`, which nobody else has: that of the region, where it is taken with the one above
    /// (`line` is the whole way down), where that is taken, too, with a number.
    pub(super) fn take(&mut self, region: &str, line: &str) -> String {
        let nobody = self.language.pick("未注明地区", "no-region");
        let region = if region.is_empty() { nobody } else { region };
        // 鼓楼区 is in 南京, 徐州 and 福州: 徐州市鼓楼区 says which, where a number would have to be looked up. A
        // number is only for those that no line tells apart.
        let above = line.rsplit('/').nth(1).map(|above| format!("{above}{region}"));
        let named = [region.to_owned()].into_iter().chain(above).map(|stem| (stem, String::new()));
        let numbered = (2..).map(|number| (region.to_owned(), format!("-{number}")));
        for (stem, number) in named.chain(numbered) {
            let prefix = self.language.pick("衔接意见函-", "letter-");
            // Behind the cut name, or of two regions of one long beginning the second would never get a name.
            let name = format!("{prefix}{}{number}.docx", safe(&stem));
            // Some file systems take capitals for small letters.
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
        }
        String::new()
    }
}

/// The words with what a file system could take for something else written as `_`.
fn safe(words: &str) -> String {
    // What is allowed is listed and not what is forbidden: names come from documents, and `..\`, colons, line ends
    // and signs that turn the direction of writing are each a trap on some system. The dot is missing on purpose.
    let is_word = |sign: char| sign.is_alphanumeric() || "-（）()·".contains(sign);
    let words = cut_to_bytes(words).trim();
    words.chars().map(|sign| if is_word(sign) { sign } else { '_' }).collect()
}

fn cut_to_bytes(words: &str) -> &str {
    // Cut between characters: half of one would be no text, and the file could not be named at all.
    let ends = words.char_indices().map(|(at, sign)| at + sign.len_utf8());
    let end = ends.take_while(|end| *end <= LONGEST).last().unwrap_or_default();
    words.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_safe_and_nobody_elses() {
        let mut names = LetterNames::new(Language::Zh);
        assert_eq!(names.take("乙区", "甲省/丙市/乙区"), "衔接意见函-乙区.docx");
        assert_eq!(names.take("乙区", "甲省/丁市/乙区"), "衔接意见函-丁市乙区.docx");
        assert_eq!(names.take("乙区", ""), "衔接意见函-乙区-2.docx");
        assert_eq!(names.take("", ""), "衔接意见函-未注明地区.docx");
        assert_eq!(names.take("../a\\b:c\n", ""), "衔接意见函-___a_b_c.docx");
        let long = "长".repeat(5000);
        let (first, second) = (names.take(&long, ""), names.take(&format!("{long}甲"), ""));
        assert!(first.len() < 200 && second.len() < 200 && first != second, "{first} {second}");
        let mut names = LetterNames::new(Language::En);
        assert_eq!(names.take("Con", ""), "letter-Con.docx");
        assert_eq!(names.take("CON", ""), "letter-CON-2.docx");
    }
}
