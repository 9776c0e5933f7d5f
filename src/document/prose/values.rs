//! The values of a clause, each with the words that can name what it is of.

use crate::quantity::Measure;

use super::{
    clauses::Clause,
    figures::{Figure, FigureKind, figures},
    lexicon::{BETWEEN, LISTED, MAKING, MEASURED},
    lists::{distributed, shared_by},
    plain::Plain,
};

/// A value with the words around it; places are bytes of plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its number.
    pub figure: Figure,
    /// The words that are its own: from behind the value before it to before the one behind it.
    pub own: (usize, usize),
    /// The words before it without the comparators.
    pub left: (usize, usize),
    /// Whether the noun stands behind the number: 3000个老旧小区.
    pub leads: bool,
    /// Its name, where a list prints the parts of several names: 城镇和农村居民收入.
    pub words: Option<String>,
    /// Comparators that a list says once for all its values, in front and behind.
    pub shared: Option<(String, String)>,
}

/// The values of a clause; numbers inside `masks` belong to names.
pub fn values(plain: &Plain, clause: &Clause, masks: &[(usize, usize)]) -> Vec<Value> {
    let text = plain.text.as_str();
    let inside = |figure: &Figure| {
        masks.iter().any(|&(start, end)| start <= figure.start && figure.start < end)
    };
    let mut found = figures(
        plain.cased(clause.start, clause.end),
        clause.start,
        plain.get(clause.item.0, clause.start),
    );
    found.retain(|figure| {
        !inside(figure)
            && !is_attribute(text, figure, clause)
            && !is_origin(text, figure, clause)
            && !is_count_of_parts(text, figure, clause)
            && !is_part_of_name(plain, figure, clause)
    });
    drop_conditions(text, &mut found);
    if let Some(spread) = distributed(text, clause, &found) {
        return spread;
    }
    let mut values = Vec::new();
    let mut from = clause.start;
    for (at, figure) in found.iter().enumerate() {
        let next = found.get(at + 1).map_or(clause.end, |next| next.start);
        let leads = leads(text, figure, clause);
        let goes_on = text.get(figure.end..next).is_some_and(|rest| rest.starts_with('、'));
        let to = match next == clause.end && (leads || !goes_on) {
            true => next,
            false => cut(text, figure.end, next, leads),
        };
        let start = behind_pause(text, from, figure.start);
        let left = (start, before_origin(text, start, sign(text, start, figure.start)));
        values.extend(shared_by(
            text,
            Value { figure: *figure, own: (start, to), left, leads, words: None, shared: None },
        ));
        from = to;
    }
    values
}

/// Where words begin behind the 、 or 和 before them.
fn behind_pause(text: &str, from: usize, to: usize) -> usize {
    let words = text.get(from..to).unwrap_or_default();
    from + words.len() - words.trim_start_matches(['、', ')']).len()
}

/// Whether a number only says of what kind a noun is: 年产值超5亿元的企业.
fn is_attribute(text: &str, figure: &Figure, clause: &Clause) -> bool {
    let behind = text.get(figure.end..clause.end).unwrap_or_default();
    let Some(noun) = behind.strip_prefix('的') else { return false };
    let goal =
        ["目标", "水平", "任务", "要求", "标准", "比例"].iter().any(|word| noun.starts_with(word));
    let share_of = figure.kind == FigureKind::Number(Measure::Share);
    let before = text.get(clause.start..figure.start).unwrap_or_default();
    !goal && !share_of && MAKING.ends(before).is_none()
}

/// Where the words 从7248亿元 begin that the words `from..to` end with, else `to`.
fn before_origin(text: &str, from: usize, to: usize) -> usize {
    let words = text.get(from..to).unwrap_or_default();
    let is_origin = |at: &usize| {
        let mut rest = words.get(*at..).unwrap_or_default().trim_start_matches(['从', '由']);
        // 从每人每月800元
        while let Some(behind) = PER.iter().find_map(|per| rest.strip_prefix(per)) {
            rest = behind;
        }
        rest.starts_with(|c: char| c.is_ascii_digit())
    };
    words.rfind(['从', '由']).filter(is_origin).map_or(to, |at| from + at)
}

/// Of whom and of what time an amount is.
const PER: [&str; 9] = ["每人", "每户", "每亩", "每年", "每月", "每天", "人均", "户均", "目前的"];

/// Whether a number counts what is written or has been listed: 等5个方面, 22项主要指标, 12个方案, 办理建议19件.
fn is_count_of_parts(text: &str, figure: &Figure, clause: &Clause) -> bool {
    const PAPERS: [&str; 4] = ["建议", "提案", "议案", "批示"];
    let counts = FigureKind::Number(Measure::Count);
    let behind = text.get(figure.end..clause.end).unwrap_or_default();
    let before = text.get(clause.start..figure.start).unwrap_or_default();
    let papers = PAPERS.iter().any(|paper| before.ends_with(paper) || behind.ends_with(paper));
    let listed = LISTED.begins(behind).is_some() || LISTED.ends(behind).is_some();
    figure.kind == counts && (listed || papers)
}

/// Whether a number is where something comes from: 从7248亿元提高到8865亿元.
fn is_origin(text: &str, figure: &Figure, clause: &Clause) -> bool {
    let before = text.get(clause.start..figure.start).unwrap_or_default();
    let behind = text.get(figure.end..clause.end).unwrap_or_default();
    let moves =
        ["提高", "提升", "增加", "增长", "缩小", "降低", "下降", "降", "减少", "扩大", "上升"];
    before.contains(['从', '由']) && moves.iter().any(|word| behind.starts_with(word))
}

/// Whether a number is part of a name: 每千人床位数, 三项保险, “一件事”, 专栏7-1.
fn is_part_of_name(plain: &Plain, figure: &Figure, clause: &Clause) -> bool {
    let before = plain.get(clause.start, figure.start);
    let per = before.ends_with('每') || before.ends_with("专栏");
    let words = plain.get(figure.start, figure.end);
    let numeral = matches!(figure.kind, FigureKind::Numeral(_));
    let mut characters = words.chars();
    let single = numeral
        && characters.next().is_some_and(|c| "一二两三四五六七八九".contains(c))
        && characters.next().is_some_and(|c| !"十百千万亿".contains(c));
    let told = before.is_empty() || before.ends_with('、') || MAKING.ends(before).is_some();
    let told = told || BETWEEN.ends(before).is_some();
    per || numeral && plain.is_quoted(figure.start, figure.end) || single && !told
}

/// Drops amounts of money that say of what kind the noun of the next number is: 10亿元以上项目超过20个.
fn drop_conditions(text: &str, found: &mut Vec<Figure>) {
    let is_money = |figure: &Figure| {
        matches!(
            figure.kind,
            FigureKind::Number(Measure::Money) | FigureKind::Numeral(Measure::Money)
        )
    };
    let follows = |one: &Figure, next: &Figure| {
        let between = text.get(one.end..next.start).unwrap_or_default();
        let counts = matches!(one.kind, FigureKind::Number(Measure::Count | Measure::People));
        counts
            && (between.is_empty() || is_money(next) && !between.contains(['、', '和', '及', '与']))
    };
    // 11个项目投资突破2000亿元: the money is what is promised, the number says of how many.
    let is_sum = |one: &Figure, next: &Figure| {
        let between = text.get(one.end..next.start).unwrap_or_default();
        let noun = between.trim_end_matches(['突', '破', '超', '过', '达', '到']);
        noun.len() < between.len() && MEASURED.ends(noun).is_some()
    };
    let runs_on = |one: &Figure, next: &Figure| {
        let between = text.get(one.end..next.start).unwrap_or_default();
        let paused = between.contains(['、', '和', '及', '与']);
        let exceeds = text.get(..one.start).is_some_and(|before| before.ends_with('超'));
        let from = text.get(one.start..one.end).is_some_and(|words| words.ends_with("以上"));
        !paused && (exceeds || from)
    };
    let conditions: Vec<Figure> = found
        .iter()
        .zip(found.iter().skip(1))
        .filter(|(one, next)| is_money(one) && runs_on(one, next))
        .map(|(one, _)| *one)
        .chain(
            found
                .iter()
                .zip(found.iter().skip(1))
                .filter(|(one, next)| follows(one, next))
                .map(|(one, next)| if is_sum(one, next) { *one } else { *next }),
        )
        .collect();
    found.retain(|figure| !conditions.contains(figure));
}

/// Where the words of one value end and those of the next begin.
fn cut(text: &str, from: usize, to: usize, leads: bool) -> usize {
    let between = text.get(from..to).unwrap_or_default();
    let pauses = ["、", "和", "及", "与", "并"];
    let at = if leads {
        pauses.iter().filter_map(|pause| between.rfind(pause)).max()
    } else {
        pauses.iter().chain(&["("]).filter_map(|pause| between.find(pause)).min()
    };
    at.map_or(if leads { to } else { from }, |at| from + at)
}

/// Whether a noun follows the number directly.
fn leads(text: &str, figure: &Figure, clause: &Clause) -> bool {
    let counts = matches!(figure.kind, FigureKind::Number(_) | FigureKind::Numeral(_));
    let behind = text.get(figure.end..clause.end).unwrap_or_default();
    let ends = [
        "、",
        "(",
        ")",
        "和",
        "及",
        "与",
        "并",
        "或",
        "的目标",
        "的水平",
        "目标",
        "等",
        "台阶",
        "新台阶",
        "大关",
        "每年",
    ];
    // 试点扩大到1000个县: what stands before is raised, and the word behind counts it.
    let raised = text.get(clause.start..figure.start).is_some_and(|before| {
        TO.iter()
            .find_map(|to| before.strip_suffix(to))
            .is_some_and(|noun| noun.chars().count() > 3)
    });
    let is_measure = behind.chars().count() <= 2 && raised;
    counts && !behind.is_empty() && !is_measure && !ends.iter().any(|word| behind.starts_with(word))
}

/// Verbs that say how many of what stands before them there shall be.
const TO: [&str; 5] = ["扩大到", "增加到", "提高到", "发展到", "达到"];

/// Where the comparators in front of a number begin.
pub(super) fn sign(text: &str, from: usize, to: usize) -> usize {
    let mut end = to;
    while let Some(word) = BETWEEN.ends(text.get(from..end).unwrap_or_default()) {
        // The 年 of 2025年 and its last digit are none.
        let before = text.get(from..end - word.len()).unwrap_or_default();
        if word.contains('年') && before.ends_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        end -= word.len();
    }
    // 较2020年, 比上年
    let before = text.get(from..end).unwrap_or_default();
    let base = before.rfind(['较', '比']).filter(|at| {
        let words = before.get(*at..).unwrap_or_default();
        let is_time = |c: char| c.is_ascii_digit() || "年末初上期前底".contains(c);
        let told = words
            .get('比'.len_utf8()..)
            .is_some_and(|rest| rest.starts_with(['由', '从', '例', '重']));
        words.chars().count() <= 8 && words.ends_with(is_time) && !told
    });
    base.map_or(end, |at| from + at)
}
