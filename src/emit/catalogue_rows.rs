//! Indicators as rows of a catalogue table in the plan language, ready to be pasted into a plan file.

use std::fmt::Write as _;

use crate::{
    config::Language,
    views::{Direction, Evidence, IndicatorSuggestion, ListedIndicator, RelationWord},
    words::{plain_number, term_of, text},
};

/// The columns, in the Chinese words of the language; the formatter rewrites them on demand.
const HEAD: &str = "| 指标 | 单位 | 方向 | 汇总 | 适用层级 | 取值范围 | 路径 | 覆盖口径 | 别名 | 英文名 | 易混 | 说明 |";

/// The table of all that is known, without alignment.
#[must_use]
pub fn catalogue_rows(list: &[ListedIndicator]) -> String {
    let mut text = format!("指标目录\n{HEAD}\n");
    for one in list {
        let range = match [one.low, one.high] {
            [Some(low), Some(high)] => format!("{}至{}", plain_number(low), plain_number(high)),
            [Some(low), None] => format!("≥{}", plain_number(low)),
            [None, Some(high)] => format!("≤{}", plain_number(high)),
            [None, None] => String::new(),
        };
        let weight = one.weight.as_ref().map_or(String::new(), |weight| format!("({weight})"));
        let cells = [
            one.name.to_string(),
            one.unit.as_deref().unwrap_or_default().to_owned(),
            one.direction.map_or("", direction_word).to_owned(),
            format!("{}{weight}", term_of(Language::Zh, one.relation)),
            one.tiers.join("、"),
            range,
            // The order is that of the heads above: nothing else holds the two together. The terms stay Chinese in
            // either language, since what is pasted into a plan file is the language of plans.
            if one.compound { "复利" } else { "" }.to_owned(),
            one.coverage.as_deref().unwrap_or_default().to_owned(),
            one.aliases.join("、"),
            one.english.join("; "),
            one.confusable.join("、"),
            one.note.as_deref().unwrap_or_default().to_owned(),
        ];
        push_catalogue_row(&mut text, &cells);
    }
    text
}

/// The proposed rows, each with a remark on the indicator it may be another name of; blanks are named in the note.
#[must_use]
pub fn suggested_rows(list: &[IndicatorSuggestion], language: Language) -> String {
    if list.is_empty() {
        return language
            .pick(
                "# 各规划用到的指标都已有定义\n",
                "# every indicator that the plans use is defined\n",
            )
            .to_owned();
    }
    let opening = language.pick(
        "# 各规划用到而没有定义的指标：核对方向和汇总，填上空白，再收入工作区的指标目录",
        "# indicators that plans use and nobody defines: check direction and relation, fill the blanks, then keep the rows",
    );
    let mut text = format!("{opening}\n指标目录\n| 指标 | 单位 | 方向 | 汇总 | 别名 | 说明 |\n");
    for one in list {
        if let Some(close) = &one.close {
            let remark = text! { language;
                zh: "# 下一行与“{close}”若是同一指标，不加这一行，写进后者的别名",
                en: "# if the next row means “{close}”, drop it and add its name to the aliases there"
            };
            let _ = writeln!(text, "{remark}");
        }
        let cells = [
            one.name.to_string(),
            one.unit.as_deref().unwrap_or_default().to_owned(),
            one.direction.map_or("", |(known, _)| direction_word(known)).to_owned(),
            term_of(Language::Zh, one.relation).to_owned(),
            String::new(),
            catalogue_row_note(one, language),
        ];
        push_catalogue_row(&mut text, &cells);
    }
    text
}

/// What the row rests on, and what is left to fill in.
fn catalogue_row_note(one: &IndicatorSuggestion, language: Language) -> String {
    let direction = match one.direction {
        Some((_, Evidence::Wording)) => ["方向由用语推断", "direction from the wording"],
        Some((_, Evidence::Base)) => ["方向由基期到目标推断", "direction from base to target"],
        None => ["方向待填", "direction to be filled in"],
    };
    // Both are what the checks assume already; said in the row, because whoever takes it in makes an assumption a
    // rule.
    let relation = match one.relation {
        RelationWord::Mean => [
            "比率暂按平均，须逐地达到的改逐级达标",
            "a rate, taken as a mean; change it where each region must reach it",
        ],
        _ => [
            "数量暂按不汇总，可相加的改加总",
            "an amount, taken as own; change it where regions add up",
        ],
    };
    let unit = one.unit.is_none().then_some(["单位待填", "unit to be filled in"]);
    let [zh, en] = [0, 1].map(|at| {
        let parts = [Some(direction), unit, Some(relation)].into_iter().flatten();
        parts.filter_map(|part| part.get(at).copied()).collect::<Vec<_>>()
    });
    language.pick(zh.join("；"), en.join("; "))
}

/// The word of the language for a direction; 无 is shorter than the term.
fn direction_word(known: Direction) -> &'static str {
    if known == Direction::Neither { "无" } else { term_of(Language::Zh, known) }
}

fn push_catalogue_row<const N: usize>(text: &mut String, cells: &[String; N]) {
    for cell in cells {
        // Cells that come from plans are as printed there; a bar stands behind its backslash already.
        let _ = write!(text, "| {cell} ");
    }
    text.push_str("|\n");
}
