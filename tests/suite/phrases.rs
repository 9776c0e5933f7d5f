//! Every phrase of the two lists must read as the list says; where it does not, the reason stands here.

#![expect(clippy::expect_used, reason = "a broken list must stop the test")]

use planlint::{
    quantity::{
        Average, Basis, Change, Comparator, Decimal, Direction, Quantity, Reading, ReadingKind,
        Relative, read_phrase, read_unit,
    },
    text::Keyed,
};
use proptest::prelude::*;

/// The conformance list that comes with the design.
const LIST: &str = include_str!("../phrases.tsv");
/// A second list, made from public documents by someone who had not seen the grammar.
const PUBLIC: &str = include_str!("../phrases-public.tsv");

/// Rows of the conformance list that read otherwise, with the reason.
const LIST_DISAGREEMENTS: [(&str, usize, &str); 2] = [
    (
        "城镇化率达71%，居全国各省区第3位",
        1,
        "the list names the rank part 1; the phrase states 71 % first",
    ),
    (
        "十年间共增长56779人，增长率为11.55%",
        1,
        "the list names the rate part 1; the phrase states the amount first",
    ),
];

/// Rows of the public list that read otherwise, with the reason.
const PUBLIC_DISAGREEMENTS: [(&str, usize, &str); 3] = [
    ("在用燃油出租车力争达到国Ⅴ及以上标准", 1, "doubted: a standard to reach is a target in words"),
    (
        "基本形成“全国123出行交通圈”（都市区1小时通勤、城市群2小时通达、全国主要城市3小时覆盖）",
        1,
        "a bracket that explains a name is read like any other",
    ),
    (
        "A quarter of a million hectares of wildlife-rich habitats will be created or restored by 2030",
        1,
        "English fractions of a magnitude are not read",
    ),
];

/// One row of a list.
struct Row<'a> {
    phrase: &'a str,
    part: usize,
    comparator: &'a str,
    low: &'a str,
    high: &'a str,
    unit: &'a str,
}

/// The rows of a list behind its head.
fn rows(list: &str) -> Vec<Row<'_>> {
    list.lines()
        .skip(1)
        .map(|line| {
            let mut cells = line.split('\t');
            let mut next = || cells.next().unwrap_or_default();
            Row {
                phrase: next(),
                part: next().parse().expect("a part is a number"),
                comparator: next(),
                low: next(),
                high: next(),
                unit: next(),
            }
        })
        .collect()
}

/// What the reader makes of a row: comparator, low, high.
fn outcome(reading: &Reading, part: usize) -> (&'static str, Option<Decimal>, Option<Decimal>) {
    match reading.kind {
        ReadingKind::Placeholder | ReadingKind::Absent => ("none", None, None),
        ReadingKind::NotATarget => ("not_target", None, None),
        ReadingKind::Unreadable => ("unreadable", None, None),
        ReadingKind::Targets => match reading.targets.get(part - 1) {
            Some(Quantity { comparator, low, high, .. }) => (comparator.key(), *low, *high),
            None => ("missing", None, None),
        },
    }
}

/// The number of a cell.
fn number(cell: &str) -> Option<Decimal> {
    (!cell.is_empty()).then(|| Decimal::from_str_exact(cell).expect("a bound is a number"))
}

/// What one of the row's unit is in the unit the reader counts its number in: a million 千瓦 for a phrase with GW.
///
/// A phrase that prints no unit is read without one, and the list's bound is the printed number.
fn scale(row: &Row<'_>, reading: &Reading) -> Decimal {
    let counted = reading.targets.get(row.part - 1).and_then(|target| target.unit.as_ref());
    let printed = read_unit(row.unit);
    match (counted, printed) {
        (Some(counted), Some(printed)) if counted.name == printed.name => {
            printed.factor / counted.factor
        }
        _ => Decimal::ONE,
    }
}

/// Asserts that exactly the rows of `known` read otherwise than `list` says.
fn assert_agrees(list: &str, known: &[(&str, usize, &str)]) {
    let mut unknown = Vec::new();
    let mut left: Vec<(&str, usize)> =
        known.iter().map(|&(phrase, part, _)| (phrase, part)).collect();
    for row in rows(list) {
        let reading = read_phrase(row.phrase);
        let got = outcome(&reading, row.part);
        let scale = scale(&row, &reading);
        let bound = |cell| number(cell).map(|number| number * scale);
        let wanted = (row.comparator, bound(row.low), bound(row.high));
        if got == wanted {
            continue;
        }
        match left.iter().position(|&known| known == (row.phrase, row.part)) {
            Some(at) => drop(left.remove(at)),
            None => unknown
                .push(format!("{}\t{}\twanted {wanted:?}\tgot {got:?}", row.phrase, row.part)),
        }
    }
    assert!(unknown.is_empty(), "{} rows:\n{}", unknown.len(), unknown.join("\n"));
    assert!(left.is_empty(), "these rows read as written now: {left:?}");
}

#[test]
fn the_conformance_list_reads_as_written() {
    assert_eq!(rows(LIST).len(), 210);
    assert_agrees(LIST, &LIST_DISAGREEMENTS);
}

#[test]
fn the_public_list_reads_as_written() {
    assert_eq!(rows(PUBLIC).len(), 441);
    assert_agrees(PUBLIC, &PUBLIC_DISAGREEMENTS);
}

#[test]
fn a_long_text_is_prose_and_not_read() {
    assert_eq!(read_phrase(&"达到70%，".repeat(400)).kind, ReadingKind::Unreadable);
    assert_eq!(read_phrase(&"达到70%，".repeat(300)).targets.len(), 300);
}

#[test]
fn a_number_too_large_is_never_a_zero() {
    for phrase in [
        "9999999999999999999999999999999999999亿",
        "达到亿亿亿亿亿亿元",
        "0.00000000000000000000000000000000001",
    ] {
        let reading = read_phrase(phrase);
        assert_eq!((reading.kind, reading.targets.len()), (ReadingKind::Unreadable, 0), "{phrase}");
    }
}

/// The only target of `phrase`.
fn only(phrase: &str) -> Quantity {
    let mut reading = read_phrase(phrase);
    assert_eq!(reading.targets.len(), 1, "{phrase}: {reading:?}");
    reading.targets.remove(0)
}

#[test]
fn words_say_over_what_time_a_number_counts() {
    for (phrase, basis) in [
        ("[3000]*", Some(Basis::Cumulative)),
        ("“十四五”累计≤57", Some(Basis::Cumulative)),
        ("每年新增4个", Some(Basis::PerYear)),
        ("清淤排水管网16500公里每年", Some(Basis::PerYear)),
        ("1,000 affordable homes per year", Some(Basis::PerYear)),
        ("年均增长10%以上", Some(Basis::Growth)),
        ("GDP增长6%左右", Some(Basis::Growth)),
        ("增长率为11.55%", Some(Basis::Growth)),
        ("由12000上升为13183人", None),
        ("较2020年下降50%", Some(Basis::Change)),
        ("达到70%", None),
    ] {
        assert_eq!(only(phrase).basis, basis, "{phrase}");
    }
}

#[test]
fn changes_and_standings_name_what_they_are_relative_to() {
    let base = |year, change| Some(Relative::Base { year, change });
    for (phrase, relative) in [
        ("较2020年下降50%", base(Some(2020), Change::Percent)),
        ("比2020年提高6个百分点", base(Some(2020), Change::Points)),
        ("比2020年增加3所", base(Some(2020), Change::Amount)),
        ("较上年提高2个百分点", base(None, Change::Points)),
        ("翻一番", base(None, Change::Percent)),
        ("40% below 1990 levels by 2030", base(Some(1990), Change::Percent)),
        ("高于市均", Some(Relative::Of(Average::City))),
        ("不低于全省平均水平", Some(Relative::Of(Average::Province))),
        ("达到全国平均", Some(Relative::Of(Average::Nation))),
        ("完成上级下达指标", Some(Relative::Of(Average::Superior))),
        ("高于GDP增速", None),
        ("达到70%", None),
    ] {
        assert_eq!(only(phrase).relative, relative, "{phrase}");
    }
}

#[test]
fn verbs_and_signs_say_which_way_is_better() {
    let (higher, lower) = (Some(Direction::Higher), Some(Direction::Lower));
    for (phrase, heading) in [
        ("提高到25%", higher),
        ("≥25", higher),
        ("25以上", higher),
        ("降至5%", lower),
        ("缩小到1.60:1", lower),
        ("1.6以内", lower),
        ("控制在350至400家", lower),
        ("70", None),
        ("达到70%", None),
        ("75左右", None),
        ("350至400家", None),
    ] {
        assert_eq!(only(phrase).heading, heading, "{phrase}");
    }
}

#[test]
fn conditions_objects_and_softeners_are_kept_as_written() {
    let reading = read_phrase("设区城市≥55，其他县（市）≥25");
    let conditions: Vec<_> =
        reading.targets.iter().map(|target| target.condition.as_deref()).collect();
    assert_eq!(conditions, [Some("设区城市"), Some("其他县（市）")]);
    assert_eq!(
        only("实现１００％社区接入智慧服务平台").object.as_deref(),
        Some("社区接入智慧服务平台")
    );
    assert_eq!(only("公办学校全覆盖").object.as_deref(), Some("公办学校"));
    assert_eq!(only("5G网络连片覆盖").object.as_deref(), Some("5G网络"));
    assert_eq!(only("所有敬老院均达到国家二级标准").object.as_deref(), Some("敬老院"));
    assert_eq!(only("核心区约1万亩").condition.as_deref(), Some("核心区"));
    assert_eq!(only("所有乡镇实现污水处理设施全覆盖").object.as_deref(), Some("乡镇"));
    assert_eq!(only("力争达到10%").softener.as_deref(), Some("力争"));
    assert_eq!(only("常住人口城镇化率≥75%").condition, None);
    let both: Vec<_> =
        read_phrase("173（全覆盖）").targets.iter().map(|target| target.comparator).collect();
    assert_eq!(both, [Comparator::Reach, Comparator::All]);
}

#[test]
fn a_span_covers_the_words_of_its_target_in_the_original() {
    for (phrase, words) in [
        ("城镇化率达到７５％以上", "达到７５％以上"),
        ("全市建成 1,000 个左右", "1,000 个左右"),
        (" ≥ 90 ", "≥ 90"),
        ("－0.5", "－0.5"),
        ("能耗较2020年下降50%", "较2020年下降50%"),
        ("比2020年产量提高6个百分点以上", "比2020年产量提高6个百分点以上"),
        ("down by 55% compared to 1990", "down by 55% compared to 1990"),
    ] {
        assert_eq!(only(phrase).span.of(phrase), words);
    }
}

#[test]
fn a_number_changed_by_words_nobody_reads_is_no_number() {
    for phrase in [
        "原则上不再70",
        "不再低于70%",
        "不一定超过70%",
        "未达到70%",
        "并非70%",
        "非70",
        "没有70%",
        "70（待定）",
        "达到70%（待核实）",
        "25%的2倍",
        "70%的一半",
        "30%的50%",
        "约70以上",
        "不足70以上",
        "大于70以下",
        "不超过70以上",
        "70除外",
        "70%以外",
        "70%±5%",
        "70%上下浮动5%",
        "70%？",
        "two thirds of the population",
    ] {
        assert_eq!(read_phrase(phrase).kind, ReadingKind::Unreadable, "{phrase}");
    }
}

#[test]
fn words_that_only_look_like_doubt_leave_the_number() {
    for (phrase, comparator) in [
        ("不低于70%", Comparator::AtLeast),
        ("不到70%", Comparator::LessThan),
        ("达到70%或更低", Comparator::AtMost),
        ("达到70%（含）以上", Comparator::AtLeast),
        ("70%以上的县", Comparator::AtLeast),
        ("非化石能源消费比重达到20%", Comparator::Reach),
        ("严格控制在3%以内", Comparator::AtMost),
        ("比全省平均高2个百分点以上", Comparator::RelativeAtLeast),
        ("比全市平均水平低3个百分点", Comparator::RelativeLess),
        ("实现原生垃圾“零填埋”", Comparator::AtMost),
        ("不足全市的20%", Comparator::LessThan),
        ("由12000上升为13183人", Comparator::Reach),
        ("5G网络连片覆盖", Comparator::All),
        ("全面覆盖", Comparator::All),
        ("农村5G网络全面部署", Comparator::All),
        ("连片覆盖率达到90%", Comparator::Reach),
        ("所有行政村均达到90%以上", Comparator::EachAtLeast),
        ("所有村集体年收入均超过100万元", Comparator::EachMoreThan),
        ("所有敬老院均达到国家二级标准", Comparator::All),
    ] {
        assert_eq!(only(phrase).comparator, comparator, "{phrase}");
    }
}

#[test]
fn units_beside_a_number_may_be_words_that_are_none_in_a_bracket() {
    for (phrase, unit) in [
        ("5站", "站"),
        ("30度", "千瓦时"),
        ("200床位", "张"),
        ("3届以上", "届"),
        ("15日", "天"),
        ("2个小时", "小时"),
    ] {
        let name = only(phrase).unit.map(|unit| unit.name.to_string());
        assert_eq!(name.as_deref(), Some(unit), "{phrase}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_within_its_bytes(phrase in "\\PC{0,60}") {
        assert_spans_fit(&phrase);
    }

    #[test]
    fn any_mix_of_the_words_plans_use_is_read(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "达到", "７０", "%", "以上", "约", "，", "、", "较2020年", "下降", "累计", "[", "]", "每个", "全覆盖", "-",
                "三千", "亿", "万元", "的", "由", "提高到", "（", "）", ":", "1", "第", "前", "强", "of", " ", "by ", "翻", "番",
            ]),
            0..14,
        )
    ) {
        assert_spans_fit(&words.concat());
    }
}

/// Asserts that every target covers bytes of its phrase, and that only a phrase with targets says so.
fn assert_spans_fit(phrase: &str) {
    let reading = read_phrase(phrase);
    assert_eq!(reading.kind == ReadingKind::Targets, !reading.targets.is_empty());
    for target in &reading.targets {
        assert!(
            phrase.get(target.span.range()).is_some_and(|words| !words.is_empty()),
            "{target:?}"
        );
    }
}
