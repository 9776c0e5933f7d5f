//! From bytes to text and back: UTF-8 with or without byte order mark, GB18030, and UTF-16 behind its mark.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, GB18030, GBK, UTF_16BE, UTF_16LE};

use super::Span;

/// The encoding a file was read in, kept so that the formatter can write it back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without a byte order mark.
    #[default]
    Utf8,
    /// UTF-8 behind a byte order mark.
    Utf8Bom,
    /// GB18030, the national standard that holds GBK and GB2312.
    Gb18030,
    /// UTF-16, low byte first, behind its byte order mark.
    Utf16Le,
    /// UTF-16, high byte first, behind its byte order mark.
    Utf16Be,
}

/// A decoded text with what is needed to write it back.
#[derive(Clone, Debug, Default)]
pub struct Decoded {
    /// The text without its byte order mark.
    pub text: String,
    /// The encoding the bytes were in.
    pub encoding: Encoding,
    /// Where undecodable bytes were replaced by U+FFFD, as spans of `text`, with the offset of the bytes in the file.
    pub undecodable: Vec<(Span, u64)>,
}

/// Decodes `bytes`: a byte order mark decides, then NUL bytes that only UTF-16 explains, then valid UTF-8, then a guess between UTF-8 and GB18030.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return decode_utf8(rest, Encoding::Utf8Bom, 3);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return decode_with(UTF_16LE, rest, Encoding::Utf16Le, 2);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return decode_with(UTF_16BE, rest, Encoding::Utf16Be, 2);
    }
    // Before UTF-8 is tried, since ASCII in UTF-16 is valid UTF-8 with a NUL beside every letter.
    if let Some(encoding) = unmarked(bytes) {
        return decode_as(bytes, encoding);
    }
    let utf8 = decode_utf8(bytes, Encoding::Utf8, 0);
    if utf8.undecodable.is_empty() || !is_gb18030(bytes, &utf8) {
        return utf8;
    }
    decode_with(GB18030, bytes, Encoding::Gb18030, 0)
}

/// Decodes `bytes` in an encoding that is known from elsewhere, without looking for a byte order mark.
#[must_use]
pub fn decode_as(bytes: &[u8], encoding: Encoding) -> Decoded {
    match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => decode_utf8(bytes, encoding, 0),
        Encoding::Gb18030 => decode_with(GB18030, bytes, encoding, 0),
        Encoding::Utf16Le => decode_with(UTF_16LE, bytes, encoding, 0),
        Encoding::Utf16Be => decode_with(UTF_16BE, bytes, encoding, 0),
    }
}

/// The bytes of `text` in an encoding, with its byte order mark; what GB18030 lacks cannot occur, it holds all of Unicode.
#[must_use]
pub fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf8Bom => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        Encoding::Gb18030 => GB18030.encode(text).0.into_owned(),
        Encoding::Utf16Le => utf16_units(text).flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => utf16_units(text).flat_map(u16::to_be_bytes).collect(),
    }
}

/// Whether bytes are no text at all: a NUL stands near the beginning and no byte order mark of UTF-16 explains it.
#[must_use]
pub fn looks_binary(bytes: &[u8]) -> bool {
    // Formats that are no text mostly have a NUL in their first bytes; a single one far down in a long text is only
    // a slip.
    const NEAR: usize = 8 << 10;
    let marked = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    !marked && unmarked(bytes).is_none() && bytes.get(..NEAR).unwrap_or(bytes).contains(&0)
}

/// UTF-16 without its byte order mark: bytes with NULs whose units are nearly all Chinese or plain ASCII.
fn unmarked(bytes: &[u8]) -> Option<Encoding> {
    // As much as is looked at for NULs above, so that the two agree.
    const LOOKED_AT: usize = 8 << 10;
    let near = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    if !bytes.len().is_multiple_of(2) || !near.contains(&0) {
        return None;
    }
    let reads = |unit: fn([u8; 2]) -> u16| {
        let units = || near.as_chunks().0.iter().map(|pair| unit(*pair));
        let usual = |unit: &u16| matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0x2010..=0x203A | 0x3000..=0x303F | 0x4E00..=0x9FFF | 0xFF00..=0xFFEF);
        // Nineteen of twenty: a plan in UTF-16 has a few rare signs, and bytes of a picture read as units fall all
        // over the planes.
        units().filter(usual).count() * 20 >= units().count() * 19
    };
    let encodings = [
        (Encoding::Utf16Le, u16::from_le_bytes as fn([u8; 2]) -> u16),
        (Encoding::Utf16Be, u16::from_be_bytes),
    ];
    encodings.into_iter().find(|(_, unit)| reads(*unit)).map(|(encoding, _)| encoding)
}

/// The UTF-16 units of a text behind a byte order mark.
fn utf16_units(text: &str) -> impl Iterator<Item = u16> {
    std::iter::once(0xFEFF).chain(text.encode_utf16())
}

/// Bytes that are no valid UTF-8 are GB18030 unless most of what lies outside ASCII reads as UTF-8 all the same.
fn is_gb18030(bytes: &[u8], utf8: &Decoded) -> bool {
    let read = utf8.text.chars().filter(|character| !character.is_ascii()).count();
    let broken = utf8.undecodable.len();
    // A UTF-8 file cut off or with a few broken bytes has far more good characters than bad ones. GB18030 read as
    // UTF-8 is broken at nearly every character.
    if read.saturating_sub(broken) > 4 * broken {
        return false;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    guess == GBK
        || guess == GB18030
        // The detector needs some text to guess from; a short file that GB18030 takes to its last byte is taken for
        // it as well.
        || GB18030.decode_without_bom_handling_and_without_replacement(bytes).is_some()
}

fn decode_utf8(bytes: &[u8], encoding: Encoding, mark: u64) -> Decoded {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), encoding, undecodable: Vec::new() };
    }
    let mut text = String::with_capacity(bytes.len());
    let mut undecodable = Vec::new();
    let mut offset = mark;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        offset += chunk.valid().len() as u64;
        if !chunk.invalid().is_empty() {
            undecodable.push((push_replacement(&mut text), offset));
            offset += chunk.invalid().len() as u64;
        }
    }
    Decoded { text, encoding, undecodable }
}

fn decode_with(
    codec: &'static encoding_rs::Encoding,
    bytes: &[u8],
    encoding: Encoding,
    mark: u64,
) -> Decoded {
    let mut decoder = codec.new_decoder_without_bom_handling();
    let mut text = String::new();
    let mut undecodable = Vec::new();
    let mut at = 0;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        text.reserve(decoder.max_utf8_buffer_length(rest.len()).unwrap_or(rest.len()));
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(length, after) => {
                // The decoder has read past the broken bytes; the drafter is told where they begin.
                let offset = at.saturating_sub(usize::from(length) + usize::from(after));
                undecodable.push((push_replacement(&mut text), mark + offset as u64));
            }
        }
    }
    Decoded { text, encoding, undecodable }
}

/// Writes a replacement character and says where it stands.
fn push_replacement(text: &mut String) -> Span {
    let start = text.len();
    text.push(char::REPLACEMENT_CHARACTER);
    Span::new(start, text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "规划 《德清县“十四五”规划》\r\n地区: 德清县\r\n| 城镇化率（%） | 70 | 𠮷 |\n";
    const ALL: [Encoding; 5] = [
        Encoding::Utf8,
        Encoding::Utf8Bom,
        Encoding::Gb18030,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
    ];

    #[test]
    fn every_encoding_comes_back_byte_for_byte() {
        for encoding in ALL {
            let bytes = encode(TEXT, encoding);
            let decoded = decode(&bytes);
            assert_eq!((decoded.text.as_str(), decoded.encoding), (TEXT, encoding));
            assert!(decoded.undecodable.is_empty());
            assert_eq!(encode(&decoded.text, decoded.encoding), bytes);
        }
    }

    #[test]
    fn short_chinese_texts_are_gb18030() {
        for text in ["规划 《甲》", "正文", "行政区划\n| 地区 |\n"] {
            let decoded = decode(&encode(text, Encoding::Gb18030));
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, Encoding::Gb18030));
        }
    }

    #[test]
    fn broken_bytes_have_offsets() {
        let mut bytes = encode(TEXT, Encoding::Utf8Bom);
        bytes.insert(10, 0xFF);
        let decoded = decode(&bytes);
        let (span, offset) = decoded.undecodable[0];
        assert_eq!((decoded.undecodable.len(), offset), (1, 10));
        assert_eq!(span.of(&decoded.text), "\u{FFFD}");
        let without_mark = decode(&bytes[3..]);
        assert_eq!((without_mark.encoding, without_mark.undecodable[0].1), (Encoding::Utf8, 7));
        let mut bytes = encode(TEXT, Encoding::Gb18030);
        bytes.insert(4, 0xFF);
        let decoded = decode(&bytes);
        assert_eq!((decoded.encoding, decoded.undecodable[0].1), (Encoding::Gb18030, 4));
        assert_eq!(decode(b"\xFF\xFEa\0b").undecodable[0].1, 4);
    }

    #[test]
    fn every_byte_string_decodes() {
        let noise: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
        for start in 0..noise.len() {
            for (span, offset) in decode(&noise[start..]).undecodable {
                assert!(!span.is_empty() && offset < noise.len() as u64);
            }
        }
    }

    #[test]
    fn utf16_is_known_without_its_mark() {
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
            let bytes = encode(TEXT, encoding);
            let decoded = decode(&bytes[2..]);
            assert_eq!((decoded.text.as_str(), decoded.encoding), (TEXT, encoding));
            assert!(!looks_binary(&bytes[2..]));
        }
        assert!(looks_binary(&[0; 64]));
        assert!(looks_binary(b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0"));
    }

    #[test]
    fn nul_bytes_are_binary_except_in_utf16() {
        assert!(looks_binary(b"PK\0\0"));
        assert!(!looks_binary(b"\xFF\xFEa\0"));
        assert!(!looks_binary(TEXT.as_bytes()));
    }
}
