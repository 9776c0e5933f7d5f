//! What the words around a number say of it where nobody has read it: a date, an ordinal, a code; else it is unread.

use super::{
    entry::{AsideReason as Why, NumberKind},
    latin,
    scanned::is_digit,
};

/// How far the words around a number are looked at, in characters.
// Longer than any word looked for below with a date beside it; further off the words speak of another number.
const FAR: usize = 12;

/// What the number `start..end` is, in a line that begins at `line`.
pub(super) fn around(text: &str, line: usize, start: usize, end: usize) -> NumberKind {
    near(text, line, start, end).why().map_or(NumberKind::Unread, NumberKind::Aside)
}

/// Why words that stand for a number are none of a target: most of what is told of digits is never written in words.
pub(super) fn why_in_words(text: &str, line: usize, start: usize, end: usize) -> Option<Why> {
    let near = near(text, line, start, end);
    if near.is_count_of_parts() {
        Some(Why::Count)
    } else {
        near.is_in_campaign().then_some(Why::Code)
    }
}

fn near(text: &str, line: usize, start: usize, end: usize) -> Near<'_> {
    let number = text.get(start..end).unwrap_or_default();
    let before = text.get(line..start).unwrap_or_default();
    let behind = text.get(end..).unwrap_or_default();
    Near {
        number,
        alone: before.trim_matches(is_dash_or_blank).is_empty()
            && line_rest(behind).trim_matches(is_dash_or_blank).is_empty(),
        first: within_cell(before).all(|c| c.is_whitespace() || "（(#*".contains(c)),
        before,
        behind,
    }
}

/// A number with the words on both sides of it.
pub(super) struct Near<'a> {
    pub number: &'a str,
    pub before: &'a str,
    pub behind: &'a str,
    /// Whether its line holds nothing but dashes besides.
    alone: bool,
    /// Whether it begins its line, or its cell where a line holds several.
    pub first: bool,
}

impl Near<'_> {
    fn why(&self) -> Option<Why> {
        // From the surest to the loosest: 2026.2.24 would also pass for a step of headings, and a rank for an
        // ordinal.
        if self.is_page() {
            Some(Why::Furniture)
        } else if self.is_date() || self.is_day() || self.is_span() || self.is_term() {
            Some(Why::Date)
        } else if self.is_rank() {
            Some(Why::Rank)
        } else if self.is_ordinal() {
            Some(Why::Ordinal)
        } else if self.begins(&["分钟", "小时"]) && words_within_reach(self.behind).contains('圈')
        {
            Some(Why::Circle)
        } else if self.is_code() || self.is_in_quotes() || self.is_of_group() || self.is_version() {
            Some(Why::Code)
        } else if self.begins(&[
            "份文件",
            "个文件",
            "次会议",
            "场会议",
            "件议案",
            "件提案",
            "个方面",
            "大类",
            "类问题",
            "项举措",
            "项措施",
            "条措施",
            "项政策",
            "条政策",
        ]) || self.is_count_of_parts()
            || self.behind.starts_with('件') && self.ends(&["建议", "提案", "议案"])
        {
            Some(Why::Count)
        } else if self.is_of_people() || self.is_of_places() {
            Some(Why::Stock)
        } else {
            latin::why_in_english(self.before, self.number, self.behind)
        }
    }

    pub fn begins(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.behind.starts_with(word))
    }

    pub fn ends(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.before.ends_with(word))
    }

    /// — 3 —. A number alone without dashes is a cell or a value of its own.
    fn is_page(&self) -> bool {
        let dash = |c: Option<char>| c.is_some_and(|c| matches!(c, '—' | '-' | '–'));
        self.alone
            && dash(self.before.trim_end().chars().next_back())
            && dash(line_rest(self.behind).trim_start().chars().next())
    }

    fn is_date(&self) -> bool {
        let behind = self.behind.trim_start_matches(' ');
        let whole = self.number.chars().all(is_digit);
        // 5000年 is an age of civilisation.
        let year = whole && self.number.len() == 4 && self.number.starts_with(['1', '2']);
        let in_date =
            self.ends(&["年", "月"]) && (behind.starts_with('月') || behind.starts_with('日'));
        let to_year = || {
            let rest = behind.trim_start_matches(['-', '—', '–', '～', '~', '至', '年']);
            // 2021—2025年: the first year has its 年 behind the second.
            let next: String = rest.chars().take_while(|c| is_digit(*c)).collect();
            rest.len() < behind.len()
                && next.len() == 4
                && rest.get(next.len()..).is_some_and(|rest| rest.starts_with('年'))
        };
        let is_jubilee = whole && behind.starts_with("周年");
        year && (behind.starts_with('年') || to_year()) || whole && in_date || is_jubilee
    }

    /// 2026-02-24, 2026/2/24 and its parts.
    fn is_day(&self) -> bool {
        let of_day = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b'.');
        // Each part of 2026-02-24 is a number of the scan; the whole is put together again from both sides.
        let back = self.before.bytes().rev().take(FAR).take_while(of_day).count();
        let on = self.behind.bytes().take(FAR).take_while(of_day).count();
        let head = self.before.get(self.before.len() - back..).unwrap_or_default();
        let tail = self.behind.get(..on).unwrap_or_default();
        let whole = format!("{head}{}{tail}", self.number);
        ['-', '/', '.'].iter().any(|sign| {
            let parts: Vec<&str> = whole.split(*sign).collect();
            let short = |part: &&str| matches!(part.len(), 1 | 2);
            match parts.as_slice() {
                [year, rest @ ..] => {
                    let year = year.len() == 4 && year.starts_with(['1', '2']);
                    year && rest.len() == 2
                        && rest.iter().all(short)
                        && parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()))
                }
                [] => false,
            }
        })
    }

    /// 今后5年, 近3年.
    fn is_span(&self) -> bool {
        // 近3年 is a span; 近2000年 counts something else.
        let short = self.number.len() <= 2;
        short && self.behind.starts_with('年') && self.ends(&["今后", "未来", "过去", "近", "这"])
    }

    /// 前30强, 第3名, 位居全国第1.
    fn is_rank(&self) -> bool {
        const AMONG: [&str; 8] = ["全国", "全省", "全区", "全市", "世界", "全球", "西部", "排名"];
        const STANDS: [&str; 3] = ["居", "列", "排"];
        const PARTS: [&str; 12] =
            ["个", "届", "次", "批", "期", "章", "节", "条", "轮", "季", "代", "号"];
        let Some(before) = self.before.strip_suffix('第') else {
            // 2030年前5%的 is a deadline and then a number; 前5% alone is a place among others.
            let is_time = self.ends(&["年前", "月前", "底前", "日前", "之前", "以前"]);
            return !is_time && self.ends(&["前"]) && self.begins(&["位", "名", "强", "%", "％"]);
        };
        let among = AMONG.iter().chain(&STANDS).any(|word| before.ends_with(word));
        // 全国第3 is a rank without 位; 全国第3次普查 is a number of the census.
        self.begins(&["位", "名", "强"]) || among && !self.begins(&PARTS)
    }
}

/// What stands before a number in its line or cell, backwards, as far as one looks.
fn within_cell(before: &str) -> impl Iterator<Item = char> {
    before.chars().rev().take(FAR).take_while(|c| !matches!(c, '|' | '\t' | ','))
}

fn is_dash_or_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '—' | '-' | '–')
}

/// What stands behind a number in its line, as far as one looks.
pub(super) fn line_rest(behind: &str) -> &str {
    words_within_reach(behind).split('\n').next().unwrap_or_default()
}

fn words_within_reach(words: &str) -> &str {
    beginning(words, FAR)
}

/// The first characters of `words`, so many at most.
pub(super) fn beginning(words: &str, count: usize) -> &str {
    let end = words.char_indices().nth(count).map_or(words.len(), |(at, _)| at);
    words.get(..end).unwrap_or_default()
}

/// What is told of the number between `<` and `>`.
#[cfg(test)]
pub(super) fn marked<T>(words: &str, tell: impl Fn(&Near<'_>) -> T) -> T {
    let (before, rest) = words.split_once('<').expect("a mark");
    let (number, behind) = rest.split_once('>').expect("a mark that closes");
    let text = format!("{before}{number}{behind}");
    tell(&near(&text, 0, before.len(), before.len() + number.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(words: &str) -> NumberKind {
        marked(words, |near| near.why().map_or(NumberKind::Unread, NumberKind::Aside))
    }

    #[test]
    fn the_words_beside_a_number_say_what_it_is() {
        let aside = [
            ("— <3> —", Why::Furniture),
            ("[^<1>]: 按户籍人口计算", Why::Ordinal),
            ("<2021>年印发", Why::Date),
            ("<2021>—2025年", Why::Date),
            ("2021年<12>月", Why::Date),
            ("2021年12月<31>日", Why::Date),
            ("（<1>）提升质量", Why::Ordinal),
            ("<1>.提升质量", Why::Ordinal),
            ("| 1 | <1>.提升质量 |", Why::Ordinal),
            ("1,<1>、提升质量,70", Why::Ordinal),
            ("见表<2>", Why::Ordinal),
            ("第<3>章", Why::Ordinal),
            ("建设<5>G基站", Why::Code),
            ("PM<2.5>浓度", Why::Code),
            ("甲政发〔<2021>〕5号", Why::Code),
            ("甲政发〔2021〕<5>号", Why::Code),
            ("<12345>热线", Why::Code),
            ("<15>分钟生活圈", Why::Circle),
            ("居全省前<10>位", Why::Rank),
            ("印发<12>份文件", Why::Count),
            ("办理代表建议<9>件", Why::Count),
            ("时间：<2026>-02-24", Why::Date),
            ("时间：2026-<02>-24", Why::Date),
            ("时间：2026-02-<24>", Why::Date),
            ("今后<5>年", Why::Date),
            ("“<1>+4”体系", Why::Code),
            ("“1+<4>”体系", Why::Code),
            ("“<4321>”工程", Why::Code),
            ("<303>省道", Why::Code),
            ("世界<500>强", Why::Code),
            ("升级城市大脑<3.0>", Why::Code),
            ("开展“<2>全覆盖”行动", Why::Code),
            ("<5>年累计整治土地", Why::Date),
            ("表6-<2>", Why::Ordinal),
            ("设定<18>个主要指标", Why::Count),
            ("<14>亿人民", Why::Stock),
        ];
        for (words, why) in aside {
            assert_eq!(told(words), NumberKind::Aside(why), "{words}");
        }
        for words in [
            "<3.2> million people",
            "<2.5> 亿元",
            "达到<25>%",
            "<100>km",
            "<25>",
            "新建学校<12>所",
            "<2021>个",
            "倍差降到<2.0>",
            "容积率<2.0>",
            "增长<2.0>%",
            "住房<5>A平方米x",
        ] {
            let expected = words != "住房<5>A平方米x";
            assert_eq!(told(words) == NumberKind::Unread, expected, "{words}");
        }
    }
}
