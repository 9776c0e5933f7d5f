//! How much of an advice is told where there is room for one thing to do.

/// The first of what is advised: the others are what is left when it cannot be done.
#[must_use]
pub fn first_clause(help: &str) -> &str {
    help.split(['；', ';', '\n']).next().unwrap_or_default().trim_end_matches(['。', '.'])
}

/// Advice without the asides in brackets at its end.
#[must_use]
pub fn without_aside(remedy: &str) -> &str {
    let mut kept = remedy;
    loop {
        let open = match kept.chars().last() {
            Some('）') => kept.rfind('（'),
            Some(')') => kept.rfind(" ("),
            _ => None,
        };
        match open.and_then(|at| kept.get(..at)).filter(|rest| !rest.is_empty()) {
            Some(rest) => kept = rest,
            None => return kept,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_advice_is_the_one_to_follow() {
        assert_eq!(first_clause("提高到 25% 以上；或注明浙江省同意的依据"), "提高到 25% 以上");
        assert_eq!(without_aside("提高到 25% 以上（不低于市的 24.5%）"), "提高到 25% 以上");
        assert_eq!(
            without_aside("提高到 25% 以上（各地都须达到）（即 250 户）"),
            "提高到 25% 以上"
        );
        assert_eq!(without_aside("raise it to 25% (all regions)"), "raise it to 25%");
        assert_eq!(without_aside("（全覆盖）"), "（全覆盖）");
        assert_eq!(without_aside("写明（全覆盖）的总数"), "写明（全覆盖）的总数");
        assert_eq!(first_clause("补上单位。"), "补上单位");
        assert_eq!(first_clause(""), "");
    }
}
