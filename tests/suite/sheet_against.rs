//! `sheet DRAFT --against PARENTS`: the values of the plans above stand beside those of the draft, and the sheet is read again.

use std::fs;

use crate::{
    documents::package::entries,
    program::{planlint, text},
};

const NAMES: &str = "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 甲省 | 省 | |\n| 丙市 | 市 | 甲省 |\n| 乙县 | 县 | 丙市 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| --- | --- | --- | --- |\n| 住房覆盖率 | % | 越高越好 | 逐级达标 |\n| 结对学校 | 所 | 越高越好 | 加总 |\n";

fn plan(region: &str, rows: &str) -> String {
    format!(
        "规划 《{region}住房规划》\n地区: {region}\n规划期: 2021-2025\n主题: 住房\n\n指标表\n| 指标 | 2020年 | 2025年 | 属性 | 说明 |\n| --- | --- | --- | --- | --- |\n{rows}\n"
    )
}

#[test]
fn values_above_stand_beside_those_of_the_draft_and_are_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, words: &str| fs::write(folder.path().join(name), words).unwrap();
    let county =
        "| 住房覆盖率（%） | 70 | 80 | 预期性 | 按户数算 |\n| 结对学校（所） | 3 | 5 | 预期性 | |";
    let province = "| 住房覆盖率（%） | 72 | 85以上 | 约束性 | |\n| 结对学校（所） | | 公办学校全覆盖 | 约束性 | |";
    fs::create_dir(folder.path().join("above")).unwrap();
    write("above/names.plan", NAMES);
    write("above/province.plan", &plan("甲省", province));
    write("county.plan", &plan("乙县", county));
    let sheet = ["sheet", "county.plan", "--against", "above", "-o", "对照.xlsx"];
    let done = planlint(folder.path(), &sheet);
    assert_eq!(text(&done.stdout), "已写入 对照.xlsx\n", "{done:?}");
    let parts = entries(&fs::read(folder.path().join("对照.xlsx")).unwrap());
    let part = |name: &str| {
        let found = parts.iter().find(|(own, _)| own == name);
        String::from_utf8(found.expect(name).1.clone()).unwrap()
    };
    let words = part("xl/sharedStrings.xml");
    assert!(words.contains("85以上") && words.contains("公办学校全覆盖"), "{words}");
    // The city has no plan, and who names plans has named them all.
    assert!(words.contains("甲省住房规划") && !words.contains("丙市"), "{words}");
    assert!(part("xl/comments1.xml").contains("按户数算"));
    let page = part("xl/worksheets/sheet1.xml");
    assert!(page.contains("fitToHeight=\"0\"") && page.contains("landscape"), "{page}");

    fs::remove_file(folder.path().join("county.plan")).unwrap();
    fs::remove_file(folder.path().join("above/province.plan")).unwrap();
    let told = planlint(folder.path(), &["check", "对照.xlsx", "above", "--format", "concise"]);
    let told = text(&told.stdout);
    assert!(
        told.contains("weaker-than-parent") && told.contains("甲省约束性目标“85以上”"),
        "{told}"
    );
    let alone = planlint(folder.path(), &["sheet", "--against", "above", "-o", "空.xlsx"]);
    assert_eq!(alone.status.code(), Some(2), "{alone:?}");
}
