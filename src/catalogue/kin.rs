//! Indicators that are found by way of others: the growth of a level, a bare word of one row.

use std::sync::Arc;

use crate::{
    quantity::{Unit, read_unit},
    text::FileId,
};

use super::{
    Catalogue, Defined, Indicator, IndicatorId, NameKey, PrintedName, Relation, indicator_table,
};

/// What the name of a change ends with.
const CHANGES: [&str; 6] = ["提高", "提升", "增加", "下降", "降低", "减少"];

impl Catalogue {
    /// The growth of an indicator that the workspace defines as a level: what is said of the level holds for it, except that
    /// rates do not add up.
    pub(super) fn growth_of_own(&mut self, key: &NameKey, name: &Arc<str>) -> Option<IndicatorId> {
        let level = key.is_growth().then(|| self.by_key.get(&key.twin()))??;
        let level = self.indicator(*level);
        if !matches!(level.defined, Defined::Workspace(_)) {
            return None;
        }
        let growth = Indicator {
            direction: level.direction,
            relation: match &level.relation {
                Relation::Sum => Relation::Mean { weight: None },
                other => other.clone(),
            },
            tiers: level.tiers.clone(),
            defined: level.defined.clone(),
            ..indicator_table::undefined(name, read_unit("%"))
        };
        Some(self.add(growth))
    }

    /// A printed name as an indicator of one row alone, whatever other rows are called.
    pub fn intern_alone(
        &mut self,
        printed: &str,
        unit_cell: Option<&Unit>,
        (file, (table, row)): (FileId, (u32, u32)),
    ) -> PrintedName {
        let mut alone = indicator_table::undefined(printed, unit_cell.cloned());
        // No printed name has a line break in it, so that nothing finds the indicator by name.
        alone.key = NameKey(format!("{}\n{}:{table}:{row}", alone.key.0, file.0));
        let name = Arc::clone(&alone.name);
        let unit = alone.unit.clone();
        PrintedName { indicator: self.add(alone), name, unit }
    }

    /// The indicator that a name means in any catalogue or plan; a built-in one comes in by being asked for.
    pub fn find(&mut self, printed: &str) -> Option<IndicatorId> {
        let key = NameKey::of(printed);
        self.by_key.get(&key).copied().or_else(|| self.built_in(&key))
    }

    /// The level that the name of a change is of, where a plan names it: 入托率 of 入托率提高.
    #[must_use]
    pub fn level_of_change(&self, id: IndicatorId) -> Option<IndicatorId> {
        let key = &self.indicator(id).key.0;
        let level = CHANGES.iter().find_map(|change| key.strip_suffix(change))?;
        self.by_key.get(&NameKey(level.to_owned())).copied()
    }

    /// The growth of an indicator that is a level, or the level of one that is a growth, where a plan names both.
    #[must_use]
    pub fn twin(&self, id: IndicatorId) -> Option<IndicatorId> {
        self.by_key.get(&self.indicator(id).key.twin()).copied().filter(|twin| *twin != id)
    }
}
