//! Phrases that are easily read as another number: each must read as the list says, or be said to be unread where it allows that.

#![expect(clippy::expect_used, reason = "a broken list must stop the test")]

use planlint::{
    quantity::{Comparator, Decimal, Quantity, Reading, Relative, Unit, read_phrase},
    text::Keyed,
};

/// Phrase, the readings that are right (`|` between them, ` ; ` between targets), kind.
const TRAPS: &str = include_str!("../phrase-traps.tsv");

/// The words of a list that stand before a number, longest first.
const SIGNS: [(&str, Comparator); 7] = [
    ("approx", Comparator::Approx),
    ("rank", Comparator::RankEqual),
    ("all", Comparator::All),
    ("ge", Comparator::AtLeast),
    ("gt", Comparator::MoreThan),
    ("le", Comparator::AtMost),
    ("lt", Comparator::LessThan),
];

/// Whether `reading` is what the list writes as `wanted`.
fn says(reading: &Reading, wanted: &str) -> bool {
    if wanted == "none" {
        return reading.targets.is_empty();
    }
    let wanted: Vec<&str> = wanted.split(" ; ").collect();
    wanted.len() == reading.targets.len()
        && wanted.iter().zip(&reading.targets).all(|(wanted, target)| is(target, wanted))
}

/// Whether one target is `[sign]number[..number][@year][ by change][ from start][ unit words]`.
fn is(target: &Quantity, wanted: &str) -> bool {
    let (wanted, unit) = split(wanted, " unit ");
    let printed = target.unit.as_ref().map(Unit::words);
    if unit.is_some_and(|unit| printed.as_deref() != Some(unit)) {
        return false;
    }
    let (wanted, start) = split(wanted, " from ");
    let (wanted, change) = split(wanted, " by ");
    let (wanted, year) = split(wanted, "@");
    let told = start.is_none_or(|start| same(target.start, start))
        && change.is_none_or(|change| same(target.change, change))
        && year
            .is_none_or(|year| target.year.map(|year| year.to_string()).as_deref() == Some(year));
    let against = matches!(target.relative, Some(Relative::Base { .. }));
    if let Some(change) = wanted.strip_prefix("change") {
        return told && against && same(target.low.or(target.high), change);
    }
    if against {
        return false;
    }
    if let Some((low, high)) = wanted.split_once("..") {
        let range = target.comparator == Comparator::Range;
        return told && range && same(target.low, low) && same(target.high, high);
    }
    let sign = SIGNS.iter().find(|(word, _)| wanted.starts_with(word));
    let (word, comparator) = sign.map_or(("", Comparator::Reach), |&(word, sign)| (word, sign));
    let ranked = comparator == Comparator::RankEqual && target.comparator == Comparator::RankAtMost;
    let number = target.low.or(target.high);
    told && (target.comparator == comparator || ranked) && same(number, &wanted[word.len()..])
}

fn split<'a>(text: &'a str, sign: &str) -> (&'a str, Option<&'a str>) {
    text.split_once(sign).map_or((text, None), |(text, rest)| (text, Some(rest)))
}

fn same(number: Option<Decimal>, wanted: &str) -> bool {
    let wanted = Decimal::from_str_exact(wanted).expect("the list holds numbers");
    number.is_some_and(|number| number.round_dp(10) == wanted.round_dp(10))
}

#[test]
fn every_trap_reads_as_the_list_says() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in TRAPS.lines().skip(1) {
        let mut cells = line.split('\t');
        let (phrase, wanted) = (cells.next().expect("a phrase"), cells.next().expect("a reading"));
        count += 1;
        let phrase = unescaped(phrase);
        let reading = read_phrase(&phrase);
        if !wanted.split('|').any(|wanted| says(&reading, wanted)) {
            let got: Vec<String> = reading.targets.iter().map(shown).collect();
            wrong.push(format!("{phrase}\twanted {wanted}\tgot {:?} {got:?}", reading.kind));
        }
    }
    assert!(count >= 150, "{count} traps");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

/// `phrase` with each `<U+200B>` as the character it names, which nobody would see in the list.
fn unescaped(phrase: &str) -> String {
    let mut text = String::new();
    let mut rest = phrase;
    while let Some((before, (code, behind))) =
        rest.split_once("<U+").and_then(|(before, rest)| Some((before, rest.split_once('>')?)))
    {
        let code = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        text.push_str(before);
        text.push(code.expect("the list names characters"));
        rest = behind;
    }
    text + rest
}

fn shown(target: &Quantity) -> String {
    let end = |end: Option<Decimal>| end.map(|end| end.to_string()).unwrap_or_default();
    let (low, high) = (end(target.low), end(target.high));
    let kept = (target.year, target.change, target.start);
    format!("{} {low}..{high} {:?} {kept:?}", target.comparator.key(), target.relative)
}

#[test]
fn what_cannot_be_read_names_the_words_that_stopped_it() {
    for (phrase, words) in [
        ("★25", "★"),
        ("达到25%★", "★"),
        ("#DIV/0!", "#DIV/0!"),
        ("2025年12月31日前完成", "2025年12月31日前"),
        ("25或30", "或"),
        ("25 or 30", "or"),
        ("one in five homes", "in"),
        ("２5→", "→"),
        ("占比34,96%", "34,96%"),
        ("70（待定）", "70（待定）"),
        ("70（ 待定）", "70（ 待定）"),
        ("25%的2倍", "25%的2倍"),
        ("25%的5%", "25%的5%"),
        ("翻一番50", "翻一番"),
        ("to 490 from 699", "from"),
    ] {
        let reading = read_phrase(phrase);
        assert!(reading.targets.is_empty(), "{phrase}: {reading:?}");
        let stopped = reading.stopped.map(|span| span.of(phrase));
        assert_eq!(stopped, Some(words), "{phrase}");
    }
    assert_eq!(read_phrase("达到25%").stopped, None);
}
