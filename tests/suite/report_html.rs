//! The web page of a review meeting: one file that asks nobody, whatever the plans say.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};

use sha2::{Digest, Sha256};

use super::command::{planlint, text};

const HOSTILE: &str = "</script><img src=x onerror=alert(1)> {{7*7}} \"'><b>";

/// A province and a county that falls short of it, without a word of Chinese.
const ENGLISH: [&str; 2] = [
    "regions\n| region | tier | parent |\n| --- | --- | --- |\n| Beta Province | province | |\n| Alpha County | county | Beta Province |\n| Gamma County | county | Beta Province |\n\nplan \"Beta Housing Plan\"\nregion: Beta Province\nperiod: 2021-2025\n\ntargets\n| indicator | unit | 2020 | 2025 | class | owner |\n| --- | --- | --- | --- | --- | --- |\n| Housing coverage | % | 23.9 | 25 | binding | office |\n",
    "plan \"Alpha Housing Plan\"\nregion: Alpha County\nperiod: 2021-2025\n\ncatalogue\n| indicator | unit | direction | relation |\n| --- | --- | --- | --- |\n| Housing coverage | % | higher | each |\n\ntargets\n| indicator | unit | 2020 | 2025 | class | owner |\n| --- | --- | --- | --- | --- | --- |\n| Housing coverage | % | 23.9 | 23 | binding | office |\n| Parks | % | 10 | set by the province | binding | office |\n",
];

/// The page that `planlint report` writes for `folder`.
fn page(folder: &Path, language: &str) -> String {
    let name = if language == "zh" { "审查报告.html" } else { "review.html" };
    let words = ["--lang", language, "report", "plans", "-o", "out", "--today", "2026-01-31"];
    let output = planlint(folder, &words);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    fs::read_to_string(folder.join("out").join(name)).unwrap()
}

/// A folder with `plans` in it.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("plans")).unwrap();
    folder
}

/// The same with plans of these texts.
fn with<const N: usize>(plans: [&str; N]) -> tempfile::TempDir {
    let folder = folder();
    for (number, plan) in plans.into_iter().enumerate() {
        fs::write(folder.path().join(format!("plans/{number}.plan")), plan).unwrap();
    }
    folder
}

/// The plans of a province, a city and a county that come with the package.
fn real() -> tempfile::TempDir {
    let folder = folder();
    for entry in fs::read_dir(super::support::plans_folder().join("zhejiang")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "plan") {
            fs::copy(&path, folder.path().join("plans").join(path.file_name().unwrap())).unwrap();
        }
    }
    folder
}

/// What stands between each `from` and the next `to`.
fn between<'a>(page: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    page.split(from).skip(1).filter_map(|rest| rest.split(to).next()).collect()
}

/// What a reader sees or hears, without files' names and what plans are quoted with.
fn words(page: &str) -> String {
    let mut shown = String::new();
    let body = page.split("<body>").nth(1).unwrap().split("<script>").next().unwrap();
    for part in body.split('<').skip(1) {
        let (tag, words) = part.split_once('>').unwrap();
        for name in ["aria-label", "title", "data-say"] {
            shown.extend(between(tag, &format!("{name}=\""), "\""));
        }
        let is_quoted = ["code", "blockquote", "mark", "/mark"].map(|name| tag.starts_with(name));
        if !is_quoted.contains(&true) {
            shown.push_str(words);
        }
        shown.push(' ');
    }
    shown
}

/// Bytes in base 64, as policies write hashes.
pub fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> =
        bytes.iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1)).collect();
    let six = |six: &[u8]| six.iter().fold(0, |all, bit| all << 1 | bit) << (6 - six.len());
    let text: String =
        bits.chunks(6).map(|six_bits| SIGNS[six(six_bits) as usize] as char).collect();
    format!("{text}{}", "=".repeat((4 - text.len() % 4) % 4))
}

#[test]
fn the_policy_lets_act_what_the_page_itself_holds_and_nothing_else() {
    let page = page(with(ENGLISH).path(), "zh");
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"")[0];
    let policy = policy.replace("&#x27;", "'").replace("&#x2f;", "/").replace("&#x2b;", "+");
    let own = |tag: &str| {
        let [text] = between(&page, &format!("<{tag}>"), &format!("</{tag}>"))[..] else {
            panic!("one {tag}")
        };
        format!("{tag}-src 'sha256-{}'", base64(&Sha256::digest(text)))
    };
    for part in ["default-src 'none'", &own("style"), &own("script"), "form-action 'none'"] {
        assert!(policy.contains(part), "{part} is not in {policy}");
    }
    assert!(!policy.contains("unsafe"), "{policy}");
}

#[test]
fn the_page_asks_nobody_and_has_no_style_or_script_in_its_marks() {
    let page = page(real().path(), "zh");
    for sign in ["http:", "https:", "src=", "url(", "@import", " style=\"", " on", "javascript:"] {
        let marks: String = page.split("<script>").next().unwrap().to_owned();
        let found = marks.split('<').filter_map(|part| part.split('>').next());
        let found: Vec<&str> = found.filter(|tag| tag.contains(sign)).collect();
        assert!(found.is_empty(), "{sign}: {found:?}");
    }
    assert!(!page.contains("http:") && !page.contains("https:"));
}

#[test]
fn every_link_has_its_end_and_no_name_is_given_twice() {
    for language in ["zh", "en"] {
        let page = page(real().path(), language);
        let ids = between(&page, " id=\"", "\"");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "a name is given twice");
        let links = between(&page, "href=\"", "\"");
        assert!(links.len() > 100, "{}", links.len());
        for link in links {
            let end = link.strip_prefix('#').unwrap_or_else(|| panic!("{link} leads elsewhere"));
            assert!(known.contains(end), "{link} leads nowhere");
        }
        for section in [
            "agenda",
            "findings",
            "matrix",
            "courses",
            "rollups",
            "coverage",
            "decisions",
            "passed",
            "inputs",
        ] {
            assert!(known.contains(section), "{section}");
        }
        for label in between(&page, " for=\"", "\"") {
            assert!(known.contains(label), "{label} labels nothing");
        }
    }
}

#[test]
fn what_plans_say_stays_text() {
    let named = HOSTILE.replace('|', "");
    let plan = format!(
        "规划 《{named}》\n地区: {named}\n规划期: 2021—2025\n\n指标表\n| 指标 | 2020年 | 2025年 | 属性 | 说明 |\n| --- | --- | --- | --- | --- |\n| {named} | 24 | 23 | 约束性 | {named} |\n"
    );
    let page = page(with([&plan]).path(), "zh");
    assert!(page.contains("&lt;img src=x onerror=alert(1)&gt; {{7*7}}"), "{page}");
    assert!(!page.contains("<img"));
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("</script").count(), 1);
}

#[test]
fn each_language_speaks_for_itself() {
    let chinese = words(&page(real().path(), "zh"));
    let latin = chinese.split(|letter: char| !letter.is_ascii_alphabetic());
    let latin: BTreeSet<&str> = latin.filter(|word| word.len() > 3).collect();
    let known = ["planlint", "catalogue", "suggest", "import", "decisions", "docx"];
    let foreign: Vec<&&str> = latin.iter().filter(|word| !known.contains(word)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    let english = words(&page(with(ENGLISH).path(), "en"));
    let foreign: Vec<char> = english.chars().filter(|&letter| is_chinese(letter)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    assert!(english.contains("Who explains"), "{english}");
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[test]
fn regions_without_one_above_them_are_drawn_in_lines_of_their_own() {
    let regions = "regions\n| region | tier | parent |\n| --- | --- | --- |\n| Beta Province | province | |\n| Alpha County | county | Beta Province |\n| Gamma County | county | Beta Province |\n";
    let county = |name: &str, target: u32| {
        format!(
            "plan \"{name} Housing Plan\"\nregion: {name} County\nperiod: 2021-2025\n\ntargets\n| indicator | unit | 2020 | 2025 | class |\n| --- | --- | --- | --- | --- |\n| Housing coverage | % | 23.9 | {target} | binding |\n"
        )
    };
    let (alpha, gamma) = (county("Alpha", 25), county("Gamma", 27));
    let page = page(with([regions, &alpha, &gamma]).path(), "en");
    let mut styles = between(&page, "<g class=\"l", "\"");
    styles.sort_unstable();
    assert_eq!(styles, ["1", "2"]);
}

#[test]
fn the_same_plans_give_the_same_bytes() {
    let folder = real();
    let first = page(folder.path(), "zh");
    assert_eq!(first, page(folder.path(), "zh"));
    assert!(first.starts_with("<!doctype html>\n<html lang=\"zh-CN\">"));
}

#[test]
fn the_meeting_finds_its_verdicts_again_while_the_values_are_the_same() {
    let folder = real();
    let first = page(folder.path(), "zh");
    let fingerprint = |page: &str| between(page, "data-report=\"", "\"")[0].to_owned();
    assert_eq!(fingerprint(&first).len(), 16);
    let later = ["report", "plans", "-o", "out", "--lang", "zh", "--today", "2026-02-28"];
    assert_eq!(planlint(folder.path(), &later).status.code(), Some(0));
    let later = fs::read_to_string(folder.path().join("out/审查报告.html")).unwrap();
    assert!(later.contains("2026年2月28日"));
    assert_eq!(fingerprint(&first), fingerprint(&later));
    let ids = between(&first, "data-id=\"", "\"");
    assert_eq!(ids.len(), first.matches("<article class=\"card").count());
    assert_eq!(ids.len(), between(&first, "<p class=\"ruling", "</p>").len());
    let housing = first.split("data-id=\"ccee38976e\"").nth(1).expect("the county's target");
    let line = between(housing, "<p class=\"ruling", "</p>")[0];
    for said in [
        "data-plan=\"德清县",
        "data-year=\"2025\"",
        "data-own=\"24\" data-other=\"25\"",
        "□ 部分采纳",
    ] {
        assert!(line.contains(said), "{said} in {line}");
    }
    let county = folder.path().join("plans/deqing-2021-2025.plan");
    let text = fs::read_to_string(&county).unwrap();
    fs::write(&county, text.replace("| 23.79      | 24 ", "| 23.79      | 23 ")).unwrap();
    assert_ne!(fingerprint(&first), fingerprint(&page(folder.path(), "zh")));
}

#[test]
fn a_run_without_findings_says_so() {
    let plan = "规划 《德清县规划》\n地区: 德清县\n规划期: 2021—2025\n\n指标表\n| 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n| 城镇化率（%） | 58 | 65 | 预期性 |\n";
    let page = page(with([plan]).path(), "zh");
    for said in ["没有需要讨论的问题。", "没有可以汇总核对的指标。", "没有处理意见，也没有豁免。"]
    {
        assert!(page.contains(said), "{said}");
    }
}

#[test]
fn a_hundred_plans_of_a_hundred_indicators_stay_below_two_megabytes() {
    let folder = folder();
    let plans = folder.path().join("plans");
    let mut names = "行政区划\n| 地区 | 层级 | 上级 |\n|---|---|---|\n| 甲省 | 省 | |\n".to_owned();
    for county in 0..100 {
        let region = if county == 0 { "甲省".to_owned() } else { format!("丙{county}县") };
        if county > 0 {
            let _ = writeln!(names, "| {region} | 县 | 甲省 |");
        }
        fs::write(plans.join(format!("{county:03}.plan")), many(&region, county)).unwrap();
    }
    names.push_str("\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n|---|---|---|---|\n");
    for row in 1..=100 {
        let _ = writeln!(names, "| 第{row}项公共服务覆盖率 | % | 越高越好 | 逐级达标 |");
    }
    fs::write(plans.join("names.plan"), names).unwrap();
    let page = page(folder.path(), "zh");
    let cards = page.matches("<article class=\"card").count();
    assert!(cards >= 300, "{cards}");
    assert!(page.len() < 2_000_000, "{} for {cards}", page.len());
}

/// A plan of a hundred indicators, of which some fall short where `county` is not 0.
fn many(region: &str, county: usize) -> String {
    let mut plan = format!(
        "规划 《{region}公共服务规划》\n地区: {region}\n规划期: 2021—2025\n主题: 公共服务\n\n指标表 “表1 主要指标”\n| 序号 | 指标 | 2020年 | 2025年 | 属性 | 责任单位 |\n|---|---|---|---|---|---|\n"
    );
    for row in 1..=100 {
        let is_short = county > 0 && (county * 7 + row).is_multiple_of(33);
        let (base, target) = (40 + row % 20, if is_short { 79 } else { 80 + county % 9 });
        let _ = writeln!(
            plan,
            "| {row} | 第{row}项公共服务覆盖率 | {base} | {target} | 约束性 | 民政局 |"
        );
    }
    plan
}
