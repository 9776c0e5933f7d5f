//! A railway or fast road between two places that goes by several names, in one plan or in this plan and those above it.

mod works;

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Drafts, StatedValue, Subject},
    model::{Model, PlanId},
    rulebook::{Context, PlanFacts, tell_plan},
    text::{FileId, Place, Span},
};

use works::{Family, is_place, names_in};

/// A name of works between two places, as one text has it.
struct Name<'a> {
    /// 杭州 and 德清, or 杭 and 德 where only those stand there.
    ends: (&'a str, &'a str),
    kind: &'static str,
    family: Family,
    span: Span,
    plan: PlanId,
    file: FileId,
}

/// Reports once a plan the first project that has another kind of name further on, or in a plan above.
pub fn check(context: &Context, id: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let own = names(model, id);
    if own.is_empty() {
        return;
    }
    let above = context.forest.parents(id).iter().flat_map(|parents| &parents.plans);
    let above: Vec<Name> = above.flat_map(|&plan| names(model, plan)).collect();
    let within = own.iter().enumerate().find_map(|(at, name)| {
        let mut further = own.iter().skip(at + 1);
        further.find(|other| name.is_other_of(model, other, &own)).map(|other| (name, other))
    });
    let pair = within.or_else(|| {
        own.iter().find_map(|name| {
            above
                .iter()
                .find(|other| name.is_other_of(model, other, &above))
                .map(|other| (name, other))
        })
    });
    if let Some((name, other)) = pair {
        drafts.push(draft(model, id, name, other));
    }
}

/// The names that a plan has: in the text of a document, in the tasks of a plan file.
fn names(model: &Model, id: PlanId) -> Vec<Name<'_>> {
    let file = model.plan(id).file;
    let Some(source) = model.sources.get(file) else { return Vec::new() };
    let spans: Vec<Span> = match &source.parts {
        Some(parts) => vec![Span::new(0, parts.own as usize)],
        None => model.tasks(id).iter().map(|task| task.name).collect(),
    };
    let found = spans.into_iter().flat_map(|span| {
        let words = source.slice(span);
        names_in(words).into_iter().map(move |(ends, kind, family, at)| Name {
            ends,
            kind,
            family,
            span: at.shifted(span.start),
            plan: id,
            file,
        })
    });
    found.collect()
}

impl Name<'_> {
    /// Whether the other is another name of the same project that says another kind of works. `all` are the names beside the
    /// other.
    fn is_other_of(&self, model: &Model, other: &Name, all: &[Name]) -> bool {
        let (long, short) = match (self.is_long(), other.is_long()) {
            (true, _) => (self, other),
            (false, true) => (other, self),
            (false, false) => return false,
        };
        // 铁路 says no kind: the same place may have both for brevity, while another plan has only one of them.
        let plain = |name: &Name| name.kind == "铁路" || name.kind == "轨道";
        let brief = self.plan == other.plan && (plain(self) || plain(other));
        // A plan that also has the same name has not renamed it.
        let kept = self.plan != other.plan
            && all
                .iter()
                .any(|one| one.plan == other.plan && one.kind == self.kind && long.is_same(one));
        self.family == other.family
            && self.kind != other.kind
            && long.is_same(short)
            && !brief
            && !kept
            && !declares(model, self, other)
            && !declares(model, other, self)
    }

    fn is_long(&self) -> bool {
        self.ends.0.chars().count() > 1
    }

    /// Whether the ends of both are the same places, in either order; the own are written out.
    fn is_same(&self, other: &Name) -> bool {
        let (first, second) = self.ends;
        let same = |one: (&str, &str)| is_place(first, one.0) && is_place(second, one.1);
        same(other.ends) || same((other.ends.1, other.ends.0))
    }
}

/// Whether a task of the one's plan has the other's name among its aliases.
fn declares(model: &Model, one: &Name, other: &Name) -> bool {
    let name = model.words(other.file, other.span);
    let tasks = model.tasks(one.plan).iter().filter(|task| task.file == one.file);
    let mut keys = tasks.flat_map(|task| task.keys.iter().chain(&task.upper_keys));
    keys.any(|key| key.0.contains(name) || name.contains(&*key.0))
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct SeveralNamesFacts {
    name: String,
    alias: String,
    own: bool,
    of: PlanFacts,
    other: PlanFacts,
}

fn draft(model: &Model, id: PlanId, name: &Name, other: &Name) -> Draft {
    let plan = model.plan(id);
    let (words, alias) = (model.words(name.file, name.span), model.words(other.file, other.span));
    let subject = Subject {
        plan: Some(plan.title.clone()),
        region: plan.region.map(|id| model.catalogue.region_of(id).name.clone()),
        other: Some(words.into()),
        ..Subject::default()
    };
    Draft::new("named", subject, Place::new(name.file, name.span))
        .compares(Compared {
            own: StatedValue::written(words),
            other: StatedValue::written(alias),
            ..Compared::default()
        })
        .tells(SeveralNamesFacts {
            name: words.into(),
            alias: alias.into(),
            own: other.plan == id,
            of: tell_plan(model, id),
            other: tell_plan(model, other.plan),
        })
        .note("other", Place::new(other.file, other.span), ())
        .review()
}
