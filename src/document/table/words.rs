//! Words of cells as a plan prints them: on one line, and what a name says beside the indicator.

use std::borrow::Cow;

use crate::{
    document::{
        Given,
        headings::{HeadingNumber, HeadingRank},
    },
    syntax::compared_form,
    text::Span,
};

/// The words without the line ends inside; a blank stays between two words of Latin letters.
#[must_use]
pub fn one_line(words: &str) -> Cow<'_, str> {
    if !words.contains(['\n', '\r', '\t', '\u{B}']) {
        return Cow::Borrowed(words);
    }
    let mut joined = String::with_capacity(words.len());
    for line in words.split(['\n', '\r', '\t', '\u{B}']).map(str::trim) {
        // Chinese is broken anywhere, so nothing is put between; between Latin words the line end was
        // their blank.
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if latin(joined.chars().next_back()) && latin(line.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    Cow::Owned(joined)
}

/// A cell's words on one line: the cell itself, or given words where it breaks.
pub fn cell_on_one_line(given: &mut Given, span: Span) -> Span {
    match one_line(span.of(given.text())) {
        Cow::Borrowed(_) => span,
        Cow::Owned(words) => given.write(&words, Some(span)),
    }
}

/// Whether words are a footnote of a table: `注：…`, `*…`, `[ ]内为…`.
#[must_use]
pub fn is_note(words: &str) -> bool {
    let words = words.trim_start();
    let marked = ["*", "＊", "∗", "※", "[", "〔", "【"].iter().any(|mark| words.starts_with(mark));
    let said =
        ["注：", "注:", "注1", "备注：", "备注:", "说明：", "说明:", "带*", "带＊", "（注", "注 "];
    // *就业 is a name that a note explains further down; what explains is longer than eight characters.
    said.iter().any(|word| words.starts_with(word)) || marked && words.chars().count() > 8
}

/// Whether a cell says the same as the one above it.
#[must_use]
pub fn is_ditto(words: &str) -> bool {
    ["〃", "″", "\"", "同上"].contains(&words.trim())
}

/// Whether a line can name the table below it: `表1 …`, `专栏2 …`, `…主要指标`.
#[must_use]
pub fn is_caption(words: &str) -> bool {
    let words = words.trim();
    let marks = ["表", "附表", "续表", "专栏", "附件"];
    let numbered = marks.iter().any(|mark| {
        let behind = words.strip_prefix(mark).map(str::trim_start);
        behind.is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_numeric() || "一二三四五六七八九十（(:：".contains(c))
        })
    });
    let ends = [
        "指标",
        "指标体系",
        "指标表",
        "目标表",
        "一览表",
        "汇总表",
        "情况表",
        "指标）",
        "任务表",
        "分解表",
    ];
    // Fifty characters are a choice; what is longer, or has a stop, tells something of the table.
    let whole = words.chars().count() <= 50 && !words.contains(['。', '；', ';']);
    whole && (numbered || ends.iter().any(|end| words.ends_with(end)) || words == "续表")
}

/// Whether words say the unit of a whole table: `单位：万人`.
#[must_use]
pub fn is_unit_line(words: &str) -> bool {
    let words = words.trim_start_matches(['（', '(', ' ', '\u{3000}']);
    let said = words.strip_prefix("计量").unwrap_or(words).strip_prefix("单位");
    said.is_some_and(|rest| rest.trim_start().starts_with(['：', ':']))
        // 编制单位：甲市发展改革委… begins otherwise; a longer line with 单位 tells who has written it.
        && words.chars().count() <= 20
}

/// A footnote without 注：.
#[must_use]
pub fn without_mark(text: &str, note: Span) -> Span {
    let words = note.of(text);
    let bare = ["注：", "注:", "备注：", "备注:", "说明：", "说明:"]
        .iter()
        .find_map(|mark| words.strip_prefix(mark));
    let Some(bare) = bare.map(str::trim_start) else { return note };
    Span { start: note.end.saturating_sub(Span::new(0, bare.len()).end), end: note.end }
}

/// Whether a row sums up those above it: what it sums is no indicator of its own.
pub(super) fn is_sum(name: &str) -> bool {
    matches!(
        &*compared_form(name),
        "小计" | "合计" | "总计" | "共计" | "total" | "subtotal" | "sum"
    )
}

/// Whether the number of a row is one of the indicators' own: `7`, not `一`.
pub(super) fn numbered(text: &str, number: Option<Span>) -> bool {
    number.is_some_and(|number| {
        number
            .of(text)
            .contains(|c: char| c.is_numeric() && c.is_ascii() || ('０'..='９').contains(&c))
    })
}

/// A name without the number before it: `7.居民收入增长`.
pub(super) fn without_heading_number(text: &str, name: Span) -> Span {
    let words = name.of(text);
    let Some(number) = HeadingNumber::of(words).filter(|number| number.rank == HeadingRank::Digit)
    else {
        return name;
    };
    let rest = words.get(number.length..).map(str::trim_start).filter(|rest| !rest.is_empty());
    rest.map_or(name, |rest| Span { start: name.end - Span::new(0, rest.len()).end, end: name.end })
}

/// The name behind `其中：`.
pub(super) fn without_thereof(text: &str, name: Span) -> Span {
    let words = name.of(text);
    let Some(rest) = words.strip_prefix("其中") else { return name };
    let rest = rest.trim_start_matches(['：', ':', '，', ',', ' ', '\u{3000}']);
    if rest.is_empty() {
        return name;
    }
    Span { start: name.end - Span::new(0, rest.len()).end, end: name.end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_in_cells_are_closed() {
        assert_eq!(one_line("2025年\n\t目标值"), "2025年目标值");
        assert_eq!(one_line("GDP\ngrowth"), "GDP growth");
        assert!(matches!(one_line("指标"), Cow::Borrowed(_)));
    }

    #[test]
    fn footnotes_are_known_by_their_mark() {
        for note in ["注：带*的为约束性指标", "*城乡居民收入比是指", "〔〕内为五年累计数"]
        {
            assert!(is_note(note), "{note}");
        }
        for words in ["[3000]*", "注重品质", "*就业"] {
            assert!(!is_note(words), "{words}");
        }
        let text = "注： 累计值";
        assert_eq!(without_mark(text, Span::new(0, text.len())).of(text), "累计值");
    }
}
