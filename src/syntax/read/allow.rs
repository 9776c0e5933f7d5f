//! Reads what an allow comment says.

use super::SyntaxReader;
use crate::syntax::cell::trimmed_cell;
use crate::syntax::{AllowComment, Covers};
use crate::text::{Span, fold_char};

impl SyntaxReader<'_> {
    /// Takes a comment in; `true` when it is an allow.
    pub(super) fn remark(&mut self, remark: Span) -> bool {
        let allow = read_allow(self.text, trimmed_cell(self.text, remark));
        let found = allow.is_some();
        self.tree.allows.extend(allow);
        found
    }
}

/// The allow in a comment; `None` for a comment that is none. A malformed one has no rules.
fn read_allow(text: &str, span: Span) -> Option<AllowComment> {
    let words = span.of(text);
    let at = behind_word(words)?;
    let part = |from: usize, to: usize| {
        let start = span.start as usize;
        Some(trimmed_cell(text, Span::new(start + from, start + to)))
            .filter(|part| !part.is_empty())
    };
    let (rules, at) = match names_in_brackets(words, at) {
        Some((names, at)) => {
            (names.into_iter().filter_map(|(from, to)| part(from, to)).collect(), at)
        }
        // Without its brackets it names no rule and accepts nothing, and is kept to be told of: a silent one would
        // be taken for working.
        None => (Vec::new(), words.len()),
    };
    let (reason, until) = split_until(words, at);
    let until = until.and_then(|from| part(from, words.len()));
    Some(AllowComment { span, rules, reason: part(at, reason), until, covers: Covers::Nothing })
}

/// The offset behind `# planlint: allow` or `# 豁免`; a `planlint:` with anything else is a malformed allow.
fn behind_word(comment: &str) -> Option<usize> {
    let words = comment.strip_prefix(['#', '＃'])?.trim_start();
    let rest = match words.strip_prefix("豁免") {
        // 豁免 is an ordinary word of remarks; only brackets behind it make it an allow.
        Some(rest) => Some(rest).filter(|rest| rest.trim_start().starts_with(['(', '（'])),
        None => behind_name(words),
    };
    rest.map(|rest| comment.len() - rest.len())
}

fn behind_name(words: &str) -> Option<&str> {
    let (name, rest) = words.split_at_checked("planlint".len())?;
    if !name.eq_ignore_ascii_case("planlint") {
        return None;
    }
    let rest = rest.trim_start();
    let colon = rest.strip_prefix([':', '：']);
    let rest = colon.unwrap_or(rest).trim_start();
    let allow = rest.strip_prefix("allow").or_else(|| rest.strip_prefix("豁免"));
    // `# planlint: alow(…)` was meant as an allow. A remark that only speaks of planlint has no colon.
    allow.or(colon)
}

/// The names in the brackets that begin at `at`, as stretches of `words`, and the offset behind the brackets.
fn names_in_brackets(words: &str, at: usize) -> Option<(Vec<(usize, usize)>, usize)> {
    let rest = words.get(at..)?.trim_start();
    let inner = rest.strip_prefix(['(', '（'])?;
    let mut from = words.len() - inner.len();
    let mut names = Vec::new();
    for (offset, mark) in inner.char_indices() {
        let here = words.len() - inner.len() + offset;
        match fold_char(mark) {
            ')' => {
                names.push((from, here));
                return Some((names, here + mark.len_utf8()));
            }
            ',' | '、' => {
                names.push((from, here));
                from = here + mark.len_utf8();
            }
            _ => {}
        }
    }
    None
}

/// Where the reason that begins at `at` ends, and where the date behind `until` or `至` at its end begins; the date is
/// one word that begins with a digit, whether it is in the calendar or not.
fn split_until(words: &str, at: usize) -> (usize, Option<usize>) {
    let rest = words.get(at..).unwrap_or_default();
    // From the end, since a reason may hold 至 itself: 2025至2027年过渡 至 2027-12-31.
    let begins = rest.rmatch_indices("until").chain(rest.rmatch_indices('至'));
    for (offset, word) in begins {
        let (reason, clause) = rest.split_at(offset);
        let date = clause.strip_prefix(word).unwrap_or_default().trim();
        let alone = reason.is_empty() || reason.ends_with(char::is_whitespace);
        let dated = date.starts_with(|first| fold_char(first).is_ascii_digit());
        if alone && dated && !date.contains(char::is_whitespace) {
            return (at + offset, Some(at + offset + word.len()));
        }
    }
    (words.len(), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rules, the reason and the date of a comment.
    fn words(comment: &str) -> Option<(Vec<&str>, &str, &str)> {
        let allow = read_allow(comment, Span::new(0, comment.len()))?;
        let of = |part: Option<Span>| part.map_or("-", |part| part.of(comment));
        let rules = allow.rules.iter().map(|rule| rule.of(comment)).collect();
        Some((rules, of(allow.reason), of(allow.until)))
    }

    #[test]
    fn both_forms_read_alike() {
        let read =
            words("# planlint: allow(no-progress, missing-owner) kept as is until 2026-12-31");
        assert_eq!(read, Some((vec!["no-progress", "missing-owner"], "kept as is", "2026-12-31")));
        let read = words("＃豁免（没有进展、缺责任单位）保持 至2026年12月31日");
        assert_eq!(read, Some((vec!["没有进展", "缺责任单位"], "保持", "2026年12月31日")));
    }

    #[test]
    fn only_a_date_at_the_end_is_one() {
        assert_eq!(
            words("# 豁免(a) 推迟至2025年，见附件"),
            Some((vec!["a"], "推迟至2025年，见附件", "-"))
        );
        assert_eq!(words("# 豁免(a) 等 until soon"), Some((vec!["a"], "等 until soon", "-")));
        assert_eq!(words("# 豁免(a) until 2026-02-30"), Some((vec!["a"], "-", "2026-02-30")));
    }

    #[test]
    fn malformed_ones_are_kept_and_plain_comments_are_none() {
        assert_eq!(words("# planlint: alow(a) b"), Some((vec![], "-", "-")));
        assert_eq!(words("# planlint allow(a b"), Some((vec![], "-", "-")));
        assert_eq!(words("# 豁免(,) b"), Some((vec![], "b", "-")));
        assert_eq!(words("# 豁免一事另议"), None);
        assert_eq!(words("# planlint reads this"), None);
    }
}
