//! Tables that hold several plans: what `export` writes can be read again, and so can a 对照表.

use planlint::{
    catalogue::{Catalogue, Tiers},
    document::{Imported, csv, wide},
    emit,
    model::{self, Extract, Model, assemble, extract},
    syntax::{Class, parse},
    text::{Source, Sources},
    views::{Record, records},
    words::{Language, Words},
};

use crate::{
    program,
    support::{self, TODAY, read_office},
};

/// The model of plan files and of plans out of a document.
fn model(files: &[(&str, &str)], imported: Vec<Imported>) -> Model {
    let plans = imported.into_iter().enumerate();
    let plans = plans.map(|(at, plan)| (Source::new(&format!("{at}.csv"), &plan.text), plan.tree));
    let files = files.iter().map(|(name, text)| (Source::new(name, text), parse(text)));
    let (sources, trees): (Vec<_>, Vec<_>) = files.chain(plans).unzip();
    let extracts: Vec<Extract> =
        sources.iter().zip(&trees).map(|(source, tree)| extract(source, tree)).collect();
    let sources = Sources::new(sources);
    let named = sources.iter().zip(&trees).map(|((file, source), tree)| (file, source, tree));
    let catalogue = Catalogue::read(named, Tiers::default());
    let settings = model::PhraseSettings::default();
    assemble(sources, trees, extracts, catalogue, &settings, |_| false)
}

fn catalogue() -> Vec<(&'static str, String)> {
    let read = |name: &'static str| {
        let path = support::plans_folder().join("zhejiang").join(name);
        (name, std::fs::read_to_string(path).unwrap())
    };
    vec![read("catalogue.plan"), read("regions.plan")]
}

/// What a record says, without where it stands.
fn said(record: &Record) -> String {
    let mut plain = record.clone();
    plain.owner = None;
    format!(
        "{} {:?} {:?} {} {:?} {:?} {:?} {} {:?} {:?} {:?} {:?} {:?}",
        plain.plan,
        plain.region,
        plain.scope,
        plain.indicator,
        plain.class,
        plain.unit,
        plain.basis,
        plain.year,
        plain.role,
        plain.value,
        plain.comparator,
        plain.low,
        plain.high
    )
}

#[test]
fn what_export_writes_is_read_again() {
    for language in [Language::Zh, Language::En] {
        let (world, _) = support::check(support::plans(), TODAY);
        let words = Words::new(language, support::sheets());
        let mut table = Vec::new();
        let all = records(&world.model);
        emit::write_records_csv(&all, &world.model.sources, &words, &mut table).unwrap();
        let text = planlint::text::decode(&table).text;
        let catalogue = catalogue();
        let files: Vec<(&str, &str)> =
            catalogue.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let again = records(&model(&files, wide::read_wide_tables(&csv::read_csv(&text))));
        let mut expected: Vec<String> = all.iter().map(said).collect();
        let mut found: Vec<String> = again.iter().map(said).collect();
        expected.sort();
        found.sort();
        let missing: Vec<_> = expected.iter().filter(|line| !found.contains(line)).collect();
        let added: Vec<_> = found.iter().filter(|line| !expected.contains(line)).collect();
        assert!(missing.is_empty() && added.is_empty(), "{missing:#?}\n{added:#?}");
        assert_eq!(found.len(), expected.len());
    }
}

/// The first plan of each title, as `title region period: values`.
fn plans(model: &Model) -> Vec<String> {
    let plan = |(id, plan): (_, &model::Plan)| {
        let period =
            plan.period.map_or(String::new(), |years| format!("{}-{}", years.start, years.end));
        let region = plan.region.map_or("?", |id| &*model.catalogue.region_of(id).name);
        let values = model.statements(id).map(|(_, statement)| {
            let (name, value) = (model.printed_name(statement), model.phrase(statement));
            format!(" {name} {} {value}", statement.year)
        });
        format!("{} {region} {period}:{}", plan.title, values.collect::<String>())
    };
    model.plans().map(plan).collect()
}

#[test]
fn a_table_with_regions_above_the_years_gives_their_plans() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let (sheet, plain) = (workbook.add_worksheet(), rust_xlsxwriter::Format::new());
    let write = |sheet: &mut rust_xlsxwriter::Worksheet| -> Result<(), rust_xlsxwriter::XlsxError> {
        sheet.merge_range(0, 0, 0, 7, "新型城镇化“十四五”规划指标对照表", &plain)?;
        for (column, head) in ["指标", "单位"].into_iter().enumerate() {
            let column = u16::try_from(column).unwrap();
            sheet.merge_range(1, column, 2, column, head, &plain)?;
        }
        sheet.merge_range(1, 2, 1, 4, "湖州市", &plain)?.merge_range(
            1,
            5,
            1,
            7,
            "德清县",
            &plain,
        )?;
        for (column, head) in (2..).zip(["2020年", "2025年目标值", "属性"]) {
            sheet.write(2, column, head)?.write(2, column + 3, head)?;
        }
        sheet.merge_range(3, 0, 3, 7, "人口市民化", &plain)?;
        sheet.write(4, 0, "常住人口城镇化率")?.write(4, 1, "%")?;
        for (column, value) in [(2, 65.64), (3, 72.0), (5, 62.19), (6, 70.0)] {
            sheet.write(4, column, value)?;
        }
        sheet.write(4, 4, "预期性")?.write(4, 7, "约束性")?;
        sheet.write(5, 0, "新增公园")?.write(5, 1, "个")?.write(5, 6, "3")?.write(5, 3, "—")?;
        Ok(())
    };
    write(sheet).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let document = read_office(&bytes).unwrap();
    let catalogue = catalogue();
    let files: Vec<(&str, &str)> =
        catalogue.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let model = model(&files, wide::read_wide_tables(&document));
    assert_eq!(
        plans(&model),
        [
            "湖州市新型城镇化“十四五”规划 湖州市 2021-2025: 常住人口城镇化率 2020 65.64 常住人口城镇化率 2025 72",
            "德清县新型城镇化“十四五”规划 德清县 2021-2025: 常住人口城镇化率 2020 62.19 常住人口城镇化率 2025 70 新增公园 2020  新增公园 2025 3"
        ]
    );
    let classes: Vec<_> =
        model.plans().flat_map(|(id, _)| model.rows(id)).map(|(_, row)| row.class).collect();
    assert_eq!(classes, [Some(Class::Indicative), Some(Class::Binding), None]);
}

fn run(folder: &std::path::Path, arguments: &[&str]) -> std::process::Output {
    let arguments = [&["--today", "2026-01-31"], arguments].concat();
    program::planlint(folder, &arguments)
}

#[test]
fn a_form_with_the_rows_of_a_draft_gives_the_draft_again() {
    let folder = tempfile::tempdir().unwrap();
    let plans = support::plans_folder().join("zhejiang");
    for name in ["deqing-2021-2025.plan", "regions.plan"] {
        std::fs::copy(plans.join(name), folder.path().join(name)).unwrap();
    }
    let write = |file: &str| run(folder.path(), &["sheet", "deqing-2021-2025.plan", "-o", file]);
    assert!(write("一.xlsx").status.success());
    assert!(write("二.xlsx").status.success());
    let read = |file: &str| std::fs::read(folder.path().join(file)).unwrap();
    assert_eq!(read("一.xlsx"), read("二.xlsx"));
    assert_eq!(write("一.xlsx").status.code(), Some(2));
    assert_eq!(write("三.csv").status.code(), Some(2));

    let document = read_office(&read("一.xlsx")).unwrap();
    let imported = wide::read_wide_tables(&document);
    assert_eq!(imported.len(), 1, "{}", document.text);
    let catalogue = catalogue();
    let files: Vec<(&str, &str)> =
        catalogue.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let again = model(&files, imported);
    let (world, _) = support::check(support::plans(), TODAY);
    let table = |model: &Model| -> Vec<String> {
        let deqing = model.plans().find(|(_, plan)| plan.title.starts_with("德清县新型城镇化"));
        let (id, plan) = deqing.unwrap();
        let head = format!("{} {:?} {:?}", plan.title, plan.period, plan.topic);
        let statements = model.statements(id).filter(|(_, statement)| statement.in_table());
        let said = statements.map(|(_, statement)| {
            format!(
                "{:?}",
                (
                    model.printed_name(statement),
                    statement.year,
                    model.phrase(statement),
                    statement.class,
                    statement.role
                )
            )
        });
        std::iter::once(head).chain(said).collect()
    };
    assert_eq!(table(&again), table(&world.model));
}

#[test]
fn a_blank_form_holds_no_plan_and_says_where_to_write() {
    for (language, region) in [("zh", "地区"), ("en", "region")] {
        let folder = tempfile::tempdir().unwrap();
        let written = run(folder.path(), &["--lang", language, "sheet", "-o", "form.xlsx"]);
        assert!(written.status.success(), "{written:?}");
        let bytes = std::fs::read(folder.path().join("form.xlsx")).unwrap();
        let document = read_office(&bytes).unwrap();
        assert!(wide::read_wide_tables(&document).is_empty());
        assert!(document.text.contains(region) && document.text.contains("2026-2030"));
    }
}

#[test]
fn a_workbook_of_records_is_read_as_the_table_of_records() {
    let folder = tempfile::tempdir().unwrap();
    let plans = support::plans_folder();
    let plans = plans.join("zhejiang");
    let plans = plans.to_str().unwrap();
    let refused = run(folder.path(), &["export", plans, "--format", "xlsx"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        run(folder.path(), &["export", plans, "--format", "xlsx", "-o", "a.xlsx"]).status.success()
    );
    assert!(
        run(folder.path(), &["export", plans, "--format", "csv", "-o", "a.csv"]).status.success()
    );
    let read = |file: &str| std::fs::read(folder.path().join(file)).unwrap();
    let text = planlint::text::decode(&read("a.csv")).text;
    let workbook = read_office(&read("a.xlsx")).unwrap();
    let told = |imported: Vec<Imported>| -> Vec<String> {
        let model = model(&[], imported);
        records(&model).iter().map(said).collect()
    };
    let all = told(wide::read_wide_tables(&workbook));
    assert_eq!(all, told(wide::read_wide_tables(&csv::read_csv(&text))));
    assert!(all.len() > 400);
}
