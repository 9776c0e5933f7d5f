//! The part that names the sheets of a workbook, and the tables they share.

use crate::{
    office::{Package, PartRelation, Tag, Xml},
    text::UnreadReason,
};

use super::{
    dates::Epoch,
    strings::{self, Rich},
    styles::WorkbookStyles,
};

/// A larger part with formats is not read, in bytes.
// A choice: a part of formats that has grown to megabytes holds mostly leftovers of copying; beyond that
// it is taken for lost.
const MOST_STYLES: usize = 4 << 20;

/// What the sheets of a workbook share.
#[derive(Debug)]
pub(super) struct Shared {
    /// The texts that cells name by their number; none when there is no such table or it is broken.
    pub(super) texts: Vec<Rich>,
    /// The styles that cells name.
    pub(super) styles: WorkbookStyles,
    /// What a serial number of a date counts from.
    pub(super) epoch: Epoch,
    /// Whether the values of formulas are to be worked out when the workbook is opened: a nought may never have been.
    pub(super) recalculates: bool,
}

/// One sheet as the workbook names it.
#[derive(Debug)]
pub(super) struct NamedSheet {
    /// Its name.
    pub(super) name: String,
    /// The part it stands in and the kind of sheet; none when the workbook does not say where it is.
    pub(super) part: Option<PartRelation>,
    /// Whether it is hidden, even beyond what Excel shows again.
    pub(super) hidden: bool,
}

/// Reads what the part `main` says of its sheets.
pub(super) fn read_workbook(
    package: &mut Package,
    main: &str,
) -> Result<(Vec<NamedSheet>, Shared), UnreadReason> {
    let Some((text, _)) = package.text(main)? else { return Err(UnreadReason::NotOffice) };
    let relations = package.relations(main).unwrap_or_default();
    let mut sheets = Vec::new();
    let (mut epoch, mut recalculates) = (Epoch::default(), false);
    Xml::new(&text).inside(&mut |xml, _| {
        xml.inside(&mut |xml, tag| {
            match tag.name() {
                "workbookPr" if is_yes(tag, "date1904") => epoch = Epoch::Year1904,
                "calcPr" => recalculates = is_yes(tag, "fullCalcOnLoad"),
                "sheets" => xml.inside(&mut |_, tag| {
                    sheets.push(named_sheet(tag, &relations));
                    Ok(())
                })?,
                _ => {}
            }
            Ok(())
        })
    })?;
    let texts = words_of_part(package, &relations, "sharedStrings");
    // A broken table of texts costs the cells that name them, each of which says so, and not the numbers.
    let texts = texts.and_then(|text| strings::read_shared_texts(&text?).ok()).unwrap_or_default();
    let styles = match words_of_part(package, &relations, "styles") {
        None => WorkbookStyles::None,
        Some(Some(text)) if text.len() <= MOST_STYLES => {
            WorkbookStyles::read(&text).unwrap_or(WorkbookStyles::Lost)
        }
        Some(_) => WorkbookStyles::Lost,
    };
    Ok((sheets, Shared { texts, styles, epoch, recalculates }))
}

/// The words of the part of a kind: none when no part is named, and none inside when it cannot be read.
fn words_of_part(
    package: &mut Package,
    relations: &[PartRelation],
    kind: &str,
) -> Option<Option<String>> {
    let relation = relations.iter().find(|relation| relation.kind == kind)?;
    Some(package.text(&relation.part).ok().flatten().map(|(text, _)| text))
}

fn named_sheet(tag: &Tag, relations: &[PartRelation]) -> NamedSheet {
    let id = tag.attribute("id").unwrap_or_default();
    NamedSheet {
        name: tag.attribute("name").unwrap_or_default().into_owned(),
        part: relations.iter().find(|relation| relation.id == id).cloned(),
        hidden: tag.attribute("state").is_some_and(|state| state != "visible"),
    }
}

/// Whether an attribute says yes.
pub(super) fn is_yes(tag: &Tag, name: &str) -> bool {
    tag.attribute(name).is_some_and(|value| value == "1" || value == "true")
}
