//! Pasted lines as blocks, in order.

use crate::{
    document::{
        Block, Lost,
        headings::{HeadingNumber, HeadingRank, level_of_heading},
        table::{is_caption, is_note},
    },
    text::Span,
};

use super::{
    grid::rectangle,
    line::{BARS, LineForm, pasted_lines, trimmed_span},
    run::{PastedRun, barred, can_be_cell, tabbed},
    stream::stream,
    wrapped::{WrappedPage, continues_in_next_line},
};

/// The blocks of a text, and what is lost of its tables.
#[must_use]
pub fn blocks(text: &str) -> (Vec<Block>, Vec<Lost>) {
    let lines = pasted_lines(text);
    let page = WrappedPage::of(text, &lines);
    let (blocks, lost) = (Vec::new(), Vec::new());
    let mut pasted = Pasted { text, blocks, lost, numbered: false, page };
    // Without it each line of an indented text would be looked through to its end again, and time would
    // grow with the square.
    // Lines before this one are known to be indented, not cells.
    let mut indented = 0;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        // Bars and tabs say themselves that they part cells; cells without any mark are tried for last,
        // and from each line.
        let run = match line.form {
            _ if line.span.is_empty() && line.form != LineForm::Cell => None,
            LineForm::Bars | LineForm::Tabs => barred(text, &lines, at),
            LineForm::Cell if at >= indented => {
                tabbed(text, &lines, at).map_err(|end| indented = end).ok()
            }
            _ => None,
        };
        if let Some(run) = run.or_else(|| stream(text, &lines, at)) {
            at = run.end;
            pasted.table(run);
        } else {
            pasted.line(line.span);
            at += 1;
        }
    }
    (pasted.blocks, pasted.lost)
}

struct Pasted<'a> {
    text: &'a str,
    blocks: Vec<Block>,
    lost: Vec<Lost>,
    /// Whether a numbered heading stands among the blocks.
    numbered: bool,
    /// The printed page whose lines these are, where a paragraph may go on in the next.
    page: Option<WrappedPage>,
}

impl Pasted<'_> {
    /// A table takes the line above it as its caption, when it reads like one.
    fn table(&mut self, run: PastedRun) {
        let caption = match self.blocks.last() {
            Some(Block::Paragraph(span) | Block::Heading { span, .. }) => Some(*span),
            _ => None,
        };
        let caption = caption.filter(|span| is_caption(span.of(self.text)));
        // The first line of a text is its title as well, unless it counts the table.
        let counts =
            |words: &str| ["表", "续表", "专栏"].iter().any(|mark| words.starts_with(mark));
        // 表1 above a table at the beginning names the table; another first line is the document's title
        // as well and stays a block.
        if caption.is_some_and(|span| self.blocks.len() > 1 || counts(span.of(self.text))) {
            self.blocks.pop();
        }
        let (grid, lost) = rectangle(self.text, &run, caption);
        self.lost.extend(lost);
        self.blocks.push(Block::Table(grid));
    }

    fn line(&mut self, span: Span) {
        let (span, note) = self.footnote(without_bar(self.text, span));
        let words = span.of(self.text);
        let below_table = matches!(self.blocks.last(), Some(Block::Table(_) | Block::Note(_)));
        if span.is_empty() {
            return;
        }
        // Before the line is taken for anything else: 3. at a line's beginning may be the rest of a
        // number.
        if self.page.is_some_and(|page| self.goes_on(page, span)) {
            return;
        }
        let number = HeadingNumber::of(words);
        self.numbered |= number.is_some_and(|number| number.rank != HeadingRank::Box);
        self.blocks.push(match level_of_heading(words) {
            Some(level) => Block::Heading { level, span },
            None if below_table && is_note(words) => Block::Note(span),
            None if self.is_title(words) => Block::Heading { level: 1, span },
            None => Block::Paragraph(span),
        });
        self.blocks.extend(note.map(Block::Note));
    }

    /// Takes a line into the paragraph before it, where that goes on.
    fn goes_on(&mut self, page: WrappedPage, line: Span) -> bool {
        let words = line.of(self.text);
        let begins = HeadingNumber::of(words).is_some() || is_caption(words);
        match self.blocks.last_mut() {
            Some(Block::Paragraph(before))
                if !begins && continues_in_next_line(self.text, page, *before, line) =>
            {
                before.end = line.end;
                true
            }
            _ => false,
        }
    }

    /// A line before the first number that ends like the name of a plan.
    fn is_title(&self, words: &str) -> bool {
        can_be_cell(words)
            // Only a line that could be a cell: a sentence may end in 规划, too.
            && !words.contains(['，', '。', '；', '：', ',', ':'])
            && ends_like_plan(words)
            && !self.numbered
    }

    /// What a converter puts behind a paragraph, `[0: …]`, is its footnote.
    fn footnote(&self, span: Span) -> (Span, Option<Span>) {
        let words = span.of(self.text);
        let marked = words.find("[footnoteRef:").and_then(|mark| {
            let rest = words.get(mark..)?;
            let open = rest.match_indices('[').skip(1).find(|(at, _)| {
                let behind = rest.get(at + 1..).unwrap_or_default();
                behind.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(": ")
            });
            open.map(|(at, _)| mark + at)
        });
        let Some(at) = marked else { return (span, None) };
        let middle = span.start + Span::new(0, at).end;
        let paragraph = trimmed_span(self.text, Span { start: span.start, end: middle });
        (paragraph, Some(Span { start: middle, end: span.end }))
    }
}

/// A line that is one cell: the bar behind it is no word.
fn without_bar(text: &str, span: Span) -> Span {
    let bare = span.of(text).trim_end_matches(BARS);
    trimmed_span(text, Span { start: span.start, end: span.start + Span::new(0, bare.len()).end })
}

/// Whether words end as the names of plans do; brackets behind them left out.
fn ends_like_plan(words: &str) -> bool {
    let mut bare = words.trim();
    while let Some(open) = bare.rfind(['（', '(']).filter(|_| bare.ends_with(['）', ')'])) {
        bare = bare.get(..open).unwrap_or_default().trim_end();
    }
    const NAMES: [&str; 8] = ["规划", "纲要", "方案", "计划", "报告", "意见", "要点", "》"];
    NAMES.iter().any(|name| bare.ends_with(name)) && !bare.ends_with('》')
}
