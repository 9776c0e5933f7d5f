//! Traditional characters and their simplified forms, as OpenCC lists them.

use std::{collections::HashSet, sync::LazyLock};

use hanconv::RawDictionary::TSCharacters;

/// The characters that are looked up, by their place in the table.
const FIRST: char = '\u{3400}';
const LAST: char = '\u{9FFF}';

/// The simplified form of each character from [`FIRST`] to [`LAST`], and all such forms that are none of something else.
struct Forms {
    simplified: Vec<char>,
    only_simplified: HashSet<char>,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut simplified: Vec<char> = (FIRST..=LAST).collect();
    let mut pairs = Vec::new();
    for (from, to) in TSCharacters.iter() {
        let (from, to) = (from.chars().next(), to.chars().next());
        let Some((from, to)) = from.zip(to) else { continue };
        // Of the same length, so that places in the text stay.
        let form =
            place(from).filter(|_| place(to).is_some()).and_then(|at| simplified.get_mut(at));
        if let Some(form) = form.filter(|_| from != to) {
            *form = to;
            pairs.push((from, to));
        }
    }
    let traditional: HashSet<char> = pairs.iter().map(|(from, _)| *from).collect();
    let simple = pairs.iter().map(|(_, to)| *to).filter(|to| !traditional.contains(to));
    let only_simplified = simple.collect();
    Forms { simplified, only_simplified }
});

/// Where a character stands in the table.
fn place(character: char) -> Option<usize> {
    (FIRST..=LAST).contains(&character).then(|| character as usize - FIRST as usize)
}

/// The simplified form of `character`; itself when it is one.
#[must_use]
pub fn simplified(character: char) -> char {
    place(character).and_then(|at| FORMS.simplified.get(at).copied()).unwrap_or(character)
}

/// `text` in simplified characters, byte for byte in the same places, when it is written in traditional ones. A text in
/// simplified ones stays as it is: 乾县 has its name.
#[must_use]
pub fn in_simplified(text: String) -> String {
    let (mut traditional, mut simple) = (0_usize, 0_usize);
    for character in text.chars() {
        traditional += usize::from(simplified(character) != character);
        simple += usize::from(FORMS.only_simplified.contains(&character));
    }
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
