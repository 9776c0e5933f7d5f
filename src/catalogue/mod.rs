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

pub use book::{Catalogue, PrintedName};
pub use indicator::{Defined, Indicator, IndicatorId, Path, Relation};
pub use listing::KnownName;
pub use name::{Likeness, NameKey, is_bare_name, scope_words_differ, split_printed_unit};
pub use name_index::NameIndex;
pub use new_region::MadeRegion;
pub use region::{Region, RegionId, Weight};
pub use tiers::{Tier, Tiers};
pub use written_path::WrittenPath;
