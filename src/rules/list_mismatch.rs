//! A list that has another number of members than the words beside it announce.

use serde::Serialize;

use crate::{
    finding::{Draft, Drafts},
    model::{PlanId, TextSentence},
    rulebook::{Context, NamesFacts, draft_in},
    text::{Source, Span, fold_char},
};

/// Fewer members are no list: 两个 stands in too many set words.
const FEWEST: usize = 3;
/// Letters behind the number: 六大领域. What is longer goes on to something else.
const LONGEST_NOUN: usize = 10;
/// What is counted with these words is the members of a list.
const COUNTERS: [&str; 10] = ["方面", "大", "条", "个", "项", "类", "张", "座", "种", "级"];
/// Words that a name ends in with a number of its own, whatever stands before it.
const OWN_NAMES: [&str; 3] = ["项规定", "项原则", "个自信"];
/// What a list does not end in directly before its number: then the number is of what comes next.
const BETWEEN: [&str; 22] = [
    "、", "和", "与", "及", "或", "的", "第", "建设", "新建", "改造", "实施", "打造", "形成",
    "开展", "推进", "完成", "培育", "建成", "落实", "实现", "入选", "分为",
];

/// Reports each list of a document that does not have as many members as it is said to have.
pub fn check(context: &Context, id: PlanId, drafts: &mut Drafts) {
    let file = context.model.plan(id).file;
    let Some(source) = context.model.sources.get(file) else { return };
    for sentence in context.model.sentences(file) {
        for (span, list) in lists(source, &sentence) {
            if let Some(told) = list.mismatch() {
                drafts.push(draft(context, id, span, told));
            }
        }
    }
}

/// The lists of a sentence with the number that is said of them: before it in the same clause, or behind a colon.
fn lists<'a>(source: &'a Source, sentence: &TextSentence) -> Vec<(Span, Announced<'a>)> {
    let words = |span: Span| source.slice(span);
    let mut lists = Vec::new();
    for (at, clause) in sentence.clauses.iter().enumerate() {
        let Some((before, number)) = announced(words(clause.span)) else { continue };
        let behind = source.text.get(clause.span.end as usize..).unwrap_or_default();
        let is_lead = behind.chars().next().is_some_and(|c| fold_char(c) == ':');
        let last = sentence.clauses.get(at + 1).filter(|_| at + 2 == sentence.clauses.len());
        let own = Members::of(before);
        match (own, last.filter(|_| is_lead)) {
            (Some(members), _) => {
                lists.push((clause.span, Announced { number, members, behind: false }));
            }
            (None, Some(last)) => {
                let members = Members::of(words(last.span));
                let span = clause.span.to(last.span);
                lists.extend(
                    members.map(|members| (span, Announced { number, members, behind: true })),
                );
            }
            (None, None) => {}
        }
    }
    lists
}

/// The words that may list what the number at the end of a clause counts, and the number: `…、政府运行` and 6 of …、政府运行六大领域.
fn announced(clause: &str) -> Option<(&str, usize)> {
    let at = clause.rfind(|c| value_of_numeral(c).is_some())?;
    let digit = clause.get(at..)?.chars().next()?;
    let number = value_of_numeral(digit)?;
    let (before, behind) = (clause.get(..at)?, clause.get(at + digit.len_utf8()..)?);
    // 十二, 二十 and 百 are not read: lists are short.
    let in_number = before.ends_with(|c: char| c.is_ascii_digit() || value_of_numeral(c).is_some());
    let noun = COUNTERS.iter().find_map(|counter| behind.strip_prefix(counter))?;
    let is_short = noun.chars().filter(|c| c.is_alphanumeric()).count() <= LONGEST_NOUN;
    let is_name = OWN_NAMES.iter().any(|name| behind.starts_with(name));
    let parted = BETWEEN.iter().any(|word| before.ends_with(word));
    let ok = number >= FEWEST && !in_number && is_short && !is_name;
    // A quote that opens before the number holds it in a name of its own: “全国十大考古新发现”.
    (ok && is_closed(before) && !noun.contains('、'))
        .then_some((if parted { "" } else { before }, number))
}

fn value_of_numeral(character: char) -> Option<usize> {
    let numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    numerals.iter().position(|&numeral| numeral == character)
}

/// Whether each quote and bracket that opens is closed.
fn is_closed(words: &str) -> bool {
    [('“', '”'), ('（', '）'), ('(', ')'), ('《', '》')]
        .iter()
        .all(|(open, close)| words.matches(*open).count() == words.matches(*close).count())
}

/// What a list names.
struct Members<'a> {
    /// Parted by 、 only.
    names: Vec<&'a str>,
    /// The last of them parted by 和 as well.
    parted: Vec<&'a str>,
    /// Whether it goes on: 等.
    open: bool,
}

impl<'a> Members<'a> {
    /// The members that words list, where it is plain what they are.
    fn of(words: &'a str) -> Option<Self> {
        let words = words.trim().trim_end_matches(['这', '共']);
        let closed = words.strip_suffix("等");
        let mut names = split_outside(closed.unwrap_or(words));
        let last = names.pop()?;
        // A list inside the list: A和B、C, or A、B等若干、C.
        let nested = names.iter().any(|name| name.contains(['和', '与', '及', '等']));
        if nested || last.contains("等") {
            return None;
        }
        let mut parted = names.clone();
        let joined = last.split(['和', '与', '及']).map(|name| name.trim_end_matches('以'));
        parted.extend(joined.filter(|name| !name.is_empty()));
        names.push(last);
        (names.len() >= FEWEST).then_some(Self { names, parted, open: closed.is_some() })
    }
}

/// The parts between 、 that stand in no bracket or quote.
fn split_outside(words: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0_usize, 0, Vec::new());
    for (at, character) in words.char_indices() {
        match character {
            '（' | '(' | '“' | '《' => depth += 1,
            '）' | ')' | '”' | '》' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => {
                parts.extend(words.get(start..at));
                start = at + character.len_utf8();
            }
            _ => {}
        }
    }
    parts.extend(words.get(start..));
    parts
}

/// A list with the number that is said of it.
struct Announced<'a> {
    number: usize,
    members: Members<'a>,
    /// Whether the list stands behind the number.
    behind: bool,
}

impl Announced<'_> {
    /// What is told, where the list has more members than announced, or is closed and has fewer.
    fn mismatch(&self) -> Option<ListMismatchFacts> {
        let members = &self.members;
        let more = self.number < members.names.len();
        let fewer = self.number > members.parted.len() && !members.open;
        let names = if more { &members.names } else { &members.parted };
        (more || fewer).then(|| ListMismatchFacts {
            announced: self.number,
            behind: self.behind,
            listed: NamesFacts::of(names.iter().copied()),
        })
    }
}

/// What its sentences can say, besides the words of the clause.
#[derive(Debug, Serialize)]
struct ListMismatchFacts {
    announced: usize,
    behind: bool,
    listed: NamesFacts,
}

fn draft(context: &Context, id: PlanId, span: Span, told: ListMismatchFacts) -> Draft {
    draft_in(context, "counted", context.model.plan(id).file, span, told)
}
