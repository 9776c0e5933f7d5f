//! Phrases without a target: a value to come, no value, digits that are no target.

use super::ReadingKind;
use super::grammar::Rule;
use super::tokens::PhraseToken;

/// Whether `phrase` says that there is no value: blank, or dashes only.
pub(super) fn is_absent(phrase: &str) -> bool {
    let dash =
        |character: char| matches!(character, '-' | '—' | '–' | '－' | '―' | '─' | '/' | '\\');
    phrase.trim().chars().all(|character| dash(character) || character.is_whitespace())
}

/// Whether `text` is what a spreadsheet shows in place of a value it could not work out: `#DIV/0!`, also one of a later version.
pub(super) fn is_error_value(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with('#') || text.starts_with("Err:")
}

/// What a phrase without targets is.
pub(super) fn kind_without_targets(text: &str, tokens: &[PhraseToken]) -> ReadingKind {
    let any = |test: &dyn Fn(&PhraseToken) -> bool| tokens.iter().any(test);
    // A blank says that a value is to come, whatever other digits stand beside it: 待补充（2025年）.
    if any(&|token| token.rule == Rule::blank) {
        ReadingKind::Placeholder
    } else if any(&|token| is_trap(text, token)) {
        ReadingKind::NotATarget
    } else {
        ReadingKind::Unreadable
    }
}

/// Whether a token holds digits that are no target by themselves.
fn is_trap(text: &str, token: &PhraseToken) -> bool {
    let words = text.get(token.start..token.end).unwrap_or_default();
    let counted = |word: &str| {
        word.contains(|c: char| c.is_ascii_digit() || "一二三四五六七八九十百千万".contains(c))
    };
    match token.rule {
        Rule::code | Rule::grade | Rule::circle | Rule::period | Rule::per_unit => true,
        Rule::quoted => counted(words),
        _ => token.figure().is_some(),
    }
}
