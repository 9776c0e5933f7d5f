//! Files, byte spans, positions and encodings: everything above speaks of text through these.

mod decimal_mark;
mod decode;
mod escape;
mod file_format;
mod fold;
mod keyed;
mod line_end;
mod parts;
mod place;
mod position;
mod simplified;
mod source;
mod source_places;
mod span;
mod unread;
mod width;
mod written;

pub use decimal_mark::{Habit, habits, two_readings};
pub use decode::{Decoded, Encoding, decode, decode_as, encode, looks_binary};
pub use escape::{escape, is_hidden, push_escaped};
pub use file_format::{FileFamily, FileFormat, InFolder};
pub use fold::{fold_char, fold_full_width};
pub use keyed::Keyed;
pub use line_end::LineEnd;
pub use parts::{Part, Parts, Spot};
pub use place::{Locator, Place};
pub use position::{LineIndex, Position};
pub use simplified::{in_simplified, simplified};
pub use source::{FileId, Source, Sources};
pub use span::Span;
pub use unread::{Unread, UnreadReason};
pub use width::{display_width, display_width_cjk};
pub use written::Written;
