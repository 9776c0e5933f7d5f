//! What a rule returns (a draft) and what the engine returns (a finding), with their total order.

mod compared;
mod draft;
mod facts;
mod fix;
mod level;
mod ruling;
mod settled;

pub use crate::text::{Locator, Place};
pub use compared::{BaseDistance, Compared, Distance, StatedValue};
pub use draft::{Draft, Drafts, RelatedPlace, Subject};
pub use facts::{ExactNumber, FactRecord, SentenceFacts};
pub use fix::{Edit, Fix, Safety};
pub use level::{Confidence, Level};
pub use ruling::Ruling;
pub use settled::{AGREED, Allowed, AllowedBy, Finding, LAPSED, RISEN};
