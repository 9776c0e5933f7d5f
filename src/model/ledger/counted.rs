//! Counts and spans that a text tells in passing: its own indicators and means, what it has just named, terms of years.

use crate::text::is_han;

use super::{
    around::{Near, beginning},
    scanned::is_digit,
};

/// Words that measure parts of a text or kinds of means.
const MEASURES: [&str; 7] = ["个", "项", "大", "类", "条", "份", "批"];
/// What an indicator is called by its part in a plan.
const INDICATORS: [&str; 10] =
    ["主要", "预期性", "约束性", "核心", "具体", "一级", "二级", "考核", "监测", "评价"];
/// What orders a text and is nothing that anybody builds.
const PARTS: [&str; 5] = ["领域", "重点领域", "方面", "主要任务", "重点任务"];
/// Heads of names of means: who counts them says how he goes about it.
const MEANS: [&str; 5] = ["方案", "政策", "举措", "措施", "办法"];
/// Characters of such a name.
// A choice: 重点产业稳增长方案 has nine; what is longer is a clause of its own.
const NAME: usize = 14;
/// Verbs that make what is named something to come: 建成甲、乙2个机场.
const MAKING: [&str; 10] =
    ["新增", "新建", "建成", "建设", "新开工", "开工", "培育", "创建", "打造", "完成"];
/// Rights that end with a term.
const RIGHTS: [&str; 4] = ["承包", "使用权", "经营权", "租"];
/// Characters that are looked back through for what a number counts or a term is of.
// A choice: a list of some ten names.
const BACK: usize = 60;

impl Near<'_> {
    /// 5年累计, 3年行动计划, 承包到期后再延长30年: how long something takes or lasts by its rule.
    pub(super) fn is_term(&self) -> bool {
        const LASTING: [&str; 5] = ["年累计", "年行动", "年规划", "年计划", "年攻坚"];
        let short = self.number.len() <= 2 && self.number.chars().all(is_digit);
        // 使用寿命延长5年 may be promised; what a right is extended by is said by its law.
        let of_right = || {
            let clause = self.clause_before();
            RIGHTS.iter().any(|right| clause.contains(right))
        };
        let extended = self.ends(&["延长", "顺延", "续期"]) && self.behind.starts_with('年');
        short && (self.begins(&LASTING) || extended && of_right())
    }

    /// 24个主要指标, 17个领域, 12个稳增长方案; 甲、乙、丙3个体系 after as many names.
    pub(super) fn is_count_of_parts(&self) -> bool {
        let Some(counted) = MEASURES.iter().find_map(|word| self.behind.strip_prefix(word)) else {
            return false;
        };
        let mut indicator = counted;
        while let Some(rest) = INDICATORS.iter().find_map(|word| indicator.strip_prefix(word)) {
            indicator = rest;
        }
        let part = PARTS.iter().any(|part| counted.starts_with(part));
        indicator.starts_with("指标") || part || is_means(counted) || self.is_as_many_as_named()
    }

    /// 甲、乙、丙3个体系: as many as have just been named, and none of them to be made.
    fn is_as_many_as_named(&self) -> bool {
        let clause = self.clause_before();
        let named = clause.matches('、').count() + 1;
        // 甲至乙等2个 names one of them, and one name is no list.
        let whole = named > 1 && !clause.ends_with('等') && clause.ends_with(is_han);
        let making = || MAKING.iter().any(|verb| clause.contains(verb));
        whole && self.number.parse() == Ok(named) && !making()
    }

    /// 13亿中国人: how many there are of the people.
    pub(super) fn is_of_people(&self) -> bool {
        const PEOPLE: [&str; 6] = ["中国人", "中华儿女", "各族人民", "人民", "同胞", "老百姓"];
        let behind = self.behind.strip_prefix('亿');
        behind
            .map(|rest| rest.trim_start_matches(['多', '余']))
            .filter(|rest| !rest.starts_with("人民币"))
            .is_some_and(|rest| PEOPLE.iter().any(|word| rest.starts_with(word)))
    }

    /// 3县城, 3县（市）政府: the counties of the text, which it need not call 3个县.
    pub(super) fn is_of_places(&self) -> bool {
        const PLACES: [&str; 7] = ["县城", "县（市", "县(市", "县市", "县区", "区县", "市州"];
        // 3县城全部达标 says of all of them what is to come.
        const REACHING: [&str; 6] = ["全部", "均", "都", "达", "完成", "建成"];
        let near = beginning(self.behind, NAME * 2);
        let clause = near.split(['，', '。', '；', '\n']).next().unwrap_or_default();
        self.begins(&PLACES) && !REACHING.iter().any(|word| clause.contains(word))
    }

    /// What stands before a number in its clause, as far as one looks.
    fn clause_before(&self) -> &str {
        let ends = |c: &char| matches!(c, '，' | '。' | '；' | '：' | ',' | '|' | '\t');
        let back = self.before.chars().rev().take(BACK).take_while(|c| !ends(c));
        let length: usize = back.map(char::len_utf8).sum();
        self.before.get(self.before.len() - length..).unwrap_or_default()
    }
}

/// Whether words are the name of a means and nothing more: 重点产业稳增长方案.
fn is_means(words: &str) -> bool {
    let ends = |c: char| matches!(c, '，' | '。' | '、' | '；' | '：' | '\n' | '和' | '与' | '及');
    let end = words.char_indices().take(NAME + 1).find(|(_, c)| ends(*c));
    let name = match end {
        Some((at, _)) => words.get(..at).unwrap_or_default(),
        None if words.chars().nth(NAME).is_none() => words,
        None => return false,
    };
    MEANS.iter().any(|end| name.ends_with(end)) && !name.contains(is_digit)
}

#[cfg(test)]
mod tests {
    use super::super::around::marked;

    #[test]
    fn a_count_told_in_passing_is_no_target() {
        for words in [
            "设定五大类<18>个主要指标",
            "包括<9>个预期性指标",
            "和<7>项约束性指标",
            "抓好<11>个领域节能",
            "落实<6>大主要任务",
            "实施<8>个重点行业提升方案，",
            "推出<40>项便民举措",
            "做强甲、乙、丙<3>大基地",
            "完善甲、乙<2>个机场功能",
        ] {
            assert!(marked(words, |near| near.is_count_of_parts()), "{words}");
        }
        for words in [
            "确保<44>个乡镇全部达标",
            "引导<900>家农场",
            "投资<5>亿人民币",
            "开工甲至乙等<2>个项目",
            "续建甲、乙等<23>个项目",
            "建成甲、乙<2>个机场",
            "推进甲、乙、丙<5>个项目",
            "制定<12>个方案以上的甲",
            "新建<5>个方案馆",
        ] {
            assert!(!marked(words, |near| near.is_count_of_parts()), "{words}");
        }
    }

    #[test]
    fn terms_people_and_places_are_no_targets() {
        for words in ["<5>年累计建设", "编制<3>年行动计划", "土地承包到期后再延长<30>年试点"]
        {
            assert!(marked(words, |near| near.is_term()), "{words}");
        }
        for words in ["使用寿命延长<5>年", "<120>年累计", "<5>年内建成"] {
            assert!(!marked(words, |near| near.is_term()), "{words}");
        }
        assert!(marked("端牢<14>亿多人民的饭碗", |near| near.is_of_people()));
        assert!(!marked("覆盖农村<5>亿人口", |near| near.is_of_people()));
        assert!(marked("<4>县城实力相当", |near| near.is_of_places()));
        assert!(!marked("<4>县城全部达标", |near| near.is_of_places()));
    }
}
