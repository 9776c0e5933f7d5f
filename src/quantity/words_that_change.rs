//! Words that change what a number beside them says and that no rule reads: where one stands, the phrase is not understood.

/// English words that say something of a number wherever they stand in a phrase.
const OPERATIVE: [&str; 81] = [
    "ago",
    "am",
    "apart",
    "baseline",
    "basis",
    "billions",
    "circa",
    "crore",
    "crores",
    "double",
    "doubles",
    "doubling",
    "dozen",
    "dozens",
    "eighth",
    "eighty",
    "either",
    "eleven",
    "except",
    "excepting",
    "excluding",
    "fifteen",
    "fifth",
    "fifths",
    "fifty",
    "fortnight",
    "forty",
    "fourteen",
    "fourth",
    "fourths",
    "half",
    "halves",
    "hundred",
    "hundreds",
    "if",
    "instead",
    "lakh",
    "lakhs",
    "less",
    "million",
    "millions",
    "minus",
    "mn",
    "negative",
    "neither",
    "nineteen",
    "ninety",
    "ninth",
    "nor",
    "pct",
    "percentile",
    "plus",
    "pm",
    "provided",
    "quadruple",
    "quarter",
    "quarters",
    "quintuple",
    "rather",
    "seventeen",
    "seventh",
    "seventy",
    "sixteen",
    "sixth",
    "sixty",
    "subject",
    "tenth",
    "tenths",
    "than",
    "third",
    "thirds",
    "thirteen",
    "thirty",
    "thousand",
    "thousands",
    "times",
    "treble",
    "triple",
    "twenty",
    "twice",
    "unless",
];

/// What stands between two numbers and makes one of them, or leaves open which is meant.
const OPERATORS: [&str; 47] = [
    "",
    "。",
    ".",
    "+",
    "-",
    "--",
    "×",
    "÷",
    "*",
    "/",
    "\\",
    "^",
    "x",
    "X",
    "=",
    "±",
    "+/-",
    "加",
    "减",
    "乘",
    "乘以",
    "除以",
    "或",
    "或者",
    "或是",
    "还是",
    "而不是",
    "而非",
    "of",
    "of the",
    "in",
    "in every",
    "out of",
    "or",
    "or even",
    "and a",
    "plus",
    "minus",
    "less",
    "times",
    "not",
    "instead of",
    "rather than",
    "versus",
    "vs",
    "vs.",
    "against",
];

/// Chinese words that change the number directly behind them.
const BEFORE: [&str; 13] =
    ["原", "第", "每", "比", "除", "除去", "扣除", "乘以", "除以", "正负", "负", "加", "暂定"];

/// Chinese words that change the number directly before them.
const BEHIND: [&str; 16] = [
    "半", "倍半", "加倍", "减半", "翻番", "翻倍", "吗", "呢", "不等", "不含", "未定", "存疑", "待",
    "年代", "分之", "次方",
];

/// Whether an English word says something of a number.
pub(super) fn is_operative(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    OPERATIVE.binary_search(&word.as_str()).is_ok()
}

/// Whether `words` between two numbers reckon with them.
pub(super) fn is_operator(words: &str) -> bool {
    words.len() <= 12 && OPERATORS.iter().any(|operator| operator.eq_ignore_ascii_case(words))
}

/// Whether `words` end, or with `before` unset begin, with one that turns the number beside it.
pub(super) fn is_turning(words: &str, before: bool) -> bool {
    if before {
        BEFORE.iter().any(|word| words.ends_with(word))
    } else {
        BEHIND.iter().any(|word| words.starts_with(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_ascend_so_that_they_are_found() {
        assert!(OPERATIVE.is_sorted());
        assert!(is_operative("Half") && is_operative("unless") && !is_operative("halls"));
    }
}
