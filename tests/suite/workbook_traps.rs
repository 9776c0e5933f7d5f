//! Each trap of a cell of a workbook from its bytes to the findings: the right value, or words that say it is not read.

use std::collections::BTreeMap;

use planlint::{
    engine::{File, Files, Outcome},
    model::Role,
};

use crate::{
    support::{self, TODAY},
    workbook_seen::{bytes, number, row, rows, sheet, words},
};

/// A cell with these words.
pub fn cell(text: &str) -> String {
    words(&format!("<t>{text}</t>"))
}

/// A row of an indicator: its name with its unit, a base and the cell of 2025.
pub fn line(name: &str, target: &str) -> String {
    row("", &[&cell(name), &cell("—"), target, &cell("预期性")])
}

/// The rows above: the title and the heads.
pub fn head() -> String {
    let heads = ["指标", "2020年", "2025年", "属性"].map(cell).concat();
    row("", &[&cell("浙江省湖州市“十四五”规划主要指标")]) + &row("", &[&heads])
}

/// The targets that a workbook comes to by their indicators: `None` for one that is no number; and what was found.
pub fn read(bytes: Vec<u8>) -> (BTreeMap<String, Option<String>>, Outcome) {
    let files = Files::from([("plan.xlsx".to_owned(), File::of_bytes(bytes))]);
    let (world, outcome) = support::check(files, TODAY);
    let model = &world.model;
    let mut targets = BTreeMap::new();
    for (id, _) in model.plans() {
        for (_, statement) in model.statements(id).filter(|(_, one)| one.role == Role::Target) {
            let name = model.catalogue.indicator(statement.indicator).name.to_string();
            let number = statement.number.map(|number| number.normalize().to_string());
            targets.insert(name, number);
        }
    }
    (targets, outcome)
}

/// What is said of the workbook, rule by rule.
pub fn rules(outcome: &Outcome) -> Vec<&str> {
    outcome.findings.iter().map(|finding| finding.rule).collect()
}

/// A workbook of one sheet.
pub fn one(xml: String) -> Vec<u8> {
    bytes(&[sheet("表", xml)], "", None, None)
}

/// The styles with these format codes, from the second on; the first is that of cells without any.
pub fn styles(codes: &[&str]) -> String {
    let code = |(at, code): (usize, &&str)| {
        let code = code.replace('"', "&quot;");
        format!("<numFmt numFmtId=\"{}\" formatCode=\"{code}\"/>", 164 + at)
    };
    let formats: String = codes.iter().enumerate().map(code).collect();
    let style = |at: usize| format!("<xf numFmtId=\"{}\"/>", 164 + at);
    let used: String = (0..codes.len()).map(style).collect();
    format!("<numFmts>{formats}</numFmts><fonts><font/></fonts><cellXfs><xf/>{used}</cellXfs>")
}

#[test]
fn a_number_is_what_is_stored_as_its_format_shows_it() {
    let none = None::<&str>;
    let cases = [
        ("0%", "%", "0.25", Some("25")),
        ("0.0%", "%", "0.2537", Some("25.4")),
        ("0.0%;[Red](0.0%)", "%", "-0.25", Some("-25")),
        ("0.0\"%\"", "%", "25.5", Some("25.5")),
        ("0.00\\%", "%", "25", Some("25")),
        ("#,##0_);[Red](#,##0)", "人", "-1234", Some("-1234")),
        ("[Red]-0.0;-0.0", "人", "-3", Some("-3")),
        ("0.0;[Red]0.0", "人", "-3", Some("-3")),
        ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "人", "-25", Some("-25")),
        ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "人", "0", Some("0")),
        ("△0;▲0", "人", "-7", Some("-7")),
        ("0\\.0,\"万\"", "人", "123456", Some("123000")),
        ("0\"万人\"", "人", "25", Some("250000")),
        ("# ?/?", "人", "1.5", Some("1.5")),
        ("0.00E+00", "人", "12345", Some("12300")),
        ("##0.0E+0", "人", "12345", Some("12300")),
        ("@", "人", "25", Some("25")),
        ("[DBNum1]General", "人", "25", Some("25")),
        ("[>=100]0;0.0", "人", "25", Some("25")),
        ("General", "人", "2.5E3", Some("2500")),
        ("yyyy-mm-dd", "人", "44196", none),
        ("yyyy\"年\"m\"月\"", "人", "44196", none),
        ("h:mm", "人", "0.05", none),
        ("[h]:mm", "人", "1.5", none),
        ("[$-F400]h:mm:ss AM/PM", "人", "0.5", none),
        ("000-0000", "人", "1234567", none),
        ("General", "人", "1E999", none),
        ("General", "%", "0.25", none),
        ("0.00", "%", "0.25", none),
        ("General", "%", "-0.25", none),
        ("General", "%", "1", none),
        ("General", "%", "1.2", Some("1.2")),
        ("General", "%", "0", Some("0")),
    ];
    let codes: Vec<&str> = cases.iter().map(|(code, ..)| *code).collect();
    let lines = cases.iter().enumerate().map(|(at, (_, unit, stored, _))| {
        line(
            &format!("甲{}率（{unit}）", letter(at)),
            &format!("<c s=\"{}\"><v>{stored}</v></c>", at + 1),
        )
    });
    let sheets = [sheet("表", rows(&(head() + &lines.collect::<String>())))];
    let (targets, outcome) = read(bytes(&sheets, "", None, Some(&styles(&codes))));
    for (at, case) in cases.iter().enumerate() {
        let found = targets.get(&format!("甲{}率", letter(at))).expect("a target");
        assert_eq!(found.as_deref(), case.3, "{case:?}");
    }
    let unread = rules(&outcome).iter().filter(|rule| **rule == "unreadable-quantity").count();
    let expected = cases.iter().filter(|case| case.3.is_none()).count();
    assert_eq!(unread, expected, "each is said");
}

/// A sign of its own for each number, so that no two names are alike.
fn letter(at: usize) -> char {
    char::from_u32(0x4E10 + 7 * u32::try_from(at).unwrap()).unwrap()
}

#[test]
fn a_bare_fraction_under_per_cent_is_asked_about_in_both_languages() {
    use planlint::words::{Language, Words};
    let two = |name: &str, base: &str, target: &str| {
        row("", &[&cell(name), &number(base), &number(target), &cell("预期性")])
    };
    let lines = [
        two("森林覆盖率", "0.48", "0.5"),
        two("甲率（%）", "98.5", "0.99"),
        two("乙率（%）", "2.5", "1"),
        two("丙数（人）", "0.3", "0.5"),
    ];
    let (targets, outcome) = read(one(rows(&(head() + &lines.concat()))));
    let number = |name: &str| targets[name].as_deref();
    assert_eq!(
        (number("森林覆盖率"), number("甲率"), number("乙率"), number("丙数")),
        (None, None, Some("1"), Some("0.5"))
    );
    let said = |language| {
        let words = Words::new(language, support::sheets());
        let asked = outcome.findings.iter().filter(|finding| finding.rule == "unreadable-quantity");
        asked
            .map(|finding| words.say(finding))
            .map(|said| (said.message, said.help))
            .collect::<Vec<_>>()
    };
    let (zh, en) = (said(Language::Zh), said(Language::En));
    assert_eq!(zh.len(), 3, "the base, the two targets: {zh:?}");
    assert!(zh[2].0.contains("看不出是 0.99% 还是 99%"), "{zh:?}");
    assert!(zh[2].1.contains("写成 0.99% 或 99%"), "{zh:?}");
    assert!(en[2].0.contains("nothing says whether that is 0.99% or 99%"), "{en:?}");
    assert!(outcome.summary.numbers.unread >= 3, "{:?}", outcome.summary.numbers);
}

#[test]
fn cells_of_every_kind_are_read_or_said() {
    let none = None::<&str>;
    let error = |word: &str| format!("<c t=\"e\"><v>{word}</v></c>");
    let mut cases: Vec<(String, Option<&str>)> = [
        "#DIV/0!",
        "#N/A",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#REF!",
        "#VALUE!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#GETTING_DATA",
        "#CONNECT!",
        "#BLOCKED!",
        "#UNKNOWN!",
        "#BUSY!",
        "#PYTHON!",
        "#将来!",
    ]
    .map(|word| (error(word), none))
    .to_vec();
    cases.extend([
        ("<c t=\"b\"><v>1</v></c>".to_owned(), none),
        ("<c><f>A1*2</f></c>".to_owned(), none),
        ("<c><f>A1*2</f><v></v></c>".to_owned(), none),
        ("<c><f>A1*2</f><v>25</v></c>".to_owned(), Some("25")),
        ("<c><f t=\"shared\" si=\"0\"/><v>26</v></c>".to_owned(), Some("26")),
        ("<c><f t=\"array\" ref=\"C3\">SUM(A1)</f><v>27</v></c>".to_owned(), Some("27")),
        ("<c><f>[1]表!C3</f><v>28</v></c>".to_owned(), Some("28")),
        ("<c t=\"str\"><f>A1</f><v>25以上</v></c>".to_owned(), Some("25")),
        ("<c t=\"d\"><v>2025-12-31</v></c>".to_owned(), none),
        ("<c t=\"str\"><v>25.0 </v></c>".to_owned(), Some("25")),
        ("<c t=\"str\" quotePrefix=\"1\"><v>２５</v></c>".to_owned(), Some("25")),
        (cell("25"), Some("25")),
        (words("<r><rPr><strike/></rPr><t>30</t></r><r><t>25</t></r>"), Some("25")),
        (
            words("<r><t>25</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r>"),
            Some("25"),
        ),
        (
            words("<t>25</t><rPh sb=\"0\" eb=\"2\"><t>99</t></rPh><phoneticPr fontId=\"1\"/>"),
            Some("25"),
        ),
        ("<c t=\"s\"><v>0</v></c>".to_owned(), Some("25")),
    ]);
    let lines = cases.iter().enumerate();
    let lines: String =
        lines.map(|(at, (target, _))| line(&format!("甲{}率（人）", letter(at)), target)).collect();
    let texts = "<si><r><rPr><strike/></rPr><t>30</t></r><r><t>25</t></r></si><si/>";
    let sheets = [sheet("表", rows(&(head() + &lines)))];
    let (targets, outcome) = read(bytes(&sheets, "", Some(texts), None));
    for (at, (target, expected)) in cases.iter().enumerate() {
        let found = targets.get(&format!("甲{}率", letter(at))).expect(target);
        assert_eq!(found.as_deref(), *expected, "{target}");
    }
    let unread = rules(&outcome).iter().filter(|rule| **rule == "unreadable-quantity").count();
    assert_eq!(unread, cases.iter().filter(|case| case.1.is_none()).count());
}
