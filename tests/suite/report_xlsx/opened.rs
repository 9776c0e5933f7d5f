//! The workbook as LibreOffice opens it: it calculates what stands there, and follows a change.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use planlint::office::{self, Package};

use super::{
    parts,
    rollups::{RESULTS, three},
};

/// The roll-ups after LibreOffice has calculated every formula anew, as a table of commas; its `soffice` must be installed.
fn calculated(folder: &Path, bytes: &[u8]) -> String {
    fs::write(folder.join("a.xlsx"), bytes).unwrap();
    let out = folder.to_str().unwrap();
    // The second sheet; figures as they are kept, not as they are shown.
    let form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2";
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{out}/profile"))
        .args(["--headless", "--convert-to", form, "--outdir", out])
        .arg(folder.join("a.xlsx"))
        .output()
        .expect("soffice");
    assert!(done.status.success(), "{done:?}");
    fs::read_to_string(folder.join("a-下级汇总.csv")).unwrap()
}

/// The workbook without what its formulas gave, with one figure changed.
fn changed(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let part = "xl/worksheets/sheet2.xml";
    let mut xml = parts(bytes)[part].replace(from, to);
    while let Some(at) = xml.find("</f><v>") {
        let end = at + xml[at..].find("</v>").unwrap() + 4;
        xml.replace_range(at..end, "</f>");
    }
    let changes = BTreeMap::from([(part.to_owned(), xml.into_bytes())]);
    office::rewrite(&mut Package::open(bytes).unwrap(), &changes).unwrap()
}

/// What stands in the rows of results: the second to the fourth column.
fn results(table: &str) -> Vec<String> {
    let labels = ["合计", "已列地区", "差额", "要达到上级目标"];
    let rows = table.lines().filter(|line| labels.iter().any(|label| line.starts_with(label)));
    let cells = rows.flat_map(|line| line.split(',').skip(1));
    let is_result = |cell: &&str| !cell.is_empty() && !cell.starts_with("未列地区") && *cell != "4";
    cells.map(|cell| cell.trim_matches('"')).filter(is_result).map(str::to_owned).collect()
}

#[test]
fn the_formulas_give_what_stands_beside_them_and_follow_a_change() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = three();
    let expected: Vec<&str> = RESULTS.into_iter().filter(|result| *result != "4").collect();
    let table = calculated(folder.path(), &changed(&bytes, "", ""));
    assert_eq!(results(&table), expected, "{table}");
    let table = calculated(folder.path(), &changed(&bytes, "<v>0.2</v>", "<v>0.9</v>"));
    assert_eq!(results(&table)[..3], ["1", "0", "与上级目标一致"], "{table}");
}
