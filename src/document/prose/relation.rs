//! Targets without a number: 居民收入增长与经济增长同步, 增速高于全国平均水平, 完成国家下达任务, 翻一番, 不发生….
//!
//! What such words mean is told by the reader of phrases; here a clause is only parted into the name and the phrase, where
//! the phrase is understood to the end of the clause.

use super::{
    ahead::{ahead, is_ended, is_work},
    assigned::assigned,
    direction::direction,
    lexicon::{CUES, WORKS, holds, longest_ending},
    named_phrase::{
        ALIKE, NAMES, NamedPhrase, cue_mostly_joins, is_one_target, names_something_measured,
        start_of_name,
    },
    shared_words::named_list,
    times::time_at,
};

/// Characters of a clause; a longer one holds more than a name and a relation.
// Each place at which a cue may begin is held against the grammar of phrases up to the end of the clause,
// so without a bound the time would grow with the square of its length. The numbers are choices; a list
// is longer for its names and not for its cues.
const LONGEST: usize = 60;

/// The same where it lists names.
const LONGEST_LIST: usize = 100;

/// The targets that the clause `from..to` states without a number; none for most clauses.
pub fn relations(text: &str, (from, to): (usize, usize)) -> Vec<NamedPhrase> {
    let words = text.get(from..to).unwrap_or_default();
    let limit = if words.contains('、') { LONGEST_LIST } else { LONGEST };
    if words.chars().count() > limit {
        return Vec::new();
    }
    // 、 parts a list before 和 does, for 和 stands inside names as well (能源和水资源消耗).
    // 保持物价基本稳定和国际收支基本平衡: each part of the list says its own.
    let joined: [&[char]; 2] = [&['、'], &['、', '和', '及']];
    for pauses in joined {
        let each = stretches_between_pauses(text, (from, to), pauses);
        if each.len() < 2 {
            continue;
        }
        let mut found: Vec<NamedPhrase> = Vec::new();
        let mut stating = 0;
        for piece in &each {
            let own = targets_without_number(text, *piece);
            // 增速高于全国平均水平、高于城镇居民收入增速: the name before has both.
            let of_last = || {
                let words = text.get(piece.0..piece.1)?;
                let goes_on = CUES.begins(words).is_some() && is_one_target(words);
                found
                    .last()
                    .filter(|_| goes_on)
                    .map(|last| NamedPhrase { phrase: *piece, ..last.clone() })
            };
            let own = if own.is_empty() { of_last().into_iter().collect() } else { own };
            stating += usize::from(!own.is_empty());
            found.extend(own);
        }
        // All parts or none: where one states nothing, the list is one of names with a relation at its
        // end.
        if stating == each.len() {
            return found;
        }
    }
    let found = targets_without_number(text, (from, to));
    let compares = COMPARED.iter().any(|end| words.ends_with(end));
    let meant = MEANT.iter().find_map(|word| words.strip_prefix(word)).unwrap_or(words);
    // 全面完成各项目标任务 says nothing of what the clause before has named.
    let is_task = words.ends_with("任务") || words.ends_with("目标");
    let is_nobody = is_task && !holds(words, &["下达", "上级", "国家", "考核", "省定", "既定"]);
    let compares = compares && !is_nobody && !words.contains("各项");
    if found.is_empty() && compares && CUES.begins(meant).is_some() && is_one_target(meant) {
        // 居民收入稳步增长，与经济增长同步: the clause before has the name.
        return vec![NamedPhrase::of((from, from), (to - meant.len(), to))];
    }
    found
}

/// What a relation ends with that may stand in a clause of its own.
// Behind other ends the words of a clause that begins with a cue describe: 高于全国平均水平的项目.
const COMPARED: [&str; 15] = [
    "同步", "水平", "平均", "全国", "全省", "全市", "上年", "增速", "增幅", "增长", "前列", "目标",
    "任务", "国家", "前移",
];

/// The stretches between `pauses`.
pub(super) fn stretches_between_pauses(
    text: &str,
    (from, to): (usize, usize),
    pauses: &[char],
) -> Vec<(usize, usize)> {
    let words = text.get(from..to).unwrap_or_default();
    let span = |piece: &str| {
        let start = from + (piece.as_ptr() as usize - words.as_ptr() as usize);
        (start, start + piece.len())
    };
    words.split(pauses).map(span).collect()
}

/// Phrases that promise whatever stands before them; others are as often said of what nobody measures.
const SURE: [&str; 11] = [
    "基本普及",
    "全面普及",
    "只增不减",
    "只减不增",
    "正增长",
    "零增长",
    "翻番",
    "翻一番",
    "零自付",
    "同价",
    "往前赶",
];

/// The targets that a clause states without a number, itself or the words before its cue.
pub(super) fn targets_without_number(text: &str, clause: (usize, usize)) -> Vec<NamedPhrase> {
    // Names behind their phrase are looked for first: cues stand inside such names, too (达峰 in
    // 如期实现碳达峰), and would cut them.
    if let Some(found) = ahead(text, clause) {
        return vec![found];
    }
    let assigned = assigned(text, clause);
    if !assigned.is_empty() {
        return assigned;
    }
    let promised = direction(text, clause);
    if !promised.is_empty() {
        return promised;
    }
    let found = cue_starts(text, clause).map(|cue| parted(text, clause, cue));
    found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
}

/// Words that lead a relation and are no part of the name before it.
const MEANT: [&str; 12] =
    ["逐年", "原则上", "力争", "争取", "努力", "确保", "继续", "稳定", "持续", "要", "均", "将"];

/// The names before the words that begin at `cue`, each with these as its phrase.
fn parted(text: &str, clause: (usize, usize), cue: usize) -> Vec<NamedPhrase> {
    // 力争, 将 and their like lead the relation; in the name they would make another indicator of it.
    let mut cue = cue;
    while let Some(word) = longest_ending(text.get(clause.0..cue).unwrap_or_default(), &MEANT) {
        cue -= word.len();
    }
    // 国民生产总值比2000年翻一番
    let before = text.get(clause.0..cue).unwrap_or_default();
    let based = before.rfind(['比', '较']).filter(|at| {
        let rest = before.get(*at..).unwrap_or_default();
        time_at(rest) == Some((rest.len(), 'b'))
    });
    cue = based.map_or(cue, |at| clause.0 + at);
    let phrase = (start_of_place(text, clause.0, cue), clause.1);
    cue = phrase.0;
    let start = start_of_name(text, clause.0, cue);
    let end = cue - length_of_list_end(text.get(start..cue).unwrap_or_default());
    let names = named_list(text, (start, end), phrase);
    if end < cue {
        return names;
    }
    let words = text.get(cue..clause.1).unwrap_or_default();
    if words.ends_with('后') || words.ends_with("基础上") {
        return Vec::new();
    }
    let named = |name: &NamedPhrase| is_named_for(name.words(text), words);
    let whole = NamedPhrase::of((start, cue), phrase);
    match names.iter().all(named) {
        true => names,
        // 先进制造业整体实力和核心竞争力 is one name where its parts are none.
        false if named(&whole) => vec![whole],
        false => Vec::new(),
    }
}

/// Whether a name can have the words of a phrase: what is compared is measured, and what is completed or abolished is named.
fn is_named_for(name: &str, phrase: &str) -> bool {
    // 空气质量持续改善行动 is the name of a campaign, and what only gets better is no target of most names.
    if ["继续", "持续", "进一步"]
        .iter()
        .any(|how| phrase.strip_prefix(how).is_some_and(|rest| rest.starts_with("改善")))
    {
        let state = name.strip_suffix("状况").filter(|_| phrase.ends_with("改善"));
        return state.is_some_and(names_something_measured);
    }
    let fits = NAMES.contains(&name.chars().count()) && !name.starts_with(['的', '以', '将', '要']);
    // What a clause completes need not be measured, as what it compares must be:
    // 水泥行业超低排放改造全面完成.
    let is_completed = phrase.ends_with("完成");
    // 每个乡镇都有一家养老院: whose each is or has one is named before it.
    let has_one = phrase.starts_with("至少")
        || phrase.starts_with(['都', '均']) && name.starts_with(['每', '各']);
    let is_sure = has_one || SURE.iter().any(|sure| phrase.ends_with(sure));
    names_something_measured(name)
        || is_completed
            && (WORKS.ends(name).is_some() || phrase.starts_with("提前") && is_work(name))
        || is_sure && fits && !name.ends_with('个')
        || phrase.ends_with("消除") && is_ended(name)
}

/// Where a place begins that stands between the name and the words that begin at `cue`: 工业投资|在全省往前赶.
fn start_of_place(text: &str, from: usize, cue: usize) -> usize {
    const WHERE: [&str; 8] = ["全国", "全省", "全市", "全县", "地区", "区域", "城市", "周边"];
    let before = text.get(from..cue).unwrap_or_default();
    let place = before
        .rfind('在')
        .filter(|at| *at > 0 && WHERE.iter().any(|place| before.ends_with(place)));
    // A choice: a longer stretch behind 在 holds words of the name.
    let place =
        place.filter(|at| before.get(*at..).is_some_and(|words| words.chars().count() <= 8));
    let is_one = |at: &usize| text.get(from + at..cue).is_some_and(|words| !words.contains('的'));
    place.filter(is_one).map_or(cue, |at| from + at)
}

/// The bytes of the words that end a list of names: 粮食产量、生态环境等指标.
fn length_of_list_end(names: &str) -> usize {
    const ENDS: [&str; 5] = ["等指标", "等约束性指标", "等预期性指标", "等任务", "等目标"];
    let is_list = names.contains('、');
    ENDS.iter().find(|end| is_list && names.ends_with(**end)).map_or(0, |end| end.len())
}

/// Whether words compare, and no noun behind 的 is what they tell of: 与效益提高相适应的关系.
fn is_alike(words: &str) -> bool {
    let mut behind = ALIKE.iter().filter_map(|word| Some(words.split_once(word)?.1));
    behind.any(|rest| !rest.starts_with('的'))
}

/// Where words begin that are understood to the end of the clause as one target without a number.
fn cue_starts(text: &str, (from, to): (usize, usize)) -> impl Iterator<Item = usize> {
    let words = text.get(from..to).unwrap_or_default();
    let begins = move |at: &usize| {
        // With nothing before it a cue has no name; that is for `relations` to judge.
        let rest = words.get(*at..).unwrap_or_default();
        let cue = CUES.begins(rest).filter(|_| *at > 0);
        cue.is_some_and(|cue| (!cue_mostly_joins(cue) || is_alike(rest)) && is_one_target(rest))
    };
    words.char_indices().map(|(at, _)| at).filter(begins).map(move |at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let found = relations(text, (0, text.len()));
        found
            .iter()
            .map(|one| {
                format!("{}|{}", &text[one.name.0..one.name.1], &text[one.phrase.0..one.phrase.1])
            })
            .collect()
    }

    #[test]
    fn a_clause_is_parted_where_the_rest_is_understood() {
        for (text, expected) in [
            ("居民收入增长与经济增长同步", vec!["居民收入增长|与经济增长同步"]),
            ("居民收入增长和经济增长同步", vec!["居民收入增长|和经济增长同步"]),
            (
                "确保制造业增加值占比持续高于全国平均水平",
                vec!["制造业增加值占比|持续高于全国平均水平"],
            ),
            (
                "节能减排和碳排放强度下降完成国家下达任务",
                vec!["节能减排|完成国家下达任务", "碳排放强度下降|完成国家下达任务"],
            ),
            (
                "居民收入增速不低于经济增速、农村居民收入增速高于城镇居民收入增速",
                vec!["居民收入增速|不低于经济增速", "农村居民收入增速|高于城镇居民收入增速"],
            ),
            ("力争外贸进出口总值翻一番", vec!["外贸进出口总值|翻一番"]),
            ("财政科技支出只增不减", vec!["财政科技支出|只增不减"]),
            (
                "完成国家下达的单位地区生产总值二氧化碳排放降低目标",
                vec![
                    "单位地区生产总值二氧化碳排放降低|完成国家下达的单位地区生产总值二氧化碳排放降低目标",
                ],
            ),
            ("坚决守住不发生重特大安全生产事故底线", vec!["重特大安全生产事故|不发生"]),
            (
                "粮食总产量、生态环境等指标全面完成任务",
                vec!["粮食总产量|全面完成任务", "生态环境|全面完成任务"],
            ),
            ("优良水体比例居全国前列", vec!["优良水体比例|居全国前列"]),
            ("守牢不发生规模性返贫致贫底线", vec!["规模性返贫致贫|不发生"]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_understood_to_its_end_states_nothing() {
        for text in [
            "与全国同步基本实现社会主义现代化",
            "推进经济和社会协调发展",
            "推动经济实现质的有效提升和量的合理增长",
            "与群众同甘共苦",
            "高于全国平均水平的项目",
            "坚持稳中求进和质量第一",
        ] {
            assert!(read(text).is_empty(), "{text}: {:?}", read(text));
        }
    }
}
