//! A Word document of 300 pages: reading and importing it beside a bare pass of the same libraries over its parts, as ratios of one run.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints its figures and stops at the first surprise"
)]

mod timing;

use std::{
    fmt::Write as _,
    fs,
    hint::black_box,
    io::{Cursor, Read, Write as _},
};

use planlint::{
    catalogue::{Catalogue, Tiers},
    document::{
        About, Document, DocumentFormat, Imported, PriorKnowledge, open_document, plan_file,
        understand_document,
    },
    syntax::KeywordSet,
};
use quick_xml::events::Event;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use timing::{RUNS, median};

/// A page of such a plan holds about this many paragraphs.
const PARAGRAPHS: usize = 300 * 14;
/// One table of indicators for each ten pages.
const TABLES: usize = 30;

fn main() {
    let parts = parts();
    let unpacked: usize = parts.iter().map(|(_, text)| text.len()).sum();
    let package = package(&parts);
    let about = About::default();
    let catalogue = Catalogue::read(std::iter::empty(), Tiers::default());
    let document = || open_document(DocumentFormat::Package, &package, &about).expect("a document");
    let before = peak();
    let plans = imported(&document(), &catalogue, &about);
    let grown = peak().zip(before).map(|(after, before)| after.saturating_sub(before));
    let lines: usize = plans.iter().map(|text| text.lines().count()).sum();
    assert!(lines > TABLES * 10, "{lines} lines are no import");
    println!(
        "300 pages: {} bytes packed, {unpacked} unpacked, {lines} lines of plan, median of {RUNS} runs",
        package.len()
    );
    let bare = median(|| pass(&package));
    println!("bare pass  {bare:9.2} ms");
    let told = |name: &str, time: f64| println!("{name:10} {time:9.2} ms = {:.2} x", time / bare);
    told("reading", median(|| _ = black_box(document())));
    told("import", median(|| _ = black_box(imported(&document(), &catalogue, &about))));
    if let Some(grown) = grown {
        let share = grown as f64 / unpacked as f64;
        println!("memory     {grown} bytes at the peak = {share:.2} x the unpacked parts");
    }
}

fn imported(document: &Document, catalogue: &Catalogue, about: &About) -> Vec<String> {
    let plans: Vec<Imported> =
        understand_document(document, "规划.docx", &PriorKnowledge::of(catalogue), about);
    plans.iter().filter_map(|plan| plan_file(plan, "规划.docx", KeywordSet::Chinese)).collect()
}

/// Unpacks every part and walks over its XML, and nothing else.
fn pass(package: &[u8]) {
    let mut archive = ZipArchive::new(Cursor::new(package)).expect("a package");
    for at in 0..archive.len() {
        let mut text = String::new();
        archive.by_index(at).expect("a part").read_to_string(&mut text).expect("text");
        let mut reader = quick_xml::Reader::from_str(&text);
        let mut events = 0_usize;
        while !matches!(reader.read_event().expect("an event"), Event::Eof) {
            events += 1;
        }
        black_box(events);
    }
}

/// The most memory the process has held so far, in bytes, where the system says it.
fn peak() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: usize = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}

fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory");
        writer.write_all(text.as_bytes()).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

fn parts() -> Vec<(&'static str, String)> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" \
             Target=\"{target}\"/></Relationships>"
        )
    };
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/word/document.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    vec![
        ("[Content_Types].xml", types.to_owned()),
        ("_rels/.rels", relation("rId1", "officeDocument", "word/document.xml")),
        ("word/document.xml", body()),
    ]
}

fn body() -> String {
    let mut xml = String::from(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>",
    );
    paragraph(&mut xml, "德清县国民经济和社会发展第十五个五年规划纲要");
    paragraph(&mut xml, "规划期限为2026—2030年，展望到2035年。");
    for at in 0..PARAGRAPHS {
        if at % 40 == 0 {
            paragraph(&mut xml, &format!("（{}）建设任务", numeral(at / 40)));
        }
        if at % (PARAGRAPHS / TABLES) == 0 {
            table(&mut xml, at);
        }
        paragraph(&mut xml, &sentences(at));
    }
    xml.push_str("</w:body></w:document>");
    xml
}

fn numeral(at: usize) -> &'static str {
    ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][at % 10]
}

/// Three sentences, a target in one paragraph of three.
fn sentences(at: usize) -> String {
    let prose = "坚持把发展作为第一要务，统筹城乡空间布局，完善基础设施和公共服务，推动产业和城镇融合。\
                 深化重点领域改革，健全工作机制，形成部门协同、上下联动的工作格局。";
    let value = 60 + at % 40;
    match at % 9 {
        0 => {
            format!("{prose}到2030年，常住人口城镇化率达到{value}%以上，森林覆盖率稳定在{value}%。")
        }
        3 => format!("{prose}到2028年，新建公园绿地{value}处，改造老旧小区{at}个。"),
        6 => format!(
            "{prose}“十五五”期间，新增城镇就业{value}万人左右，城镇登记失业率控制在5%以内。"
        ),
        _ => format!("{prose}引导各类主体积极参与，不断提升群众的获得感、幸福感、安全感。"),
    }
}

/// What Word writes of every paragraph and every run of an official document.
const PARAGRAPH: &str = "<w:pPr><w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" \
     w:firstLine=\"640\"/><w:jc w:val=\"both\"/></w:pPr>";
const RUN: &str = "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"仿宋_GB2312\" w:hAnsi=\"Times New Roman\" \
     w:cs=\"Times New Roman\" w:hint=\"eastAsia\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>\
     <w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr>";

/// A paragraph in two runs, as Word splits what was typed at different times.
fn paragraph(xml: &mut String, words: &str) {
    let middle = words.char_indices().nth(words.chars().count() / 2).map_or(0, |(at, _)| at);
    let (first, second) = words.split_at(middle);
    let run = |words: &str| format!("<w:r w:rsidRPr=\"00A77B3E\">{RUN}<w:t>{words}</w:t></w:r>");
    let written = write!(
        xml,
        "<w:p w:rsidR=\"00A77B3E\" w:rsidRDefault=\"004B4F5E\">{PARAGRAPH}{}{}</w:p>",
        run(first),
        run(second)
    );
    written.expect("memory");
}

fn table(xml: &mut String, at: usize) {
    paragraph(xml, &format!("表{} 主要指标", at / (PARAGRAPHS / TABLES) + 1));
    xml.push_str("<w:tbl>");
    row(xml, ["序号", "指标", "2025年", "2030年目标值", "属性"].map(str::to_owned));
    for number in 1..=20 {
        let name = format!("第{}类事项办结率（%）", at + number);
        let [base, target] = [70 + number, 75 + number].map(|value| value.to_string());
        row(xml, [number.to_string(), name, base, target, "预期性".to_owned()]);
    }
    xml.push_str("</w:tbl>");
}

fn row(xml: &mut String, cells: [String; 5]) {
    xml.push_str("<w:tr>");
    for cell in cells {
        xml.push_str("<w:tc>");
        paragraph(xml, &cell);
        xml.push_str("</w:tc>");
    }
    xml.push_str("</w:tr>");
}
