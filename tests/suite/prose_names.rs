//! No name that comes out of a document is a torn piece of its text, whatever is done to the text.

use planlint::{
    config::Settings,
    engine::{self, World},
    model::Origin,
    text::fold_full_width,
};

use crate::support;

/// Comparators, with which no name begins or ends.
const COMPARATORS: [&str; 22] = [
    "不低于",
    "不少于",
    "不小于",
    "不高于",
    "不超过",
    "不大于",
    "不得",
    "达到",
    "超过",
    "高于",
    "低于",
    "大于",
    "小于",
    "少于",
    "突破",
    "至少",
    "控制在",
    "≥",
    "≤",
    ">",
    "<",
    "=",
];

/// Words that begin with 量 or 数 and begin names.
const WHOLE: [&str; 10] =
    ["量子", "量化", "量贩", "数字", "数据", "数控", "数学", "数智", "数码", "数实"];

/// What is wrong with a name, when it is a torn piece of a text.
fn torn(name: &str) -> Option<&'static str> {
    let name = fold_full_width(name).replace(' ', "");
    let is_digit = |c: char| c.is_ascii_digit();
    let is_letter = |c: char| c.is_ascii_alphabetic();
    // 5G and PM2.5 are names: letters have grown together with the digits. So is an age: 3岁以下婴幼儿入托率,
    // and how large each thing is: 20亿元以上项目.
    let behind = name.trim_start_matches(is_digit);
    let is_age = behind.starts_with('岁');
    let is_size = behind.starts_with("亿元以上") || behind.starts_with("万元以上");
    if behind.len() < name.len() && !is_age && !is_size && !behind.starts_with(is_letter) {
        return Some("begins with a digit");
    }
    let before = name.trim_end_matches(|c| is_digit(c) || c == '.');
    if before.len() < name.len() && !before.ends_with(is_letter) {
        return Some("ends with a digit");
    }
    let digits = |at: usize| name[..at].chars().rev().take_while(|c| is_digit(*c)).count();
    if name.match_indices('年').any(|(at, _)| digits(at) >= 4) {
        return Some("holds a year");
    }
    let is_whole = WHOLE.iter().any(|word| name.starts_with(word));
    if name.starts_with(['率', '量', '数', '的', '、']) && !is_whole {
        return Some("begins with the tail of a word");
    }
    if name.ends_with(['的', '、', ',', '。', ';']) {
        return Some("ends with what joins");
    }
    // 达到节能标准的建筑面积 tells which area it is.
    let tells = |rest: &str| rest.find('的').is_some_and(|at| at > 0 && !rest.ends_with('的'));
    let begins = |word: &str| name.strip_prefix(word).is_some_and(|rest| !tells(rest));
    let compares = COMPARATORS.iter().any(|word| begins(word) || name.ends_with(word));
    compares.then_some("begins or ends with a comparator")
}

#[test]
fn torn_names_are_told_from_whole_ones() {
    for name in [
        "森林覆盖率",
        "5G基站",
        "PM2.5",
        "415X产业集群产值",
        "耕地保有量",
        "机架数",
        "数字经济增加值",
        "达标率",
        "达到节能标准的建筑面积",
        "人均受教育年限",
        "每千人口拥有3岁以下婴幼儿托位数",
        "3岁以下婴幼儿入托率",
    ] {
        assert_eq!(torn(name), None, "{name}");
    }
    for name in [
        "率",
        "量",
        "的绿地率",
        "、绿地率",
        "绿地率的",
        "绿地率、",
        "2030年绿地率",
        "绿地率2030年",
        "3绿地率",
        "绿地率41",
        "绿地率41.5",
        "不低于绿地率",
        "绿地率不低于",
        "达到",
        "达到的绿地率",
        "数经济增加值",
    ] {
        assert!(torn(name).is_some(), "{name}");
    }
}

/// Sentences of reports and plans, of every kind that sets a value.
const SENTENCES: [&str; 26] = [
    "到2030年，绿地率稳步提高，达到43.5%。",
    "中水回用率不低于31%，公交分担率达到28%左右。",
    "宽带普及率、电梯普及率均达到96%以上。",
    "进出口总额和工业投资分别增长3%、5%左右。",
    "城乡居民人均消费支出分别增长4%、5.5%左右。",
    "新增公办学位1200个，其中小学学位700个。",
    "城市低保标准从每人每月920元提高到1150元。",
    "规模以上工业企业由812户增加到1060户。",
    "单位地区生产总值取水量比2025年下降17.5%。",
    "城乡消费支出比缩小到1.4以内。",
    "孕产妇死亡率控制在8/10万以内。",
    "公路网密度达到130公里/百平方公里。",
    "每千人口拥有3岁以下婴幼儿托位数达到4.6个。",
    "建成5G基站6200座，PM2.5浓度降至24微克/立方米以下。",
    "文化、旅游产业增加值占地区生产总值比重分别超过3%、6%。",
    "绿地率2027年、2030年分别达到41%、43%。",
    "绿地率达到41%（2027年）、43%（2030年）。",
    "人均受教育年限提高0.6年，达到11.8年。",
    "居民收入增长与经济增长同步，民间投资增速高于全部投资增速。",
    "力争推动26个水利重点项目投资突破340亿元。",
    "新能源汽车产业做大规模，产值突破90亿元，研发投入年均增长8%以上。",
    "三次产业比重分别为9%、48%和43%。",
    "社会物流总费用与地区生产总值的比率降至13.5%左右。",
    "农村自来水（含集中供水）普及率提高2个百分点，达到97%。",
    "支持数字经济做强，数字经济核心产业增加值年均增长9%，数据中心机架数达到2万架。",
    "粮食总产量稳定在45万吨以上，耕地保有量不少于38万亩，森林火灾受害率低于0.5‰。",
];

/// What is put at each place of a sentence.
const PUT: [&str; 9] = ["\n\n", " ", "\n", "，", "、", "的", "率", "7", "2030年"];

/// A sentence changed at each of its places: each of the words is put at every third, and at each a
/// character is lost, doubled or swapped with the next one, or the rest is cut off.
fn changed(sentence: &str) -> Vec<String> {
    let characters: Vec<char> = sentence.chars().collect();
    let of = |parts: [&[char]; 3]| parts.concat().into_iter().collect::<String>();
    let mut changed = vec![sentence.to_owned()];
    for at in 0..characters.len() {
        let (before, behind) = characters.split_at(at);
        let (one, rest) = behind.split_at(1);
        changed.extend(PUT.iter().skip(at % 3).step_by(3).map(|put| {
            let put: Vec<char> = put.chars().collect();
            of([before, &put, behind])
        }));
        changed.push(of([before, &[], rest]));
        changed.push(of([before, one, behind]));
        if let Some((next, rest)) = rest.split_first() {
            changed.push(of([before, &[*next], &[one, rest].concat()]));
        }
        changed.push(of([before, &['。'], &[]]));
    }
    changed
}

/// Holds that no name that the prose of documents is read to give is torn. Tells how many were looked at: what a table or a
/// plan file prints is named by its writer. The tests of the ledger ask it of all their documents.
pub(crate) fn hold_whole(world: &World) -> usize {
    let model = &world.model;
    let (mut count, mut wrong) = (0, Vec::new());
    for (_, statement) in model.plans().flat_map(|(id, _)| model.statements(id)) {
        let place = model.sources.home(model.place(statement));
        let source = model.sources.get(place.file).unwrap();
        let typed = matches!(statement.origin, Origin::Table(_) | Origin::Allocation);
        if typed || !source.is_document() {
            continue;
        }
        count += 1;
        let name = model.printed_name(statement);
        let Some(what) = torn(name) else { continue };
        let (before, behind) = source.text.split_at(place.span.range().start);
        let line = before.rsplit("\n\n").next().unwrap_or_default();
        let rest = behind.split("\n\n").next().unwrap_or_default();
        let phrase = model.phrase(statement);
        wrong.push(format!("{}: {what}: {name}: {phrase}\n  {line}{rest}", source.path));
    }
    assert!(wrong.is_empty(), "{} of {count} names:\n{}", wrong.len(), wrong.join("\n"));
    count
}

/// A report or a plan in which the sentence stands, and all that it is changed to.
fn document(number: usize) -> (String, String) {
    let text = changed(SENTENCES[number]).join("\n\n");
    let document = if number.is_multiple_of(2) {
        format!("2026年甲县政府工作报告\n\n一、2026年工作目标\n\n{text}\n")
    } else {
        let title = "甲县国民经济和社会发展第十五个五年规划纲要（2026—2030年）";
        format!("{title}\n\n第二章 主要目标\n\n{text}\n")
    };
    (format!("{number}.txt"), document)
}

#[test]
fn sentences_name_whole_nouns_however_they_are_changed() {
    let texts: Vec<_> = (0..SENTENCES.len()).map(document).collect();
    let files = support::files(texts.iter().map(|(name, text)| (&**name, &**text)));
    let count = hold_whole(&engine::understand(files, &Settings::default(), Some(2)));
    assert!(count > 5000, "{count} names");
}
