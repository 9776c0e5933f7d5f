//! Words of a Markdown line as they show: without the marks that make them bold, raised, struck out or a link.

use std::borrow::Cow;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{math, tag::Html};
use crate::document::{LostKind, raised::raised};

/// A line that starts with it is a paragraph whatever follows, and what follows stands as behind a blank.
// Without it the parser would take 1. or # at the start of a cell for a list or a heading.
const GUARD: char = '\u{3000}';

/// A note in the middle of a line is no longer, in characters.
// A choice: a bracket that nothing closes must not take the rest of a paragraph for a note.
const LONGEST_NOTE: usize = 400;

/// What a stretch of a line shows.
#[derive(Debug, Default)]
pub(super) struct InlineContent<'a> {
    /// Its words.
    pub words: Cow<'a, str>,
    /// The notes that stand in its middle.
    pub notes: Vec<String>,
    /// What of it is not read.
    pub lost: Vec<LostKind>,
}

/// What `words` show.
pub(super) fn shown_words(words: &str) -> InlineContent<'_> {
    // Most lines of a plan hold no mark at all, and the parser is the slow part.
    let marked = |c: char| matches!(c, '*' | '_' | '\\' | '<' | '[' | '&' | '`' | '^' | '$');
    if !words.contains(marked) && words.matches('~').count() < 2 {
        return InlineContent { words: Cow::Borrowed(words), ..InlineContent::default() };
    }
    let mut guarded = String::with_capacity(words.len() + GUARD.len_utf8());
    guarded.push(GUARD);
    let mut shown =
        InlineContent { notes: without_notes(words, &mut guarded), ..InlineContent::default() };
    let options = Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_SUPERSCRIPT
        | Options::ENABLE_SUBSCRIPT
        | Options::ENABLE_MATH;
    let mut line = MarkdownLine::default();
    for (event, span) in Parser::new_ext(&guarded, options).into_offset_iter() {
        line.event(event, guarded.get(span).unwrap_or_default());
    }
    // The parser wants blanks or letters beside a mark, and Chinese has signs there: `**目标：**达到`
    // stays as it is written. What is left of paired marks is taken off by hand, bold ones first.
    let seen = without_carets(&without_tildes(&without_marks(line.text)));
    let kept = seen.trim_start_matches(GUARD).trim();
    shown.words = Cow::Owned(kept.to_owned());
    shown.lost = line.html.lost;
    shown.lost.extend(line.pictures.then_some(LostKind::Picture));
    shown
}

/// Copies `words` without references to notes and without notes in their middle, which are given back.
fn without_notes(words: &str, copy: &mut String) -> Vec<String> {
    // A footnote's mark behind a number (`25%[^1]`) must go before the parser sees it, or it would stay
    // there and be read with it.
    let mut notes = Vec::new();
    let mut rest = words.strip_suffix('\\').unwrap_or(words);
    while let Some(at) = rest.find(['[', '^']) {
        let (before, behind) = rest.split_at(at);
        copy.push_str(before);
        let escaped = before.ends_with('\\');
        let inline = behind.starts_with("^[");
        let close = || behind.char_indices().take(LONGEST_NOTE).find(|(_, c)| *c == ']');
        let end = (inline || behind.starts_with("[^")).then(close).flatten();
        match end.filter(|_| !escaped) {
            Some((end, _)) => {
                if inline {
                    notes.push(behind.get(2..end).unwrap_or_default().trim().to_owned());
                }
                rest = behind.get(end + 1..).unwrap_or_default();
            }
            None => {
                let (sign, behind) = behind.split_at(1);
                copy.push_str(sign);
                rest = behind;
            }
        }
    }
    copy.push_str(rest);
    notes
}

/// The words without the marks of bold ones, and without those struck out: beside Chinese signs these marks are none to the
/// format, but are meant so.
fn without_marks(words: String) -> String {
    // Only pairs: a single `**` may be a footnote's two stars.
    let paired = |mark| words.contains(mark) && words.matches(mark).count().is_multiple_of(2);
    let (bold, struck) = (paired("**"), paired("~~"));
    let words = if struck { words.split("~~").step_by(2).collect() } else { words };
    if bold { words.replace("**", "") } else { words }
}

/// The words without the signs around what stands below the line: `PM~2.5~`.
fn without_tildes(words: &str) -> String {
    // Only short digits behind a letter, since `~` stands between numbers far more often: 5~6%.
    let mut pieces = words.split('~');
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    let (mut rest, mut open) = (pieces.peekable(), false);
    while let Some(piece) = rest.next() {
        let low = (1..=4).contains(&piece.len())
            && piece.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && kept.ends_with(|c: char| c.is_ascii_alphabetic());
        let opens = !open && low && rest.peek().is_some();
        kept.push_str(if open || opens { "" } else { "~" });
        kept.push_str(piece);
        open = opens;
    }
    kept
}

/// The words without the signs around what stands above the line: `25^1^`, `km^2^`.
fn without_carets(words: &str) -> String {
    // A number with a short raised sign behind is one with a note or a power; a lone `^` is left as it
    // stands.
    let mut pieces = words.split('^');
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    let mut rest = pieces.peekable();
    while let Some(piece) = rest.next() {
        let high = (1..=6).contains(&piece.chars().count()) && !piece.contains(char::is_whitespace);
        if high && rest.peek().is_some() {
            let words = raised(kept.trim_start_matches(GUARD), piece).into_owned();
            kept.push_str(&words);
            kept.push_str(rest.next().unwrap_or_default());
        } else {
            kept.push('^');
            kept.push_str(piece);
        }
    }
    kept
}

/// A line that grows event by event.
#[derive(Default)]
struct MarkdownLine {
    text: String,
    html: Html,
    /// Where the words of each mark that is open begin, and the sign that stands for it when it is none.
    open: Vec<(usize, &'static str)>,
    struck: usize,
    images: usize,
    pictures: bool,
}

impl MarkdownLine {
    fn event(&mut self, event: Event<'_>, source: &str) {
        match event {
            Event::Text(words) | Event::Code(words) => self.say(&words),
            Event::InlineMath(tex) | Event::DisplayMath(tex) => {
                let words =
                    math::shown_formula(&self.text, &tex).unwrap_or_else(|| source.to_owned());
                self.say(&words);
            }
            Event::InlineHtml(tag) | Event::Html(tag) => self.html.tag(&tag, &mut self.text),
            Event::SoftBreak | Event::HardBreak => self.say(" "),
            Event::Start(tag) => self.start(&tag, source),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn say(&mut self, words: &str) {
        // What is struck out is not said any more, and what stands in a picture's brackets is not seen.
        if self.struck == 0 && self.images == 0 {
            self.html.say(words, &mut self.text);
        }
    }

    fn start(&mut self, tag: &Tag<'_>, source: &str) {
        // A mark that turns out to be none has to come back as a sign, so it is kept until the words
        // behind it are known.
        let sign = match tag {
            Tag::Subscript => "~",
            Tag::Superscript => "^",
            // Between digits a star is no mark that may go: 5*6 is not 56.
            Tag::Emphasis if source.starts_with('*') && self.between_digits(source) => "*",
            _ => "",
        };
        self.struck += usize::from(matches!(tag, Tag::Strikethrough));
        self.images += usize::from(matches!(tag, Tag::Image { .. }));
        self.pictures |= matches!(tag, Tag::Image { .. });
        self.open.push((self.text.len(), sign));
    }

    fn between_digits(&self, source: &str) -> bool {
        let digit = |c: char| c.is_ascii_digit();
        self.text.ends_with(digit) && source.trim_matches('*').starts_with(digit)
    }

    fn end(&mut self, tag: TagEnd) {
        let (start, sign) = self.open.pop().unwrap_or_default();
        match tag {
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::Link | TagEnd::Superscript | TagEnd::Subscript | TagEnd::Emphasis => {
                let words = self.text.split_off(start.min(self.text.len()));
                let words = self.settled(tag, sign, &words);
                self.text.push_str(&words);
            }
            _ => {}
        }
    }

    /// What words show that stand in a link or between signs.
    fn settled(&self, tag: TagEnd, sign: &str, words: &str) -> String {
        // `[1]`, `1,2` and `*` behind a word are marks of notes, whether they came as a link or raised.
        let digits =
            |words: &str| words.bytes().all(|b| b.is_ascii_digit() || b"[].,-*".contains(&b));
        match tag {
            TagEnd::Link if digits(words) && self.text.ends_with(|c: char| !c.is_whitespace()) => {
                raised(self.text.trim_start_matches(GUARD), words).into_owned()
            }
            TagEnd::Superscript if words.len() <= 12 => {
                raised(self.text.trim_start_matches(GUARD), words).into_owned()
            }
            TagEnd::Subscript
                if digits(words) && self.text.ends_with(|c: char| c.is_ascii_alphabetic()) =>
            {
                words.to_owned()
            }
            _ => format!("{sign}{words}{sign}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shown_words;

    #[test]
    fn marks_are_no_words() {
        for (written, seen) in [
            ("达到**70%**，", "达到70%，"),
            ("达到**70%**以上", "达到70%以上"),
            ("达到3.5\\%，", "达到3.5%，"),
            ("达到95%[^1]，*48*", "达到95%，48"),
            ("达到~~20~~25%", "达到25%"),
            ("达到~~20%~~25%", "达到25%"),
            ("达到~~**20%**~~**25%**以上", "达到25%以上"),
            ("20~30%，40~50%", "20~30%，40~50%"),
            ("PM<sub>2.5</sub>浓度", "PM2.5浓度"),
            ("PM~2.5~浓度", "PM2.5浓度"),
            ("25<sup>1</sup>%", "25%"),
            ("25^1^%", "25%"),
            ("面积5km^2^", "面积5km²"),
            ("面积5km<sup>2</sup>", "面积5km²"),
            ("<del>20</del><s>21</s>25", "25"),
            ("<span style=\"text-decoration: line-through\">20</span>25", "25"),
            ("[规划](a.md)25[1](#n)%", "规划25%"),
            ("`25`&nbsp;&lt;30", "25\u{A0}<30"),
            ("5*6*7", "5*6*7"),
            ("25\\*", "25*"),
            ("<5.5，>6", "<5.5，>6"),
            ("$70\\%$和$\\mathrm{PM}_{2.5}$", "70%和PM2.5"),
            ("$4 8 . 5 \\%$", "48.5%"),
            ("US$5m–$6m", "US$5m–$6m"),
            ("甲<br>（%）", "甲 （%）"),
            ("48<br>50", "48；50"),
            ("甲<!-- 26 -->乙", "甲乙"),
        ] {
            assert_eq!(shown_words(written).words, seen, "{written}");
        }
        assert_eq!(shown_words("95%^[按常住人口计算]").notes, ["按常住人口计算"]);
        assert_eq!(shown_words("![表](a.png)").lost.len(), 1);
        assert_eq!(shown_words("<span hidden>26</span>25").lost.len(), 1);
    }
}
