//! The styles of a workbook, as far as they change what a cell says: number formats and struck-out fonts.

use std::{collections::HashMap, rc::Rc};

use crate::{
    office::{Tag, Xml},
    text::UnreadReason,
};

use super::{code::FormatCode, strings::is_struck};

/// The styles of a workbook.
#[derive(Debug)]
pub(super) enum WorkbookStyles {
    /// It has none: every number stands without a format.
    None,
    /// They cannot be read: what a number with a style shows is not known.
    Lost,
    /// The styles by their number.
    Read(Vec<WorkbookStyle>),
}

/// One style.
#[derive(Clone, Debug, Default)]
pub(super) struct WorkbookStyle {
    /// Its number format; none where it is not known.
    pub(super) code: Option<Rc<FormatCode>>,
    /// Whether its font strikes words out.
    pub(super) struck: bool,
}

impl WorkbookStyles {
    /// The style that a cell names: `None` for one that is not known.
    pub(super) fn get(&self, at: usize) -> Option<WorkbookStyle> {
        match self {
            Self::None => Some(WorkbookStyle { code: general_format(), struck: false }),
            // Without styles a percentage and a plain number look alike in the file: a number with a
            // style that is lost is not shown at all.
            // The first is that of cells nobody has formatted.
            Self::Lost if at == 0 => Some(WorkbookStyle { code: general_format(), struck: false }),
            Self::Lost => None,
            Self::Read(styles) if styles.is_empty() && at == 0 => Self::None.get(0),
            Self::Read(styles) => styles.get(at).cloned(),
        }
    }

    /// Reads the part with styles.
    pub(super) fn read(text: &str) -> Result<Self, UnreadReason> {
        let mut sheet = StyleSheet::default();
        Xml::new(text).inside(&mut |xml, _| {
            xml.inside(&mut |xml, tag| match tag.name() {
                "numFmts" => xml.inside(&mut |_, tag| {
                    sheet.format(tag);
                    Ok(())
                }),
                "fonts" => xml.inside(&mut |xml, _| {
                    let mut struck = false;
                    xml.inside(&mut |_, tag| {
                        struck |= is_struck(tag);
                        Ok(())
                    })?;
                    sheet.fonts.push(struck);
                    Ok(())
                }),
                "cellXfs" => xml.inside(&mut |_, tag| {
                    sheet.style(tag);
                    Ok(())
                }),
                _ => Ok(()),
            })
        })?;
        Ok(Self::Read(sheet.finish()))
    }
}

fn general_format() -> Option<Rc<FormatCode>> {
    FormatCode::read("General").map(Rc::new)
}

/// What is read of the part, before styles are put together: fonts may stand behind them.
#[derive(Debug, Default)]
struct StyleSheet {
    formats: HashMap<u32, String>,
    fonts: Vec<bool>,
    styles: Vec<(u32, usize)>,
}

impl StyleSheet {
    fn format(&mut self, tag: &Tag) {
        let code = tag.attribute("formatCode");
        if let (Some(id), Some(code)) = (number_attribute(tag, "numFmtId"), code) {
            self.formats.insert(id, code.into_owned());
        }
    }

    fn style(&mut self, tag: &Tag) {
        let font = number_attribute(tag, "fontId").unwrap_or_default() as usize;
        self.styles.push((number_attribute(tag, "numFmtId").unwrap_or_default(), font));
    }

    fn finish(self) -> Vec<WorkbookStyle> {
        let mut codes: HashMap<u32, Option<Rc<FormatCode>>> = HashMap::new();
        let mut styles = Vec::with_capacity(self.styles.len());
        for (format, font) in &self.styles {
            // A workbook may give a number of the built-in formats a format of its own, which then
            // counts.
            let code = codes.entry(*format).or_insert_with(|| {
                let code = self.formats.get(format).map(String::as_str);
                code.or_else(|| built_in(*format)).and_then(FormatCode::read).map(Rc::new)
            });
            let struck = self.fonts.get(*font).copied().unwrap_or_default();
            styles.push(WorkbookStyle { code: code.clone(), struck });
        }
        styles
    }
}

fn number_attribute(tag: &Tag, name: &str) -> Option<u32> {
    tag.attribute(name)?.trim().parse().ok()
}

/// The formats that a workbook need not spell out (ECMA-376 part 1, 18.8.30); those of dates differ by language, and are dates in each.
fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        0 => "General",
        1 | 59 => "0",
        2 | 60 => "0.00",
        3 | 61 => "#,##0",
        4 | 62 => "#,##0.00",
        5 | 6 => "¥#,##0;¥-#,##0",
        7 | 8 => "¥#,##0.00;¥-#,##0.00",
        9 | 67 => "0%",
        10 | 68 => "0.00%",
        11 => "0.00E+00",
        12 | 69 => "# ?/?",
        13 | 70 => "# ??/??",
        14..=17 | 30 | 31 | 71..=74 | 81 => "yyyy-mm-dd",
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 | 75 | 76 | 78 | 80 => "h:mm:ss",
        22 | 77 => "yyyy-mm-dd h:mm",
        27 | 36 | 50 | 52 | 57 => "yyyy年m月",
        28 | 29 | 51 | 53 | 54 | 58 => "m月d日",
        37 | 38 => "#,##0_);(#,##0)",
        39 | 40 => "#,##0.00_);(#,##0.00)",
        41 => "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
        42 => "_(¥* #,##0_);_(¥* (#,##0);_(¥* \"-\"_);_(@_)",
        43 => "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
        44 => "_(¥* #,##0.00_);_(¥* (#,##0.00);_(¥* \"-\"??_);_(@_)",
        46 | 79 => "[h]:mm:ss",
        48 => "##0.0E+0",
        49 => "@",
        _ => return None,
    })
}
