//! What is known of an indicator.

use std::sync::Arc;

use crate::{
    quantity::{Decimal, Direction, Interval, Unit},
    syntax::RelationWord,
    text::{Keyed, Place},
};

use super::{NameKey, Tier};

/// Names one indicator of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorId(pub u32);

/// 汇总方式: what a parent's number says about a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// 逐级达标: every child must reach it.
    Each,
    /// 加总: the children add up to it.
    Sum,
    /// 平均 or 加权平均(w): the weighted mean of the children must reach it.
    Mean {
        /// The weight's name, when known.
        weight: Option<Arc<str>>,
    },
    /// 分解下达: only the number issued to a child binds it.
    Allocated,
    /// 共同完成: the whole must reach it together, and no child alone is held to it.
    Together {
        /// The weight's name of what is a share; without one the children add up.
        weight: Option<Arc<str>>,
    },
    /// 不汇总: nothing across levels.
    Own,
}

impl Relation {
    /// The word for it; a mean is a mean, whatever it is weighed with.
    #[must_use]
    pub fn word(&self) -> RelationWord {
        match self {
            Self::Each => RelationWord::Each,
            Self::Sum => RelationWord::Sum,
            Self::Mean { .. } => RelationWord::Mean,
            Self::Allocated => RelationWord::Allocated,
            Self::Together { .. } => RelationWord::Together,
            Self::Own => RelationWord::Own,
        }
    }

    /// The weight that it names.
    #[must_use]
    pub fn weight(&self) -> Option<&Arc<str>> {
        match self {
            Self::Mean { weight } | Self::Together { weight } => weight.as_ref(),
            _ => None,
        }
    }

    /// The term's key.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.word().key()
    }

    /// Reads the words of a 汇总 cell.
    #[must_use]
    pub fn read(cell: &str) -> Option<Self> {
        RelationWord::read_with_weight(cell).map(|(word, weight)| match word {
            RelationWord::Each => Self::Each,
            RelationWord::Sum => Self::Sum,
            RelationWord::Mean | RelationWord::WeightedMean => {
                Self::Mean { weight: weight.map(Arc::from) }
            }
            RelationWord::Allocated => Self::Allocated,
            RelationWord::Together => Self::Together { weight: weight.map(Arc::from) },
            RelationWord::Own => Self::Own,
        })
    }
}

/// 路径: how values lie between base and target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Path {
    /// 直线.
    #[default]
    Linear,
    /// 复利.
    Compound,
}

/// Who defines an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Defined {
    /// A catalogue table of the workspace.
    Workspace(Place),
    /// The built-in catalogue.
    BuiltIn,
    /// Nobody: it only occurs in plans.
    Nowhere,
}

/// An indicator with what the catalogue says of it.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// The canonical name, without unit.
    pub name: Arc<str>,
    /// The name as it is compared.
    pub key: NameKey,
    /// The unit, where somebody says it.
    pub unit: Option<Unit>,
    /// Which way is better; `None` when nobody says.
    pub direction: Option<Direction>,
    /// 汇总方式, of its first row.
    pub relation: Relation,
    /// The relations of its further rows, each with the tiers of the children that it is meant for; without any for all others.
    pub further_relations: Vec<(Vec<Tier>, Relation)>,
    /// The tiers it applies at; `None` = all.
    pub tiers: Option<Vec<Tier>>,
    /// The values it can take, in the plain unit.
    pub range: Interval,
    /// How values lie between base and target.
    pub path: Path,
    /// Whether it is a rate of decline, whose values count the decline itself.
    pub declines: bool,
    /// Whether it is a rate of growth or decline, which starts anew in every period: a smaller one is no step back.
    pub changes: bool,
    /// 覆盖口径: the rate that a promise of full coverage speaks of.
    pub coverage: Option<IndicatorId>,
    /// 易混: indicators easily confused with this one.
    pub confusable: Vec<IndicatorId>,
    /// Its other names, as written.
    pub aliases: Vec<Arc<str>>,
    /// 英文名: its names in English, the one that is shown first.
    pub english: Vec<Arc<str>>,
    /// 说明: why it has its relation; in the built-in catalogue also where the indicator is found, after the last `；`.
    pub note: Option<Arc<str>>,
    /// Who defines it.
    pub defined: Defined,
}

impl Indicator {
    /// Every name it goes by besides its own, in whichever language.
    pub fn other_names(&self) -> impl Iterator<Item = &Arc<str>> {
        self.aliases.iter().chain(&self.english)
    }

    /// Whether a catalogue defines it.
    #[must_use]
    pub fn is_defined(&self) -> bool {
        self.defined != Defined::Nowhere
    }

    /// Whether what is known of it comes from the built-in catalogue.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.defined == Defined::BuiltIn
    }

    /// The unit of values that print none. The built-in catalogue cannot know in which magnitude a table counts money or
    /// people, so that only its shares and multiples are assumed.
    #[must_use]
    pub fn assumed_unit(&self) -> Option<&Unit> {
        // A bare 6 under 常住人口 may be 万人 or 百万人; a bare 24 under a rate can only be per cent.
        let plain = |unit: &&Unit| matches!(&*unit.name, "%" | "‰" | "倍" | ":1");
        self.unit.as_ref().filter(|unit| !self.is_built_in() || plain(unit))
    }

    /// Whether a target is read against where it starts: not of a rate of growth or decline, not of what is added year by
    /// year, and not where the level above issues the number, for a floor or a cap may well lie behind what is already reached.
    #[must_use]
    pub fn shows_progress(&self) -> bool {
        // A growth of 6% after one of 8% is no step back, nor are 300 new places after 400.
        let open = !self.is_flow() && !self.is_limit();
        !self.changes && self.relation != Relation::Allocated && open
    }

    /// Whether its targets are a line that is not to be crossed: an unemployment of at most 5.5 % after one of 5.2 % leaves room
    /// and steps nowhere.
    fn is_limit(&self) -> bool {
        LIMITS.iter().any(|end| self.name.ends_with(end))
    }

    /// Whether it counts what is added, built or spent within a year, as 城镇新增就业 and 城镇老旧小区改造 do: it has no baseline, and
    /// fewer than the year before is no step back of what is there.
    #[must_use]
    pub fn is_flow(&self) -> bool {
        // 新增劳动力平均受教育年限 is a state of those who are new, and a share of what is new is one as well.
        let of_state = ["率", "比例", "比重", "占比", "年限", "水平"];
        let share = self.unit.as_ref().is_some_and(|unit| matches!(&*unit.name, "%" | "‰" | "年"));
        !share && !of_state.iter().any(|end| self.name.ends_with(end)) && says_flow(&self.name)
    }

    /// What the figure of a region above says about a child of `tier`: the row that names the tier, else the first.
    #[must_use]
    pub fn relation_at(&self, tier: Option<Tier>) -> &Relation {
        let meant = |tiers: &[Tier]| tier.is_some_and(|tier| tiers.contains(&tier));
        if self.tiers.as_deref().is_some_and(meant) {
            return &self.relation;
        }
        let named = self.further_relations.iter().find(|(tiers, _)| meant(tiers));
        let others = || self.further_relations.iter().find(|(tiers, _)| tiers.is_empty());
        let further = named.or_else(|| others().filter(|_| self.tiers.is_some()));
        further.map_or(&self.relation, |(_, relation)| relation)
    }

    /// Whether it applies at a tier; an unknown tier counts as one where it does.
    #[must_use]
    pub fn applies_at(&self, tier: Option<Tier>) -> bool {
        match (&self.tiers, tier) {
            (Some(tiers), Some(tier)) => {
                let further = self.further_relations.iter();
                let meant = |own: &[Tier]| own.is_empty() || own.contains(&tier);
                tiers.contains(&tier) || further.into_iter().any(|(tiers, _)| meant(tiers))
            }
            // Unknown on either side means that nobody has limited it.
            _ => true,
        }
    }

    /// Whether `value` is the best the range allows in the indicator's direction.
    #[must_use]
    pub fn at_best_end(&self, value: Decimal) -> bool {
        let end = match self.direction {
            Some(Direction::Higher) => self.range.high,
            Some(Direction::Lower) => self.range.low,
            _ => None,
        };
        end.is_some_and(|bound| bound.value == value)
    }
}

/// Words of what happens within a year.
const FLOW_WORDS: [&str; 8] =
    ["新增", "新建", "新设立", "新开工", "新改建", "落户", "减排量", "投资额"];
/// Words that a flow begins with.
const FLOW_BEGINS: [&str; 5] = ["建成", "改造", "筹集", "实际使用外资", "实际利用外资"];
/// Words that a flow ends with.
const FLOW_ENDS: [&str; 5] = ["改造", "脱贫", "投资", "培训人次", "工程建设"];
/// The same in English.
const FLOW_ENGLISH: [&str; 4] = [" built", " completed", "annual investment", " planted"];

fn says_flow(name: &str) -> bool {
    let english = name.to_ascii_lowercase();
    FLOW_WORDS.iter().any(|word| name.contains(word))
        || FLOW_BEGINS.iter().any(|word| name.starts_with(word))
        || FLOW_ENDS.iter().any(|word| name.ends_with(word))
        || FLOW_ENGLISH.iter().any(|word| english.contains(word))
        || english.starts_with("new ")
}

/// Indicators that plans cap for the case that things get worse.
const LIMITS: [&str; 4] = ["失业率", "不良贷款率", "突发环境事件次数", "事故死亡人数"];
