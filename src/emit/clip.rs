//! Shortens what a line has no room for.

use crate::text::display_width;

use super::escape;

/// `text` made visible, in at most `width` columns; what is cut off leaves an ellipsis.
pub(super) fn clip(text: &str, width: usize) -> String {
    // Escaped before it is measured, since a hidden character takes eight columns once it is shown.
    let shown = escape(text);
    if display_width(&shown) <= width {
        return shown.into_owned();
    }
    // The ellipsis takes one column, and is counted from the start.
    let (mut kept, mut columns) = (String::new(), 1);
    for character in shown.chars() {
        columns += display_width(character.encode_utf8(&mut [0; 4]));
        if columns > width {
            break;
        }
        kept.push(character);
    }
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_count_two() {
        assert_eq!(clip("规划", 4), "规划");
        assert_eq!(clip("规划期", 5), "规划…");
        assert_eq!(clip("规划期", 4), "规…");
    }
}
