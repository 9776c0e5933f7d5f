//! Roll-ups as the sums and means that readers can check by hand.

use minijinja::{Error, Value as Shown};

use crate::{config::Language, finding::SentenceFacts, quantity::Decimal, rulebook::RollupFacts};

use super::{number, number_with_unit::difference_with_unit, shown::shown_arguments, text::text};

/// What a roll-up says, in one sentence: the sum or mean of those below, or what is left for those that are silent.
#[must_use]
pub fn rollup_in_words(language: Language, told: &RollupFacts) -> String {
    rollup_sentence(
        language,
        &Shown::from(shown_arguments(SentenceFacts::from(told.clone()).told())),
    )
    .unwrap_or_default()
}

fn rollup_sentence(language: Language, told: &Shown) -> Result<String, Error> {
    let count = attribute_text(told, "count")?;
    let issued = told.get_attr("issued")?.is_true();
    let who = match (issued, language) {
        (true, Language::Zh) => format!("分解到 {count} 个地区"),
        (true, Language::En) => {
            format!("issued to {}", number::number_with_noun(&count, "region", "regions"))
        }
        (false, Language::Zh) => format!("{count} 个下级地区已定目标"),
        (false, Language::En) => {
            format!("stated by {} below", number::number_with_noun(&count, "region", "regions"))
        }
    };
    let by = match filled_attribute(told, "by")? {
        Some(by) => {
            // A mean over weights leaves many digits; two are enough to see by how much it misses.
            let by = number::plain_number(number::rounded_number(
                by.to_string().parse().unwrap_or_default(),
                2,
            ));
            let by = difference_with_unit(language, &by, &attribute_text(told, "unit")?);
            let over = told.get_attr("over")?.is_true();
            let which = if over {
                language.pick("高出", "over")
            } else {
                language.pick("还差", "short")
            };
            text! { language; zh: "，{which} {by}", en: ", {which} by {by}" }
        }
        None => String::new(),
    };
    // What the silent regions would have to reach is said only while nothing is missed yet: with a sum that is
    // already short, the gap is the news.
    Ok(match filled_attribute(told, "needed")?.filter(|_| by.is_empty()) {
        Some(_) => {
            let left = remainder(language, told)?;
            let mean = filled_attribute(told, "weight")?.is_some();
            let zh = if mean { "其余地区平均须为" } else { "其余地区合计须为" };
            let en = if mean { "the others must average" } else { "the others must come to" };
            text! { language; zh: "{who}；{zh} {left}", en: "{who}; {en} {left}" }
        }
        None => {
            let sum = arithmetic(language, told)?;
            text! { language; zh: "{who}：{sum}{by}", en: "{who}: {sum}{by}" }
        }
    })
}

/// Adds `arithmetic`, what the regions below come to, and `remainder`, what is left for those that are silent.
pub(super) fn add_arithmetic_filters(
    environment: &mut minijinja::Environment<'static>,
    language: Language,
) {
    environment.add_filter("arithmetic", move |told: Shown| arithmetic(language, &told));
    environment.add_filter("remainder", move |told: Shown| remainder(language, &told));
}

/// `32＋40＋预留 10＝82`, or `(24×50＋26×30)÷80＝24.75`; who is silent counts with the end of the range.
fn arithmetic(language: Language, told: &Shown) -> Result<String, Error> {
    let mut terms = terms(language, told)?;
    let Some(weight) = filled_attribute(told, "weight")? else {
        let (end, silent) = (
            filled_attribute(told, "end")?.map(|end| end.to_string()),
            attribute_text(told, "silent_count")?,
        );
        // Silent regions at zero add nothing to a sum, and a term ＋0×5 would only puzzle.
        let at_end = end.filter(|end| end != "0" && silent != "0");
        let result = if at_end.is_some() { "reached" } else { "stated" };
        terms.extend(at_end.map(|end| if silent == "1" { end } else { times(&end, &silent) }));
        return Ok(equation(
            language,
            &terms.join(plus(language)),
            &attribute_text(told, result)?,
            false,
        ));
    };
    let silent = attribute_text(&weight, "silent")?;
    if silent != "0" {
        terms.push(times(&attribute_text(told, "end")?, &silent));
    }
    let sum = format!(
        "({}){}{}",
        terms.join(plus(language)),
        over(language),
        attribute_text(&weight, "total")?
    );
    let result = attribute_text(told, "reached")?;
    Ok(equation(language, &sum, &result, true))
}

/// `230−82＝148`, or `(72×80−70×30)÷50≈73.2`.
fn remainder(language: Language, told: &Shown) -> Result<String, Error> {
    let minus = language.pick("−", " − ");
    let terms = terms(language, told)?.join(minus);
    let (asked, needed) = (attribute_text(told, "asked")?, attribute_text(told, "needed")?);
    let Some(weight) = filled_attribute(told, "weight")? else {
        return Ok(equation(language, &format!("{asked}{minus}{terms}"), &needed, false));
    };
    let (total, silent) = (attribute_text(&weight, "total")?, attribute_text(&weight, "silent")?);
    let left = format!("({}{minus}{terms}){}{silent}", times(&asked, &total), over(language));
    Ok(equation(language, &left, &needed, true))
}

/// Each term with its weight, the others as one, the reserve.
fn terms(language: Language, told: &Shown) -> Result<Vec<String>, Error> {
    let mut written = Vec::new();
    for term in told.get_attr("terms")?.try_iter()? {
        let number = attribute_text(&term, "number")?;
        let weight = filled_attribute(&term, "weight")?;
        written.push(weight.map_or(number.clone(), |weight| times(&number, &weight.to_string())));
    }
    if let Some(others) = filled_attribute(told, "others")? {
        let (count, sum) = (attribute_text(&others, "count")?, attribute_text(&others, "sum")?);
        written.push(text! { language; zh: "其余 {count} 项 {sum}", en: "{count} others {sum}" });
    }
    if let Some(reserve) = filled_attribute(told, "reserve")? {
        written.push(text! { language; zh: "预留 {reserve}", en: "reserve {reserve}" });
    }
    Ok(written)
}

/// Both sides; a quotient that does not come out even is rounded and said to be.
fn equation(language: Language, left: &str, result: &str, quotient: bool) -> String {
    let exact = result.parse::<Decimal>().unwrap_or_default();
    // Only a division may be rounded. A sum that is printed must come out when it is added up by hand, to its last
    // digit.
    let shown = if quotient { number::rounded_number(exact, 2) } else { exact };
    let sign = match (shown == exact, language) {
        (true, Language::Zh) => "＝",
        (true, Language::En) => " = ",
        (false, Language::Zh) => "≈",
        (false, Language::En) => " ≈ ",
    };
    format!("{left}{sign}{}", number::plain_number(shown))
}

fn times(number: &str, weight: &str) -> String {
    format!("{number}×{weight}")
}

fn plus(language: Language) -> &'static str {
    language.pick("＋", " + ")
}

fn over(language: Language) -> &'static str {
    language.pick("÷", " ÷ ")
}

fn attribute_text(told: &Shown, name: &str) -> Result<String, Error> {
    Ok(filled_attribute(told, name)?.map(|value| value.to_string()).unwrap_or_default())
}

fn filled_attribute(told: &Shown, name: &str) -> Result<Option<Shown>, Error> {
    let value = told.get_attr(name)?;
    Ok((!value.is_undefined() && !value.is_none()).then_some(value))
}
