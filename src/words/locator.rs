//! How a document's own reader names a place: 表1 第7行 2025年.

use crate::{config::Language, finding::Locator};

use super::text::text;

/// The words for `locator`: `表1 第7行 2025年`, `Table 1, row 7, 2025`, `正文 三（一）`.
#[must_use]
pub fn locator(language: Language, locator: &Locator) -> String {
    match (language, locator) {
        (Language::Zh, Locator::Prose { position }) => format!("正文 {position}"),
        (Language::En, Locator::Prose { position }) => format!("text {position}"),
        (_, Locator::Paragraph { under, number, words }) => {
            paragraph(language, under.as_deref(), *number, words)
        }
        (_, Locator::Sheet { sheet, cell }) => format!("{sheet}!{cell}"),
        (_, Locator::Cell { table, row, column }) => {
            let table = table.as_deref().map(|title| table_name(language, title));
            let row = text! { language; zh: "第{row}行", en: "row {row}" };
            let column = column.as_deref().map(|head| column_name(language, head));
            let parts: Vec<String> = table.into_iter().chain([row]).chain(column).collect();
            parts.join(language.pick(" ", ", "))
        }
    }
}

/// `三（一）第2段“达到70%”`; a paragraph in a table has no count, and a place without words is not quoted.
fn paragraph(language: Language, under: Option<&str>, number: u32, words: &str) -> String {
    let under = under.map(str::to_owned);
    let count = match (number, under.is_some()) {
        (0, true) => None,
        // Cells of a table under no heading have neither a count nor a chapter; without this word the place would be
        // a quotation alone.
        (0, false) => Some(language.pick("表格".to_owned(), "table".to_owned())),
        _ => Some(text! { language; zh: "第{number}段", en: "paragraph {number}" }),
    };
    let quote = (!words.is_empty()).then(|| format!("“{words}”"));
    let parts: Vec<String> = under.into_iter().chain(count).chain(quote).collect();
    parts.join(language.pick("", ", "))
}

/// `表1` of `表1 德清县…指标体系`; a title without number stands in quotes.
fn table_name(language: Language, title: &str) -> String {
    let first = title.split_whitespace().next().unwrap_or_default();
    // 表述 and 表彰 also begin titles.
    let number = first.strip_prefix('表').filter(|n| n.starts_with(|c: char| c.is_numeric()));
    match (language, number) {
        (Language::Zh, Some(_)) => first.to_owned(),
        (Language::En, Some(number)) => format!("Table {number}"),
        (Language::Zh, None) if title.is_empty() => "指标表".to_owned(),
        (Language::En, None) if title.is_empty() => "table".to_owned(),
        (Language::Zh, None) => format!("“{title}”"),
        (Language::En, None) => title.to_owned(),
    }
}

/// The year of a year column, any other head as printed.
fn column_name(language: Language, head: &str) -> String {
    let digits = head.chars().take_while(char::is_ascii_digit).count();
    match (head.get(..digits), language) {
        (Some(year), Language::Zh) if digits == 4 => format!("{year}年"),
        (Some(year), Language::En) if digits == 4 => year.to_owned(),
        _ => head.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_read_as_in_the_document() {
        let cell = Locator::Cell {
            table: Some("表1 德清县新型城镇化“十四五”指标体系".into()),
            row: "7".into(),
            column: Some("2025年目标值".into()),
        };
        assert_eq!(locator(Language::Zh, &cell), "表1 第7行 2025年");
        assert_eq!(locator(Language::En, &cell), "Table 1, row 7, 2025");
        let prose = Locator::Prose { position: "三（一）".into() };
        assert_eq!(locator(Language::Zh, &prose), "正文 三（一）");
        let words = |words: &str| Locator::Paragraph {
            under: Some("三（一）".into()),
            number: 2,
            words: words.into(),
        };
        assert_eq!(locator(Language::Zh, &words("达到70%")), "三（一）第2段“达到70%”");
        assert_eq!(locator(Language::En, &words("")), "三（一）, paragraph 2");
        let sheet = Locator::Sheet { sheet: "对照表".into(), cell: "C7".into() };
        assert_eq!(locator(Language::En, &sheet), "对照表!C7");
        let bare =
            Locator::Cell { table: None, row: "2".into(), column: Some("指标属性".into()) };
        assert_eq!(locator(Language::Zh, &bare), "第2行 指标属性");
    }
}
