//! Comments written into Word files: at the right words, and with nothing else changed.

use std::io::{Cursor, Read};

use planlint::{
    annotate::{Annotated, ReviewComment, annotate},
    document::{About, Block, Document, ReadPackage},
    office::Package,
    text::Span,
};
use zip::ZipArchive;

use super::package::{RELATIONS, document, word, zip};
use crate::support::{TODAY, read_word};

fn note(span: Span) -> ReviewComment {
    ReviewComment {
        span,
        author: "规划核对".to_owned(),
        text: "弱于上级目标\n请核改 <1>".to_owned(),
    }
}

/// The span of `words`, which stand once in the document.
fn span(document: &Document, words: &str) -> Span {
    let at = document.text.find(words).unwrap();
    Span::new(at, at + words.len())
}

/// The copy of a file that is read with changes accepted, with `notes`.
fn annotated(bytes: &[u8], notes: &[ReviewComment]) -> Annotated {
    let (_, package) = ReadPackage::of(bytes.to_vec(), &About::default()).unwrap();
    annotate(package, notes, TODAY).unwrap()
}

/// The copy with a comment at each of `words`.
fn commented(bytes: &[u8], words: &[&str]) -> Annotated {
    let document = read_word(bytes, false).unwrap();
    let notes: Vec<ReviewComment> =
        words.iter().map(|words| note(span(&document, words))).collect();
    annotated(bytes, &notes)
}

fn part(bytes: &[u8], name: &str) -> String {
    Package::open(bytes).unwrap().text(name).unwrap().unwrap().0
}

/// The words between the marks of a comment: what is between tags there.
fn marked(bytes: &[u8], id: u32) -> String {
    let text = part(bytes, "word/document.xml");
    let (_, rest) = text.split_once(&format!("<w:commentRangeStart w:id=\"{id}\"/>")).unwrap();
    let (range, after) = rest.split_once(&format!("<w:commentRangeEnd w:id=\"{id}\"/>")).unwrap();
    assert!(after.starts_with(&format!("<w:r><w:commentReference w:id=\"{id}\"/></w:r>")));
    let words =
        range.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words));
    words.collect::<String>().replace("&amp;", "&")
}

/// The entries of an archive, packed as they are.
fn entries(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let entry = |at| {
        let entry = archive.by_index_raw(at).unwrap();
        let (start, size) = (entry.data_start().unwrap(), entry.compressed_size());
        let name = entry.name().unwrap().into_owned();
        let mut packed = Vec::new();
        bytes[usize::try_from(start).unwrap()..].take(size).read_to_end(&mut packed).unwrap();
        (name, packed)
    };
    (0..count).map(entry).collect()
}

const RUNS: &str = "<w:p><w:pPr><w:ind/></w:pPr><w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>到2025年，甲率达到12</w:t></w:r>\
     <w:ins><w:r><w:t>34</w:t></w:r></w:ins><w:r><w:t>.5&amp;6%，乙率</w:t><w:tab/><w:t>达标 。</w:t></w:r></w:p>";

#[test]
fn comments_stand_at_their_words_and_the_text_is_the_same() {
    let bytes = word(&document(&format!(
        "{RUNS}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>{RUNS}",
    ).replacen("甲率", "丙率", 1)));
    let words = [
        "丙率达到1234.5&6%",
        "2025年",
        "达标 ",
        "乙率\t",
        "&",
        "6",
        "到2025年，丙率达到12",
        "。\n甲\n\n到2025",
    ];
    let (document, copy) = (read_word(&bytes, false).unwrap(), commented(&bytes, &words));
    assert!(copy.left_out.is_empty());
    for (id, words) in (0..).zip(words) {
        assert_eq!(marked(&copy.bytes, id), words.replace(['\n', '\t'], ""), "{words}");
    }
    let again = read_word(&copy.bytes, false).unwrap();
    assert_eq!((again.text, again.parts), (document.text, document.parts));
    // What was bold is bold in every piece, and the parted words keep their blanks.
    let text = part(&copy.bytes, "word/document.xml");
    assert_eq!(text.matches("<w:b/>").count(), 6);
    assert!(text.contains("<w:t xml:space=\"preserve\">达标 </w:t>"), "{text}");
    // The same again gives the same bytes.
    assert_eq!(commented(&bytes, &words), copy);
}

#[test]
fn every_stretch_of_a_paragraph_can_be_marked_at_once() {
    let bytes = word(&document(RUNS));
    let document = read_word(&bytes, false).unwrap();
    let words = document.text.trim_end_matches('\n');
    let ends: Vec<usize> = words.char_indices().map(|(at, _)| at).chain([words.len()]).collect();
    let pairs = ends.iter().flat_map(|start| ends.iter().map(move |end| (*start, *end)));
    let spans: Vec<Span> = pairs
        .filter(|(start, end)| start < end)
        .map(|(start, end)| Span::new(start, end))
        .collect();
    let notes: Vec<ReviewComment> = spans.iter().map(|span| note(*span)).collect();
    let copy = annotated(&bytes, &notes);
    assert!(copy.left_out.is_empty() && spans.len() > 300);
    for (id, span) in (0..).zip(spans) {
        assert_eq!(marked(&copy.bytes, id), span.of(words).replace('\t', ""), "{id}");
    }
    let again = read_word(&copy.bytes, false).unwrap();
    assert_eq!((again.text, again.parts), (document.text, document.parts));
}

#[test]
fn a_part_with_any_tag_missing_is_refused_or_marked_as_it_is_read() {
    let text = document(&format!(
        "<w:p/><w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr>\
         <w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p></w:tc></w:tr></w:tbl>{RUNS}\
         <w:p><w:r><mc:AlternateContent><mc:Choice><w:pict><w:txbxContent>{RUNS}</w:txbxContent></w:pict></mc:Choice>\
         <mc:Fallback/></mc:AlternateContent><w:t>框</w:t></w:r></w:p>"
    ));
    let tags: Vec<(usize, usize)> = text
        .match_indices('<')
        .map(|(start, _)| (start, start + text[start..].find('>').unwrap() + 1))
        .collect();
    let mut read = 0;
    for (start, end) in tags {
        let bytes = word(&[&text[..start], &text[end..]].concat());
        let Ok(document) = read_word(&bytes, false) else { continue };
        let notes: Vec<ReviewComment> =
            document.parts.parts.iter().map(|part| note(part.span)).collect();
        let copy = annotated(&bytes, &notes);
        assert!(copy.left_out.is_empty(), "without {}", &text[start..end]);
        assert_eq!(read_word(&copy.bytes, false).unwrap().text, document.text);
        read += 1;
    }
    assert!(read > 10, "{read}");
}

#[test]
fn an_empty_cell_and_words_that_word_counts_can_be_spoken_of() {
    let bytes = word(&document(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p></w:p></w:tc></w:tr></w:tbl>",
    ));
    let document = read_word(&bytes, false).unwrap();
    let Block::Table(grid) = &document.blocks[0] else { unreachable!("a table") };
    let notes: Vec<ReviewComment> = grid.cells.iter().map(|cell| note(cell.span)).collect();
    let copy = annotated(&bytes, &notes);
    let text = part(&copy.bytes, "word/document.xml");
    for id in 1..3 {
        assert_eq!(marked(&copy.bytes, id), "");
        let alone = format!("<w:tc><w:p><w:commentRangeStart w:id=\"{id}\"/>");
        assert!(text.contains(&alone), "{text}");
    }
    assert_eq!(read_word(&copy.bytes, false).unwrap().text, document.text);
}

#[test]
fn other_parts_keep_every_byte_and_earlier_comments_stay() {
    let comments = "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment w:id=\"4\" w:author=\"乙\"><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:comment></w:comments>";
    let relations = RELATIONS
        .replace("relationships/officeDocument", "relationships/comments")
        .replace("word/document.xml", "comments.xml");
    let text = document(&format!(
        "<w:p><w:commentRangeStart w:id=\"4\"/><w:r><w:t>甲</w:t></w:r><w:commentRangeEnd w:id=\"4\"/><w:r><w:commentReference w:id=\"4\"/></w:r></w:p>{RUNS}"
    ));
    let bytes = zip([
        ("[Content_Types].xml", b"<Types xmlns=\"x\"/>".as_slice()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("word/document.xml", text.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/comments.xml", comments.as_bytes()),
        ("word/media/image1.png", &[7; 3000]),
    ]);
    let copy = commented(&bytes, &["乙率"]);
    assert_eq!(
        (marked(&copy.bytes, 4), marked(&copy.bytes, 5)),
        ("甲".to_owned(), "乙率".to_owned())
    );
    let written = part(&copy.bytes, "word/comments.xml");
    assert!(written.starts_with(comments.trim_end_matches("</w:comments>")), "{written}");
    assert!(
        written.contains("w:id=\"5\" w:author=\"规划核对\" w:date=\"2026-01-31T00:00:00Z\""),
        "{written}"
    );
    assert!(written.contains("请核改 &lt;1&gt;"), "{written}");
    for ((name, before), (_, after)) in entries(&bytes).into_iter().zip(entries(&copy.bytes)) {
        let may_change = ["word/document.xml", "word/comments.xml"].contains(&&*name);
        assert_eq!(before == after, !may_change, "{name}");
    }
}

#[test]
fn a_package_without_comments_learns_of_them_and_without_notes_nothing_changes() {
    let bytes = word(&document(RUNS));
    let copy = commented(&bytes, &["甲率"]);
    let types = part(&copy.bytes, "[Content_Types].xml");
    assert!(types.contains("PartName=\"/word/comments.xml\""), "{types}");
    let relations = Package::open(&copy.bytes).unwrap().relations("word/document.xml").unwrap();
    assert_eq!((&*relations[0].kind, &*relations[0].part), ("comments", "word/comments.xml"));
    assert_eq!(entries(&commented(&bytes, &[]).bytes), entries(&bytes));
    // Another library reads the copy, and finds the comment.
    let docx = docx_rs::read_docx(&copy.bytes).unwrap();
    assert_eq!(docx.comments.inner().len(), 1);
}

#[test]
fn words_in_text_boxes_and_notes_are_marked_where_these_stand() {
    let footnotes = "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>注文</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let relations = RELATIONS
        .replace("relationships/officeDocument", "relationships/footnotes")
        .replace("word/document.xml", "footnotes.xml");
    let text = document(
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r>\
         <w:r><w:t>后</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
    );
    let bytes = zip([
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("word/document.xml", text.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/footnotes.xml", footnotes.as_bytes()),
    ]);
    let copy = commented(&bytes, &["框", "注文", "后\n框"]);
    assert!(copy.left_out.is_empty());
    let text = part(&copy.bytes, "word/document.xml");
    assert!(text.contains("<w:commentRangeStart w:id=\"0\"/><w:r><w:drawing>"), "{text}");
    assert!(text.contains("<w:commentRangeStart w:id=\"1\"/><w:r><w:footnoteReference"), "{text}");
    assert_eq!(marked(&copy.bytes, 2), "后");
}

#[test]
fn tags_without_prefix_and_other_encodings_are_written_as_they_are() {
    let text = "<document xmlns=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><body><p><r><t>甲率达标</t></r></p></body></document>";
    let units =
        |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let wide = [b"\xFF\xFE".to_vec(), units(text)].concat();
    for bytes in
        [word(text), zip([("_rels/.rels", RELATIONS.as_bytes()), ("word/document.xml", &wide)])]
    {
        let copy = commented(&bytes, &["率达"]);
        assert_eq!(read_word(&copy.bytes, false).unwrap().text, "甲率达标\n");
        let text = part(&copy.bytes, "word/document.xml");
        let declared = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        assert!(text.contains(&format!("</r><w:commentRangeStart {declared} w:id=\"0\"/><r><t xml:space=\"preserve\">率达</t></r>")), "{text}");
    }
}

#[test]
fn a_comment_stands_at_its_words_whichever_way_changes_are_read() {
    let bytes = word(&document(
        "<w:p><w:r><w:t>甲率</w:t></w:r><w:del><w:r><w:delText>十二</w:delText></w:r></w:del>\
         <w:ins><w:r><w:t>三十四点五</w:t></w:r></w:ins><w:r><w:t>，乙率六</w:t></w:r></w:p>",
    ));
    for (reject_changes, text) in
        [(false, "甲率三十四点五，乙率六\n"), (true, "甲率十二，乙率六\n")]
    {
        let about = About { reject_changes, ..About::default() };
        let (document, package) = ReadPackage::of(bytes.clone(), &about).unwrap();
        assert_eq!(document.text, text);
        // Reading without keeping anything gives the same.
        let plain = read_word(&bytes, reject_changes).unwrap();
        assert_eq!((&plain.text, &plain.parts), (&document.text, &document.parts));
        let copy = annotate(package, &[note(span(&document, "乙率"))], TODAY).unwrap();
        assert_eq!((copy.left_out.len(), &*marked(&copy.bytes, 0)), (0, "乙率"));
    }
}
