//! Documents of other kinds than plan files: made here, with other libraries than those that read them.

pub mod joined;
mod kept;
mod markdown;
#[cfg(feature = "libreoffice")]
mod opened;
pub mod package;
mod seen;
mod word;
mod word_bounds;
mod word_comments;
mod word_text;
