//! Whether a plan's own value has come up to the one that a meeting agreed on.

use crate::{
    finding::{Compared, StatedValue},
    quantity::{Comparator, Decimal, Direction, Quantity, read_unit},
};

use super::values::{
    count_meant, number_of_level, one_number, phrase_units_meet, same_words, sides_meet,
};

/// Whether the own value of `compared` is at least as strong as `agreed`; where no way is the better one, whether it is the
/// same.
pub(super) fn has_reached(compared: &Compared, agreed: &str) -> bool {
    // So many rows without a unit: fewer are better, whatever the direction of an indicator.
    if let Some(count) = compared.count {
        return count_meant(agreed).is_some_and(|agreed| count <= agreed);
    }
    let Some(own) = &compared.own else { return false };
    let stronger = |own: Decimal, agreed: Decimal| match compared.direction {
        Some(Direction::Higher) => own >= agreed,
        Some(Direction::Lower) => own <= agreed,
        Some(Direction::Neither) | None => own == agreed,
    };
    same_words(&own.words, agreed)
        || numbers(own, agreed).is_some_and(|(own, agreed)| stronger(own, agreed))
}

/// The own number and the agreed one in one unit; `None` where the two phrases are not of one kind.
fn numbers(own: &StatedValue, agreed: &str) -> Option<(Decimal, Decimal)> {
    let (stated, agreed) = (one_number(&own.words)?, one_number(agreed)?);
    // 24.8左右 falls short of 24.8, and 下降5% is not held against 5%.
    let softer = stated.comparator == Comparator::Approx && agreed.comparator != Comparator::Approx;
    let alike = stated.relative == agreed.relative && stated.condition == agreed.condition;
    if softer || !alike || !sides_meet(&stated, &agreed) {
        return None;
    }
    let numbers = match own.number.filter(|_| agreed.relative.is_none()) {
        // The number as the plan was understood, for the unit may stand in the name of the row and not in the cell.
        Some(own_number) => Some((own_number, number_in_unit(&agreed, &own.unit)?)),
        None => {
            phrase_units_meet(&stated, &agreed).then_some(())?;
            Some((number_of_level(&stated)?, number_of_level(&agreed)?))
        }
    };
    // 24 does not go beyond 24, as was agreed by >24.
    let beyond = excludes_its_number(&agreed) && !excludes_its_number(&stated);
    numbers.filter(|(own, agreed)| !beyond || own != agreed)
}

fn excludes_its_number(quantity: &Quantity) -> bool {
    matches!(quantity.comparator, Comparator::MoreThan | Comparator::LessThan)
}

/// The number of `agreed` counted in `unit`; a phrase without a unit is in that of the row.
fn number_in_unit(agreed: &Quantity, unit: &str) -> Option<Decimal> {
    let number = number_of_level(agreed)?;
    let Some(own) = &agreed.unit else { return Some(number) };
    // A sign such as % beside a row that names no unit says nothing new.
    let Some(row) = read_unit(unit) else { return unit.is_empty().then_some(number) };
    // The reader has multiplied magnitudes into the number: 24.8万套 is 248 000, and 24.8 in a row of 万套.
    match own.ratio_to(&row) {
        Some(ratio) => ratio.times(number)?.checked_div(row.factor),
        None => (own.name == row.name).then(|| number.checked_div(row.factor)).flatten(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reached(own: &str, number: &str, unit: &str, direction: Direction, agreed: &str) -> bool {
        let own = StatedValue {
            words: own.into(),
            number: number.parse().ok(),
            unit: unit.into(),
            ..StatedValue::default()
        };
        has_reached(&Compared::alone(own).better(Some(direction)), agreed)
    }

    #[test]
    fn a_value_is_reached_on_the_better_side() {
        use Direction::{Higher, Lower, Neither};
        for (own, number, unit, direction, agreed, expected) in [
            ("24", "24", "%", Higher, "24.8", false),
            ("24.8", "24.8", "%", Higher, "24.8", true),
            ("24.80", "24.80", "%", Higher, "≥24.8%", true),
            ("25%以上", "25", "%", Higher, "24.8", true),
            ("24.8左右", "24.8", "%", Higher, "24.8", false),
            ("24.8左右", "24.8", "%", Higher, "24.8左右", true),
            ("25左右", "25", "%", Higher, "24.8左右", true),
            ("60", "60", "微克/立方米", Lower, "≤62", true),
            ("63", "63", "微克/立方米", Lower, "62", false),
            ("60", "60", "", Neither, "62", false),
            ("62", "62", "", Neither, "62.0", true),
            ("24.9", "24.9", "万套", Higher, "24.8万套", true),
            ("24.7", "24.7", "万套", Higher, "24.8万套", false),
            ("249000", "249000", "套", Higher, "24.8万套", true),
            ("24", "24", "%", Higher, ">24", false),
            (">24", "24", "%", Higher, ">24%", true),
            ("24.1", "24.1", "%", Higher, ">24", true),
            ("62", "62", "", Lower, "低于62", false),
            ("25", "25", "公里", Higher, "24.8万套", false),
            ("24.9", "24.9", "", Higher, "24.8%", true),
            ("降低3%", "", "", Lower, "降低2%", true),
            ("降低1%", "", "", Lower, "降低2%", false),
            ("年均增长6%", "6", "%", Higher, "年均增长5.5%", true),
            ("24~26", "24", "%", Higher, "24", false),
            ("24～26", "", "%", Higher, "24～26", true),
            ("不超过62", "62", "", Higher, "不低于62", false),
            ("走在前列", "", "", Higher, "24.8", false),
        ] {
            let is = reached(own, number, unit, direction, agreed);
            assert_eq!(is, expected, "{own} {unit} {agreed}");
        }
    }

    #[test]
    fn what_has_no_value_reaches_none_and_rows_are_counted_down() {
        assert!(!has_reached(&Compared::default(), "24.8"));
        assert!(!has_reached(&Compared::missing(StatedValue::written("25")), "24.8"));
        assert!(has_reached(&Compared::counted(5), "5 项"));
        assert!(!has_reached(&Compared::counted(6), "5"));
    }
}
