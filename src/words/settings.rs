//! Problems of a configuration, as sentences.

use crate::config::{Bounds, ConfigProblemKind, Expected, Language};

/// What is wrong with a configuration, and what was meant.
#[must_use]
pub fn config_problem(language: Language, kind: &ConfigProblemKind) -> String {
    match language {
        Language::Zh => config_problem_in_chinese(kind),
        Language::En => config_problem_in_english(kind),
    }
}

fn config_problem_in_chinese(kind: &ConfigProblemKind) -> String {
    let maybe = |nearest: &Option<String>| {
        nearest.as_ref().map_or(String::new(), |nearest| format!("；是否为“{nearest}”？"))
    };
    match kind {
        ConfigProblemKind::Syntax(_) => "此处不符合 TOML 语法".to_owned(),
        ConfigProblemKind::Unquoted(key) => format!("此处要加引号：\"{key}\""),
        ConfigProblemKind::UnknownKey { key, nearest } => {
            format!("没有名为“{key}”的设置{}", maybe(nearest))
        }
        ConfigProblemKind::MissingKey(key) => format!("这一组缺少 {key}"),
        ConfigProblemKind::UnknownRule { name, nearest } => {
            format!("没有名为“{name}”的规则{}", maybe(nearest))
        }
        ConfigProblemKind::UnknownWord { word, known, nearest } => {
            format!("不认识“{word}”，可用：{}{}", known.join("、"), maybe(nearest))
        }
        ConfigProblemKind::Expected(expected) => format!("此处应为{}", expected_zh(*expected)),
        ConfigProblemKind::Twice(name) => format!("“{name}”写了两次"),
        ConfigProblemKind::ValueUnasked => {
            "部分采纳才有议定值；请删去 value，或把 verdict 改为“部分采纳”".to_owned()
        }
        ConfigProblemKind::Lacking(keys) => format!("此处缺少 {}", keys.join(" 或 ")),
    }
}

fn config_problem_in_english(kind: &ConfigProblemKind) -> String {
    let maybe = |nearest: &Option<String>| {
        nearest.as_ref().map_or(String::new(), |nearest| format!("; did you mean “{nearest}”?"))
    };
    match kind {
        ConfigProblemKind::Syntax(reason) => format!("no TOML: {reason}"),
        ConfigProblemKind::Unquoted(key) => format!("put this in quotes: \"{key}\""),
        ConfigProblemKind::UnknownKey { key, nearest } => {
            format!("there is no setting “{key}”{}", maybe(nearest))
        }
        ConfigProblemKind::MissingKey(key) => format!("{key} is missing here"),
        ConfigProblemKind::UnknownRule { name, nearest } => {
            format!("there is no rule “{name}”{}", maybe(nearest))
        }
        ConfigProblemKind::UnknownWord { word, known, nearest } => {
            // The list holds the words of both languages; whoever reads English has no use for the others.
            let ascii: Vec<&str> =
                known.iter().map(String::as_str).filter(|word| word.is_ascii()).collect();
            format!("“{word}” is not known here, use {}{}", ascii.join(", "), maybe(nearest))
        }
        ConfigProblemKind::Expected(expected) => format!("expected {}", expected_en(*expected)),
        ConfigProblemKind::Twice(name) => format!("“{name}” stands twice"),
        ConfigProblemKind::ValueUnasked => {
            "only what is accepted in part has an agreed value; delete it, or make the verdict “partly”"
                .to_owned()
        }
        ConfigProblemKind::Lacking(keys) => format!("{} is missing here", keys.join(" or ")),
    }
}

fn expected_zh(expected: Expected) -> &'static str {
    match expected {
        Expected::Table => "一组设置（[表名] 下的键值）",
        Expected::Tables => "一组或多组设置（每组以 [[表名]] 开头）",
        Expected::Text => "引号内的文字",
        Expected::Decisions => "处理意见，每条以 [[decision]] 开头",
        Expected::Year => "年份，例如 2025",
        Expected::Value => "一个议定值，照规划的写法，例如 \"24.8\" 或 \"≥24.8%\"",
        Expected::Names => "名称列表，至少一项",
        Expected::Pattern => "配置文件所在目录以下的路径，例如 \"county/**\"",
        Expected::Size => "文件大小，例如 \"64MiB\"",
        Expected::Number(Bounds::Share) => "不小于 0、小于 1 的小数，例如 \"0.02\"",
        Expected::Number(Bounds::Converging) => "大于 0、不大于 1 的小数，例如 \"0.95\"",
        Expected::Number(Bounds::Diverging) => "不小于 1 的小数，例如 \"1.05\"",
    }
}

fn expected_en(expected: Expected) -> &'static str {
    match expected {
        Expected::Table => "a table of settings",
        Expected::Tables => "one or more tables of settings, each below [[its name]]",
        Expected::Text => "text in quotes",
        Expected::Decisions => "decisions, each beginning with [[decision]]",
        Expected::Year => "a year such as 2025",
        Expected::Value => {
            "one agreed value as the plan would write it, such as \"24.8\" or \"≥24.8%\""
        }
        Expected::Names => "a list of at least one name",
        Expected::Pattern => "a path below the folder of the configuration, such as \"county/**\"",
        Expected::Size => "a file size such as \"64MiB\"",
        Expected::Number(Bounds::Share) => "a decimal number from 0 to below 1, such as \"0.02\"",
        Expected::Number(Bounds::Converging) => {
            "a decimal number above 0 and at most 1, such as \"0.95\""
        }
        Expected::Number(Bounds::Diverging) => "a decimal number of at least 1, such as \"1.05\"",
    }
}
