//! Changes against one base year, compared as they stand: no level needed.

use std::borrow::Cow;

use crate::{
    hierarchy::Parents,
    model::{Model, StatedChange, Statement, StatementId},
};

use super::{
    Comparison, Figure, FigureSource, comparer::Comparer, figure::speaker, reference::speaking,
};

impl Comparer<'_> {
    /// The child's change, where the nearest plan above that states the target states one against the same base year.
    pub fn shared_change<'m>(
        &self,
        statement: &'m Statement,
        parents: &[Parents],
    ) -> Option<&'m StatedChange> {
        let change = statement.change.as_deref().filter(|_| statement.condition().is_none())?;
        let above = parents.iter().flat_map(|parents| {
            speaking(self.model, statement, parents).map(move |plan| (plan, parents.region))
        });
        // Two cuts since one year need no level: what either region started from changes nothing in who cuts more.
        for (plan, region) in above {
            let of = (&statement.measure, statement.year);
            let Some(id) = speaker(self.model, plan, region, of.0, of.1, None) else { continue };
            let stated = self.model.statement(id);
            match &stated.change {
                Some(above) if same_base(above, change) => return Some(change),
                // A level to be compared with goes before a change further up; what says nothing is passed over.
                _ if stated.interval().is_some() => return None,
                _ => {}
            }
        }
        None
    }
}

/// Whether two changes are counted alike and from one year.
fn same_base(one: &StatedChange, other: &StatedChange) -> bool {
    (one.since, one.kind) == (other.since, other.kind)
}

/// The figure of a plan above as the change that it states against the base year of `change`; what is stated otherwise is
/// incomparable.
pub fn change_above(
    model: &Model,
    stated: Result<Option<Figure>, StatementId>,
    child: &Statement,
    change: &StatedChange,
) -> Result<Option<Figure>, StatementId> {
    let (id, allocated) = match &stated {
        Ok(Some(figure)) => (figure.source.shown(), figure.allocated),
        Ok(None) => return Ok(None),
        // What is issued to the region by name has its region, whether or not its base is known.
        Err(id) => (*id, model.statement(*id).region == child.region),
    };
    let statement = model.statement(id);
    let above = statement.change.as_deref().filter(|above| same_base(above, change)).ok_or(id)?;
    Ok(Some(Figure {
        source: FigureSource::Stated(id),
        set: above.set,
        number: above.number,
        class: statement.class,
        allocated,
        as_change: true,
    }))
}

/// A statement as it was compared: as its change, or as it stands.
pub fn as_compared(model: &Model, id: StatementId, as_change: bool) -> Cow<'_, Statement> {
    let statement = model.statement(id);
    let change = as_change.then(|| statement.as_change()).flatten();
    change.map_or(Cow::Borrowed(statement), Cow::Owned)
}

impl Comparison {
    /// The child's statement as it was compared.
    #[must_use]
    pub fn own<'a>(&self, model: &'a Model) -> Cow<'a, Statement> {
        as_compared(model, self.child, self.as_change)
    }
}
