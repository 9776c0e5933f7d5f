//! The title of a plan: its own line, or the name by which the letter before it sends it out.

use crate::{document::Given, text::Span};

use super::{
    front::Front,
    own_name::{made_here, tells_of_named},
};

/// A title that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Its words on one line, without 《》 and the bracket of a draft.
    pub words: String,
    /// Where it stands.
    pub span: Span,
    /// The bracket behind it that says how far the plan has come: `（征求意见稿）`.
    pub draft: Option<Span>,
}

/// What the names of plans end with.
const NAMES: [&str; 12] = [
    "规划",
    "纲要",
    "方案",
    "计划",
    "政府工作报告",
    "报告",
    "实施意见",
    "行动",
    "要点",
    "规划（草案）",
    "意见",
    "任务书",
];

/// What a bracket behind a title says that is not part of the name.
pub const DRAFTS: [&str; 8] = ["征求意见", "草案", "送审", "审议", "讨论", "公示", "初稿", "文本"];

/// How many lines stand above the last of a title.
const MOST_LINES: usize = 3;

/// No title has more characters.
const LONGEST: usize = 80;

/// The title at the front of a document.
#[must_use]
pub fn find_title(front: &Front<'_>) -> Option<Title> {
    let lines = front.lines.iter().enumerate();
    let line = |wanted: bool| {
        lines
            .clone()
            .filter(|(_, (titled, _))| !wanted || *titled)
            .find_map(|(at, _)| own_line(front, at))
    };
    // A line of the title's style before others, a whole line before a name inside a sentence.
    line(true)
        .or_else(|| line(false))
        .or_else(|| title_named_in_letter(front))
        .or_else(|| title_opening_sentence(front))
        .or_else(|| title_of_itself(front))
}

/// `制定《某市发展规划》（以下简称《规划》）`: the text says what it is.
fn title_of_itself(front: &Front<'_>) -> Option<Title> {
    let mut lines = front.lines.iter().map(|(_, span)| front.words(*span));
    let name = lines.find_map(|line| made_here(line).filter(|name| is_plan_name(name)))?;
    Some(Title { words: join_title_lines("", name), span: front.span_of(name), draft: None })
}

/// The title that a document has by the name of its file, `德清县住房规划2022-25（征求意见稿）`, written behind its text.
#[must_use]
pub fn of_file(name: &str, given: &mut Given) -> Option<Title> {
    // Versions of a file say nothing of the plan, and several may stand behind each other:
    // 规划_送审稿_定稿.
    const VERSIONS: [&str; 9] =
        ["终稿", "定稿", "修改稿", "送审稿", "征求意见稿", "草案", "初稿", "批注", "annotated"];
    let mark = |c: char| matches!(c, '-' | '_' | ' ' | '—');
    let mut name = without_draft(name);
    while let Some(bare) =
        VERSIONS.iter().find_map(|end| name.trim_end_matches(mark).strip_suffix(end))
    {
        name = without_draft(bare);
    }
    let name = name.trim_end_matches(mark);
    // The years behind 德清县住房规划2022-25 hide how its name ends.
    let bare = name.trim_end_matches(|c: char| mark(c) || c.is_ascii_digit() || c == '年');
    let words = join_title_lines("", name);
    is_plan_name(bare).then(|| Title { span: given.write(&words, None), words, draft: None })
}

/// `甲市国民经济和社会发展第十二个五年规划纲要，根据…编制`: a sentence that begins with the title.
fn title_opening_sentence(front: &Front<'_>) -> Option<Title> {
    let mut lines = front.lines.iter().map(|(_, span)| front.words(*span).trim());
    lines.find_map(|line| {
        let (name, rest) = line.split_once(['，', ','])?;
        // A title with a comma behind it is also the beginning of any sentence; who draws it up on what
        // basis follows titles only.
        let drawn = ["根据", "依据", "按照", "由"].iter().any(|word| rest.starts_with(word));
        let name = without_draft(name);
        let span = front.span_of(name);
        (drawn && is_plan_name(name)).then(|| Title {
            words: join_title_lines("", name),
            span,
            draft: None,
        })
    })
}

/// A line that is a title of its own, with the line above it when the title goes over two.
fn own_line(front: &Front<'_>, at: usize) -> Option<Title> {
    let &(_, span) = front.lines.get(at)?;
    let words = front.words(span);
    if !is_plan_name(words) {
        return None;
    }
    let below = front
        .lines
        .get(at + 1)
        .map(|(_, below)| *below)
        .filter(|below| is_draft(front.words(*below)));
    let name = without_draft(words);
    let own = front.span_of(name);
    let draft = if name.len() < words.trim().len() {
        Some(Span { start: own.end, end: span.end })
    } else {
        below
    };
    let line = |at: usize| front.lines.get(at).map_or("", |(_, span)| front.words(*span));
    let mut first = at;
    // Upwards as long as each line can only be the beginning of the next.
    while first > 0 && at - first < MOST_LINES && is_begun(line(first - 1), line(first)) {
        first -= 1;
    }
    let above: String = (first..at).map(line).map(str::trim).collect();
    let start = front.lines.get(first).map_or(own, |(_, span)| *span);
    let span = Span { start: start.start.min(own.start), end: own.end };
    Some(Title { words: join_title_lines(&above, name), span, draft })
}

/// `编制某县“十四五”规划，`, `《某县规划》…现印发`, `关于印发某县规划的通知`.
fn title_named_in_letter(front: &Front<'_>) -> Option<Title> {
    let lines = front.lines.iter().map(|(_, span)| front.words(*span));
    let found = lines.clone().find_map(sent_out).or_else(|| lines.clone().find_map(drawn_up))?;
    let name = without_draft(found);
    Some(Title { words: join_title_lines("", name), span: front.span_of(name), draft: None })
}

fn sent_out(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("关于印发").or_else(|| line.split_once("关于征求"))?;
    let (name, _) = rest.split_once("的通知").or_else(|| rest.split_once("意见"))?;
    let name = name.trim_start_matches('《').split('》').next()?;
    is_plan_name(name).then_some(name)
}

fn drawn_up(line: &str) -> Option<&str> {
    line.split("编制").skip(1).find_map(|rest| {
        let end = rest.find(['，', '。', '；', ',', ';']).unwrap_or(rest.len());
        let name = rest.get(..end)?.trim_matches(['《', '》', '了', ' ']);
        // 本规划 is what the sentence says of the document itself; six characters are a choice, 编制规划
        // names none.
        (is_plan_name(name) && name.chars().count() > 6 && !name.starts_with('本')).then_some(name)
    })
}

/// A line that only its style or its place makes the title.
#[must_use]
pub fn styled(front: &Front<'_>) -> Option<Title> {
    let first = front.lines.first().filter(|(_, span)| is_no_sentence(front.words(*span)));
    let titled = |line: &&(bool, Span)| line.0 && !tells_of_named(front.words(line.1));
    let (_, span) = front.lines.iter().find(titled).or(first)?;
    let name = without_draft(front.words(*span));
    Some(Title { words: join_title_lines("", name), span: front.span_of(name), draft: None })
}

/// Whether a line is no sentence.
fn is_no_sentence(line: &str) -> bool {
    let count = line.trim().chars().count();
    (4..=40).contains(&count)
        && !line.contains(['，', '。', '；', '：', '！', ',', ';', ':', '|'])
        && !tells_of_named(line)
}

/// Whether a line is the name of a plan and nothing more.
fn is_plan_name(line: &str) -> bool {
    let name = without_draft(line);
    let bare = without_brackets(name);
    // A line with half a quotation is a piece of a sentence.
    let quoted = name.matches('《').count() != name.matches('》').count();
    !quoted
        && name.chars().count() <= LONGEST
        && !name.contains(['，', '。', '；', '：', '！', ',', ';', ':', '|'])
        && !tells_of_named(name)
        && !["附件", "关于征求", "关于印发", "关于公开"].iter().any(|start| name.starts_with(start))
        // More than the word itself: 规划 alone heads a column or a chapter.
        && NAMES.iter().any(|end| bare.ends_with(end) && bare.len() > end.len())
        || bare == "政府工作报告"
}

/// Whether a line begins a title that the next one goes on with: `甲县` above `“十四五”规划`.
fn is_begun(line: &str, rest: &str) -> bool {
    const NO_TITLE: [&str; 6] = ["的通知", "的函", "的公告", "文件", "号", "日"];
    let line = line.trim();
    let count = line.chars().count();
    // A region alone above a line that names none is its beginning; above one that names its own it is
    // the letterhead.
    let region = line.ends_with(['省', '市', '县', '区', '州', '盟', '旗']) && count <= 20;
    let named = rest.chars().take(12).any(|c| matches!(c, '省' | '市' | '县' | '区'));
    let begun = region && !named || line.starts_with("关于") || is_rest_of_title(rest);
    begun
        && (2..=40).contains(&count)
        // 关于 begins a title of its own.
        && !rest.starts_with("关于")
        && !line.contains(['，', '。', '；', '：', '》', '）', ',', ':', '|', ')'])
        && !is_plan_name(line)
        && !super::issue::is_office(line)
        && !NO_TITLE.iter().any(|end| line.ends_with(end))
}

/// Whether no title begins like this line: `第十四个五年规划和` goes on with the line above it.
fn is_rest_of_title(line: &str) -> bool {
    const RESTS: [&str; 14] = [
        "第十",
        "远景",
        "“十",
        "国民经济",
        "实施方案",
        "行动方案",
        "行动计划",
        "三年行动",
        "工作方案",
        "专项规划",
        "发展规划",
        "规划",
        "纲要",
        "二〇",
    ];
    RESTS.iter().any(|start| line.trim().starts_with(start))
}

fn is_draft(line: &str) -> bool {
    line.trim().starts_with(['（', '(']) && without_draft(line).is_empty()
}

/// A name without the bracket that says it is a draft.
#[must_use]
pub fn without_draft(name: &str) -> &str {
    let name = name.trim();
    let open = name.rfind(['（', '(']).filter(|_| name.ends_with(['）', ')']));
    let inner = open.and_then(|open| name.get(open..));
    match open {
        Some(open)
            if inner.is_some_and(|inner| DRAFTS.iter().any(|draft| inner.contains(draft))) =>
        {
            name.get(..open).unwrap_or_default().trim_end()
        }
        _ => name,
    }
}

/// A name without any bracket at its end.
#[must_use]
pub fn without_brackets(name: &str) -> &str {
    let mut bare = name.trim();
    // Several may stand behind each other: （2023—2027年）（草案）.
    while let Some(open) = bare.rfind(['（', '(']).filter(|_| bare.ends_with(['）', ')'])) {
        bare = bare.get(..open).unwrap_or_default().trim_end();
    }
    bare
}

/// The two lines of a title as one, without blanks between Chinese words and without 《》 around it.
fn join_title_lines(first: &str, second: &str) -> String {
    let whole = format!("{}{}", first.trim(), second.trim());
    let bare =
        whole.strip_prefix('《').and_then(|inner| inner.strip_suffix('》')).unwrap_or(&whole);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let latin = |word: Option<&&str>| word.is_some_and(|word| word.is_ascii());
    let mut name = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 && latin(Some(word)) && latin(words.get(at - 1)) {
            name.push(' ');
        }
        name.push_str(word);
    }
    name
}
