//! Words that change what a number beside them says and that no rule reads: where one stands, the phrase is not understood.

/// What takes back or widens the number directly before it.
// ±5% beside 70 makes a band of it, 除外 its opposite. No shape of a quantity holds either, so the phrase is given
// back.
pub(super) const AMENDS: [&str; 9] =
    ["除外", "以外", "之外", "±", "?", "浮动", "上下浮动", "的一半", "(存疑)"];

/// English words that say something of a number wherever they stand in a phrase.
const OPERATIVE: [&str; 101] = [
    // In order, because it is searched by halves. Each makes another number of the one beside it or takes it back: 5
    // crore, half of 20, 25 less 5, 20 if funded.
    "ago",
    "am",
    "apart",
    "baseline",
    "basis",
    "billions",
    "circa",
    "crore",
    "crores",
    "currently",
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
    "few",
    "fifteen",
    "fifth",
    "fifths",
    "fifty",
    "fivefold",
    "formerly",
    "fortnight",
    "forty",
    "fourfold",
    "fourteen",
    "fourth",
    "fourths",
    "give",
    "half",
    "halves",
    "hundred",
    "hundreds",
    "if",
    "instead",
    "lakh",
    "lakhs",
    "less",
    "many",
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
    "now",
    "odd",
    "pct",
    "percentile",
    "plus",
    "pm",
    "previously",
    "provided",
    "quadruple",
    "quarter",
    "quarters",
    "quintuple",
    "rather",
    "score",
    "seventeen",
    "seventh",
    "seventy",
    "several",
    "short",
    "sixfold",
    "sixteen",
    "sixth",
    "sixty",
    "subject",
    "tenfold",
    "tenth",
    "tenths",
    "than",
    "then",
    "third",
    "thirds",
    "thirteen",
    "thirty",
    "thousand",
    "thousands",
    "threefold",
    "times",
    "treble",
    "triple",
    "twenty",
    "twice",
    "twofold",
    "unless",
    "was",
    "were",
];

/// What stands between two numbers and makes one of them, or leaves open which is meant.
const OPERATORS: [&str; 52] = [
    // The empty one is for two numbers with nothing between, 30%5个.
    "",
    "&",
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
    "through",
    "up to",
    "compared with",
    "compared to",
];

/// Chinese words that change the number directly behind them.
const BEFORE: [&str; 17] = [
    "原", "第", "每", "比", "较", "除", "除去", "扣除", "乘以", "除以", "正负", "负", "加", "暂定",
    "零上", "左右", "争",
];

/// Chinese words that change the number directly before them.
const BEHIND: [&str; 32] = [
    // 红线 and 为限 make a bound of the number, 半 and 加倍 another number, 待 and 吗 none. Some of it could be
    // read; until it is, the value without the word would be wrong.
    "许", "开外", "出头", "不到", "之上", "之下", "之后", "之前", "以后", "以前", "往上", "往下",
    "为限", "为界", "红线", "档次", "半", "倍半", "加倍", "减半", "翻番", "翻倍", "吗", "呢",
    "不等", "不含", "未定", "存疑", "待", "年代", "分之", "次方",
];

/// What makes a bare number before it an ordinal, a time or a price, never an amount: 5号, 5折, 9时30分.
const NAMING: [&str; 15] = [
    // Only behind a number without a unit: 5号 is a name, while 5个号 counts.
    "号", "折", "路", "楼", "点", "时", "线", "版", "级", "班", "栋楼", "楼层", "后", "字头", "成",
];

/// Whether `words` behind a number without a unit make it an ordinal, a time or a price.
pub(super) fn is_naming(words: &str) -> bool {
    NAMING.iter().any(|word| words.starts_with(word))
}

/// Whether an English word says something of a number.
pub(super) fn is_operative(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    OPERATIVE.binary_search(&word.as_str()).is_ok()
}

/// Whether `words` between two numbers reckon with them.
pub(super) fn is_operator(words: &str) -> bool {
    // Fourteen bytes are more than the longest of them; names between numbers are longer and need not be compared.
    words.len() <= 14 && OPERATORS.iter().any(|operator| operator.eq_ignore_ascii_case(words))
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
