//! Units as plans write them, and what is none.

use super::*;

fn assert_reads(rows: &[(&str, &str, &str)]) {
    for (text, name, factor) in rows {
        let unit = read_unit(text).unwrap_or_else(|| panic!("{text} is a unit"));
        let factor: Decimal = factor.parse().unwrap();
        assert_eq!((&*unit.name, unit.factor, unit.basis), (*name, factor, None), "{text}");
    }
}

#[test]
fn plain_units_have_one_name() {
    assert_reads(&[
        ("％", "%", "1"),
        (" per cent ", "%", "1"),
        ("‰", "‰", "1"),
        ("per 1,000", "‰", "1"),
        ("个百分点", "百分点", "1"),
        ("percentage points", "百分点", "1"),
        ("：1", ":1", "1"),
        ("倍", "倍", "1"),
        ("个数", "个", "1"),
        ("名", "人", "1"),
        ("Persons", "人", "1"),
        ("千米", "公里", "1"),
        ("km", "公里", "1"),
        ("kilometres", "公里", "1"),
        ("平方千米", "平方公里", "1"),
        ("m²", "平方米", "1"),
        ("sq. m", "平方米", "1"),
        ("hectares", "公顷", "1"),
        ("岁", "岁", "1"),
        ("℃", "摄氏度", "1"),
        ("homes", "套", "1"),
        ("US$", "美元", "1"),
        ("宗（套）", "宗(套)", "1"),
    ]);
}

#[test]
fn magnitudes_and_prefixes_are_factors() {
    assert_reads(&[
        ("万人", "人", "10000"),
        ("亿元", "元", "100000000"),
        ("千人", "人", "1000"),
        ("百户", "户", "100"),
        ("万亿元", "元", "1000000000000"),
        ("万亩", "亩", "10000"),
        ("亿立方米", "立方米", "100000000"),
        ("亿千瓦时", "千瓦时", "100000000"),
        ("万吨标准煤", "吨标准煤", "10000"),
        ("万人次", "人次", "10000"),
        ("万千瓦", "千瓦", "10000"),
        ("GW", "千瓦", "1000000"),
        ("GWh", "千瓦时", "1000000"),
        ("MtCO2e", "吨二氧化碳当量", "1000000"),
        ("million tCO₂e", "吨二氧化碳当量", "1000000"),
        ("10,000 persons", "人", "10000"),
        ("100 million yuan", "元", "100000000"),
        ("£ million", "英镑", "1000000"),
        ("€bn", "欧元", "1000000000"),
        ("'000 households", "户", "1000"),
    ]);
}

#[test]
fn magnitudes_below_a_stroke_stay() {
    assert_reads(&[
        ("平方米/人", "平方米/人", "1"),
        ("人／亿元", "人/亿元", "1"),
        ("张/千人", "张/千人", "1"),
        ("张/每1000人", "张/千人", "1"),
        ("beds per 1,000 people", "张/千人", "1"),
        ("件/万人", "件/万人", "1"),
        ("辆/百户", "辆/百户", "1"),
        ("人/10万人", "人/10万人", "1"),
        ("1/10万", "1/10万", "1"),
        ("per 100,000", "1/10万", "1"),
        ("deaths per 100,000 live births", "例/10万活产", "1"),
        ("吨标准煤/万元", "吨标准煤/万元", "1"),
        ("克标准煤/千瓦时", "克标准煤/千瓦时", "1"),
        ("μg/m³", "微克/立方米", "1"),
        ("µg/m3", "微克/立方米", "1"),
        ("公里/平方公里", "公里/平方公里", "1"),
        ("千瓦时/百公里", "千瓦时/百公里", "1"),
        ("万元/人", "元/人", "10000"),
        ("元/人·年", "元/人/年", "1"),
        ("万立方米/日", "立方米/天", "10000"),
        ("kg per capita", "千克/人", "1"),
        ("g/MWh", "克/千瓦时", "0.001"),
    ]);
}

#[test]
fn cumulative_counts_say_so() {
    for text in ["累计个数", "累积个数", "累计个", "cumulative units"] {
        let unit = read_unit(text).unwrap();
        assert_eq!((&*unit.name, unit.basis), ("个", Some(Basis::Cumulative)), "{text}");
    }
}

#[test]
fn remarks_are_no_units() {
    let remarks = [
        "",
        "含货币安置",
        "2020",
        "2019版",
        "试点",
        "市",
        "街道",
        "全覆盖",
        "累计",
        "万",
        "数",
        "万%",
        "亿百分点",
        "100%",
        "18.7%",
        "100个",
        "30家",
        "1000",
        "/",
        "人/",
        "/人/",
        "个/%",
        "人/百分点",
        "IPv6",
        "household",
        "buildings",
        "m",
        "元/人/年/月",
        "%以上",
        "(",
        ")",
        "()",
        "个()",
        "五年",
        "per",
        "per per",
    ];
    for text in remarks {
        assert_eq!(read_unit(text), None, "{text}");
    }
}

#[test]
fn long_texts_are_not_read() {
    assert_eq!(read_unit(&"万".repeat(LONGEST + 1)), None);
    assert_eq!(read_unit(&format!("{:LONGEST$}元", "万")), None);
    assert_eq!(read_unit(&format!("{:1$}元", "万", LONGEST - 1)).unwrap().name.as_ref(), "元");
}
