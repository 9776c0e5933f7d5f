//! What ends the lines of a text, so that it is written back as it was.

/// What ends the lines of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineEnd {
    /// `\n`.
    #[default]
    Lf,
    /// `\r\n`.
    CrLf,
    /// A lone `\r`.
    Cr,
}

impl LineEnd {
    /// The line end most lines of `text` have; `\n` when there is none.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let lf = text.matches('\n').count();
        let cr = text.matches('\r').count();
        let both = text.matches("\r\n").count();
        let (lf, cr) = (lf - both, cr - both);
        // Of an equal number the plain line feed wins, which every program reads.
        if both > lf && both >= cr {
            Self::CrLf
        } else if cr > lf {
            Self::Cr
        } else {
            Self::Lf
        }
    }

    /// Its characters.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lf => "\n",
            Self::CrLf => "\r\n",
            Self::Cr => "\r",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_those_of_most_lines() {
        assert_eq!(LineEnd::of("a\r\nb\r\nc\n"), LineEnd::CrLf);
        assert_eq!(LineEnd::of("a\rb\rc\n"), LineEnd::Cr);
        assert_eq!(LineEnd::of("a"), LineEnd::Lf);
        assert_eq!(LineEnd::CrLf.as_str(), "\r\n");
    }
}
