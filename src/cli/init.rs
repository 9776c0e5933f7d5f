//! `planlint init`: a configuration or a plan to begin with; never over an existing file.

use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    config,
    emit::escape,
    syntax::{self, FormatOptions},
    words::{Language, text},
};

use super::{CommandFailure, Ending, Session};

/// Arguments of `init`.
#[derive(Debug, Args)]
pub(super) struct Init {
    #[arg(
        value_name = "目录|FOLDER",
        help = "写到哪个目录，没有的就新建（默认为当前目录）|the folder to write to, made where there is none (default: this folder)"
    )]
    folder: Option<PathBuf>,
    #[arg(
        long,
        value_name = "地区|REGION",
        help = "不写配置文件，写一份该地区规划的样张供填写|write no configuration but a plan of this region to fill in"
    )]
    plan: Option<String>,
}

impl Init {
    /// Writes the file, names it, and says what comes next.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let language = session.language();
        let outputs = &session.outputs;
        let at = |name: String| self.folder.as_deref().unwrap_or(Path::new("")).join(name);
        let path = match &self.plan {
            Some(region) => {
                let region = region.trim();
                let path = at(file_name_of_region(region)?);
                let text = skeleton(region, session.today.year().into(), language);
                self.make_folder()?;
                outputs.create(&path, text.as_bytes())?;
                path
            }
            None => {
                let path = at(config::FILE_NAME.to_owned());
                let text = config::template(session.words.sheets(), language);
                self.make_folder()?;
                outputs.configure(&path, text.as_bytes())?;
                path
            }
        };
        let path = path.display().to_string();
        let told = writeln!(out, "{}{}", language.pick("已写入 ", "wrote "), escape(&path));
        told.map_err(CommandFailure::Output)?;
        if !session.options.quiet {
            writeln!(out, "{}", self.next_step(language)).map_err(CommandFailure::Output)?;
        }
        Ok(Ending::Clean)
    }

    /// A folder that is not there yet is made, with those above it.
    fn make_folder(&self) -> Result<(), CommandFailure> {
        // A folder called `-` is refused as every output of that name is.
        let Some(folder) = self.folder.as_deref().filter(|folder| !folder.starts_with("-")) else {
            return Ok(());
        };
        let failed = |error: io::Error| CommandFailure::File(folder.to_owned(), error);
        if folder.is_dir() { Ok(()) } else { fs::create_dir_all(folder).map_err(failed) }
    }

    fn next_step(&self, language: Language) -> &'static str {
        match (self.plan.is_some(), self.folder.is_some()) {
            (true, _) => language.pick(
                "接下来：打开这个文件，把规划的指标表粘贴进去，再运行 planlint check",
                "next: open it, paste the plan's table of indicators, then run planlint check",
            ),
            (false, true) => language.pick(
                "接下来：把规划放进这个目录，在这个目录里运行 planlint check；设置一般不必改动",
                "next: put the plans into this folder and run planlint check there; the settings can stay as they are",
            ),
            (false, false) => language.pick(
                "接下来：在这个目录里运行 planlint check；设置一般不必改动",
                "next: run planlint check in this folder; the settings can stay as they are",
            ),
        }
    }
}

/// The name of the region's file; a region is no way to another folder, and no second line.
fn file_name_of_region(region: &str) -> Result<String, CommandFailure> {
    let odd = |c: char| c.is_control() || "/\\:*?\"<>|《》".contains(c);
    if region.is_empty() || region.starts_with('.') || region.contains(odd) {
        let expected = ["地区名称，例如 德清县", "the name of a region, such as Deqing"];
        return Err(CommandFailure::Value("--plan", region.to_owned(), expected));
    }
    Ok(format!("{region}.plan"))
}

/// A plan without numbers, for the five years that `today` lies in.
fn skeleton(region: &str, today: i32, language: Language) -> String {
    let start = today - (today - 1).rem_euclid(5);
    let (base, end) = (start - 1, start + 4);
    let text = text! { language;
        zh: "\
# 把规划里的指标表从 Word 或 Excel 粘贴到下面的表中，数值照原文抄录；填好后运行 planlint check。
# 依据写直接上级规划的全称；没有的列可以删去。

规划 《{region}发展规划》
地区: {region}
规划期: {start}-{end}
类型: 专项规划
主题: 待补充
状态: 征求意见稿
依据: 《待补充》

指标表 “表1 主要指标”
| 指标 | {base}年 | {end}年目标值 | 属性 | 责任单位 |
| --- | --- | --- | --- | --- |
| 待补充（%） | 待补充 | 待补充 | 预期性 | 待补充 |
",
        en: "\
# Paste the plan's own table of indicators from Word or Excel below, numbers as printed; then run planlint check.
# based-on is the full title of the plan above; columns the plan does not have can go.

plan \"{region} Development Plan\"
region: {region}
period: {start}-{end}
kind: special
topic: to be added
status: draft
based-on: \"to be added\"

targets \"Table 1\"
| indicator | {base} | {end} | class | owner |
| --- | --- | --- | --- | --- |
| to be added (%) | to be added | to be added | indicative | to be added |
"
    };
    syntax::format_plan(&text, &FormatOptions::default())
}
