//! What all of them shall do, and what none of them shall suffer: 所有城市都要建设污水处理设施, 每个学生不因贫失学.

use super::{
    clauses::Clause,
    lexicon::{CAMPAIGNS, MAKING},
    named_phrase::{NAMES, NamedPhrase, is_one_target, start_of_name},
};

/// Verbs behind which people or things have what all of them shall have.
const HAVING: [&str; 8] = ["喝上", "用上", "住上", "享有", "享受", "拥有", "通上", "接受"];

/// Words that hand all of something to a verb: 让所有村民都能喝上自来水.
const HANDING: [&str; 5] = ["让", "使", "把", "将", "对"];

/// What a clause says of all of them or of none.
pub(super) fn of_all(text: &str, clause: (usize, usize)) -> Option<NamedPhrase> {
    // One clause says no more than one of these, so the order is none of rank.
    [universal, nobody, handed, connected].into_iter().find_map(|read| read(text, clause))
}

/// 所有城市都要建设污水处理设施: whom it is of and what they all do are the name.
fn universal(text: &str, (from, to): (usize, usize)) -> Option<NamedPhrase> {
    const EACH: [&str; 11] =
        ["都要", "都能", "均要", "全部", "纳入", "通高", "通铁", "通公", "通硬", "通客", "通快"];
    let words = text.get(from..to)?;
    let (all, who) = ["所有", "各级"].iter().find_map(|who| Some((words.find(who)?, *who)))?;
    // 各级 says whose they are, while 所有 only says that it is all of them.
    let begins = from + all + if who == "所有" { who.len() } else { 0 };
    let rest = text.get(begins..to)?;
    // The verb nearest to 所有 is what they all do; one further on in the clause may be told of something
    // else.
    let first = EACH.iter().filter_map(|each| Some((rest.find(each)?, *each))).min()?;
    let (whose, does) = rest.split_once(first.1)?;
    // What all are taken into or connected to is said with it.
    let joins = first.1 == "纳入" || first.1.starts_with('通');
    let does = if joins { rest.get(whose.len()..)? } else { does };
    let name = format!("{whose}{does}");
    // 所有工作都要体现民意 is nothing that anybody counts.
    let is_made = MAKING.begins(does).is_some() && who == "所有";
    let has = HAVING.iter().any(|verb| does.starts_with(verb));
    let is_done = is_made || has || does.ends_with("公开") || joins;
    let is_short = NAMES.contains(&name.chars().count()) && whose.chars().count() > 1;
    let phrase = (from + all, to);
    let is_one = leads(text, from, from + all) && is_done && is_short;
    let is_one = is_one && is_one_target(text.get(phrase.0..phrase.1)?);
    is_one.then_some(NamedPhrase { name: (begins, to), words: Some(name), phrase })
}

/// Whether only verbs and times stand between `from` and `to`, and a word that hands all of them to the verb.
fn leads(text: &str, from: usize, to: usize) -> bool {
    let before = text.get(from..to).unwrap_or_default();
    let handing = HANDING.iter().find(|word| before.ends_with(**word)).map_or(0, |word| word.len());
    start_of_name(text, from, to - handing) == to - handing
}

/// Each of them, where a clause says so of whom it shall not befall.
const ANY: [&str; 6] = ["每一个", "每个", "每名", "每户", "任何", "一个"];

/// 每个学生不因贫失学: what shall befall nobody is the name, with its cause.
fn nobody(text: &str, (from, to): (usize, usize)) -> Option<NamedPhrase> {
    let at = from + text.get(from..to)?.find("不因")?;
    let phrase = (at, to);
    let begins = start_of_name(text, from, at);
    let whose = text.get(begins..at)?;
    let whose = ANY.iter().find_map(|each| whose.strip_prefix(each)).unwrap_or(whose);
    let name = format!("{whose}{}", text.get(at + '不'.len_utf8()..to)?);
    let fits = whose.chars().count() > 1 && NAMES.contains(&name.chars().count());
    let is_one = fits && is_one_target(text.get(phrase.0..phrase.1)?);
    is_one.then_some(NamedPhrase { name: (begins, to), words: Some(name), phrase })
}

/// 让全部废弃码头复绿: where all of them are handed to a verb, they and what they come to are the name.
fn handed(text: &str, (from, to): (usize, usize)) -> Option<NamedPhrase> {
    let at = from + text.get(from..to)?.find("全部")?;
    let (name, phrase) = ((at + "全部".len(), to), (at, to));
    let is_handed = text.get(from..at)?.ends_with(['让', '使']) && leads(text, from, at);
    // A choice: fewer characters hold no more than whom (让全部干部).
    let fits = (5..=*NAMES.end()).contains(&text.get(name.0..name.1)?.chars().count());
    let is_one = is_handed && fits && is_one_target(text.get(phrase.0..phrase.1)?);
    is_one.then(|| NamedPhrase::of(name, phrase))
}

/// 实现县县通高速: each place is connected, which has no other name.
fn connected(text: &str, (from, to): (usize, usize)) -> Option<NamedPhrase> {
    let begins = start_of_name(text, from, to);
    let words = text.get(begins..to)?;
    let mut characters = words.chars();
    let (first, second) = (characters.next()?, characters.next()?);
    let is_each = first == second && characters.next() == Some('通');
    // 推进组组通公路建设 is the name of works.
    let is_works = words.ends_with("建设") || CAMPAIGNS.ends(words).is_some();
    let is_one = is_each && !is_works && words.chars().count() <= LONGEST && is_one_target(words);
    is_one.then(|| NamedPhrase::of((begins, to), (begins, to)))
}

/// Characters of what each place is connected to, with how that is said.
// A choice: a longer clause goes on to something else.
const LONGEST: usize = 10;

/// What the sentence of a clause that begins with 一律 has put in front: 新设的审批事项，要列入清单，一律公开.
pub(super) fn fronted<'a>(text: &'a str, clause: &Clause) -> Option<&'a str> {
    let is_open = text.get(clause.start..clause.end)?.starts_with("一律");
    let before =
        text.get(clause.sentence.0..clause.start).filter(|_| is_open)?.strip_suffix(',')?;
    let (front, between) = before.split_once(',').unwrap_or((before, "要"));
    // What stands between asks the same of it; anything else would tell of something new.
    let goes_on = between.split(',').all(|words| words.starts_with(['要', '应', '须', '必']));
    let front = front.strip_prefix("对于").or(front.strip_prefix('对')).unwrap_or(front);
    let front = front.strip_suffix('的').unwrap_or(front);
    let is_name =
        (3..=20).contains(&front.chars().count()) && start_of_name(front, 0, front.len()) == 0;
    (goes_on && is_name).then_some(front)
}
