//! Number formats such as `0.0%`, `#,##0.00` and `0"万人"`: how many decimals are shown, and the words around the number.

use rust_decimal::{Decimal, RoundingStrategy};

/// What a format code makes of a number.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Pattern {
    before: String,
    after: String,
    decimals: Decimals,
    percent: bool,
    /// How many thousands it is divided by.
    thousands: u32,
    sign: bool,
}

/// How many digits stand behind the point.
#[derive(Debug, Default, PartialEq, Eq)]
struct Decimals {
    least: u32,
    most: u32,
}

/// What a character of a code stands for.
enum Token {
    Digit { always: bool },
    Point,
    Comma,
    Percent,
    Words(char),
}

impl Pattern {
    /// Reads the code's part for numbers of this sign; `None` for `General` and for what this reader does not show, such as
    /// fractions, powers of ten and conditions.
    pub(super) fn read(code: &str, negative: bool) -> Option<Self> {
        let sections = sections(code);
        let own = negative.then(|| sections.get(1)).flatten();
        let section = own.or(sections.first())?;
        let mut pattern = Self { sign: negative && own.is_none(), ..Self::default() };
        let (mut digits, mut point) = (false, false);
        for token in tokens(section)? {
            match token {
                Token::Digit { always } => {
                    digits = true;
                    pattern.thousands = 0;
                    pattern.decimals.most += u32::from(point);
                    if always && point {
                        pattern.decimals.least = pattern.decimals.most;
                    }
                }
                Token::Point => point = true,
                Token::Comma if digits => pattern.thousands += 1,
                Token::Comma => {}
                Token::Percent => {
                    pattern.percent = true;
                    pattern.words(digits, '%');
                }
                Token::Words(word) => pattern.words(digits, word),
            }
        }
        digits.then_some(pattern)
    }

    fn words(&mut self, behind: bool, word: char) {
        if behind { &mut self.after } else { &mut self.before }.push(word);
    }

    /// The number as shown, without commas between thousands; `None` for numbers beyond 28 digits.
    pub(super) fn show(&self, value: f64) -> Option<String> {
        let mut number: Decimal = super::shown::general(value.abs()).parse().ok()?;
        if self.percent {
            number = number.checked_mul(Decimal::ONE_HUNDRED)?;
        }
        for _ in 0..self.thousands {
            number = number.checked_div(Decimal::ONE_THOUSAND)?;
        }
        let most = self.decimals.most;
        let shown =
            number.round_dp_with_strategy(most, RoundingStrategy::MidpointAwayFromZero).normalize();
        let decimals = shown.scale().max(self.decimals.least) as usize;
        let sign = if self.sign && !shown.is_zero() { "-" } else { "" };
        Some(format!("{sign}{}{shown:.decimals$}{}", self.before, self.after))
    }
}

/// The parts between semicolons that stand outside quotes.
fn sections(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut quoted, mut escaped) = (0, false, false);
    for (at, character) in code.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' if !quoted => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => {
                found.extend(code.get(start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    found.extend(code.get(start..));
    found
}

/// The tokens of one part; `None` when it holds something this reader does not show.
fn tokens(section: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut characters = section.chars();
    while let Some(character) = characters.next() {
        match character {
            '0' => found.push(Token::Digit { always: true }),
            '#' | '?' => found.push(Token::Digit { always: false }),
            '.' => found.push(Token::Point),
            ',' => found.push(Token::Comma),
            '%' => found.push(Token::Percent),
            '"' => found.extend(characters.by_ref().take_while(|c| *c != '"').map(Token::Words)),
            '\\' => found.extend(characters.next().map(Token::Words)),
            // A gap as wide as a character, and one that fills the cell.
            '_' | '*' => drop(characters.next()),
            '[' => {
                let inner: String = characters.by_ref().take_while(|c| *c != ']').collect();
                if inner.starts_with(['<', '>', '=']) {
                    return None;
                }
            }
            '/' | '@' | 'E' | 'e' | 'G' | 'g' => return None,
            other => found.push(Token::Words(other)),
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn show(code: &str, value: f64) -> Option<String> {
        Pattern::read(code, value < 0.0)?.show(value)
    }

    #[test]
    fn numbers_are_rounded_as_they_are_shown() {
        for (code, value, words) in [
            ("0%", 0.24, "24%"),
            ("0.00%", 0.24355, "24.36%"),
            ("0.0", 70.25, "70.3"),
            ("0.00", 2.675, "2.68"),
            ("#,##0.00", 1234.5, "1234.50"),
            ("0.0#", 1.5, "1.5"),
            ("0.0#", 1.256, "1.26"),
            ("0\"万人\"", 12.0, "12万人"),
            ("\\≥0.0_ ", 3.0, "≥3.0"),
            ("0.0,", 12_345.0, "12.3"),
            ("0.0;\\(0.0\\)", -1.24, "(1.2)"),
            ("0.00_);[Red]\\-0.00", -0.73, "-0.73"),
            ("0.0", -0.73, "-0.7"),
            ("0", -0.3, "0"),
        ] {
            assert_eq!(show(code, value).as_deref(), Some(words), "{code} {value}");
        }
    }

    #[test]
    fn what_is_not_shown_is_left_to_the_plain_number() {
        for code in ["General", "@", "# ?/?", "0.00E+00", "[>=100]0;0.0", "", "\"x\""] {
            assert_eq!(show(code, 0.5), None, "{code}");
        }
        assert_eq!(show("0.00", 1e40), None);
    }
}
