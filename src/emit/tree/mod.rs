//! The hierarchy as a drawing for people, as one document for machines.

mod line;

use std::io::{self, Write};

use crate::{
    config::Language,
    views::{Branch, Leaf, RunHierarchy, UnreadFile},
    words::{term, term_of, text},
};

use super::{clip::clip, document, escape};
use line::{Room, carried_plan_line, outline, tree_plan_line};

/// The strokes of a drawing: a line that goes on, a branch, the last branch.
struct Strokes {
    bar: &'static str,
    branch: &'static str,
    last: &'static str,
}

const LINES: Strokes = Strokes { bar: "│ ", branch: "├ ", last: "└ " };
const PLAIN: Strokes = Strokes { bar: "| ", branch: "|-", last: "`-" };

/// How many levels are set in; what lies deeper stands under each other.
// Ten levels take twenty columns; a table that nests deeper is a mistake and need not push the names off the page.
const DEEPEST: usize = 10;

/// Draws the hierarchy in at most 100 columns, in plain ASCII strokes where `graphics` are not wanted.
///
/// # Errors
/// Those of `out`.
pub fn write_tree(
    tree: &RunHierarchy,
    language: Language,
    graphics: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let strokes = if graphics { LINES } else { PLAIN };
    let mut before: Vec<&str> = Vec::new();
    for branch in &tree.regions {
        // Regions come one above those below it, so what is left of the strokes is always that of the way up.
        before.truncate(branch.depth.saturating_sub(1).min(DEEPEST));
        let stroke = match (branch.depth, branch.is_last) {
            (0, _) => "",
            (_, false) => strokes.branch,
            (_, true) => strokes.last,
        };
        writeln!(out, "{}{stroke}{}", before.concat(), tree_region_line(language, branch))?;
        if branch.depth > 0 && before.len() < DEEPEST {
            before.push(if branch.is_last { "  " } else { strokes.bar });
        }
        let inner = if branch.has_below { strokes.bar } else { "  " };
        let room = Room::new(format!("{}{inner}", before.concat()));
        for plan in &branch.plans {
            leaf(language, &room, plan, out)?;
        }
        silent(language, &room, branch.silent, out)?;
    }
    rest(tree, language, out)
}

/// Writes the hierarchy as one document.
///
/// # Errors
/// Those of `out`.
pub fn write_tree_json(tree: &RunHierarchy, out: &mut dyn Write) -> io::Result<()> {
    document::write("planlint-tree/1", tree, out)
}

/// 湖州市（市）, with what is missing there.
fn tree_region_line(language: Language, branch: &Branch) -> String {
    let name = clip(&branch.region, 36);
    let tier = branch.tier.as_deref().map(|tier| clip(term(language, tier), 16));
    let tier = tier.map(|tier| text! { language; zh: "（{tier}）", en: " ({tier})" });
    let gap = match branch.is_gap {
        true => language.pick("：这一级没有规划", ": no plan here"),
        false => "",
    };
    format!("{name}{}{gap}", tier.unwrap_or_default())
}

fn leaf(language: Language, room: &Room, plan: &Leaf, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", tree_plan_line(language, room, plan))?;
    for title in &plan.outlines {
        writeln!(out, "{}", outline(language, room, title))?;
    }
    for carried in &plan.above {
        writeln!(out, "{}", carried_plan_line(language, room, carried))?;
    }
    Ok(())
}

fn silent(language: Language, room: &Room, count: usize, out: &mut dyn Write) -> io::Result<()> {
    match (count, language) {
        (0, _) => Ok(()),
        (_, Language::Zh) => writeln!(out, "{}另有 {count} 个下级地区没有规划", room.before()),
        (1, Language::En) => writeln!(out, "{}1 other region below has no plan", room.before()),
        (_, Language::En) => {
            writeln!(out, "{}{count} other regions below have no plan", room.before())
        }
    }
}

/// What stands nowhere in the tree, and the counts.
fn rest(tree: &RunHierarchy, language: Language, out: &mut dyn Write) -> io::Result<()> {
    if !tree.strays.is_empty() {
        writeln!(out, "{}", language.pick("地区不明", "region not known"))?;
    }
    let room = Room::new("  ".to_owned());
    for plan in &tree.strays {
        leaf(language, &room, plan, out)?;
    }
    for UnreadFile { file, why } in &tree.unread {
        let (path, why) = (escape(file), term_of(language, why));
        let said = language.pick("未能读取：", "not read: ");
        writeln!(out, "{said}{path}{}", text! { language; zh: "（{why}）", en: " ({why})" })?;
    }
    writeln!(out, "{}", tree_counts(tree, language))
}

fn tree_counts(tree: &RunHierarchy, language: Language) -> String {
    let plans = || tree.regions.iter().flat_map(|branch| &branch.plans).chain(&tree.strays);
    let with = tree.regions.iter().filter(|branch| !branch.plans.is_empty()).count();
    let gaps = tree.regions.iter().filter(|branch| branch.is_gap).count();
    let orphans = plans().filter(|plan| plan.is_orphan).count();
    let parts = [
        (gaps, "个中间层级没有规划", "without a plan in between"),
        (orphans, "个规划没有上级规划", "with no plan above"),
        (tree.strays.len(), "个规划地区不明", "of a region not known"),
        (tree.unread.len(), "个文件未能读取", "not read"),
    ];
    let all = plans().count();
    let head = text! { language; zh: "共 {with} 个地区、{all} 个规划", en: "regions: {with}, plans: {all}" };
    let some = parts.into_iter().filter(|(count, ..)| *count > 0);
    some.fold(head, |said, (count, zh, en)| {
        text! { language; zh: "{said}，{count} {zh}", en: "{said}, {en}: {count}" }
    })
}
