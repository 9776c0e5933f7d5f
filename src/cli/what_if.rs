//! `planlint what-if`: other values in the plans, and what would be found then; nothing is written.

use std::{collections::BTreeMap, io::Write};

use clap::Args;

use crate::{
    emit::{self, Supposed},
    engine::{self, Aim, Missed, Outcome, World},
    model::{Model, StatementId},
    text::Keyed,
    views::{Edition, FindingStanding, followed_findings},
};

use super::{
    CommandFailure, Ending, Session,
    document_options::DocumentOptions,
    input::CommandInput,
    plans::{AnswerFormat, ParentPaths, PlanPaths},
};

/// Arguments of `what-if`.
#[derive(Debug, Args)]
pub(super) struct WhatIf {
    #[command(flatten)]
    plans: PlanPaths,
    #[arg(
        long,
        required = true,
        value_name = "地区/指标/年份=数值|REGION/INDICATOR/YEAR=VALUE",
        help = "假定的数值，例如 浙江省/城镇住房保障受益覆盖率/2025=25.5；重名的地区写成 湖州市/德清县；可重复|a supposed value, such as Zhejiang/Housing coverage/2025=25.5; a region that shares its name is written as a path (city/county); may be repeated"
    )]
    set: Vec<String>,
    #[command(flatten)]
    parents: ParentPaths,
    #[arg(
        long,
        value_name = "格式|FORMAT",
        default_value = "text",
        value_enum,
        help = "输出格式：text 或 json|format of the output: text or json"
    )]
    format: AnswerFormat,
    #[command(flatten)]
    said: DocumentOptions,
}

impl WhatIf {
    /// Writes the difference to today; it is found fault with when something new or louder is as loud as what fails a check.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let wanted = self.set.iter().map(|set| wanted(set)).collect::<Result<Vec<_>, _>>()?;
        let against = session.parents(&self.plans.paths, &self.parents.against);
        let input = CommandInput { paths: &self.plans.paths, against: &against, name: None };
        let mut files = session.load(&input)?;
        self.said.tell(&mut files, &self.plans.paths, &session.settings)?;
        let world = session.judge(files.clone())?;
        let mut values = BTreeMap::new();
        for (set, (aim, value)) in self.set.iter().zip(wanted) {
            let id = engine::aimed_statement(&world.model, &aim)
                .map_err(|missed| missed_failure(&world.model, set, missed))?;
            if values.insert(id, value).is_some() {
                return Err(CommandFailure::Unfound(set.clone(), TWICE, Vec::new()));
            }
        }
        let supposed = engine::suppose(&files, &world, &values)
            .map_err(|kept| CommandFailure::Unread(kept.path.into(), kept.why.key()))?;
        let then = session.judge(supposed)?;
        let outcomes = [check_supposed(&world, session), check_supposed(&then, session)];
        self.write((&world, &then), &outcomes, &values, session, out)
    }

    fn write(
        &self,
        (world, then): (&World, &World),
        [now, after]: &[Outcome; 2],
        values: &BTreeMap<StatementId, String>,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let old = Edition { world, outcome: now };
        let findings = followed_findings(old, Edition { world: then, outcome: after });
        let supposed: Vec<Supposed> =
            values.iter().map(|(id, value)| supposed_value(&world.model, *id, value)).collect();
        let (words, outcomes) = (&session.words, emit::Outcomes { old: now, new: after });
        let written = match self.format {
            AnswerFormat::Json => {
                emit::write_what_if_json(&supposed, &findings, outcomes, words, out)
            }
            AnswerFormat::Text => {
                emit::write_what_if(&supposed, &findings, outcomes, words, session.options, out)
            }
        };
        written.map_err(CommandFailure::Output)?;
        let least = session.settings.fail_on.level;
        let worse = findings.iter().any(|one| {
            one.finding.level >= least
                && matches!(one.standing, FindingStanding::New | FindingStanding::Raised(_))
        });
        Ok(if worse || after.summary.unread > 0 { Ending::Found } else { Ending::Clean })
    }
}

fn check_supposed(world: &World, session: &Session) -> Outcome {
    let Session { settings, words, today, threads, .. } = session;
    engine::check(world, settings, words.sheets(), *today, *threads)
}

/// What a supposed value is of, read from the right, and the value itself.
fn wanted(set: &str) -> Result<(Aim, String), CommandFailure> {
    let parts = || {
        let (target, value) = set.split_once('=')?;
        let (path, year) = target.rsplit_once('/')?;
        let year = year.trim().trim_end_matches('年').trim_end().parse().ok()?;
        let value = value.trim();
        // What ends a cell or a line would change more than one value.
        let whole = !value.contains(|c: char| c.is_control() || matches!(c, '|' | '｜'));
        let named = path.contains('/');
        (whole && named).then(|| (Aim { path: path.trim().to_owned(), year }, value.to_owned()))
    };
    let expected = [
        "“地区/指标/年份=数值”，例如 浙江省/城镇住房保障受益覆盖率/2025=25.5",
        "REGION/INDICATOR/YEAR=VALUE, on one line and without bars",
    ];
    parts().ok_or_else(|| CommandFailure::Value("--set", set.to_owned(), expected))
}

const TWICE: [&str; 2] = ["同一个数值假定了两次", "the same value is supposed twice"];

fn missed_failure(model: &Model, set: &str, missed: Missed) -> CommandFailure {
    let (said, candidates) = match missed {
        Missed::Region(all) => (
            ["没有这个地区的规划；有规划的地区：", "no plan of this region; there are plans of:"],
            all,
        ),
        Missed::Indicator(all) => (
            [
                "这个地区的规划没有这项指标；有：",
                "this region's plans do not state this indicator; they state:",
            ],
            all,
        ),
        Missed::Year(all) => (
            ["没有这一年的数值；有这些年份：", "no value for this year; there are these years:"],
            all,
        ),
        Missed::Several(ids) => (
            [
                "不止一处数值，请写明上级地区，或只选其中一份规划的文件：",
                "more than one value; name the region above, or the file of one plan only:",
            ],
            ids.into_iter().map(|id| shown_statement(model, id)).collect(),
        ),
    };
    CommandFailure::Unfound(set.to_owned(), said, candidates)
}

/// `path:line: value` of a statement.
fn shown_statement(model: &Model, id: StatementId) -> String {
    let statement = model.statement(id);
    let phrase = model.phrase(statement);
    let source = model.sources.get(statement.file);
    source.map_or_else(String::new, |source| {
        format!("{}:{}: {phrase}", source.path, source.position(statement.cell.start).line)
    })
}

fn supposed_value(model: &Model, id: StatementId, value: &str) -> Supposed {
    let statement = model.statement(id);
    let plan = model.plan(statement.plan);
    let known = statement.region.map(|region| model.catalogue.region_of(region).name.to_string());
    let written = || plan.region_written.as_ref().map(|(words, _)| words.to_string());
    Supposed {
        region: known.or_else(written).unwrap_or_default(),
        indicator: model.printed_name(statement).to_owned(),
        year: statement.year,
        old: model.printed(statement).to_owned(),
        new: value.to_owned(),
        place: model.sources.home(model.place(statement)),
    }
}
