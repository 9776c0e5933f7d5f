//! Whether the noun beside a value is clear enough to name an indicator.

use crate::quantity::UnitDimension;

use super::{
    figures::FigureKind,
    lexicon::{BEHIND, COVERING, FLOWS, MAKING, MEASURED, PLACES, SIGNS, WORKS, holds},
    prose_value::ProseValue,
    torn::begins_with_size,
};

/// Whether a noun of `text` names what a value is of; `verbs` stands before it in its clause.
pub(super) fn is_clear(words: &str, verbs: &str, value: &ProseValue, text: &str) -> bool {
    is_plain_noun(words, value) && Hints::of(words, verbs, value, text).is_named(value.figure.kind)
}

/// Whether a noun stands alone before its number, and so names what it is of: 中央财政赤字9500亿元.
fn is_apposed(words: &str, value: &ProseValue, text: &str) -> bool {
    // Two or three characters alone before a number are as often a verb with its object: 投入500亿元,
    // 规模30个.
    let ends = text.get(value.figure.end..).is_none_or(|rest| rest.starts_with(ends_clause));
    !value.leads && ends && words.chars().count() > 3
}

/// Whether a noun holds no words that only join others.
fn is_plain_noun(words: &str, value: &ProseValue) -> bool {
    let measured = MEASURED.ends(words).is_some();
    let share = matches!(value.figure.kind, FigureKind::Number(UnitDimension::Share));
    let long = words.chars().count() > 6;
    // 为, 以, 向, 从, 按 and 占 lead to a noun and are none of it.
    let led = words.starts_with(['为', '以', '向', '从', '按', '占', '、']);
    let listed = words.contains('等') && words.contains('、') || words.ends_with('等');
    // 新增就业预期目标比去年多100万人
    let compared = holds(words, &["比去年", "比上年"]) && words.ends_with(['多', '少']);
    let joined = compared || holds(words, &["其中", "把", "按照", "通过", "]", "[", "这些", "该"]);
    let parts = holds(words, &["的", "、"]);
    // 的 and 、 belong to the name of a share (社会物流总费用与地区生产总值的比率,
    // 文化、旅游产业增加值占比) and of what is said at length; in a short noun they only tie a piece of
    // the clause to it: 的企业, 、绿地.
    !led && !joined && !has_free_digits(words) && (measured || !listed) && (share || long || !parts)
}

/// Characters of the size of a thing: 1000.5亿元及以上.
const SIZE: usize = 11;

/// Whether digits stand in a noun that belong to no name such as 5G or 415X.
fn has_free_digits(words: &str) -> bool {
    let characters: Vec<char> = words.chars().collect();
    let part =
        |c: Option<&char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'));
    let is_free = |(at, c): (usize, &char)| {
        let before = at.checked_sub(1).and_then(|at| characters.get(at));
        // 3岁以下婴幼儿, 35-64岁妇女
        let rest = characters.iter().skip(at);
        let end =
            rest.clone().position(|c| !c.is_ascii_digit() && !matches!(c, '-' | '~' | '—' | '至'));
        let behind: String = rest.clone().skip(end.unwrap_or(usize::MAX)).take(2).collect();
        let is_age = behind.starts_with('岁') || behind == "千伏";
        // 总投资1亿元以上项目: how large each is belongs to the name.
        let is_size = || begins_with_size(&rest.clone().take(SIZE).collect::<String>());
        c.is_ascii_digit()
            && !part(before)
            && !part(characters.get(at + 1))
            && !is_age
            && !is_size()
    };
    characters.iter().enumerate().any(is_free)
}

/// Whether a character ends a clause.
fn ends_clause(character: char) -> bool {
    matches!(character, ',' | ';' | '。' | '、')
}

/// What the words around a noun say of whether it names what the value is of.
struct Hints<'a> {
    /// The noun.
    words: &'a str,
    /// What stands before the value in its clause.
    verbs: &'a str,
    /// The value as printed.
    figure: &'a str,
    /// Whether the noun stands behind the number.
    leads: bool,
    /// Whether the number counts a list that stands before it: 甲、乙2个枢纽.
    listed: bool,
    /// Whether something is made or gained.
    made: bool,
    /// Whether the noun ends as what is measured does.
    measured: bool,
    /// Whether words compare between noun and number, or behind it.
    signed: bool,
    /// Whether the noun stands alone before the number.
    apposed: bool,
}

impl<'a> Hints<'a> {
    fn of(words: &'a str, verbs: &'a str, value: &ProseValue, text: &'a str) -> Self {
        let own = text.get(value.own.0..value.figure.start).unwrap_or_default();
        // 开通甲线、乙线及丙线3条轨道交通线: as many as are opened.
        let opens =
            ["开通", "建成", "新建", "通车", "投用"].iter().any(|verb| own.starts_with(verb));
        // 以道路、管网为重点的500个小区: the list tells of what kind they are.
        let list = own.rfind('的').and_then(|at| own.get(at..)).unwrap_or(own);
        // 甲、乙2个枢纽 are these two; 甲、乙等5个园区 are five.
        let goes_on = list.ends_with('等');
        let figure = text.get(value.figure.start..value.figure.end).unwrap_or_default();
        // 全市总数的40%, of which the noun says only whose share it is, needs no comparator.
        let sign = text.get(value.left.1..value.figure.start).unwrap_or_default();
        let share_of = text.get(..value.left.1).is_some_and(|before| before.ends_with('的'));
        Self {
            words,
            verbs,
            figure,
            leads: value.leads,
            listed: value.leads && list.contains('、') && !goes_on && !opens,
            // 加快甲、乙等6条高铁建设
            made: MAKING.is_in(verbs) || verbs.starts_with("加快") && goes_on,
            measured: MEASURED.ends(words).is_some(),
            signed: SIGNS.is_in(sign) || share_of || BEHIND.ends(figure).is_some(),
            apposed: is_apposed(words, value, text),
        }
    }

    fn is_long(&self) -> bool {
        self.words.chars().count() > 3
    }

    /// Whether verb, comparator and unit make it clear that the noun names what a value of this kind is of.
    fn is_named(&self, kind: FigureKind) -> bool {
        // What is proof enough differs with the unit. A count stands beside almost any noun, so a verb
        // must say that the things are made; shares are of what is measured; 总长30公里 and 沿线30公里
        // differ in nothing but the words around them.
        match kind {
            FigureKind::Number(UnitDimension::Count | UnitDimension::People) => self.is_counted(),
            FigureKind::Number(measure) if self.leads => self.is_led(measure),
            // 新增千万吨产能
            FigureKind::Numeral(UnitDimension::Amount) if self.leads => self.flows(),
            FigureKind::Number(
                UnitDimension::Length
                | UnitDimension::Area
                | UnitDimension::Amount
                | UnitDimension::Money,
            ) => self.made || self.measured || self.signed || self.apposed,
            // 新增智能算力1.7万P
            FigureKind::Number(UnitDimension::Bare)
                if FLOWS.is_in(self.verbs)
                    && self.figure.ends_with(|c: char| c.is_ascii_alphabetic()) =>
            {
                true
            }
            // 产量达到十四亿吨, but not 一期
            FigureKind::Numeral(
                UnitDimension::Share
                | UnitDimension::Length
                | UnitDimension::Area
                | UnitDimension::Amount
                | UnitDimension::Money,
            ) => !self.leads && (self.signed || self.apposed),
            FigureKind::Number(_) => self.signed || self.measured,
            // Coverage and zero are slogans beside short nouns: 全覆盖 of what, 清零 of what, must be
            // said by the noun itself.
            FigureKind::Coverage => self.is_covered(),
            FigureKind::Zero => self.is_long(),
            _ => false,
        }
    }

    /// Things and people that are counted.
    fn is_counted(&self) -> bool {
        let (words, verbs) = (self.words, self.verbs);
        let each = holds(verbs, &["各", "每"]);
        // 为10万名残疾人提供康复服务, 在66个县实施营养改善计划, 对60个乡镇实施改造
        let is_for = verbs.starts_with('为') || self.leads && verbs.ends_with(['在', '对']);
        let served = is_for && MAKING.is_in(words);
        // 12个贫困县脱贫摘帽
        let done = self.leads && ["摘帽", "脱贫", "出列"].iter().any(|end| words.ends_with(end));
        // 深化8条河流综合整治
        let works = self.leads && !verbs.is_empty() && WORKS.ends(words).is_some();
        let said = self.signed && !self.leads;
        // A list before the number may be what the number counts: 甲、乙2个枢纽 are not two more.
        !self.listed && (self.made || each || self.apposed || served || done || works || said)
    }

    /// What another number than a count leads.
    fn is_led(&self, measure: UnitDimension) -> bool {
        let verbs = self.verbs;
        match measure {
            // 解决6000万农村人口的饮水问题
            UnitDimension::Bare => {
                let many = self.figure.ends_with(['万', '亿']) && !self.words.contains('是');
                let made = MAKING.ends(verbs).is_some() || verbs.ends_with('将');
                !self.listed && made && many && self.is_long()
            }
            // 发行1万亿元特别国债
            UnitDimension::Money => !self.listed && self.is_long() && verbs.ends_with("发行"),
            // 水泥、焦化行业70%以上产能
            UnitDimension::Share => {
                let begins = self.figure.starts_with(|c: char| c.is_ascii_digit());
                self.is_long() && (!self.listed || begins)
            }
            UnitDimension::Length | UnitDimension::Area | UnitDimension::Amount => self.flows(),
            _ => false,
        }
    }

    /// Whether a verb before the number says that it is what is added or done: 完成1.6万公里建制村通硬化路任务.
    fn flows(&self) -> bool {
        let works = self.verbs.ends_with("完成") && WORKS.ends(self.words).is_some();
        !self.listed && (FLOWS.ends(self.verbs).is_some() || works)
    }

    /// What is covered or served wholly.
    fn is_covered(&self) -> bool {
        let length = self.words.chars().count();
        // 城乡低保应保尽保
        if self.figure.starts_with('应') || self.figure.ends_with("达标") {
            return self.is_long();
        }
        // Without a verb that promises it, coverage as often describes: 覆盖城乡的网络. Then the noun
        // must be long and stand alone. A place by itself says where and not what: 乡镇全覆盖.
        let alone = length > 6 && self.apposed && !self.words.contains(['的', '在', '向', '对']);
        (alone || COVERING.is_in(self.verbs) && length > 4) && PLACES.ends(self.words).is_none()
    }
}
