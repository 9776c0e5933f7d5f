//! Traditional characters and their simplified forms, as OpenCC lists them.

use std::sync::LazyLock;

use hanconv::RawDictionary::TSCharacters;

/// The characters that are looked up, by their place in the table.
const FIRST: char = '\u{3400}';
const LAST: char = '\u{9FFF}';

/// What is known of each character from [`FIRST`] to [`LAST`].
static FORMS: LazyLock<Vec<CharacterForm>> = LazyLock::new(|| {
    let form = |own| CharacterForm { simplified: own, is_simplified: false };
    let mut forms: Vec<CharacterForm> = (FIRST..=LAST).map(form).collect();
    // Whether a form is simplified is known only once all pairs are in: 后 is the short form of 後 and a character
    // of its own.
    let mut simple = Vec::new();
    for (from, to) in TSCharacters.iter() {
        let (from, to) = (from.chars().next(), to.chars().next());
        // 乾 is the sky in the names of counties as often as it is dry.
        let pair = from.zip(to).filter(|(from, to)| from != to && *from != '乾');
        let Some((from, to)) = pair else { continue };
        // Of the same length, so that places in the text stay.
        let form = place_in_table(from)
            .filter(|_| place_in_table(to).is_some())
            .and_then(|at| forms.get_mut(at));
        if let Some(form) = form {
            form.simplified = to;
            simple.push(to);
        }
    }
    for character in simple {
        let form = place_in_table(character).and_then(|at| forms.get_mut(at));
        form.into_iter().for_each(|form| form.is_simplified = form.simplified == character);
    }
    forms
});

/// What is known of a character.
#[derive(Clone, Copy, Debug)]
struct CharacterForm {
    /// Its simplified form; itself when it is one.
    simplified: char,
    /// Whether it is the simplified form of others and none of them itself.
    is_simplified: bool,
}

/// Where a character stands in the table.
fn place_in_table(character: char) -> Option<usize> {
    (FIRST..=LAST).contains(&character).then(|| character as usize - FIRST as usize)
}

fn character_form(character: char) -> Option<CharacterForm> {
    place_in_table(character).and_then(|at| FORMS.get(at).copied())
}

/// The simplified form of `character`; itself when it is one.
#[must_use]
pub fn simplified(character: char) -> char {
    character_form(character).map_or(character, |form| form.simplified)
}

/// `text` in simplified characters, byte for byte in the same places, when it is written in traditional ones. A text in
/// simplified ones stays as it is: 乾县 has its name.
#[must_use]
pub fn in_simplified(text: String) -> String {
    let (mut traditional, mut simple) = (0_usize, 0_usize);
    for (character, form) in text.chars().filter_map(|c| Some((c, character_form(c)?))) {
        traditional += usize::from(form.simplified != character);
        simple += usize::from(form.is_simplified);
    }
    // A simplified plan may quote a name in traditional characters, which then stays as printed.
    if traditional <= simple {
        return text;
    }
    // 畫 is 画, but a plan is 计划.
    text.chars().map(simplified).collect::<String>().replace("计画", "计划")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_characters_have_their_simplified_form() {
        for (from, to) in [('億', '亿'), ('於', '于'), ('負', '负'), ('个', '个'), ('5', '5')]
        {
            assert_eq!(simplified(from), to);
        }
    }

    #[test]
    fn only_a_text_in_traditional_characters_changes_and_no_byte_moves() {
        let printed = "2030年森林覆蓋率達到48%，糧食產量穩定";
        let read = in_simplified(printed.to_owned());
        assert_eq!(read, "2030年森林覆盖率达到48%，粮食产量稳定");
        assert_eq!(read.len(), printed.len());
        let own = "乾县2030年森林覆盖率达到48%";
        assert_eq!(in_simplified(own.to_owned()), own);
    }
}
