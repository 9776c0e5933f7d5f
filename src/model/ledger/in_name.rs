//! Numbers that are part of a name: a code, what is quoted, the bound of a group.

use super::{around::Near, scanned::is_digit};

impl Near<'_> {
    /// “1+4”, “4321”: what is quoted and holds no share is the name of something.
    pub(super) fn is_in_quotes(&self) -> bool {
        // What is quoted and longer is a sentence, in which a number may be promised.
        const LONGEST: usize = 10;
        let open = self.before.char_indices().rev().take(LONGEST).find(|(_, c)| "“”".contains(*c));
        let close = self.behind.char_indices().take(LONGEST).find(|(_, c)| "“”".contains(*c));
        match (open, close) {
            (Some((open, '“')), Some((close, '”'))) => {
                let head = self.before.get(open..).unwrap_or_default();
                let tail = self.behind.get(..close).unwrap_or_default();
                // “覆盖率达到95%” quotes a target.
                !head.contains(['%', '％']) && !tail.contains(['%', '％'])
            }
            _ => self.behind.starts_with('+') || self.before.ends_with('+'),
        }
    }

    /// 65岁及以上老年人, 35—64岁妇女, 3人制篮球, 8英寸: a bound or a size in the name of a group or thing.
    pub(super) fn is_of_group(&self) -> bool {
        const AGED: [&str; 12] = [
            "及以上",
            "以上",
            "及以下",
            "以下",
            "以内",
            "儿童",
            "妇女",
            "女生",
            "女孩",
            "老人",
            "老年",
            "适龄",
        ];
        // 35—64岁妇女: the word that names the group stands behind the upper bound.
        let upper = self.behind.trim_start_matches(['-', '—', '–', '～', '~', '至']);
        let upper = if upper.len() < self.behind.len() {
            upper.trim_start_matches(is_digit)
        } else {
            self.behind
        };
        let aged = upper
            .strip_prefix('岁')
            .is_some_and(|rest| AGED.iter().any(|word| rest.starts_with(word)));
        // 预期寿命达到80岁以上 is a value.
        let aged = aged && !self.ends(&["达到", "到", "至", "为", "超过", "突破"]);
        aged || self.begins(&["人制", "千伏变电站", "英寸"])
    }

    pub(super) fn is_code(&self) -> bool {
        let letter = self.before.chars().next_back().is_some_and(|c| c.is_ascii_alphabetic());
        let standard = ["GB/T ", "GB ", "GB/T", "DB/T "];
        // 5G, 3A, 4D, and not 5GW or 3Ah.
        let generation = self.number.len() == 1
            && self.behind.starts_with(['G', 'A', 'D'])
            && !self
                .behind
                .get(1..)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
        letter
            || generation
            || self.ends(&standard)
            || self.ends(&["〔", "["]) && self.begins(&["〕", "]"])
            || self.ends(&["〕", "]"]) && self.behind.starts_with('号')
            || self.begins(&["热线", "省道", "国道", "县道", "号线", "强企业", "强县", "版"])
            || self.ends(&["世界", "中国"]) && self.behind.starts_with('强')
    }
}
