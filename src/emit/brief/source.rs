//! A statement with its source, in a few words.

use crate::{
    views::{BriefStatement, BriefTask},
    words::{Language, locator, text},
};

/// 湖州市 ≥90（表2-1 第13行 2025年）, several joined.
pub(super) fn statements_with_sources(said: &[BriefStatement], language: Language) -> String {
    let said: Vec<String> = said.iter().map(|one| statement_with_source(one, language)).collect();
    said.join(language.pick("；", "; "))
}

/// 国家数字乡村试点：浙江省，期限 2025年，目标 建成（任务表 第9行）.
pub(super) fn task_with_source(task: &BriefTask, language: Language) -> String {
    let stands = match &task.place.locator {
        Some(place) => locator(language, place),
        None => format!("{}:{}", task.file, task.line.unwrap_or_default()),
    };
    let mut parts = vec![task.region.to_string()];
    let filled = [(["期限", "by"], &task.deadline), (["目标", "aim"], &task.aim)];
    let filled = filled.into_iter().filter(|(_, words)| !words.is_empty());
    parts.extend(filled.map(|([zh, en], words)| format!("{} {words}", language.pick(zh, en))));
    let said = parts.join(language.pick("，", ", "));
    text! { language; zh: "{}：{said}（{stands}）", en: "{}: {said} ({stands})"; task.name }
}

/// 湖州市 ≥90（表2-1 第13行 2025年）.
pub(super) fn statement_with_source(said: &BriefStatement, language: Language) -> String {
    let BriefStatement { region, written, .. } = said;
    let line = said.line.unwrap_or_default();
    let stands = match &said.place.locator {
        Some(place) => locator(language, place),
        None => text! { language; zh: "{} 第{line}行", en: "{}:{line}"; said.file },
    };
    let issued = language.pick("分解下达 ", "issues ");
    let issued = if said.allocated { issued } else { "" };
    let number = match &said.between {
        Some(number) => text! { language;
            zh: "按前后目标推算 {number}（{}年{written}起）",
            en: "interpolated {number} (from {written} in {})";
            said.year
        },
        None => written.clone(),
    };
    text! { language;
        zh: "{region} {issued}{number}（{stands}）",
        en: "{region} {issued}{number} ({stands})"
    }
}
