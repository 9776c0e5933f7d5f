//! The region a plan is for: named in its title, by who issues it, or most often in its text.

use std::collections::BTreeMap;

use crate::{
    catalogue::{Catalogue, RegionId},
    text::Span,
};

use super::{
    front::Front, of_state::region_of_state, title::Title, title_without_years::title_without_years,
};

/// No name of a region has more characters.
const LONGEST: usize = 12;

/// How many lines are looked through for names.
const READ: usize = 40;

/// What the names of regions end with, and what short forms leave out.
const ENDS: [&str; 8] = ["省", "市", "县", "区", "州", "盟", "旗", "自治区"];

/// The region as a plan file writes it, and where it is named.
#[must_use]
pub fn find_plan_region(
    front: &Front<'_>,
    title: Option<&Title>,
    catalogue: &mut Catalogue,
) -> Option<(String, Span)> {
    // From what names the plan's own region to what only makes it likely; a name in the text at last,
    // since a plan names its neighbours and its parents as well.
    titled_region(title, catalogue)
        .or_else(|| sending(front, title?, catalogue))
        .or_else(|| {
            let title = title?;
            Some((
                region_inside_title(&title_without_years(&title.words), catalogue)?.path,
                title.span,
            ))
        })
        .or_else(|| issuing(front, catalogue))
        .or_else(|| assembled(front, catalogue))
        .or_else(|| most_named(front, catalogue))
        .or_else(|| region_of_state(front, catalogue))
}

/// The region that a title begins with.
fn titled_region(title: Option<&Title>, catalogue: &mut Catalogue) -> Option<(String, Span)> {
    let title = title?;
    let bare = title_without_years(&title.words);
    let listed =
        |catalogue: &mut Catalogue| leading_region(&bare, catalogue).map(|found| found.path);
    let path = unlisted_region(&bare, catalogue).or_else(|| listed(catalogue))?;
    Some((path, title.span))
}

/// The region whose government sends the plan out: `重庆市人民政府关于印发贯彻国务院…实施方案的通知`.
fn sending(front: &Front<'_>, title: &Title, catalogue: &mut Catalogue) -> Option<(String, Span)> {
    let lines = front.lines.iter().map(|(_, span)| (front.words(*span), *span));
    // Another plan that is sent out with it, or that it goes by, is not its own.
    // A letter that sends out a plan of the state names the province that sends it on.
    let mut own = lines.filter(|(words, _)| words.contains(&title.words));
    own.find_map(|(words, _)| {
        let (sender, behind) = words.split_once("人民政府")?;
        let found =
            leading_region(sender, catalogue).filter(|found| found.length == sender.len())?;
        let sends = ["关于", "办公室关于", "办公厅关于"];
        let named = front.span_of(sender);
        sends.iter().any(|word| behind.starts_with(word)).then_some((found.path, named))
    })
}

/// A county or a city at the beginning of a title that no register has, with what is named before it: to take the region above
/// it, or the office that sent it out, for its own would be worse than to ask.
fn unlisted_region(title: &str, catalogue: &mut Catalogue) -> Option<String> {
    /// What such a name does not end with before 县 or 市, and does not begin with.
    const NO_NAMES: [&str; 32] = [
        "城", "都", "超", "上", "夜", "菜", "股", "楼", "大", "各", "全", "我", "本", "强", "示范",
        "试点", "生态", "文明", "卫生", "旅游", "农业", "产粮", "山区", "林业", "先进", "重点",
        "贫困", "宜居", "建设", "现代", "新型", "关于",
    ];
    let title =
        title.trim_start_matches("关于").trim_start_matches("印发").trim_start_matches('《');
    let above = leading_region(title, catalogue);
    let rest = title.get(above.as_ref().map_or(0, |above| above.length)..)?;
    // The first of them only: what follows it is another name or a word of the title.
    let at = rest.find(['县', '市', '省', '区', '州', '旗'])?;
    let (stem, end) = rest.split_at(at);
    let mut behind = end.chars();
    let own = behind.next().is_some_and(|end| matches!(end, '县' | '市'));
    let next = behind.next();
    // 城市, 县域, 市场 and 县城 are words, and 甲县级 is an adjective.
    let word = next.is_some_and(|next| "域场城区政民容级属直委管".contains(next));
    // A name of one character before 县 or 市 is in the register, or is none; longer ones than five hold
    // other words.
    let han = (2..=5).contains(&stem.chars().count())
        && stem
            .chars()
            .all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c) && !"和与及的在以为".contains(c));
    let common = NO_NAMES.iter().any(|word| stem.ends_with(word) || stem.starts_with(word));
    let end = rest.get(..at + '县'.len_utf8())?;
    // Without a register in use nobody can say that a name is missing from it.
    let known = catalogue.candidates(end).is_empty() && catalogue.register_is_in_use();
    let name = (own && han && !word && !common && known).then_some(end)?;
    Some(above.map_or_else(|| name.to_owned(), |above| format!("{}/{name}", above.path)))
}

/// A region at the beginning of words.
pub struct LeadingRegion {
    /// As a plan file writes it.
    pub path: String,
    /// How many bytes its name takes.
    pub length: usize,
}

/// The region that words begin with; each name after the first lies in the one before: `浙江省湖州市德清县`.
#[must_use]
pub fn leading_region(words: &str, catalogue: &mut Catalogue) -> Option<LeadingRegion> {
    let mut found: Option<LeadingRegion> = None;
    loop {
        let at = found.as_ref().map_or(0, |found| found.length);
        let above = found.as_ref().map(|found| &*found.path);
        let Some(next) = region_prefix(words.get(at..)?, above, catalogue) else { return found };
        found = Some(LeadingRegion { length: at + next.length, ..next });
    }
}

/// The longest beginning of words that names a region, below `above` where that is given.
fn region_prefix(
    words: &str,
    above: Option<&str>,
    catalogue: &mut Catalogue,
) -> Option<LeadingRegion> {
    let ends: Vec<usize> =
        // The longest first: 吉林省 before 吉林, and the city of that name would be another region.
        words.char_indices().skip(1).map(|(at, _)| at).chain([words.len()]).take(LONGEST).collect();
    let full = ends.iter().rev().find_map(|&length| {
        let name = words.get(..length).filter(|name| name.chars().count() > 1)?;
        let path = known_region(name, above, catalogue)?;
        Some(LeadingRegion { path, length })
    });
    // Short forms, 上海 for 上海市, count at the beginning only.
    full.or_else(|| {
        // A short form is two characters, 上海 or 浙江; shorter ones stand in other words.
        let length = *ends.get(1)?;
        let short = words.get(..length).filter(|_| above.is_none())?;
        let long = ["市", "省", "自治区"]
            .iter()
            .find_map(|end| known_region(&format!("{short}{end}"), None, catalogue));
        let path = long?;
        Some(LeadingRegion { path, length })
    })
}

/// A region by its name; with the name above it only where that is needed to tell it from namesakes.
fn known_region(name: &str, above: Option<&str>, catalogue: &mut Catalogue) -> Option<String> {
    if matches!(name, "国家" | "中华人民共和国" | "我国" | "国务院" | "中共中央")
    {
        return catalogue.find_region("全国").map(|_| "全国".to_owned());
    }
    let Some(above) = above else {
        return catalogue.find_region(name).map(|_| name.to_owned());
    };
    let path = format!("{above}/{name}");
    let region = catalogue.find_region(&path)?;
    // A name that is unique stays as a plan file writes it; only namesakes need the one above.
    let alone = catalogue.find_region(name) == Some(region);
    let last = above.rsplit('/').next().unwrap_or_default();
    Some(if alone { name.to_owned() } else { format!("{last}/{name}") })
}

/// A region somewhere in a title: `关于印发德清县…`.
fn region_inside_title(words: &str, catalogue: &mut Catalogue) -> Option<LeadingRegion> {
    let starts = words.char_indices().map(|(at, _)| at).skip(1);
    starts.into_iter().find_map(|at| {
        let rest = words.get(at..)?;
        // Inside a title a short form may be part of a word, so the name must have its end.
        let found =
            region_prefix(rest, None, catalogue).filter(|found| has_end(rest, found.length))?;
        let whole = leading_region(rest, catalogue);
        Some(whole.unwrap_or(found))
    })
}

fn has_end(words: &str, length: usize) -> bool {
    words.get(..length).is_some_and(|name| {
        ENDS.iter().any(|end| name.ends_with(end)) || matches!(name, "国务院" | "中共中央")
    })
}

/// The region whose office stands in a line of its own or a form: `德清县人民政府办公室`.
fn issuing(front: &Front<'_>, catalogue: &mut Catalogue) -> Option<(String, Span)> {
    const OFFICES: [&str; 10] = [
        "国务院",
        "人民政府",
        "委员会",
        "办公室",
        "局",
        "厅",
        "人大常委会",
        "人民代表大会",
        "县委",
        "市委",
    ];
    let lines = front.lines.iter().map(|(_, span)| *span).chain(front.cells.iter().copied());
    let short = lines.filter(|span| {
        let words = front.words(*span);
        words.chars().count() <= 24 && OFFICES.iter().any(|office| words.contains(office))
    });
    let short: Vec<Span> = short.collect();
    short.into_iter().find_map(|span| {
        let words = front.words(span);
        let found =
            leading_region(words, catalogue).filter(|found| has_end(words, found.length))?;
        let named = front.span_of(words.get(..found.length)?);
        Some((found.path, named))
    })
}

/// The region whose people's congress a report is given to: `在德清县第十七届人民代表大会第三次会议上`.
fn assembled(front: &Front<'_>, catalogue: &mut Catalogue) -> Option<(String, Span)> {
    front.lines.iter().find_map(|(_, span)| {
        let words = front.words(*span);
        // The words before 在 may name who speaks.
        let (_, behind) = words.split_once('在').filter(|_| words.contains("人民代表大会"))?;
        let found =
            leading_region(behind, catalogue).filter(|found| has_end(behind, found.length))?;
        let named = front.span_of(behind.get(..found.length)?);
        Some((found.path, named))
    })
}

/// The region that the text names most often, of the tier that 我县 or 全市 says where one does.
fn most_named(front: &Front<'_>, catalogue: &mut Catalogue) -> Option<(String, Span)> {
    let own = own_tier(front);
    let mut counts: BTreeMap<String, (usize, Span)> = BTreeMap::new();
    for span in front.all.iter().take(READ) {
        let words = front.words(*span);
        let ends =
            words.char_indices().filter(|(_, c)| matches!(c, '省' | '市' | '县' | '区' | '州'));
        for (at, end) in ends {
            let Some((path, region, named)) =
                region_ending_at(words, at + end.len_utf8(), catalogue)
            else {
                continue;
            };
            let tier = catalogue.region_of(region).tier;
            // Where the text says 我县, the many cities it names are those above it and beside it.
            if own.is_none_or(|own| tier == catalogue.tiers.read(own)) {
                counts.entry(path).or_insert((0, front.span_of(named))).0 += 1;
            }
        }
    }
    // Of those named as often the one that comes first; the map's order alone would prefer a spelling.
    let most = counts.into_iter().max_by(|(_, (one, first)), (_, (other, second))| {
        one.cmp(other).then(second.start.cmp(&first.start))
    });
    // A region that is named once may be an example.
    most.filter(|(_, (count, _))| *count > 1).map(|(path, (_, span))| (path, span))
}

/// The longest name of a region that ends at `end`.
fn region_ending_at<'a>(
    words: &'a str,
    end: usize,
    catalogue: &mut Catalogue,
) -> Option<(String, RegionId, &'a str)> {
    let before = words.get(..end)?;
    let starts: Vec<usize> = before.char_indices().rev().map(|(at, _)| at).take(LONGEST).collect();
    starts.into_iter().rev().find_map(|at| {
        let name = before.get(at..).filter(|name| name.chars().count() > 1)?;
        catalogue.find_region(name).map(|region| (name.to_owned(), region, name))
    })
}

/// The tier a text calls its own, by which of 我县, 全市 … it says most.
fn own_tier(front: &Front<'_>) -> Option<&'static str> {
    // 全区 is said by autonomous regions and by districts alike, so it tells no tier.
    const OWN: [(&str, [&str; 2]); 4] = [
        ("县", ["我县", "全县"]),
        ("市", ["我市", "全市"]),
        ("省", ["我省", "全省"]),
        ("省", ["自治区人民", "自治区党委"]),
    ];
    let count = |words: &[&str; 2]| -> usize {
        let lines = front.all.iter().map(|span| front.words(*span));
        lines.map(|line| words.iter().map(|word| line.matches(word).count()).sum::<usize>()).sum()
    };
    let counted = OWN.iter().map(|(tier, words)| (count(words), *tier));
    // Once may be a quotation.
    counted.filter(|(count, _)| *count > 1).max_by_key(|(count, _)| *count).map(|(_, tier)| tier)
}
