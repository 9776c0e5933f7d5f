//! Numbers as plans write them: digits with thousands marks, Chinese numerals, 万 and 亿.

use super::Decimal;

/// The value of `digits`, which may hold thousands marks and a point; `None` when it has more digits than a decimal.
pub(super) fn value_of_digits(digits: &str) -> Option<Decimal> {
    // The decimal type refuses .5, and plans print it.
    let read = |plain: &str| match plain.strip_prefix('.') {
        Some(_) => Decimal::from_str_exact(&format!("0{plain}")).ok(),
        None => Decimal::from_str_exact(plain).ok(),
    };
    if digits.contains(',') { read(&digits.replace(',', "")) } else { read(digits) }
}

/// The value of a number with a power of ten: 1E3, 5×10³, 5×10^3.
pub(super) fn scientific(word: &str) -> Option<Decimal> {
    let plain: String = word.chars().filter(|c| !c.is_whitespace()).map(lowered).collect();
    let (number, power) = match plain.split_once(['×', 'x', 'X', '*']) {
        Some((number, power)) => (number, power.strip_prefix("10")?.trim_start_matches('^')),
        None => plain.split_once(['e', 'E'])?,
    };
    let power: i32 = power.trim_start_matches('+').parse().ok()?;
    let ten =
        // Past 28 digits the product overflows and the number is unread, so higher powers need not be tried one by
        // one.
        (0..power.abs().min(40)).try_fold(Decimal::ONE, |ten, _| ten.checked_mul(Decimal::TEN));
    let (number, ten) = (value_of_digits(number)?, ten?);
    if power < 0 { number.checked_div(ten) } else { number.checked_mul(ten) }
}

/// A raised digit as a plain one.
fn lowered(character: char) -> char {
    match character {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_u32(character as u32 - 0x2070 + 0x30).unwrap_or(character),
        '⁻' => '-',
        other => other,
    }
}

/// The value of digits with several magnitudes, which must grow less: 1万2千, 3亿2000万, 5亿5千万.
pub(super) fn mixed(word: &str) -> Option<Decimal> {
    let (mut total, mut above, mut rest) = (Decimal::ZERO, Decimal::MAX, word);
    while !rest.is_empty() {
        let end = rest.find(|c| chinese_power(c).is_some())?;
        let (number, behind) = rest.split_at_checked(end)?;
        let next = behind.find(|c| chinese_power(c).is_none()).unwrap_or(behind.len());
        let (powers, behind) = behind.split_at_checked(next)?;
        let factor = factor_of_magnitude(powers)?;
        let part = value_of_digits(number)?.checked_mul(factor)?;
        // In 5百2千 the second power exceeds the first: one of the two is a slip, and the sum would hide it.
        if part >= above {
            return None;
        }
        (total, above, rest) = (total.checked_add(part)?, factor, behind);
    }
    Some(total)
}

/// The factor of a magnitude word: 万, 千亿, million.
pub(super) fn factor_of_magnitude(word: &str) -> Option<Decimal> {
    let word = word.trim().to_ascii_lowercase();
    let english = match word.as_str() {
        "hundred" => Some(100_i64),
        "thousand" | "k" => Some(1_000),
        "million" | "m" => Some(1_000_000),
        "billion" | "bn" => Some(1_000_000_000),
        "trillion" | "tn" => Some(1_000_000_000_000),
        _ => None,
    };
    if let Some(factor) = english {
        return Some(Decimal::from(factor));
    }
    word.chars().try_fold(Decimal::ONE, |product, character| {
        product.checked_mul(chinese_power(character).map(Decimal::from)?)
    })
}

/// The value of an English number word up to twelve.
pub(super) fn value_of_english_numeral(word: &str) -> Option<Decimal> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let at = WORDS.iter().position(|known| known.eq_ignore_ascii_case(word.trim()))?;
    i64::try_from(at).ok().map(|index| Decimal::from(index + 1))
}

/// The value of a Chinese numeral: 三千五百, 二十, 一点二, 二〇二五, 百.
pub(super) fn value_of_chinese_numeral(word: &str) -> Option<Decimal> {
    let (whole, fraction) = word.split_once(['点', '.']).unwrap_or((word, ""));
    // 二〇二五 is read digit by digit and 二十五 by its powers; no word is both.
    let whole = if is_positional(whole) { positional(whole)? } else { additive(whole)? };
    if fraction.is_empty() {
        return Some(whole);
    }
    let scale = u32::try_from(fraction.chars().count()).ok()?;
    let tail = positional(fraction)?;
    whole.checked_add(Decimal::try_from_i128_with_scale(tail.try_into().ok()?, scale).ok()?)
}

/// The power that a numeral ends with and that a range shares: the 万 of 三十万, the 千万 of 五千万; none of 二十, 一亿三千万, 万.
pub(super) fn shared_power(word: &str) -> Option<&str> {
    // 十 is not among them: in 一至二十 the one is one. Nor 十万: 一至二十万 begins at 1万, which its 万 alone
    // gives.
    const SHARED: [&str; 9] = ["百", "千", "万", "亿", "百万", "千万", "百亿", "千亿", "万亿"];
    let first =
        word.chars().next().filter(|c| chinese_digit(*c).is_some()).map_or(0, char::len_utf8);
    let powers = word.get(first..).filter(|powers| first > 0 && SHARED.contains(powers));
    if powers.is_some() {
        return powers;
    }
    // 一千五百万 shares its 万; in 一亿三千万 the 亿 has been counted already, so what a lower number would share is
    // not one power.
    let count = word.trim_end_matches(['万', '亿']);
    let is_plain = count.len() == word.len() || count.contains(['万', '亿']) || is_power(count);
    word.get(count.len()..).filter(|_| !is_plain)
}

/// Whether `word` is made of powers of ten only: 万, 千亿.
pub(super) fn is_power(word: &str) -> bool {
    word.chars().all(|character| chinese_power(character).is_some())
}

/// Whether digits stand one after another as in a year, 二〇二五; 三五 and 两三 are no number but about so many.
fn is_positional(word: &str) -> bool {
    // 三五家, 两三个 mean a few; a year has four digits, and a zero stands in no such pair.
    let is_long = word.chars().count() > 3 || word.contains(['〇', '○', '零']);
    is_long && word.chars().nth(1).is_some() && word.chars().all(|c| chinese_digit(c).is_some())
}

/// Digits read one after another.
fn positional(word: &str) -> Option<Decimal> {
    word.chars().try_fold(Decimal::ZERO, |value, character| {
        value.checked_mul(Decimal::TEN)?.checked_add(Decimal::from(chinese_digit(character)?))
    })
}

/// Digits with 十 百 千 inside sections closed by 万 and 亿; a last digit without 零 before it counts a tenth of the power
/// before it (三千五 is 3500), and two digits in a row (二三十) or a power nobody counts (九千万千) are no one number.
fn additive(word: &str) -> Option<Decimal> {
    let (mut total, mut section, mut pending) = (Decimal::ZERO, Decimal::ZERO, None);
    let mut last = Decimal::TEN;
    for (at, character) in word.char_indices() {
        if let Some(value) = chinese_digit(character) {
            // 二三十个 is anything from twenty to thirty, and both 20 and 23 would be made up. A zero is only passed
            // over, 一千零五.
            let joined = pending.is_some_and(|before: Decimal| !before.is_zero());
            if joined {
                return None;
            }
            // After 零 a digit counts ones: 一千零五 is 1005 and 一千五 is 1500.
            last = if value == 0 { Decimal::TEN } else { last };
            pending = Some(Decimal::from(value));
            continue;
        }
        if let Some(tens) = tens(character) {
            section = section.checked_add(tens)?;
            last = Decimal::TEN;
            continue;
        }
        let factor = Decimal::from(chinese_power(character)?);
        last = factor;
        let count = pending.take();
        if factor < Decimal::from(10_000) {
            let counted = count.filter(|count| !count.is_zero());
            // 千 or 百 without a count in mid-word, 九千万千, belongs to a unit (千瓦) or is a slip. 十 may stand
            // bare: 一百十五.
            if counted.is_none() && at > 0 && character != '十' {
                return None;
            }
            section = section.checked_add(counted.unwrap_or(Decimal::ONE).checked_mul(factor)?)?;
            continue;
        }
        total = close_section(total, section.checked_add(count.unwrap_or_default())?, factor)?;
        section = Decimal::ZERO;
    }
    let ones = pending.unwrap_or_default().checked_mul(last.checked_div(Decimal::TEN)?)?;
    total.checked_add(section)?.checked_add(ones)
}

/// What was counted, once 万 or 亿 closes a section: 八万五千 before 亿 is counted whole, two sections of one power are none.
fn close_section(total: Decimal, section: Decimal, factor: Decimal) -> Option<Decimal> {
    // A power that closes nothing counts one of itself: 万, 亿.
    if total.is_zero() {
        let count = if section.is_zero() { Decimal::ONE } else { section };
        return count.checked_mul(factor);
    }
    let whole = Decimal::from(100_000_000);
    let is_myriad = factor < whole;
    // 八万五千亿: 亿 counts all before it, the 万 too. 二万三万 would count a section in 万 twice.
    if total < whole && (!is_myriad || section.is_zero()) {
        return total.checked_add(section)?.checked_mul(factor);
    }
    // 一亿三千万: the 万 section stands behind 亿 and fits under it only while no other 万 does.
    let is_free = is_myriad && !section.is_zero() && (total % whole).is_zero();
    if is_free { total.checked_add(section.checked_mul(factor)?) } else { None }
}

/// 廿 and 卅, which hold their ten.
fn tens(character: char) -> Option<Decimal> {
    match character {
        '廿' => Some(Decimal::from(20)),
        '卅' => Some(Decimal::from(30)),
        _ => None,
    }
}

/// The value of one Chinese digit.
fn chinese_digit(character: char) -> Option<i64> {
    Some(match character {
        '〇' | '○' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The value of one power word.
fn chinese_power(character: char) -> Option<i64> {
    Some(match character {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_have_their_value() {
        for (word, value) in [
            ("三千", "3000"),
            ("百", "100"),
            ("十二", "12"),
            ("一百零五", "105"),
            ("两万三千", "23000"),
            ("一亿二千万", "120000000"),
            ("一点二", "1.2"),
            ("〇.五", "0.5"),
            ("二〇二五", "2025"),
            ("二○二五", "2025"),
            ("万亿", "1000000000000"),
            ("廿五", "25"),
            ("十二万五", "125000"),
            ("三千零五", "3005"),
            ("八万五千亿", "8500000000000"),
            ("一万二千亿", "1200000000000"),
            ("十三万亿", "13000000000000"),
            ("一亿零五百万", "105000000"),
            ("二亿九千万", "290000000"),
            ("三万万", "300000000"),
            ("一百十二", "112"),
        ] {
            assert_eq!(
                value_of_chinese_numeral(word),
                Decimal::from_str_exact(value).ok(),
                "{word}"
            );
        }
    }

    #[test]
    fn the_power_at_the_end_can_be_shared() {
        for (word, power) in [
            ("三十万", Some("万")),
            ("五千万", Some("千万")),
            ("三千", Some("千")),
            ("一千二百万", Some("万")),
            ("九百万亿", Some("万亿")),
            ("二十", None),
            ("一亿三千万", None),
            ("千万", None),
        ] {
            assert_eq!(shared_power(word), power, "{word}");
        }
    }

    #[test]
    fn several_magnitudes_are_added() {
        for (word, value) in
            [("1万2千", 12_000), ("5亿5千万", 550_000_000), ("3亿2000万", 320_000_000)]
        {
            assert_eq!(mixed(word), Some(Decimal::from(value)), "{word}");
        }
        assert_eq!(mixed("2千1万"), None);
    }

    #[test]
    fn too_large_is_no_number() {
        assert_eq!(value_of_digits(&"9".repeat(40)), None);
        assert_eq!(value_of_chinese_numeral(&"亿".repeat(40)), None);
        for word in ["二三十", "三五", "十七八", "两三", "三五百", "九千万千", "二万三万", "一亿万"]
        {
            assert_eq!(value_of_chinese_numeral(word), None, "{word}");
        }
    }
}
