//! The values of a clause, each with the words that can name what it is of, as the grammar parts them.

use crate::quantity::UnitDimension;

use super::{
    clause_part::{ClausePart, of_years},
    clauses::Clause,
    figures::{FigureKind, ProseFigure, figures_of_stretch},
    grammar::{ClauseNode, Rule, parts_of_clause},
    lexicon::{BETWEEN, LISTED, MAKING, longest_ending},
    lists::{respective_values, shared_by, values_behind_names},
    plain::Plain,
    prose_value::ProseValue,
    tokens::tokens_of_clause,
    torn::begins_with_size,
    years::Year,
};

/// Years that clauses before one may list for its values, at most.
// A choice: the outlook of a plan names two or three years, and a list of all would be paired with values
// by chance.
const MOST_YEARS: usize = 12;

/// What is done for people, whom it counts.
const SERVING: [&str; 6] = ["培训", "救助", "接待", "资助", "帮扶", "安置"];

/// The values of a clause; numbers inside `masks` belong to names, and `named` are the years of the sentence.
pub fn values_of_clause(
    plain: &Plain,
    clause: &Clause,
    masks: &[(usize, usize)],
    named: &[Year],
) -> Vec<ProseValue> {
    let text = plain.text.as_str();
    let inside = |figure: &ProseFigure| {
        masks.iter().any(|&(start, end)| start <= figure.start && figure.start < end)
    };
    let mut found = figures_of_stretch(
        plain.cased(clause.start, clause.end),
        clause.start,
        plain.get(clause.item.0, clause.start),
    );
    found.retain(|figure| !inside(figure) && !is_part_of_name(plain, figure, clause));
    // Told of all before any is taken out, because each looks at the number behind it.
    let sizes: Vec<bool> = (0..found.len()).map(|at| is_size(text, &found, at)).collect();
    let mut sizes = sizes.into_iter();
    found.retain(|_| !sizes.next().unwrap_or_default());
    if found.is_empty() {
        return Vec::new();
    }
    let tokens = tokens_of_clause(text, clause, &found, masks);
    let parts = parts_of_clause(&tokens.signs);
    let before = named.partition_point(|year| year.start < clause.start);
    let before = named.get(..before).unwrap_or_default().iter().rev().take(MOST_YEARS);
    let before = before.take_while(|year| year.start >= clause.item.0);
    let mut years: Vec<_> = before.map(|year| (year.start, year.end)).collect();
    years.reverse();
    let mut values: Vec<ProseValue> = parts
        .iter()
        .flat_map(|part| of_part(ClausePart { text, tokens: &tokens, part }, &years))
        .collect();
    // Last, for until then these numbers part the clause for the grammar, and the names beside them must
    // not run together.
    values.retain(|value| !is_count_of_parts(text, &value.figure, clause));
    values
}

/// The values of a part; `years` are those that the clauses before it name.
fn of_part(piece: ClausePart<'_>, years: &[(usize, usize)]) -> Vec<ProseValue> {
    match piece.part.rule {
        Rule::spread => respective_values(piece, years),
        Rule::dated | Rule::aside => values_by_year(piece),
        Rule::step => values_behind_names(piece),
        Rule::said => piece.said().into_iter().flat_map(|value| shared_by(piece, value)).collect(),
        Rule::raised => piece.raised().into_iter().collect(),
        Rule::made | Rule::led => piece.led().into_iter().collect(),
        Rule::bare => piece.said().into_iter().collect(),
        _ => Vec::new(),
    }
}

impl ClausePart<'_> {
    /// The value of a part whose name stands before it, if it has one.
    fn said(&self) -> Option<ProseValue> {
        let figure = self.figures().into_iter().next()?;
        // What the part is made of says where its name ends; a part without one begins with the words
        // that compare.
        let own = self.bytes(self.part.tokens.clone());
        let name = self.part.of(Rule::name);
        let told = name.as_ref().map(|name| self.behind_times(name.end));
        let end = name.map(|name| self.bytes(name).1);
        let end = end.unwrap_or_else(|| self.told(figure.start, own.0));
        let told = told.unwrap_or(end);
        let left = (own.0, end);
        // 培训40万人次: what is done for people is what they are counted by.
        let served = figure.kind == FigureKind::Number(UnitDimension::People);
        let before =
            self.text.get(left.0..left.1).filter(|_| served && self.part.rule == Rule::bare);
        let words = before.and_then(|before| longest_ending(before, &SERVING)).map(str::to_owned);
        Some(ProseValue { figure, own, left, told, leads: false, words, shared: None, year: None })
    }

    /// The value of a part in which something is raised to it: of what is raised, unless a noun stands behind the number.
    fn raised(&self) -> Option<ProseValue> {
        let last = self.tokens.all.get(self.part.tokens.end.checked_sub(1)?)?;
        // A word of two characters behind the number is only what is counted (1000个县); a longer one is
        // a noun of its own.
        let counts = self.text.get(last.start..last.end)?.chars().count() <= 2;
        if counts { self.said() } else { self.led() }
    }

    /// The value of a part whose noun stands behind it.
    fn led(&self) -> Option<ProseValue> {
        let figure = self.figures().into_iter().next()?;
        let own = self.bytes(self.part.tokens.clone());
        let told = self.told(figure.start, own.0);
        let left = (own.0, told);
        let words = match figure.kind {
            FigureKind::Numeral(UnitDimension::Count) => counted_part(self.text, own, &figure),
            _ => None,
        };
        Some(ProseValue { figure, own, left, told, leads: true, words, shared: None, year: None })
    }
}

/// Endings of what is built.
const BUILT: [&str; 16] = [
    "通道", "线路", "铁路", "公路", "高速", "大桥", "隧道", "机场", "港口", "码头", "电站", "水库",
    "管道", "管线", "医院", "学校",
];

/// What is built as so many parts of something: 南部公路新通道 of 建设南部公路的六条新通道.
fn counted_part(text: &str, own: (usize, usize), figure: &ProseFigure) -> Option<String> {
    let before = text.get(own.0..figure.start)?;
    let thing = text.get(figure.end..own.1)?;
    let (whole, parts) = before.rsplit_once('的')?;
    // 建设北煤南运的东、西两条通道: which ones they are is told in single words.
    let is_list = parts.is_empty() || parts.split('、').all(|part| part.chars().count() == 1);
    let made = MAKING.find(whole).filter(|at| *at <= "起步".len())?;
    let verb = MAKING.begins(whole.get(made..)?)?;
    let whole = whole.get(made + verb.len()..)?;
    let is_built = is_list && BUILT.iter().any(|end| thing.ends_with(end));
    let fits = (2..=12).contains(&whole.chars().count()) && !whole.contains(['、', '和', '以']);
    (is_built && fits).then(|| format!("{whole}{thing}"))
}

/// `2027年、2030年分别达到41%、43%`, `41%（2027年）、43%（2030年）`: as many values as years.
fn values_by_year(piece: ClausePart<'_>) -> Vec<ProseValue> {
    let within = |part: &ClauseNode| {
        part.parts.iter().filter(|part| part.rule == Rule::time).cloned().collect::<Vec<_>>()
    };
    let times = piece.part.parts.iter().find(|part| part.rule == Rule::times);
    let years = within(times.unwrap_or(piece.part));
    let years: Vec<_> = years.into_iter().map(|year| piece.bytes(year.tokens)).collect();
    let name = piece.part.of(Rule::name).or(piece.part.of(Rule::named));
    name.and_then(|name| of_years(piece, piece.bytes(name), &years)).unwrap_or_default()
}

/// What is told apart by how much is put into it or made by it: 总投资1亿元以上项目.
const SIZED: [&str; 3] = ["项目", "企业", "产业"];

/// Whether a power of ten or an amount of money only says how large a thing is of which a number behind it says how many:
/// 千亩示范片1000个, 1亿元以上项目超过150个.
fn is_size(text: &str, found: &[ProseFigure], at: usize) -> bool {
    let Some((own, next)) = found.get(at).zip(found.get(at + 1)) else { return false };
    let words = text.get(own.start..own.end).unwrap_or_default();
    let between = text.get(own.end..next.start).unwrap_or_default();
    let is_power =
        words.starts_with(['百', '千', '万']) && matches!(own.kind, FigureKind::Numeral(_));
    // A number behind such a power is what is counted, unless something between tells of the power
    // itself.
    let counts = matches!(next.kind, FigureKind::Number(UnitDimension::Count));
    let before = text.get(..own.start).unwrap_or_default();
    let is_told = BETWEEN.ends(before).is_some() || MAKING.is_in(between);
    let is_bound = matches!(own.kind, FigureKind::Number(UnitDimension::Money))
        && text.get(own.start..).is_some_and(begins_with_size)
        && SIZED.iter().any(|thing| between.contains(thing));
    (is_power || is_bound)
        && counts
        && !is_told
        && !between.is_empty()
        && !between.contains(['、', '和', ','])
}

/// Whether a number counts what is written or has been listed: 等5个方面, 22项主要指标, 12个方案, 办理建议19件.
fn is_count_of_parts(text: &str, figure: &ProseFigure, clause: &Clause) -> bool {
    const PAPERS: [&str; 4] = ["建议", "提案", "议案", "批示"];
    let counts =
        [FigureKind::Number(UnitDimension::Count), FigureKind::Numeral(UnitDimension::Count)];
    let behind = text.get(figure.end..clause.end).unwrap_or_default();
    let before = text.get(clause.start..figure.start).unwrap_or_default();
    let papers = PAPERS.iter().any(|paper| before.ends_with(paper) || behind.ends_with(paper));
    let listed = LISTED.begins(behind).is_some() || LISTED.ends(behind).is_some();
    counts.contains(&figure.kind) && (listed || papers)
}

/// Whether a number is part of a name: 每千人床位数, 三项保险, “一件事”, 专栏7-1.
fn is_part_of_name(plain: &Plain, figure: &ProseFigure, clause: &Clause) -> bool {
    let before = plain.get(clause.start, figure.start);
    let per = before.ends_with('每') || before.ends_with("专栏");
    let words = plain.get(figure.start, figure.end);
    let numeral = matches!(figure.kind, FigureKind::Numeral(_));
    let mut characters = words.chars();
    // 一期, 两翼, 三个方面 are words; 一百二十 is a number, and so is what stands where a number is told:
    // 新建三座桥.
    let single = numeral
        && characters.next().is_some_and(|c| "一二两三四五六七八九".contains(c))
        && characters.next().is_some_and(|c| !"十百千万亿".contains(c));
    let told = before.is_empty() || before.ends_with('、') || MAKING.ends(before).is_some();
    let told = told || BETWEEN.ends(before).is_some();
    let told = told || counted_part(&plain.text, (clause.start, clause.end), figure).is_some();
    per || numeral && plain.is_quoted(figure.start, figure.end) || single && !told
}
