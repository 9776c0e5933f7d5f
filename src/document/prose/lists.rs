//! Names and values in lists: what a list says once for all its names, and what one word says for several.

use crate::quantity::UnitDimension;

use super::{
    clause_part::{ClausePart, of_years},
    figures::{FigureKind, ProseFigure},
    grammar::Rule,
    lexicon::{CHANGES, MEASURED, longest_ending},
    list_of_names::{split_at_list_commas, split_list_of_names},
    prose_value::ProseValue,
    times::time_at,
};

/// Over how long the values of a list are counted, where it says so before them.
const PACES: [&str; 4] = ["年平均", "年均", "每年", "累计"];

/// `A、B分别达到98.5%和90%`: as many names as values.
pub(super) fn respective_values(
    piece: ClausePart<'_>,
    years: &[(usize, usize)],
) -> Vec<ProseValue> {
    let found = piece.figures();
    let (text, names) = (piece.text, piece.part.of(Rule::names).map(|names| piece.bytes(names)));
    let apart = piece.part.of(Rule::apart).map(|apart| piece.bytes(apart));
    let (Some((from, end)), Some(apart), Some(last)) = (names, apart, found.last()) else {
        return Vec::new();
    };
    // 和 also stands inside names (文化和旅游产业增加值), so 、 alone parts the list where that gives a
    // name for each value.
    let paused = split_at_list_commas(text, from, end);
    let mut names =
        if paused.len() == found.len() { paused } else { split_list_of_names(text, from, end) };
    if let [one] = names.as_slice() {
        names = vec![*one; found.len()];
    }
    // Which of three names two values are of, nobody can say.
    if names.len() != found.len() {
        return Vec::new();
    }
    let told = text.get(apart.0..apart.1).unwrap_or_default();
    // What stands before 分别 is said of each value as well: 年均分别增长5%、6%.
    let prefix = match told.split_once("分别") {
        Some((before, behind)) => {
            let pace = PACES.iter().find(|pace| before.contains(**pace)).copied();
            format!("{}{behind}", pace.unwrap_or_default())
        }
        None => told.to_owned(),
    };
    // 5%、5%以上、5%左右: each has its own; 98.5%和90%以上: what is said last is said of both.
    let own = found.iter().rev().skip(1).any(|figure| !tail_behind_unit(text, figure).is_empty());
    let tail = if own { String::new() } else { tail_behind_unit(text, last) };
    // 分别 over one name speaks of years or places: 到2027年、2030年，绿地率分别达到41%、43%.
    let Some(written) = names_with_shared_part(text, &names) else {
        let one = names.first().and_then(|name| of_years(piece, *name, years));
        return one.unwrap_or_default();
    };
    let spread = names.iter().zip(found).zip(written).map(|((name, figure), words)| ProseValue {
        figure,
        own: *name,
        left: *name,
        told: figure.start,
        leads: false,
        words,
        shared: Some((prefix.clone(), tail.clone())),
        year: None,
    });
    spread.collect()
}

/// `A、B增至7.8张、3.5个`: as many names as values, all the values behind all the names. What several values of one name, or
/// others of several, are of, nobody can say.
pub(super) fn values_behind_names(piece: ClausePart<'_>) -> Vec<ProseValue> {
    let found = piece.figures();
    let Some((from, end)) = piece.part.of(Rule::name).map(|name| piece.bytes(name)) else {
        return Vec::new();
    };
    let names = split_at_list_commas(piece.text, from, end);
    let first = found.first().map_or(end, |first| first.start);
    let prefix = piece.text.get(end..first).unwrap_or_default();
    let value = |(name, figure): ((usize, usize), ProseFigure)| ProseValue {
        figure,
        own: name,
        left: name,
        told: end,
        leads: false,
        words: None,
        shared: Some((prefix.to_owned(), String::new())),
        year: None,
    };
    // The word before the values shows that all of them are of all names: without 增至, in
    // 病床、护士7.8张、3.5个 the first value could be of the second name alone.
    let is_list = names.len() == found.len() && !prefix.is_empty();
    if is_list { names.into_iter().zip(found).map(value).collect() } else { Vec::new() }
}

/// Words of which a list prints the first alone: 城镇和农村居民收入.
// Two characters each: `written` cuts as many off the last name to find what all share.
const PARALLEL: [&str; 16] = [
    "城镇", "农村", "城市", "乡村", "男性", "女性", "小学", "初中", "高中", "职工", "居民", "一产",
    "二产", "三产", "国家", "省级",
];

/// The names of a list where they share a part that is printed once: 城镇和农村居民收入, 一二三产增加值; `None` where one
/// noun stands for several values in no known way.
fn names_with_shared_part(text: &str, names: &[(usize, usize)]) -> Option<Vec<Option<String>>> {
    let words = |(start, end): &(usize, usize)| text.get(*start..*end).unwrap_or_default();
    let (first, last) = (words(names.first()?), words(names.last()?));
    if names.windows(2).any(|two| two.first() == two.last()) {
        return several(first, names.len());
    }
    // From what leaves no doubt to what is guessed from likeness; each step sees only names that the ones
    // before could not read.
    // 城、乡居民收入
    if let Some(rest) = last.strip_prefix('乡').filter(|_| first == "城" && names.len() == 2) {
        return Some(vec![Some(format!("城镇{rest}")), Some(format!("农村{rest}"))]);
    }
    if let Some(all) = ordinals(names.iter().map(words)) {
        return Some(all);
    }
    if let Some(tail) = shared_tail(first, last).filter(|_| names.len() == 2) {
        return Some(vec![Some(format!("{first}{tail}")), None]);
    }
    if let Some(all) = shared_measure(names.iter().map(words)) {
        return Some(all);
    }
    let is_short = |name: &&(usize, usize)| PARALLEL.contains(&words(name));
    let parallel = PARALLEL.iter().any(|word| last.starts_with(word));
    let shares =
        parallel && names.len() > 1 && names.iter().rev().skip(1).all(|name| is_short(&name));
    let head = last.char_indices().nth(2).and_then(|(at, _)| last.get(at..));
    let whole = |name: &(usize, usize)| match head {
        Some(head) if shares && is_short(&name) => Some(format!("{}{head}", words(name))),
        _ => None,
    };
    Some(names.iter().map(whole).collect())
}

/// Characters of a thing in a list whose last name alone says what is measured of each.
// A choice: the things of such a list are short, and a long one is a clause that ends in a measure by
// chance.
const THING: usize = 6;

/// The names of a list of things of which the last alone says what is measured: 原煤、原油产量, 二氧化硫、化学需氧量排放量.
fn shared_measure<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Option<Vec<Option<String>>> {
    let last = names.clone().last()?;
    // 率 or 比 alone ends too many words to be what a list shares.
    let measure = MEASURED.ends(last).filter(|word| word.chars().count() > 1)?;
    let thing = last.strip_suffix(measure)?;
    let is_short = |name: &str| (2..=THING).contains(&name.chars().count());
    let is_bare =
        |name: &str| is_short(name) && MEASURED.ends(name).is_none() && !PARALLEL.contains(&name);
    let others = || names.clone().filter(|name| *name != last);
    let fits = is_short(thing) && others().next().is_some() && others().all(is_bare);
    let whole = |name: &str| if name == last { None } else { Some(format!("{name}{measure}")) };
    fits.then(|| names.map(whole).collect())
}

/// The names of a list that prints its 第 once: 第一、二、三产业增加值.
fn ordinals<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Option<Vec<Option<String>>> {
    let is_numeral = |c: char| "一二三".contains(c);
    let last = names.clone().last()?;
    let whole = last.strip_prefix('第').unwrap_or(last);
    let tail = whole.strip_prefix(is_numeral).filter(|tail| tail.starts_with("产业"))?;
    let mut numerals = Vec::new();
    for name in names {
        // 2030年第一: what stands before 第 is no part of the name.
        let own = name.rfind('第').and_then(|at| name.get(at + '第'.len_utf8()..)).unwrap_or(name);
        let numeral = own.chars().next().filter(|c| is_numeral(*c))?;
        if own.len() != numeral.len_utf8() && name != last {
            return None;
        }
        numerals.push(numeral);
    }
    Some(numerals.into_iter().map(|numeral| Some(format!("第{numeral}{tail}"))).collect())
}

/// The names that one word stands for: 城乡居民收入, 三次产业比重, 一二三产增加值.
fn several(words: &str, count: usize) -> Option<Vec<Option<String>>> {
    // 一二三产业 stands before 一二三产, with which it begins; else 业 would be left to 增加值.
    const WORDS: [(&str, &[&str]); 4] = [
        ("城乡", &["城镇", "农村"]),
        ("三次产业", &["第一产业", "第二产业", "第三产业"]),
        ("一二三产业", &["第一产业", "第二产业", "第三产业"]),
        ("一二三产", &["第一产业", "第二产业", "第三产业"]),
    ];
    WORDS.iter().find_map(|(word, parts)| {
        let (before, behind) = words.split_once(word)?;
        let name = |part: &&str| Some(format!("{before}{part}{behind}"));
        (parts.len() == count).then(|| parts.iter().map(name).collect())
    })
}

/// What the last of two names says for both, behind the words they end with in common: 文化及相关产业、旅游及相关产业增加值.
fn shared_tail<'a>(first: &str, last: &'a str) -> Option<&'a str> {
    let starts = first.char_indices().skip(1).map(|(at, _)| at);
    let common = starts.filter_map(|at| first.get(at..)).filter(|end| end.starts_with('及'));
    let tail = common.filter_map(|end| last.split_once(end)).map(|(_, tail)| tail).next()?;
    (!tail.is_empty()).then_some(tail)
}

/// The words behind the unit of a figure: 左右.
fn tail_behind_unit(text: &str, figure: &ProseFigure) -> String {
    let words = text.get(figure.start..figure.end).unwrap_or_default();
    // The longer stand first only where one ends with the other; `ending` takes the longest anyhow.
    let ends = ["左右", "及以上", "以上", "以内", "以下"];
    longest_ending(words, &ends).unwrap_or_default().to_owned()
}

/// `A、B均达到90%`, `A和B增长5%`: a value for each name.
pub(super) fn shared_by(piece: ClausePart<'_>, value: ProseValue) -> Vec<ProseValue> {
    let text = piece.text;
    let sign = text.get(value.left.1..value.figure.start).unwrap_or_default();
    let names = split_list_of_names(text, value.left.0, value.left.1);
    // Only words that say of each make one value several: 机构、人员达到300 as often gives their sum.
    let each = ["均", "都", "各", "分别"].iter().any(|word| sign.starts_with(word));
    // 比2015年减少1%: the base says nothing of what it does.
    let based = time_at(sign).filter(|(_, kind)| *kind == 'b').map_or(0, |(length, _)| length);
    let change = sign.get(based..).unwrap_or_default();
    // What grows by one rate grows apart; a level of two is as often their sum.
    let words = |(start, end): &(usize, usize)| text.get(*start..*end).unwrap_or_default();
    let grows = value.figure.kind == FigureKind::Number(UnitDimension::Share)
        && CHANGES.begins(change).is_some()
        && names.iter().all(|name| names_measure(words(name)) && words(name).chars().count() > 3);
    let is_spread = (each || grows) && names.len() > 1;
    if !is_spread {
        return vec![value];
    }
    let sign = sign.strip_prefix("分别").or(sign.strip_prefix('各')).unwrap_or(sign);
    let shared = Some((sign.to_owned(), String::new()));
    let value = ProseValue { shared, ..value };
    let written =
        shared_measure(names.iter().map(words)).unwrap_or_else(|| vec![None; names.len()]);
    let each = names.into_iter().zip(written);
    each.map(|(name, words)| ProseValue { own: name, left: name, words, ..value.clone() }).collect()
}

/// Whether a name says what is measured: 化学需氧量, 氨氮排放量.
fn names_measure(name: &str) -> bool {
    MEASURED.ends(name).is_some() || name.ends_with(['量', '率', '额', '值'])
}
