//! Which of two parts of a region is the wider one.

/// How the part a plan speaks of stands to the part another speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeOrder {
    /// It holds the other.
    Wider,
    /// The other holds it.
    Narrower,
}

/// Parts of which each holds the next.
///
/// Only chains that hold everywhere: a 中心城区 is a planned area and holds more or less than what is built up, so the two stand
/// in no chain but below the whole. `及以上` is read as `以上`.
// Definitions: the statistical division of town and country, the grades of roads, hospitals and embankments by their
// national standards; the levels of government by what 以上 says.
const CHAINS: [&[&str]; 17] = [
    &["自然村以上", "行政村以上", "乡镇以上", "县级以上", "地级以上"],
    &["行政村以上", "乡镇以上", "重点乡镇核心镇区"],
    &["行政村以上", "街道以上"],
    &["全域", "建成区"],
    &["全域", "中心城区"],
    &["建成区", "中心城区"],
    &["全市域", "市辖区", "主城区"],
    &["县域", "县城"],
    &["镇域", "镇区", "核心镇区"],
    &["城乡", "城镇", "城市"],
    &["城乡", "农村"],
    &["县级以上城市", "地级以上城市", "省会城市"],
    &["县控以上断面", "市控以上断面", "省控以上断面", "国控断面"],
    &["全部工业", "规模以上工业"],
    &["二级以上医院", "三级医院", "三级甲等医院"],
    &["全部学校", "公办学校"],
    &["60岁以上", "65岁以上", "70岁以上", "80岁以上"],
];

/// Words before a part that leave some of it out.
const SOME_OF: [&str; 3] = ["主要", "重点", "部分"];

/// How `own` stands to `other`, where that is known; no part at all is the whole, which holds every part.
pub fn scope_order(own: Option<&str>, other: Option<&str>) -> Option<ScopeOrder> {
    let (own, other) = match (own.map(scope_key), other.map(scope_key)) {
        (None, Some(_)) => return Some(ScopeOrder::Wider),
        (Some(_), None) => return Some(ScopeOrder::Narrower),
        (Some(own), Some(other)) => (own, other),
        (None, None) => return None,
    };
    let in_chain = CHAINS.iter().find_map(|chain| {
        let at = |part: &str| chain.iter().position(|known| *known == part);
        at(&own).zip(at(&other)).filter(|(own, other)| own != other)
    });
    let some_of = |part: &str, whole: &str| {
        SOME_OF.iter().any(|some| part.strip_prefix(some).is_some_and(|rest| rest == whole))
    };
    match in_chain {
        Some((own, other)) if own < other => Some(ScopeOrder::Wider),
        Some(_) => Some(ScopeOrder::Narrower),
        None if some_of(&own, &other) => Some(ScopeOrder::Narrower),
        None if some_of(&other, &own) => Some(ScopeOrder::Wider),
        None => None,
    }
}

fn scope_key(words: &str) -> String {
    let plain: String = words.chars().filter(|character| !character.is_whitespace()).collect();
    plain.replace("及以上", "以上")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_stands_in_the_order_of_its_chain() {
        let order = |own, other| scope_order(Some(own), Some(other));
        assert_eq!(order("行政村及以上", "乡镇以上"), Some(ScopeOrder::Wider));
        assert_eq!(order("重点乡镇核心镇区", "行政村以上"), Some(ScopeOrder::Narrower));
        assert_eq!(order("主要行政村以上", "行政村以上"), Some(ScopeOrder::Narrower));
        assert_eq!(order("全域", "中心城区"), Some(ScopeOrder::Wider));
        assert_eq!(order("县城", "示范片区"), None);
        assert_eq!(scope_order(None, Some("县城")), Some(ScopeOrder::Wider));
        assert_eq!(scope_order(Some("县城"), None), Some(ScopeOrder::Narrower));
    }
}
