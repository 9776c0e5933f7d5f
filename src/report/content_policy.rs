//! The policy that lets a page's own style and script act, known by their hashes, and nothing else.

use sha2::{Digest, Sha256};

/// The content security policy of a page with one `style` and at most one `script`.
pub(super) fn policy(style: &str, script: Option<&str>) -> String {
    // A page opened from disk has no server to be held to: should words of a plan ever get past the escaping, a
    // script of theirs has no hash here and does not run, and nothing can be fetched or sent.
    let script = script.map_or_else(String::new, |script| {
        format!(" script-src '{}'; img-src data:;", hash(script))
    });
    format!(
        "default-src 'none'; style-src '{}';{script} base-uri 'none'; form-action 'none'",
        hash(style)
    )
}

fn hash(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text)))
}

// Thirty-two bytes twice a page: a dozen lines here, held to the examples of the standard, against one more
// dependency.
fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let joined =
            (0..3).fold(0_u32, |all, at| all << 8 | three.get(at).map_or(0, |&b| b.into()));
        for sixth in 0..4 {
            text.push(if sixth <= three.len() {
                base64_digit(joined >> (18 - 6 * sixth))
            } else {
                '='
            });
        }
    }
    text
}

/// The sign for the lowest six bits.
fn base64_digit(bits: u32) -> char {
    let bits = u8::try_from(bits & 63).unwrap_or_default();
    char::from(match bits {
        0..=25 => b'A' + bits,
        26..=51 => b'a' + bits - 26,
        52..=61 => b'0' + bits - 52,
        62 => b'+',
        _ => b'/',
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_the_signs_of_the_standard() {
        for (bytes, expected) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("~~?>", "fn4/Pg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), expected);
        }
    }
}
