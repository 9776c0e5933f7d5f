//! A configuration to begin with: every setting is there with its default, commented out.

use std::fmt::Write as _;

use toml::Value;

use crate::rulebook::RuleSheets;

use super::{
    Language, SettingShape, Settings,
    keys::{KEYS, SettingKey},
};

/// The rule that the examples speak of.
const RULE: &str = "missing-owner";

/// The text. The heads of tables are no comments, so that a line works as soon as its `#` is gone.
#[must_use]
pub fn template(sheets: &RuleSheets, language: Language) -> String {
    let mut out = language
        .pick(
            "# planlint 配置。去掉行首的 # 即启用该行，行中写的是默认值；planlint config show 列出实际采用的设置。\n",
            "# Configuration of planlint. A line counts once its # is gone; it shows the default. `planlint config show` lists what is in force.\n",
        )
        .to_owned();
    let mut open = None;
    for key in &KEYS {
        let (table, name) = key.split();
        let lines = template_lines(key, name, sheets, language);
        out.push('\n');
        if let Some(head) = table.filter(|_| table != open) {
            // A String takes everything.
            let _ = writeln!(out, "[{head}]");
        }
        open = table;
        let _ = write!(out, "# {}\n{lines}", language.pick(key.zh, key.en));
    }
    out
}

/// The lines of one setting.
fn template_lines(key: &SettingKey, name: &str, sheets: &RuleSheets, language: Language) -> String {
    // The title in a Chinese file: it is what people know the rule by.
    let titled = sheets.get(RULE).map(|sheet| format!("\"{}\"", sheet.zh.title));
    let rule = language.pick(titled.as_deref().unwrap_or(RULE), RULE);
    let [off, info] = language.pick(["不检查", "供参考"], ["off", "info"]);
    let [path, region] = language.pick(["县/**", "德清县"], ["county/**", "Deqing County"]);
    match key.shape {
        SettingShape::Levels(_) => format!("[{name}]\n#{rule} = \"{off}\"\n"),
        SettingShape::Overrides => format!(
            "#[[{name}]]\n#paths = [\"{path}\"]\n#regions = [\"{region}\"]\n#levels = {{ {rule} = \"{info}\" }}\n"
        ),
        _ => {
            let default = (key.shown)(&Settings::default());
            let value = default.unwrap_or_else(|| Value::from(language.key()));
            format!("#{name} = {value}\n")
        }
    }
}
