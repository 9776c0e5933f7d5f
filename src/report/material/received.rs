//! 应收, 已收, 未能读: which plans are here, which are missing, what was not read.

use serde::Serialize;

use crate::{
    engine::World,
    views::{Cited, Partial, PlanReceipt, Receipt, RegionWithoutPlan, UnreadFile, receipt},
    words::{Language, term, term_of, text},
};

use super::heading::{label_period, tier};

/// Which plans a run had before it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Received {
    /// The plans that were read, the highest region first.
    pub plans: Vec<ReceivedPlan>,
    /// What should be here and is not, a sentence each: a region between two others, a plan that another names as its base, how
    /// many of the regions below one.
    pub missing: Vec<String>,
    /// What could not be read or put into its place, a sentence each.
    pub unread: Vec<String>,
}

/// One plan.
#[derive(Clone, Debug, Serialize)]
pub struct ReceivedPlan {
    /// The region.
    pub region: String,
    /// The tier; empty when not known.
    pub tier: String,
    /// The title.
    pub plan: String,
    /// `2021—2025`; empty when not said.
    pub period: String,
    /// 草案, 印发 …; empty when not said.
    pub status: String,
    /// How many rows its indicator tables have.
    pub indicators: usize,
    /// The file.
    pub file: String,
    /// Whether it only serves as a parent.
    pub is_reference: bool,
}

/// What a run had before it.
pub(super) fn received(world: &World, language: Language) -> Received {
    let receipt = receipt(world);
    Received {
        plans: receipt.plans.iter().map(|taken| received_plan(taken, language)).collect(),
        missing: missing_lines(&receipt, language),
        unread: unread_lines(&receipt, language),
    }
}

fn received_plan(taken: &PlanReceipt, language: Language) -> ReceivedPlan {
    ReceivedPlan {
        region: taken.plan.region.to_string(),
        tier: tier(&taken.plan, language),
        plan: taken.plan.plan.to_string(),
        period: label_period(&taken.plan, language),
        status: taken.status.map(|status| term_of(language, status).to_owned()).unwrap_or_default(),
        indicators: taken.indicators,
        file: taken.file.to_string(),
        is_reference: taken.is_reference,
    }
}

fn missing_lines(receipt: &Receipt, language: Language) -> Vec<String> {
    let gaps = receipt.gaps.iter().map(|gap| region_without_plan_line(gap, language));
    let cited = receipt.cited.iter().map(|cited| missing_basis_line(cited, language));
    let partial = receipt.partial.iter().map(|partial| partly_received_line(partial, language));
    gaps.chain(cited).chain(partial).collect()
}

fn region_without_plan_line(
    RegionWithoutPlan { region, below, count }: &RegionWithoutPlan,
    language: Language,
) -> String {
    let more = if *count > 1 { format!("等 {count} 个地区") } else { String::new() };
    let regions = if *count > 1 {
        format!("{count} regions below it have")
    } else {
        format!("{below} below it has")
    };
    text! { language;
        zh: "{region}的规划未收到，其下级{below}{more}的已收到",
        en: "{region}: no plan received, though {regions} one"
    }
}

fn missing_basis_line(Cited { title, by, count }: &Cited, language: Language) -> String {
    let (by_zh, by_en) = match count {
        1 => (format!("《{by}》"), format!("《{by}》")),
        _ => (format!("《{by}》等 {count} 个规划"), format!("{count} plans, first 《{by}》")),
    };
    text! { language;
        zh: "《{title}》未收到，它是{by_zh}的编制依据",
        en: "《{title}》: not received, named as a basis by {by_en}"
    }
}

/// 湖州市下辖 5 个县区，已收 1 个.
fn partly_received_line(partial: &Partial, language: Language) -> String {
    let Partial { region, tier: below, listed, received } = partial;
    // 个县区 and 个市 are how people count them; a workspace may have tiers of other names, for which no such word
    // is known.
    let kind = match below.as_deref() {
        // What these two count is not all called so: autonomous regions, districts.
        Some("省") => "省份",
        Some("县") => "县区",
        // A workspace sets its own tiers.
        Some(tier) => term(language, tier),
        None => "下级地区",
    };
    text! { language;
        zh: "{region}下辖 {listed} 个{kind}，已收 {received} 个",
        en: "{region}: plans of {received} of {listed} regions below received"
    }
}

fn unread_lines(receipt: &Receipt, language: Language) -> Vec<String> {
    let files = receipt.unread.iter().map(|UnreadFile { file, why }| {
        text! { language; zh: "{file}：{}", en: "{file}: {}"; term_of(language, why) }
    });
    let parts = receipt
        .parts
        .iter()
        .map(|(file, what, count)| unread_part_line(language, file, what, *count));
    let strays = receipt.strays.iter().map(|title| {
        text! { language;
            zh: "《{title}》地区不明，没有与上级比对",
            en: "《{title}》: region not known, so compared with nothing above"
        }
    });
    let doubles = receipt.doubles.iter().map(|(title, files)| {
        let files = files.join(language.pick("、", ", "));
        text! { language;
            zh: "《{title}》有几个文件，不能确定以哪个为准，都没有作为上级：{files}",
            en: "《{title}》: several files claim to be it, so none serves as a parent: {files}"
        }
    });
    files.chain(parts).chain(strays).chain(doubles).collect()
}

/// What of a file was left unread: 草案.docx：2 张表没有认出，没有检查.
fn unread_part_line(language: Language, file: &str, what: &str, count: usize) -> String {
    let (zh, en) = match what {
        "table" => ("张表没有认出", "tables not understood"),
        "row" => ("行的数值对不上栏目", "rows whose values fit no column"),
        "column" => ("栏的表头没有认出", "columns whose head is not understood"),
        "nested-table" => ("张套在单元格里的表", "tables within a cell"),
        "object" => ("处文本框或嵌入对象", "text boxes or embedded objects"),
        "picture" => ("张图片", "pictures"),
        "hidden" => ("处隐藏的内容", "hidden parts"),
        "hidden-row" => ("张工作表里隐藏的行", "sheets with hidden rows"),
        "hidden-column" => ("张工作表里隐藏的列", "sheets with hidden columns"),
        "sheet" => ("张损坏的工作表", "damaged sheets"),
        "formula" => ("张工作表里没有保存结果的公式", "sheets with formulas that have no results"),
        "number-format" => {
            ("张工作表里显示格式没有认出的数字", "sheets with numbers in unknown formats")
        }
        "english" => ("处带数的英文正文", "passages of English prose with numbers"),
        "limit" => {
            ("处因文档过长或嵌套过深而中止", "places where the document became too long or deep")
        }
        "no-plan" => ("处没有认出规划", "parts without a plan"),
        _ => ("处其他内容", "other parts"),
    };
    text! { language;
        zh: "{file}：{count} {zh}，没有检查",
        en: "{file}: not checked: {en} ({count})"
    }
}
