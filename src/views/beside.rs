//! What a plan says beside a value that a finding is about: its base and who answers for it.

use std::collections::HashMap;

use crate::{
    alignment::base_of,
    engine::World,
    model::{Model, Role, Statement, StatementId},
    text::{FileId, Place, Span},
};

use super::records::owner;

/// The values of a run by the places they stand at.
pub(crate) struct ValuesByPlace<'a> {
    model: &'a Model,
    /// By the words of the value, and by the name of its row.
    places: HashMap<(FileId, Span), StatementId>,
}

/// What stands beside a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BesideValue {
    /// The value it starts from.
    pub(crate) base: Option<StartingValue>,
    /// 责任单位.
    pub(crate) owner: Option<String>,
}

/// The value that a target starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StartingValue {
    /// Its year.
    pub(crate) year: i32,
    /// As the plan prints it.
    pub(crate) written: String,
    /// Whether it was not final.
    pub(crate) is_estimate: bool,
}

impl<'a> ValuesByPlace<'a> {
    /// The values of `world`.
    pub(crate) fn of(world: &'a World) -> Self {
        let model = &world.model;
        let mut places = HashMap::new();
        for (id, statement) in model.plans().flat_map(|(plan, _)| model.statements(plan)) {
            for span in [statement.words, statement.cell, statement.name] {
                // The first keeps the name: a row begins with its base, and all that is asked of a name is who answers
                // for the row.
                places.entry((statement.file, span)).or_insert(id);
            }
        }
        Self { model, places }
    }

    /// What stands beside the value at `place`; nothing where none is known to stand there.
    pub(crate) fn beside(&self, place: &Place) -> BesideValue {
        let Some(id) = self.places.get(&(place.file, place.span)) else {
            return BesideValue::default();
        };
        let statement = self.model.statement(*id);
        BesideValue { base: self.base(statement), owner: owner(self.model, statement) }
    }

    fn base(&self, statement: &Statement) -> Option<StartingValue> {
        let model = self.model;
        // A base has none itself, and a rate of one year has no level to start from.
        let is_target = statement.role == Role::Target;
        let changes = model.catalogue.indicator(statement.measure.indicator).changes;
        let region = statement.region.filter(|_| is_target && !changes)?;
        let base = base_of(model, statement.plan, region, &statement.measure, None)?;
        let base = model.statement(base);
        (base.year < statement.year).then(|| StartingValue {
            year: base.year,
            written: model.printed(base).to_owned(),
            is_estimate: base.role == Role::Estimate,
        })
    }
}
