//! Characters that Word writes as a place in a font of symbols.

/// What a reader shows for a symbol it has no character for.
const UNKNOWN: char = '□';

/// The places of the font Symbol that plans use, with their characters.
const SYMBOL: &[(u32, char)] = &[
    (0x25, '%'),
    (0x2B, '+'),
    (0x2D, '−'),
    (0x7E, '~'),
    (0xA3, '≤'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBB, '≈'),
];

/// The character at the place `code`, in hexadecimal, of `font`; none when it is no number.
pub(super) fn read_symbol(font: &str, code: &str) -> Option<char> {
    let code = u32::from_str_radix(code, 16).ok()?;
    // Fonts of symbols keep their signs from F000 on; what lies elsewhere is a plain character.
    if !(0xF000..=0xF0FF).contains(&code) {
        return Some(char::from_u32(code).unwrap_or(UNKNOWN));
    }
    // ≥ and ≤ decide what a number asks for. A sign that is not known stands as □, so that nobody takes
    // 60 for what was □60.
    let place = code - 0xF000;
    let known = SYMBOL.iter().find(|(at, _)| font == "Symbol" && *at == place);
    Some(known.map_or(UNKNOWN, |(_, character)| *character))
}
