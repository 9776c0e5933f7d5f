//! Whether the noun beside a value is clear enough to name an indicator.

use crate::quantity::Measure;

use super::{
    figures::FigureKind,
    lexicon::{BEHIND, COVERING, FLOWS, MAKING, MEASURED, PLACES, SIGNS, WORKS, holds},
    values::Value,
};

/// Whether a noun of `text` names what a value is of; `verbs` stands before it in its clause.
pub(super) fn is_clear(words: &str, verbs: &str, value: &Value, text: &str) -> bool {
    is_plain(words, value) && is_named(words, verbs, value, text)
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
        // 3岁以下婴幼儿, 35-64岁妇女
        let rest = characters.iter().skip(at);
        let end =
            rest.clone().position(|c| !c.is_ascii_digit() && !matches!(c, '-' | '~' | '—' | '至'));
        let behind: String = rest.clone().skip(end.unwrap_or(usize::MAX)).take(2).collect();
        let is_age = behind.starts_with('岁') || behind == "千伏";
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
    // 开通甲线、乙线及丙线3条轨道交通线: as many as are opened.
    let opens = ["开通", "建成", "新建", "通车", "投用"].iter().any(|verb| own.starts_with(verb));
    let listed = value.leads && own.contains('、') && !own.ends_with('等') && !opens;
    let each = holds(verbs, &["各", "每"]);
    let figure = text.get(value.figure.start..value.figure.end).unwrap_or_default();
    let sign = text.get(value.left.1..value.figure.start).unwrap_or_default();
    let share_of = text.get(..value.left.1).is_some_and(|before| before.ends_with('的'));
    let signed = SIGNS.is_in(sign) || share_of || BEHIND.ends(figure).is_some();
    let measured = MEASURED.ends(words).is_some();
    // 加快甲、乙等6条高铁建设
    let hastens = verbs.starts_with("加快") && own.ends_with('等');
    let made = MAKING.is_in(verbs) || hastens;
    match value.figure.kind {
        FigureKind::Number(Measure::Count | Measure::People) => {
            let ends = is_apposed(words, value, text);
            // 为10万名残疾人提供康复服务
            // 在66个县实施营养改善计划, 对60个乡镇实施改造
            let led = value.leads && (verbs.ends_with('在') || verbs.ends_with('对'));
            // 12个贫困县脱贫摘帽
            let done = ["摘帽", "脱贫", "出列"].iter().any(|end| words.ends_with(end));
            let served =
                done && value.leads || (verbs.starts_with('为') || led) && MAKING.is_in(words);
            // 深化8条河流综合整治
            let works = value.leads && !verbs.is_empty() && WORKS.ends(words).is_some();
            !listed && (made || each || ends || served || works || signed && !value.leads)
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
