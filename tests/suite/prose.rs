//! Sentences of every shape that plans use, and what is read from them.

use planlint::{
    catalogue::{Catalogue, Tiers},
    document::{
        Block, Document, Given,
        prose::{self, Doubt, Names, ProseSetting, ProseStatement, ReadingConfidence, SaidKind},
    },
    syntax::{TableKind, parse},
    text::{FileId, Source, Span},
};

/// What a small workspace defines.
const WORKSPACE: &str = "\
指标目录
| 指标               | 单位 | 方向     | 别名           |
| 示范田块           | 块   | 越高越好 |                |
| 达标田块           | 块   | 越高越好 |                |
| 田块达标率         | %    | 越高越好 |                |
| 示范田块总投资     | 元   | 越高越好 |                |
| 渠道防渗率         | %    | 越高越好 |                |
| 村级灌溉管护率     | %    | 越高越好 | 灌溉管护率     |
| 灌区管护站覆盖率   | %    | 越高越好 |                |
| 每百户水表数       | 只   | 越高越好 |                |
| 返旱田块           | 块   | 越低越好 |                |
| 灌溉水量           | 立方米 | 越低越好 |              |

行政区划
| 地区   | 层级 | 上级   |
| 江源省 | 省   |        |
| 清河市 | 市   | 江源省 |
| 东林县 | 县   | 清河市 |
| 西林县 | 县   | 清河市 |
| 南屿市 | 市   | 江源省 |
";

fn catalogue() -> Catalogue {
    let source = Source::new("names.plan", WORKSPACE);
    let tree = parse(WORKSPACE);
    Catalogue::read(std::iter::once((FileId(0), &source, &tree)), Tiers::default())
}

/// A document of one paragraph a line; a line that begins with `#` is a heading, and one more makes it deeper.
fn document(text: &str) -> Document {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let marks = line.bytes().take_while(|byte| *byte == b'#').count();
        let span = Span::new(start + marks, start + line.trim_end().len());
        blocks.push(match u8::try_from(marks) {
            Ok(marks @ 1..) => Block::Heading { level: marks, span },
            _ => Block::Paragraph(span),
        });
        start += line.len();
    }
    Document { text: text.to_owned(), blocks, ..Document::default() }
}

fn read(text: &str) -> Vec<ProseStatement> {
    let catalogue = catalogue();
    let names = Names::of(&catalogue).with(["本表自设指数"]);
    let setting = ProseSetting::of(&names, &catalogue, Some("清河市"), Some((2021, 2025)));
    prose::read_prose(&document(text), &setting)
}

/// What was read, one line each: `region/scope name year phrase`; a citation begins with `引`, what is unsure with `?`.
fn lines(text: &str) -> Vec<String> {
    read(text).iter().map(|said| line(text, said)).collect()
}

fn line(text: &str, said: &ProseStatement) -> String {
    let of = |words: &Option<prose::CellWords>| {
        words.as_ref().map_or(String::new(), |words| words.of(text).to_owned())
    };
    let mark = match (said.kind, said.confidence) {
        (_, ReadingConfidence::Unsure(_)) => "? ",
        (SaidKind::Citation, _) => "引 ",
        (SaidKind::Statement, _) => "",
    };
    let scope = said.scope.as_ref().map_or(String::new(), |scope| format!("/{}", scope.of(text)));
    let whose = format!("{}{scope}", of(&said.region));
    let parts =
        [whose, said.name.of(text).to_owned(), of(&said.year), said.phrase.of(text).to_owned()];
    let words: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    format!("{mark}{}", words.join(" "))
}

#[test]
fn sentences_are_read_as_a_drafter_reads_them() {
    let rows: [(&str, &[&str]); 42] = [
        // Names beside their values, with every kind of comparator.
        ("到2025年,渠道防渗率达到70%以上。", &["渠道防渗率 2025 达到70%以上"]),
        ("渠道防渗率控制在３５％以内。", &["渠道防渗率 控制在３５％以内"]),
        ("示范田块达到350至400块。", &["示范田块 达到350至400块"]),
        ("建成示范田块3块、达标田块21块。", &["示范田块 建成示范田块3块", "达标田块 达标田块21块"]),
        ("打造30块示范田块。", &["示范田块 打造30块示范田块"]),
        ("力争“十四五”期间,新建百块示范田块。", &["示范田块 “十四五” 新建百块示范田块"]),
        ("每百户水表数达95只。", &["每百户水表数 达95只"]),
        ("本表自设指数达到80。", &["本表自设指数 达到80"]),
        // Several values, several names.
        (
            "渠道防渗率、田块达标率分别达到98.5%和90%以上。",
            &["渠道防渗率 达到98.5%以上", "田块达标率 达到90%以上"],
        ),
        ("渠道防渗率、田块达标率均达到90%。", &["渠道防渗率 均达到90%", "田块达标率 均达到90%"]),
        (
            "城镇和农村居民人均可支配收入分别增长4%和6%左右。",
            &["城镇居民人均可支配收入 增长4%左右", "农村居民人均可支配收入 增长6%左右"],
        ),
        (
            "建成示范田块20块,其中达标田块8块。",
            &["示范田块 建成示范田块20块", "达标田块 达标田块8块"],
        ),
        // Names whose parts the sentence spreads.
        // A name by itself goes on with nothing that the sentence has said before.
        ("加强村级渠道管理,灌溉管护率达到90%。", &["灌溉管护率 达到90%"]),
        ("推进灌区管护站在全市全覆盖。", &["灌区管护站覆盖率 推进灌区管护站在全市全覆盖"]),
        ("确保返旱田块动态清零。", &["返旱田块 确保返旱田块动态清零"]),
        ("1.示范田块建设。到2023年总投资8亿元。", &["示范田块总投资 2023 总投资8亿元"]),
        // Regions below, areas, other regions.
        (
            "到2025年,东林县渠道防渗率达到75%,新建示范田块6块;西林县渠道防渗率达到65%。",
            &[
                "东林县 渠道防渗率 2025 达到75%",
                "东林县 示范田块 2025 新建示范田块6块",
                "西林县 渠道防渗率 2025 达到65%",
            ],
        ),
        (
            "东林经济开发区灌溉水量控制在3亿立方米以内。",
            &["东林县/东林经济开发区 灌溉水量 控制在3亿立方米以内"],
        ),
        (
            "到2025年,累计引进总投资2亿元以上的水利项目超过40个,20亿元以上项目超过5个。",
            &[
                "引进总投资2亿元以上的水利项目 2025 累计引进总投资2亿元以上的水利项目超过40个",
                "20亿元以上项目 2025 超过5个",
            ],
        ),
        (
            "东林经济技术开发区依托水利设备企业集聚发展,到2025年总产值突破80亿元。",
            &["东林县/东林经济技术开发区 总产值 2025 突破80亿元"],
        ),
        (
            "景湖经济技术开发区依托水利设备企业集聚发展,到2025年总产值突破80亿元。",
            &["景湖经济技术开发区总产值 2025 突破80亿元"],
        ),
        ("到2025年,渠道基本畅通,东林县渠道防渗率达到75%。", &["东林县 渠道防渗率 2025 达到75%"]),
        ("重点人群田块达标率达95%。", &["/重点人群 田块达标率 达95%"]),
        ("南屿市渠道防渗率达到80%。", &["引 南屿市 渠道防渗率 2020 达到80%"]),
        // Years.
        ("力争至二〇三五年,渠道防渗率达到85%。", &["渠道防渗率 2035 达到85%"]),
        ("2021—2023年,新建示范田块12块。", &["示范田块 2021—2023 新建示范田块12块"]),
        ("到2023年,渠道基本畅通。新建示范田块9块。", &["示范田块 2023 新建示范田块9块"]),
        ("渠道防渗率比2020年提高6个百分点。", &["渠道防渗率 比2020年提高6个百分点"]),
        // What has been reached.
        ("渠道防渗率已达到62.19%。", &["引 渠道防渗率 2020 已达到62.19%"]),
        ("2020年渠道防渗率为61%。", &["引 渠道防渗率 2020 为61%"]),
        ("“十三五”期间,建成示范田块40块。", &["引 示范田块 “十三五” 建成示范田块40块"]),
        ("发挥15块示范田块的作用。", &["引 示范田块 2020 发挥15块示范田块的作用"]),
        // Digits that are no values.
        ("推进5G和3A景区建设,落实“4210”体系,打造15分钟生活圈。", &[]),
        ("完善一核两翼、四大平台、三个方面机制。", &[]),
        ("引进世界500强,实施第2轮3.0版行动。", &[]),
        ("实施万名农民集聚行动。", &[]),
        ("年产值超5亿元的企业继续壮大。", &[]),
        // Names that no catalogue knows.
        ("新建口袋广场12座。", &["新建口袋广场 新建口袋广场12座"]),
        ("堤岸绿化率达到45%。", &["堤岸绿化率 达到45%"]),
        ("建设南渠、北渠2个枢纽前期工程。", &["? 枢纽前期工程 建设南渠、北渠2个枢纽前期工程"]),
        // What is only tried.
        ("探索推进灌区管护站全覆盖。", &["? 灌区管护站覆盖率 探索推进灌区管护站全覆盖"]),
        ("渠道防渗率走在全省前列。", &["渠道防渗率 走在全省前列"]),
    ];
    let mut wrong = Vec::new();
    for (text, expected) in rows {
        let found = lines(text);
        if found != expected {
            wrong.push(format!("{text}\n  read     {found:?}\n  expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn headings_give_position_year_and_part() {
    let text = "\
##一、发展基础
渠道防渗率达到60%。
##二、总体要求
###（一）主要目标
渠道防渗率达到70%。
##三、2023年重点工作
新建示范田块3块。
";
    let found: Vec<String> =
        read(text).iter().map(|said| format!("{} {}", said.position, line(text, said))).collect();
    assert_eq!(
        found,
        [
            "一 引 渠道防渗率 2020 达到60%",
            "二（一） 渠道防渗率 达到70%",
            "三 示范田块 2023 新建示范田块3块"
        ]
    );
}

#[test]
fn every_part_is_a_stretch_of_the_document() {
    let text = "全市“示范 田块”建成２１块，渠道防渗率达到70%以上。";
    let said = read(text);
    let [first, second] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!(first.name.span.of(text), "“示范 田块”");
    assert_eq!(second.clause.of(text), "渠道防渗率达到70%以上");
    assert_eq!(second.name.span.of(text), "渠道防渗率");
    assert_eq!(second.phrase.span.of(text), "达到70%以上");
    assert_eq!(second.confidence, ReadingConfidence::Certain);
}

#[test]
fn the_tables_hold_what_is_sure() {
    let text =
        "渠道防渗率已达到62%。\n建设甲渠、乙渠2个枢纽前期工程。\n到2025年,渠道防渗率达到70%。\n";
    let said = read(text);
    assert!(said.iter().any(|said| said.confidence == ReadingConfidence::Unsure(Doubt::Name)));
    let mut given = Given::behind(text.to_owned());
    let tables = prose::tables_of_prose(&said, &mut given);
    let kinds: Vec<TableKind> = tables.iter().map(|table| table.kind).collect();
    assert_eq!(kinds, [TableKind::Statements, TableKind::Citations]);
    let rows: Vec<Vec<&str>> = tables
        .iter()
        .flat_map(|table| table.rows.iter().map(move |row| (table, row)))
        .map(|(table, row)| (0..6).map(|at| table.cell(row, at).of(given.text())).collect())
        .collect();
    assert_eq!(
        rows,
        [
            ["", "", "", "渠道防渗率", "2025", "达到70%"],
            ["", "", "", "渠道防渗率", "2020", "已达到62%"]
        ]
    );
}

#[test]
fn a_long_text_without_stops_is_read_in_time() {
    let text = "渠道防渗率达到70%,".repeat(4_000);
    assert_eq!(read(&text).len(), 4_000);
}

#[test]
fn a_clause_made_to_take_long_is_read_in_time() {
    for (text, expected) in [
        (format!("渠道防渗率达到70%{}", "(甲".repeat(700)), 1),
        (format!("渠道防渗率达到70%{}", "、甲".repeat(700)), 1),
        (format!("{}达到70%", "渠道和".repeat(400)), 0),
        ("甲".repeat(20_000), 0),
        ("2030年5%，".repeat(5_000), 0),
    ] {
        let begins: String = text.chars().take(12).collect();
        assert_eq!(read(&text).len(), expected, "{begins}");
    }
}
