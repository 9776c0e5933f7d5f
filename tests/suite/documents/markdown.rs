//! Markdown as converters write it: marks, notes, formulas, and tables of web pages or drawn with lines.

use planlint::{
    document::{Block, DocumentFormat, LostKind, markdown},
    text::{Source, Span},
};

use super::seen::told;

const HEAD: &str = "# 甲县住房发展规划（2021—2025年）\n\n## 二、主要目标\n\n";

fn rows(body: &str) -> Vec<String> {
    told(DocumentFormat::Markdown, format!("{HEAD}{body}\n").as_bytes())
}

/// The last cell of each row: what is promised.
fn values(body: &str) -> Vec<String> {
    rows(body).iter().map(|row| row.rsplit('|').next().unwrap().to_owned()).collect()
}

#[test]
fn marks_and_notes_of_converters_are_no_words() {
    let body = "到2025年，城镇化率达到**60%**，污水处理率达到93%[^1]，研发投入强度达到2.5\\%，森林覆盖率达到41.5%。\n\n[^1]: 按常住人口计算，2019年为88%。";
    assert_eq!(values(body), ["达到60%", "达到93%", "达到2.5%", "达到41.5%"]);
    for (inside, value) in [
        ("达到~~20%~~25%", "达到25%"),
        ("达到<del>20%</del>25%", "达到25%"),
        ("达到25<sup>1</sup>%", "达到25%"),
        ("达到25^1^%", "达到25%"),
        ("达到[25%](a.md)", "达到25%"),
        ("达到**25%**以上", "达到25%以上"),
        ("达到*25*%", "达到25%"),
        ("达到$25\\%$", "达到25%"),
        ("达到25%<!-- 26% -->", "达到25%"),
    ] {
        let body = format!("到2025年，森林覆盖率{inside}。");
        assert_eq!(values(&body), [value], "{inside}");
    }
    let fine = rows("到2025年，PM<sub>2.5</sub>浓度降至26微克/立方米。森林覆盖率达到41.5%。");
    assert_eq!(fine.len(), 2, "{fine:?}");
    assert!(fine[0].contains("PM2.5浓度") && fine[0].ends_with("降至26微克/立方米"), "{fine:?}");
}

#[test]
fn the_line_below_a_head_may_have_one_dash_a_column() {
    for line in ["|:-:|:-:|:-:|", "--|--|--", "| - | - | - |", "| :--- | ---: | --- |"] {
        let table = format!("| 指标 | 2025年 | 2030年 |\n{line}\n| 城镇化率（%） | 60 | 65 |");
        assert_eq!(rows(&table), ["城镇化率（%）|60|65"], "{line}");
    }
}

#[test]
fn tables_of_web_pages_are_tables() {
    let table = "<table><tr><td>指标</td><td>2020年</td><td>2025年</td><td>属性</td></tr><tr><td>森林覆盖率<br>（%）</td><td>48.1</td><td><s>48.4</s>48.5</td><td>约束性</td></tr></table>";
    assert_eq!(rows(table), ["森林覆盖率 （%）|48.1|48.5|约束性"]);
    let spread = table.replace("<tr>", "\n\n<tr>\n").replace("</td>", "</td>\n").to_uppercase();
    assert_eq!(rows(&spread), ["森林覆盖率 （%）|48.1|48.5|约束性"]);
    let beside = format!("到2025年，城镇化率达到60%。{table}到2025年，污水处理率达到95%。");
    assert_eq!(rows(&beside).len(), 3);
    let spans = "<table><tr><td rowspan=2>指标</td><td colspan=2>目标</td></tr><tr><td>2020年</td><td>2025年</td></tr><tr><td>森林覆盖率（%）</td><td>48.1</td><td>48.5</td></tr></table>";
    assert_eq!(rows(spans), ["森林覆盖率（%）|48.1|48.5"]);
}

#[test]
fn drawn_tables_are_tables() {
    let grid = "\
+----------------------+--------+--------+--------+
| 指标                 | 2020年 | 2025年 | 属性   |
+======================+========+========+========+
| 森林                 | 48.1   | **48.5** | 约束性 |
| 覆盖率（%）          |        |        |        |
+----------------------+--------+--------+--------+

到2025年，污水处理率达到95%。";
    let told = rows(grid);
    assert_eq!(told[0], "森林覆盖率（%）|48.1|48.5|约束性");
    assert_eq!(told.len(), 2, "{told:?}");
    let simple = "
  指标              2020年   2025年   属性
  ----------------  -------  -------  --------
  森林覆盖率（%）   48.1     48.5     约束性
  城镇化率（%）     58       60       预期性

到2025年，污水处理率达到95%。";
    let told = rows(simple);
    assert_eq!(told[..2], ["森林覆盖率（%）|48.1|48.5|约束性", "城镇化率（%）|58|60|预期性"]);
    assert_eq!(told.len(), 3, "{told:?}");
    let several = "
  --------------------------------------------
  指标              2020年   2025年   属性
  ----------------  -------  -------  --------
  森林覆盖率        48.1     48.5     约束性
  （%）

  城镇化率（%）     58       60       预期性
  --------------------------------------------

到2025年，污水处理率达到95%。";
    let told = rows(several);
    assert_eq!(told[..2], ["森林覆盖率（%）|48.1|48.5|约束性", "城镇化率（%）|58|60|预期性"]);
    assert_eq!(told.len(), 3, "{told:?}");
    let torn = "+----+----+\n| 指标 2025年 |\n+====+====+\n| 森林 | 覆盖率 | 48.5 |\n+----+----+";
    let document = markdown::read_markdown(torn.to_owned());
    assert!(document.lost.iter().any(|lost| lost.kind == LostKind::Row));
}

#[test]
fn every_line_stays_where_it_is() {
    let text = "# 甲县规划\r\n\r\n到2025年，城镇化率达到**60%**。\r\n<table>\r\n<tr><td>指标</td>\r\n<td>2025年</td></tr>\r\n<tr><td>绿化率（%）</td><td>45</td></tr>\r\n</table>\r\n末行[^1]\r\n\r\n```\r\n99\r\n```\r\n标题\r\n===\r\n\r\n[^1]: 注文\r\n";
    let document = markdown::read_markdown(text.to_owned());
    let source = Source::new("a.md", &document.text);
    let place =
        |span: &Span| (source.position(span.start).line, span.of(&document.text).to_owned());
    let mut places = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Heading { span, .. } | Block::Paragraph(span) | Block::Note(span) => {
                places.push(place(span))
            }
            Block::Table(grid) => places.extend(grid.cells.iter().map(|cell| place(&cell.span))),
        }
    }
    let expected = [
        (1, "甲县规划"),
        (3, "到2025年，城镇化率达到60%。"),
        (5, "指标"),
        (5, "2025年"),
        (7, "绿化率（%）"),
        (7, "45"),
        (9, "末行"),
        (14, "标题"),
        (17, "注文"),
    ];
    assert_eq!(places, expected.map(|(line, words)| (line, words.to_owned())));
    assert_eq!(document.text.matches('\n').count(), text.matches('\n').count());
}

#[test]
fn hostile_markdown_is_read_in_bounded_time() {
    for piece in [
        "[^",
        "**",
        "<table>",
        "<!--",
        "~~a",
        "^[",
        "`",
        "+--+\n",
        "$\\",
        "-- --\n\n",
        "<table\n\n",
        "| ",
        "<s>",
    ] {
        let document = markdown::read_markdown(piece.repeat(40_000));
        assert!(document.blocks.len() <= 40_001, "{piece}");
    }
}
