//! What the numbers of a unit measure, as far as it tells of which indicators they can be.

use super::Unit;

/// What is counted or measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitDimension {
    /// `%`, `‰`, 成.
    Share,
    /// 个百分点.
    Points,
    /// 元.
    Money,
    /// 亩, 平方公里.
    Area,
    /// 公里.
    Length,
    /// 个, 家, 户: things.
    Count,
    /// 人, 名.
    People,
    /// 吨, 斤, 千瓦时: an amount of something.
    Amount,
    /// 分钟, 小时.
    Time,
    /// A bare number, 倍, `1.60:1`.
    Bare,
}

/// The names of the units of each measure; whatever stands in none counts things.
const NAMES: [(UnitDimension, &[&str]); 9] = [
    (UnitDimension::Share, &["%", "‰", "‱"]),
    (UnitDimension::Points, &["百分点", "基点"]),
    (UnitDimension::Money, &["元", "美元", "欧元", "英镑", "港元"]),
    (
        UnitDimension::Area,
        &["平方公里", "平方米", "公顷", "亩", "亩次", "英亩", "平方英里", "平方英尺"],
    ),
    (UnitDimension::Length, &["公里", "米", "厘米", "毫米", "英里", "海里", "英尺", "码"]),
    (UnitDimension::People, &["人", "人次", "人年"]),
    (
        UnitDimension::Time,
        &["年", "岁", "个月", "周", "天", "小时", "分钟", "秒", "学时", "课时", "工作日"],
    ),
    (
        UnitDimension::Amount,
        &[
            "吨",
            "千克",
            "克",
            "毫克",
            "微克",
            "斤",
            "升",
            "立方米",
            "标准立方米",
            "千瓦",
            "千瓦时",
            "千伏安",
            "瓦",
            "焦耳",
            "千焦",
            "吨标准煤",
            "千克标准煤",
            "克标准煤",
            "吨油当量",
            "吨二氧化碳",
            "千克二氧化碳",
            "克二氧化碳",
            "吨二氧化碳当量",
            "千克二氧化碳当量",
            "克二氧化碳当量",
            "标准箱",
            "人公里",
            "吨公里",
            "GB",
            "TB",
            "PB",
        ],
    ),
    (UnitDimension::Bare, &["倍", ":1"]),
];

impl Unit {
    /// What its numbers measure: that of the unit above the stroke.
    #[must_use]
    pub fn measure(&self) -> UnitDimension {
        // 吨/万元 is an amount: what stands below only says for how much.
        let name = self.name.split('/').next().unwrap_or_default();
        let of = |(_, names): &&(UnitDimension, &[&str])| names.contains(&name);
        NAMES.iter().find(of).map_or(UnitDimension::Count, |(measure, _)| *measure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::read_unit;

    #[test]
    fn every_name_is_that_of_a_unit() {
        for name in NAMES.iter().flat_map(|(_, names)| *names).filter(|name| **name != "瓦") {
            let unit = read_unit(name).or_else(|| super::super::read_beside(name));
            assert_eq!(unit.map(|unit| unit.name.to_string()).as_deref(), Some(*name));
        }
        assert_eq!(read_unit("张/千人").map(|unit| unit.measure()), Some(UnitDimension::Count));
        assert_eq!(
            read_unit("微克/立方米").map(|unit| unit.measure()),
            Some(UnitDimension::Amount)
        );
    }
}
