//! What a line is drawn with: its path, and signs whose form tells lines apart without colour.

use super::axis::px;

/// A line through `places`; empty for fewer than two.
pub(super) fn stroke_path(places: &[(f64, f64)]) -> String {
    if places.len() < 2 {
        return String::new();
    }
    let points: Vec<String> =
        places.iter().map(|(x, y)| format!("{} {}", px(*x), px(*y))).collect();
    format!("M{}", points.join("L"))
}

/// A closed form along `upper` and back along `lower`.
pub(super) fn stroke_area(upper: &[(f64, f64)], lower: &[(f64, f64)]) -> String {
    let around: Vec<_> = upper.iter().chain(lower.iter().rev()).copied().collect();
    format!("{}Z", stroke_path(&around))
}

/// Forms of signs: circle, square, triangle, diamond.
// Ten lines share four forms and the dashes of the style sheet: from style 6 on a line has both in common with the
// one four before it, and only colour and the name at its end tell those two apart.
const FORMS: usize = 4;

/// The sign of line `style` at a place.
pub(super) fn stroke_sign(style: usize, (x, y): (f64, f64)) -> String {
    // Drawn as steps from the first point, in few characters: a page may have thousands of them.
    match style % FORMS {
        0 => format!("M{} {}a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0Z", px(x - 3.2), px(y)),
        1 => format!("M{} {}h5.6v5.6h-5.6Z", px(x - 2.8), px(y - 2.8)),
        2 => format!("M{} {}l3.6 6.2h-7.2Z", px(x), px(y - 3.8)),
        _ => format!("M{} {}l3.8 3.8l-3.8 3.8l-3.8 -3.8Z", px(x), px(y - 3.8)),
    }
}
