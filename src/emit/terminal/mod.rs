//! Findings for people: a list by plan, and pictures with both ends, their lines and what to do.

mod frame;
mod list;
mod narrated;
mod picture;
mod snippet;
mod window;

use std::io::{self, Write};

use crate::{
    config::Language,
    engine::Outcome,
    finding::{Finding, Level, Place, RelatedPlace},
    text::FileId,
    words::{FindingWording, Words, text},
};

use super::{
    Options,
    advice::{advice_lines, roots},
    by_plan::findings_by_plan,
    escape, footer,
};
use frame::PicturePrinter;
pub(super) use narrated::write_narrated;
use picture::Picture;
use snippet::Snippet;

/// Writes the findings by plan, each in a sentence, then a picture for each error, then the rest; `-v` gives every finding a picture
/// with its sentence, and no list.
pub(super) fn write_pictures(
    outcome: &Outcome,
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let frame = PicturePrinter::new(options);
    let roots = roots(outcome);
    let draw = |number: Option<usize>, finding: &Finding, out: &mut dyn Write| {
        let root = finding.root.as_deref().and_then(|root| roots.get(root).copied());
        let said = words.say(finding);
        let mut picture = picture_of_finding(outcome, words, options, finding, &said);
        if let Some(number) = number {
            // The list has said the sentence.
            picture.head = None;
            picture.message = numbered_title(words, number, finding, &said);
        }
        let advice = advice_lines(outcome, words, &said, root);
        let drawn = frame.render(&picture, &advice);
        // Below the list a picture is closed up, so that the errors of a run stay on few screens.
        let mut lines = drawn.lines().filter(|line| number.is_none() || !line.trim().is_empty());
        lines.try_for_each(|line| writeln!(out, "{line}"))?;
        writeln!(out)
    };
    if options.verbose {
        for finding in findings_by_plan(outcome, options).iter().flat_map(|plan| &plan.findings) {
            draw(None, finding, out)?;
        }
    } else {
        let numbered = list::write_list(outcome, words, options, out)?;
        // What is only listed has its lines and its advice all the same.
        if !options.quiet && numbered.iter().any(|(_, one)| one.level < Level::Error) {
            let legend = list::legend(words);
            let said = text! { words.language();
                zh: "加 -v 看每一处的原文和建议（{legend}）",
                en: "-v shows the lines and the advice of each ({legend})"
            };
            writeln!(out, "{said}")?;
        }
        for (number, finding) in numbered.into_iter().filter(|(_, one)| one.level == Level::Error) {
            draw(Some(number), finding, out)?;
        }
    }
    footer::write_rest(outcome, words, options, out)
}

/// `3 弱于上级目标：德清县 城镇住房保障受益覆盖率`.
fn numbered_title(
    words: &Words,
    number: usize,
    finding: &Finding,
    said: &FindingWording,
) -> String {
    let language = words.language();
    let subject = &finding.draft.subject;
    let about = [&subject.region, &subject.indicator].into_iter().flatten();
    let about = about.map(|words| escape(words)).collect::<Vec<_>>().join(" ");
    let title = language.pick(&*said.title, finding.rule);
    match about.is_empty() {
        true => format!("{number} {title}"),
        false => {
            text! { language; zh: "{number} {title}：{about}", en: "{number} {title}: {about}" }
        }
    }
}

/// The picture of one finding with those beside it; places on a line that is already drawn become further labels of it.
fn picture_of_finding(
    outcome: &Outcome,
    words: &Words,
    options: Options,
    finding: &Finding,
    said: &FindingWording,
) -> Picture {
    let place = finding.place();
    let related = &finding.draft.related;
    let mut own = snippet(outcome, words, options, place, related);
    let mut beside: Vec<(FileId, Picture)> = Vec::new();
    for (other, note) in related.iter().zip(&said.notes) {
        let file = other.place.file;
        let near = beside.iter_mut().filter(|(of, _)| *of == file);
        let near = near.filter_map(|(_, picture)| picture.snippet.as_mut());
        let mut near = own.as_mut().filter(|_| place.file == file).into_iter().chain(near);
        // A baseline and a target of one row share a line: drawn once with two labels, it shows how they stand to
        // each other.
        if !near.any(|snippet| snippet.label(other.place.span, note)) {
            let snippet = snippet(outcome, words, options, &other.place, related);
            beside.push((file, Picture::beside(escape(note).into_owned(), snippet)));
        }
    }
    Picture {
        level: finding.level,
        head: Some(picture_heading(outcome, words, finding, said)),
        message: escape(&said.message).into_owned(),
        snippet: own,
        related: beside.into_iter().map(|(_, picture)| picture).collect(),
    }
}

/// The line of `place`, labelled as the document names it.
fn snippet(
    outcome: &Outcome,
    words: &Words,
    options: Options,
    place: &Place,
    related: &[RelatedPlace],
) -> Option<Snippet> {
    let source = outcome.sources.get(place.file)?;
    let locator = place.locator.as_ref().map(|locator| words.locator(locator));
    // The window is cut so that the other places of this line stay in sight where they can.
    let near = related.iter().filter(|other| other.place.file == place.file);
    let near = near.map(|other| other.place.span);
    let snippet = Snippet::new(source, place.span, locator, near, options.width);
    Some(match source.has_lines() {
        true => snippet,
        false => snippet.without_lines(footer::without_line(&source.path, words.language(), place)),
    })
}

/// 须核改 弱于上级目标 weaker-than-parent; in English the name says what the title would.
fn picture_heading(
    outcome: &Outcome,
    words: &Words,
    finding: &Finding,
    said: &FindingWording,
) -> String {
    let level = footer::level_with_mark(outcome, words, finding);
    match words.language() {
        Language::Zh => format!("{level} {} {}", said.title, finding.rule),
        Language::En => format!("{level} {}", finding.rule),
    }
}
