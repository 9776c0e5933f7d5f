//! Whether a text is in a language that nobody here reads: what is taken for a target in it may be none.

/// Characters that are looked at.
// A choice: the first pages show what language a document is in, and long ones need not be walked
// through.
const FAR: usize = 20_000;
/// Words that a text must have before its language is judged by them.
// Below that, one `de` in a name would decide.
const FEW: usize = 30;
/// Short words of French, Spanish, Portuguese, Italian and German that English has not.
const FOREIGN: [&str; 36] = [
    "de", "la", "le", "les", "des", "du", "et", "une", "pour", "dans", "sur", "est", "el", "los",
    "las", "del", "para", "por", "con", "y", "da", "dos", "não", "uma", "il", "di", "che", "della",
    "der", "die", "das", "und", "für", "von", "mit", "auf",
];
/// Short words of English.
const ENGLISH: [&str; 14] =
    ["the", "of", "and", "to", "by", "for", "with", "will", "from", "is", "be", "that", "at", "or"];

/// Whether a text is neither Chinese nor English: Japanese and Korean by their letters, others by their short words.
pub fn is_foreign(text: &str) -> bool {
    // Names of places and a quoted title may be Japanese in a Chinese plan; every tenth letter is more
    // than that.
    const ONE_IN: usize = 10;
    let (mut letters, mut others) = (0, 0);
    for character in text.chars().take(FAR).filter(|c| c.is_alphabetic()) {
        letters += 1;
        let kana_or_hangul = matches!(character,
            '\u{3041}'..='\u{30FA}' | '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7A3}');
        // Greek and the Latin of English stand in units and names; Cyrillic, Arabic and others are languages.
        let script = matches!(character, '\u{400}'..='\u{52F}' | '\u{590}'..='\u{6FF}' | '\u{900}'..='\u{E7F}');
        others += usize::from(kana_or_hangul || script);
    }
    others * ONE_IN > letters || has_foreign_words(text)
}

/// Whether the short words of a text are those of another language, and hardly any English.
fn has_foreign_words(text: &str) -> bool {
    let end = text.char_indices().nth(FAR).map_or(text.len(), |(at, _)| at);
    let words = text.get(..end).unwrap_or_default().split(|c: char| !c.is_alphabetic());
    let (mut all, mut foreign, mut english) = (0, 0, 0);
    // Words of Latin letters only: what Chinese writes between them is no word to this count.
    for word in words.filter(|word| word.starts_with(|c: char| c < '\u{250}')) {
        let word = word.to_lowercase();
        all += 1;
        foreign += usize::from(FOREIGN.contains(&&*word));
        english += usize::from(ENGLISH.contains(&&*word));
    }
    // Short words make up a good tenth of running text in these languages; a twelfth leaves room for
    // tables of names. Three times as many as English ones, for `de` and `la` stand in English names,
    // too.
    all >= FEW && foreign * 12 > all && foreign > english * 3
}

#[cfg(test)]
mod tests {
    use super::is_foreign;

    #[test]
    fn a_text_is_foreign_from_thirty_words_and_with_more_than_every_twelfth_of_another_language() {
        // How many words in all, of French and of English ones.
        for (all, french, english, foreign) in [
            (29, 29, 0, false),
            (30, 3, 0, true),
            (30, 2, 0, false),
            (36, 3, 0, false),
            (36, 4, 0, true),
            (36, 4, 1, true),
            (36, 3, 1, false),
            (36, 6, 2, false),
            (36, 7, 2, true),
        ] {
            let rest = all - french - english;
            let text = "dans ".repeat(french) + &"the ".repeat(english) + &"Paris ".repeat(rest);
            assert_eq!(is_foreign(&text), foreign, "{all} {french} {english}");
        }
    }

    #[test]
    fn chinese_and_english_are_read_and_others_are_not() {
        let french = "D’ici 2030, le taux d’urbanisation de la région atteindra 65 % et 12000 logements seront \
                      construits dans les communes. Le couvert forestier passera de 48,1 % à 50 % pour la protection \
                      des sols et du climat sur le territoire.";
        for text in [
            "2030年までに都市化率を65%に引き上げ、森林率は48.5%とする。",
            "2030년까지 도시화율을 65%로 높인다.",
            "К 2030 году доля городского населения достигнет 65 %.",
            french,
        ] {
            assert!(is_foreign(text), "{text}");
        }
        for text in [
            "到2030年，城镇化率达到65%，PM2.5浓度降到25μg/m³。",
            "By 2030, housing coverage will reach 65 % and the forest cover of the region 50 %.",
            "| Indicator | 2025 | 2030 |\n| Housing coverage (%) | 24 | 25 |",
            "",
        ] {
            assert!(!is_foreign(text), "{text}");
        }
    }
}
