//! The worlds that examples share: who lies above whom, and the indicators that an example speaks of.

use std::collections::BTreeSet;

use crate::syntax::{FormatOptions, format_plan};

/// The regions of each world by its name, as a plan file lists them.
const REGIONS: [(&str, &str); 11] = [
    ("city", include_str!("../../rules/worlds/city.plan")),
    ("city-counties", include_str!("../../rules/worlds/city-counties.plan")),
    ("city-counties-weighted", include_str!("../../rules/worlds/city-counties-weighted.plan")),
    ("city-county", include_str!("../../rules/worlds/city-county.plan")),
    ("county", include_str!("../../rules/worlds/county.plan")),
    ("province", include_str!("../../rules/worlds/province.plan")),
    ("province-cities", include_str!("../../rules/worlds/province-cities.plan")),
    ("province-city", include_str!("../../rules/worlds/province-city.plan")),
    ("province-city-county", include_str!("../../rules/worlds/province-city-county.plan")),
    ("province-county", include_str!("../../rules/worlds/province-county.plan")),
    ("zhejiang", include_str!("../../rules/worlds/zhejiang.plan")),
];

/// The indicators of all worlds.
const INDICATORS: &str = include_str!("../../rules/worlds/indicators.plan");

/// The plan file with the regions of `world`, the indicators that `spoken` names, and what the example adds of its `own`; none when
/// there is no such world.
pub(super) fn names_plan(world: &str, spoken: &str, own: &str) -> Option<String> {
    let (_, regions) = REGIONS.iter().find(|(name, _)| *name == world)?;
    let mut text = format!("{}\n", regions.trim());
    let indicators = indicators(spoken, own);
    if !indicators.is_empty() {
        text.push('\n');
        text.push_str(&indicators);
    }
    if !own.trim().is_empty() {
        text.push('\n');
        text.push_str(own.trim_start());
    }
    Some(text)
}

/// The table of the shared indicators that `spoken` names and `own` does not define itself; empty when there are none.
fn indicators(spoken: &str, own: &str) -> String {
    let mut lines = INDICATORS.trim().lines();
    let (title, head) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let rows: Vec<Vec<&str>> = lines.skip(1).map(cells).collect();
    let defined: BTreeSet<&str> =
        own.lines().filter_map(|line| cells(line).first().copied()).collect();
    let mut kept = vec![false; rows.len()];
    // A row can name another one (the share that a count is held against), which then belongs to the world as well.
    let mut text = format!("{spoken}\n{own}");
    while let Some(next) = rows.iter().zip(&kept).position(|(row, kept)| {
        let name = row.first().copied().unwrap_or_default();
        !kept && !defined.contains(name) && text.contains(name)
    }) {
        if let (Some(kept), Some(row)) = (kept.get_mut(next), rows.get(next)) {
            *kept = true;
            text.push_str(&row.join(" "));
        }
    }
    let rows: Vec<Vec<&str>> =
        rows.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(row, _)| row).collect();
    if rows.is_empty() { String::new() } else { table(title, &cells(head), &rows) }
}

/// The cells of a table's line.
fn cells(line: &str) -> Vec<&str> {
    let Some(line) = line.trim().strip_prefix('|') else { return Vec::new() };
    line.strip_suffix('|').unwrap_or(line).split('|').map(str::trim).collect()
}

/// A table without the columns that are blank in every row: an example shows what matters in it.
fn table(title: &str, head: &[&str], rows: &[Vec<&str>]) -> String {
    let cell =
        |row: &[&str], column: usize| row.get(column).copied().unwrap_or_default().to_owned();
    let filled = |column: &usize| rows.iter().any(|row| !cell(row, *column).is_empty());
    let columns: Vec<usize> = (0..head.len()).filter(filled).collect();
    let line = |row: &[&str]| {
        let cells: Vec<String> = columns.iter().map(|column| cell(row, *column)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let dashes = vec!["-"; head.len()];
    let body: String = rows.iter().map(|row| line(row)).collect();
    let table = format!("{title}\n{}{}{body}", line(head), line(&dashes));
    format_plan(&table, &FormatOptions::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_world_has_its_regions_and_the_indicators_that_are_spoken_of() {
        let text = names_plan("province-county", "| 结对学校（所） | 24 |", "").unwrap();
        assert!(text.contains("| 乙县 | 县   | 甲省 |"), "{text}");
        assert!(text.contains("| 结对学校 "), "{text}");
        // Named by the row of the first; the column in which nothing stands is left out.
        assert!(text.contains("| 学校结对率 "), "{text}");
        assert!(!text.contains("路径") && !text.contains("收入倍差"), "{text}");
        assert_eq!(names_plan("nowhere", "", ""), None);
    }

    #[test]
    fn an_example_can_define_an_indicator_itself() {
        let own = "指标目录\n| 指标       | 汇总     |\n| - | - |\n| 住房覆盖率 | 逐级达标 |\n";
        let text = names_plan("province", "| 住房覆盖率（%） |", own).unwrap();
        assert_eq!(text.matches("住房覆盖率").count(), 1, "{text}");
        assert!(text.ends_with(own), "{text}");
    }

    #[test]
    fn every_file_of_the_worlds_is_one() {
        let folder =
            std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/rules/worlds")).unwrap();
        let mut files: Vec<String> = folder
            .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        files.sort();
        let mut names: Vec<&str> = REGIONS.iter().map(|(name, _)| *name).collect();
        names.push("indicators");
        names.sort_unstable();
        assert_eq!(files, names);
    }
}
