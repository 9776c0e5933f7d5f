//! A run in which nothing was read that could be checked never looks as if it had passed.

use std::fs;

use crate::program::{planlint, text};

const DRAFT: &str = "规划 《德清县住房规划》\n地区: 德清县\n规划期: 2026—2030\n\n指标表\n| 指标 | 2025年 | 2030年 | 属性 |\n| --- | --- | --- | --- |\n| 城镇化率（%） | 58 | 65 | 预期性 |\n";
const HEAD: &str = "规划 《湖州市住房规划》\n地区: 湖州市\n规划期: 2026—2030\n";
const TABLE: &str = "\n指标表\n| 指标 | 2025年 | 2030年 | 属性 |\n| --- | --- | --- | --- |\n";

/// How a check of files ends in both languages; every file that is not the draft is a parent.
fn checked(files: &[(&str, &str)], words: &[&str]) -> [(Option<i32>, String); 2] {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    ["zh", "en"].map(|language| {
        let words = [&["check", "--format", "concise", "--lang", language], words].concat();
        let output = planlint(folder.path(), &words);
        (output.status.code(), text(&output.stdout) + &text(&output.stderr))
    })
}

/// Holds that a check fails and says `zh` and `en`, each in one line of an error.
fn fails(files: &[(&str, &str)], words: &[&str], [zh, en]: [&str; 2]) {
    let [chinese, english] = checked(files, words);
    for ((code, said), expected) in [(chinese, zh), (english, en)] {
        assert_eq!(code, Some(1), "{said}");
        assert!(said.lines().any(|line| line.contains(expected)), "{expected} is not in {said}");
        assert!(!said.contains("未发现问题") && !said.contains("nothing found"), "{said}");
    }
}

#[test]
fn a_parent_that_nothing_can_be_held_against_is_an_error() {
    let against = ["draft.plan", "--against", "above.plan"];
    let above = |text: &str, said: [&str; 2]| {
        fails(&[("draft.plan", DRAFT), ("above.plan", text)], &against, said);
    };
    above("", ["above.plan 是空文件，没有检查", "above.plan"]);
    above(HEAD, ["above.plan 里没有读出任何目标", "no target was read in above.plan"]);
    above(
        &format!("{HEAD}{TABLE}"),
        ["above.plan 里没有读出任何目标", "no target was read in above.plan"],
    );
    above(
        &format!(
            "{}{TABLE}| 城镇化率（%） | 60 | 68 | 预期性 |\n",
            HEAD.replace("地区: 湖州市\n", "")
        ),
        ["above.plan 没有认出是哪个地区的", "names no region that is known"],
    );
    let whole = format!("{HEAD}{TABLE}| 城镇化率（%） | 60 | 68 | 预期性 |\n");
    let [(_, said), _] = checked(&[("draft.plan", DRAFT), ("above.plan", &whole)], &against);
    assert!(!said.contains("nothing-read"), "{said}");
}

#[test]
fn a_plan_without_a_target_or_a_mere_head_has_not_passed() {
    fails(
        &[("a.plan", &format!("{HEAD}{TABLE}"))],
        &["a.plan"],
        ["里没有读出任何目标", "no target was read in"],
    );
    fails(
        &[("a.plan", HEAD)],
        &["a.plan"],
        ["的文件只有题头，没有指标表", "is a head and nothing else"],
    );
    // Beside a plan that can be checked it says that a plan exists.
    let [(code, said), _] = checked(&[("a.plan", HEAD), ("b.plan", DRAFT)], &["a.plan", "b.plan"]);
    assert!(!said.contains("nothing-read") && code == Some(0), "{said}");
}

#[test]
fn a_document_of_past_figures_or_of_a_language_that_is_not_read_has_not_passed() {
    let title = "# 浙江省住房发展规划（2026—2030年）\n\n";
    let past: String =
        (0..25).map(|at| format!("2025年，城镇化率达到{}.5%。\n\n", 50 + at)).collect();
    let target = "到2030年，城镇化率达到78%。\n";
    fails(
        &[("a.md", &format!("{title}{past}{target}"))],
        &["a.md"],
        ["里的数几乎都是过去的完成情况", "nearly all figures of"],
    );
    let japanese = "# 浙江省住宅計画（2026—2030年）\n\n到2030年，城镇化率达到65%。2030年までに都市化率を65%に引き上げ、森林率は48.5%とする。\n";
    fails(
        &[("a.md", japanese)],
        &["a.md"],
        ["既不是中文也不是英文", "is neither in Chinese nor in English"],
    );
    let french = "# Plan de logement (2026-2030)\n\nD’ici 2030, le taux d’urbanisation atteindra 65 % et 12000 logements seront construits dans la région.\n";
    fails(&[("a.md", french)], &["a.md"], ["没有认出规划", "no plan was recognised"]);
    let [(_, said), _] = checked(&[("a.md", &format!("{title}{target}"))], &["a.md"]);
    assert!(!said.contains("nothing-read"), "{said}");
}

#[test]
fn the_real_plans_are_read() {
    let package = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let said = text(&planlint(package, &["check", "plans", "--format", "concise", "-v"]).stdout);
    for rule in ["nothing-read", "unread-part", "unread-file"] {
        assert!(!said.contains(rule), "{said}");
    }
}
