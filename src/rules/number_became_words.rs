//! A target that is a number above, in the region's former plan or elsewhere in this plan, and only words here.

use std::collections::HashSet;

use serde::Serialize;

use crate::{
    catalogue::{IndicatorId, RegionId, Relation},
    finding::{Compared, Draft, Drafts},
    model::{Model, PlanId, Role, ScopeId, Statement},
    quantity::Comparator,
    rulebook::{Context, StatementFacts, stated_value, subject_of, tell_statement},
    syntax::Class,
};

/// What words and numbers are of, whatever the year.
type WordTheme = (RegionId, IndicatorId, Option<ScopeId>);

/// Reports the first wording of each indicator that has words only, where a number stands elsewhere.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let mut said = HashSet::new();
    for (_, words) in model.statements(plan).filter(|(_, statement)| asks_in_words_alone(statement))
    {
        // The first wording speaks for the indicator: later ones mostly say the same again.
        let Some(theme) = theme_of_words(words).filter(|theme| !said.contains(theme)) else {
            continue;
        };
        let Some((case, numbers)) = numbers_elsewhere(context, words, theme) else { continue };
        said.insert(theme);
        drafts.push(draft(model, case, words, &numbers));
    }
}

fn theme_of_words(words: &Statement) -> Option<WordTheme> {
    Some((words.region?, words.measure.indicator, words.measure.scope))
}

/// Whether it asks for something in words alone; a level that is to be held has its baseline for a number.
fn asks_in_words_alone(statement: &Statement) -> bool {
    let comparator = statement.quantity.as_ref().map(|quantity| quantity.comparator);
    let words = matches!(comparator, Some(Comparator::Qualitative | Comparator::Improve));
    statement.role == Role::Target && words && statement.number.is_none()
}

/// Where numbers stand, with the case: in this plan, in the region's former one, above.
fn numbers_elsewhere<'a>(
    context: &Context<'a>,
    words: &Statement,
    theme: WordTheme,
) -> Option<(&'static str, Vec<&'a Statement>)> {
    let model = context.model;
    if let Some(here) = last_number(model, words.plan, theme) {
        // Words in the text beside a number are how texts are written; in the table the number is what counts.
        return (words.in_table() && !here.in_table()).then(|| ("here", vec![here]));
    }
    // A former plan of the region goes before those above: its own number is what it gave up.
    let mut earlier = context.forest.earlier(words.plan).iter();
    let former = earlier.find_map(|&plan| last_number(model, plan, theme));
    let above = numbers_above(context, words, theme);
    let case = if former.is_some() { "former" } else { "above" };
    let all: Vec<_> = former.into_iter().chain(above).collect();
    (!all.is_empty()).then_some((case, all))
}

/// The number of each region above, nearest first; what is each level's own affair is asked of nobody.
fn numbers_above<'a>(
    context: &Context<'a>,
    words: &Statement,
    theme: WordTheme,
) -> Vec<&'a Statement> {
    let model = context.model;
    let (_, indicator, scope) = theme;
    if model.catalogue.indicator(indicator).relation == Relation::Own {
        return Vec::new();
    }
    let parents = context.forest.parents(words.plan).iter();
    let number = |region, plan| last_number(model, plan, (region, indicator, scope));
    parents
        .filter_map(|parents| parents.plans.iter().find_map(|&plan| number(parents.region, plan)))
        .collect()
}

/// The last target with a number, or full coverage, that a plan states within its period, its table's first.
fn last_number(model: &Model, plan: PlanId, theme: WordTheme) -> Option<&Statement> {
    let outlook = model.plan(plan).outlook;
    let (region, indicator, scope) = theme;
    let stated = model.stated(plan, region, indicator).iter().map(|&id| model.statement(id));
    stated
        .filter(|s| s.role == Role::Target && s.number.is_some() && s.measure.scope == scope)
        .filter(|s| Some(s.year) != outlook)
        .reduce(|best, next| if rank_of_number(next) > rank_of_number(best) { next } else { best })
}

fn rank_of_number(statement: &Statement) -> (bool, i32) {
    // The table's number first, then the one furthest ahead.
    (statement.in_table(), statement.year)
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct NumberBecameWordsFacts {
    words: StatementFacts,
    numbers: Vec<StatementFacts>,
    assumed_year: bool,
}

/// What its note can say.
#[derive(Debug, Serialize)]
struct NumberNote {
    number: StatementFacts,
}

fn draft(model: &Model, case: &'static str, words: &Statement, numbers: &[&Statement]) -> Draft {
    let mut subject = subject_of(model, words);
    subject.other = numbers.first().map(|lead| model.plan(lead.plan).title.clone());
    let told: Vec<StatementFacts> =
        numbers.iter().map(|number| tell_statement(model, number)).collect();
    let binding = numbers.iter().any(|number| number.class == Some(Class::Binding));
    let mut draft = Draft::new(case, subject, model.place(words))
        // The numbers may change without making the words any better or worse.
        .compares(Compared::alone(stated_value(model, words)))
        .tells(NumberBecameWordsFacts {
            words: tell_statement(model, words),
            numbers: told.clone(),
            assumed_year: !model.says_year(words),
        })
        .binding(binding || words.class == Some(Class::Binding));
    for (number, told) in numbers.iter().zip(told) {
        draft = draft.note("number", model.place(number), NumberNote { number: told });
    }
    draft
}
