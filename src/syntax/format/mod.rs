//! The formatter: the same plan with aligned columns, one blank line at a time, and on demand in the other keyword set.

mod line;
mod table;
mod widths;
mod words;

use crate::text::{LineEnd, display_width, display_width_cjk};

use self::words::Rewriter;
use super::{
    grammar::LONGEST_LINE,
    layout::{LaidLine, Layout, LineRole},
    read::parse_with_layout,
};
use widths::Widths;

pub use words::Keywords;

/// How to format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormatOptions {
    /// Which words keywords, fields, column heads and enumerated values are written in; other values stay.
    pub keywords: Keywords,
    /// Whether characters of ambiguous width (“ ” — ≥ …) count two columns; else they count one.
    pub ambiguous_wide: bool,
}

/// Formats a plan file; total and idempotent. Comments stay, lines that cannot be read are kept byte for byte, and the
/// result reads as the same tree. Every line ends as most lines of `text` do.
#[must_use]
pub fn format_plan(text: &str, options: &FormatOptions) -> String {
    let (tree, layout) = parse_with_layout(text);
    let rewriter = Rewriter::new(text, tree, options.keywords);
    let width = if options.ambiguous_wide { display_width_cjk } else { display_width };
    let widths = widths::measure_tables(&layout, &rewriter, width);
    // A quarter for the padding of columns; only a hint, the string grows where it has to.
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    if text.starts_with('\u{FEFF}') {
        out.push('\u{FEFF}');
    }
    let printer = Printer { text, layout: &layout, rewriter, widths, width };
    printer.print(LineEnd::of(text).as_str(), &mut out);
    out
}

/// Writes lines by their roles.
struct Printer<'a> {
    text: &'a str,
    layout: &'a Layout,
    rewriter: Rewriter<'a>,
    widths: Vec<Widths>,
    width: fn(&str) -> usize,
}

impl Printer<'_> {
    /// Runs of blank lines become one; those at the beginning and the end go.
    fn print(&self, end: &str, out: &mut String) {
        let (mut begun, mut blank) = (false, false);
        let mut table = None;
        for line in &self.layout.lines {
            if line.role == LineRole::Blank {
                blank = begun;
                continue;
            }
            if std::mem::take(&mut blank) {
                out.push_str(end);
            }
            begun = true;
            table = line.role.table().or(table);
            self.line(line, table, out);
            out.push_str(end);
        }
    }

    /// A line that would become too long to be read stays as it is.
    fn line(&self, line: &LaidLine, table: Option<u32>, out: &mut String) {
        let start = out.len();
        self.anew(line, table, out);
        // Padding could push a line past what the reader takes, and the formatted file would then read as another
        // tree.
        if out.len() - start > LONGEST_LINE {
            out.truncate(start);
            out.push_str(line.span.of(self.text));
        }
    }

    fn anew(&self, line: &LaidLine, table: Option<u32>, out: &mut String) {
        match line.role {
            LineRole::Blank => {}
            LineRole::Comment => out.push_str(self.remark(line).unwrap_or_default()),
            LineRole::Plan | LineRole::Table(_) => self.keyword(line, out),
            LineRole::Field => self.field(line, out),
            LineRole::Group => self.group(line, out),
            LineRole::Note => self.note(line, out),
            LineRole::Head(_) | LineRole::Row { .. } => self.row(line, table, out),
            LineRole::Separator => self.separator(line, table, out),
            LineRole::Raw => out.push_str(line.span.of(self.text)),
        }
    }
}
