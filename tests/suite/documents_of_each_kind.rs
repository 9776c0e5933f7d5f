//! Documents of the kinds that once were read wrong, each with invented names and figures, and the plan file that each becomes.

use std::fs;

use crate::{
    documents::package,
    program::{planlint, text},
};

/// The rows of the plan file that a document becomes, each behind the keyword of its table; the head's lines first.
fn imported(name: &str, bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let said = planlint(folder.path(), &["import", name, "-o", "out"]);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let Ok(plan) = fs::read_to_string(folder.path().join(format!("out/{stem}.plan"))) else {
        return vec![text(&said.stderr)];
    };
    let (mut table, mut below, mut lines) = (String::new(), false, Vec::new());
    for line in plan.lines().filter(|line| !line.trim().is_empty()) {
        let cells = line.strip_prefix('|').and_then(|line| line.strip_suffix('|'));
        match cells {
            Some(rule) if rule.starts_with(" -") => below = true,
            Some(row) if below => {
                let cells: Vec<&str> = row.split('|').map(str::trim).collect();
                lines.push(format!("{table}: {}", cells.join("|")));
            }
            Some(_) => {}
            None => {
                let word = line.split(' ').next().unwrap_or_default();
                (table, below) = (word.to_owned(), false);
                let is_kept = line.contains(": ") || line.starts_with("# 未读出");
                lines.extend(is_kept.then(|| line.to_owned()));
            }
        }
    }
    lines
}

/// The rows below the head.
fn rows(name: &str, bytes: &[u8]) -> Vec<String> {
    let mut lines = imported(name, bytes);
    lines.retain(|line| {
        ["正文", "引述", "指标表", "实绩表", "分解表", "#"]
            .iter()
            .any(|word| line.starts_with(word))
    });
    lines
}

/// What a check of the document alone says at the levels that a person is asked about.
fn asked(name: &str, bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let said = planlint(folder.path(), &["check", name, "--format", "concise"]);
    let lines = text(&said.stdout);
    let asked = lines.lines().filter(|line| line.contains("须核改 ") || line.contains("请说明 "));
    let mut asked: Vec<String> = asked.map(str::to_owned).collect();
    asked.retain(|line| !line.starts_with("检查 "));
    asked
}

/// A sentence under the goals of a plan for 2021 to 2025, and the rows that are right.
struct Sentence {
    words: &'static str,
    right: &'static [&'static str],
}

const SENTENCES: [Sentence; 14] = [
    Sentence {
        words: "绿地率稳步提高，到2025年达到43.2%。中水回用率继续提升，到2025年达到31%。",
        right: &["绿地率|2025|达到43.2%", "中水回用率|2025|达到31%"],
    },
    Sentence {
        words: "到2025年，全县工业增加值达到420亿元，比2020年增长31%。",
        right: &["工业增加值|2025|达到420亿元", "工业增加值|2025|比2020年增长31%"],
    },
    Sentence {
        words: "到2025年，宽带普及率、电梯普及率均达到96%以上。",
        right: &["宽带普及率|2025|均达到96%以上", "电梯普及率|2025|均达到96%以上"],
    },
    Sentence {
        words: "到2025年，单位地区生产总值取水量比2020年下降17.5%，单位生产总值建设用地下降12%。",
        right: &[
            "单位地区生产总值取水量|2025|比2020年下降17.5%",
            "单位生产总值建设用地|2025|下降12%",
        ],
    },
    Sentence {
        words: "到2025年，光纤网络覆盖率达到85%，省级专精特新企业数量突破260家，绿道里程数增加到310公里。",
        right: &[
            "光纤网络覆盖率|2025|达到85%",
            "省级专精特新企业数量|2025|突破260家",
            "绿道里程数|2025|增加到310公里",
        ],
    },
    Sentence {
        words: "到2025年，轨道交通运营里程数增加到30公里，每千人口拥有3岁以下婴幼儿托位数量达到4.6个。",
        right: &[
            "轨道交通运营里程数|2025|增加到30公里",
            "每千人口拥有3岁以下婴幼儿托位数量|2025|达到4.6个",
        ],
    },
    Sentence {
        words: "到2025年，进出口总额、工业投资增长3%左右，农民培训和退役军人培训各达到900人。",
        right: &[
            "进出口总额|2025|增长3%左右",
            "工业投资|2025|增长3%左右",
            "农民培训|2025|达到900人",
            "退役军人培训|2025|达到900人",
        ],
    },
    Sentence {
        words: "到2025年，城乡居民人均消费支出分别增长4%、5.5%左右。",
        right: &["城镇居民人均消费支出|2025|增长4%左右", "农村居民人均消费支出|2025|增长5.5%左右"],
    },
    Sentence {
        words: "到2025年，孕产妇死亡率控制在8/10万以内，婴儿死亡率控制在4‰以内。",
        right: &["孕产妇死亡率|2025|控制在8/10万以内", "婴儿死亡率|2025|控制在4‰以内"],
    },
    Sentence {
        words: "到2025年，公路网密度达到130公里/百平方公里，绿地率达到41%。",
        right: &["公路网密度|2025|达到130公里/百平方公里", "绿地率|2025|达到41%"],
    },
    Sentence {
        words: "到2025年，城市低保标准从每人每月920元提高到1150元，城乡消费支出比由1.5缩小到1.4以内。",
        right: &[
            "城市低保标准|2025|从每人每月920元提高到1150元",
            "城乡消费支出比|2025|由1.5缩小到1.4以内",
        ],
    },
    Sentence {
        words: "到2025年，人均受教育年限提高0.6年，达到11.8年。",
        right: &["人均受教育年限|2025|提高0.6年", "人均受教育年限|2025|达到11.8年"],
    },
    Sentence {
        words: "到2 0 2 5年 , 绿地率提高到4 3 .5 %, 公交分担率提高到2 8 %左右。\n到2025年，入园率达到 91. 5%。",
        right: &[
            "绿地率|2025|提高到43.5%",
            "公交分担率|2025|提高到28%左右",
            "入园率|2025|达到91.5%",
        ],
    },
    Sentence {
        words: "到2025年，推动城镇职业培训覆盖全部常住人口。", right: &[]
    },
];

#[test]
fn sentences_of_each_kind() {
    let mut wrong = Vec::new();
    for Sentence { words, right } in SENTENCES {
        let document =
            format!("德清县国民经济和社会发展第十四个五年规划纲要\n\n第二章 主要目标\n\n{words}\n");
        let right: Vec<String> = right.iter().map(|row| format!("正文: 第二章|{row}")).collect();
        let found = rows("a.txt", document.as_bytes());
        if found != right {
            wrong.push(format!("{words}\n  read   {found:?}\n  wanted {right:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn this_year_counts_more_than_the_five_years_of_the_heading() {
    let report = "德清县2026年政府工作报告\n二、奋力实现“十五五”良好开局\n今年主要预期目标是：全县工业增加值增长6%左右，新增公办学位1200个。\n";
    let found = rows("a.txt", report.as_bytes());
    assert_eq!(
        found,
        ["正文: 二|工业增加值|2026|增长6%左右", "正文: 二|新增公办学位|2026|新增公办学位1200个"]
    );
}

#[test]
fn what_was_done_by_then_under_headings_of_shape_or_bold_is_no_target() {
    let lines = [
        "2026年德清县政府工作报告",
        "“十四五”时期工作回顾",
        "“十四五”时期是很不容易的五年。",
        "——这是实力增强的五年。全县生产总值达到410亿元，高速公路通车里程达到290公里。",
        "2026年工作安排",
        "今年主要预期目标是：全县生产总值增长6.5%。",
    ];
    let right = [
        "正文: 生产总值|2026|增长6.5%",
        "引述: 生产总值|2025|达到410亿元",
        "引述: 高速公路通车里程|2025|达到290公里",
    ];
    assert_eq!(rows("a.txt", lines.join("\n").as_bytes()), right);
    let bold = |line: &str| {
        let is_heading = line.starts_with("“十四五”时期工作") || line.ends_with("安排");
        let bold = if is_heading { "<w:rPr><w:b/></w:rPr>" } else { "" };
        format!("<w:p><w:r>{bold}<w:t>{line}</w:t></w:r></w:p>")
    };
    let body: String = lines.iter().map(|line| bold(line)).collect();
    assert_eq!(rows("a.docx", &package::word(&package::document(&body))), right);
}

#[test]
fn a_year_to_be_done_by_makes_steps_before_it_targets() {
    let plan = "德清县2030年前碳达峰实施方案\n\n二、主要目标\n到2025年，绿地率达到41%。到2030年，绿地率达到43%。\n";
    let found = imported("a.txt", plan.as_bytes());
    assert!(found.contains(&"类型: 实施方案".to_owned()), "{found:?}");
    assert!(found.contains(&"主题: 碳达峰".to_owned()), "{found:?}");
    // Nothing says when it begins.
    assert!(!found.iter().any(|line| line.starts_with("规划期")), "{found:?}");
    let right = ["正文: 二|绿地率|2025|达到41%", "正文: 二|绿地率|2030|达到43%"];
    assert_eq!(rows("a.txt", plan.as_bytes()), right);
    let issued = format!(
        "德清县人民政府\n关于印发《德清县2030年前碳达峰实施方案》的通知\n各镇人民政府：\n现印发给你们，请执行。\n2022年11月3日\n{plan}"
    );
    let found = imported("a.txt", issued.as_bytes());
    assert!(found.contains(&"规划期: 2022—2030".to_owned()), "{found:?}");
    assert_eq!(rows("a.txt", issued.as_bytes()), right);
}

#[test]
fn a_title_inside_the_first_sentence_has_region_and_years() {
    let plan = "　　德清县国民经济和社会发展第十二个五年（２０１１—２０１５年）规划纲要，根据县委建议编制，说明发展方向\n　　第二章　主要目标\n绿地率提高到38.5%。\n";
    let found = imported("a.txt", plan.as_bytes());
    for line in ["地区: 德清县", "规划期: 2011—2015"] {
        assert!(found.contains(&line.to_owned()), "{found:?}");
    }
    assert_eq!(rows("a.txt", plan.as_bytes()), ["正文: 第二章|绿地率|提高到38.5%"]);
}

#[test]
fn a_bulletin_tells_what_was_reached_and_promises_nothing() {
    let bulletin = "德清县2023年国民经济和社会发展统计公报\n\n一、综合\n初步核算，全年全县生产总值316亿元。年末常住人口城镇化率64.5%，城乡居民收入比1.59。\n";
    let found = rows("a.txt", bulletin.as_bytes());
    assert_eq!(
        found,
        [
            "实绩表: 生产总值|316亿元",
            "实绩表: 常住人口城镇化率|64.5%",
            "实绩表: 城乡居民收入比|1.59"
        ]
    );
}

#[test]
fn a_line_of_contents_with_a_hundred_tabs_is_furniture() {
    let plan = format!(
        "德清县国民经济和社会发展第十四个五年规划纲要\n\n目录\n第一章 发展基础{}3\n第二章 主要目标{}9\n\n第二章 主要目标\n\n到2025年，绿地率达到41%。\n",
        "\t".repeat(120),
        "\t".repeat(90)
    );
    assert_eq!(rows("a.txt", plan.as_bytes()), ["正文: 第二章|绿地率|2025|达到41%"]);
    assert_eq!(asked("a.txt", plan.as_bytes()), Vec::<String>::new());
}

#[test]
fn marks_of_markdown_are_no_words_and_their_numbers_none_of_the_text() {
    let plan = "# 德清县住房发展“十四五”规划\n\n## 二、主要目标\n\n到2025年，入住率达到**92%**，绿地率达到41%[^1]。\n\n[^1]: 按建成区计算。\n";
    let found = rows("a.md", plan.as_bytes());
    assert_eq!(found, ["正文: 二|入住率|2025|达到92%", "正文: 二|绿地率|2025|达到41%"]);
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), plan).unwrap();
    let said = text(&planlint(folder.path(), &["read", "a.md"]).stdout);
    assert!(said.contains("未读出 0"), "{said}");
}

#[test]
fn the_end_of_a_page_is_no_hidden_character() {
    let document = |mark: char| {
        format!(
            "德清县国民经济和社会发展第十四个五年规划纲要\n\n第二章 主要目标\n\n到2025年，绿地率达到41%。\n{mark}加强湿地保护。\n"
        )
    };
    assert_eq!(asked("a.txt", document('\u{C}').as_bytes()), [""; 0]);
    let hidden = asked("a.txt", document('\u{200B}').as_bytes());
    assert!(hidden.iter().any(|line| line.contains("invisible-character")), "{hidden:?}");
}
