//! Numbers that number something: headings, items, boxes, tables and notes.

use crate::{
    quantity::{RunningKind, running},
    text::is_han,
};

use super::{
    around::{Near, beginning, line_rest},
    scanned::is_digit,
};

/// What is numbered by a number behind its name.
const TITLED: [&str; 6] = ["表", "图", "专栏", "附件", "附表", "注"];
/// Characters of a list of boxes that are looked back through: 专栏7-1、7-2、7-3.
// A choice: five numbers with their signs; a longer list is written 专栏7-1至7-9.
const LIST: usize = 24;
/// Characters of a heading whose number has lost its point.
// Headings of items are short; a longer line is a sentence, which may begin with an amount.
const HEADING: usize = 30;

impl Near<'_> {
    pub(super) fn is_ordinal(&self) -> bool {
        let short = self.is_short();
        let opened = self.ends(&["（", "("]) && self.begins(&["）", ")"]);
        // Two digits at most and at the beginning: 3、 counts items, and 2.5 further on is a value.
        let counted = self.first && self.begins(&["、", ".", "．", ")", "）"]);
        let steps = self.first
            && self.number.split('.').all(|step| step.len() <= 2)
            && self.number.contains('.')
            && self.behind.starts_with([' ', '\u{3000}'])
            // 2.1 万企转型 is a heading, 5.1 亿元 at a line's beginning is an amount; only the unit behind tells.
            && !self.has_unit();
        // [^1] is where a footnote belongs.
        let note = short && self.ends(&["[^"]) && self.begins(&["]"]);
        let numbered = || self.is_titled() || self.is_item() || self.is_glued();
        note || self.before.ends_with('第') || short && (opened || counted || numbered()) || steps
    }

    /// A whole number of two digits at most.
    fn is_short(&self) -> bool {
        self.number.chars().count() <= 2 && self.number.chars().all(is_digit)
    }

    /// 表2, 专栏 3, each step of 专栏3-1, and those that follow it in 专栏7-1、7-2.
    fn is_titled(&self) -> bool {
        if self.ends(&TITLED) {
            return true;
        }
        let of_list = |c: char| {
            is_digit(c) || is_dash(c) || c.is_whitespace() || matches!(c, '.' | '、' | '和' | '及')
        };
        let back = self.before.chars().rev().take(LIST).take_while(|c| of_list(*c));
        let list = self.before.len() - back.map(char::len_utf8).sum::<usize>();
        let (named, list) = self.before.split_at(list);
        if !TITLED.iter().any(|word| named.ends_with(word)) || self.has_unit() {
            return false;
        }
        // 表2 3个公园 goes on with an amount: a number belongs to the list by its blanks alone only where it is the
        // first, and further on by its dash.
        let is_step = list.ends_with(is_dash);
        let leads =
            || self.behind.strip_prefix(is_dash).is_some_and(|rest| rest.starts_with(is_digit));
        list.trim().is_empty() || is_step || list.ends_with(['、', '和', '及']) && leads()
    }

    /// 1.“甲谷”位于…… 2.农村电商……: an item inside a line.
    fn is_item(&self) -> bool {
        let Some(behind) = self.behind.strip_prefix(['.', '．']) else { return false };
        // The point of an English sentence has no Chinese behind it.
        let named = behind.trim_start_matches(' ').starts_with(|c| is_han(c) || "“‘《".contains(c));
        let apart =
            self.before.ends_with(|c: char| c.is_whitespace() || "。；：！？”）》".contains(c));
        // 提高到 5. 同时 ends a sentence with a value.
        let led = self.before.trim_end().ends_with(['到', '至', '为', '达', '超', '过', '约']);
        named && apart && !led
    }

    /// 3城乡融合发展: a heading whose number has lost its point.
    fn is_glued(&self) -> bool {
        // What a number counts or dates and no unit of a value is.
        const MEASURES: &str = "年月日号岁时点分大类个项条家所座次批级期届名位人";
        // One character more than a heading has tells a longer line.
        let line = beginning(self.behind, HEADING + 1).split('\n').next().unwrap_or_default();
        let parted = |c: char| is_digit(c) || "，。；：、,|\t%％".contains(c);
        self.first
            && line.chars().count() <= HEADING
            && !line.contains(parted)
            && line.starts_with(|c| is_han(c) && !MEASURES.contains(c))
            && line.chars().filter(|c| is_han(*c)).count() > 3
            && !self.has_unit()
    }

    /// Whether a number goes on with a unit or, in Latin letters, a magnitude: 5.1 亿元, 3.2 million; 2.1 万企转型 is a title.
    pub(super) fn has_unit(&self) -> bool {
        let line = format!("{}{}", self.number, line_rest(self.behind));
        let first = running(&line).into_iter().next().filter(|first| first.span.start == 0);
        let latin = self.behind.trim_start().starts_with(|c: char| c.is_ascii_alphabetic());
        first.is_some_and(|first| match first.kind {
            RunningKind::Number(Some(_)) => true,
            RunningKind::Number(None) => latin && first.span.end > self.number.len(),
            _ => false,
        })
    }
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '–' | '－')
}

#[cfg(test)]
mod tests {
    use super::super::around::marked;

    #[test]
    fn what_is_numbered_is_no_value() {
        for words in [
            "见表<2>",
            "表 <2>",
            "表<6>-2",
            "表6-<2> 甲项目",
            "专栏<3>—1",
            "专栏3—<1> 5G基站",
            "专栏 7-1、<7>-2",
            "专栏 7-1、7-<2>",
            "工程 <1>.“甲谷”位于城东",
            "工程。<2>.乙谷",
            "工程。 <3>. “丙谷”",
            "<3>城乡融合发展",
            "<6>科技教育事业全面发展",
        ] {
            assert!(marked(words, |near| near.is_ordinal()), "{words}");
        }
        for words in [
            "表2 <3>个公园",
            "表2、<3>个公园",
            "一张蓝图 <3>个公园",
            "提高到 <5>. 同时",
            "rose to <5>. The town",
            "新建公园<5>. 甲",
            "<3>所学校全部建成",
            "<3>万人就业",
            "<5>城全部达标，不留死角",
            "<20>公里城市快速路",
        ] {
            assert!(!marked(words, |near| near.is_ordinal()), "{words}");
        }
    }
}
