//! The parser generated from `grammar/quantity.pest`.

/// Cuts a folded phrase into tokens.
#[derive(pest_derive::Parser)]
#[grammar = "../grammar/quantity.pest"]
pub(super) struct PhraseParser;

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashMap};

    use pest_meta::ast::Expr;
    use pest_meta::parser::{Rule, consume_rules, parse};

    /// The rules of the grammar by name.
    fn rules() -> HashMap<String, Expr> {
        let pairs =
            parse(Rule::grammar_rules, include_str!("../../grammar/quantity.pest")).unwrap();
        let rules = consume_rules(pairs).unwrap();
        rules.into_iter().map(|rule| (rule.name, rule.expr)).collect()
    }

    /// Adds the characters that `expr` can begin with to `found`; true when it can match nothing.
    fn first(expr: &Expr, rules: &HashMap<String, Expr>, found: &mut BTreeSet<char>) -> bool {
        match expr {
            Expr::Str(text) | Expr::Insens(text) => {
                found.extend(text.chars().next());
                text.is_empty()
            }
            Expr::Ident(name) if name == "idle" || name == "other" => false,
            Expr::Ident(name) => match rules.get(name) {
                Some(expr) => first(expr, rules, found),
                None => {
                    assert!(
                        !matches!(name.as_str(), "ANY" | "HAN"),
                        "a token begins with any character"
                    );
                    name == "SOI"
                }
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

    #[test]
    fn a_trigger_is_the_first_character_of_every_token() {
        let rules = rules();
        let [mut tokens, mut triggers] = [BTreeSet::new(), BTreeSet::new()];
        first(&rules["token"], &rules, &mut tokens);
        first(&rules["trigger"], &rules, &mut triggers);
        tokens.retain(|character| ('一'..='鿿').contains(character));
        let as_rule: Vec<String> =
            tokens.iter().map(|character| format!("{character:?}")).collect();
        assert_eq!(triggers, tokens, "trigger = _{{ {} }}", as_rule.join(" | "));
    }
}
