//! The last line of `fix`: what was fixed, what remains, and what needs a person's word.

use crate::{config::Language, engine::Mended, finding::Safety};

use super::{Tally, number::number_with_noun};

/// `改了 3 处（2 个文件）；还有 1 处须核改、4 处供参考，其中 2 处加 --unsafe 可改`; `shown` says that nothing was written.
#[must_use]
pub fn mended(language: Language, done: &Mended, shown: bool) -> String {
    let fixable = |finding: &&crate::finding::Finding| {
        finding.draft.fix.as_ref().is_some_and(|fix| fix.safety == Safety::Unsafe)
    };
    let left = done.outcome.findings.iter().filter(fixable).count();
    match language {
        Language::Zh => mended_in_chinese(done, shown, left),
        Language::En => mended_in_english(done, shown, left),
    }
}

fn mended_in_chinese(done: &Mended, shown: bool, left: usize) -> String {
    let head = match done.fixed {
        0 => "没有可以直接改的问题".to_owned(),
        fixed if shown => format!("可改 {fixed} 处（{} 个文件）", done.changed.len()),
        fixed => format!("改了 {fixed} 处（{} 个文件）", done.changed.len()),
    };
    let Tally { errors, warnings, infos } = Tally::of(&done.outcome);
    let remains = [(errors, "须核改"), (warnings, "请说明"), (infos, "供参考")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, level)| format!("{count} 处{level}"));
    let remains: Vec<String> = remains.collect();
    let remains = match remains.is_empty() {
        true => "没有其他问题".to_owned(),
        false => format!("还有 {}", remains.join("、")),
    };
    let more =
        if left > 0 { format!("，其中 {left} 处加 --unsafe 可改") } else { String::new() };
    format!("{head}；{remains}{more}")
}

fn mended_in_english(done: &Mended, shown: bool, left: usize) -> String {
    let files = number_with_noun(&done.changed.len().to_string(), "file", "files");
    let head = match done.fixed {
        0 => "nothing can be fixed without you".to_owned(),
        fixed if shown => format!("{fixed} would be fixed in {files}"),
        fixed => format!("{fixed} fixed in {files}"),
    };
    let Tally { errors, warnings, infos } = Tally::of(&done.outcome);
    let remains =
        [(errors, "error", "errors"), (warnings, "warning", "warnings"), (infos, "info", "infos")];
    let remains = remains
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| number_with_noun(&count.to_string(), one, many));
    let remains: Vec<String> = remains.collect();
    let remains = match remains.is_empty() {
        true => "nothing remains".to_owned(),
        false => format!("{} remain", remains.join(", ")),
    };
    let more =
        if left > 0 { format!(", {left} of them fixable with --unsafe") } else { String::new() };
    format!("{head}; {remains}{more}")
}
