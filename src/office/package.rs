//! A zip archive whose parts are unpacked within bounds and never written to disk.

use std::{
    borrow::Cow,
    collections::HashSet,
    io::{Cursor, Read},
};

use zip::{ZipArchive, result::ZipError};

use super::{
    container, name,
    relation::{self, PartRelation},
    twice::twice,
};
use crate::text::{Encoding, UnreadReason, decode};

/// How many entries an archive may have.
// These bounds are choices; what they hold off is a file of kilobytes that unpacks to fill the memory.
const ENTRIES: usize = 20_000;
/// How many bytes one part may unpack to.
const PART: u64 = 128 << 20;
/// How many bytes all parts that are asked for may unpack to.
const TOTAL: u64 = 256 << 20;
/// How many bytes a part may unpack to whatever its ratio.
// Repeated tags may pack better than the ratio allows, and are harmless as long as they are few.
const SMALL: u64 = 8 << 20;
/// How many bytes a packed byte may unpack to above that.
const RATIO: u64 = 500;

/// An office file in memory.
///
/// Names of entries are looked up and never followed: one that leaves the package is simply not asked for.
#[derive(Debug)]
pub struct Package<'a> {
    pub(super) archive: ZipArchive<Cursor<Cow<'a, [u8]>>>,
    left: u64,
    /// Names that several entries have.
    twice: HashSet<Vec<u8>>,
}

impl<'a> Package<'a> {
    /// Opens the archive that `bytes` are; it keeps them where they are its own.
    ///
    /// # Errors
    /// `NotOffice`, `Protected`, `Format` or `Empty` for bytes that are no archive, `Damaged` for a broken one and `Swollen`
    /// for one with too many entries.
    pub fn open(bytes: impl Into<Cow<'a, [u8]>>) -> Result<Self, UnreadReason> {
        let bytes = bytes.into();
        container::check(&bytes)?;
        // Counted before the archive is read, which remembers every entry.
        let entries = bytes.windows(4).filter(|window| *window == b"PK\x01\x02").count();
        if entries > ENTRIES {
            return Err(UnreadReason::Swollen);
        }
        let twice = twice(&bytes);
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damage(&error))?;
        Ok(Self { archive, left: TOTAL, twice })
    }

    /// Whether there is such a part.
    #[must_use]
    pub fn has(&self, part: &str) -> bool {
        self.archive.index_for_name(part).is_some()
    }

    /// The bytes of a part; none when there is no such part.
    ///
    /// # Errors
    /// `Swollen` behind the bounds, `Protected` for an encrypted entry, `Damaged` for one that cannot be unpacked or that is
    /// there more than once.
    pub fn bytes(&mut self, part: &str) -> Result<Option<Vec<u8>>, UnreadReason> {
        // Word shows one of the two and another program the other: findings about either would be wrong for
        // somebody.
        if self.twice.contains(part.as_bytes()) {
            return Err(UnreadReason::Damaged);
        }
        let entry = match self.archive.by_name(part) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damage(&error)),
        };
        let ratio = entry.compressed_size().saturating_mul(RATIO).max(SMALL);
        let limit = PART.min(self.left).min(ratio);
        let mut bytes = Vec::new();
        // The size that the entry declares is not asked, since whoever made the file wrote it. One byte more than
        // allowed tells too much from just enough.
        entry.take(limit + 1).read_to_end(&mut bytes).map_err(|_| UnreadReason::Damaged)?;
        let size = bytes.len() as u64;
        if size > limit {
            return Err(UnreadReason::Swollen);
        }
        self.left -= size;
        Ok(Some(bytes))
    }

    /// The words of a part with their encoding; none when there is no such part.
    ///
    /// # Errors
    /// As for its bytes, and `Damaged` when they are no text.
    pub fn text(&mut self, part: &str) -> Result<Option<(String, Encoding)>, UnreadReason> {
        let Some(bytes) = self.bytes(part)? else { return Ok(None) };
        // Parts are UTF-8 or UTF-16 behind its mark; guessing an encoding as for plan files would be wrong here.
        if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
            let decoded = decode(&bytes);
            return Ok(Some((decoded.text, decoded.encoding)));
        }
        let text = String::from_utf8(bytes).map_err(|_| UnreadReason::Damaged)?;
        Ok(Some(match text.strip_prefix('\u{FEFF}') {
            Some(rest) => (rest.to_owned(), Encoding::Utf8Bom),
            None => (text, Encoding::Utf8),
        }))
    }

    /// What a part relates to inside the package; what the package itself does for the empty name.
    ///
    /// # Errors
    /// As for the words of a part and for their XML.
    pub fn relations(&mut self, part: &str) -> Result<Vec<PartRelation>, UnreadReason> {
        match self.text(&name::relations_of(part))? {
            Some((text, _)) => relation::read_relations(&text, part),
            None => Ok(Vec::new()),
        }
    }

    /// The names of all parts with the sums that the archive has of their bytes, by name.
    ///
    /// # Errors
    /// `Damaged` for an archive that does not tell them.
    pub fn part_checksums(&mut self) -> Result<Vec<(String, u32)>, UnreadReason> {
        let count = self.archive.len();
        let sum = |at| {
            let entry = self.archive.by_index_raw(at).map_err(|error| damage(&error))?;
            Ok((String::from_utf8_lossy(entry.name_raw()).into_owned(), entry.crc32()))
        };
        let mut sums = (0..count).map(sum).collect::<Result<Vec<_>, _>>()?;
        sums.sort_unstable();
        Ok(sums)
    }

    /// Lets as much be unpacked again as in the beginning: what follows is another job on the same file.
    pub fn begin_anew(&mut self) {
        self.left = TOTAL;
    }
}

/// The reason that an error of the archive comes to.
pub(super) fn damage(error: &ZipError) -> UnreadReason {
    match error {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            UnreadReason::Protected
        }
        _ => UnreadReason::Damaged,
    }
}
