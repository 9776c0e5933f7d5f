//! Which words of a Word file are its text.

use planlint::document::{Document, LostKind};

use super::{
    package::{document, word},
    word::{parts, shown},
};
use crate::support::read_word;

fn read(body: &str) -> Document {
    read_word(&word(&document(body)), false).unwrap()
}

#[test]
fn fields_give_their_result_and_hidden_text_nothing() {
    let read = read(
        "<w:p><w:r><w:t>共</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
         <w:r><w:instrText>SUM(ABOVE)</w:instrText><w:t>0</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\
         <w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r>\
         <w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>项</w:t><w:tab/><w:br/><w:t>A &amp; &#66;</w:t></w:r>\
         <w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>\
         <w:fldSimple><w:r><w:t>5</w:t></w:r></w:fldSimple><w:r><w:br w:type=\"page\"/>\
         <w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:noBreakHyphen/></w:r></w:p>",
    );
    assert_eq!(shown(&read), ["p 共12项\t/A & B链接5≥-"]);
}

#[test]
fn a_field_without_end_swallows_one_paragraph_at_most() {
    let read = read(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p>",
    );
    assert_eq!(shown(&read), ["p 乙"]);
}

#[test]
fn a_text_box_is_read_once_and_its_paragraphs_count_twice() {
    let inside = |words: &str| {
        format!("<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>")
    };
    let read = read(&format!(
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent>\
         <mc:Choice Requires=\"wps\"><w:drawing>{}</w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:t>后</w:t></w:r></w:p><w:p><w:r><w:t>末</w:t></w:r></w:p>",
        inside("框"),
        inside("框"),
    ));
    assert_eq!(shown(&read), ["p 前后", "p 框", "p 末"]);
    assert_eq!(parts(&read), [(0, "前后"), (1, "框"), (3, "末")]);
}

#[test]
fn what_is_no_text_is_listed() {
    let read = read(
        "<w:p><w:r><w:t>图一</w:t><w:drawing><a:graphic><a:blip/></a:graphic></w:drawing></w:r></w:p>\
         <w:p><w:r><w:object/></w:r></w:p>\
         <w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>\
         <w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>",
    );
    assert_eq!(shown(&read), ["p 图一", "|内", "p x=1"]);
    let lost: Vec<_> =
        read.lost.iter().map(|lost| (lost.kind, lost.span.of(&read.text).trim())).collect();
    assert_eq!(
        lost,
        [(LostKind::Picture, "图一"), (LostKind::Object, ""), (LostKind::NestedTable, "内")]
    );
}

#[test]
fn a_frame_and_content_controls_are_looked_through() {
    let read = read(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>\
         <w:sdtContent><w:p><w:r><w:t>一、总则 1</w:t></w:r></w:p></w:sdtContent></w:sdt>\
         <w:sdt><w:sdtContent><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:sdtContent></w:sdt>\
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>专栏1 重点工程</w:t></w:r></w:p><w:p><w:r><w:t>建设。</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    );
    assert_eq!(shown(&read), ["p 正文", "4 专栏1 重点工程", "p 建设。"]);
    assert_eq!(parts(&read).first(), Some(&(1, "正文")));
}

#[test]
fn other_prefixes_and_other_vocabularies_are_told_apart() {
    let text = "<document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\" xmlns:w=\"urn:other\">\
                <body><p><r><t>甲</t></r><w:r><w:t>乙</w:t></w:r></p></body></document>";
    assert_eq!(shown(&read_word(&word(text), false).unwrap()), ["p 甲"]);
}

#[test]
fn rows_that_a_change_removes_are_gone() {
    let row = |change: &str, words: &str| {
        format!(
            "<w:tr><w:trPr>{change}</w:trPr><w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
        )
    };
    let body = format!(
        "<w:tbl>{}{}{}</w:tbl>",
        row("", "甲"),
        row("<w:del/>", "乙"),
        row("<w:ins/>", "丙")
    );
    let read = |reject| shown(&read_word(&word(&document(&body)), reject).unwrap());
    assert_eq!(read(false), ["甲|", "丙|"]);
    assert_eq!(read(true), ["甲|", "乙|"]);
}
