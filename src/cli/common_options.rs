//! The options that every command takes.

use std::ffi::OsString;

use clap::{Args, ValueEnum};

/// What every command takes.
#[derive(Debug, Args)]
pub(super) struct CommonOptions {
    #[arg(
        long,
        global = true,
        value_name = "语言|LANGUAGE",
        help = "输出语言：zh 或 en（默认随系统）|language of the output: zh or en (by default that of the system)"
    )]
    pub(super) lang: Option<String>,
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "时机|WHEN",
        help = "颜色：auto、always、never|colour: auto, always, never"
    )]
    pub(super) color: Option<ColourMode>,
    #[arg(
        long,
        global = true,
        value_name = "文件或 键=值|FILE or KEY=VALUE",
        help = "配置文件（默认取工作目录或其上级目录的 planlint.toml），或单项设置，例如 levels.pace-break=off，可重复|configuration file (by default planlint.toml here or in the nearest folder above), or one setting such as levels.pace-break=off; may be repeated"
    )]
    pub(super) config: Vec<OsString>,
    #[arg(long, global = true, help = "不读取配置文件|read no configuration file")]
    pub(super) isolated: bool,
    #[arg(
        long,
        global = true,
        value_name = "方式|PROFILE",
        help = "工作方式：draft 只报所列文件、各级全列，review 审查（默认），audit 全部列出、豁免注释不起作用|way of working: draft reports on the named files only and lists every level, review (default), audit lists everything and heeds no allow comment"
    )]
    pub(super) profile: Option<String>,
    #[arg(
        long,
        global = true,
        value_name = "日期|DATE",
        help = "今天的日期，例如 2026-01-31|today's date, such as 2026-01-31"
    )]
    pub(super) today: Option<String>,
    #[arg(
        long,
        global = true,
        value_name = "级别|LEVEL",
        help = "达到此级别时退出码为 1：error、warning、info，可加 undetermined、unread（默认 error）|exit with 1 from this level on: error, warning, info; undetermined and unread may be added (default: error)"
    )]
    pub(super) fail_on: Option<String>,
    #[arg(
        long,
        global = true,
        value_name = "N",
        help = "线程数（结果不受影响）|number of threads (never changes a result)"
    )]
    pub(super) threads: Option<usize>,
    #[arg(
        short,
        long,
        global = true,
        help = "每处都附原文图示，并逐条列出“供参考”和未能判定的项|draw every finding, and list infos and what could not be judged one by one"
    )]
    pub(super) verbose: bool,
    #[arg(
        short,
        long,
        global = true,
        conflicts_with = "verbose",
        help = "只列问题，不显示提示和末行汇总|findings only: no hints and no last line"
    )]
    pub(super) quiet: bool,
}

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ColourMode {
    /// On a terminal.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}
