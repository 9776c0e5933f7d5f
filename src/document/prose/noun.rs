//! The noun beside a value that no catalogue knows, and whether it is clear enough to name an indicator.

use crate::quantity::Measure;

use super::{
    figures::{FigureKind, figures},
    lexicon::{
        BEHIND, CHANGES, COVERING, FLOWS, HELD, MAKING, MEASURED, PLACES, SIGNS, VERBS, WORKS,
        holds,
    },
    times::time_at,
    values::Value,
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
const LONGEST: usize = 32;

/// Characters that make the verb before them part of a noun: 保障性住房.
pub(super) const NOUNS: [char; 5] = ['性', '者', '型', '率', '化'];

/// Where the words of `text` between `from` and `to` begin behind verbs and adverbs, and behind the number of an item: 七是.
pub fn behind_verbs(text: &str, from: usize, to: usize) -> usize {
    let mut start = from + item(text.get(from..to).unwrap_or_default());
    loop {
        let words = text.get(start..to).unwrap_or_default();
        // 建成区 is nothing that was built.
        let Some(word) = VERBS.begins(words).filter(|_| HELD.begins(words).is_none()) else {
            break;
        };
        // 保障性住房 is no 性住房, 保障房 no 房.
        let rest = text.get(start + word.len()..to).unwrap_or_default();
        if rest.starts_with(NOUNS) || rest.chars().count() == 1 {
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
pub(super) fn item(words: &str) -> usize {
    let rest = words.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let is_item = rest.len() < words.len() && rest.starts_with('是');
    if is_item { words.len() - rest.len() + '是'.len_utf8() } else { 0 }
}

/// The noun that a value is of, by its place beside it.
pub fn beside(text: &str, value: &Value) -> (usize, usize) {
    if value.leads {
        let (from, to) = (value.figure.end, value.own.1);
        let of = text.get(from..to).is_some_and(|words| words.starts_with('的'));
        (if of { from + '的'.len_utf8() } else { from }, to)
    } else {
        let start = behind_verbs(text, value.left.0, value.left.1);
        let year = behind_year(text.get(start..value.left.1).unwrap_or_default());
        (behind_verbs(text, start + year, value.left.1), value.left.1)
    }
}

/// A noun without what is done with it: 10个国家示范县创建.
pub fn named(text: &str, (start, end): (usize, usize)) -> (usize, usize) {
    let mut words = text.get(start..end).unwrap_or_default();
    for tail in ["建设", "加快", "创建", "培育", "等"] {
        words = words.strip_suffix(tail).filter(|rest| rest.chars().count() > 3).unwrap_or(words);
    }
    (start, start + words.len())
}

/// The noun of a value in a clause that begins at `clause`, unless there is none that could name an indicator.
pub fn noun(text: &str, clause: usize, value: &Value) -> Option<Noun> {
    let (mut start, mut end) = named(text, beside(text, value));
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
    let counted = figures(words, 0, "").into_iter().next();
    let led = counted
        .filter(|one| one.start == 0 && matches!(one.kind, FigureKind::Number(Measure::Count)));
    let mut start = start + led.map_or(0, |one| one.end);
    words = text.get(start..end)?;
    // 省考核我市的8个断面中水质优良比例: of how many something is measured is no part of its name.
    let counted = words.rfind('的').map(|at| at + '的'.len_utf8()).and_then(|at| {
        let counted = figures(words.get(at..)?, 0, "").into_iter().next()?;
        let is_count = counted.start == 0 && counted.kind == FigureKind::Number(Measure::Count);
        is_count.then_some(at + counted.end)
    });
    start += counted.unwrap_or_default();
    words = text.get(start..end)?;
    if let Some(rest) = words.strip_suffix('的') {
        (words, end) = (rest, start + rest.len());
    }
    let counts = matches!(value.figure.kind, FigureKind::Number(Measure::Count | Measure::People));
    let start = start + if counts { behind_examples(words) } else { 0 };
    let words = text.get(start..end)?;
    let length = words.chars().count();
    let is_verb = MAKING.begins(words) == Some(words) || is_only_goal(words);
    if is_verb || !(2..=LONGEST).contains(&length) {
        return None;
    }
    let verbs = text.get(clause..value.figure.start).unwrap_or_default();
    let is_clear = is_plain(words, value) && is_named(words, verbs, value, text);
    Some(Noun { start, end, is_clear })
}

/// Whether words say no more than that something is a goal: 增长预期目标.
fn is_only_goal(words: &str) -> bool {
    let bare = words.strip_suffix("目标").map(|rest| rest.strip_suffix("预期").unwrap_or(rest));
    bare.is_some_and(|rest| rest.is_empty() || CHANGES.begins(rest) == Some(rest))
}

/// The bytes of a year or of years that a noun begins with: 到2030年, 5年.
pub fn behind_year(words: &str) -> usize {
    if let Some((length, 'y')) = time_at(words) {
        return length;
    }
    let end = words.find('年').map_or(0, |at| at + '年'.len_utf8());
    let year = words.get(..end).unwrap_or_default();
    let digits = year.chars().filter(char::is_ascii_digit).count();
    let before = words.get(end..).and_then(|rest| {
        ["以前", "之前", "前", "底", "末"].iter().find(|part| rest.starts_with(**part))
    });
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
        .filter_map(|word| of.rfind(word))
        .max()
        .filter(|at| *at > 0)
}

/// What is measured, where a noun says no more than that: 产值, 产业投资, 项目.
pub fn general(words: &str) -> Option<&str> {
    let bare = words.strip_prefix("产业").filter(|rest| !rest.is_empty()).unwrap_or(words);
    let is_measure = MEASURED.begins(bare) == Some(bare);
    let counted = ["项目", "企业", "任务", "工程", "活动", "产业规模"].contains(&words);
    (is_measure || counted).then_some(bare)
}

/// Measures other than counts that name what they are of by standing behind it alone: 中央财政赤字9500亿元.
fn is_apposed(words: &str, value: &Value, text: &str) -> bool {
    let ends = text.get(value.figure.end..).is_none_or(|rest| rest.starts_with(is_stop));
    !value.leads && ends && words.chars().count() > 3
}

/// Whether a noun holds no words that only join others.
fn is_plain(words: &str, value: &Value) -> bool {
    let measured = MEASURED.ends(words).is_some();
    let share = matches!(value.figure.kind, FigureKind::Number(Measure::Share));
    let long = words.chars().count() > 6;
    let led = words.starts_with(['为', '以', '向', '从', '按', '占', '、']);
    let listed = words.contains('等') && words.contains('、') || words.ends_with('等');
    let joined = holds(words, &["其中", "把", "按照", "通过", "]", "[", "这些", "该"]);
    // 新增就业预期目标比去年多100万人
    let compared = holds(words, &["比去年", "比上年"]) && words.ends_with(['多', '少']);
    let joined = joined || compared;
    let parts = holds(words, &["的", "、"]);
    !led && !joined && !has_free_digits(words) && (measured || !listed) && (share || long || !parts)
}

/// Whether digits stand in a noun that belong to no name such as 5G or 415X.
fn has_free_digits(words: &str) -> bool {
    let characters: Vec<char> = words.chars().collect();
    let part =
        |c: Option<&char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'));
    let is_free = |(at, c): (usize, &char)| {
        let before = at.checked_sub(1).and_then(|at| characters.get(at));
        // 3岁以下婴幼儿
        let is_age = characters.get(at + 1) == Some(&'岁');
        c.is_ascii_digit() && !part(before) && !part(characters.get(at + 1)) && !is_age
    };
    characters.iter().enumerate().any(is_free)
}

/// Whether a character ends a clause.
fn is_stop(character: char) -> bool {
    matches!(character, ',' | ';' | '。' | '、')
}

/// Whether verb, comparator and unit make it clear that a noun names what the value is of.
fn is_named(words: &str, verbs: &str, value: &Value, text: &str) -> bool {
    let length = words.chars().count();
    let own = text.get(value.own.0..value.figure.start).unwrap_or_default();
    // 甲、乙2个枢纽 are these two; 甲、乙等5个园区 are five.
    // 以道路、管网为重点的500个小区: the list tells of what kind they are.
    let own = own.rfind('的').map_or(own, |at| own.get(at..).unwrap_or_default());
    let listed = value.leads && own.contains('、') && !own.ends_with('等');
    let each = holds(verbs, &["各", "每"]);
    let figure = text.get(value.figure.start..value.figure.end).unwrap_or_default();
    let sign = text.get(value.left.1..value.figure.start).unwrap_or_default();
    let share_of = text.get(..value.left.1).is_some_and(|before| before.ends_with('的'));
    let signed = SIGNS.is_in(sign) || share_of || BEHIND.ends(figure).is_some();
    let measured = MEASURED.ends(words).is_some();
    let made = MAKING.is_in(verbs);
    match value.figure.kind {
        FigureKind::Number(Measure::Count | Measure::People) => {
            let ends = is_apposed(words, value, text);
            // 为10万名残疾人提供康复服务
            // 在66个县实施营养改善计划, 对60个乡镇实施改造
            let led = value.leads && (verbs.ends_with('在') || verbs.ends_with('对'));
            let served = (verbs.starts_with('为') || led) && MAKING.is_in(words);
            !listed && (made || each || ends || served || signed && !value.leads)
        }
        // 解决6000万农村人口的饮水问题
        FigureKind::Number(Measure::Bare) if value.leads => {
            let is_said = words.contains('是');
            let many = figure.ends_with(['万', '亿']) && length > 3 && !is_said;
            !listed && (MAKING.ends(verbs).is_some() || verbs.ends_with('将')) && many
        }
        // 发行1万亿元特别国债
        FigureKind::Number(Measure::Money) if value.leads => {
            !listed && length > 3 && verbs.ends_with("发行")
        }
        // 水泥、焦化行业70%以上产能
        FigureKind::Number(Measure::Share) if value.leads => {
            length > 3 && (!listed || figure.starts_with(|c: char| c.is_ascii_digit()))
        }
        // 新增千万吨产能
        FigureKind::Number(Measure::Length | Measure::Area | Measure::Amount)
        | FigureKind::Numeral(Measure::Amount)
            if value.leads =>
        {
            // 完成1.6万公里建制村通硬化路任务
            let works = verbs.ends_with("完成") && WORKS.ends(words).is_some();
            !listed && (FLOWS.ends(verbs).is_some() || works)
        }
        FigureKind::Number(Measure::Length | Measure::Area | Measure::Amount | Measure::Money) => {
            !value.leads && (made || measured || signed || is_apposed(words, value, text))
        }
        // 新增智能算力1.7万P
        FigureKind::Number(Measure::Bare)
            if FLOWS.is_in(verbs) && figure.ends_with(|c: char| c.is_ascii_alphabetic()) =>
        {
            !value.leads
        }
        // 产量达到十四亿吨, but not 一期
        FigureKind::Numeral(
            Measure::Share | Measure::Length | Measure::Area | Measure::Amount | Measure::Money,
        ) => !value.leads && (signed || is_apposed(words, value, text)),
        FigureKind::Number(_) => !value.leads && (signed || measured),
        // 城乡低保应保尽保
        FigureKind::Coverage if figure.starts_with('应') || figure.ends_with("达标") => {
            length > 3
        }
        FigureKind::Coverage if length > 6 && is_apposed(words, value, text) => {
            !words.contains(['的', '在', '向', '对']) && PLACES.ends(words).is_none()
        }
        FigureKind::Coverage => COVERING.is_in(verbs) && length > 4 && PLACES.ends(words).is_none(),
        FigureKind::Zero => length > 3,
        _ => false,
    }
}
