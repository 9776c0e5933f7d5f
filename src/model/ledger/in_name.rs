//! Numbers that are part of a name: a code, what is quoted, the bound of a group.

use crate::text::is_han;

use super::{around::Near, scanned::is_digit, worded::CAMPAIGNS};

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

    /// “全覆盖两提升”行动: what is quoted before a campaign is its name, and “全覆盖” without one may be promised.
    pub(super) fn is_in_campaign(&self) -> bool {
        let named = || {
            let behind = self.behind.split_once('”').map(|(_, behind)| behind);
            behind.is_some_and(|behind| CAMPAIGNS.iter().any(|name| behind.starts_with(name)))
        };
        // Quotes are near or none, so what closes them is not looked for through the whole text.
        self.is_in_quotes() && named()
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

    /// 城市大脑2.0: a name and the version of what it names.
    pub(super) fn is_version(&self) -> bool {
        // Behind these the same figures are a value: 达到2.0, 容积率2.0.
        const OF_VALUES: &str = "到至为达超过于出破约近持在加降高低长升增减均率比数值度量差";
        let step = self.number.strip_suffix(".0").is_some_and(|step| step.len() == 1);
        let named = self.before.ends_with(|c| c == '”' || is_han(c) && !OF_VALUES.contains(c));
        step && named && !self.behind.starts_with(['%', '％', '‰']) && !self.has_unit()
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
