//! What a sentence states stays the same when clauses about other things are put before or behind it.

use planlint::{config::Settings, engine, text::Keyed, views};

use crate::support;

/// Sentences without the 。 at their end, each with its own subject and value.
const STATEMENTS: [&str; 25] = [
    "绿地率达到43.5%",
    "中水回用率不低于31%",
    "森林覆盖率稳步提高，达到48.5%",
    "宽带普及率、电梯普及率均达到96%以上",
    "城乡居民人均消费支出分别增长4%、5.5%左右",
    "地区生产总值增长5%左右",
    "城镇新增就业1.6万人以上",
    "规模以上工业企业由812户增加到1060户",
    "单位地区生产总值取水量比2025年下降17.5%",
    "城乡消费支出比缩小到1.4以内",
    "孕产妇死亡率控制在8/10万以内",
    "公路网密度达到130公里/百平方公里",
    "PM2.5浓度降至24微克/立方米以下",
    "人均受教育年限提高0.6年，达到11.8年",
    "居民收入增长与经济增长同步",
    "民间投资增速高于全部投资增速",
    "三次产业比重分别为9%、48%和43%",
    "社会物流总费用与地区生产总值的比率降至13.5%左右",
    "粮食总产量稳定在45万吨以上",
    "到2028年，公交分担率达到28%",
    "守牢不发生规模性返贫致贫底线",
    "新增公办学位1200个，其中小学学位700个",
    "力争推动26个水利重点项目投资突破340亿元",
    "城市低保标准从每人每月920元提高到1150元",
    "污水处理率提高2个百分点",
];

/// Clauses about other things, some with numbers.
const OTHERS: [&str; 12] = [
    "坚持稳中求进工作总基调",
    "深化国有企业改革",
    "营商环境持续优化",
    "新建学校12所",
    "办好10件民生实事",
    "打造15分钟生活圈",
    "把就业摆在更加突出的位置",
    "居民生活水平稳步提高",
    "用好5G等新技术",
    "为“十五五”开好局、起好步",
    "强化企业科技创新主体地位，支持专精特新企业发展",
    "与周边市县加强合作",
];

/// Clauses that tell of a time: what stands behind them may be of it, what stands before them is not.
const TIMED: [&str; 4] =
    ["到2029年建成公园3座", "2025年新建公园4座", "五年来成效显著", "比去年多建公园6座"];

/// Where a clause is put: before or behind the sentence, behind which mark.
const PLACES: [(bool, &str); 6] =
    [(true, "，"), (true, "；"), (true, "。"), (false, "，"), (false, "；"), (false, "。")];

/// Role, region, year, and name with value.
type Stated = (&'static str, String, i32, String);

/// What is stated by each text that stands alone under the goals of a report of `region`.
fn stated(region: &str, texts: &[String]) -> Vec<Vec<Stated>> {
    let document = |(at, text): (usize, &String)| {
        let text = format!("2026年{region}政府工作报告\n一、2026年工作目标\n{text}。\n");
        (format!("{at}.txt"), text)
    };
    let documents: Vec<(String, String)> = texts.iter().enumerate().map(document).collect();
    let files = support::files(documents.iter().map(|(name, text)| (&**name, &**text)));
    let world = engine::understand(files, &Settings::default(), Some(2));
    let mut stated = vec![Vec::new(); texts.len()];
    for record in views::records(&world.model) {
        let source = world.model.sources.get(record.place.file).unwrap();
        let at: usize = source.path.trim_end_matches(".txt").parse().unwrap();
        let region = record.region.as_deref().unwrap_or_default().to_owned();
        let words = format!("{}: {}", record.indicator, record.value);
        stated[at].push((record.role.key(), region, record.year, words));
    }
    stated
}

/// Whether a text states anything else than a sentence and the clause before or behind it.
fn is_changed(own: &[Stated], foreign: &[Stated], is_before: bool, found: &[Stated]) -> bool {
    let mut rest = found.to_vec();
    for one in own {
        match rest.iter().position(|found| found == one) {
            Some(place) => drop(rest.remove(place)),
            None => return true,
        }
    }
    let is_foreign = |(role, region, year, words): &Stated| {
        let mut meant = foreign.iter().filter(|foreign| foreign.0 == *role && foreign.3 == *words);
        // What stands behind 到2028年，安吉县 may be of that year and that county.
        let carried = |own: &Stated| !is_before && own.1 == *region && own.2 == *year;
        meant.any(|foreign| foreign.1 == *region && foreign.2 == *year || own.iter().any(carried))
    };
    !rest.iter().all(is_foreign)
}

/// Holds that the sentences of a report of `region` state the same beside each clause.
fn hold(region: &str, sentences: &[&str]) {
    let owned =
        |texts: &[&str]| -> Vec<String> { texts.iter().map(|text| (*text).into()).collect() };
    let clauses = [&OTHERS[..], &TIMED].concat();
    let (alone, others) = (stated(region, &owned(sentences)), stated(region, &owned(&clauses)));
    let mut together = Vec::new();
    for (sentence, own) in sentences.iter().zip(&alone) {
        assert!(!own.is_empty(), "{sentence} states nothing");
        for (clause, foreign) in clauses.iter().zip(&others) {
            let is_late = TIMED.contains(clause);
            let places = PLACES.iter().filter(|(is_before, _)| !is_before || !is_late);
            together.extend(places.map(|(is_before, mark)| {
                let (one, two) = if *is_before { (clause, sentence) } else { (sentence, clause) };
                (format!("{one}{mark}{two}"), *is_before, own, foreign)
            }));
        }
    }
    let texts: Vec<String> = together.iter().map(|(text, ..)| text.clone()).collect();
    let changed: Vec<String> = together
        .iter()
        .zip(stated(region, &texts))
        .filter(|((_, is_before, own, foreign), found)| is_changed(own, foreign, *is_before, found))
        .map(|((text, _, own, foreign), found)| {
            format!("{text}\n  read {found:?}\n  of   {own:?} and {foreign:?}")
        })
        .collect();
    assert!(changed.is_empty(), "{} of {}:\n{}", changed.len(), texts.len(), changed.join("\n"));
}

#[test]
fn a_sentence_states_the_same_beside_clauses_about_other_things() {
    hold("甲县", &STATEMENTS);
}

#[test]
fn a_sentence_of_a_known_region_states_the_same_beside_clauses_about_other_things() {
    hold("湖州市", &["全市绿地率达到43.5%", "在全市建成公园7座"]);
}
