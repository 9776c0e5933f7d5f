//! What a rule returns (a draft) and what the engine returns (a finding), with their total order.

mod compared;
mod draft;
mod facts;
mod fix;
mod level;
mod ruling;
mod settled;
mod weight;

pub use crate::text::{Locator, Place};
pub(crate) use compared::{BaseDistance, Distance};
pub use compared::{Compared, StatedValue};
pub use draft::{Draft, Subject};
pub(crate) use draft::{Drafts, RelatedPlace};
pub use facts::FactRecord;
pub(crate) use facts::{ExactNumber, SentenceFacts};
pub use fix::Safety;
pub(crate) use fix::{Edit, Fix};
pub use level::{Confidence, Level};
pub use ruling::Ruling;
pub(crate) use settled::{AGREED, LAPSED, RISEN, SHORT};
pub use settled::{Allowed, AllowedBy, Finding};
pub(crate) use weight::{rank, reading_order};
