//! Targets that another indicator of the same plan decides: 与经济增长同步, 高于全部投资增速.

use crate::quantity::{
    Admissible, Bound, Comparator, Decimal, Direction, Interval, Undetermined, Unit,
};

use super::{Model, Role, Statement, StatementId};

/// Words before the name of the other indicator.
const BEFORE: [&str; 15] = [
    "不低于",
    "不高于",
    "高于",
    "跑赢",
    "优于",
    "快于",
    "好于",
    "超过",
    "大于",
    "低于",
    "慢于",
    "小于",
    "与",
    "同",
    "和",
];
/// Words behind it.
const BEHIND: [&str; 12] = [
    "基本同步增长",
    "同步增长",
    "基本同步",
    "保持同步",
    "同步",
    "基本持平",
    "持平",
    "基本匹配",
    "相匹配",
    "匹配",
    "相适应",
    "保持",
];

/// Gives the targets that name another indicator of their plan the number of that one, where it states one for the year.
pub fn settle_by_other_indicators(model: &mut Model) {
    let open: Vec<StatementId> = (0..)
        .map(StatementId)
        .zip(&model.statements)
        .filter(|(_, statement)| names_another(statement))
        .map(|(id, _)| id)
        .collect();
    for id in open {
        if let Some((number, set)) = number_and_set(model, id)
            && let Some(statement) = model.statements.get_mut(id.0 as usize)
        {
            statement.number = Some(number);
            statement.set = Admissible::Set(set);
        }
    }
}

/// Whether a target is compared with something that is neither a region nor a base year.
fn names_another(statement: &Statement) -> bool {
    let open = statement.set == Admissible::Undetermined(Undetermined::Reference);
    let another = |comparator| {
        matches!(
            comparator,
            Comparator::RelativeMore
                | Comparator::RelativeAtLeast
                | Comparator::RelativeLess
                | Comparator::RelativeAtMost
                | Comparator::RelativeEqual
        )
    };
    let quantity = statement.quantity.as_ref();
    open && statement.role == Role::Target
        && quantity.is_some_and(|q| q.relative.is_none() && another(q.comparator))
}

fn number_and_set(model: &mut Model, id: StatementId) -> Option<(Decimal, Interval)> {
    let statement = model.statement(id);
    let words = model.words(statement.file, statement.words).to_owned();
    let name = named_indicator(&words)?;
    let other = model.catalogue.find(name)?;
    let statement = model.statement(id);
    let said = model.stated(statement.plan, statement.region?, other).iter();
    let said = said.map(|&id| model.statement(id)).find(|said| {
        let plain = said.role == Role::Target && said.condition().is_none() && said.is_level();
        plain
            && said.year == statement.year
            && said.number.is_some()
            && counts_alike(statement, said)
    })?;
    let number = said.number?;
    let end = |open| Some(Bound { value: number, open });
    let better = model.catalogue.indicator(statement.measure.indicator).direction;
    let set = match statement.quantity.as_ref()?.comparator {
        Comparator::RelativeMore => Interval { low: end(true), high: None },
        Comparator::RelativeAtLeast => Interval { low: end(false), high: None },
        Comparator::RelativeLess => Interval { low: None, high: end(true) },
        Comparator::RelativeAtMost => Interval { low: None, high: end(false) },
        // In step with growth means no slower than it.
        _ => match better? {
            Direction::Higher => Interval { low: end(false), high: None },
            Direction::Lower => Interval { low: None, high: end(false) },
            Direction::Neither => Interval { low: end(false), high: end(false) },
        },
    };
    Some((number, set))
}

/// The name between the words of comparison.
fn named_indicator(words: &str) -> Option<&str> {
    let words = words.trim();
    let name = BEFORE.iter().find_map(|before| words.strip_prefix(before))?;
    let bare =
        BEHIND.iter().fold(name.trim(), |name, behind| name.strip_suffix(behind).unwrap_or(name));
    Some(bare.trim()).filter(|name| !name.is_empty())
}

/// Whether two targets are counted in one unit: a growth in percent is no yardstick for an amount.
fn counts_alike(one: &Statement, other: &Statement) -> bool {
    let name = |unit: &Option<Unit>| unit.as_ref().map(|unit| unit.name.clone());
    name(&one.unit) == name(&other.unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_stands_between_the_words_that_compare() {
        assert_eq!(named_indicator("与地区生产总值增长基本同步"), Some("地区生产总值增长"));
        assert_eq!(named_indicator("与经济增长保持同步"), Some("经济增长"));
        assert_eq!(named_indicator("高于固定资产投资增速"), Some("固定资产投资增速"));
        assert_eq!(named_indicator("达到70%"), None);
    }
}
