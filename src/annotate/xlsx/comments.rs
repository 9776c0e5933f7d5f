//! The part with the comments of a sheet.

use std::fmt::Write as _;

use crate::{
    annotate::ReviewComment,
    office::{self, ChangedPackage, Xml, XmlEvent},
    text::UnreadReason,
};

use super::{
    noted::ByCell,
    splice::{apply_splices, splice_inside},
};

const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const BLANK: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors></authors><commentList></commentList></comments>";

/// Adds the notes of a sheet; a cell that has a comment already gets more words in it.
pub(super) fn write_cell_comments(
    changes: &mut ChangedPackage,
    sheet: &str,
    notes: &ByCell<'_>,
) -> Result<(), UnreadReason> {
    let part = match changes.related(sheet, "comments")? {
        Some(part) => part,
        None => begin_comments_part(changes, sheet)?,
    };
    let text = changes.text(&part)?.ok_or(UnreadReason::Damaged)?;
    let mut authors = authors(&text)?;
    let known = authors.len();
    let (mut edits, mut added) = (Vec::new(), Vec::new());
    // A cell has one comment in this format, so further words go into the one that is there, under its
    // author.
    for (cell, notes) in notes {
        if let Some(at) = end_of_words(&text, cell)? {
            // The prefix stands behind `</`.
            let close = text.get(at + 2..).unwrap_or_default();
            let prefix = office::prefix_of_name(office::tag_name(close)).to_owned();
            edits.push((at..at, comment_run(&prefix, &format!("\n{}", joined_note_words(notes)))));
        } else {
            let author = notes.first().map_or("", |note| &note.author);
            // Authors are listed once a part and named by their count; those that are known keep theirs.
            let at = authors.iter().position(|known| known == author).unwrap_or(authors.len());
            if at == authors.len() {
                authors.push(author.to_owned());
            }
            added.push((cell, at, joined_note_words(notes)));
        }
    }
    let new: Vec<&String> = authors.iter().skip(known).collect();
    edits.extend(splice_inside(&text, "authors", |prefix| {
        let tag = |author: &&String| {
            format!("<{prefix}author>{}</{prefix}author>", office::escaped(author))
        };
        new.iter().map(tag).collect()
    })?);
    edits.extend(splice_inside(&text, "commentList", |prefix| {
        let mut tags = String::new();
        for (cell, author, words) in &added {
            let run = comment_run(prefix, words);
            // Writing to a string cannot fail.
            let _ = write!(tags, "<{prefix}comment ref=\"{cell}\" authorId=\"{author}\"><{prefix}text>{run}</{prefix}text></{prefix}comment>");
        }
        tags
    })?);
    let text = apply_splices(&text, edits);
    changes.put(&part, text)
}

/// A part without comments, tied to its sheet.
fn begin_comments_part(changes: &mut ChangedPackage, sheet: &str) -> Result<String, UnreadReason> {
    let part = changes.free("xl/comments", "xml");
    // A package in the strict vocabulary stays strict: a part in the usual one would be of another format
    // than its sheet.
    let strict = changes.address(sheet)?.contains("purl.oclc.org");
    let usual = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let address = if strict { "http://purl.oclc.org/ooxml/spreadsheetml/main" } else { usual };
    changes.put(&part, BLANK.replace(usual, address))?;
    changes.declare(&part, KIND)?;
    changes.relate(sheet, "comments", &part)?;
    Ok(part)
}

fn comment_run(prefix: &str, words: &str) -> String {
    let words = office::escaped(words);
    format!("<{prefix}r><{prefix}t xml:space=\"preserve\">{words}</{prefix}t></{prefix}r>")
}

fn joined_note_words(notes: &[&ReviewComment]) -> String {
    notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

fn authors(text: &str) -> Result<Vec<String>, UnreadReason> {
    let mut xml = Xml::new(text);
    let (mut authors, mut inside) = (Vec::new(), false);
    loop {
        match xml.read()? {
            XmlEvent::Open(tag) => {
                inside = tag.name() == "author";
                authors.extend(inside.then(String::new));
            }
            XmlEvent::Words(words) if inside => {
                authors.iter_mut().last().into_iter().for_each(|author| author.push_str(&words));
            }
            XmlEvent::Close => inside = false,
            XmlEvent::Words(_) => {}
            XmlEvent::End => return Ok(authors),
        }
    }
}

/// Where the words of the comment at a cell end; `None` when it has none.
fn end_of_words(text: &str, cell: &str) -> Result<Option<usize>, UnreadReason> {
    let mut xml = Xml::new(text);
    let (mut found, mut depth) = (false, None);
    loop {
        match xml.read()? {
            XmlEvent::Open(tag) if tag.name() == "comment" => {
                found = tag.attribute("ref").is_some_and(|at| at == cell);
            }
            XmlEvent::Open(tag) if found && tag.name() == "text" => depth = Some(xml.depth()),
            XmlEvent::Close if depth == Some(xml.depth() + 1) => {
                let close = xml.last();
                return Ok(Some(close.start).filter(|_| !close.is_empty()));
            }
            XmlEvent::End => return Ok(None),
            _ => {}
        }
    }
}
