//! Whether a text is written in the plan language at all.

use super::{PlanHead, TableKind, read::parse};

/// Bytes of a text that are looked at.
// A plan file opens with its plan or table; a book that mentions one on page forty is none, and need not be parsed
// to know it.
const NEAR: usize = 16 << 10;

/// Whether the first line that is neither blank nor a comment opens a plan, or a table that the language knows: what a page
/// prints before its own words is none of both.
#[must_use]
pub fn is_plan_file(text: &str) -> bool {
    let mut near = NEAR.min(text.len());
    while !text.is_char_boundary(near) {
        near -= 1;
    }
    let tree = parse(text.get(..near).unwrap_or_default());
    let head = tree.plan.as_ref();
    // Plan climat 2030: any text may begin with that word. What the language opens is quoted or has fields below.
    let quoted = |head: &PlanHead| {
        let behind = text.get(head.keyword.end as usize..head.title.start as usize);
        behind.is_some_and(|behind| behind.contains(['《', '“', '「', '"', '＂']))
    };
    let plan = head.filter(|head| quoted(head) || !head.fields.is_empty());
    let plan = plan.map(|plan| plan.keyword.start);
    let known = tree.tables.iter().filter(|table| table.kind != TableKind::Unknown);
    let table = known.filter(|table| !table.columns.is_empty()).map(|table| table.keyword.start);
    let first = plan.into_iter().chain(table).min();
    // A problem before the first keyword is a line of something else.
    first.is_some_and(|first| tree.problems.iter().all(|problem| problem.span.start > first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_page_is_no_plan_file() {
        assert!(is_plan_file("# 说明\n\n规划 《甲县规划》\n地区: 甲县\n"));
        assert!(is_plan_file("指标目录\n| 指标 | 单位 |\n"));
        assert!(is_plan_file("plan “X”\nwhat is this\n"));
        assert!(is_plan_file("plan X\nregion: Arcadia\n"));
        assert!(is_plan_file("规划 甲县规划\n地区: 甲县\n"));
        assert!(!is_plan_file(
            "Plan climat de la ville\n\nObjectifs pour 2030 : recyclage 65 %.\n"
        ));
        assert!(!is_plan_file("Plan « Climat »\nNote : provisoire\n"));
        assert!(!is_plan_file("Plan for housing 2021-2030\n\nBy 2030 there will be 500 homes.\n"));
        assert!(!is_plan_file("规划工作方案\n\n到2030年，覆盖率达到65%。\n"));
        assert!(!is_plan_file("索引号: | 1 |\n规划 《甲县规划》\n"));
        assert!(!is_plan_file("甲县住房发展规划\n正文\n一、总则\n"));
        assert!(!is_plan_file(""));
    }
}
