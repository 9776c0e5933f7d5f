//! A count in the figures that a list asks for.

/// The ten digits of one kind.
type DigitSet = [char; 10];

const PLAIN: DigitSet = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const WIDE: DigitSet = ['０', '１', '２', '３', '４', '５', '６', '７', '８', '９'];
const COUNTING: (DigitSet, [&str; 3]) =
    (['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'], ["十", "百", "千"]);
const LEGAL: (DigitSet, [&str; 3]) =
    (['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'], ["拾", "佰", "仟"]);
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";
const ROMAN: &[(u32, &str)] = &[
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// The number `count` in the figures `kind`, as the format names them; plain digits for kinds that no plan uses.
pub(super) fn list_number(kind: &str, count: u32) -> String {
    let written = match kind {
        "none" => Some(String::new()),
        "decimalZero" => Some(format!("{count:02}")),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => as_spoken_number(count, &COUNTING),
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => {
            as_spoken_number(count, &LEGAL)
        }
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            Some(as_single_digits(count, &PLAIN))
        }
        "decimalFullWidth" | "decimalFullWidth2" => Some(as_single_digits(count, &WIDE)),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => as_enclosed_number('①', count),
        "decimalEnclosedParen" => as_enclosed_number('⑴', count),
        "decimalEnclosedFullstop" => as_enclosed_number('⒈', count),
        "ideographTraditional" => nth_sign(STEMS, count),
        "ideographZodiac" => nth_sign(BRANCHES, count),
        "upperLetter" => as_letters(b'A', count),
        "lowerLetter" => as_letters(b'a', count),
        "upperRoman" => Some(roman(count)),
        "lowerRoman" => Some(roman(count).to_lowercase()),
        _ => None,
    };
    written.unwrap_or_else(|| count.to_string())
}

/// As it is spoken: 十, 二十一, 一百零三; none from ten thousand on.
fn as_spoken_number(count: u32, (digits, places): &(DigitSet, [&str; 3])) -> Option<String> {
    // From the thousands down with one 零 for a gap of any length: 一千零三.
    let mut text = String::new();
    let (mut gap, mut started) = (false, false);
    for (divisor, place) in [(1000, places[2]), (100, places[1]), (10, places[0]), (1, "")] {
        let digit = count / divisor % 10;
        if digit == 0 {
            gap = started;
            continue;
        }
        if gap {
            text.push(digits[0]);
        }
        // 十一, and not 一十一, below a hundred.
        if !(digit == 1 && divisor == 10 && !started) {
            text.push(*digits.get(digit as usize)?);
        }
        text.push_str(place);
        (gap, started) = (false, true);
    }
    (1..10_000).contains(&count).then_some(text)
}

fn as_single_digits(count: u32, digits: &DigitSet) -> String {
    let shown = count.to_string();
    shown.chars().filter_map(|digit| digits.get(digit.to_digit(10)? as usize)).collect()
}

/// The character `count - 1` places behind `first`; the rows of enclosed numbers end at 20.
fn as_enclosed_number(first: char, count: u32) -> Option<String> {
    let place = count.checked_sub(1).filter(|place| *place < 20)?;
    char::from_u32(u32::from(first) + place).map(String::from)
}

fn nth_sign(row: &str, count: u32) -> Option<String> {
    row.chars().nth(count.checked_sub(1)? as usize).map(String::from)
}

/// A to Z, then AA to ZZ.
fn as_letters(first: u8, count: u32) -> Option<String> {
    let place = count.checked_sub(1)?;
    let times = usize::try_from(place / 26 + 1).ok().filter(|times| *times <= 4)?;
    let letter = char::from(first + u8::try_from(place % 26).ok()?);
    // AA, BB, CC, as Word counts, and not AA, AB as columns of a sheet; four letters is a choice.
    Some(letter.to_string().repeat(times))
}

fn roman(mut count: u32) -> String {
    let mut text = String::new();
    // Word counts no further than that.
    count = count.min(32_767);
    for (value, letters) in ROMAN {
        while count >= *value {
            text.push_str(letters);
            count -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::list_number;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let cases = [
            ("chineseCounting", 1, "一"),
            ("chineseCounting", 10, "十"),
            ("chineseCountingThousand", 11, "十一"),
            ("chineseCountingThousand", 20, "二十"),
            ("chineseCountingThousand", 103, "一百零三"),
            ("chineseCountingThousand", 110, "一百一十"),
            ("chineseLegalSimplified", 21, "贰拾壹"),
            ("ideographDigital", 20, "二〇"),
            ("decimalFullWidth", 12, "１２"),
            ("decimalEnclosedCircle", 20, "⑳"),
            ("decimalEnclosedCircle", 21, "21"),
            ("ideographTraditional", 3, "丙"),
            ("upperLetter", 27, "AA"),
            ("lowerRoman", 14, "xiv"),
            ("decimalZero", 7, "07"),
            ("decimal", 7, "7"),
            ("none", 7, ""),
        ];
        for (kind, count, written) in cases {
            assert_eq!(list_number(kind, count), written, "{kind} {count}");
        }
    }
}
