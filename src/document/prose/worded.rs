//! Values that a clause states in words alone: 所有…均达到, 一市一脑, 完成…目标.

use super::{figures::FigureKind, lexicon::holds};

/// Words that clauses with such a value hold.
pub const WORDS: [&str; 6] = ["全部", "所有", "不返", "完成", "保持", "巩固"];

/// The value that a clause states in words without a number.
pub fn worded(words: &str) -> Option<FigureKind> {
    let all = words.contains("全部") || words.contains("所有") && words.contains("均达到");
    let every = words.contains("所有") && words.contains("达到");
    if all || every || one_each(words) {
        Some(FigureKind::Every)
    } else if words.contains("不返") {
        Some(FigureKind::Zero)
    } else if words.contains("完成") && (words.ends_with("目标") || words.ends_with("指标")) {
        Some(FigureKind::Assigned)
    } else if holds(words, &["保持", "巩固"]) && words.ends_with('率') {
        Some(FigureKind::Hold)
    } else {
        None
    }
}

/// 一市一脑.
pub fn one_each(words: &str) -> bool {
    let mut firsts = words.match_indices('一').filter_map(|(at, _)| words.get(at..));
    firsts.any(|rest| {
        let mut behind = rest.chars().skip(2);
        behind.next() == Some('一') && behind.next().is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_alone_state_a_value() {
        for (words, expected) in [
            ("所有敬老院均达到二级标准", Some(FigureKind::Every)),
            ("实现全省设区市一市一脑", Some(FigureKind::Every)),
            ("确保相对薄弱村不返薄", Some(FigureKind::Zero)),
            ("确保完成总量和强度双控目标", Some(FigureKind::Assigned)),
            ("保持基本养老保险高位参保率", Some(FigureKind::Hold)),
            ("推进公共服务一体化", None),
        ] {
            assert_eq!(worded(words), expected, "{words}");
        }
    }
}
