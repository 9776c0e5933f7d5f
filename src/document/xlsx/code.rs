//! Number format codes such as `0.0%;[Red](0.0%)` and `0\.0,"万"`, taken apart.

/// A longer code is no format, in bytes; Excel allows 255 characters.
// A choice, four times as long as what Excel allows, since bytes are counted and a Chinese sign takes
// three.
const LONGEST: usize = 1024;

/// A format code.
#[derive(Debug, PartialEq)]
pub(super) struct FormatCode {
    /// The parts between semicolons.
    pub(super) sections: Vec<FormatSection>,
}

/// The part of a code that shows some numbers.
#[derive(Debug, Default, PartialEq)]
pub(super) struct FormatSection {
    /// Which numbers it shows, when it says so.
    pub(super) condition: Option<(Test, f64)>,
    /// What it is made of.
    pub(super) marks: Vec<FormatMark>,
    /// The units of date and time that it shows: `ymdhs`, and `n` for minutes.
    pub(super) date: String,
}

/// How a condition compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Test {
    /// `=`
    Equal,
    /// `<>`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

/// One mark of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FormatMark {
    /// `0`, `#` or `?`: whether a zero is shown there.
    Digit(bool),
    /// `.`
    Point,
    /// `,`
    Comma,
    /// `%`
    Percent,
    /// `E+00`
    Power,
    /// `/` between digits.
    Fraction,
    /// `General`
    General,
    /// `@`
    Text,
    /// A character that is shown as it is.
    Word(char),
}

impl FormatCode {
    /// Takes `code` apart; `None` when it is no format.
    pub(super) fn read(code: &str) -> Option<Self> {
        if code.len() > LONGEST {
            return None;
        }
        let sections: Option<Vec<FormatSection>> =
            split_sections(code).into_iter().map(FormatSection::read).collect();
        sections.filter(|sections| sections.len() <= 4).map(|sections| Self { sections })
    }
}

impl Test {
    /// Whether `value` passes beside `bound`.
    pub(super) fn holds(self, value: f64, bound: f64) -> bool {
        match self {
            Self::Equal => value == bound,
            Self::Unequal => value != bound,
            Self::Less => value < bound,
            Self::AtMost => value <= bound,
            Self::More => value > bound,
            Self::AtLeast => value >= bound,
        }
    }
}

impl FormatSection {
    fn read(text: &str) -> Option<Self> {
        let mut section = Self::default();
        let mut rest = text;
        while let Some(character) = rest.chars().next() {
            let behind = rest.get(character.len_utf8()..).unwrap_or_default();
            rest = match character {
                '"' => section.quoted(behind),
                '\\' | '!' => section.escaped(behind),
                // A gap as wide as a character, and one that fills the cell.
                '_' | '*' => behind.get(length_of_first_character(behind)..).unwrap_or_default(),
                '[' => section.bracket(behind)?,
                _ => section.plain(character, rest, behind),
            };
        }
        Some(section)
    }

    fn quoted<'a>(&mut self, behind: &'a str) -> &'a str {
        let (words, rest) = behind.split_once('"').unwrap_or((behind, ""));
        self.marks.extend(words.chars().map(FormatMark::Word));
        rest
    }

    fn escaped<'a>(&mut self, behind: &'a str) -> &'a str {
        self.marks.extend(behind.chars().next().map(FormatMark::Word));
        behind.get(length_of_first_character(behind)..).unwrap_or_default()
    }

    /// `[Red]`, `[>=100]`, `[$¥-804]`, `[h]`; `None` for what is none of them.
    fn bracket<'a>(&mut self, behind: &'a str) -> Option<&'a str> {
        let (inner, rest) = behind.split_once(']')?;
        if let Some(money) = inner.strip_prefix('$') {
            let sign = money.split('-').next().unwrap_or_default();
            self.marks.extend(sign.chars().map(FormatMark::Word));
        } else if inner.starts_with(['<', '>', '=']) {
            self.condition = Some(condition(inner)?);
        } else if let Some(unit) = elapsed(inner) {
            self.date.push(unit);
        // `[Red]` and `[DBNum1]` change how a number looks; a bracket that is neither may change what it
        // says.
        } else if !inner.chars().all(|character| character.is_alphanumeric() || character == ' ') {
            return None;
        }
        Some(rest)
    }

    fn plain<'a>(&mut self, character: char, from: &'a str, behind: &'a str) -> &'a str {
        for word in ["General", "G/通用格式"] {
            if from.get(..word.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(word)) {
                self.marks.push(FormatMark::General);
                return from.get(word.len()..).unwrap_or_default();
            }
        }
        match character {
            '0' => self.marks.push(FormatMark::Digit(true)),
            '#' | '?' => self.marks.push(FormatMark::Digit(false)),
            '.' => self.marks.push(FormatMark::Point),
            ',' => self.marks.push(FormatMark::Comma),
            '%' => self.marks.push(FormatMark::Percent),
            '@' => self.marks.push(FormatMark::Text),
            // Before any digit a slash is a word: 元/㎡.
            '/' if self.marks.iter().any(|mark| matches!(mark, FormatMark::Digit(_))) => {
                self.marks.push(FormatMark::Fraction);
            }
            'E' | 'e' if behind.starts_with(['+', '-']) => {
                self.marks.push(FormatMark::Power);
                return behind.get(1..).unwrap_or_default().trim_start_matches(['0', '#', '?']);
            }
            'y' | 'Y' | 'e' | 'E' => self.date.push('y'),
            // m is a month, but minutes behind hours.
            'm' | 'M' => self.date.push(if self.date.ends_with(['h', 'n']) { 'n' } else { 'm' }),
            'd' | 'D' | 'a' | 'A' => self.date.push('d'),
            'h' | 'H' => self.date.push('h'),
            's' | 'S' => self.second(),
            other => self.marks.push(FormatMark::Word(other)),
        }
        behind
    }

    /// Seconds: the `m` before them stands for minutes.
    fn second(&mut self) {
        let before = self.date.trim_end_matches('m').to_owned();
        let minutes = self.date.len() - before.len();
        self.date = before + &"n".repeat(minutes) + "s";
    }
}

/// The parts between semicolons that stand outside quotes.
fn split_sections(code: &str) -> Vec<&str> {
    // A semicolon in quotes is a word: `0";"`.
    let mut found = Vec::new();
    let (mut start, mut quoted, mut escaped) = (0, false, false);
    for (at, character) in code.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' | '!' if !quoted => escaped = true,
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

/// How many bytes the first character takes.
fn length_of_first_character(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

fn condition(inner: &str) -> Option<(Test, f64)> {
    let tests = [
        ("<>", Test::Unequal),
        ("<=", Test::AtMost),
        (">=", Test::AtLeast),
        ("<", Test::Less),
        (">", Test::More),
        ("=", Test::Equal),
    ];
    let (rest, test) =
        tests.iter().find_map(|(sign, test)| Some((inner.strip_prefix(sign)?, *test)))?;
    Some((test, rest.trim().parse().ok()?))
}

/// `h`, `mm`, `ss` in square brackets: hours, minutes or seconds that do not begin again.
fn elapsed(inner: &str) -> Option<char> {
    let unit = inner.chars().next()?.to_ascii_lowercase();
    let is_one = inner.chars().all(|character| character.eq_ignore_ascii_case(&unit));
    match unit {
        'h' | 's' if is_one => Some(unit),
        'm' if is_one => Some('n'),
        _ => None,
    }
}
