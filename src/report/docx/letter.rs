//! A letter to one region: what is asked of it, in the form of an official 函.

use super::{
    annex,
    matter::Matter,
    point::LetterPoint,
    rows::FormLine,
    sections::{date_in_text, title_in_text},
    short_title::short_titles,
};
use crate::{
    report::{Card, EndedPlan, Material},
    words::{Language, text},
};

/// What the letter is about; several plans are named in its first sentence only.
pub(super) fn letter_title(matter: &Matter, language: Language) -> String {
    // Several titles would make the subject of the letter, which is also the title in the properties of the file,
    // longer than a line; they are all told in the sentence below it.
    let plans = match &*matter.plans {
        [plan] if !plan.is_empty() => title_in_text(plan, language),
        plans => {
            let (region, count) = (matter.region, plans.len());
            text! { language; zh: "{region}有关规划", en: "{count} plans of {region}" }
        }
    };
    text! { language; zh: "关于{plans}衔接意见的函", en: "Consistency of {plans} with other plans" }
}

/// The whole letter, paragraph by paragraph.
pub(super) fn letter_lines(
    matter: &Matter,
    material: &Material,
    title: &str,
    has_annex: bool,
) -> Vec<FormLine> {
    let language = material.language;
    let mut lines = vec![
        FormLine::plain(
            // Number, addressee and signature stay blank: who writes to whom, and under which number, is nothing the
            // plans say.
            language.pick("＿＿＿＿函〔＿＿＿＿〕＿＿号", "Ref. no.: ____________"),
            "LetterNumber",
        ),
        FormLine::plain(title, "Title"),
        FormLine::plain(
            language.pick("＿＿＿＿＿＿＿＿＿＿：", "To: ______________________________"),
            "LetterTo",
        ),
        FormLine::plain(&letter_opening(matter, material), "Letter"),
    ];
    // One numbering, that of the points: heads are told by their words alone.
    let mut part = |zh: &str, en: &str, points: Vec<FormLine>| {
        if !points.is_empty() {
            lines.push(FormLine::plain(language.pick(zh, en), "LetterHead"));
            lines.extend(points);
        }
    };
    let paragraph = |card: &&Card| LetterPoint::of(card, matter, material).paragraph(language);
    let told = |cards: &[&Card]| match has_annex {
        true => in_annex(cards, matter, language).into_iter().collect(),
        false => cards.iter().map(paragraph).collect(),
    };
    part("须核改的问题", "To be mended", matter.errors.iter().map(paragraph).collect());
    part("请说明的问题", "To be explained", told(&matter.warnings));
    part("影响其他地区规划的事项", "What plans of other regions depend on", told(&matter.causes));
    lines.extend(letter_close(language, has_annex));
    lines
}

/// What the annex tells, by its numbers.
fn in_annex(cards: &[&Card], matter: &Matter, language: Language) -> Option<FormLine> {
    let (first, last) = (cards.first()?, cards.last()?);
    let [from, to] = [first, last].map(|card| matter.number(card.number).unwrap_or_default());
    let count = cards.len();
    let said = match from == to {
        true => text! { language;
            zh: "{count}处，见附件第{from}项。",
            en: "Point {from}, in the attachment."
        },
        false => text! { language;
            zh: "{count}处，见附件第{from}至{to}项。",
            en: "Points {from} to {to}, in the attachment."
        },
    };
    Some(FormLine::plain(&said, "Letter"))
}

fn letter_opening(matter: &Matter, material: &Material) -> String {
    let language = material.language;
    let titled = |(plan, short): (&&str, Option<&str>)| {
        let title = title_in_text(plan, language);
        // Only a Chinese letter has short titles.
        short.map_or(title.clone(), |short| format!("{title}（以下简称《{short}》）"))
    };
    let short = short_titles(&matter.plans, language);
    let plans: Vec<String> = matter.plans.iter().zip(short).map(titled).collect();
    let plans = plans.join(language.pick("", ", "));
    let day = date_in_text(&material.date, language);
    let you = matter.you();
    let counts = [
        (matter.errors.len(), "须核改的问题", "to be mended"),
        (matter.warnings.len(), "请说明的问题", "to be explained"),
        (matter.causes.len(), "影响其他地区规划的事项", "that plans of other regions depend on"),
    ];
    let counted = counts.into_iter().filter(|(count, ..)| *count > 0);
    let counted =
        counted.map(|(count, zh, en)| text! { language; zh: "{zh}{count}处", en: "{en}: {count}" });
    let counted = counted.collect::<Vec<_>>().join(language.pick("、", "; "));
    let is_over = |plan: &&str| material.ended.iter().any(|ended: &EndedPlan| ended.plan == **plan);
    // Nobody can reach a target of a year that has passed.
    let over = match matter.plans.iter().any(is_over) {
        true => language.pick(
            "其中规划期已满的，所提意见供终期核对和编制下一期规划时研究。",
            " Where a plan is over already, the points are meant for its final review and for the next plan.",
        ),
        false => "",
    };
    text! { language;
        zh: "按照规划衔接工作要求，我单位对{you}{plans}的目标指标及其与有关规划的衔接情况作了比对（比对日期：{day}），提出{counted}。现将有关意见函告如下，请予研究。{over}",
        en: "We have compared the targets of {plans} with each other and with those of the plans around it ({day}). Points {counted}. We should be grateful if you would look into the following.{over}"
    }
}

/// What is asked for at the end, and the lines to sign; they share a page, so that no signature stands on a page of its own.
fn letter_close(language: Language, has_annex: bool) -> Vec<FormLine> {
    let lines: Vec<(&str, &str)> = match language {
        Language::Zh => vec![
            (
                "恳请于＿＿月＿＿日前将采纳情况函复我单位；部分采纳或不采纳的，请说明理由和依据。",
                "LetterClose",
            ),
            ("特此函告。", "LetterClose"),
            (annex::title(Language::Zh), "LetterClose"),
            ("（单位名称、印章）", "LetterSign"),
            ("　　　　年　　月　　日", "LetterSign"),
            ("（联系人：＿＿＿＿＿＿　电话：＿＿＿＿＿＿＿＿）", "Letter"),
        ],
        Language::En => vec![
            (
                "Please let us know by ____________ which points you accept; where you accept a point in part or decline it, please give your reasons.",
                "LetterClose",
            ),
            (annex::title(Language::En), "LetterClose"),
            ("Yours faithfully,", "LetterSign"),
            ("______________________________ (name, seal)", "LetterSign"),
            ("Date: ____________", "LetterSign"),
            ("(Contact: ______________________  Telephone: ____________________)", "Letter"),
        ],
    };
    let without =
        |words: &str| !has_annex && words.starts_with(language.pick("附件", "Attachment"));
    let lines = lines.iter().filter(|(words, _)| !without(words));
    lines.map(|(words, style)| FormLine::plain(words, style)).collect()
}
