//! Numbers that are written in words, values without a number, and blanks to be filled in.

use crate::{
    quantity::{Spelt, spelt},
    text::Span,
};

use super::{
    entry::{AsideReason as Why, NumberKind},
    scanned::{NumberNotation, ScannedNumber},
};

/// Units behind a numeral that make it a count: behind others it is as often part of a name.
const UNITS: [&str; 34] = [
    // Those missing here, 级, 期, 代, 线, stand in names as often: 三期, 二线.
    "个百分点",
    "平方公里",
    "平方米",
    "立方米",
    "亿元",
    "万元",
    "公顷",
    "公里",
    "千米",
    "千瓦",
    "万人",
    "万户",
    "万亩",
    "万吨",
    "个",
    "家",
    "所",
    "座",
    "项",
    "人",
    "名",
    "户",
    "亩",
    "米",
    "吨",
    "元",
    "岁",
    "张",
    "辆",
    "套",
    "处",
    "倍",
    "艘",
    "台",
];

/// What a value without a number goes on with where it is the name of a campaign.
pub(super) const CAMPAIGNS: [&str; 6] = ["行动", "工程", "机制", "攻坚", "计划", "专项"];

/// The numbers in words of `text`, in order; those that only count where something claims them have no kind of their own.
pub(super) fn worded_numbers(text: &str) -> Vec<ScannedNumber> {
    let mut found = Vec::new();
    let mut characters = text.char_indices().peekable();
    let mut before = '\n';
    while let Some((start, character)) = characters.next() {
        let rest = text.get(start..).unwrap_or_default();
        let read = match character {
            // Every arm begins at one character, so a text is walked once, and what a number takes is never looked
            // at again.
            _ if is_worded_numeral(character) => numeral(rest, before),
            // 健全覆盖城乡的网络 covers nothing whole.
            '全' if rest.starts_with("全覆盖") && before != '健' => {
                value_without_number(rest, "全覆盖")
            }
            '清' if rest.starts_with("清零") => value_without_number(rest, "清零"),
            'X' | 'Ｘ' | '×' | '○' => blank_to_fill(rest, before, character),
            '_' | '*' => marked_out(rest, character),
            '待' => ["待定", "待补充", "待填"]
                .iter()
                .find(|word| rest.starts_with(**word))
                .map_or(WordedToken::Skip(0), |word| WordedToken::Blank(word.len(), None)),
            'a'..='z' | 'A'..='Z' if !before.is_alphanumeric() => english_word_token(text, start),
            _ => WordedToken::Skip(0),
        };
        let (length, shape, around) = match read {
            WordedToken::Words(length, around) => (length, Some(NumberNotation::Words), around),
            WordedToken::Blank(length, around) => (length, Some(NumberNotation::Blank), around),
            WordedToken::Skip(length) => (length, None, None),
        };
        let end = start + length;
        if let Some(shape) = shape {
            found.push(ScannedNumber { span: Span::new(start, end), claimed: None, around, shape });
        }
        before = text.get(..end).and_then(|words| words.chars().next_back()).unwrap_or(character);
        if length == 0 {
            before = character;
        }
        while characters.next_if(|(at, _)| *at < end).is_some() {}
    }
    found
}

/// What begins at a place, and how many bytes it takes.
enum WordedToken {
    /// A number in words; without a kind it counts only where something claims it.
    Words(usize, Option<NumberKind>),
    /// A blank to be filled in, likewise.
    Blank(usize, Option<NumberKind>),
    /// Nothing.
    Skip(usize),
}

fn is_worded_numeral(character: char) -> bool {
    is_figure(character) || matches!(character, '十' | '百' | '千' | '万' | '亿')
}

/// Whether a numeral is a figure and no power of ten.
fn is_figure(character: char) -> bool {
    matches!(
        character,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '两' | '〇' | '零'
    )
}

fn run_length(words: &str, test: impl Fn(char) -> bool) -> usize {
    words.find(|c| !test(c)).unwrap_or(words.len())
}

/// 十五个, 百分之三, 两成, 二〇二五年; 一体化, 第三, 十分 and “十四五” are none.
fn numeral(rest: &str, before: char) -> WordedToken {
    let length = run_length(rest, is_worded_numeral);
    let (own, behind) = rest.split_at(length);
    if let Some(more) = behind.strip_prefix("分之") {
        let above = run_length(more, |c| is_worded_numeral(c) || c == '点');
        let whole = length + "分之".len() + above;
        return if above > 0 {
            WordedToken::Words(whole, UNREAD)
        } else {
            WordedToken::Skip(length)
        };
    }
    // 第三, “三区三线”, 初三: a number in a name.
    let named = matches!(before, '第' | '“' | '‘' | '"' | '《' | '〔' | '初' | '—');
    if named || before.is_ascii_digit() || before.is_ascii_alphabetic() {
        return WordedToken::Skip(length);
    }
    let count = own.chars().count();
    // 二〇二五年; 十五五年 has no such four figures.
    if count == 4 && own.chars().all(is_figure) && behind.starts_with('年') {
        return WordedToken::Words(length, Some(NumberKind::Aside(Why::Date)));
    }
    if count == 1 && is_figure_of_ten(own, behind) {
        return WordedToken::Words(length + '成'.len_utf8(), UNREAD);
    }
    if behind.starts_with("个百分点") {
        return WordedToken::Words(length, UNREAD);
    }
    // 十一个方面的工作 counts what is written.
    if behind.starts_with("个方面") || behind.starts_with("方面") {
        return WordedToken::Skip(length);
    }
    // One numeral alone is most often no number (一个, 两家), so it counts only where something claims it; two are a
    // count.
    let counts = count > 1 && own.chars().any(is_figure);
    if counts && behind.starts_with("分钟") && behind.chars().take(8).any(|c| c == '圈') {
        return WordedToken::Words(length, Some(NumberKind::Aside(Why::Circle)));
    }
    let has_unit = UNITS.iter().any(|unit| behind.starts_with(unit));
    let stands_alone = behind.trim_start_matches(' ').chars().next().is_none_or(is_end);
    // 亿 alone belongs to the digits before it.
    let is_number = own.chars().any(|c| is_figure(c) || c == '十');
    match (counts && has_unit, is_number && (has_unit || stands_alone)) {
        (true, _) => WordedToken::Words(length, UNREAD),
        (_, true) => WordedToken::Words(length, None),
        _ => WordedToken::Skip(length),
    }
}

const UNREAD: Option<NumberKind> = Some(NumberKind::Unread);

fn is_end(character: char) -> bool {
    matches!(character, '\n' | '|' | '｜' | '，' | '。' | '；' | '、' | '）' | ')')
}

/// Whether a figure before 成 is a share: 两成以上 and not 一成不变.
fn is_figure_of_ten(own: &str, behind: &str) -> bool {
    let Some(more) = behind.strip_prefix('成') else { return false };
    let goes_on = ["以上", "以下", "以内", "左右", "多", "的"];
    own.chars().all(is_figure)
        && (more.chars().next().is_none_or(is_end) || goes_on.iter().any(|w| more.starts_with(w)))
}

/// 全覆盖, 清零.
fn value_without_number(rest: &str, word: &str) -> WordedToken {
    let behind = rest.get(word.len()..).unwrap_or_default();
    match CAMPAIGNS.iter().any(|name| behind.starts_with(name)) || behind.starts_with('率') {
        true => WordedToken::Skip(word.len()),
        false => WordedToken::Words(word.len(), UNREAD),
    }
}

/// XX, ×× and ○○; a letter X inside a word is none.
fn blank_to_fill(rest: &str, before: char, sign: char) -> WordedToken {
    let length = run_length(rest, |c| c == sign);
    let behind = rest.get(length..).unwrap_or_default();
    let in_word =
        before.is_ascii_alphanumeric() || behind.starts_with(|c: char| c.is_ascii_alphanumeric());
    // 某某 is often written so in names: only what is counted behind it makes it a value to come.
    let counted =
        behind.starts_with(['%', '％', '‰']) || UNITS.iter().any(|unit| behind.starts_with(unit));
    match length > sign.len_utf8() && !in_word {
        true => WordedToken::Blank(length, UNREAD.filter(|_| counted)),
        false => WordedToken::Skip(length),
    }
}

/// ____ and ***.
fn marked_out(rest: &str, sign: char) -> WordedToken {
    let length = run_length(rest, |c| c == sign);
    if length > 1 { WordedToken::Blank(length, None) } else { WordedToken::Skip(length) }
}

/// twenty-four percent, one in five, halved; other words are skipped as a whole.
fn english_word_token(text: &str, start: usize) -> WordedToken {
    match spelt(text, start) {
        Spelt::Word(length) => WordedToken::Skip(length),
        Spelt::Value(length) => WordedToken::Words(length, UNREAD),
        Spelt::Numeral(length) => WordedToken::Words(length, None),
        Spelt::Blank(length) => WordedToken::Blank(length, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers that count by themselves, and behind `?` those that something has to claim.
    fn said(text: &str) -> Vec<String> {
        let mark = |number: &ScannedNumber| if number.around.is_none() { "?" } else { "" };
        let found = worded_numbers(text);
        found.iter().map(|one| format!("{}{}", mark(one), one.span.of(text))).collect()
    }

    #[test]
    fn numbers_in_words_count_where_they_stand_as_numbers() {
        for (text, expected) in [
            ("新建公园十五个", vec!["十五"]),
            ("增长百分之三点五左右", vec!["百分之三点五"]),
            ("三分之二以上", vec!["三分之二"]),
            ("提高两成以上，缩小三个百分点", vec!["两成", "三"]),
            ("实现全覆盖，存量清零", vec!["全覆盖", "清零"]),
            ("二〇二五年", vec!["二〇二五"]),
            ("达到XX%，新建××个", vec!["XX", "××"]),
            ("grow by twenty-four percent, to five million", vec!["twenty-four", "five million"]),
            ("十五分钟生活圈", vec!["十五"]),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn words_that_only_hold_numerals_are_none() {
        for text in [
            "一体化发展",
            "第三产业",
            "第十五个五年",
            "二氧化碳",
            "十分重要",
            "“十四五”时期",
            "万一",
            "千方百计",
            "百姓",
            "一成不变",
            "三农",
            "清零行动",
            "十九届四中全会",
            "二十大报告",
            "某某XX县",
            "MAXXIM and X ray",
            "no one is left, one by one they go",
            "everyone",
        ] {
            let found: Vec<String> =
                said(text).into_iter().filter(|one| !one.starts_with('?')).collect();
            assert!(found.is_empty(), "{text}: {found:?}");
        }
    }

    #[test]
    fn blanks_and_bare_numerals_wait_to_be_claimed() {
        let found = said("| 二十五 | ____ | 待定 | ***亿元 | 5 亿元 |");
        assert_eq!(found, ["?二十五", "?____", "?待定", "?***"]);
    }
}
