//! Only what a reader sees is read: words struck out, raised, hidden or invisible, in documents of each format.

use planlint::{
    catalogue::Catalogue,
    document::{About, DocumentFormat, PriorKnowledge, open_document, understand_document},
    syntax::ProblemKind,
};

use super::package::{document, word, zip};

/// What is understood of a document: the rows of its tables and statements, then what is told of it.
pub fn told(format: DocumentFormat, bytes: &[u8]) -> Vec<String> {
    let about = About::default();
    let document = open_document(format, bytes, &about).unwrap();
    let catalogue = Catalogue::default();
    let plans = understand_document(&document, "甲县规划", &PriorKnowledge::of(&catalogue), &about);
    let mut told = Vec::new();
    for plan in &plans {
        for table in &plan.tree.tables {
            for row in &table.rows {
                let cells =
                    (0..table.columns.len()).map(|column| table.cell(row, column).of(&plan.text));
                told.push(cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("|"));
            }
        }
        told.extend(plan.tree.problems.iter().map(|problem| match &problem.kind {
            ProblemKind::UnreadPart { what } => format!("! {what}"),
            ProblemKind::InvisibleCharacter { character } => {
                format!("! U+{:04X}", u32::from(*character))
            }
            other => format!("! {other:?} {}", problem.span.of(&plan.text)),
        }));
    }
    told
}

fn run(properties: &str, words: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>")
}

/// The words of a paragraph with the run `marked` between two others.
fn paragraph(before: &str, marked: &str, behind: &str) -> String {
    format!("<w:p>{}{marked}{}</w:p>", run("", before), run("", behind))
}

#[test]
fn words_of_a_word_file_are_those_that_show() {
    let raised = "<w:vertAlign w:val=\"superscript\"/>";
    for (properties, words, expected, lost) in [
        ("<w:strike/>", "20", "到25", None),
        ("<w:dstrike/>", "20", "到25", None),
        ("<w:strike w:val=\"0\"/>", "20", "到2025", None),
        ("<w:rStyle w:val=\"gone\"/>", "20", "到25", None),
        ("<w:rStyle w:val=\"gone\"/><w:strike w:val=\"false\"/>", "20", "到2025", None),
        ("<w:vanish/>", "20", "到25", Some("Hidden")),
        ("<w:webHidden/>", "20", "到25", Some("Hidden")),
        ("<w:vanish/>", " ", "到25", None),
    ] {
        let body = document(&paragraph("到", &run(properties, words), "25"));
        let styles = "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:type=\"character\" w:styleId=\"gone\"><w:rPr><w:strike/></w:rPr></w:style></w:styles>";
        let relation = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";
        let bytes = zip([
            ("_rels/.rels", super::package::RELATIONS.as_bytes()),
            ("word/_rels/document.xml.rels", relation.as_bytes()),
            ("word/styles.xml", styles.as_bytes()),
            ("word/document.xml", body.as_bytes()),
        ]);
        let read = open_document(DocumentFormat::Package, &bytes, &About::default()).unwrap();
        assert_eq!(read.text.trim(), expected, "{properties} {words}");
        let kinds: Vec<_> = read.lost.iter().map(|lost| format!("{:?}", lost.kind)).collect();
        assert_eq!(kinds, Vec::from_iter(lost), "{properties} {words}");
    }
    for (before, words, expected) in [
        ("达到25", "1", "达到25%"),
        ("达到25", "[12]", "达到25%"),
        ("城镇化率", "注1", "城镇化率%"),
        ("面积5km", "2", "面积5km²%"),
        ("产量5×10", "3", "产量5×10³%"),
    ] {
        let body = paragraph(before, &run(raised, words), "%");
        let read =
            open_document(DocumentFormat::Package, &word(&document(&body)), &About::default())
                .unwrap();
        assert_eq!(read.text.trim(), expected);
    }
}

#[test]
fn a_formula_is_no_row_of_digits() {
    let math = |inside: &str| format!("<w:p><m:oMath>{inside}</m:oMath></w:p>");
    let t = |words: &str| format!("<m:r><m:t>{words}</m:t></m:r>");
    let body = [
        math(&format!("<m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup>", t("10"), t("3"))),
        math(&format!("<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f>", t("1"), t("2"))),
    ]
    .concat();
    let read =
        open_document(DocumentFormat::Package, &word(&document(&body)), &About::default()).unwrap();
    assert_eq!(read.text, "10³\n1/2\n");
}

#[test]
fn hidden_rows_of_a_word_table_are_said_and_not_read() {
    let row = |properties: &str, cells: [&str; 3]| {
        let cells = cells.map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell, "", "")));
        format!("<w:tr><w:trPr>{properties}</w:trPr>{}</w:tr>", cells.concat())
    };
    let rows = [
        row("", ["指标", "2020年", "2025年"]),
        row("<w:hidden/>", ["森林覆盖率（%）", "11", "12"]),
        row("", ["城镇化率（%）", "60", "70"]),
    ];
    let told = told(
        DocumentFormat::Package,
        &word(&document(&format!("<w:tbl>{}</w:tbl>", rows.concat()))),
    );
    assert_eq!(told, ["城镇化率（%）|60|70", "! hidden"]);
}

#[test]
fn contents_of_a_word_file_are_furniture() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let begin = format!(
        "<w:p>{}<w:r><w:instrText> TOC \\o \"1-3\" </w:instrText></w:r>{}{}</w:p>",
        field("begin"),
        field("separate"),
        run("", "一、总则\t1"),
    );
    let body = [
        begin,
        paragraph("二、主要目标\t12", "", ""),
        format!("<w:p>{}</w:p>", field("end")),
        paragraph("二、主要目标", "", ""),
        paragraph("三、保障措施……………15", "", ""),
    ];
    let bytes = word(&document(&body.concat()));
    let read = open_document(DocumentFormat::Package, &bytes, &About::default()).unwrap();
    assert_eq!(read.text, "二、主要目标\n三、保障措施……………15\n");
    let body = planlint::document::furniture::without(&read);
    assert_eq!(body.blocks.len(), 1);
}

const HEAD: &str =
    "<html><meta charset=utf-8><p>甲县住房发展规划（2021—2025年）</p><p>二、主要目标</p>";

#[test]
fn a_web_page_is_read_as_it_shows() {
    for (inside, expected) in [
        ("达到<del>20%</del>25%", vec!["达到25%"]),
        ("达到<s>20%</s><strike>21%</strike>25%", vec!["达到25%"]),
        ("达到<span style='text-decoration: red line-through'>20%</span>25%", vec!["达到25%"]),
        ("达到25%<sup>1</sup>", vec!["达到25%"]),
        ("达到25<sup><a href=#n>[1]</a></sup>%", vec!["达到25%"]),
        ("达到25%<span style='display:none'>99</span>", vec!["达到25%", "! hidden"]),
        ("达到25%<span style='visibility: hidden'>99</span>", vec!["达到25%", "! hidden"]),
        ("达到25%<span hidden>99</span>", vec!["达到25%", "! hidden"]),
        ("达到25%<span hidden>甲</span><!-- 26% --><script>27</script>", vec!["达到25%"]),
    ] {
        let page = format!("{HEAD}<p>到2025年，森林覆盖率{inside}。</p>");
        let told = told(DocumentFormat::Html, page.as_bytes());
        let told: Vec<&str> = told.iter().map(|one| one.rsplit('|').next().unwrap()).collect();
        assert_eq!(told, expected, "{inside}");
    }
    let table = "<table><tr><td>指标<td>2020年<td>2025年</tr><tr hidden><td>森林覆盖率（%）<td>1<td>2</tr>\
                 <tr><td>PM<sub>2.5</sub>浓度<br>（微克/立方米）<td>30<sup>①</sup><td><s>26</s>25</tr></table>";
    let told = told(DocumentFormat::Html, format!("{HEAD}{table}").as_bytes());
    assert_eq!(told, ["PM2.5浓度（微克/立方米）|30|25", "! hidden"]);
}

#[test]
fn the_box_of_a_page_is_furniture() {
    let page = "<html><meta charset=utf-8><table><tr><td>索引号<td>0026/2021-007<td>发布日期<td>2021-08-02</tr>\
                <tr><td>文号<td>甲政发〔2021〕7号<td>有效性<td>有效</tr></table><p>甲县住房发展规划</p>\
                <p>二、主要目标</p><p>到2025年，森林覆盖率达到48.5%。</p>";
    let told = told(DocumentFormat::Html, page.as_bytes());
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].ends_with("达到48.5%"), "{told:?}");
}

#[test]
fn invisible_characters_are_told_in_every_format() {
    let said = |words: &str| {
        format!(
            "甲县住房发展规划（2021—2025年）\n\n二、主要目标\n\n到2025年，森林覆盖率达到{words}%。\n"
        )
    };
    for (words, code) in [
        ("4\u{200B}8.5", "! U+200B"),
        ("\u{202E}21\u{202C}", "! U+202E"),
        ("4\u{AD}8", "! U+00AD"),
        ("4\u{2060}8", "! U+2060"),
        ("4\u{E0031}8", "! U+E0031"),
    ] {
        let text = said(words);
        let body: String = text.lines().map(|line| paragraph(line, "", "")).collect();
        let page = text.lines().map(|line| format!("<p>{line}</p>")).collect::<String>();
        for (format, bytes) in [
            (DocumentFormat::Pasted, text.clone().into_bytes()),
            (DocumentFormat::Markdown, text.clone().into_bytes()),
            (DocumentFormat::Csv, format!("指标,2025年\n森林覆盖率,{words}\n").into_bytes()),
            (DocumentFormat::Html, format!("<html><meta charset=utf-8>{page}").into_bytes()),
            (DocumentFormat::Package, word(&document(&body))),
        ] {
            let told = told(format, &bytes);
            assert!(told.contains(&code.to_owned()), "{format:?} {told:?}");
        }
    }
    assert_eq!(told(DocumentFormat::Pasted, "co\u{AD}operate in 2025".as_bytes()), [""; 0]);
}
