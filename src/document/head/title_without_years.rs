//! A title without the years of its plan.

/// A title without `“十四五”`, `2024年`, `2023—2027年` and the like.
#[must_use]
pub fn title_without_years(title: &str) -> String {
    let mut words = title.to_owned();
    while let Some(start) = words.find(|c: char| c.is_ascii_digit()) {
        let rest = words.get(start..).unwrap_or_default();
        let joins =
            |c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '–' | '~' | '年' | '至' | '度');
        let length = rest.find(|c| !joins(c)).unwrap_or(rest.len());
        let is_year =
            // 2024 begins a year; a number that goes on with other words (百村1000) ends the search, and
            // stays.
            rest.get(..length).is_some_and(|run| run.contains('年') && run.starts_with("20"));
        if !is_year {
            break;
        }
        let by = ["以前", "之前", "前"];
        let rest = words.get(start + length..).unwrap_or_default();
        let by = by.iter().find(|by| rest.starts_with(**by)).map_or(0, |by| by.len());
        words.replace_range(start..start + length + by, "");
    }
    const NUMERALS: &str = "一二三四五六七八九";
    // All nine, because a title may name the plan before its own.
    for ones in NUMERALS.chars() {
        for plan in [
            format!("“十{ones}五”"),
            format!("\"十{ones}五\""),
            format!("十{ones}五"),
            format!("第十{ones}个五年"),
        ] {
            words = words.replace(&plan, "");
        }
    }
    words.replace("“十五”", "").replace("时期", "")
}
