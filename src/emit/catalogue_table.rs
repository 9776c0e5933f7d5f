//! The known indicators as a table for people.

use std::io::{self, Write};

use crate::{
    config::Language,
    text::Sources,
    views::ListedIndicator,
    words::{plain_number, term_of, text, unit_in_words},
};

use super::{clip::clip, columns::Columns, footer::path_with_line};

/// A line with weights and long names is as wide as this; a narrower terminal shows less.
// The width is a choice; below it the weight goes first, which only some rows have.
const ROOMY: usize = 110;
/// Columns that a source needs to say anything; a narrower terminal goes without.
const LEAST_SOURCE: usize = 8;

/// Writes one line an indicator and a last line with the counts; lines fit `width` columns where names allow it.
///
/// # Errors
/// Those of `out`.
pub fn write_catalogue(
    list: &[ListedIndicator],
    sources: &Sources,
    language: Language,
    width: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let head = language.pick(
        ["指标", "单位", "方向", "汇总", "层级", "取值", "出处"],
        ["indicator", "unit", "direction", "relation", "tiers", "range", "source"],
    );
    let rows = list.iter().map(|one| catalogue_table_row(one, sources, language, width >= ROOMY));
    // Only the source is cut: of all columns it says least of the indicator.
    Columns::of(rows).headed(head).fit(width, LEAST_SOURCE).write(out)?;
    let own = list.iter().filter(|one| one.place.is_some()).count();
    let (all, built_in) = (list.len(), list.len() - own);
    let line = text! { language;
        zh: "共 {all} 项：工作区定义 {own} 项，内置 {built_in} 项",
        en: "{all} indicators: {own} of the workspace, {built_in} built in"
    };
    writeln!(out, "{line}")
}

fn catalogue_table_row(
    one: &ListedIndicator,
    sources: &Sources,
    language: Language,
    roomy: bool,
) -> [String; 7] {
    let source = match &one.place {
        Some(place) => path_with_line(sources, place),
        None => one.source().unwrap_or_default().to_owned(),
    };
    [
        clip(name_in(language, one), if roomy { 32 } else { 24 }),
        unit_in_words(language, one.unit.as_deref().unwrap_or_default()).into_owned(),
        one.direction.map_or("", |direction| term_of(language, direction)).to_owned(),
        if roomy {
            clip(&relation_with_weight(one, language), 24)
        } else {
            term_of(language, one.relation).to_owned()
        },
        tiers_in_short(one, language),
        range_in_short(one),
        source,
    ]
}

/// The name that the language has for it, its own where it has none.
fn name_in(language: Language, one: &ListedIndicator) -> &str {
    let english = one.english.first().filter(|_| language == Language::En);
    english.unwrap_or(&one.name)
}

fn relation_with_weight(one: &ListedIndicator, language: Language) -> String {
    let word = term_of(language, one.relation);
    one.weight.as_ref().map_or_else(|| word.to_owned(), |weight| format!("{word}({weight})"))
}

/// 国家至县, where more than two follow each other as they are listed.
fn tiers_in_short(one: &ListedIndicator, language: Language) -> String {
    match one.tiers.as_slice() {
        [first, _, .., last] => format!("{first}{}{last}", language.pick("至", "–")),
        few => few.join(language.pick("、", ", ")),
    }
}

/// `0–100`, `≥0`, `≤100`.
fn range_in_short(one: &ListedIndicator) -> String {
    match [one.low, one.high] {
        [Some(low), Some(high)] => format!("{}–{}", plain_number(low), plain_number(high)),
        [Some(low), None] => format!("≥{}", plain_number(low)),
        [None, Some(high)] => format!("≤{}", plain_number(high)),
        [None, None] => String::new(),
    }
}
