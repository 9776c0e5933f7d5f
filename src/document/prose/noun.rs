//! The noun beside a value that no catalogue knows.

use crate::quantity::UnitDimension;

use super::{
    clear_noun::is_clear,
    figures::{FigureKind, figures_of_stretch},
    lexicon::{CHANGES, HELD, MAKING, MEASURED, VERBS},
    prose_value::ProseValue,
    times::time_at,
};

/// A noun that names an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether it is clear.
    pub is_clear: bool,
}

/// Characters a name has at most.
// A choice: longer stretches before a number have held a clause without stops.
const LONGEST: usize = 32;

/// Characters that make the verb before them part of a noun: 保障性住房.
const NOUNS: [char; 6] = ['性', '者', '型', '类', '率', '化'];

/// Nouns that begin with one of them themselves: 建设化工园区.
const OWN: [&str; 8] = ["类脑", "化工", "化学", "化肥", "化石", "化债", "化粪", "化解"];

/// Whether what follows a verb makes it part of a noun.
pub(super) fn makes_noun(rest: &str) -> bool {
    rest.starts_with(NOUNS) && !OWN.iter().any(|own| rest.starts_with(own))
}

/// Whether words begin with one that only begins like this verb: 建成区 is nothing that was built.
fn is_held(words: &str, verb: &str) -> bool {
    HELD.begins(words).is_some_and(|held| held.len() > verb.len())
}

/// Where the words of `text` between `from` and `to` begin behind verbs and adverbs, and behind the number of an item: 七是.
pub fn behind_verbs(text: &str, from: usize, to: usize) -> usize {
    let mut start = from + length_of_item_number(text.get(from..to).unwrap_or_default());
    loop {
        let words = text.get(start..to).unwrap_or_default();
        let Some(word) = VERBS.begins(words).filter(|verb| !is_held(words, verb)) else {
            break;
        };
        // 保障性住房 is no 性住房, 保障房 no 房.
        let rest = text.get(start + word.len()..to).unwrap_or_default();
        if makes_noun(rest) || rest.chars().count() == 1 {
            break;
        }
        start += word.len();
        // 新建、改扩建农村公路
        let rest = text.get(start..to).unwrap_or_default();
        let next = rest.strip_prefix(['、', '和', '及', '与']);
        let is_made = |next: &&str| MAKING.begins(next).is_some_and(|verb| VERBS.holds(verb));
        if let Some(next) = next.filter(|next| MAKING.holds(word) && is_made(next)) {
            start += rest.len() - next.len();
        }
    }
    start
}

/// The bytes of the number that an item in the text begins with: 一是, 十二是.
pub(super) fn length_of_item_number(words: &str) -> usize {
    let rest = words.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let is_item = rest.len() < words.len() && rest.starts_with('是');
    if is_item { words.len() - rest.len() + '是'.len_utf8() } else { 0 }
}

/// The noun that a value is of, by its place beside it.
pub fn noun_beside_value(text: &str, value: &ProseValue) -> (usize, usize) {
    if value.leads {
        let (from, to) = (value.figure.end, value.own.1);
        let of = text.get(from..to).is_some_and(|words| words.starts_with('的'));
        (if of { from + '的'.len_utf8() } else { from }, to)
    } else {
        // 力争到2030年实现…: verbs stand before a year and behind it.
        let start = behind_verbs(text, value.left.0, value.left.1);
        let year = length_of_leading_years(text.get(start..value.left.1).unwrap_or_default());
        (behind_verbs(text, start + year, value.left.1), value.left.1)
    }
}

/// A noun without what is done with it: 10个国家示范县创建.
pub fn noun_without_deed(text: &str, (start, end): (usize, usize)) -> (usize, usize) {
    let mut words = text.get(start..end).unwrap_or_default();
    // What is left must be a noun by itself; three characters such as 县城建 would be a torn one.
    for tail in ["建设", "加快", "创建", "培育", "等"] {
        words = words.strip_suffix(tail).filter(|rest| rest.chars().count() > 3).unwrap_or(words);
    }
    (start, start + words.len())
}

/// The noun of a value in a clause that begins at `clause`, unless there is none that could name an indicator.
pub fn noun(text: &str, clause: usize, value: &ProseValue) -> Option<Noun> {
    // Each cut works on what the one before has left, from the outside in: who is served, whose share it
    // is, of how many it is.
    let (mut start, mut end) = noun_without_deed(text, noun_beside_value(text, value));
    let mut words = text.get(start..end)?;
    // 对残疾儿童康复救助实现应救尽救
    let of = words.strip_prefix('对').filter(|rest| !rest.starts_with(['外', '口']));
    // 为企业减负1000亿元
    let whom = words.strip_prefix('为').filter(|_| !value.leads);
    if let Some(rest) = of.filter(|_| value.figure.kind == FigureKind::Coverage).or(whom) {
        (words, start) = (rest, end - rest.len());
    }
    if let Some(at) = share_of(words) {
        (words, end) = (words.get(..at)?, start + at);
    }
    // 11个项目投资突破2000亿元 tells the sum of the projects.
    let counted = figures_of_stretch(words, 0, "").into_iter().next();
    let led = counted.filter(|one| {
        one.start == 0 && matches!(one.kind, FigureKind::Number(UnitDimension::Count))
    });
    let mut start = start + led.map_or(0, |one| one.end);
    words = text.get(start..end)?;
    // 省考核我市的8个断面中水质优良比例: of how many something is measured is no part of its name.
    let counted = words.rfind('的').map(|at| at + '的'.len_utf8()).and_then(|at| {
        let counted = figures_of_stretch(words.get(at..)?, 0, "").into_iter().next()?;
        let is_count =
            counted.start == 0 && counted.kind == FigureKind::Number(UnitDimension::Count);
        is_count.then_some(at + counted.end)
    });
    start += counted.unwrap_or_default();
    words = text.get(start..end)?;
    if let Some(rest) = words.strip_suffix('的') {
        (words, end) = (rest, start + rest.len());
    }
    let counts = matches!(
        value.figure.kind,
        FigureKind::Number(UnitDimension::Count | UnitDimension::People)
    );
    let start = start + if counts { behind_examples(words) } else { 0 };
    let words = text.get(start..end)?;
    let length = words.chars().count();
    // A lone verb of making, or 增长目标, leaves open what was made or grows.
    let is_verb = MAKING.begins(words) == Some(words) || is_only_goal(words);
    if is_verb || !(2..=LONGEST).contains(&length) {
        return None;
    }
    let verbs = text.get(clause..value.figure.start).unwrap_or_default();
    let is_clear = is_clear(words, verbs, value, text);
    Some(Noun { start, end, is_clear })
}

/// Whether words say no more than that something is a goal: 增长预期目标.
fn is_only_goal(words: &str) -> bool {
    let bare = words.strip_suffix("目标").map(|rest| rest.strip_suffix("预期").unwrap_or(rest));
    bare.is_some_and(|rest| rest.is_empty() || CHANGES.begins(rest) == Some(rest))
}

/// The bytes of a year or of years that a noun begins with: 到2030年, 5年.
pub fn length_of_leading_years(words: &str) -> usize {
    if let Some((length, 'y')) = time_at(words) {
        return length;
    }
    let end = words.find('年').map_or(0, |at| at + '年'.len_utf8());
    let year = words.get(..end).unwrap_or_default();
    let digits = year.chars().filter(char::is_ascii_digit).count();
    let before = words.get(end..).and_then(|rest| {
        ["以前", "之前", "以内", "之内", "前", "内", "底", "末"]
            .iter()
            .find(|part| rest.starts_with(**part))
    });
    // 5年 and 2030年: digits in other numbers before 年 are rarely a time at the beginning of a noun.
    if matches!(digits, 1 | 4) { end + before.map_or(0, |part| part.len()) } else { 0 }
}

/// The bytes of examples and of whom it is for that a noun begins with: 人工智能、保健等课程, 向民间资本推介项目.
fn behind_examples(words: &str) -> usize {
    let listed = words
        .find('、')
        .and_then(|at| words.get(at..)?.find('等').map(|more| at + more + '等'.len_utf8()));
    let led = words.starts_with(['向', '为']).then(|| {
        let ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
        let is_verb = |at: &usize| words.get(..*at).is_some_and(|head| MAKING.ends(head).is_some());
        ends.rev().find(is_verb)
    });
    let behind = listed.or(led.flatten()).unwrap_or_default();
    let rest = words.get(behind..).unwrap_or_default();
    if rest.chars().count() > 3 { behind } else { 0 }
}

/// Where `占全市总数的` begins that a noun ends with.
fn share_of(words: &str) -> Option<usize> {
    let of = words.strip_suffix('的')?;
    ["占", "达到", "不低于", "达", "为"]
        .iter()
        // The last of them: 占 may stand in a name that is itself led by 达到.
        .filter_map(|word| of.rfind(word))
        .max()
        .filter(|at| *at > 0)
}

/// What is measured, where a noun says no more than that: 产值, 产业投资, 项目.
pub fn general_measure(words: &str) -> Option<&str> {
    let bare = words.strip_prefix("产业").filter(|rest| !rest.is_empty()).unwrap_or(words);
    let is_measure = MEASURED.begins(bare) == Some(bare);
    let counted = ["项目", "企业", "任务", "工程", "活动", "产业规模"].contains(&words);
    (is_measure || counted).then_some(bare)
}
