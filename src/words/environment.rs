//! The template environment: built once, each rule's templates read when first needed, every name that is missing an error.

use std::sync::Arc;

use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value as Shown};

use crate::{
    config::Language,
    quantity::Decimal,
    rulebook::{RuleSheets, Wording},
};

use super::{
    number,
    number_with_unit::{difference_with_unit, number_with_unit},
    standing,
    term::term,
};

/// The environment that writes `language` from `sheets`. A template is named
/// `rule/case/message`, `rule/case/help`, `rule/case/fix` or `rule/case/note/key`.
pub(super) fn wording_environment(
    language: Language,
    sheets: Arc<RuleSheets>,
) -> Environment<'static> {
    let mut environment = Environment::new();
    // A name that a rule does not give would otherwise print nothing, and a sentence lose its number without anybody
    // noticing.
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let titles = Arc::clone(&sheets);
    environment.add_filter("titled", move |rule: &str| title_of_rule(&titles, language, rule));
    environment.add_filter("term", move |key: &str| term(language, key).to_owned());
    environment.add_filter("listed", move |list: Shown| list_in_words(language, &list));
    environment.add_filter("rounded", round_text);
    environment.add_filter("percent", share_as_percent);
    let value = move |n: Shown, unit: Shown| {
        number_with_unit(language, &text_of_argument(&n), &text_of_argument(&unit))
    };
    environment.add_filter("value", value);
    environment.add_function("value", value);
    let gap = move |n: Shown, unit: Shown| {
        difference_with_unit(language, &text_of_argument(&n), &text_of_argument(&unit))
    };
    environment.add_filter("difference", gap);
    environment.add_function("difference", gap);
    environment.add_filter("counted", |n: Shown, one: &str, many: &str| {
        number::number_with_noun(&text_of_argument(&n), one, many)
    });
    super::figure::add_figure_filters(&mut environment, language);
    super::arithmetic::add_arithmetic_filters(&mut environment, language);
    // Loaded when first asked for: a run that finds three kinds of things compiles the templates of three rules.
    environment.set_loader(move |name| Ok(template_source(&sheets, language, name)));
    environment
}

/// What a sheet says in `language`.
pub(super) fn wording<'a>(
    sheets: &'a RuleSheets,
    language: Language,
    rule: &str,
) -> Option<&'a Wording> {
    sheets.get(rule).map(|sheet| language.pick(&sheet.zh, &sheet.en))
}

fn template_source(sheets: &RuleSheets, language: Language, name: &str) -> Option<String> {
    let (rule, rest) = name.split_once('/')?;
    let (case, part) = rest.split_once('/')?;
    let wording = wording(sheets, language, rule)?;
    let sentence = match part {
        "message" => Some(&wording.message),
        "help" => Some(&wording.help),
        "meanwhile" => wording.meanwhile.as_ref(),
        "fix" => wording.fix.as_ref(),
        _ => {
            let key = part.strip_prefix("note/")?;
            // The sheet first, so that a rule may say a common note in its own words.
            match wording.notes.get(key) {
                Some(note) => Some(note),
                None => return standing::standing_note(language, key),
            }
        }
    };
    sentence?.of_case(case).map(str::to_owned)
}

/// A value as the words it stands for; nothing for a missing unit.
fn text_of_argument(value: &Shown) -> String {
    if value.is_undefined() || value.is_none() { String::new() } else { value.to_string() }
}

fn title_of_rule(sheets: &RuleSheets, language: Language, rule: &str) -> String {
    wording(sheets, language, rule).map_or(rule, |wording| &wording.title).to_owned()
}

/// The items with 、 or commas between them.
fn list_in_words(language: Language, list: &Shown) -> Result<String, Error> {
    let items: Vec<String> = list.try_iter()?.map(|item| item.to_string()).collect();
    Ok(items.join(language.pick("、", ", ")))
}

/// A number that came as text, rounded to `digits` decimals (2 when nothing is said).
fn round_text(number: &str, digits: Option<u32>) -> Result<String, Error> {
    Ok(number::plain_number(number::rounded_number(decimal_or_error(number)?, digits.unwrap_or(2))))
}

/// A share as percent, with at most one decimal: `0.375` is `37.5%`.
fn share_as_percent(share: &str) -> Result<String, Error> {
    let hundredfold = decimal_or_error(share)?.checked_mul(Decimal::ONE_HUNDRED);
    let hundredfold = hundredfold.ok_or_else(|| invalid(share))?;
    Ok(format!("{}%", number::plain_number(number::rounded_number(hundredfold, 1))))
}

fn decimal_or_error(number: &str) -> Result<Decimal, Error> {
    Decimal::from_str_exact(number).map_err(|_| invalid(number))
}

fn invalid(number: &str) -> Error {
    Error::new(ErrorKind::InvalidOperation, format!("{number} is no number"))
}
