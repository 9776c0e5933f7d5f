//! Indicators and regions by name: the workspace's tables, aliases, close names, tiers.

mod book;
mod indicator;
mod indicator_table;
mod name;
mod region;
mod region_table;
mod tiers;

pub use book::{Catalogue, Printed, RegionLookup};
pub use indicator::{Defined, Indicator, IndicatorId, Path, Relation};
pub use name::{Likeness, NameKey, printed_unit, scope_words_differ};
pub use region::{Region, RegionId, Weight};
pub use tiers::{Tier, Tiers};
