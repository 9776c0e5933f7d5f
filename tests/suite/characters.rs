//! Every assigned character of the blocks plans use, put before, inside and behind a number, keeps it right or makes it unread.
//!
//! What is right is said here and nowhere taken from the reader.

#![expect(clippy::expect_used, reason = "a broken range must stop the test")]

use planlint::quantity::{Comparator, Decimal, Quantity, Reading, read_phrase};

/// First and last character of each block; those that no one has assigned are left out by `is_assigned`.
const BLOCKS: [(u32, u32); 20] = [
    (0x20, 0x7E),
    (0xA0, 0xFF),
    (0x2C6, 0x2DD),
    (0x300, 0x345),
    (0x391, 0x3C9),
    (0x2000, 0x2064),
    (0x2070, 0x209C),
    (0x20A0, 0x20C0),
    (0x2100, 0x214F),
    (0x2150, 0x218B),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2460, 0x24FF),
    (0x25A0, 0x25FF),
    (0x2600, 0x266F),
    (0x2776, 0x2793),
    (0x3000, 0x303F),
    (0x3200, 0x33FF),
    (0xFE50, 0xFE6B),
    (0xFF01, 0xFFE6),
];

const MINUS: &str = "-−–－﹣‐‑‒";
const LESS: &str = "<＜﹤";
const MORE: &str = ">＞﹥";
const AT_LEAST: &str = "≥≧≮";
const AT_MOST: &str = "≤≦≯";
const ABOUT: &str = "≈~～∼";
/// Blanks and marks that leave a number beside them as it is.
const BESIDE: &str = " \u{A0}\u{3000}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}";
const UNSEEN: &str =
    "\u{AD}\u{200B}\u{200C}\u{200D}\u{200E}\u{2060}\u{2061}\u{2062}\u{2063}\u{2064}\u{FEFF}";
const MONEY: &str = "$＄£￡€¥￥";
const STOPS: &str = ".．﹒,，﹐;；﹔。、";
const NOTES: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳¹²³⁰⁴⁵⁶⁷⁸⁹*＊∗⁎﹡";

/// Where a character was put.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Before,
    Inside,
    Behind,
}

/// How a phrase came out.
#[derive(Clone, Copy, Debug, Default)]
struct Share {
    right: usize,
    unread: usize,
}

fn is_assigned(code: u32) -> bool {
    !matches!(
        code,
        0x7F..=0x9F | 0x3A2 | 0x2065 | 0x2072 | 0x2073 | 0x208F | 0x209D..=0x209F | 0x3040 | 0x321F | 0xFE53
            | 0xFE67 | 0xFFBF..=0xFFC1 | 0xFFC8 | 0xFFC9 | 0xFFD0 | 0xFFD1 | 0xFFD8 | 0xFFD9 | 0xFFDD..=0xFFDF
    )
}

fn characters() -> impl Iterator<Item = char> {
    let codes = BLOCKS.into_iter().flat_map(|(first, last)| first..=last);
    codes.filter(|&code| is_assigned(code)).map(|code| char::from_u32(code).expect("a character"))
}

/// The ASCII digit that a character is a form of.
fn digit(character: char) -> Option<u32> {
    let wide = (character as u32).checked_sub('０' as u32).filter(|&digit| digit < 10);
    character.to_digit(10).or(wide)
}

/// What a reading states: its comparator and numbers.
fn stated(reading: &Reading) -> Option<(Comparator, Option<Decimal>, Option<Decimal>)> {
    let [Quantity { comparator, low, high, .. }] = reading.targets.as_slice() else { return None };
    Some((*comparator, *low, *high))
}

/// The readings of `number` (whose digits are `digits`) with `character` at `place` that everybody would call right.
fn right(
    number: Decimal,
    digits: &str,
    character: char,
    place: Place,
) -> Vec<(Comparator, Decimal)> {
    use Comparator as C;
    let within = |list: &str| list.contains(character);
    let parsed = |text: String| Decimal::from_str_exact(&text).expect("digits");
    let mut all = Vec::new();
    match (place, digit(character)) {
        (Place::Before, Some(digit)) => all.push((C::Reach, parsed(format!("{digit}{digits}")))),
        (Place::Behind, Some(digit)) => all.push((C::Reach, parsed(format!("{digits}{digit}")))),
        (Place::Inside, Some(digit)) => {
            all.push((C::Reach, parsed(digits.replacen('5', &format!("{digit}5"), 1))))
        }
        _ => {}
    }
    if within(UNSEEN) || within(BESIDE) && place != Place::Inside {
        all.push((C::Reach, number));
    }
    if place == Place::Before {
        all.extend(within(MINUS).then_some((C::Reach, -number)));
        all.extend(within(LESS).then_some((C::LessThan, number)));
        all.extend(within(MORE).then_some((C::MoreThan, number)));
        all.extend(within(AT_LEAST).then_some((C::AtLeast, number)));
        all.extend(within(AT_MOST).then_some((C::AtMost, number)));
        all.extend(within(ABOUT).then_some((C::Approx, number)));
        all.extend((within(MONEY) || within("+＋﹢=＝﹦")).then_some((C::Reach, number)));
        if within(".．﹒") {
            all.push((C::Reach, parsed(format!("0.{digits}"))));
        }
    }
    if place == Place::Inside && within("-−–－﹣‐‑‒—~～〜") {
        all.push((C::Range, Decimal::TWO));
    }
    if place == Place::Inside && within(":：∶﹕") {
        all.push((C::Reach, parsed("0.4".to_owned())));
    }
    // From one level to the next.
    if place == Place::Inside && within("→⇒") {
        all.push((C::Reach, parsed("5".to_owned())));
    }
    if place == Place::Inside && within("eEｅＥ") {
        all.push((C::Reach, Decimal::from(200_000)));
    }
    if place == Place::Inside && within(".．﹒,﹐") {
        all.push((C::Reach, parsed(digits.replacen('5', ".5", 1))));
    }
    if place == Place::Behind {
        all.extend((within(STOPS) || within(NOTES)).then_some((C::Reach, number)));
        all.extend(within("+＋﹢").then_some((C::AtLeast, number)));
        // Units and magnitudes, as printed behind a number.
        all.extend(within("%％﹪‰‱℃℉㎡㎢").then_some((C::Reach, number)));
        all.extend(within("kｋ").then_some((C::Reach, number * Decimal::ONE_THOUSAND)));
    }
    all
}

/// Asserts how a phrase reads and counts it.
fn tried(
    phrase: &str,
    right: &[(Comparator, Decimal)],
    share: &mut Share,
    wrong: &mut Vec<String>,
) {
    let reading = read_phrase(phrase);
    if reading.targets.is_empty() {
        share.unread += 1;
        return;
    }
    let fits = stated(&reading).is_some_and(|(comparator, low, high)| {
        let number = low.or(high);
        right.iter().any(|&(wanted, value)| wanted == comparator && number == Some(value))
    });
    if fits {
        share.right += 1;
    } else {
        wrong.push(format!("{phrase} {:?}", stated(&reading)));
    }
}

#[test]
fn every_character_leaves_a_number_right_or_makes_it_unread() {
    let count = characters().count();
    assert!(count >= 1_000, "{count} characters");
    let mut wrong = Vec::new();
    let mut shares = [Share::default(); 3];
    for character in characters() {
        for (digits, tail) in [("5", ""), ("25", "%"), ("25", "个以上"), ("25", " percent")] {
            let number = Decimal::from_str_exact(digits).expect("digits");
            for (place, share) in
                [Place::Before, Place::Inside, Place::Behind].into_iter().zip(&mut shares)
            {
                let phrase = match place {
                    Place::Before => format!("{character}{digits}{tail}"),
                    Place::Inside if digits.len() > 1 => format!("2{character}5{tail}"),
                    Place::Inside => continue,
                    Place::Behind => format!("{digits}{tail}{character}"),
                };
                let mut right = right(number, digits, character, place);
                settle(&mut right, character, place, tail);
                tried(&phrase, &right, share, &mut wrong);
            }
        }
    }
    for (place, Share { right, unread }) in
        [Place::Before, Place::Inside, Place::Behind].iter().zip(shares)
    {
        println!("{place:?}: {count} characters, {right} right, {unread} unread");
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
    // A reader that reads nothing would pass all the above.
    assert!(shares.iter().all(|share| share.right >= 40), "{shares:?}");
}

/// What the words behind the number make of the readings.
fn settle(right: &mut Vec<(Comparator, Decimal)>, character: char, place: Place, tail: &str) {
    use Comparator as C;
    let magnitude = if tail == "万吨" { Decimal::from(10_000) } else { Decimal::ONE };
    for (comparator, number) in right.iter_mut() {
        *number *= magnitude;
        let plain = matches!(comparator, C::Reach | C::AtLeast | C::MoreThan);
        if plain && tail == "个以上" {
            *comparator = if *comparator == C::MoreThan { C::MoreThan } else { C::AtLeast };
        }
    }
    if place == Place::Behind && !tail.is_empty() {
        // Letters grown on a word are another word.
        let word = tail.ends_with(|c: char| c.is_ascii_lowercase());
        let ascii = matches!(character, 'a'..='z' | 'A'..='Z' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ');
        right.extend((word && ascii).then_some((C::Reach, Decimal::from(25))));
        // A digit, unit or magnitude belongs to the number only where it stands at it.
        right.retain(|_| digit(character).is_none() && !"%％﹪‰℃㎡㎢".contains(character));
        right.retain(|&(comparator, _)| {
            comparator != C::AtLeast
                || tail.contains('上')
                || tail.contains("more")
                || "+＋﹢".contains(character)
        });
    }
}
