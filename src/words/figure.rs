//! Figures and words of plans as sentences quote them: `24%`, `“75左右”`, `约束性目标 25%`.

use minijinja::{Error, Value as Shown};

use crate::{config::Language, quantity::Decimal};

use super::{number_with_unit::number_with_unit, term, text::text};

/// Adds the filters for figures: `written`, `inside`, `demand` and `whose` on records of statements, `quoted` on words, `bounded`, `plain`, `signed` and `positive` on numbers.
pub(super) fn add_figure_filters(
    environment: &mut minijinja::Environment<'static>,
    language: Language,
) {
    environment.add_filter("written", move |told: Shown| figure_as_written(language, &told));
    environment.add_filter("inside", move |told: Shown| figure_within_brackets(language, &told));
    environment.add_filter("quoted", |words: Shown| in_quotes(&words.to_string()));
    environment.add_filter("demand", move |told: Shown| demand_in_words(language, &told));
    environment.add_filter("whose", move |told: Shown| whose(language, &told));
    environment.add_filter("accepted", move |told: Shown| accepted(language, &told));
    environment.add_filter("bounded", move |n: Shown, unit: Shown, side: &str, beats: bool| {
        bounded(
            language,
            &number_with_unit(language, &n.to_string(), &unit.to_string()),
            side,
            beats,
        )
    });
    environment.add_filter("plain", |n: Shown| n.to_string());
    environment.add_filter("signed", |n: Shown| signed_number(&n.to_string()));
    environment.add_filter("positive", |n: Shown| {
        n.to_string().parse::<Decimal>().is_ok_and(|n| n > Decimal::ZERO)
    });
}

/// A value as the plan prints it: a bare number with the unit of its row, words in quotes; behind it in brackets what a change leads to.
fn figure_as_written(language: Language, told: &Shown) -> Result<String, Error> {
    figure_with_value(language, told, language.pick(["（即 ", "）"], [" (", ")"]))
}

/// The same for a place within brackets.
fn figure_within_brackets(language: Language, told: &Shown) -> Result<String, Error> {
    figure_with_value(language, told, language.pick(["，即 ", ""], [", which is ", ","]))
}

fn figure_with_value(
    language: Language,
    told: &Shown,
    [open, close]: [&str; 2],
) -> Result<String, Error> {
    let mut text = printed_figure(language, told)?;
    if let Some(value) = resolved_figure(language, told)? {
        text.push_str(&format!("{open}{value}{close}"));
    }
    if let Some(value) = converted_figure(language, told)? {
        let [open, close] = language.pick(["（", "）"], [" (", ")"]);
        text.push_str(&format!("{open}{value}{close}"));
    }
    Ok(language.pick(spaced(text.clone()), text))
}

/// The value that a change against a base year leads to.
fn resolved_figure(language: Language, told: &Shown) -> Result<Option<String>, Error> {
    let number = field(told, "resolved")?;
    let unit = field(told, "unit")?;
    Ok((!number.is_empty()).then(|| number_with_unit(language, &number, &unit)))
}

/// The value in the unit it was converted to: `= 3 公顷`, `≈ 836.127 m²`.
fn converted_figure(language: Language, told: &Shown) -> Result<Option<String>, Error> {
    let counted = told.get_attr("counted")?;
    if counted.is_undefined() {
        return Ok(None);
    }
    let sign = if counted.get_attr("exact")?.is_true() { "=" } else { "≈" };
    let value = number_with_unit(language, &field(&counted, "number")?, &field(&counted, "unit")?);
    Ok(Some(format!("{sign} {value}")))
}

/// Words of a document in quotes; quotes inside become single ones.
fn in_quotes(words: &str) -> String {
    format!("“{}”", words.replace('“', "‘").replace('”', "’"))
}

fn printed_figure(language: Language, told: &Shown) -> Result<String, Error> {
    let phrase = field(told, "phrase")?;
    // What is only digits and signs reads well without quotes and lacks its unit; as soon as a word stands in it, it
    // is quoted as it is.
    let numeric = |c: char| c.is_ascii_digit() || "., -+<>=≥≤＜＞".contains(c);
    Ok(if phrase.is_empty() {
        language.pick("未填数", "no value").to_owned()
    } else if phrase.chars().all(numeric) && phrase.contains(|c: char| c.is_ascii_digit()) {
        number_with_unit(language, &phrase, &field(told, "unit")?)
    } else if phrase.chars().all(|c| numeric(c) || "%％‰:：".contains(c)) {
        // A percentage or a ratio prints its unit itself; dashes print nothing.
        phrase
    } else {
        in_quotes(&phrase)
    })
}

/// What is neither Chinese nor in quotes stands off from the Chinese words before it by a blank.
fn spaced(text: String) -> String {
    match text.chars().next() {
        // 目标 25% and 目标“75左右”: Chinese typesetting sets figures off and keeps quotes close.
        Some(first) if !first.is_alphabetic() && first != '“' || first.is_ascii() => {
            format!(" {text}")
        }
        _ => text,
    }
}

/// What a plan asks for: its class and its value, or the value read between two of its target years.
fn demand_in_words(language: Language, told: &Shown) -> Result<String, Error> {
    let class = field(told, "class")?;
    // Nothing said of the class reads as an ordinary target; 未注明属性目标 would be a reproach.
    let class = if class == "no-class" { "" } else { term(language, &class) };
    let blank = if class.is_empty() { "" } else { " " };
    if told.get_attr("between").is_ok_and(|between| between.is_true()) {
        let value = number_with_unit(language, &field(told, "number")?, &field(told, "unit")?);
        return Ok(match language {
            Language::Zh => format!("{class}目标的推算值 {value}"),
            Language::En => format!("interpolated {class}{blank}target of {value}"),
        });
    }
    let value = figure_as_written(language, told)?;
    Ok(match language {
        Language::Zh => format!("{class}目标{value}"),
        Language::En => format!("{class}{blank}target of {value}"),
    })
}

fn whose(language: Language, told: &Shown) -> Result<String, Error> {
    let holds = |name: &str| told.get_attr(name).is_ok_and(|flag| flag.is_true());
    let (region, plan) = (field(told, "region")?, field(told, "plan")?);
    let plan = Some(plan.as_str()).filter(|_| holds("names_plan"));
    Ok(asking(language, &region, plan, holds("outline")))
}

/// Who asks for a figure: the region, or its plan where the region alone does not say.
#[must_use]
pub fn asking(language: Language, region: &str, plan: Option<&str>, own_outline: bool) -> String {
    match plan {
        None => region.to_owned(),
        Some(plan) if own_outline => {
            text! { language; zh: "本地《{plan}》", en: "its own 《{plan}》" }
        }
        // 德清县《德清县…规划》 would name the county twice.
        Some(plan) if plan.contains(region) => format!("《{plan}》"),
        Some(plan) => format!("{region}《{plan}》"),
    }
}

/// A set of values in words: `不低于 78.4%`, `高于 90%`, `78.4% 至 81.6%`.
fn accepted(language: Language, told: &Shown) -> Result<String, Error> {
    let unit = field(told, "unit")?;
    let end = |name: &str, open: &str| -> Result<Option<(String, bool)>, Error> {
        let number = field(told, name)?;
        let shown = number_with_unit(language, &number, &unit);
        Ok((!number.is_empty()).then_some((shown, told.get_attr(open)?.is_true())))
    };
    Ok(match (end("low", "low_open")?, end("high", "high_open")?) {
        // Compared as shown: two ends that differ in a digit nobody sees would print 从 25% 至 25%.
        (Some((low, _)), Some((high, _))) if low == high => {
            text! { language; zh: "等于 {low}", en: "exactly {low}" }
        }
        (Some((low, _)), Some((high, _))) => {
            text! { language; zh: " {low} 至 {high}", en: "from {low} to {high}" }
        }
        (Some((low, true)), None) => {
            text! { language; zh: "高于 {low}", en: "more than {low}" }
        }
        (Some((low, false)), None) => {
            text! { language; zh: "不低于 {low}", en: "at least {low}" }
        }
        (None, Some((high, true))) => {
            text! { language; zh: "低于 {high}", en: "less than {high}" }
        }
        (None, Some((high, false))) => {
            text! { language; zh: "不高于 {high}", en: "at most {high}" }
        }
        (None, None) => language.pick("任何数", "any value").to_owned(),
    })
}

/// A value with the side of it that is wanted, as it follows a Chinese word: ` 25% 以上`, `27 微克/立方米以内`, `低于 27%` where the value itself is not enough.
fn bounded(language: Language, value: &str, side: &str, beats: bool) -> String {
    let lower = side == "lower";
    if beats {
        let (zh, en) = if lower { ("低于", "less than") } else { ("高于", "more than") };
        return text! { language; zh: "{zh} {value}", en: "{en} {value}" };
    }
    if lower && value.starts_with('-') && language == Language::Zh {
        // Within a number below zero nobody knows which side is meant.
        return format!("不高于 {value}");
    }
    let (zh, en) = if lower { ("以内", "at most") } else { ("以上", "at least") };
    // 25% 以上 but 27 微克/立方米以内: no blank between two Chinese words.
    let gap = if value.ends_with(|c: char| c.is_alphabetic() && !c.is_ascii()) { "" } else { " " };
    match language {
        Language::Zh => spaced(format!("{value}{gap}{zh}")),
        Language::En => format!("{en} {value}"),
    }
}

fn signed_number(number: &str) -> String {
    if number.starts_with('-') { number.replace('-', "−") } else { format!("+{number}") }
}

fn field(told: &Shown, name: &str) -> Result<String, Error> {
    let value = told.get_attr(name)?;
    Ok(if value.is_undefined() || value.is_none() { String::new() } else { value.to_string() })
}
