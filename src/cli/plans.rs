//! Arguments that several commands share: the plans they are about, those above them, and how the answer is written.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::syntax::Keywords;

/// The plans that a command is about.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct PlanPaths {
    /// Files and folders; without any, this folder.
    #[arg(
        value_name = "路径|PATH",
        help = "规划文件或目录（默认为当前目录）|plan files or folders (default: this folder)"
    )]
    pub(super) paths: Vec<PathBuf>,
}

/// Plans that serve as parents only.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct ParentPaths {
    /// Files and folders.
    #[arg(long, value_name = "路径|PATH", num_args = 1.., help = "作为上级的规划文件或目录，其自身不列问题|plans to take as parents; nothing is reported on them")]
    pub(super) against: Vec<PathBuf>,
}

/// Plans that give names only: of indicators and of regions.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct NamingPaths {
    /// Files and folders.
    #[arg(long, value_name = "路径|PATH", num_args = 1.., help = "指标目录、行政区划所在的规划文件或目录|plan files or folders whose catalogue and regions are used")]
    pub(super) against: Vec<PathBuf>,
}

/// Whom an answer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum AnswerFormat {
    /// People.
    Text,
    /// Programs.
    Json,
}

/// Keywords of the plan language are written in one of its two sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum KeywordLanguage {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl KeywordLanguage {
    /// The keywords themselves.
    pub(super) fn words(self) -> Keywords {
        match self {
            Self::Zh => Keywords::Chinese,
            Self::En => Keywords::English,
        }
    }
}
