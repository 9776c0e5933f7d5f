//! How much of an advice is told where there is room for one thing to do.

/// The first of what is advised: the others are what is left when it cannot be done.
#[must_use]
pub fn first_clause(help: &str) -> &str {
    help.split(['；', ';', '\n']).next().unwrap_or_default().trim_end_matches(['。', '.'])
}

/// Advice without the aside in brackets at its end.
#[must_use]
pub fn without_aside(remedy: &str) -> &str {
    match remedy.rfind('（') {
        Some(at) if remedy.ends_with('）') => remedy.get(..at).unwrap_or(remedy),
        _ => remedy,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_advice_is_the_one_to_follow() {
        assert_eq!(first_clause("提高到 25% 以上；或注明浙江省同意的依据"), "提高到 25% 以上");
        assert_eq!(without_aside("提高到 25% 以上（不低于市的 24.5%）"), "提高到 25% 以上");
        assert_eq!(without_aside("写明（全覆盖）的总数"), "写明（全覆盖）的总数");
        assert_eq!(first_clause("补上单位。"), "补上单位");
        assert_eq!(first_clause(""), "");
    }
}
