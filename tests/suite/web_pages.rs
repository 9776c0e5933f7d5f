//! Web pages as authorities publish plans.

use planlint::{
    document::{Block, Document, LostKind, html::read_html},
    text::{Encoding, Spot, UnreadReason, encode},
};

const PAGE: &str = r#"<!DOCTYPE html><html><head><meta charset="gb2312"><title>某县人民政府网</title>
<style>p { color: red }</style></head><body><nav><p>首页 &gt; 规划</p></nav>
<table><tr><td><h1>某县城镇化
  规划</h1>
<p>一、发展目标</p><p>到2025年，&nbsp;城镇化率达到<b>70%</b>
以上。</p><p style="display: none">看不见</p>
<ul><li>新增公园3个<li>新增学校2所</ul>
<p>表1 主要指标</p>
<table border=1><thead><tr><th rowspan=2>指标<th colspan=2>目标</tr><tr><th>2020年<th>2025年</tr></thead>
<tr><td rowspan="2">城镇化率<br>（%）<td>60<td>70</tr><tr><td>61<td>71</tr></table>
<p>注：略。</p><img src=chart.png></td></tr></table>
<footer>版权所有</footer><script>document.write("<p>没有")</script></body></html>"#;

fn said(document: &Document) -> Vec<String> {
    let words = |span: &planlint::text::Span| span.of(&document.text).to_owned();
    let block = |block: &Block| match block {
        Block::Heading { level, span } => format!("{level} {}", words(span)),
        Block::Paragraph(span) | Block::Note(span) => words(span),
        Block::Table(grid) => {
            let cell = |cell: &planlint::document::Cell| {
                if cell.first { words(&cell.span).replace('\n', "/") } else { "^".to_owned() }
            };
            let row = |row| grid.row(row).iter().map(cell).collect::<Vec<_>>().join("|");
            (0..grid.height()).map(row).collect::<Vec<_>>().join(" ")
        }
    };
    document.blocks.iter().map(block).collect()
}

#[test]
fn a_page_gives_what_its_reader_sees() {
    let expected = [
        "1 某县城镇化规划",
        "2 一、发展目标",
        "到2025年，城镇化率达到70%以上。",
        "新增公园3个",
        "新增学校2所",
        "表1 主要指标",
        "指标|目标|^ ^|2020年|2025年 城镇化率/（%）|60|70 ^|61|71",
        "注：略。",
    ];
    for encoding in [Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le] {
        let document = read_html(&encode(PAGE, encoding)).unwrap();
        assert_eq!(said(&document), expected, "{encoding:?}");
        assert_eq!(document.lost.len(), 1);
        assert_eq!(document.lost[0].kind, LostKind::Picture);
    }
}

#[test]
fn a_table_has_the_line_above_it_and_a_paragraph_its_heading() {
    let document = read_html(PAGE.as_bytes()).unwrap();
    let caption = document.blocks.iter().find_map(|block| match block {
        Block::Table(grid) => grid.caption,
        _ => None,
    });
    assert_eq!(caption.unwrap().of(&document.text), "表1 主要指标");
    let at = u32::try_from(document.text.find("70%以上").unwrap()).unwrap();
    let Spot::Paragraph { under, number, .. } = &document.parts.at(at).unwrap().spot else {
        panic!("no paragraph")
    };
    assert_eq!((under.as_deref(), *number), (Some("一"), 2));
}

#[test]
fn hostile_pages_are_refused_or_cut() {
    let deep = "<div>".repeat(100_000);
    assert_eq!(read_html(deep.as_bytes()).unwrap_err(), UnreadReason::Swollen);
    assert_eq!(read_html(b"<html><script>x</script>").unwrap_err(), UnreadReason::Empty);
    let wide =
        format!("<table>{}</table>", "<tr><td colspan=9999 rowspan=99999>甲<td>乙".repeat(999));
    let document = read_html(wide.as_bytes()).unwrap();
    assert!(document.lost.iter().any(|lost| lost.kind == LostKind::Limit));
    assert!(document.text.len() < 100_000);
    let broken = read_html("<table><tr><td>甲<td>乙<tr><td rowspan=x>丙".as_bytes()).unwrap();
    assert_eq!(said(&broken), ["甲|乙 丙|"]);
}
