//! A milestone that already states the number of the period's last year, and milestones behind which nothing follows.

use std::collections::HashSet;

use serde::Serialize;

use crate::{
    catalogue::NameKey,
    finding::{Compared, Draft, Drafts, Subject},
    model::{Model, Period, PlanId, Role, Statement},
    quantity::{Basis, Decimal, ReadingKind},
    rulebook::{
        Context, NamesFacts, StatementFacts, compare_statements, subject_of, tell_statement,
    },
    syntax::Class,
};

/// Words of a number that is to be kept: the same in two years is what they ask for.
const KEPT: [&str; 7] = ["稳定", "保持", "维持", "不减少", "stable", "remain", "maintain"];

/// Verbs that begin something, and those that complete it: between them lies what is to be done in the years behind a milestone.
// 建设 and 打造 are said of both.
const BEGUN: [&str; 8] = ["培育", "启动", "开工", "申报", "谋划", "储备", "start", "launch"];
const COMPLETED: [&str; 9] =
    ["建成", "命名", "认定", "验收", "竣工", "投用", "投产", "complete", "finish"];

/// Reports each milestone with the number of the last year, and once a plan the indicators whose milestones stop before it.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let head = model.plan(plan);
    let Some(period) = head.period.filter(|period| period.start < period.end) else { return };
    let own = |said: &&Statement| {
        said.role == Role::Target && said.region == head.region && head.region.is_some()
    };
    let said: Vec<&Statement> = model.statements(plan).map(|(_, said)| said).filter(own).collect();
    let mut stopped: Vec<&Statement> = Vec::new();
    let mut told = HashSet::new();
    for milestone in said.iter().copied().filter(|said| is_milestone(model, period, said)) {
        let end = said.iter().find(|end| end.year == period.end && is_same(model, milestone, end));
        match end {
            Some(end)
                if end.number == milestone.number
                    && is_new(model, milestone)
                    && !is_begun_before(model, milestone, end) =>
            {
                // The text repeats what the table says.
                if told.insert((milestone.measure, milestone.year)) {
                    drafts.push(draft_early(model, milestone, end));
                }
            }
            Some(_) => {}
            // A row without a value for the last year is told as that.
            None if milestone.in_table() => {}
            None => {
                let ends = |said: &&Statement| said.year >= period.end;
                let mut later = said.iter().copied().filter(ends);
                if !later.any(|later| is_related(model, milestone, later)) {
                    stopped.push(milestone);
                }
            }
        }
    }
    let mut seen = HashSet::new();
    stopped.retain(|milestone| seen.insert(milestone.measure.indicator));
    // The rest of an excerpt may say what follows.
    if let Some(first) = stopped.first().filter(|_| !head.is_excerpt) {
        drafts.push(draft_stops(model, first, &stopped, period));
    }
}

/// Whether a statement is a level for a year of the period before its last, with something left to reach behind it.
fn is_milestone(model: &Model, period: Period, said: &Statement) -> bool {
    let indicator = model.catalogue.indicator(said.measure.indicator);
    let kept = KEPT.iter().any(|word| model.phrase(said).to_lowercase().contains(word));
    (period.start..period.end).contains(&said.year)
        && model.says_year(said)
        && said.number.is_some_and(|number| number != Decimal::ZERO)
        && said.is_level()
        && said.measure.basis == Basis::Stock
        && said.condition().is_none()
        && indicator.shows_progress()
        && !model.at_best_end(said)
        && !kept
}

/// Whether a level of the last year is of what the milestone is of: of one name, or of the same without the verb before it.
fn is_same(model: &Model, milestone: &Statement, end: &Statement) -> bool {
    let unit = |said: &Statement| said.unit.as_ref().map(|unit| unit.name.clone());
    end.kind == ReadingKind::Targets
        && end.measure.basis == Basis::Stock
        && end.measure.scope == milestone.measure.scope
        && end.condition().is_none()
        && end.number.is_some()
        && unit(end) == unit(milestone)
        && is_related(model, milestone, end)
}

/// Whether two statements are of one indicator, or one name is the other with a verb before it: 培育建设示范社区, 示范社区.
fn is_related(model: &Model, one: &Statement, other: &Statement) -> bool {
    let key = |said: &Statement| NameKey::of(model.printed_name(said)).0;
    let (a, b) = (key(one), key(other));
    // Three characters: a shorter name ends many others.
    let ends = |long: &str, short: &str| short.chars().count() > 3 && long.ends_with(short);
    one.measure.indicator == other.measure.indicator
        || one.indicator == other.indicator
        || ends(&a, &b)
        || ends(&b, &a)
}

/// Whether the milestone is no number that was already reached: that nothing moves is another finding.
fn is_new(model: &Model, milestone: &Statement) -> bool {
    let past = model.statements(milestone.plan).map(|(_, said)| said).filter(|said| {
        said.role != Role::Target && said.measure == milestone.measure && said.number.is_some()
    });
    past.into_iter().all(|said| said.number != milestone.number)
}

/// Whether what a milestone only begins is completed by the last year: 启动100个, then 建成100个.
fn is_begun_before(model: &Model, milestone: &Statement, end: &Statement) -> bool {
    let says = |said: &Statement, verbs: &[&str]| {
        let words = [model.printed_name(said), model.phrase(said)].map(str::to_lowercase);
        verbs.iter().any(|verb| words.iter().any(|words| words.contains(verb)))
    };
    says(milestone, &BEGUN) && !says(milestone, &COMPLETED) && says(end, &COMPLETED)
}

/// What the sentences on one milestone can say.
#[derive(Debug, Serialize)]
struct EarlyFacts {
    milestone: StatementFacts,
    end: StatementFacts,
}

fn draft_early(model: &Model, milestone: &Statement, end: &Statement) -> Draft {
    let mut subject = subject_of(model, milestone);
    subject.other = Some(end.year.to_string().into());
    Draft::new("early", subject, model.place(milestone))
        .compares(compare_statements(model, milestone, end))
        .tells(EarlyFacts {
            milestone: tell_statement(model, milestone),
            end: tell_statement(model, end),
        })
        .binding([milestone, end].iter().any(|said| said.class == Some(Class::Binding)))
        .note("end", model.place(end), ())
}

/// What the sentences on what stops can say.
#[derive(Debug, Serialize)]
struct StopsFacts {
    first: StatementFacts,
    last_year: i32,
    #[serde(flatten)]
    listed: NamesFacts,
}

fn draft_stops(model: &Model, first: &Statement, all: &[&Statement], period: Period) -> Draft {
    let head = model.plan(first.plan);
    let subject = Subject {
        plan: Some(head.title.clone()),
        region: head.region.map(|id| model.catalogue.region_of(id).name.clone()),
        ..Subject::default()
    };
    Draft::new("stops", subject, model.place(first)).compares(Compared::counted(all.len())).tells(
        StopsFacts {
            first: tell_statement(model, first),
            last_year: period.end,
            listed: NamesFacts::of(all.iter().map(|said| model.printed_name(said))),
        },
    )
}
