//! What explanations of rules say, one by one and in the handbook.

use crate::{
    emit::escape,
    finding::Level,
    rulebook::{Sheet, without_keys},
    words::Language,
};

use super::Session;

/// What the marks in examples mean.
pub(super) fn meaning_of_marks(language: Language) -> &'static str {
    language.pick("⟪ ⟫ 标出所报之处。", "⟪ ⟫ marks what is reported.")
}

/// The head above [`cases`].
pub(super) fn by_case(language: Language) -> &'static str {
    language.pick("分情形的级别", "Levels by case")
}

/// One line for each case with its level here, the loudest first; none when all levels are one.
pub(super) fn cases(session: &Session, name: &str, sheet: &Sheet) -> Vec<String> {
    let language = session.language();
    let wording = language.pick(&sheet.zh, &sheet.en);
    let mut cases: Vec<(Level, &str)> = sheet
        .levels
        .iter()
        .filter_map(|(case, level)| {
            let level = session.settings.levels.settle(name, *level);
            Some((level, wording.cases.get(case)?.as_str()))
        })
        .collect();
    cases.sort_by_key(|(level, _)| std::cmp::Reverse(*level));
    let colon = language.pick("：", ": ");
    let line =
        |(level, case): &(Level, &str)| format!("{}{colon}{case}", session.words.level(*level));
    cases.iter().map(line).collect()
}

/// A line of an example as it may be shown.
pub(super) fn unkeyed(line: &str) -> String {
    // Examples of hidden characters hold them; a tab is what a pasted table has between its cells.
    let text = without_keys(line);
    let cells: Vec<_> = text.split('\t').map(escape).collect();
    cells.join("    ")
}
