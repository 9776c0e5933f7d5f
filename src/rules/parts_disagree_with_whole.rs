//! The three industries against the regional product: growths that no weights can join, and shares that do not make a whole.

use serde::Serialize;

use crate::{
    catalogue::NameKey,
    finding::{Compared, Draft, Drafts, ExactNumber, StatedValue},
    model::{Growth, Model, PlanId, Role, Statement},
    quantity::{Basis, Comparator, Decimal},
    rulebook::{
        Context, StatementFacts, compare_statements, stated_value, subject_of, tell_statement,
    },
};

/// How the three industries are called, each in full and in short.
const INDUSTRIES: [&[&str]; 3] = [
    &["第一产业", "一产", "primary industry"],
    &["第二产业", "二产", "secondary industry"],
    &["第三产业", "三产", "服务业", "tertiary industry"],
];
/// What may stand behind the name of an industry: its output is meant either way.
const OUTPUT: &str = "增加值";
/// How the whole is called.
const WHOLE: [&str; 6] =
    ["地区生产总值", "国内生产总值", "生产总值", "gdp", "regional gdp", "gross regional product"];
/// What stands behind the name of an industry that is given as a share of the whole.
const SHARES: [&str; 9] = [
    "占比",
    "比重",
    "占gdp比重",
    "占gdp的比重",
    "占地区生产总值比重",
    "占地区生产总值的比重",
    "占生产总值比重",
    "占生产总值的比重",
    "占国内生产总值比重",
];

/// Reports each year, and each average of years, in which the parts all grow faster or all grow slower than the whole, and each
/// year whose shares do not come to 100.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let growths = model.growths(plan);
    let mut seen: Vec<&Growth> = Vec::new();
    for whole in growths.iter().filter(|growth| WHOLE.contains(&&*growth.of)) {
        // The table goes before the text that repeats it.
        if seen.iter().any(|earlier| are_together(earlier, whole)) {
            continue;
        }
        seen.push(whole);
        let part = |industry: usize| {
            let mut beside = growths.iter().filter(|growth| are_together(growth, whole));
            beside.find(|growth| industry_of(&growth.of).is_some_and(|(at, _)| at == industry))
        };
        let (Some(one), Some(two), Some(three)) = (part(0), part(1), part(2)) else { continue };
        if let Some(case) = case_of_growths(model, whole, [one, two, three]) {
            let parts = [one, two, three].map(|part| part.statement);
            drafts.push(draft_growths(model, case, whole.statement, parts));
        }
    }
    report_shares(model, plan, drafts);
}

/// Whether two growths are of the same years and region, and both planned or both reported.
fn are_together(one: &Growth, two: &Growth) -> bool {
    let place = |growth: &Growth| {
        let said = growth.statement;
        (growth.first, growth.last, said.region, said.measure.scope, said.role == Role::Target)
    };
    place(one) == place(two)
}

/// The industry a name begins with, and what stands behind it, 增加值 left out.
fn industry_of(name: &str) -> Option<(usize, &str)> {
    let begins = |(at, words): (usize, &&[&str])| {
        let rest = words.iter().find_map(|word| name.strip_prefix(word))?;
        Some((at, rest.strip_prefix(OUTPUT).unwrap_or(rest)))
    };
    INDUSTRIES.iter().enumerate().find_map(begins)
}

/// Whether a number may come out higher than printed, or lower, and still be what was said.
fn is_open(said: &Statement, upwards: bool) -> bool {
    let comparator = said.quantity.as_ref().map(|quantity| quantity.comparator);
    match comparator {
        Some(Comparator::AtLeast | Comparator::MoreThan) => upwards,
        Some(Comparator::AtMost | Comparator::LessThan) => !upwards,
        Some(Comparator::Reach | Comparator::Approx) => false,
        // Two ends, words: nothing is worked out from them.
        _ => true,
    }
}

fn case_of_growths(model: &Model, whole: &Growth, parts: [&Growth; 3]) -> Option<&'static str> {
    // What has other names than those of the three industries is another thing: 第二产业投资.
    if parts.iter().any(|part| industry_of(&part.of).is_none_or(|(_, rest)| !rest.is_empty())) {
        return None;
    }
    let all = parts.iter().chain([&whole]);
    // The finest digit of the four: 6 beside 5.5 is 6.0.
    let rounded = all.map(|one| model.half_printed_digit(one.statement, one.rate)).min()?;
    let above = |part: &Growth| part.rate.checked_sub(whole.rate);
    let [first, second, third] = parts.map(above);
    let apart = [first?, second?, third?];
    let apart_beyond = |sign: Decimal| -> Option<bool> {
        let signed = apart.map(|gap| gap * sign);
        let none_across = signed.iter().all(|gap| *gap >= Decimal::ZERO);
        // Each of the second and third industry is a quarter of the whole or more nearly everywhere, and the first may be next
        // to nothing: what stands apart by eight half digits moves the whole by more than both can be rounded.
        let enough = rounded.checked_mul(Decimal::from(8))?;
        let large = signed.iter().skip(1).any(|gap| *gap >= enough);
        let every = rounded.checked_mul(Decimal::TWO)?;
        let clearly = signed.iter().all(|gap| *gap > every);
        Some(none_across && (large || clearly))
    };
    let closed = |upwards: bool| {
        let parts_hold = parts.iter().all(|part| !is_open(part.statement, !upwards));
        parts_hold && !is_open(whole.statement, upwards)
    };
    if apart_beyond(Decimal::ONE)? && closed(true) {
        return Some("faster");
    }
    (apart_beyond(Decimal::NEGATIVE_ONE)? && closed(false)).then_some("slower")
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct PartsFacts {
    parts: [StatementFacts; 3],
    #[serde(skip_serializing_if = "Option::is_none")]
    whole: Option<StatementFacts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sum: Option<ExactNumber>,
}

fn draft_growths(
    model: &Model,
    case: &'static str,
    whole: &Statement,
    parts: [&Statement; 3],
) -> Draft {
    // The part that is nearest to the whole shows how far they are apart at least.
    let gap = |part: &&Statement| {
        let gap = part.number.zip(whole.number).and_then(|(part, whole)| part.checked_sub(whole));
        gap.unwrap_or_default().abs()
    };
    let farthest = parts.iter().map(gap).max().unwrap_or_default();
    let [first, ..] = parts;
    parts.iter().fold(
        Draft::new(case, subject_of(model, whole), model.place(whole))
            .compares(compare_statements(model, whole, first).apart(farthest, "%".into()))
            .tells(PartsFacts {
                parts: parts.map(|part| tell_statement(model, part)),
                whole: Some(tell_statement(model, whole)),
                sum: None,
            }),
        |draft, part| draft.note("part", model.place(part), PartFacts::of(model, part)),
    )
}

/// What the note at one part can say.
#[derive(Debug, Serialize)]
struct PartFacts {
    part: StatementFacts,
}

impl PartFacts {
    fn of(model: &Model, part: &Statement) -> Self {
        Self { part: tell_statement(model, part) }
    }
}

fn report_shares(model: &Model, plan: PlanId, drafts: &mut Drafts) {
    let shares: Vec<(usize, &Statement)> = model
        .statements(plan)
        .filter_map(|(_, said)| Some((share_of(model, said)?, said)))
        .collect();
    let mut seen: Vec<&Statement> = Vec::new();
    for &(_, first) in shares.iter().filter(|(industry, _)| *industry == 0) {
        if seen.iter().any(|earlier| is_beside(earlier, first)) {
            continue;
        }
        seen.push(first);
        let part = |industry: usize| {
            let mut beside =
                shares.iter().filter(|(at, said)| *at == industry && is_beside(said, first));
            beside.next().map(|(_, said)| *said)
        };
        let (Some(second), Some(third)) = (part(1), part(2)) else { continue };
        let parts = [first, second, third];
        if let Some(sum) = sum_apart(model, parts) {
            drafts.push(draft_shares(model, parts, sum));
        }
    }
}

fn is_beside(one: &Statement, two: &Statement) -> bool {
    let place =
        |said: &Statement| (said.year, said.region, said.measure.scope, said.role == Role::Target);
    place(one) == place(two)
}

/// The industry whose share of the whole a statement gives.
fn share_of(model: &Model, said: &Statement) -> Option<usize> {
    let percent = said.unit.as_ref().is_some_and(|unit| &*unit.name == "%");
    let plain = percent && said.is_level() && said.condition().is_none();
    let name = NameKey::of(model.printed_name(said)).0;
    let (industry, rest) = industry_of(&name)?;
    (plain && said.measure.basis == Basis::Stock && SHARES.contains(&rest)).then_some(industry)
}

/// What three shares come to, where that is not 100 whatever was rounded.
fn sum_apart(model: &Model, parts: [&Statement; 3]) -> Option<Decimal> {
    let mut sum = Decimal::ZERO;
    let (mut least, mut most) = (Some(Decimal::ZERO), Some(Decimal::ZERO));
    for part in parts {
        let number = part.number?;
        let slack = slack_of_share(model, part, number)?;
        sum = sum.checked_add(number)?;
        let ends = (number.checked_sub(slack)?, number.checked_add(slack)?);
        least = least.filter(|_| !is_open(part, false)).and_then(|sum| sum.checked_add(ends.0));
        most = most.filter(|_| !is_open(part, true)).and_then(|sum| sum.checked_add(ends.1));
    }
    let over = least.is_some_and(|least| least > Decimal::ONE_HUNDRED);
    let under = most.is_some_and(|most| most < Decimal::ONE_HUNDRED);
    (over || under).then_some(sum)
}

/// How far a share may lie from its number: by half a printed digit, and under 左右 as far as its own set reaches on the side
/// where it ends.
fn slack_of_share(model: &Model, part: &Statement, number: Decimal) -> Option<Decimal> {
    let rounded = model.half_printed_digit(part, number);
    let about = part.quantity.as_ref().map(|q| q.comparator) == Some(Comparator::Approx);
    // The set of a plain number has one side as well, the better one; it leaves no room on the other.
    let ends = part.interval().filter(|_| about).map(|set| [set.low, set.high]);
    let mut reach = rounded;
    for end in ends.into_iter().flatten().flatten() {
        reach = reach.max(end.value.checked_sub(number)?.abs());
    }
    Some(reach)
}

fn draft_shares(model: &Model, parts: [&Statement; 3], sum: Decimal) -> Draft {
    let [first, second, third] = parts;
    let gap = sum.checked_sub(Decimal::ONE_HUNDRED).unwrap_or_default().abs();
    let whole = StatedValue::reckoned(sum, "%".into());
    Draft::new("shares", subject_of(model, first), model.place(first))
        .compares(Compared::two(stated_value(model, first), whole).apart(gap, "%".into()))
        .tells(PartsFacts {
            parts: parts.map(|part| tell_statement(model, part)),
            whole: None,
            sum: Some(sum.into()),
        })
        .note("part", model.place(second), PartFacts::of(model, second))
        .note("part", model.place(third), PartFacts::of(model, third))
}
