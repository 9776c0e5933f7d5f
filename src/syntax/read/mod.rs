//! From text to tree: every line of the grammar takes its place in the plan.

mod allow;
mod check;
mod head;
mod header;
mod lost_line;
mod place;
mod recover;
mod table;

use crate::text::Span;

use self::check::CheckedColumn;
pub(super) use self::table::is_cell_shape;
use super::{
    Covers, Problem, ProblemKind, Tree,
    cell::trimmed_cell,
    grammar::{GrammarLine, LinePart, Shape, each_line},
    invisible::first_invisible,
    layout::{Layout, LineRole},
    terms::KeywordSet,
};
use lost_line::LostLine;

/// Parses a plan file; never fails.
#[must_use]
pub fn parse(text: &str) -> Tree {
    let mut reader = SyntaxReader::new(text);
    each_line(text, |line| reader.line(line));
    reader.finish().0
}

/// Parses a plan file and keeps what every line was read as.
pub(super) fn parse_with_layout(text: &str) -> (Tree, Layout) {
    let mut reader = SyntaxReader::new(text);
    reader.layout = Some(Layout::default());
    each_line(text, |line| reader.line(line));
    reader.finish()
}

/// A file with more problems is no plan with mistakes; the others are only counted.
// A log or a picture renamed to .plan has one for each line.
const MOST_PROBLEMS: usize = 1000;

/// Where in a file the reader stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ReaderContext {
    /// Before the first keyword.
    Outside,
    /// Below the 规划 line that counts.
    Header,
    /// Below fields or a 规划 line that do not count: what follows from them is not said again.
    Void,
    /// In the last table of the tree, before its head.
    Opened,
    /// In the last table of the tree.
    Table,
}

/// The tree so far, and what the next line has to know.
struct SyntaxReader<'t> {
    text: &'t str,
    tree: Tree,
    /// The first problem that is only counted, and how many there are.
    more: Option<(Span, usize)>,
    layout: Option<Layout>,
    context: ReaderContext,
    set: Option<KeywordSet>,
    /// The last line was the first row of its table: a line of dashes may follow.
    below_head: bool,
    /// This line has a problem already.
    flagged: bool,
    /// The line of the open table's keyword has a problem already.
    keyword_flagged: bool,
    /// The group that the next row stands under.
    group: Option<Span>,
    /// The 分组 column of the open table.
    category: Option<usize>,
    /// The columns of the open table that know their values.
    checked: Vec<CheckedColumn>,
    /// The first allow that still looks for what it covers.
    waiting: usize,
    /// An unreadable line that may turn out to be a keyword.
    lost: Option<LostLine>,
}

impl<'t> SyntaxReader<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            tree: Tree::default(),
            more: None,
            layout: None,
            context: ReaderContext::Outside,
            set: None,
            below_head: false,
            flagged: false,
            keyword_flagged: false,
            group: None,
            category: None,
            checked: Vec::new(),
            waiting: 0,
            lost: None,
        }
    }

    fn line(&mut self, line: GrammarLine<'_>) {
        self.flagged = false;
        let mut own: Vec<LinePart> = Vec::new();
        let line = self.in_place(line, &mut own);
        // Taken at every line, so that dashes count as a separator in the line right below the head and nowhere
        // else.
        let below_head = std::mem::take(&mut self.below_head);
        let remark = line.part(Shape::remark);
        let allows = remark.is_some_and(|remark| self.remark(remark));
        let role = self.role(&line, below_head);
        // After the role is known: an allow above a row covers the row, above a keyword the table, above the plan
        // the file.
        self.cover(role, allows);
        self.look_for_invisible(&line, remark);
        if let Some(layout) = &mut self.layout {
            // A keyword whose title's quote never closes is read, but not written anew.
            let role = if line.part(Shape::loose).is_some() { LineRole::Raw } else { role };
            layout.push(role, line.span, line.parts);
        }
    }

    fn role(&mut self, line: &GrammarLine<'_>, below_head: bool) -> LineRole {
        match line.shape {
            Shape::blank => LineRole::Blank,
            Shape::comment => LineRole::Comment,
            Shape::row | Shape::half_row | Shape::tab_row => self.row_line(line, below_head),
            Shape::plan => self.plan(line),
            Shape::table => self.open_table(line),
            Shape::field => self.field(line),
            // Outside a table brackets and 注： are sentences.
            Shape::group if self.in_table() => self.group_line(line),
            Shape::note | Shape::mark_note if self.in_table() => self.note(line),
            _ => self.unreadable(line),
        }
    }

    fn in_table(&self) -> bool {
        matches!(self.context, ReaderContext::Opened | ReaderContext::Table)
    }

    /// Says what is wrong, unless this line has a problem already.
    fn problem(&mut self, kind: ProblemKind, span: Span) {
        if !self.flagged {
            self.flagged = true;
            self.keep(Problem { kind, span });
        }
    }

    /// Keeps the first problems of a file and counts the others.
    fn keep(&mut self, problem: Problem) {
        if self.tree.problems.len() < MOST_PROBLEMS {
            self.tree.problems.push(problem);
        } else {
            self.more.get_or_insert((problem.span, 0)).1 += 1;
        }
    }

    /// The keyword set for suggestions: the file's, else that of the words at hand.
    fn set_for(&self, words: Span) -> KeywordSet {
        self.set.unwrap_or_else(|| KeywordSet::of(words.of(self.text)))
    }

    fn trimmed(&self, span: Span) -> Span {
        trimmed_cell(self.text, span)
    }

    /// A problem of the words hides what cannot be seen in them: one line, one problem.
    fn look_for_invisible(&mut self, line: &GrammarLine<'_>, remark: Option<Span>) {
        if self.flagged || line.shape == Shape::comment {
            return;
        }
        let end = remark.map_or(line.span.end, |remark| remark.start);
        let within = Span { start: line.span.start, end };
        if let Some((character, span)) = first_invisible(self.text, within) {
            self.problem(ProblemKind::InvisibleCharacter { character }, span);
        }
    }

    /// Settles what the waiting allows cover, now that a line has its role.
    fn cover(&mut self, role: LineRole, behind: bool) {
        let covers = match role {
            LineRole::Plan => Covers::File,
            LineRole::Table(table) | LineRole::Head(table) => Covers::Table(table),
            LineRole::Row { table, row } => Covers::Row { table, row },
            LineRole::Field | LineRole::Note => Covers::Nothing,
            LineRole::Group | LineRole::Separator if behind => Covers::Nothing,
            // A line that cannot be read may turn out to be a keyword: the next line tells.
            LineRole::Raw
            | LineRole::Blank
            | LineRole::Comment
            | LineRole::Group
            | LineRole::Separator => return,
        };
        for allow in self.tree.allows.iter_mut().skip(self.waiting) {
            allow.covers = covers;
        }
        self.waiting = self.tree.allows.len();
    }

    fn finish(mut self) -> (Tree, Layout) {
        self.close_table();
        let more =
            self.more.map(|(span, count)| Problem { kind: ProblemKind::More { count }, span });
        self.tree.problems.extend(more);
        // A table that never got a head is told when it closes, behind problems that stand further down.
        self.tree.problems.sort_by_key(|problem| problem.span);
        (self.tree, self.layout.unwrap_or_default())
    }
}
