//! English output has no Chinese words and no Chinese marks but those that the plans themselves print.

use std::{collections::BTreeSet, fs, path::Path};

use crate::{
    command::planlint,
    documents::{joined, package::entries},
    house::{files, root},
};

/// A plan in which much cannot be read, so that what is said of it is told, too.
const BROKEN: &str = "规划 《乙县规划》\n地区: 乙县\n规划期: 2021—2025\n错字: x\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 | 属性 |\n| --- | --- |\n| 住房保障覆盖率（%） | 23.9 | 2５.x | 约束 | |\n| 绿地率（%） | 60 | 待补充 | 约束性 | x |\n";
/// The same plan with other numbers, for a comparison of two drafts.
const MENDED: &str = "规划 《乙县规划》\n地区: 乙县\n规划期: 2021—2025\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 |\n| --- | --- | --- | --- |\n| 住房保障覆盖率（%） | 23.9 | 24 | 预期性 |\n";

/// Commands with their arguments, one a line, by what they run on.
const LINES: &str = include_str!("samples/commands.txt");

/// Every command, and one that is none.
const COMMANDS: &str = "check explain rules read trace tree brief export sheet diff fmt catalogue completions \
    man init config schema baseline fix what-if annotate draft import limits report import-decisions nothing";

/// What plans print, and output that is looked at beside it.
struct Printed(String);

impl Printed {
    /// Every place of `shown` that holds what no plan prints, with the words around it.
    fn strangers(&self, shown: &str) -> BTreeSet<String> {
        let shown: Vec<char> = shown.chars().collect();
        let mut strange = BTreeSet::new();
        let mut at = 0;
        while at < shown.len() {
            let from = at;
            if is_han(shown[at]) {
                at = (at..shown.len()).find(|at| !is_han(shown[*at])).unwrap_or(shown.len());
            } else {
                at += 1;
            }
            let own = if is_han(shown[from]) {
                self.holds(&shown[from..at])
            } else {
                !is_mark(shown[from]) || self.prints(&shown, from)
            };
            if !own {
                let around = from.saturating_sub(20)..(at + 20).min(shown.len());
                strange.insert(shown[around].iter().collect::<String>().replace('\n', "⏎"));
            }
        }
        strange
    }

    fn holds(&self, words: &[char]) -> bool {
        self.0.contains(&words.iter().collect::<String>())
    }

    /// Whether the mark at `at` is one that a plan prints: between its two neighbours there, or at the end of words of a plan,
    /// or around a title; the end of words that are cut off is an ellipsis.
    fn prints(&self, shown: &[char], at: usize) -> bool {
        let near = |at: usize| shown.get(at).copied().unwrap_or('\n');
        let (before, after) = (near(at.wrapping_sub(1)), near(at + 1));
        let outside = |c: char| !is_han(c) && !is_mark(c) && !c.is_alphanumeric();
        let edge = |from: usize, to: usize| {
            let words = &shown[from.min(at)..to.min(shown.len())];
            words.len() > 1 && !words.contains(&' ') && self.holds(words)
        };
        self.holds(&[before, shown[at], after])
            || outside(after) && edge(at.saturating_sub(if is_han(before) { 1 } else { 2 }), at + 1)
            || outside(before) && edge(at, at + if outside(near(at + 2)) { 2 } else { 3 })
            || "》）".contains(shown[at]) && before == '…'
            || self.is_title(shown, at)
    }

    /// Whether the mark at `at` opens or closes the title of a plan, which stands in marks of its own in every language.
    fn is_title(&self, shown: &[char], at: usize) -> bool {
        let (open, close) = match shown[at] {
            '《' => (Some(at), (at..shown.len()).find(|at| shown[*at] == '》')),
            '》' => ((0..at).rev().find(|at| shown[*at] == '《'), Some(at)),
            _ => return false,
        };
        let Some((open, close)) = open.zip(close) else { return false };
        let title: String = shown[open + 1..close].iter().collect();
        let title = title.trim_end_matches('…');
        title.chars().count() > 2 && !title.contains('\n') && self.0.contains(title)
    }
}

/// A mark of Chinese text: `、。《》` and the like, and the full-width forms.
fn is_mark(c: char) -> bool {
    ('\u{3000}'..='\u{303F}').contains(&c) || ('\u{FF00}'..='\u{FFEF}').contains(&c)
}

fn is_han(c: char) -> bool {
    ('\u{2E80}'..='\u{2FFF}').contains(&c) || ('\u{3400}'..='\u{9FFF}').contains(&c)
}

/// Runs each command in `folder` in English; what it says, and what no plan prints of that.
fn strange(folder: &Path, printed: &Printed, commands: &[String]) -> Vec<String> {
    let mut strange = Vec::new();
    for command in commands {
        let words = ["--lang", "en"].into_iter().chain(command.split_whitespace());
        let ran = planlint(folder, &words.collect::<Vec<_>>());
        for said in [&ran.stdout, &ran.stderr] {
            let said = unfolded(&String::from_utf8_lossy(said));
            let found = printed.strangers(&said);
            strange.extend(found.into_iter().take(3).map(|words| format!("{command}: {words}")));
        }
    }
    strange
}

/// Lines that were folded in the middle of Chinese words, whole again.
fn unfolded(said: &str) -> String {
    let mut whole = String::new();
    for line in said.split_inclusive('\n') {
        let rest = line.trim_start_matches([' ', '│']);
        let goes_on = line.len() > rest.len() && whole.trim_end_matches('\n').ends_with(is_han);
        if goes_on && rest.starts_with(|c| is_han(c) || is_mark(c)) {
            whole.truncate(whole.trim_end_matches('\n').len());
            whole.push_str(rest);
        } else {
            whole.push_str(line);
        }
    }
    whole
}

/// The commands that run on `what`.
fn lines(what: &str) -> Vec<String> {
    let part = LINES.split("=== ").find(|part| part.starts_with(what)).unwrap();
    let lines: Vec<_> = part.lines().skip(1).filter(|line| !line.is_empty()).collect();
    assert!(lines.len() > 10, "{what}");
    lines.into_iter().map(|line| line.replace("(nothing)", "")).collect()
}

/// All that the plans of the package, the words of the catalogue and the marks of examples print.
fn built_in() -> String {
    let plans = files("plans", "plan").into_iter();
    let tables = ["plan", "csv"].into_iter().flat_map(|kind| files("src/catalogue/builtin", kind));
    plans.chain(tables).map(|path| fs::read_to_string(root().join(path)).unwrap() + "\n").collect()
}

/// The text of what is in a file of an office: its words without the tags around them.
fn office_text(bytes: &[u8]) -> String {
    let mut words = String::new();
    for (name, bytes) in entries(bytes) {
        if name.ends_with(".xml") && !name.contains("theme") && !name.contains("styles") {
            let mut inside = false;
            for c in String::from_utf8_lossy(&bytes).chars() {
                match c {
                    '<' => inside = true,
                    '>' => inside = false,
                    _ => {}
                }
                words.push(if inside || c == '>' { '\n' } else { c });
            }
        }
    }
    words
}

#[test]
fn a_leak_is_seen_and_words_of_a_plan_are_not_one() {
    let printed = Printed(
        "规划 《湖州市“十四五”规划》\n| 覆盖率（%） | ＜6 |\n到2025年，达到25%。".to_owned(),
    );
    for own in [
        "of 《湖州市“十四五”规划》: 覆盖率（%）",
        "“到2025年，达到”",
        "《湖州市“十…》 (",
        "＜6",
        "覆盖率（%）, 25",
    ] {
        assert!(printed.strangers(own).is_empty(), "{own}: {:?}", printed.strangers(own));
    }
    for leak in [
        "Missing owner（missing-owner）",
        "《湖州市“十四五”规划》（湖州市，2021—2025）",
        "《无规划》",
        "共 3 项",
        "25，26",
        "a、b",
        "。",
    ] {
        assert!(!printed.strangers(leak).is_empty(), "{leak}");
    }
}

#[test]
fn english_output_on_the_plans_has_no_chinese_of_ours() {
    let folder = tempfile::tempdir().unwrap();
    for path in files("plans", "plan") {
        let to = folder.path().join(&path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(root().join(&path), to).unwrap();
    }
    let printed = Printed(built_in());
    let strange = strange(folder.path(), &printed, &lines("plans"));
    assert!(strange.is_empty(), "{}", strange.join("\n"));
}

#[test]
fn english_output_on_a_draft_has_no_chinese_of_ours() {
    let folder = joined::folder();
    fs::write(folder.path().join("broken.plan"), BROKEN).unwrap();
    fs::write(folder.path().join("mended.plan"), MENDED).unwrap();
    let mut words = built_in() + BROKEN + MENDED + LINES;
    for name in ["names.plan", "a.plan"] {
        words += &fs::read_to_string(folder.path().join(name)).unwrap();
    }
    words += &office_text(&fs::read(folder.path().join("草案.docx")).unwrap());
    let printed = Printed(words);
    let mut strange = strange(folder.path(), &printed, &lines("draft"));
    for name in [
        "commented.docx",
        "papers/review-form.docx",
        "papers/comparison.xlsx",
        "form.xlsx",
        "filled.xlsx",
    ] {
        let text = office_text(&fs::read(folder.path().join(name)).unwrap());
        strange.extend(
            printed.strangers(&text).into_iter().take(3).map(|words| format!("{name}: {words}")),
        );
    }
    assert!(strange.is_empty(), "{}", strange.join("\n"));
}

#[test]
fn english_help_and_errors_have_no_chinese() {
    let folder = tempfile::tempdir().unwrap();
    let helps = COMMANDS.split(' ').map(|command| format!("{command} --help"));
    let wrong = COMMANDS.split(' ').map(|command| format!("{command} --nope"));
    let commands: Vec<String> = helps.chain(wrong).chain(lines("none")).collect();
    // Without a plan the five that are built in are shown.
    let strange = strange(folder.path(), &Printed(built_in()), &commands);
    assert!(strange.is_empty(), "{}", strange.join("\n"));
}
