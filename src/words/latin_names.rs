//! Names in Latin letters among Chinese words.

use crate::text::is_han;

/// A Chinese sentence with a blank wherever one of `names` touches a Chinese character: 高于 European Union 的目标.
// Names of indicators stay as the plan prints them, 亿元GDP生产安全事故死亡率; regions are ours to write.
pub(super) fn set_off_latin_names<'a>(
    mut text: String,
    names: impl Iterator<Item = &'a str>,
) -> String {
    for name in names.filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic())) {
        if !text.contains(name) {
            continue;
        }
        let mut spaced = String::with_capacity(text.len() + 8);
        let mut rest = &*text;
        while let Some((before, behind)) = rest.split_once(name) {
            spaced.push_str(before);
            if spaced.ends_with(is_han) {
                spaced.push(' ');
            }
            spaced.push_str(name);
            if behind.starts_with(is_han) {
                spaced.push(' ');
            }
            rest = behind;
        }
        spaced.push_str(rest);
        text = spaced;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_stand_where_letters_touch_chinese() {
        let set =
            |text: &str| set_off_latin_names(text.to_owned(), ["Spain", "湖州市"].into_iter());
        assert_eq!(set("高于Spain的目标，Spain为“Spain”"), "高于 Spain 的目标，Spain 为“Spain”");
        assert_eq!(set("高于 Spain 的"), "高于 Spain 的");
        assert_eq!(set("低于湖州市的"), "低于湖州市的");
    }
}
