//! What stands around the table of the form: what was checked, and below it what was not judged, not read, decided before.

use std::collections::HashMap;

use serde::Serialize;

use crate::{
    report::{Material, UnjudgedIndicator, by_reason},
    words::{Language, text},
};

/// A part below the table: sentences, then a table whose first row is its head.
#[derive(Serialize)]
pub(super) struct FormSection {
    title: String,
    lines: Vec<String>,
    widths: Vec<u32>,
    rows: Vec<Vec<String>>,
}

/// How many plans are named at the head of the form.
// With a hundred counties the list of titles would push the table off the first page; the report has them all.
// Twelve is a choice.
const NAMED: usize = 12;

/// The lines above the table.
pub(super) fn header(material: &Material) -> Vec<Headed> {
    let language = material.language;
    let mut lines = Vec::new();
    let mut say = |zh: &'static str, en: &'static str, words: String| {
        if !words.is_empty() {
            lines.push(Headed { head: language.pick(zh, en), words });
        }
    };
    say("审查规划：", "Plans: ", plan_titles(material, false));
    say("对照规划：", "Compared with: ", plan_titles(material, true));
    say("比对日期：", "Date: ", date_in_text(&material.date, language));
    say("比对结果：", "Result: ", material.closing.clone());
    say("与上次相比：", "Since the earlier run: ", since_counts(material));
    say("填表说明：", "How to fill in: ", instructions(material));
    lines
}

fn plan_titles(material: &Material, references: bool) -> String {
    let language = material.language;
    let plans = &material.received.plans;
    // In the order of the rows: the plans that the meeting talks about are named, whatever else was checked.
    let mut order: HashMap<&str, usize> = HashMap::new();
    for card in material.cards.iter().filter(|card| card.is_loud()) {
        order.entry(&card.plan).or_insert(card.number);
    }
    let mut named: Vec<&str> = plans
        .iter()
        .filter(|plan| plan.is_reference == references && !plan.plan.is_empty())
        .map(|plan| &*plan.plan)
        .collect();
    named.sort_by_key(|plan| order.get(plan).copied().unwrap_or(usize::MAX));
    let titles: Vec<String> = named.into_iter().map(|plan| title_in_text(plan, language)).collect();
    let named: Vec<&str> = titles.iter().take(NAMED).map(String::as_str).collect();
    let mut words = named.join(language.pick("", "; "));
    if titles.len() > NAMED {
        let count = titles.len();
        words += &text! { language; zh: "等 {count} 个", en: "; {count} in all" };
    }
    words
}

/// A plan's title as a text names it.
pub(super) fn title_in_text(plan: &str, language: Language) -> String {
    text! { language; zh: "《{plan}》", en: "{plan}" }
}

/// `2026-01-31` as a text writes it; anything else as it stands.
pub(super) fn date_in_text(date: &str, language: Language) -> String {
    let numbers: Vec<u32> = date.split('-').filter_map(|part| part.parse().ok()).collect();
    match (&*numbers, language) {
        // Read as numbers, so that 2026-01-05 is 2026年1月5日, as official documents write it, without the noughts.
        ([year, month, day], Language::Zh) => format!("{year}年{month}月{day}日"),
        _ => date.to_owned(),
    }
}

fn since_counts(material: &Material) -> String {
    let Some(since) = &material.since else { return String::new() };
    let (new, known, fixed) = (since.new, since.known, since.fixed.len());
    text! { material.language;
        zh: "新增 {new} 处，原有 {known} 处，已解决 {fixed} 处",
        en: "{new} new, {known} known, {fixed} resolved"
    }
}

fn instructions(material: &Material) -> String {
    let language = material.language;
    let counts = material.counts;
    let mut words = if counts.error + counts.warning == 0 {
        language
            .pick("没有须核改或请说明的问题。", "There are no errors and no warnings. ")
            .to_owned()
    } else {
        language.pick(
            "后五栏由会议填写；部分采纳的，请写明议定值；不采纳、部分采纳的，请写明理由和批准人。其余各栏请勿改动，以便读回。",
            "The meeting fills in the last five columns; give the agreed value for what is accepted in part, and reason and approver for that and for what is declined. Leave the other columns as they are, so that the form can be read back. ",
        ).to_owned()
    };
    if counts.info > 0 {
        let infos = counts.info;
        words += &text! { language;
            zh: "供参考的 {infos} 处未列入本表，见同次检查的审查报告和问题清单。",
            en: "{infos} for information are not listed here; see the report and the list of findings of the same run."
        };
    }
    words
}

/// The parts below the table that have something to say.
pub(super) fn sections(material: &Material) -> Vec<FormSection> {
    [passed_section(material), missing_section(material), decided(material)]
        .into_iter()
        .flatten()
        .collect()
}

fn passed_section(material: &Material) -> Option<FormSection> {
    let (language, count) = (material.language, material.passed.len());
    if count == 0 {
        return None;
    }
    let head = match language {
        Language::Zh => ["规划", "原因", "指标（年份）"],
        Language::En => ["plan", "why", "indicators (year)"],
    };
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for reason in by_reason(&material.passed) {
        rows.extend(reason.plans.iter().map(|plan| {
            let what = plan.indicators.iter().map(|one| indicator_with_years(one, language));
            let what = what.collect::<Vec<_>>().join(language.pick("、", "; "));
            vec![plan.plan.to_owned(), reason.why.to_owned(), what]
        }));
    }
    Some(FormSection {
        title: text! { language; zh: "未能判定的 {count} 项", en: "Not judged: {count}" },
        lines: vec![language.pick(
            "下列各项机器不能下结论，不等于没有问题，请人工核对或请编制单位说明。",
            "No conclusion could be drawn on these; that is no pass. Please look at them, or ask whoever drew up the plan.",
        ).to_owned()],
        widths: vec![4600, 3370, 6600],
        rows,
    })
}

fn indicator_with_years(one: &UnjudgedIndicator<'_>, language: Language) -> String {
    if one.years.is_empty() {
        return one.indicator.to_owned();
    }
    let years = one.years.iter().map(ToString::to_string).collect::<Vec<_>>();
    let (name, years) = (one.indicator, years.join(language.pick("、", ", ")));
    text! { language; zh: "{name}（{years}年）", en: "{name} ({years})" }
}

fn missing_section(material: &Material) -> Option<FormSection> {
    let received = &material.received;
    let lines: Vec<String> = received.missing.iter().chain(&received.unread).cloned().collect();
    let title = material.language.pick("未收到、未能读的材料", "Missing or not read").to_owned();
    (!lines.is_empty()).then(|| FormSection { title, lines, widths: Vec::new(), rows: Vec::new() })
}

fn decided(material: &Material) -> Option<FormSection> {
    let language = material.language;
    if material.decisions.is_empty() {
        return None;
    }
    let head = match language {
        Language::Zh => ["规划", "指标（年份）", "问题类型", "以往意见", "理由", "批准人", "现状"],
        Language::En => [
            "plan",
            "indicator (year)",
            "kind of finding",
            "decided",
            "reason",
            "approved by",
            "now",
        ],
    };
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(material.decisions.iter().map(|row| {
        let year = row.year.map(|year| text! { language; zh: "（{year}年）", en: " ({year})" });
        let indicator = row.indicator.clone() + &year.unwrap_or_default();
        let now = if row.since_then.is_empty() { row.state_word } else { &row.since_then };
        let ruling = row.ruling_with_value(language);
        let words = [&*row.plan, &indicator, &row.title, &ruling, &row.reason, &row.approver, now];
        words.map(str::to_owned).to_vec()
    }));
    Some(FormSection {
        title: language
            .pick("以往处理意见的落实情况", "What became of earlier decisions")
            .to_owned(),
        lines: Vec::new(),
        widths: vec![3000, 2600, 1700, 1200, 2500, 1370, 2200],
        rows,
    })
}

/// A line that opens with a head word.
#[derive(Serialize)]
pub(super) struct Headed {
    pub(super) head: &'static str,
    pub(super) words: String,
}
