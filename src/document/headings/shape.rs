//! Headings without a number: a short line alone above running text, with words that open a part of a plan or report.

use crate::{
    document::{Block, Document},
    text::Span,
};

use super::HeadingNumber;

/// A line with more characters is no such heading.
// A choice: without a number only the words tell, so the line must hold little else.
const LONGEST: usize = 28;

/// Words of the headings of whole parts. Other short lines may be anything: a name, a date, a slogan.
// The list is closed on purpose: a wrong heading would say of all below it that it was reached or is
// promised.
const PARTS: [&str; 26] = [
    "成绩单",
    "回顾",
    "工作总结",
    "主要目标",
    "发展目标",
    "预期目标",
    "目标任务",
    "总体要求",
    "总体思路",
    "指导思想",
    "重点工作",
    "重点任务",
    "主要任务",
    "工作安排",
    "工作部署",
    "保障措施",
    "组织实施",
    "现实基础",
    "发展基础",
    "形势",
    "自身建设",
    "工作目标",
    "总体目标",
    "显著成效",
    "任务书",
    "奋斗目标",
];

/// Words of headings inside a part, which goes on looking back or promising.
const INNER: [&str; 4] = ["民生实事", "实事项目", "主要指标", "主要措施"];

/// Words of those that look back, whatever stands below them.
const BACK: [&str; 4] = ["回顾", "工作总结", "成绩单", "完成情况"];

/// Endings of the titles of documents, which are no parts of them.
const TITLES: [&str; 9] = ["规划", "纲要", "方案", "计划", "报告", "意见", "要点", "通知", "决定"];

/// What stands before a heading or an item of a list.
pub const MARKS: [char; 9] = ['■', '●', '◆', '▶', '★', '•', '▪', '◇', '▲'];

/// How deep such a heading stands: it opens a whole part, as 一、 does.
const LEVEL: u8 = 2;

/// The lines of a document that are headings by their shape and words, as places among its blocks.
#[must_use]
pub fn unnumbered(document: &Document) -> Vec<(usize, Span)> {
    let text = &*document.text;
    let blocks = &document.blocks;
    let bare = |(at, block): (usize, &Block)| {
        let Block::Paragraph(span) = block else { return None };
        let next = blocks.get(at + 1);
        // Below what looks back a list of results without stops is enough: under 回顾 nothing is a
        // promise, and a heading that was missed would make targets of all that was reached.
        let looks_back = BACK.iter().any(|word| span.of(text).contains(word));
        let follows = next.is_some_and(|next| is_running(text, next, *span))
            || looks_back && matches!(next, Some(Block::Paragraph(_)));
        (follows && opens_part(span.of(text))).then_some((at, *span))
    };
    blocks.iter().enumerate().filter_map(bare).collect()
}

/// Makes those lines headings.
pub fn mark_headings(document: &mut Document, lines: &[(usize, Span)]) {
    for (at, span) in lines {
        if let Some(block) = document.blocks.get_mut(*at) {
            let words = span.of(&document.text);
            // 民生实事 inside a part that looks back must not end it, so it stands a level deeper.
            let is_inner = !PARTS.iter().any(|part| words.contains(part));
            *block = Block::Heading { level: LEVEL + u8::from(is_inner), span: *span };
        }
    }
}

/// Whether what stands below a short line is text: a sentence, or a heading of a deeper level.
fn is_running(text: &str, next: &Block, line: Span) -> bool {
    match next {
        Block::Paragraph(span) => {
            let words = span.of(text);
            // A heading is shorter than the text it opens; two short lines above each other are rather
            // lines of a form.
            words.len() > line.of(text).len() && words.contains(['。', '，', '；', '：'])
                || words.trim_start().starts_with(MARKS)
        }
        Block::Heading { level, .. } => *level > LEVEL,
        Block::Note(_) | Block::Table(_) => false,
    }
}

/// Whether a line is a heading of a whole part by its length and words.
#[must_use]
pub fn opens_part(line: &str) -> bool {
    let words = line.trim().trim_start_matches(MARKS).trim_start();
    let length = words.chars().count();
    // Two or three characters (形势, 回顾) are as often the word of a cell or a link of a page.
    (4..=LONGEST).contains(&length)
        && !words.contains(['。', '，', '；', '：', '！', '？', ',', ';', ':', '|', '\t', '…'])
        // A line with a number is a heading by that, and with the level that the number gives it.
        && HeadingNumber::of(words).is_none()
        // 甲县重点任务实施方案 is the title of a document, though it holds 重点任务.
        && !TITLES.iter().any(|ending| words.ends_with(ending))
        && PARTS.iter().chain(&INNER).any(|part| words.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lines: &[&str]) -> Vec<String> {
        let mut document = Document::default();
        for line in lines {
            let start = document.text.len();
            document.text.push_str(line);
            document.blocks.push(Block::Paragraph(Span::new(start, document.text.len())));
            document.text.push('\n');
        }
        let lines = unnumbered(&document);
        lines.iter().map(|(_, span)| span.of(&document.text).to_owned()).collect()
    }

    #[test]
    fn a_short_line_above_text_opens_a_part() {
        let lines = [
            "甲省政府工作报告",
            "“十四五”时期工作回顾",
            "五年来，经济总量突破一万亿元。",
            "2026年重点工作",
            "今年，要做好以下工作。",
        ];
        assert_eq!(found(&lines), ["“十四五”时期工作回顾", "2026年重点工作"]);
    }

    #[test]
    fn other_short_lines_open_none() {
        for line in [
            "重点任务清单，见附件",
            "甲县重点任务实施方案",
            "一、重点任务",
            "甲县",
            "重点工作进展顺利。",
        ] {
            assert!(
                found(&[line, "全县经济稳定，收入增加，就业扩大，民生改善。"]).is_empty(),
                "{line}"
            );
        }
        assert!(found(&["重点工作", "重点任务"]).is_empty(), "no text below");
    }
}
