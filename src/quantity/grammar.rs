//! The parser generated from `grammar/quantity.pest`.

/// Cuts a folded phrase into tokens.
#[derive(pest_derive::Parser)]
#[grammar = "../grammar/quantity.pest"]
pub(super) struct PhraseParser;

/// Whether the grammar takes all of `text` for a unit.
#[cfg(test)]
pub(super) fn is_unit(text: &str) -> bool {
    use pest::Parser;
    PhraseParser::parse(Rule::unit, text).is_ok_and(|found| found.as_str() == text)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashMap};

    use crate::quantity::unit::read_beside;

    use pest_meta::ast::Expr;
    use pest_meta::parser::{Rule, consume_rules, parse};

    type Rules = HashMap<String, Expr>;

    /// The rules of the grammar by name.
    fn rules() -> Rules {
        let pairs =
            parse(Rule::grammar_rules, include_str!("../../grammar/quantity.pest")).unwrap();
        let rules = consume_rules(pairs).unwrap();
        rules.into_iter().map(|rule| (rule.name, rule.expr)).collect()
    }

    /// Adds the characters that `expr` can begin with to `found`; true when it can match nothing.
    fn first(expr: &Expr, rules: &Rules, found: &mut BTreeSet<char>) -> bool {
        match expr {
            Expr::Str(text) | Expr::Insens(text) => {
                found.extend(text.chars().next().map(|character| character.to_ascii_lowercase()));
                text.is_empty()
            }
            Expr::Ident(name) if name == "idle" || name == "other" => false,
            Expr::Ident(name) => match rules.get(name) {
                Some(expr) => first(expr, rules, found),
                None => first_of_class(name, found),
            },
            Expr::Seq(one, next) => first(one, rules, found) && first(next, rules, found),
            Expr::Choice(one, other) => first(one, rules, found) | first(other, rules, found),
            Expr::PosPred(_) | Expr::NegPred(_) => true,
            Expr::Opt(inner) | Expr::Rep(inner) | Expr::RepMax(inner, _) => {
                first(inner, rules, found);
                true
            }
            Expr::RepMinMax(inner, least, _) | Expr::RepMin(inner, least) => {
                first(inner, rules, found) || *least == 0
            }
            Expr::RepOnce(inner) | Expr::RepExact(inner, _) => first(inner, rules, found),
            _ => false,
        }
    }

    /// Adds the characters of a class that pest brings; true when it takes none.
    fn first_of_class(name: &str, found: &mut BTreeSet<char>) -> bool {
        match name {
            "ASCII_DIGIT" => found.extend('0'..='9'),
            "ASCII_ALPHA" | "ASCII_ALPHA_UPPER" => found.extend('a'..='z'),
            "ANY" | "HAN" => panic!("a token begins with any character"),
            _ => return name == "SOI" || name == "EOI",
        }
        false
    }

    fn firsts(name: &str, rules: &Rules) -> BTreeSet<char> {
        let mut found = BTreeSet::new();
        first(&rules[name], rules, &mut found);
        found
    }

    /// The rule that begins with each of `characters`, as it stands in the grammar.
    fn as_rule(name: &str, characters: &BTreeSet<char>) -> String {
        let letters = ('a'..='z').all(|letter| characters.contains(&letter));
        let shown = characters.iter().filter_map(|character| match character {
            'a'..='z' if letters => None,
            'a'..='z' => Some(format!("^{:?}", character.to_string())),
            '0'..='9' => None,
            _ => Some(format!("{:?}", character.to_string())),
        });
        let shown: Vec<String> =
            letters.then(|| "ASCII_ALPHA".to_owned()).into_iter().chain(shown).collect();
        let lines: Vec<String> = shown.chunks(14).map(|line| line.join(" | ")).collect();
        format!("{name} = _{{\n    {}\n}}", lines.join("\n  | "))
    }

    /// The same for a rule of many characters, in buckets: a character is held against one bucket and not against all.
    fn in_buckets(name: &str, characters: &BTreeSet<char>) -> String {
        let characters: Vec<char> = characters.iter().copied().collect();
        let bucket = |bucket: &[char]| {
            let (first, last) = (bucket[0], bucket[bucket.len() - 1]);
            let each: Vec<String> = bucket.iter().map(|c| format!("{:?}", c.to_string())).collect();
            format!("&({first:?}..{last:?}) ~ ({})", each.join(" | "))
        };
        let buckets: Vec<String> = characters.chunks(16).map(bucket).collect();
        format!("{name} = _{{\n    {}\n}}", buckets.join("\n  | "))
    }

    #[test]
    fn themes_and_the_trigger_hold_the_first_character_of_every_token() {
        let rules = rules();
        let mut mends = Vec::new();
        for guard in rules.keys().filter(|name| name.starts_with("begins_")) {
            let mut wanted = firsts(&guard["begins_".len()..], &rules);
            // What begins with a digit is a number before any theme is asked.
            wanted.retain(|character| !character.is_ascii_digit());
            let differs = firsts(guard, &rules) != wanted;
            mends.extend(differs.then(|| as_rule(guard, &wanted)));
        }
        let mut wanted = firsts("token", &rules);
        wanted.retain(|character| crate::text::is_han(*character));
        let differs = firsts("trigger", &rules) != wanted;
        mends.extend(differs.then(|| in_buckets("trigger", &wanted)));
        mends.sort();
        assert!(mends.is_empty(), "write\n{}", mends.join("\n"));
    }

    /// Every text that `expr` can match, what stands ahead of it aside.
    fn spellings(expr: &Expr, rules: &Rules) -> Vec<String> {
        let both = |one: &Expr, other: &Expr| (spellings(one, rules), spellings(other, rules));
        match expr {
            Expr::Str(text) | Expr::Insens(text) => vec![text.clone()],
            Expr::Ident(name) if name == "word_end" => vec![String::new()],
            Expr::Ident(name) => rules.get(name).map_or(Vec::new(), |expr| spellings(expr, rules)),
            Expr::Opt(inner) => [spellings(inner, rules), vec![String::new()]].concat(),
            Expr::Choice(one, other) => {
                let (one, other) = both(one, other);
                [one, other].concat()
            }
            Expr::Seq(one, other) => {
                let (heads, tails) = both(one, other);
                let with = |head: &String| {
                    tails.iter().map(|tail| format!("{head}{tail}")).collect::<Vec<_>>()
                };
                heads.iter().flat_map(with).collect()
            }
            _ => vec![String::new()],
        }
    }

    #[test]
    fn every_unit_of_the_grammar_is_read() {
        let mut rules = rules();
        // 大 and 番 end a number and count nothing.
        rules.remove("unit_less");
        let unread: Vec<String> = spellings(&rules["unit_word"], &rules)
            .into_iter()
            .filter(|word| read_beside(word).is_none())
            .collect();
        assert!(unread.is_empty(), "{unread:?}");
    }
}
