//! What the reader of an imported plan has to look at: readings that are not sure, and parts that were not read.

use crate::{
    document::Imported,
    syntax::{KeywordSet, Problem, ProblemKind, Unsure, UnsureReason},
    text::Span,
};

use super::flat::flat;

/// Characters of words that are quoted.
const QUOTED: usize = 60;

/// Where the plan comes from.
pub(super) fn opening_remark(document: &str, keywords: KeywordSet) -> String {
    let document = flat(document);
    match keywords {
        KeywordSet::Chinese => format!("# 由 {document} 导入，请对照原文核对。\n\n"),
        KeywordSet::English => {
            format!("# Imported from {document}; compare it with the document.\n\n")
        }
    }
}

/// The unsure readings, then the unread parts.
pub(super) fn closing_remarks(plan: &Imported, keywords: KeywordSet, out: &mut String) {
    let mut unread = Vec::new();
    let mut unsure = Vec::new();
    for problem in &plan.tree.problems {
        match &problem.kind {
            ProblemKind::Unsure(one) => unsure.push(reading(plan, problem, one, keywords)),
            ProblemKind::UnreadPart { what } => {
                unread.push(unread_part_remark(plan, problem.span, what, keywords))
            }
            ProblemKind::DuplicateColumn => {
                unread.push(unread_part_remark(plan, problem.span, "repeated", keywords));
            }
            _ => {}
        }
    }
    // What can be moved into the table by hand stands before what cannot.
    for lines in [unsure, unread].into_iter().filter(|lines| !lines.is_empty()) {
        out.push('\n');
        lines.iter().for_each(|line| out.push_str(line));
    }
}

/// `# 待核：三（一） | 常住人口城镇化率 | 2025 | 力争75%（像是鼓励、探索的提法）`: the cells of a row of 正文, to be moved there.
fn reading(plan: &Imported, problem: &Problem, unsure: &Unsure, keywords: KeywordSet) -> String {
    // In the order of the columns of 正文, so that taking off the words before and behind leaves a row.
    let words = |span: Span| shortened_quote(span.of(&plan.text));
    let cells =
        [unsure.position, unsure.region, Some(unsure.name), unsure.year, Some(problem.span)];
    let cells: Vec<String> = cells.into_iter().flatten().map(words).collect();
    let (cells, why) = (cells.join(" | "), why_unsure(unsure.why, keywords));
    match keywords {
        KeywordSet::Chinese => format!("# 待核：{cells}（{why}）\n"),
        KeywordSet::English => format!("# to check: {cells} ({why})\n"),
    }
}

fn why_unsure(reason: UnsureReason, keywords: KeywordSet) -> &'static str {
    let (zh, en) = match reason {
        UnsureReason::Name => ("指的是哪项指标不够明确", "what it measures is not clear"),
        UnsureReason::Intent => ("像是鼓励、探索的提法", "it encourages rather than promises"),
        UnsureReason::Value => {
            ("数值怎么理解不够明确", "the value can be understood in several ways")
        }
    };
    if keywords == KeywordSet::Chinese { zh } else { en }
}

/// `# 未读出：图片，在“…”附近`.
fn unread_part_remark(plan: &Imported, span: Span, what: &str, keywords: KeywordSet) -> String {
    let (zh, en) = match what {
        "table" => ("没有认出栏目的表", "a table whose columns are not known"),
        "row" => ("对不上栏目的一行", "a row that fits no columns"),
        "column" => ("没有认出表头的一栏", "a column whose head is not known"),
        "repeated" => ("与前面一栏意思相同的一栏", "a column that says the same as one before it"),
        "nested-table" => ("单元格里的表", "a table inside a cell"),
        "object" => ("文本框或嵌入对象", "a text box or an embedded object"),
        "hidden" => ("隐藏的内容", "what is hidden"),
        "hidden-row" => ("隐藏的行", "hidden rows"),
        "hidden-column" => ("隐藏的列", "hidden columns"),
        "sheet" => ("损坏的工作表", "a damaged sheet"),
        "formula" => ("没有保存结果的公式", "a formula without its result"),
        "number-format" => ("显示格式没有认出的数字", "a number in an unknown format"),
        "english" => ("英文正文里的数", "numbers in English prose"),
        "limit" => ("过长或嵌套过深的部分", "what is too long or nests too deep"),
        _ => ("图片", "a picture"),
    };
    // A picture has no words of its own: what stands before it is where somebody will look.
    let words = match span.is_empty() {
        true => shortened_quote(words_before_place(plan, span)),
        false => shortened_quote(span.of(&plan.text)),
    };
    match (keywords, words.is_empty()) {
        (KeywordSet::Chinese, true) => format!("# 未读出：{zh}\n"),
        (KeywordSet::English, true) => format!("# not read: {en}\n"),
        (KeywordSet::Chinese, false) => format!("# 未读出：{zh}，在“{words}”处\n"),
        (KeywordSet::English, false) => format!("# not read: {en}, at “{words}”\n"),
    }
}

/// The words of the line before a place that has none of its own.
fn words_before_place(plan: &Imported, span: Span) -> &str {
    let text = plan.text.get(..span.start as usize).unwrap_or_default();
    text.trim_end().rsplit('\n').next().unwrap_or_default()
}

fn shortened_quote(words: &str) -> String {
    let mut words = flat(words);
    if let Some((end, _)) = words.char_indices().nth(QUOTED) {
        words.truncate(end);
        words.push('…');
    }
    words
}
