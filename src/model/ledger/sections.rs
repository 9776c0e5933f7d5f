//! Which part of a document a line stands in: one that looks back or one that promises.

/// Characters of a heading.
// A heading fits one line; a longer line is a paragraph even where it begins with a number.
const HEADING: usize = 40;

/// Words of headings of parts that look back.
const LOOKING_BACK: [&str; 15] = [
    // Whole words of such headings: 成效 or 基础 alone also stand in 提高成效 and 夯实基础, which are tasks.
    "显著成效",
    "成绩单",
    "回顾",
    "发展成就",
    "主要成就",
    "发展成效",
    "主要成效",
    "取得成效",
    "取得的成绩",
    "工作总结",
    "完成情况",
    "发展基础",
    "发展现状",
    "现实基础",
    "工作基础",
];
/// Words of headings of parts that promise; a part that does both is neither.
const LOOKING_ON: [&str; 14] = [
    "目标",
    "总体要求",
    "指导思想",
    "任务",
    "安排",
    "部署",
    "举措",
    "保障",
    "打算",
    "建议",
    "思路",
    "展望",
    "原则",
    "重点工作",
];

/// Whether the part of a document that is being read looks back.
#[derive(Debug, Default)]
pub(super) struct Sections {
    /// How deep the heading stands that looks back.
    back: Option<u8>,
    /// How many bytes of the text come before the part that promises, where no heading says which part does what.
    before: usize,
    /// How many bytes have been taken in.
    at: usize,
}

impl Sections {
    /// The parts of a text that plans from the year `from` on.
    pub(super) fn of(text: &str, from: Option<i32>) -> Self {
        Self { before: before_promises(text, from).unwrap_or_default(), ..Self::default() }
    }

    /// Takes in a line that may be a heading.
    pub(super) fn enter(&mut self, line: &str) {
        self.at += line.len();
        let Some((level, back, on)) = heading_outlook(line) else { return };
        match self.back {
            // What stands below a heading that looks back does so, whatever its own words are: 一、工作回顾 has a
            // （二）重点任务完成.
            Some(own) if level > own => {}
            _ => self.back = (back && !on).then_some(level),
        }
    }

    /// Whether it does.
    pub(super) fn looks_back(&self) -> bool {
        self.back.is_some() || self.at <= self.before
    }
}

/// How deep a heading is, and whether it looks back or on; `None` for other lines.
fn heading_outlook(line: &str) -> Option<(u8, bool, bool)> {
    let bare = line.trim().trim_start_matches('#').trim().trim_matches('*');
    let bare =
        bare.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(bare, |(_, b)| b);
    if bare.is_empty()
        // Bytes before characters: no character has more than four, and a page of prose need not be counted through.
        || bare.len() > HEADING * 4
        || bare.chars().count() > HEADING
        || bare.contains(['。', '；', '|'])
    {
        return None;
    }
    let holds = |words: &[&str]| words.iter().any(|word| bare.contains(word));
    let (back, on) = (holds(&LOOKING_BACK), holds(&LOOKING_ON));
    let hashes = line.trim().bytes().take_while(|byte| *byte == b'#').count();
    let level = match heading_number_depth(bare) {
        Some(level) => level,
        None if hashes > 0 => u8::try_from(hashes).unwrap_or(u8::MAX),
        // A short line without a number is a heading only by its words, and stands as high as 一、 does.
        None if (back || on) && !bare.contains(['，', '：']) => 2,
        None => return None,
    };
    Some((level, back, on))
}

/// How deep the number of a heading says it is.
fn heading_number_depth(bare: &str) -> Option<u8> {
    let numeral = |c: char| "一二三四五六七八九十百".contains(c) || c.is_ascii_digit();
    if let Some(rest) = bare.strip_prefix('第') {
        let rest = rest.trim_start_matches(numeral);
        return match rest.chars().next()? {
            '编' | '篇' | '章' | '部' => Some(1),
            '节' => Some(3),
            _ => None,
        };
    }
    if let Some(rest) = bare.strip_prefix(['（', '(']) {
        let rest = rest.trim_start_matches(numeral);
        return rest.starts_with(['）', ')']).then_some(3);
    }
    let rest = bare.trim_start_matches(numeral);
    let numbered = rest.len() < bare.len();
    match rest.chars().next() {
        Some('、') if numbered => Some(2),
        Some('.' | '．') if numbered => Some(4),
        _ => None,
    }
}

/// Words that lead the targets of a document, and those that open a part about the years to come.
const AIMS: [&str; 6] =
    ["预期目标是", "预期目标为", "预期目标：", "主要目标是", "主要目标为", "目标包括"];
const COMING: [&str; 3] = ["今后五年", "未来五年", "今后5年"];
/// Words of what has been.
const GONE: [&str; 4] = ["过去五年", "五年来", "过去一年", "一年来"];

/// The bytes before the part with the first aims, where another part comes before that, tells what has been, and no heading
/// says so: 一、一年接着一年干….
fn before_promises(text: &str, from: Option<i32>) -> Option<usize> {
    let (mut at, mut parts, mut aims) = (0, Vec::new(), None);
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        if let Some((level, back, on)) = heading_outlook(line).filter(|(level, ..)| *level <= 2) {
            // One heading that says what its part does is enough: all others are then read by their own words.
            if back || on {
                return None;
            }
            parts.push((at, level));
        }
        let leads = AIMS.iter().any(|aim| bare.contains(aim))
            || COMING.iter().any(|coming| bare.starts_with(coming));
        if leads {
            aims = Some(parts.len());
            break;
        }
        at += line.len();
    }
    let last = aims.filter(|parts| *parts > 1)?.checked_sub(1)?;
    let (end, _) = parts.get(last)?;
    let told = text.get(..*end)?;
    // A report of the year 2026 that tells of 2025年 before its aims looks back there.
    let year = from.map(|from| format!("{}年", from - 1));
    let is_told = GONE.iter().any(|gone| told.contains(gone))
        || year.is_some_and(|year| told.contains(&year));
    is_told.then_some(*end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_looks_back_until_the_next_of_its_depth() {
        let mut sections = Sections::default();
        for (line, expected) in [
            ("一、2025年工作回顾", true),
            ("（一）经济运行", true),
            ("全年新增就业5万人。", true),
            ("二、2026年重点工作", false),
            ("（一）回顾和目标", false),
            ("“十四五”时期工作回顾", true),
            ("“十五五”主要目标", false),
            ("第一章 发展基础", true),
            ("第一节 产业", true),
            ("第二章 总则", false),
        ] {
            sections.enter(line);
            assert_eq!(sections.looks_back(), expected, "{line}");
        }
    }

    #[test]
    fn a_first_part_without_a_name_looks_back_where_a_later_one_has_the_aims() {
        let text = "一、同心同德干实事\n2025年，新增就业5万人。\n二、一鼓作气开新局\n今年主要预期目标是：新增就业6万人。\n";
        let told: Vec<bool> = {
            let mut sections = Sections::of(text, Some(2026));
            let each = text.split_inclusive('\n').map(|line| {
                sections.enter(line);
                sections.looks_back()
            });
            each.collect()
        };
        assert_eq!(told, [true, true, false, false]);
    }
}
