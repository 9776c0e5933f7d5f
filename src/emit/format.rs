//! The formats of a run's results, each under the one name by which it is asked for.

use crate::config::Language;

/// The formats of a run's results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Pictures of both ends, for people.
    #[default]
    Full,
    /// `path:line:col: level rule message`, one line each; the level begins with the same word in every language.
    Concise,
    /// The same as `full` in plain sentences, for screen readers.
    Narrated,
    /// `planlint/1`, everything, for machines.
    Json,
    /// The same with one line for each thing there is to say.
    Jsonl,
    /// A table for spreadsheets, one finding a row.
    Csv,
    /// SARIF 2.1.0, for viewers and code scanning.
    Sarif,
    /// The diagnostic format of reviewdog.
    Rdjson,
    /// `JUnit` XML: findings as tests that fail.
    Junit,
    /// Workflow commands of GitHub Actions.
    Github,
    /// The Code Quality report of GitLab.
    Gitlab,
}

/// A format with its name and what it is for, in Chinese and in English; nothing where the name says it.
type FormatRow = (Format, &'static str, [&'static str; 2]);

/// Every format, in the order in which they are told.
const TABLE: [FormatRow; 11] = [
    (Format::Full, "full", ["图文对照，默认", "pictures, the default"]),
    (
        Format::Concise,
        "concise",
        [
            "每处一行“路径:行:列: 级别 规则 问题”，级别以 error、warning、info 开头，便于编辑器识别",
            "one line each, path:line:column: level rule message, for editors too",
        ],
    ),
    (
        Format::Narrated,
        "narrated",
        [
            "全用文句，便于读屏；设有 NO_GRAPHICS 时为默认",
            "sentences only, for screen readers; the default when NO_GRAPHICS is set",
        ],
    ),
    (Format::Json, "json", ["", ""]),
    (Format::Jsonl, "jsonl", ["每行一项", "one item a line"]),
    (Format::Csv, "csv", ["用 Excel 打开", "for spreadsheets"]),
    (Format::Sarif, "sarif", ["2.1.0", "2.1.0"]),
    (Format::Rdjson, "rdjson", ["供 reviewdog 读取", "for reviewdog"]),
    (Format::Junit, "junit", ["XML", "XML"]),
    (Format::Github, "github", ["GitHub Actions 标注", "annotations of GitHub Actions"]),
    (Format::Gitlab, "gitlab", ["GitLab 代码质量报告", "Code Quality of GitLab"]),
];

impl Format {
    /// The format whose name is `written`.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        TABLE.iter().find(|(_, name, _)| *name == written).map(|(format, ..)| *format)
    }

    /// The name of every format with the format.
    pub fn all() -> impl Iterator<Item = (&'static str, Self)> {
        TABLE.iter().map(|(format, name, _)| (*name, *format))
    }

    /// `full、concise 或 csv`: every name, as one of them is asked for.
    #[must_use]
    pub fn one_of(language: Language) -> String {
        let names: Vec<&str> = Self::all().map(|(name, _)| name).collect();
        let (last, names) = names.split_last().unwrap_or((&"", &[]));
        let names = names.join(language.pick("、", ", "));
        names + language.pick(" 或 ", " or ") + last
    }

    /// Every name with what it is for.
    #[must_use]
    pub fn told(language: Language) -> String {
        let one = |(_, name, [zh, en]): &FormatRow| match (language.pick(*zh, *en), language) {
            ("", _) => (*name).to_owned(),
            (purpose, Language::Zh) => format!("{name}（{purpose}）"),
            (purpose, Language::En) => format!("{name} ({purpose})"),
        };
        TABLE.iter().map(one).collect::<Vec<_>>().join(language.pick("、", ", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_and_told() {
        for (name, format) in Format::all() {
            assert_eq!(Format::read(name), Some(format));
            for language in [Language::Zh, Language::En] {
                assert!(Format::told(language).contains(name));
            }
        }
        assert!(Format::one_of(Language::Zh).ends_with("github 或 gitlab"));
        assert!(Format::one_of(Language::En).starts_with("full, concise, "));
        assert_eq!(Format::read("yaml"), None);
    }
}
