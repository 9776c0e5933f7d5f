//! Formulas as converters write plain numbers: `$70\%$`, `$\mathrm{PM}_{2.5}$`, `$4 8 . 5$`.

use crate::document::raised::{raised, raised_signs};

/// What a formula shows behind `before`; `None` where it is more than a number with its unit, or no formula at all.
pub(super) fn shown_formula(before: &str, tex: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '+' | '-' | '%');
    // Signs of money: `$5 and $6` is not a formula, `$70\%$` is one; a bare number between the signs is
    // taken for one as well.
    if !tex.contains(['\\', '^', '_', '{']) && !tex.chars().all(plain) {
        return None;
    }
    // A sign at a time, and none of it if one sign is not known: half a formula would be a wrong number,
    // the raw one is a strange word that nobody takes for a value.
    let mut rest = tex;
    let mut words = String::new();
    while let Some(sign) = rest.chars().next() {
        let behind = rest.get(sign.len_utf8()..).unwrap_or_default();
        rest = behind;
        match sign {
            '\\' => {
                let length = behind.bytes().take_while(u8::is_ascii_alphabetic).count();
                let length = if length == 0 { behind.chars().next()?.len_utf8() } else { length };
                let (name, after) = behind.split_at_checked(length)?;
                words.push_str(shown_command(name)?);
                rest = after;
            }
            // OCR writes `$4 8 . 5$`; in a formula blanks mean nothing.
            '{' | '}' | ' ' => {}
            '~' => words.push(' '),
            '^' | '_' => {
                let (group, after) = script_group(behind.trim_start())?;
                rest = after;
                words.push_str(&placed_script(sign, before, &words, &group));
            }
            _ => words.push(sign),
        }
    }
    Some(words)
}

/// What follows `^` or `_`: one sign, or what stands between braces.
fn script_group(behind: &str) -> Option<(String, &str)> {
    let (inside, after) = match behind.strip_prefix('{') {
        Some(inner) => inner.split_once('}')?,
        None => behind.split_at_checked(behind.chars().next()?.len_utf8())?,
    };
    // 25^{\circ}C is a degree and no power.
    let bare: String = inside.chars().filter(|c| !c.is_whitespace()).collect();
    if bare == "\\circ" {
        return Some(("°".to_owned(), after));
    }
    (!bare.contains(['\\', '{', '^', '_'])).then_some((bare, after))
}

/// Words above or below the line, behind the document's and the formula's own.
fn placed_script(sign: char, before: &str, own: &str, group: &str) -> String {
    let letter = own.ends_with(|c: char| c.is_ascii_alphabetic());
    match sign {
        // Above a letter stands a power (`km^2`), above a number a footnote or a power, which only the
        // words around can tell.
        '^' if letter && !group.is_empty() => raised_signs(group),
        '^' => raised(if own.is_empty() { before } else { own }, group).into_owned(),
        _ => group.to_owned(),
    }
}

/// What a command of the formula shows; `None` for one that plans' numbers do not need.
fn shown_command(name: &str) -> Option<&'static str> {
    Some(match name {
        "mathrm" | "text" | "mathbf" | "textbf" | "operatorname" | "rm" | "bf" | "left"
        | "right" | "displaystyle" | "mathit" | "textrm" | "mathsf" | "," | ";" | ":" | "!"
        | " " => "",
        "quad" | "qquad" => " ",
        "%" => "%",
        "$" => "$",
        "&" => "&",
        "_" => "_",
        "#" => "#",
        "sim" | "thicksim" => "～",
        "geq" | "ge" | "geqslant" | "geqq" => "≥",
        "leq" | "le" | "leqslant" | "leqq" => "≤",
        "times" => "×",
        "cdot" => "·",
        "pm" => "±",
        "approx" => "≈",
        "mu" => "μ",
        "circ" => "°",
        _ => return None,
    })
}
