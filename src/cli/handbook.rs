//! `planlint explain --all`: the rules as one handbook, by sections, each with one example.

use std::io::{self, Write};

use crate::{
    emit::Columns,
    rulebook::{Example, Sheet},
    rules::REGISTRY,
    text::display_width,
    words::{Language, about_rule, text},
};

use super::{
    Session,
    rule_words::{by_case, cases, meaning_of_marks, unkeyed},
    rules::level_words_of_rule,
};

/// A section: the rule it begins with in the order of the registry, its head in Chinese and in English.
type HandbookSection = (&'static str, &'static str, &'static str);

const SECTIONS: [HandbookSection; 6] = [
    ("unreadable-line", "一、单个规划：文字与完整性", "1. One plan: text and completeness"),
    (
        "table-prose-conflict",
        "二、单个规划：前后是否一致",
        "2. One plan: whether it agrees with itself",
    ),
    ("weaker-than-parent", "三、上级与下级", "3. Parent and child"),
    ("rollup-shortfall", "四、跨越多级", "4. Across several levels"),
    ("backslides", "五、前后规划与引用数据", "5. Earlier plans and cited figures"),
    ("unused-allow", "六、豁免登记", "6. The register of allows"),
];

/// Rules in the order of the registry, each with the section that begins there.
fn rules_by_section(
    session: &Session,
) -> impl Iterator<Item = (Option<HandbookSection>, &'static str, &Sheet)> {
    REGISTRY.iter().filter_map(|rule| {
        let section = SECTIONS.into_iter().find(|(first, ..)| *first == rule.name);
        Some((section, rule.name, session.words.sheets().get(rule.name)?))
    })
}

/// Writes the handbook: what it is, its contents, the rules.
pub(super) fn write_handbook(session: &Session, out: &mut dyn Write) -> io::Result<()> {
    let language = session.language();
    preface(session, out)?;
    write_contents(session, out)?;
    for (section, name, sheet) in rules_by_section(session) {
        if let Some((_, zh, en)) = section {
            let head = language.pick(zh, en);
            writeln!(out, "\n\n{head}\n{}", "=".repeat(display_width(head)))?;
        }
        write_rule(session, name, sheet, out)?;
    }
    Ok(())
}

fn preface(session: &Session, out: &mut dyn Write) -> io::Result<()> {
    let (count, version) = (REGISTRY.len(), env!("CARGO_PKG_VERSION"));
    let marks = meaning_of_marks(session.language());
    let opening = text! { session.language();
        zh: "planlint 规则手册\n\n版本 {version}，共 {count} 条规则。级别分三种：须核改、请说明、供参考；由人判断，不作结论。\n每条规则附一个例子，只列有关的行；{marks}全部例子见 planlint explain 规则名。",
        en: "planlint handbook of rules\n\nVersion {version}, {count} rules. Levels are error, warning and info; a person decides.\nEach rule has one example, cut to the lines that matter; {marks} planlint explain RULE shows all examples."
    };
    writeln!(out, "{opening}")
}

fn write_contents(session: &Session, out: &mut dyn Write) -> io::Result<()> {
    let language = session.language();
    writeln!(out, "\n{}", language.pick("目录", "Contents"))?;
    let rows = rules_by_section(session).map(|(_, name, sheet)| {
        [language.pick(&sheet.zh, &sheet.en).title.clone(), name.to_owned()]
    });
    let columns = Columns::of(rows);
    for ((section, ..), line) in rules_by_section(session).zip(columns.lines()) {
        if let Some((_, zh, en)) = section {
            writeln!(out, "\n{}", language.pick(zh, en))?;
        }
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

fn write_rule(session: &Session, name: &str, sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let language = session.language();
    let wording = language.pick(&sheet.zh, &sheet.en);
    let levels = level_words_of_rule(&session.words, &session.settings.levels, name, sheet);
    writeln!(out, "\n{}  {name}  [{levels}]", wording.title)?;
    let colon = language.pick("：", ": ");
    for (head, text) in about_rule(language, wording) {
        writeln!(out, "  {head}{colon}{}", text.trim().replace('\n', " "))?;
    }
    let cases = cases(session, name, sheet);
    if !cases.is_empty() {
        writeln!(out, "  {}", by_case(language))?;
    }
    cases.iter().try_for_each(|case| writeln!(out, "    {case}"))?;
    write_rule_examples(language, &sheet.examples().map_err(io::Error::other)?, out)
}

/// The first example that fires in short, and what the others show.
fn write_rule_examples(language: Language, all: &[Example], out: &mut dyn Write) -> io::Result<()> {
    let title = |example: &Example| language.pick(&example.zh, &example.en).to_owned();
    let (fire, silent): (Vec<&Example>, Vec<&Example>) =
        all.iter().partition(|example| example.fires());
    if let Some((first, others)) = fire.split_first() {
        writeln!(out, "  {}{}", language.pick("例：", "Example: "), title(first))?;
        excerpt(first, out)?;
        write_handbook_list(
            language.pick("也报：", "Also reported: "),
            others.iter().map(|one| title(one)),
            out,
        )?;
    }
    let plain = |one: &&Example| {
        // The head says that they are silent.
        let title = title(one);
        let end = ["：不报", "，不报", ": silent"].iter().find_map(|end| title.strip_suffix(end));
        end.unwrap_or(&title).to_owned()
    };
    write_handbook_list(language.pick("不报：", "Not reported: "), silent.iter().map(plain), out)
}

fn write_handbook_list(
    head: &str,
    items: impl Iterator<Item = String>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut items = items.peekable();
    if items.peek().is_some() {
        writeln!(out, "  {}", head.trim_end())?;
    }
    items.try_for_each(|item| writeln!(out, "    {item}"))
}

/// The marked lines of an example, below the name and the head of their table.
fn excerpt(example: &Example, out: &mut dyn Write) -> io::Result<()> {
    for (name, text) in example.files.iter().filter(|(_, text)| text.contains('⟪')) {
        writeln!(out, "    {name}")?;
        for block in text.split("\n\n").filter(|block| block.contains('⟪')) {
            let row = |line: &&str| line.starts_with('|') && line.contains(char::is_alphanumeric);
            let head = block.lines().find(row);
            let first = block.lines().find(|line| !line.trim().is_empty());
            for line in block.lines() {
                if line.contains('⟪') || Some(line) == head || Some(line) == first {
                    writeln!(out, "      {}", unkeyed(line).trim_end())?;
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_begins_with_a_rule_in_the_order_of_the_registry() {
        let at =
            |(first, ..): &HandbookSection| REGISTRY.iter().position(|rule| rule.name == *first);
        let starts: Vec<Option<usize>> = SECTIONS.iter().map(at).collect();
        assert_eq!(starts.first(), Some(&Some(0)));
        assert!(starts.iter().all(Option::is_some) && starts.is_sorted(), "{starts:?}");
    }
}
