//! planlint reads plans of several government levels and reports where a lower plan is weaker than, or inconsistent with, its parent.
//!
//! The program is this library with a `main` around it; the library is no stable interface of its own. What a layer gives
//! to the outside is what `main`, the tests and the benches call. What layers give each other is `pub(crate)`, so that the
//! compiler says what nobody uses any more.
//!
//! # The layers
//!
//! ```text
//! bytes → text → syntax → catalogue → document → model → hierarchy → alignment → rules → engine → words, views → emit → cli
//! ```
//!
//! | layer | its one job |
//! | --- | --- |
//! | [`text`] | texts of a run, encodings, byte spans, lines and columns |
//! | [`office`] | packages of office files: zip archives and their XML parts, read and written back |
//! | [`quantity`] | a phrase such as `较2020年下降50%` into exact bounds, and those into the set of values that satisfy it |
//! | [`syntax`] | a plan file into a typed tree and its problems, which never fails; the formatter |
//! | [`catalogue`] | indicators and regions by the names that plans print |
//! | [`document`] | office documents and pasted text into the same typed tree, with places |
//! | [`model`] | trees and names into plans, rows and statements, each with its place |
//! | [`hierarchy`] | which plan is whose parent, and which is the earlier one |
//! | [`alignment`] | the facts between plans: figures side by side, verdicts, trajectories, references, close names |
//! | [`finding`] | what a rule returns, and what a run makes of it |
//! | [`rulebook`] | what a rule is: its sheet in both languages, the kinds of checks, the facts that sentences of several rules share |
//! | [`rules`] | the registry, and one file for each rule |
//! | [`config`], [`suppress`] | settings, decisions and the list of known findings as files; what they and comments accept |
//! | [`engine`] | load, understand, check, settle |
//! | [`words`] | a sheet, facts and a language into sentences |
//! | [`views`] | what is shown besides findings, as plain data |
//! | [`emit`] | findings and views into text, pictures and the formats of other programs |
//! | [`annotate`] | findings into copies of the documents they are about: comments at the right words |
//! | [`report`] | findings and views into what a review meeting works from: web page, Word, Excel, letters |
//! | [`cli`] | arguments, exit codes, one file for each command |
//!
//! They are listed lowest first and name only those above them in this list; a test holds that, and that each dependency
//! has one home. Only `engine::load` and `cli` read files; nothing below `cli` knows the clock or the locale. A text that
//! cannot be read is data with a place, never an error of the program.
//!
//! # The words of the field
//!
//! One word for one idea, in code, sheets, settings and documents.
//!
//! | here | in the plans | what it is |
//! | --- | --- | --- |
//! | plan | 规划 | one document: its head, tables and statements |
//! | region | 地区 | what a plan is for: a province, a city, a county |
//! | tier | 层级 | the level of government a region stands at |
//! | indicator | 指标 | what is measured |
//! | target | 目标 | a value that a plan promises for a year |
//! | statement | 表述 | one value as the plan words it, wherever it stands; most are targets |
//! | baseline | 基期值 | the observed value a target starts from |
//! | task | 任务 | a named project or measure, with its deadline and the regions it names |
//! | class | 属性 | binding 约束性 or indicative 预期性 |
//! | relation | 汇总方式 | what a parent's number says about a child: each 逐级达标, sum 加总, mean 平均, allocated 分解下达, own 不汇总 |
//! | trajectory | 走势 | whether a child catches up with its parent or falls behind |
//! | roll-up | 下级汇总 | what the regions below come to, beside the figure their parent states |
//! | path | 路径 | how values lie between base, milestones and target: a line, or steady growth |
//! | pace | 进度 | the way an observed value has covered, as a share of the way due |
//! | scope | 范围 | the part of a region that a value is of |
//! | tag | 类别 | a word for regions of one kind, which a target can be stated for |
//! | link | 上下级对应 | one pair of plans, child and parent |
//! | forest | 层级关系 | all regions and plans with what lies above them |
//! | place | 位置 | where in a file words stand, as bytes and as the document itself would say it |
//! | draft | — | what a rule returns: case, places, facts; no sentence and no level |
//! | finding | 问题 | a draft that a run has given its level and id |
//! | sheet | — | the file that holds a rule's cases, levels and sentences |
//! | level | — | how loud a finding is: error 须核改, warning 请说明, info 供参考 |
//! | allow | 豁免 | a comment in the plan file that accepts a finding |
//! | decision | 处理意见 | what a meeting decided about a finding |
//! | ruling | 采纳、部分采纳、不采纳 | what a decision says |
//! | known | 存量问题 | a finding that the file of `planlint baseline` lists |

#![cfg_attr(
    not(feature = "office"),
    allow(
        dead_code,
        unused_imports,
        reason = "office files use what a program without them does not"
    )
)]

pub mod alignment;
#[cfg(feature = "office")]
pub mod annotate;
pub mod catalogue;
pub mod cli;
pub mod config;
pub mod document;
pub mod emit;
pub mod engine;
pub mod finding;
pub mod hierarchy;
pub mod model;
#[cfg(feature = "office")]
pub mod office;
pub mod quantity;
pub mod report;
pub mod rulebook;
pub mod rules;
pub mod suppress;
pub mod syntax;
pub mod text;
pub mod views;
pub mod words;
