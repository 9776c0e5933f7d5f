//! Indicators and regions by name: the workspace's tables, what is built in, aliases, close names, tiers.

mod book;
mod builtin;
mod find_region;
mod indicator;
mod indicator_table;
mod kin;
mod listing;
mod name;
mod name_index;
mod new_region;
mod region;
mod region_table;
mod tiers;
mod written_path;

pub use book::Catalogue;
pub(crate) use book::PrintedName;
pub(crate) use indicator::{Defined, Indicator, Path};
pub use indicator::{IndicatorId, Relation};
pub(crate) use listing::KnownName;
pub(crate) use name::{Likeness, is_bare_name, scope_words_differ};
pub use name::{NameKey, split_printed_unit};
pub(crate) use name_index::NameIndex;
pub(crate) use new_region::MadeRegion;
pub(crate) use region::{Region, RegionId, Weight};
pub(crate) use tiers::Tier;
pub use tiers::Tiers;
pub(crate) use written_path::WrittenPath;
