//! Draws pictures with miette's handler, but without the English words miette puts around related places and help.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode,
};

use crate::emit::Options;

use super::picture::Picture;

/// Draws pictures.
pub(super) struct PicturePrinter {
    handler: GraphicalReportHandler,
}

impl PicturePrinter {
    /// A frame as wide and as colourful as `options` say.
    pub(super) fn new(options: Options) -> Self {
        let theme = if options.colour {
            GraphicalTheme::unicode()
        } else {
            GraphicalTheme::unicode_nocolor()
        };
        let handler = GraphicalReportHandler::new_themed(theme)
            // Below forty columns the frame leaves no room for words, and a folded picture is worse than one that
            // runs over.
            .with_width(options.width.max(40))
            // A row of a table is one line, and the rows around it are other indicators.
            .with_context_lines(0)
            // A link is an order to the terminal, and plans come from strangers.
            .with_links(false)
            .without_syntax_highlighting();
        Self { handler }
    }

    /// The picture, those beside it, and `advice` at the end.
    pub(super) fn render(&self, picture: &Picture, advice: &str) -> String {
        let mut out = String::new();
        let last = picture.related.len();
        for (at, one) in std::iter::once(picture).chain(&picture.related).enumerate() {
            let with_advice = at == last && !advice.is_empty();
            let mut handler = self.handler.clone();
            // Line 1, column 1 of a Word file would be made up.
            if !one.has_lines() {
                handler = handler.without_primary_span_start();
            }
            if with_advice {
                handler = handler.with_footer(advice.to_owned());
            }
            // A picture that cannot be drawn still has its sentence.
            if handler.render_report(&mut out, &LonePicture(one)).is_err() {
                out.push_str(&one.to_string());
                out.push('\n');
            }
        }
        out
    }
}

/// A picture without those beside it: the handler would put English words between them.
#[derive(Debug)]
struct LonePicture<'a>(&'a dyn Diagnostic);

impl fmt::Display for LonePicture<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0, out)
    }
}

impl std::error::Error for LonePicture<'_> {}

impl Diagnostic for LonePicture<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.0.code()
    }

    fn severity(&self) -> Option<Severity> {
        self.0.severity()
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.0.source_code()
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.0.labels()
    }
}
