//! One statement of a brief with its source.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    model::{Model, Statement},
    quantity::Unit,
    text::Place,
};

/// One statement with its source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BriefStatement {
    /// The region whose plan says it.
    pub region: Arc<str>,
    /// The plan's title.
    pub plan: Arc<str>,
    /// The indicator as printed.
    pub indicator: String,
    /// The year.
    pub year: i32,
    /// The words.
    pub written: String,
    /// The number for the year, where it is read on the line to the next target.
    pub between: Option<String>,
    /// Whether it was issued to the region by the level above.
    pub allocated: bool,
    /// The path of the file.
    pub file: Arc<str>,
    /// The line, counted from 1; `None` in a document without lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Where it stands.
    #[serde(skip)]
    pub place: Place,
}

impl BriefStatement {
    /// That of a statement beside a target in a unit of its own: `75000吨` where the target counts 万吨.
    pub(super) fn beside(model: &Model, statement: &Statement, target: &Statement) -> Self {
        let mut said = Self::of(model, statement);
        let differs = |(own, other): (&Unit, &Unit)| own.factor != other.factor;
        let units = statement.unit.as_ref().zip(target.unit.as_ref());
        let unit = units.filter(|&units| differs(units)).map(|(own, _)| own.words());
        // A phrase that says its unit itself needs no other.
        if let Some(unit) = unit.filter(|unit| !said.written.contains(&**unit)) {
            said.written.push_str(&unit);
        }
        said
    }

    /// That of a statement as its plan prints it.
    pub(super) fn of(model: &Model, statement: &Statement) -> Self {
        let plan = model.plan(statement.plan);
        let region = plan.region.map(|id| Arc::clone(&model.catalogue.region_of(id).name));
        let place = model.sources.home(model.place(statement));
        let source = model.sources.get(place.file);
        Self {
            region: region.unwrap_or_default(),
            plan: Arc::clone(&plan.title),
            indicator: model.printed_name(statement).to_owned(),
            year: statement.year,
            written: model.printed(statement).to_owned(),
            between: None,
            allocated: false,
            file: source.map(|source| Arc::clone(&source.path)).unwrap_or_default(),
            line: model.sources.line(&place),
            place,
        }
    }
}
