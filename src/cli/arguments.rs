//! All arguments. Texts for people stand as `中文|English`; the frame takes the half it needs.

use clap::{Parser, Subcommand};

#[cfg(feature = "office")]
use super::{annotate::Annotate, import_decisions::ImportDecisions, sheet::SheetCommand};
use super::{
    baseline::BaselineCommand, brief::BriefCommand, catalogue::CatalogueCommand,
    check::CheckCommand, common_options::CommonOptions, completions::Completions,
    config_show::Config, diff::Diff, draft::DraftCommand, explain::Explain, export::Export,
    fix::FixCommand, fmt::Fmt, import::ImportCommand, init::Init, limits::LimitsCommand,
    read::ReadCommand, report::Report, rules::RulesCommand, schema::Schema, trace::TraceCommand,
    tree::TreeCommand, what_if::WhatIf,
};

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "planlint",
    version,
    about = "比对上下级规划，找出下级低于上级、与上级不一致的指标|Compare plans of several levels: find where a lower plan is weaker than, or inconsistent with, its parent"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) common: CommonOptions,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(
        about = "检查规划文件（不写命令时检查当前目录；没有规划时展示内置的五个）|lint plan files (this folder when no command is given, else the five that are built in)"
    )]
    Check(CheckCommand),
    #[command(
        about = "说明一条规则：查什么、为什么、怎么改|what a rule finds, why, and how to mend it"
    )]
    Explain(Explain),
    #[command(about = "列出全部规则|list the rules")]
    Rules(RulesCommand),
    #[command(about = "看一句指标表述如何理解|how a phrase of a plan is understood")]
    Read(ReadCommand),
    #[command(about = "一个指标在各级规划里的数值与比对|one indicator through every tier")]
    Trace(TraceCommand),
    #[command(
        about = "各级地区和规划的层级关系：承接情况、缺少哪一级|the hierarchy of regions and plans: what is carried on, what is missing"
    )]
    Tree(TreeCommand),
    #[command(
        about = "动笔之前看上级的要求：每项目标最低可以写到多少，并生成待填写的规划|before you write: the weakest statement the levels above accept for each target, and a plan to fill in"
    )]
    Brief(BriefCommand),
    #[command(about = "导出全部数值，每个数值一条记录|export every value as one record")]
    Export(Export),
    #[cfg(feature = "office")]
    #[command(
        about = "写一份对照表（xlsx）供填写，用于 doc、wps、pdf 等不能直接读取的规划|write a comparison table (xlsx) to fill in, for plans in formats that cannot be read"
    )]
    Sheet(SheetCommand),
    #[command(
        about = "比较两稿：目标降低、放宽、删除，问题新增、解决；有退步时退出码为 1|two drafts: targets weaker, softer, gone; findings new and fixed; exits with 1 when something got worse"
    )]
    Diff(Diff),
    #[command(about = "整理规划文件的格式，不改数值|format plan files; never changes a number")]
    Fmt(Fmt),
    #[command(
        about = "已知指标的目录；为没有定义的指标写出建议行|the known indicators; rows for those nobody defines"
    )]
    Catalogue(CatalogueCommand),
    #[command(about = "生成命令行补全脚本|a script that completes commands and options in a shell")]
    Completions(Completions),
    #[command(about = "生成手册页（man）|the manual page")]
    Man,
    #[command(
        about = "写一份配置文件或规划样张，不覆盖已有文件|write a configuration or a plan to begin with; never over a file"
    )]
    Init(Init),
    #[command(about = "列出实际采用的设置及其来源|the settings in force and where they come from")]
    Config(Config),
    #[command(
        about = "配置文件和 JSON 结果的 JSON Schema|JSON Schemas of the configuration and of the JSON results"
    )]
    Schema(Schema),
    #[command(
        about = "存量问题清单：列入、清理、比对|the list of known findings: write, prune, compare"
    )]
    Baseline(BaselineCommand),
    #[command(
        about = "改正错字等不需要决定的问题，不改数值|fix misspellings and the like; never changes a number"
    )]
    Fix(FixCommand),
    #[command(
        about = "假定某个数值改成另一个，看问题有什么变化；不改写文件|what would be found if a value were another one; writes nothing"
    )]
    WhatIf(WhatIf),
    #[cfg(feature = "office")]
    #[command(
        about = "把问题写成批注，加在草案的副本里|write the findings as comments into a copy of the draft"
    )]
    Annotate(Annotate),
    #[command(
        hide = true,
        about = "检查一份草案，其余文档作为上级|check one draft; the other documents are its parents"
    )]
    Draft(DraftCommand),
    #[command(
        about = "把文档（docx、xlsx、html、md、txt）转成规划文件|turn documents (docx, xlsx, html, md, txt) into plan files"
    )]
    Import(ImportCommand),
    #[command(
        about = "上级目标提高到多少，哪些下级会达不到；汇总最多能到多少|how many below fall short as the number above rises, and what they can still add up to"
    )]
    Limits(LimitsCommand),
    #[command(
        about = "生成会议审查材料：报告、问题清单|material for a review meeting: report, list of findings"
    )]
    Report(Report),
    #[cfg(feature = "office")]
    #[command(
        about = "读回填好的审查意见（表或网页），写成处理意见，下次检查和报告据此核对|read a filled-in form or page back: its decisions count from the next check and report on"
    )]
    ImportDecisions(ImportDecisions),
}
