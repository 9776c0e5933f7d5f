//! 衔接意见函: who gets a letter, what it asks, and what its file is called.

use std::{fs, path::Path};

use super::{empty, folder, open, report};

/// The letters of a folder by name, as text.
fn letters(folder: &Path) -> Vec<(String, String)> {
    let mut letters: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            (name, open(&fs::read(entry.path()).unwrap()).text)
        })
        .collect();
    letters.sort();
    letters
}

fn letter<'a>(letters: &'a [(String, String)], name: &str) -> &'a str {
    letters.iter().find(|(own, _)| own == name).map(|(_, text)| text.as_str()).expect(name)
}

#[test]
fn each_region_is_asked_for_what_it_has_to_mend() {
    let folder = folder();
    report(folder.path(), "letters", "zh");
    let letters = letters(&folder.path().join("out/衔接意见函"));
    let county = letter(&letters, "衔接意见函-德清县.docx");
    for words in [
        "我单位对你县《德清县新型城镇化发展“十四五”规划》",
        "《德清县新型城镇化发展“十四五”规划》（以下简称《规划》）",
        "城镇住房保障受益覆盖率（涉约束性）：你县 2025 年 24%，低于浙江省约束性目标 25%（差 1 个百分点）",
        "扩大到 1 个百分点。建议：提高到 25% 以上；或注明浙江省同意的依据。（见《规划》表1 第7行 2025年）",
        "另函请浙江省研究",
        "恳请于＿＿月＿＿日前将采纳情况函复我单位",
        "9处，见附件第4至12项。",
        "附件：请说明的问题",
        "（单位名称、印章）",
        "亿元GDP生产安全事故死亡率（涉约束性）\n湖州市列为约束性指标",
        "你县这份规划没有列出\n补上这项指标和目标；由你县其他规划承接的，在正文写明是哪一份\n《湖州市",
        "（见《规划》正文 三（一）、表1 第6行 2025年）",
    ] {
        assert!(county.contains(words), "{words}: {county}");
    }
    // What is less than the level above asks is for a drafter to know, and for no letter to say.
    assert!(!county.contains("一时达不到"), "{county}");
    assert!(county.find("须核改的问题\n") < county.find("请说明的问题\n"), "{county}");
    let province = letter(&letters, "衔接意见函-浙江省.docx");
    assert!(province.starts_with("＿＿＿＿函"), "{province}");
    assert!(
        province.contains("关于《浙江省新型城镇化发展“十四五”规划》衔接意见的函"),
        "{province}"
    );
    assert!(province.contains("德清县的规划有1处问题由此产生，请优先研究"), "{province}");
    // What a program could not judge or read is no affair of whoever gets the letter.
    for (name, text) in &letters {
        assert!(!text.contains("未能判定") && !text.contains("你方"), "{name}: {text}");
    }
    assert!(!province.contains("ccee38976e"), "{province}");
}

#[test]
fn an_english_letter_speaks_english() {
    let folder = folder();
    report(folder.path(), "letters", "en");
    let letters = letters(&folder.path().join("out/letters"));
    let county = letter(&letters, "letter-德清县.docx");
    for words in [
        "To be mended",
        "What we ask: raise it",
        "is asked separately",
        "Telephone:",
        "what was found",
        "Points 4 to 12, in the attachment.",
    ] {
        assert!(county.contains(words), "{words}: {county}");
    }
    for chinese in ["建议：", "你方", "函", "编号"] {
        assert!(!county.contains(chinese), "{chinese}: {county}");
    }
}

/// A province with two cities that both have a district of one name; both districts are weaker than the province.
fn twins() -> tempfile::TempDir {
    let folder = empty();
    let plan = |name: &str, region: &str, value: &str| {
        let text = format!(
            "规划 《{name}》\n地区: {region}\n规划期: 2021—2025\n主题: 住房\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 |\n| --- | --- | --- | --- |\n| 覆盖率（%） | 20 | {value} | 约束性 |\n"
        );
        fs::write(folder.path().join("plans").join(format!("{name}.plan")), text).unwrap();
    };
    let names = "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 甲省 | 省 | |\n| 丙市 | 市 | 甲省 |\n| 丁市 | 市 | 甲省 |\n| 乙区 | 县 | 丙市 |\n| 乙区 | 县 | 丁市 |\n| ..\\CON:* | 县 | 丁市 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| --- | --- | --- | --- |\n| 覆盖率 | % | 越高越好 | 逐级达标 |\n";
    fs::write(folder.path().join("plans/names.plan"), names).unwrap();
    plan("甲省规划", "甲省", "30");
    plan("丙市乙区规划", "丙市/乙区", "25");
    plan("丁市乙区规划", "丁市/乙区", "24");
    plan("怪名规划", "..\\CON:*", "23");
    folder
}

#[test]
fn regions_of_one_name_get_a_letter_each_and_no_name_leads_out_of_the_folder() {
    let folder = twins();
    report(folder.path(), "letters", "zh");
    let letters = letters(&folder.path().join("out/衔接意见函"));
    let twins: Vec<&(String, String)> =
        letters.iter().filter(|(name, _)| name.contains("乙区")).collect();
    assert_eq!(twins.len(), 2, "{letters:?}");
    let says = |own: &str, other: &str| {
        twins.iter().any(|(_, text)| text.contains(own) && !text.contains(other))
    };
    assert!(
        says("丙市乙区规划", "丁市乙区规划") && says("丁市乙区规划", "丙市乙区规划"),
        "{twins:?}"
    );
    for (name, _) in &letters {
        assert!(!name.contains(['\\', '/', ':', '*']), "{name}");
    }
    assert_eq!(letters.len(), 3, "{letters:?}");
}
