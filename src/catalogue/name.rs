//! When two names mean one indicator, and when they are only close.

use crate::{
    quantity::{Unit, read_unit},
    syntax::is_invisible,
    text::{Span, fold_char},
};

/// A name as it is compared: without width, quotes, spaces, footnote marks and the unit in its last bracket.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey(pub String);

impl NameKey {
    /// The key of a printed name: other spellings of one name have one key.
    #[must_use]
    pub fn of(printed: &str) -> Self {
        let Self(key) = Self::spelt(printed);
        let key = without_whole_region(key);
        // 二级及以上医院 and 二级以上医院 are one grade.
        let key = if key.contains("及以上") { key.replace("及以上", "以上") } else { key };
        // 增速, 增幅 and 年均增长率 all are how fast one thing grows.
        match GROWTH_ENDS.iter().find_map(|end| key.strip_suffix(end)) {
            Some(level) if !level.is_empty() => Self(format!("{level}{GROWTH}")),
            _ => Self(key),
        }
    }

    /// The name as a text spells it, for words that have to be found in it.
    #[must_use]
    pub fn spelt(printed: &str) -> Self {
        let bare = split_printed_unit(printed).map_or(printed, |(name, _)| name);
        Self(
            bare.chars()
                .map(fold_char)
                // What differs between two printings of one table: “三品一标”, full width, a footnote star.
                .filter(|&character| !is_decoration(character))
                .flat_map(char::to_lowercase)
                .collect(),
        )
    }
}

/// A name says 全市 of what its plan says of the whole city anyway.
const WHOLE_REGIONS: [&str; 4] = ["全省", "全市", "全县", "全区"];
/// Characters that make another word of it: 全县域, 全市场化, 全县级, 全市政, 全市民.
const LONGER_WORDS: [char; 6] = ['域', '场', '级', '政', '民', '间'];

fn without_whole_region(key: String) -> String {
    let rest = || WHOLE_REGIONS.iter().find_map(|whole| key.strip_prefix(whole));
    // Nothing but the region, or one character more, is no name without it.
    let name = rest().filter(|rest| rest.chars().count() > 1 && !rest.starts_with(LONGER_WORDS));
    match name {
        Some(name) => name.to_owned(),
        None => key,
    }
}

/// How a name says growth, and its other endings, longer ones first.
const GROWTH: &str = "增长";
const GROWTH_ENDS: [&str; 8] =
    ["年均增长率", "年均增长", "年均增速", "增长速度", "增长率", "增长", "增速", "增幅"];

impl NameKey {
    /// Whether it says growth.
    #[must_use]
    pub fn is_growth(&self) -> bool {
        self.0.ends_with(GROWTH)
    }

    /// The name of the level that this is the growth of, or of its growth.
    #[must_use]
    pub fn twin(&self) -> Self {
        match self.0.strip_suffix(GROWTH) {
            Some(level) => Self(level.to_owned()),
            None => Self(format!("{}{GROWTH}", self.0)),
        }
    }
}

/// Words that say nothing without the item or box they stand in.
// Found as whole names in the prose of the five plans and of public reports, each time of several things.
const BARE_NAMES: [&str; 34] = [
    "项目",
    "重点项目",
    "重大项目",
    "总投资",
    "投资",
    "投资额",
    "完成投资",
    "计划投资",
    "产值",
    "销售额",
    "收入",
    "营收",
    "国家级",
    "省级",
    "市级",
    "县级",
    "面积",
    "总面积",
    "数量",
    "总量",
    "总数",
    "规模",
    "人数",
    "户数",
    "个数",
    "里程",
    "长度",
    "增速",
    "增长",
    "占比",
    "比例",
    "比重",
    "projects",
    "investment",
];

/// Whether a printed name is one of the words that say nothing by themselves.
#[must_use]
pub fn is_bare_name(printed: &str) -> bool {
    let key = NameKey::of(printed);
    BARE_NAMES.contains(&key.0.as_str())
}

/// Quotes, spaces, footnote marks and what nobody can see say nothing about the indicator.
fn is_decoration(character: char) -> bool {
    character.is_whitespace()
        || is_invisible(character)
        || matches!(character, '“' | '”' | '‘' | '’' | '"' | '\'' | '「' | '」' | '*' | '※')
}

/// The unit in the last bracket of a printed name, with the name before it; `None` when the bracket is no unit.
#[must_use]
pub fn split_printed_unit(printed: &str) -> Option<(&str, Unit)> {
    let trimmed = printed.trim_end();
    let close = trimmed.chars().next_back().filter(|&c| fold_char(c) == ')')?;
    // The last bracket only: in 每千人口拥有执业（助理）医师数（人） the first belongs to the name.
    let open = trimmed.char_indices().rev().find(|&(_, c)| fold_char(c) == '(')?;
    // A bracket that is no unit, （含下辖县）, stays in the name: it says what is measured.
    let inside = Span::new(open.0 + open.1.len_utf8(), trimmed.len() - close.len_utf8());
    let unit = read_unit(inside.of(trimmed))?;
    trimmed.get(..open.0).map(|name| (name.trim_end(), unit))
}

/// Words that name a tier or a place of settlement, not the thing measured; longest first.
const TIER_WORDS: [&str; 9] =
    ["地级及以上城市", "全省", "全市", "全县", "省级", "市级", "县级", "城市", "县城"];

/// Pairs of words that change what is measured when one stands for the other.
const SCOPE_WORDS: [&[&str]; 4] = [
    // 跨省通办 and 跨县通办 share nearly all their characters and count different things.
    &["跨省", "跨市", "跨县"],
    &["公办", "民办"],
    &["行政村", "乡镇", "街道", "社区"],
    &["高速公路", "农村公路"],
];

/// Characters of a name that say how close it is to others: longer ones are no names, and cost as much as they like.
// The pairs of a name are sorted and searched for each other name, so a page of prose in a name cell would slow down
// every comparison.
const LONGEST: usize = 256;

/// How the share of an industry in the product ends, and how the product is called in it.
const SHARES: [&str; 2] = ["比重", "比例"];
const PRODUCTS: [&str; 4] = ["gdp", "地区生产总值", "国内生产总值", "生产总值"];

/// The industry whose share in the product a name says: 文化 of 文化产业增加值占GDP比重.
fn without_share_of_product(name: &str) -> &str {
    // All of these share more characters with each other than the industries have.
    let industry = || {
        let of = SHARES.iter().find_map(|end| name.strip_suffix(end))?;
        let share = PRODUCTS.iter().find_map(|product| of.strip_suffix(product))?;
        let industry = share.strip_suffix("占")?.strip_suffix("增加值")?;
        let bare = industry.strip_suffix("产业").or(industry.strip_suffix("业"));
        // 工业 without 业 would be one character.
        Some(bare.filter(|bare| bare.chars().count() > 1).unwrap_or(industry))
    };
    industry().unwrap_or(name)
}

/// A name prepared for the question how close it is to others.
#[derive(Clone, Debug)]
pub struct Likeness {
    pairs: Vec<[char; 4]>,
    rural: bool,
    urban: bool,
    grows: bool,
}

impl Likeness {
    /// Prepares a key; region names are taken out by the caller.
    #[must_use]
    pub fn of(key: &NameKey) -> Self {
        let mut core: String = key.0.chars().take(LONGEST).collect();
        for word in TIER_WORDS {
            core = core.replace(word, "");
        }
        // Whatever grows ends alike, and so does the share of any industry.
        let core = core.strip_suffix(GROWTH).unwrap_or(&core);
        let core = without_share_of_product(core);
        let characters: Vec<char> = core.chars().collect();
        // Pairs and not single characters: Chinese names of indicators are put together from few characters, and 率
        // and 农 are in all of them. Of Latin letters two stand together in half of all words, and four in few.
        let length = if core.is_ascii() { 4 } else { 2 };
        let mut pairs: Vec<[char; 4]> = characters
            .windows(length)
            .map(|part| std::array::from_fn(|at| part.get(at).copied().unwrap_or_default()))
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        let says = |word: &str| key.0.contains(word);
        let (rural, urban, grows) = (says("农村"), says("城镇"), says(GROWTH) || says("增速"));
        Self { pairs, rural, urban, grows }
    }

    /// The adjacent pairs of characters, sorted.
    #[must_use]
    pub fn pairs(&self) -> &[[char; 4]] {
        &self.pairs
    }

    /// How many adjacent pairs both have, out of how many: (2·|A∩B|, |A|+|B|).
    #[must_use]
    pub fn shared(&self, other: &Self) -> (usize, usize) {
        let common =
            self.pairs.iter().filter(|pair| other.pairs.binary_search(pair).is_ok()).count();
        (2 * common, self.pairs.len() + other.pairs.len())
    }

    /// Whether the names are close: 2·|A∩B| ≥ 2/5·(|A|+|B|), and not one rural and the other urban, or one a growth.
    #[must_use]
    pub fn close(&self, other: &Self) -> bool {
        // 农村居民收入 and 城镇居民收入 differ by one pair and are never one indicator; 城乡 names hold both and
        // oppose nobody.
        let opposed = (self.rural && other.urban && !other.rural && !self.urban)
            || (self.urban && other.rural && !other.urban && !self.rural)
            // How fast something grows is nobody's name for how much of it there is.
            || self.grows != other.grows;
        let (twice, total) = self.shared(other);
        !opposed && total > 0 && 5 * twice >= 2 * total
    }
}

/// Whether the two names hold different words of one kind: 跨省 here, 跨县 there.
#[must_use]
pub fn scope_words_differ(one: &NameKey, other: &NameKey) -> bool {
    let words = |key: &NameKey, kind: &[&str]| {
        kind.iter().map(|word| key.0.contains(word)).collect::<Vec<_>>()
    };
    SCOPE_WORDS.iter().any(|kind| {
        let (here, there) = (words(one, kind), words(other, kind));
        here != there && here.contains(&true) && there.contains(&true)
            // 公办 is a limit by itself: 学校 without it counts more schools.
            || (kind.contains(&"公办") && here != there)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(name: &str) -> Likeness {
        Likeness::of(&NameKey::of(name))
    }

    #[test]
    fn shares_of_the_product_are_as_close_as_their_industries() {
        let close = |one: &str, other: &str| like(one).close(&like(other));
        assert!(!close("工业增加值占GDP比重", "农业增加值占GDP比重"));
        assert!(!close("文化产业增加值占GDP比重", "海洋产业增加值占地区生产总值比重"));
        assert!(close("数字经济产业增加值占GDP比重", "数字经济核心产业增加值占GDP比重"));
    }

    #[test]
    fn decoration_and_width_do_not_matter() {
        assert_eq!(NameKey::of("“一网通办”率").0, "一网通办率");
        assert_eq!(NameKey::of("全市居民收入"), NameKey::of("居民收入"));
        for whole in ["全市场化率", "全县域通达率", "全市政管网长度", "全市"] {
            assert_eq!(NameKey::of(whole).0, whole);
        }
        assert_eq!(
            NameKey::of("*城乡居民养老保险 保障水平"),
            NameKey::of("城乡居民养老保险保障水平")
        );
        assert_eq!(NameKey::of("５Ｇ覆盖"), NameKey::of("5g覆盖"));
    }

    #[test]
    fn close_names_share_pairs_of_characters() {
        let province = like("跨省异地就医定点医疗机构开通率");
        assert!(province.close(&like("跨县异地就医定点医疗机构开通率")));
        assert!(!province.close(&like("城镇住房保障受益覆盖率")));
        assert!(!like("农村居民收入").close(&like("城镇居民收入")));
    }

    #[test]
    fn scope_words_of_one_kind_differ() {
        let key = |name: &str| NameKey::of(name);
        assert!(scope_words_differ(&key("跨省开通率"), &key("跨县开通率")));
        assert!(!scope_words_differ(&key("跨省开通率"), &key("跨省结算率")));
    }
}
