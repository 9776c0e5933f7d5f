//! What is read from the prose of the published documents, beside what a person read: `PLANLINT_DOCUMENTS` names their folder.

use std::{collections::BTreeMap, fs, path::PathBuf};

use planlint::{
    catalogue::{Catalogue, NameKey, Tiers},
    document::{
        Document, pasted,
        prose::{self, Names, ProseSetting, ProseStatement, ReadingConfidence, SaidKind},
    },
    syntax::{TableKind, parse},
    text::{FileId, Keyed, Source},
    views::{self, Record},
};

use crate::support::{self, TODAY};

/// The plan files, a stretch of text that only their document holds, and their region and period.
const DOCUMENTS: [(&str, &str, &str, (i32, i32)); 5] = [
    ("deqing-2021-2025", "表1 德清县新型城镇化", "德清县", (2021, 2025)),
    ("zhejiang-2021-2025", "表1 浙江省新型城镇化", "浙江省", (2021, 2025)),
    ("huzhou-2021-2025", "表2-1 湖州市新型城镇化", "湖州市", (2021, 2025)),
    ("deqing-2023-2027", "德政办发〔2023〕18号", "德清县", (2023, 2027)),
    ("hangzhou-2023-2027", "关于推进以县城为重要载体的城镇化建设实施方案", "杭州市", (2023, 2027)),
];

/// One row of the list or of what was read, as it is compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    meaning: String,
    region: String,
    scope: String,
    year: i32,
    bounds: String,
    words: String,
}

fn texts() -> Vec<String> {
    let folder = PathBuf::from(std::env::var("PLANLINT_DOCUMENTS").expect("PLANLINT_DOCUMENTS"));
    fs::read_dir(folder)
        .expect("the folder of the documents")
        .map(|entry| fs::read_to_string(entry.expect("an entry").path()).expect("a text"))
        .collect()
}

/// The catalogue and regions of the folder, without its plans.
fn catalogue() -> Catalogue {
    let sources: Vec<Source> = ["catalogue.plan", "regions.plan"]
        .iter()
        .map(|name| {
            let path = support::plans_folder().join("zhejiang").join(name);
            Source::new(name, &fs::read_to_string(path).expect("a text"))
        })
        .collect();
    let trees: Vec<_> = sources.iter().map(|source| parse(&source.text)).collect();
    let files = sources.iter().zip(&trees).enumerate();
    let files =
        files.map(|(at, (source, tree))| (FileId(u32::try_from(at).unwrap()), source, tree));
    Catalogue::read(files, Tiers::default())
}

fn head_of(text: &str) -> &str {
    let tables = parse(text).tables;
    &text[..tables.first().expect("a table").keyword.start as usize]
}

fn cell(words: &str) -> String {
    words.replace(['|', '\n'], " ")
}

/// A plan file with the head of `plan` and the rows of what was said.
fn plan_text(plan: &str, document: &Document, said: &[&ProseStatement]) -> String {
    let path = support::plans_folder().join("zhejiang").join(format!("{plan}.plan"));
    let text = fs::read_to_string(path).expect("a plan");
    let mut plan = head_of(&text).to_owned();
    for (kind, keyword) in [(SaidKind::Statement, "正文"), (SaidKind::Citation, "引述")] {
        plan.push_str(&format!("\n\n{keyword}\n| 位置 | 地区 | 范围 | 指标 | 年份 | 表述 |\n"));
        for said in said.iter().filter(|said| said.kind == kind) {
            let of = |words: &Option<prose::CellWords>| {
                words.as_ref().map_or(String::new(), |words| cell(words.of(&document.text)))
            };
            plan.push_str(&format!(
                "| {} | {} | {} | {} | {} | {} |\n",
                said.position,
                of(&said.region),
                of(&said.scope),
                cell(said.name.of(&document.text)),
                of(&said.year),
                cell(said.phrase.of(&document.text)),
            ));
        }
    }
    plan
}

/// The records of plan texts beside catalogue and regions.
fn records(plans: &[(String, String)]) -> BTreeMap<String, Vec<(Row, &'static str)>> {
    let folder = support::plans_folder().join("zhejiang");
    let mut texts: Vec<(String, String)> = plans.to_vec();
    for name in ["catalogue.plan", "regions.plan"] {
        texts.push((name.to_owned(), fs::read_to_string(folder.join(name)).expect("a text")));
    }
    let files = support::files(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let (world, _) = support::check(files, TODAY);
    let model = &world.model;
    let mut found: BTreeMap<String, Vec<(Row, &'static str)>> = BTreeMap::new();
    for record in views::records(model) {
        let place = model.sources.get(record.place.file).expect("a source");
        let meaning = model.catalogue.lookup(&record.indicator).map_or_else(
            || NameKey::of(&record.indicator).0,
            |id| model.catalogue.indicator(id).key.0.clone(),
        );
        found
            .entry(place.path.to_string())
            .or_default()
            .push((row(&record, meaning), record.role.key()));
    }
    found
}

fn row(record: &Record, meaning: String) -> Row {
    let number = |number: &Option<String>| number.clone().unwrap_or_default();
    Row {
        meaning,
        region: record.region.as_deref().unwrap_or_default().to_owned(),
        scope: record.scope.as_deref().map_or(String::new(), |scope| NameKey::of(scope).0),
        year: record.year,
        bounds: format!(
            "{} {} {}",
            record.comparator.map_or("none", |one| one.key()),
            number(&record.low),
            number(&record.high)
        ),
        words: format!("{} {}", record.indicator, record.value),
    }
}

/// The statements a person wrote down for the prose of each plan.
fn expected() -> BTreeMap<String, Vec<(Row, &'static str)>> {
    let folder = support::plans_folder().join("zhejiang");
    let plans: Vec<(String, String)> = DOCUMENTS
        .iter()
        .map(|(plan, ..)| {
            let text = fs::read_to_string(folder.join(format!("{plan}.plan"))).expect("a plan");
            let tree = parse(&text);
            let start = tree.tables.iter().find(|table| table.kind == TableKind::Statements);
            let start = start.expect("prose").keyword.start as usize;
            let head = head_of(&text);
            let end = tree
                .tables
                .iter()
                .find(|table| {
                    !matches!(
                        table.kind,
                        TableKind::Statements | TableKind::Citations | TableKind::Targets
                    )
                })
                .map_or(text.len(), |table| table.keyword.start as usize);
            (format!("{plan}.plan"), format!("{head}\n{}", &text[start..end]))
        })
        .collect();
    records(&plans)
}

#[test]
fn prose_is_read_as_a_person_reads_it() {
    let texts = texts();
    let catalogue = catalogue();
    let names = Names::of(&catalogue);
    let mut plans = Vec::new();
    let mut unsure = Vec::new();
    for (plan, mark, region, period) in DOCUMENTS {
        let text = texts.iter().find(|text| text.contains(mark)).expect(mark);
        let document = pasted::read(text.clone());
        let setting = ProseSetting::of(&names, &catalogue, Some(region), Some(period));
        let started = std::time::Instant::now();
        let said = prose::read_prose(&document, &setting);
        println!("{plan}: {} said, {:?}", said.len(), started.elapsed());
        let (sure, rest): (Vec<&ProseStatement>, Vec<&ProseStatement>) =
            said.iter().partition(|said| !matches!(said.confidence, ReadingConfidence::Unsure(_)));
        unsure.extend(rest.iter().map(|said| {
            format!(
                "{plan} {:?}: {} … {}",
                said.confidence,
                said.name.of(&document.text),
                said.clause.of(&document.text)
            )
        }));
        plans.push((format!("{plan}.plan"), plan_text(plan, &document, &sure)));
    }
    let (expected, read) = (expected(), records(&plans));
    let (mut right, mut all, mut wrong) = (0, 0, 0);
    for (plan, wanted) in &expected {
        let mut have: Vec<&Row> = read
            .get(plan)
            .into_iter()
            .flatten()
            .filter(|(_, role)| *role == "target")
            .map(|(row, _)| row)
            .collect();
        let mut missed = Vec::new();
        for (wanted, _) in wanted.iter().filter(|(_, role)| *role == "target") {
            all += 1;
            let same = |row: &&Row| {
                (&row.meaning, &row.region, &row.scope, row.year, &row.bounds)
                    == (&wanted.meaning, &wanted.region, &wanted.scope, wanted.year, &wanted.bounds)
            };
            match have.iter().position(same) {
                Some(at) => {
                    have.remove(at);
                    right += 1;
                }
                None => missed.push(wanted),
            }
        }
        println!("== {plan}: {} missed", missed.len());
        for row in missed {
            println!(
                "  - {} | {} | {} | {} | {}",
                row.words, row.region, row.scope, row.year, row.bounds
            );
        }
        for row in &have {
            println!(
                "  + {} | {} | {} | {} | {}",
                row.words, row.region, row.scope, row.year, row.bounds
            );
        }
        wrong += have.len();
        let cited = |rows: Option<&Vec<(Row, &'static str)>>| -> Vec<Row> {
            rows.into_iter()
                .flatten()
                .filter(|(_, role)| *role != "target")
                .map(|(row, _)| row.clone())
                .collect()
        };
        let (want, have) = (cited(Some(wanted)), cited(read.get(plan)));
        let hit = want
            .iter()
            .filter(|want| {
                have.iter().any(|row| {
                    row.meaning == want.meaning
                        && row.bounds == want.bounds
                        && row.region == want.region
                })
            })
            .count();
        println!("   citations: {hit} of {}, {} read", want.len(), have.len());
        for row in have.iter().filter(|have| {
            !want.iter().any(|row| row.meaning == have.meaning && row.bounds == have.bounds)
        }) {
            println!("   c {} | {} | {}", row.words, row.region, row.year);
        }
    }
    println!("unsure:\n  {}", unsure.join("\n  "));
    println!("{right} of {all} right, {wrong} besides");
    assert_eq!(all, 257);
    assert!(right * 100 >= all * 95, "{right} of {all} right");
    assert!(wrong * 100 <= (right + wrong) * 3, "{wrong} besides {right}");
}
