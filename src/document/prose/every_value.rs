//! All values of a clause: its numbers, its targets without one, and those that it states in words alone.

use super::{
    all_of_them::of_all,
    clauses::Clause,
    figures::{FigureKind, ProseFigure},
    list_of_names::split_list_of_names,
    matching::best,
    named_phrase::NamedPhrase,
    names::{LONGEST, NameOccurrence},
    noun::noun_beside_value,
    prose_value::ProseValue,
    reader::PassageReader,
    relation::{self, relations, stretches_between_pauses},
    times::time_at,
    value_context::ValueContext,
    values::values_of_clause,
    wordless_values::value_in_words,
    years::Year,
};

/// Bytes of a name, at most.
// A character takes four bytes at most, so no name can begin further before a place that it reaches.
const LONGEST_NAME: usize = 4 * LONGEST;

/// Characters of a name that needs no other word of its list.
// A shorter one may lack what another word of its list says for it: 学前、普惠托育全覆盖.
const LONG: usize = 5;

/// Names in a list that all 全覆盖 of one clause can be of.
// A choice: each name of the list is held against all known ones, and a longer list is an inventory.
const LONGEST_LIST: usize = 12;

/// The targets without a number of those parts of a list that hold none: 生产总值增长5%、居民收入与经济增长同步等指标.
fn beside_numbers(text: &str, clause: (usize, usize), numbers: &[usize]) -> Vec<NamedPhrase> {
    let has_none =
        |(from, to): &(usize, usize)| !numbers.iter().any(|at| (*from..*to).contains(at));
    let cut = |(from, to): (usize, usize)| {
        // A part may end the list that it stands in, and 等指标 is no part of its relation.
        let words = text.get(from..to).unwrap_or_default();
        (from, words.rfind('等').map_or(to, |at| from + at))
    };
    let pieces = stretches_between_pauses(text, clause, &['、']);
    if pieces.len() < 2 {
        return Vec::new();
    }
    let free = pieces.into_iter().map(cut).filter(has_none);
    free.flat_map(|piece| relation::targets_without_number(text, piece)).collect()
}

/// A target without a number as a value.
fn of_relation(text: &str, relation: NamedPhrase) -> ProseValue {
    let (start, end) = relation.phrase;
    // 2030年前实现: the phrase has its own year.
    let year = text.get(start..end).and_then(time_at).filter(|(_, sign)| *sign == 'y');
    let year = year.map(|(length, _)| (start, start + length));
    let figure = ProseFigure { start, end, kind: FigureKind::Related };
    let (own, left) = (relation.name, relation.name);
    let words = relation.words;
    ProseValue { figure, own, left, told: start, leads: false, words, shared: None, year }
}

impl PassageReader<'_> {
    /// The values of a clause, those said in words alone included.
    // The order matters: numbers first, then relations, then what is said in words alone. 增长, 高于
    // and 全部 stand around numbers, too, and would be read a second time as targets without one.
    // 保持全国前十: a rank is a target without a number, unless a name of the catalogue holds it.
    pub(super) fn values(&self, clause: &Clause, named: &[Year]) -> Vec<ProseValue> {
        let held = self.found_in(clause.start, clause.end).iter();
        let held = held.filter(|found| found.entry.holds_value);
        let held: Vec<_> = held.map(|found| (found.start, found.end)).collect();
        let found = values_of_clause(self.plain(), clause, &held, named);
        // 全面出清平台, 费用零增长: what stands behind zero or is listed before it.
        let ranks = |value: &ProseValue| {
            matches!(value.figure.kind, FigureKind::Rank | FigureKind::Front | FigureKind::Zero)
        };
        let related_to = |own| {
            relations(self.text(), own)
                .into_iter()
                .map(|one| of_relation(self.text(), one))
                .collect()
        };
        if !found.is_empty() && found.iter().all(ranks) {
            let relations: Vec<ProseValue> = related_to((clause.start, clause.end));
            return if relations.is_empty() { found } else { relations };
        }
        if !found.is_empty() {
            let numbers: Vec<usize> = found.iter().map(|value| value.figure.start).collect();
            let own = (clause.start, clause.end);
            let beside = beside_numbers(self.text(), own, &numbers)
                .into_iter()
                .map(|one| of_relation(self.text(), one));
            let found = found.into_iter().map(|value| self.of_list(value, clause));
            return found.flat_map(|value| self.listed(value)).chain(beside).collect();
        }
        let own = (clause.start, clause.end);
        let found: Vec<ProseValue> = related_to(own);
        if !found.is_empty() {
            return found;
        }
        if let Some(relation) = of_all(self.text(), own) {
            return vec![of_relation(self.text(), relation)];
        }
        let value = |own: (usize, usize)| {
            let kind = value_in_words(self.plain().get(own.0, own.1))?;
            let figure = ProseFigure { start: own.1, end: own.1, kind };
            let (leads, words) = (false, None);
            Some(ProseValue {
                figure,
                own,
                left: own,
                told: own.1,
                leads,
                words,
                shared: None,
                year: None,
            })
        };
        // All parts or none: where one states nothing, 、 stands inside a name and the clause is one
        // statement.
        // 贫困人口全部脱贫、贫困县全部摘帽
        let each: Option<Vec<ProseValue>> =
            stretches_between_pauses(self.text(), own, &['、']).into_iter().map(value).collect();
        each.unwrap_or_else(|| value(own).into_iter().collect())
    }

    /// The known names that stand in or across the stretch `from..to`.
    pub(super) fn found_in(&self, from: usize, to: usize) -> &[NameOccurrence<'_>] {
        // Names are in order of where they begin and not of where they end, so the search starts one
        // longest name before.
        let first = self.found.partition_point(|found| found.start + LONGEST_NAME < from);
        let last = self.found.partition_point(|found| found.start < to);
        self.found.get(first..last).unwrap_or_default()
    }

    /// 实施河道治理、食堂监管全覆盖等工程: of a list of works that ends with its kind, only the last before it is covered.
    fn of_list(&self, value: ProseValue, clause: &Clause) -> ProseValue {
        const WORKS: [&str; 4] = ["工程", "项目", "任务", "行动"];
        let behind = self.plain().get(value.figure.end, clause.end);
        let kind = behind.rsplit_once('等').map_or("", |(_, kind)| kind);
        let is_list =
            behind.starts_with(['、', '等']) && WORKS.iter().any(|end| kind.ends_with(end));
        let before = self.plain().get(value.own.0, value.figure.start);
        let Some(at) = before.rfind('、').filter(|_| is_list && !value.leads) else {
            return value;
        };
        let name = before.get(at + '、'.len_utf8()..).unwrap_or_default();
        let is_whole =
            (LONG..=LONGEST).contains(&name.chars().count()) && !name.contains(['的', '在', '向']);
        match value.figure.kind == FigureKind::Coverage && is_whole {
            true => {
                let from = value.figure.start - name.len();
                let (own, left) = ((from, value.own.1), (from, value.left.1));
                ProseValue { words: Some(name.to_owned()), own, left, ..value }
            }
            false => value,
        }
    }

    /// `A、B全覆盖`: a value for each name of the list, when at least two are known.
    fn listed(&self, value: ProseValue) -> Vec<ProseValue> {
        let first = noun_beside_value(self.text(), &value).0;
        let names = split_list_of_names(self.text(), first, value.left.1);
        if value.figure.kind != FigureKind::Coverage || !(2..LONGEST_LIST).contains(&names.len()) {
            return vec![value];
        }
        let is_known = |own: (usize, usize)| {
            let words = self.plain().get(own.0, own.1);
            // Known by its own words alone: with the sentence as context, any word of a list would find a
            // name to go on with.
            let around = ValueContext {
                own: words,
                beside: words,
                noun: words,
                whole: self.whole(own, own, None),
                ..ValueContext::default()
            };
            best(self.setting.names, &around, value.figure.kind, false).is_some()
        };
        let (mut found, mut from) = (Vec::new(), value.left.0);
        for &(start, end) in &names {
            let own = (if found.is_empty() { from } else { start }, end);
            if is_known((own.0.max(first), own.1)) {
                found.push(ProseValue { own, left: own, ..value.clone() });
                from = end;
            }
        }
        // What is left behind the last known name would belong to no value, and the list would be read
        // short.
        if found.len() > 1 && from == value.left.1 {
            return found;
        }
        // 市级殡仪馆和县级殡葬设施全覆盖: what is covered is covered each by itself.
        let words = |(start, end): &(usize, usize)| self.plain().get(*start, *end);
        let whole = |own: &(usize, usize)| {
            words(own).chars().count() >= LONG && !words(own).contains(['的', '在', '向'])
        };
        match names.iter().all(whole) {
            true => names
                .into_iter()
                .map(|own| ProseValue { own, left: own, ..value.clone() })
                .collect(),
            false => vec![value],
        }
    }
}
