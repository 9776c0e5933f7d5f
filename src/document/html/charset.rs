//! The encoding that a page names in its head.

use crate::text::Encoding;

/// A page names its encoding near its beginning.
// A choice: HTML asks for the first 1024 bytes, and some heads are longer.
const NEAR: usize = 2048;

/// The encoding that follows `charset=`, where it is one that is read by name.
pub(super) fn named_charset(bytes: &[u8]) -> Option<Encoding> {
    let near = bytes.get(..NEAR).unwrap_or(bytes).to_ascii_lowercase();
    let mark = b"charset=";
    let at = near.windows(mark.len()).position(|window| window == mark)?;
    let rest = near.get(at + mark.len()..)?;
    let name: Vec<u8> = rest
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '))
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
        .collect();
    // Only what the bytes do not tell by themselves: UTF-8 is recognised without a name, and a name may
    // be wrong where a page was saved again.
    matches!(&*name, b"gb2312" | b"gbk" | b"gb18030" | b"x-gbk").then_some(Encoding::Gb18030)
}
