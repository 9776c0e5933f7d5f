//! Folds a sentence into lines of a bounded width.

use crate::text::display_width_cjk;

/// Folds `text` into lines of at most `width` columns, where characters of unclear width count two, as in many Chinese fonts. A Latin word or a number stays whole, and no line begins with a closing mark.
pub(super) fn fold_to_width(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let (mut used, mut first) = (0, true);
    for piece in unbreakable_pieces(text) {
        let columns = display_width_cjk(&piece);
        // A piece that is longer than a line stands alone and too long: tearing a number or a path would change what
        // it says.
        if used > 0 && used + columns > width {
            lines.push(String::new());
            (used, first) = (0, false);
        }
        // A blank between two words is what the end of a line stands for; one before all words sets the text in.
        let piece = if used == 0 && !first { piece.trim_start() } else { &piece };
        used += display_width_cjk(piece);
        if let Some(line) = lines.last_mut() {
            line.push_str(piece);
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// At most `most` lines; the last one ends in `…` when something is left out.
pub(super) fn fold_to(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines = fold_to_width(text, width);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.pop() {
            // Two columns for the ellipsis, which Chinese fonts draw wide.
            let mut short = fold_to_width(&last, width.saturating_sub(2)).swap_remove(0);
            short.push('…');
            lines.push(short);
        }
    }
    lines
}

/// What a line is never broken within.
fn unbreakable_pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for character in text.chars() {
        match pieces.last_mut() {
            Some(piece)
                if piece.chars().last().is_some_and(|last| stays_joined(last, character)) =>
            {
                piece.push(character);
            }
            _ => pieces.push(character.to_string()),
        }
    }
    pieces
}

/// Whether no line ends between the two.
fn stays_joined(before: char, after: char) -> bool {
    // Between two Chinese characters a line may end anywhere, so only what must not be torn is joined.
    let latin = |c: char| c.is_ascii_graphic();
    (latin(before) && latin(after))
        || "，。；：、！？）》”’%".contains(after)
        || "（《“‘".contains(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_words_stay_whole() {
        assert_eq!(fold_to_width("目标为 24.5%，低于上级", 11), ["目标为", "24.5%，低于", "上级"]);
        assert_eq!(fold_to_width("  at least 25", 10), ["  at least", "25"]);
        assert_eq!(fold_to("一二三四五六七八", 6, 2), ["一二三", "四五…"]);
        assert_eq!(fold_to("一二三", 6, 2), ["一二三"]);
        let text = "湖州市“全覆盖”，（甲）乙".repeat(9);
        assert!(fold_to_width(&text, 12).iter().all(|line| display_width_cjk(line) <= 12));
        assert_eq!(fold_to_width(&text, 12).concat(), text);
    }
}
