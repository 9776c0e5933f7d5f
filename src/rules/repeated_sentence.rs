//! A sentence, or a long stretch of one, that stands twice in the text of a plan.

use std::collections::HashMap;

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Drafts, Subject},
    model::{Model, PlanId, TextSentence},
    rulebook::{Context, quoted_in_sentence},
    text::{Place, Span},
};

/// Letters from which on a whole sentence is hardly written the same way by chance.
const LONG: usize = 20;
/// Letters of a stretch of a sentence, of two clauses or more: single ones are repeated as the name of a matter.
const LONG_STRETCH: usize = 30;
/// Letters of a sentence that stands directly behind itself: shorter ones may be a call.
const LONG_ECHO: usize = 8;
/// Words of what every plan and report says in set phrases, and of who is to do a task.
const SET_PHRASES: [&str; 11] = [
    "习近平",
    "中国特色社会主义",
    "党中央",
    "全会",
    "两个确立",
    "两个维护",
    "人大监督",
    "责任单位",
    "牵头单位",
    "配合单位",
    "职责分工",
];

/// Reports once a plan the first sentence that stands in its text a second time, and how many others do.
pub fn check(context: &Context, id: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let file = model.plan(id).file;
    let found = repetitions(&model.sentences(file));
    // A whole sentence is the plainer slip.
    let first = found.iter().find(|one| one.is_whole).or_else(|| found.first());
    if let Some(first) = first {
        drafts.push(draft(model, id, first, found.len()));
    }
}

/// Words that stand twice.
struct Repetition {
    first: Span,
    again: Span,
    /// Whether they are a whole sentence in one of the places.
    is_whole: bool,
    /// Whether the second stands directly behind the first.
    is_echo: bool,
}

/// Where clauses stand: the sentence, and the first of them in it.
type At = (usize, usize);

/// What stands twice, in the order of the second places.
fn repetitions(sentences: &[TextSentence]) -> Vec<Repetition> {
    let mut seen: HashMap<String, At> = HashMap::new();
    let mut found = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        if let Some(echo) = echo(sentences, index) {
            found.push(echo);
            continue;
        }
        let mut clause = 0;
        // Each clause begins the shortest run of clauses that is long enough: what is repeated has one in common.
        while let Some(run) = shortest_run(sentence, clause) {
            match seen.get(&run).map(|&first| (first, common(sentences, first, (index, clause)))) {
                Some((first, length)) => {
                    found.extend(Repetition::of(sentences, first, (index, clause), length));
                    clause += length;
                }
                None => {
                    seen.insert(run, (index, clause));
                    clause += 1;
                }
            }
        }
    }
    found
}

/// The sentence as a repetition of the one directly before it.
fn echo(sentences: &[TextSentence], index: usize) -> Option<Repetition> {
    let (before, sentence) = (sentences.get(index.checked_sub(1)?)?, sentences.get(index)?);
    let same = sentence.follows && letters(before) == letters(sentence);
    (same && letters(sentence).chars().count() >= LONG_ECHO).then_some(Repetition {
        first: before.span,
        again: sentence.span,
        is_whole: true,
        is_echo: true,
    })
}

fn letters(sentence: &TextSentence) -> String {
    sentence.clauses.iter().map(|clause| &*clause.letters).collect()
}

/// The letters of the clauses from `clause` on until there are enough, set apart from each other.
fn shortest_run(sentence: &TextSentence, clause: usize) -> Option<String> {
    let (mut run, mut count) = (String::new(), 0);
    for clause in sentence.clauses.get(clause..)? {
        run.push_str(&clause.letters);
        run.push('，');
        count += weight(&clause.letters);
        if count >= LONG {
            return Some(run);
        }
    }
    None
}

/// How many letters there are, those of Latin words left out: a name in English is long with few words.
fn weight(letters: &str) -> usize {
    letters.chars().filter(|c| !c.is_ascii_alphabetic()).count()
}

/// How many clauses are the same from both places on.
fn common(sentences: &[TextSentence], first: At, again: At) -> usize {
    let from = |(sentence, clause): At| {
        sentences.get(sentence).and_then(|one| one.clauses.get(clause..)).unwrap_or_default()
    };
    let pairs = from(first).iter().zip(from(again));
    pairs.take_while(|(one, other)| one.letters == other.letters).count()
}

impl Repetition {
    /// So many clauses that stand in both places, where they are more than a phrase.
    fn of(sentences: &[TextSentence], first: At, again: At, length: usize) -> Option<Self> {
        let (one, other) = (sentences.get(first.0)?, sentences.get(again.0)?);
        let run = other.clauses.get(again.1..again.1 + length)?;
        let is_whole = length == one.clauses.len() || length == other.clauses.len();
        let letters: String = run.iter().map(|clause| &*clause.letters).collect();
        let is_long = length > 1 && weight(&letters) >= LONG_STRETCH;
        let is_set = SET_PHRASES.iter().any(|phrase| letters.contains(phrase));
        let span = |sentence: &TextSentence, clause: usize| {
            let run = sentence.clauses.get(clause..clause + length)?;
            Some(run.first()?.span.to(run.last()?.span))
        };
        let states_number = states_number(&letters);
        ((is_whole || is_long || states_number) && !is_set).then_some(Self {
            first: span(one, first.1)?,
            again: span(other, again.1)?,
            is_whole,
            is_echo: false,
        })
    }
}

/// Whether words state a number that is no year: no two matters share both their words and their number.
fn states_number(letters: &str) -> bool {
    let mut rest = letters;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let number = rest.get(start..).unwrap_or_default();
        let behind = number.trim_start_matches(|c: char| c.is_ascii_digit());
        if !behind.starts_with('年') && number.len() - behind.len() > 1 {
            return true;
        }
        rest = behind;
    }
    false
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct RepeatedSentenceFacts {
    words: String,
    whole: bool,
    echo: bool,
    total: usize,
}

fn draft(model: &Model, id: PlanId, first: &Repetition, total: usize) -> Draft {
    let plan = model.plan(id);
    let words = quoted_in_sentence(model.words(plan.file, first.again));
    let subject = Subject {
        plan: Some(plan.title.clone()),
        region: plan.region.map(|id| model.catalogue.region_of(id).name.clone()),
        ..Subject::default()
    };
    Draft::new("twice", subject, Place::new(plan.file, first.again))
        .compares(Compared::counted(total))
        .tells(RepeatedSentenceFacts { words, whole: first.is_whole, echo: first.is_echo, total })
        .note("first", Place::new(plan.file, first.first), ())
}
