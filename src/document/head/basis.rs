//! The plans that a plan rests on: the titles in the sentence that says 根据, 依据 or 按照.

use crate::text::Span;

use super::{front::Front, title::without_brackets};

/// Words before the titles of what a plan rests on.
const MARKS: [&str; 5] = ["根据", "依据", "按照", "遵循", "衔接"];

/// No plan rests on more.
// Choices. Further down plans name many others that they do not rest on.
const MOST: usize = 50;

/// Words before what a plan makes of its basis.
const DRAWN_UP: [&str; 6] = ["编制", "制定", "制订", "起草", "拟订", "形成"];

/// Lines behind the front that may say it: the section on what the plan is based on stands among the first.
const READ: usize = 30;

/// The titles with 《》, each once, in order; laws and letters are no plans.
#[must_use]
pub fn find_basis_titles(front: &Front<'_>, own: &str) -> Vec<Span> {
    let lines = front.all.iter().take(READ).map(|span| front.words(*span));
    let sentences = lines.flat_map(|line| line.split(['。', '；']));
    let mut found: Vec<Span> = Vec::new();
    for sentence in sentences {
        let Some(mark) = MARKS.iter().filter_map(|mark| sentence.find(mark)).min() else {
            continue;
        };
        let rest = sentence.get(mark..).unwrap_or_default();
        // What is drawn up on that basis is no part of it.
        let end = DRAWN_UP.iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
        let rest = rest.get(..end).unwrap_or_default();
        for title in quoted_titles(rest) {
            let name = title.trim_matches(['《', '》']);
            let known = found.iter().any(|span| front.words(*span) == title);
            // The plan's own title is often the first in the sentence that says what it rests on.
            if is_plan(name) && name != own && !known && found.len() < MOST {
                found.push(front.span_of(title));
            }
        }
    }
    found
}

fn quoted_titles(words: &str) -> impl Iterator<Item = &str> {
    words.match_indices('《').filter_map(|(open, _)| {
        let rest = words.get(open..)?;
        let close = rest.find('》')? + '》'.len_utf8();
        rest.get(..close)
    })
}

fn is_plan(name: &str) -> bool {
    let bare = without_brackets(name);
    ["规划", "纲要", "方案", "计划"].iter().any(|end| bare.ends_with(end))
}
