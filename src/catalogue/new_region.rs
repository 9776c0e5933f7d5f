//! Regions that no register holds, made on demand under those that are named above them.

use std::sync::Arc;

use super::{Catalogue, Region, RegionId, Tier, WrittenPath};

/// What the names of regions end with, and the tier that it says of the usual ones; the first that fits counts.
const ENDS: [(&str, &str); 16] = [
    // Longer ends before those they end with: 自治区 is no 区, and 地区 none either.
    ("自治区", "省"),
    ("自治州", "市"),
    ("自治县", "县"),
    ("特别行政区", "省"),
    ("街道", "乡镇"),
    ("地区", "市"),
    ("省", "省"),
    ("市", "市"),
    ("州", "市"),
    ("盟", "市"),
    ("县", "县"),
    ("旗", "县"),
    ("区", "县"),
    ("乡", "乡镇"),
    ("镇", "乡镇"),
    ("苏木", "乡镇"),
];

/// A region that was made on demand, as a row of a table of regions would have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeRegion {
    /// Its name.
    pub name: Arc<str>,
    /// The name of its tier.
    pub tier: Option<Arc<str>>,
    /// The region above, with the one above that where both are known.
    pub parent: Option<String>,
}

impl Catalogue {
    /// The regions that were made, those above first.
    #[must_use]
    pub fn made_regions(&self) -> Vec<MadeRegion> {
        // The register gives a code, a table a place.
        let made = self.regions().filter(|(_, one)| one.place.is_none() && one.code.is_none());
        let told = |(id, region): (RegionId, &Region)| {
            let above: Vec<_> = self.line(id).skip(1).take(2).collect();
            let names: Vec<&str> =
                above.into_iter().rev().map(|above| &*self.region_of(above).name).collect();
            MadeRegion {
                name: region.name.clone(),
                tier: region.tier.and_then(|tier| self.tiers.name(tier)).cloned(),
                parent: (!names.is_empty()).then(|| names.join("/")),
            }
        };
        made.map(told).collect()
    }

    /// The region that a path means; one that nobody knows is made under those that are named above it, at the tier that is
    /// said, else at the one its name says, else one below the region above it.
    ///
    /// `None` where several regions are meant, or where nothing says where an unknown one belongs: its name alone, without a
    /// tier, may as well be a misspelling.
    pub fn establish(&mut self, written: &str, tier: Option<Tier>) -> Option<RegionId> {
        if let Some(known) = self.find_region(written) {
            return Some(known);
        }
        // A name that several regions have is no new one; the caller asks which is meant.
        if !self.candidates(written).is_empty() {
            return None;
        }
        let (above, name) = written.rsplit_once('/').unwrap_or(("", written));
        let name = WrittenPath::of(name).name;
        let parent = match above.trim() {
            "" => None,
            above => Some(self.establish(above, None).or_else(|| self.top(above))?),
        };
        // 湖洲市 alone is a slip, and made into a region it would have no parent and pass every check.
        if name.is_empty() || parent.is_none() && tier.is_none() {
            return None;
        }
        let tier = tier.or_else(|| self.tier_of(name, parent));
        Some(self.made(name, tier, parent))
    }

    /// The first of a path of which nothing is known: a province of another country, say.
    fn top(&mut self, name: &str) -> Option<RegionId> {
        let unknown = !name.contains('/') && self.candidates(name).is_empty();
        let tier = self.tier_of(name, None);
        (unknown && tier.is_some()).then(|| self.made(name.trim(), tier, None))
    }

    /// The tier of a new region: what its name ends with, where that lies below the region above; else the next one.
    fn tier_of(&self, name: &str, parent: Option<RegionId>) -> Option<Tier> {
        let above = parent.and_then(|parent| self.region_of(parent).tier);
        let end = ENDS.iter().find(|(end, _)| name.ends_with(end));
        let said = end.and_then(|(_, tier)| self.tiers.read(tier));
        // A 新区 under a county is no county: what its name says would put it beside the region above it.
        let said = said.filter(|said| above.is_none_or(|above| above < *said));
        let next = || {
            let next = Tier(above?.0.checked_add(1)?);
            self.tiers.name(next).map(|_| next)
        };
        said.or_else(next)
    }

    fn made(&mut self, name: &str, tier: Option<Tier>, parent: Option<RegionId>) -> RegionId {
        let (tier_word, code, place, parent_written) = (None, None, None, None);
        let (tags, weights) = (Vec::new(), Vec::new());
        let name: Arc<str> = name.into();
        let region = Region {
            name: name.clone(),
            tier,
            tier_word,
            parent,
            code,
            tags,
            weights,
            place,
            parent_written,
        };
        let id = self.push_region(region);
        self.by_region.entry(name).or_default().push(id);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Tiers;

    #[test]
    fn a_region_is_made_under_those_that_are_named() {
        let mut book = Catalogue::read(std::iter::empty(), Tiers::default());
        let mut line = |written: &str, tier: Option<&str>| -> Vec<String> {
            let tier = tier.and_then(|tier| book.tiers.read(tier));
            let Some(id) = book.establish(written, tier) else { return Vec::new() };
            let told = |id| {
                let region = book.region_of(id);
                let tier = region.tier.and_then(|tier| book.tiers.name(tier));
                format!("{} {}", region.name, tier.map_or("", |tier| tier))
            };
            book.line(id).map(told).collect()
        };
        let nation = "全国 国家";
        let (city, province) = ("湖州市 市", "浙江省 省");
        assert_eq!(line("湖州市/云岭县", None), ["云岭县 县", city, province, nation]);
        assert_eq!(
            line("云岭县", None),
            ["云岭县 县", city, province, nation],
            "known from now on"
        );
        assert_eq!(line("浙江省/湖州市/云山市", None)[..2], ["云山市 县", city]);
        assert_eq!(line("湖州市/临港片", None)[..2], ["临港片 县", city]);
        assert_eq!(line("湖州市/安吉县/云镇", None)[..2], ["云镇 乡镇", "安吉县 县"]);
        assert_eq!(line("湖州市/南浔带", Some("乡镇"))[..2], ["南浔带 乡镇", city]);
        assert_eq!(line("云海省/云湖市/云溪县", None), ["云溪县 县", "云湖市 市", "云海省 省"]);
        assert_eq!(line("云峰县", None), [""; 0], "it may be a misspelling");
        assert_eq!(line("云峰县", Some("县")), ["云峰县 县"]);
        assert_eq!(line("鼓楼区", None), [""; 0], "there are several");
        assert_eq!(line("湖州市/", None), [""; 0]);
    }
}
