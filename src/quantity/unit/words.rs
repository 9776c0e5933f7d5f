//! The plain units: one name each, the Chinese one, and the other spellings of it.

use std::{collections::HashMap, sync::LazyLock};

use super::exact;

/// A plain unit as a word spells it.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its one name.
    pub name: &'static str,
    /// The power of ten the word carries: 6 for GW, counted in 千瓦.
    pub power: u32,
    /// What can stand beside it.
    pub kind: Kind,
}

/// How a word stands in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Alone only: `%`; there are no 万%.
    Rate,
    /// Alone, behind a magnitude, or at a stroke.
    Plain,
    /// Never alone, where it rather says which: `Emissions (household)`; but `per household`.
    Beside,
}

/// Units that are rates themselves: the name, then every spelling.
const RATES: [&[&str]; 7] = [
    &["%", "百分比", "percent", "percentage", "pct"],
    &["‰", "千分比", "permille"],
    &["‱"],
    &["基点", "个基点"],
    &["百分点", "个百分点", "percentagepoint", "pp", "ppt", "%point"],
    &[":1", "x:1", "ratio"],
    &["倍"],
];

/// Units that count things or people: the name, then every spelling.
///
/// Words for which a bracket more often names an alternative (站, 点, 场, 班, 村, 社) are left out.
const COUNTS: [&[&str]; 50] = [
    &["个", "units", "number", "no", "jobs"],
    &["所"],
    &["家"],
    &["张", "床", "张床位", "beds"],
    &["户"],
    &["人", "名", "people", "persons"],
    &["人次", "visits", "person-times"],
    &["次"],
    &["套", "homes", "dwellings"],
    &["项"],
    &["件"],
    &["辆", "vehicles"],
    &["株", "棵", "trees"],
    &["例"],
    &["栋", "幢"],
    &["起"],
    &["处"],
    &["座"],
    &["条"],
    &["宗"],
    &["台"],
    &["艘"],
    &["架"],
    &["只"],
    &["头"],
    &["席"],
    &["位"],
    &["片"],
    &["块"],
    &["间"],
    &["门"],
    &["种"],
    &["支"],
    &["册"],
    &["篇"],
    &["份"],
    &["枚"],
    &["幅"],
    &["架次"],
    &["班次"],
    &["车次"],
    &["人年", "person-years"],
    &["标准箱", "标箱", "teu"],
    &["车位", "泊位"],
    &["学位"],
    &["活产", "livebirths"],
    &["分", "points"],
    &["户次"],
    &["批次"],
    &["工作日", "个工作日"],
];

/// Units of length, area, volume, weight, energy, time and money: the name, then every spelling.
const MEASURES: [&[&str]; 64] = [
    &["吨油当量", "toe", "tonnesofoilequivalent"],
    &["公里", "千米", "km", "kilometre", "kilometer"],
    &["米", "metre", "meter"],
    &["厘米", "cm"],
    &["毫米", "mm"],
    &["英里", "mile"],
    &["平方米", "㎡", "m2", "sqm", "squaremetre", "squaremeter"],
    &[
        "平方公里",
        "平方千米",
        "㎢",
        "km2",
        "sqkm",
        "squarekm",
        "squarekilometre",
        "squarekilometer",
    ],
    &["公顷", "ha", "hectare"],
    &["亩", "mu"],
    &["亩次"],
    &["英亩", "acre"],
    &["立方米", "m3", "cubicmetre", "cubicmeter"],
    &["标准立方米", "nm3"],
    &["升", "litre", "liter"],
    &["吨", "t", "tonne", "ton", "metricton", "metrictonne"],
    &["千克", "公斤", "kg", "kilogram", "kilogramme"],
    &["斤"],
    &["克", "gram", "gramme"],
    &["毫克", "mg"],
    &["微克", "μg", "ug", "microgram"],
    &["吨标准煤", "吨标煤", "t标准煤", "tce", "tonnesofcoalequivalent", "tonsofstandardcoal"],
    &["千克标准煤", "公斤标准煤", "千克标煤", "公斤标煤", "kgce"],
    &["克标准煤", "克标煤", "gce"],
    &["吨二氧化碳", "吨co2", "tco2", "tonnesco2", "tonnesofco2"],
    &["千克二氧化碳", "公斤二氧化碳", "千克co2", "公斤co2", "kgco2"],
    &["克二氧化碳", "克co2", "gco2"],
    &["吨二氧化碳当量", "吨co2当量", "吨co2e", "tco2e", "tco2eq", "tco2-eq", "tonnesco2e"],
    &["千克二氧化碳当量", "公斤二氧化碳当量", "千克co2e", "公斤co2e", "kgco2e"],
    &["克二氧化碳当量", "克co2e", "gco2e"],
    &["千瓦", "kw", "kilowatt"],
    &["千瓦时", "kwh", "kilowatthour", "kilowatt-hour"],
    &["千伏安", "kva"],
    &["焦耳", "焦", "j", "joule"],
    &["千焦", "kj"],
    &["年", "years"],
    &["岁", "周岁", "yearsofage"],
    &["个月", "months"],
    &["周", "weeks"],
    &["天", "days"],
    &["小时", "个小时", "h", "hour", "hr"],
    &["分钟", "minute", "min"],
    &["秒", "seconds"],
    &["学时"],
    &["课时"],
    &["元", "人民币元", "元人民币", "yuan", "cny", "rmb", "¥"],
    &["美元", "us$", "usd", "$", "usdollar", "dollar"],
    &["欧元", "€", "eur", "euro"],
    &["英镑", "£", "gbp", "pound"],
    &["港元", "港币", "hk$", "hkd"],
    &["摄氏度", "℃", "°c"],
    &["分贝", "db", "db(a)"],
    &["Mbps", "mbps", "mbit/s", "兆比特每秒"],
    &["人公里", "passenger-km"],
    &["吨公里", "tonne-km"],
    &["海里", "nauticalmile"],
    &["瓦", "w", "watt"],
    &["英里/小时", "mph", "mileanhour"],
    &["公里/小时", "kph", "kmph"],
    &["海里/小时", "knot", "kn"],
    &["华氏度", "℉", "°f", "fahrenheit"],
    &["GB", "gb"],
    &["TB", "tb"],
    &["PB", "pb"],
];

/// Words that alone in a bracket rather say which thing is measured: the name, then every spelling.
const BESIDE: [&[&str]; 24] = [
    &["个", "unit", "item", "job", "place", "project", "site"],
    &["所", "school"],
    &["家", "company", "companies", "enterprise", "business", "businesses", "firm"],
    &["张", "床位", "bed"],
    &["户", "household", "family", "families"],
    &["人", "person", "capita", "head", "inhabitant", "resident", "population"],
    &["人次", "visitor", "passenger"],
    &["次", "incident"],
    &["套", "home", "dwelling", "house", "flat", "apartment"],
    &["辆", "vehicle"],
    &["例", "case", "death"],
    &["栋", "building"],
    &["类"],
    &["米", "m"],
    &["立方米", "立方", "方"],
    &["升", "l"],
    &["克", "g"],
    &["年", "year", "yr", "annum"],
    &["个月", "月", "month"],
    &["周", "week"],
    &["天", "日", "day", "d"],
    &["秒", "s", "sec", "second"],
    &["元", "人民币"],
    &["千瓦时", "度"],
];

/// Measure words beside their number that alone in a bracket are something else, each its own name.
const MEASURE_WORDS: [&str; 21] = [
    "兆", "本", "届", "期", "部", "场", "队", "段", "对", "组", "口", "根", "盏", "桩", "箱", "站",
    "孔", "尾", "羽", "批", "颗",
];

/// Spellings with a metric prefix: the spelling, the name counted in, the power of ten.
const PREFIXED: [(&str, &str, u32); 28] = [
    ("ktoe", "吨油当量", 3),
    ("mtoe", "吨油当量", 6),
    ("kt", "吨", 3),
    ("mt", "吨", 6),
    ("mtce", "吨标准煤", 6),
    ("ktco2", "吨二氧化碳", 3),
    ("mtco2", "吨二氧化碳", 6),
    ("gtco2", "吨二氧化碳", 9),
    ("ktco2e", "吨二氧化碳当量", 3),
    ("mtco2e", "吨二氧化碳当量", 6),
    ("gtco2e", "吨二氧化碳当量", 9),
    ("mw", "千瓦", 3),
    ("megawatt", "千瓦", 3),
    ("兆瓦", "千瓦", 3),
    ("gw", "千瓦", 6),
    ("gigawatt", "千瓦", 6),
    ("吉瓦", "千瓦", 6),
    ("tw", "千瓦", 9),
    ("mwh", "千瓦时", 3),
    ("兆瓦时", "千瓦时", 3),
    ("gwh", "千瓦时", 6),
    ("吉瓦时", "千瓦时", 6),
    ("twh", "千瓦时", 9),
    ("太瓦时", "千瓦时", 9),
    ("太瓦", "千瓦", 9),
    ("mva", "千伏安", 3),
    ("兆伏安", "千伏安", 3),
    ("gbps", "Mbps", 3),
];

static BY_SPELLING: LazyLock<HashMap<&'static str, Word>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    let mut add = |rows: &[&[&'static str]], kind| {
        for row in rows {
            let Some(&name) = row.first() else { continue };
            words.extend(row.iter().map(|&spelling| (spelling, Word { name, power: 0, kind })));
        }
    };
    add(&MEASURE_WORDS.each_ref().map(std::slice::from_ref), Kind::Beside);
    add(&BESIDE, Kind::Beside);
    add(&RATES, Kind::Rate);
    add(&COUNTS, Kind::Plain);
    add(&MEASURES, Kind::Plain);
    for line in exact::lines() {
        let kind = words.get(line.name).map_or(Kind::Plain, |word: &Word| word.kind);
        let word = Word { name: line.name, power: 0, kind };
        words.extend(line.spellings.into_iter().map(|spelling| (spelling, word)));
        words.entry(line.name).or_insert(word);
    }
    words.extend(
        PREFIXED.map(|(spelling, name, power)| (spelling, Word { name, power, kind: Kind::Plain })),
    );
    words
});

/// The plain unit a squeezed word spells; a plural and a closing 数 do not matter.
pub fn find(word: &str) -> Option<Word> {
    let known = |word: &str| BY_SPELLING.get(word).copied();
    let counted =
        || word.strip_suffix('数').and_then(known).filter(|word| word.kind == Kind::Plain);
    known(word).or_else(|| word.strip_suffix('s').and_then(known)).or_else(counted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::unit::spelling::squeezed;

    /// Names that no number stands directly before: 1.6:1, 三类, 每10万活产.
    const APART: [&str; 3] = [":1", "类", "活产"];

    fn rows() -> impl Iterator<Item = &'static [&'static str]> {
        let words = MEASURE_WORDS.iter().map(std::slice::from_ref);
        [&RATES[..], &COUNTS, &MEASURES, &BESIDE].concat().into_iter().chain(words)
    }

    #[test]
    fn every_name_and_spelling_is_found() {
        for row in rows() {
            for spelling in row {
                let word = find(&squeezed(spelling)).map(|word| word.name);
                assert_eq!(word, row.first().copied(), "{spelling}");
            }
        }
        for (spelling, name, _) in PREFIXED {
            assert_eq!(find(spelling).map(|word| word.name), Some(name), "{spelling}");
            assert!(find(&squeezed(name)).is_some(), "{name}");
        }
    }

    #[test]
    fn the_grammar_knows_every_name() {
        for name in rows().filter_map(|row| row.first()).filter(|name| !APART.contains(name)) {
            assert!(crate::quantity::grammar::is_unit(name), "{name}");
        }
    }
}
