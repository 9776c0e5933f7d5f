//! Signs inside a number: a decimal point, a decimal comma, or signs that part thousands.

use super::fold_full_width;

/// What the signs inside a number say of how its writer marks decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// By a point: `12.5`, `1,234.5`.
    Point,
    /// By a comma: `34,96`, `1.234,5`.
    Comma,
    /// By either: `1,234` and `1.234` have three digits behind their only sign.
    Either,
}

/// The habit that each number of a phrase shows; a number without such a sign shows none.
#[must_use]
pub fn habits(phrase: &str) -> Vec<Habit> {
    runs_with_signs(&fold_full_width(phrase)).filter_map(habit).collect()
}

/// The two numbers that the only number with a doubtful sign may be: `34,96` is 34.96, or 3496 with a sign out of place.
#[must_use]
pub fn two_readings(phrase: &str) -> Option<[String; 2]> {
    let folded = fold_full_width(phrase);
    let mut doubtful = runs_with_signs(&folded)
        .filter(|run| matches!(habit(run), Some(Habit::Comma | Habit::Either)));
    let (run, next) = (doubtful.next()?, doubtful.next());
    let signs = run.matches(SIGNS).count();
    // With two doubtful numbers or signs there are more than two readings, and a drafter is helped by two at most.
    (next.is_none() && signs == 1).then(|| [run.replace(',', "."), run.replace(SIGNS, "")])
}

const SIGNS: [char; 2] = ['.', ','];

/// The stretches of digits and signs that begin and end with a digit.
fn runs_with_signs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit() && !SIGNS.contains(&c))
        .map(|run| run.trim_matches(SIGNS))
        .filter(|run| run.contains(SIGNS))
}

fn habit(run: &str) -> Option<Habit> {
    let (whole, last) = run.rsplit_once(SIGNS)?;
    let sign = run.get(whole.len()..)?.chars().next()?;
    let (own, other) = if sign == '.' { (Habit::Point, ',') } else { (Habit::Comma, '.') };
    // The last sign is the decimal one if any is, so all others must part thousands or the run is no number.
    if whole.contains(sign) {
        // 1,234,567: a number has one decimal sign, so these part thousands.
        let thousands = !whole.contains(other) && parts_thousands(run, sign);
        let opposite = if own == Habit::Point { Habit::Comma } else { Habit::Point };
        return thousands.then_some(opposite);
    }
    if whole.contains(other) {
        return parts_thousands(whole, other).then_some(own);
    }
    if last.len() == 3 && parts_thousands(run, sign) {
        return Some(Habit::Either);
    }
    // Behind a comma longer runs are rather a second number: 2024,2025.
    (sign == '.' || last.len() < 3).then_some(own)
}

/// Whether a sign stands before each three digits from the end on, and nothing but one to three before the first.
fn parts_thousands(run: &str, sign: char) -> bool {
    let mut groups = run.split(sign);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        // 0,123 is a decimal comma: no thousand begins with a zero.
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_show_a_habit() {
        use Habit::{Comma, Either, Point};
        for (phrase, expected) in [
            ("12.5", &[Point][..]),
            ("≥1,234.5", &[Point]),
            ("1,234,567", &[Point]),
            ("0.125", &[Point]),
            ("1234.567", &[Point]),
            ("34,96 %", &[Comma]),
            ("1.234,5", &[Comma]),
            ("1.234.567", &[Comma]),
            ("1,234", &[Either]),
            ("12.345", &[Either]),
            ("５，５", &[Comma]),
            ("75", &[]),
            ("5.1.2", &[]),
            ("2024,2025", &[]),
            ("by 2030, 25%.", &[]),
            ("2,5至3.5", &[Comma, Point]),
        ] {
            assert_eq!(habits(phrase), expected, "{phrase}");
        }
    }

    #[test]
    fn a_doubtful_number_has_two_readings() {
        let two = |phrase| two_readings(phrase).map(|two| two.join(" "));
        assert_eq!(two("34,96 %").as_deref(), Some("34.96 3496"));
        assert_eq!(two("at least 1,234").as_deref(), Some("1.234 1234"));
        assert_eq!(two("1.234").as_deref(), Some("1.234 1234"));
        for phrase in ["12.5", "75", "1.234,5", "2,5至3,5", "0.25"] {
            assert_eq!(two(phrase), None, "{phrase}");
        }
    }
}
