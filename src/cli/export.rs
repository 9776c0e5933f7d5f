//! `planlint export`: every value as one record.

#[cfg(feature = "office")]
use std::io;
use std::{io::Write, ops::Add, path::PathBuf};

use clap::{Args, ValueEnum};

#[cfg(feature = "office")]
use crate::document;
use crate::{
    emit,
    engine::NumberCounts,
    model::{Model, NumberLedger},
    views::records,
    words::{Language, accounted},
};

use super::{
    CommandFailure, Ending, Session, document_options::DocumentOptions, failure::complain,
    plans::PlanPaths,
};

const NAMELESS: [&str; 2] = [
    "写明文件的 xlsx，例如 --format xlsx -o 数值.xlsx",
    "xlsx with a file, such as --format xlsx -o values.xlsx",
];

#[cfg(not(feature = "office"))]
const PLAIN: [&str; 2] = [
    " json 或 csv（本程序不含办公文档功能）",
    "json or csv: this program was built without office files",
];

/// Arguments of `export`.
#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(flatten)]
    plans: PlanPaths,
    #[arg(
        long,
        value_name = "格式|FORMAT",
        default_value = "json",
        value_enum,
        help = "输出格式：json、csv 或 xlsx|format of the output: json, csv or xlsx"
    )]
    format: RecordFormat,
    #[arg(
        short,
        long,
        value_name = "文件|FILE",
        help = "写到文件（xlsx 必须写明）|the file to write to; xlsx needs one"
    )]
    output: Option<PathBuf>,
    #[command(flatten)]
    said: DocumentOptions,
}

/// How the records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum RecordFormat {
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Export {
    /// Writes the records.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let world = session.told(&self.plans.paths, &[], &self.said)?;
        let (records, sources) = (records(&world.model), &world.model.sources);
        let words = &session.words;
        let mut bytes = Vec::new();
        let written = match self.format {
            RecordFormat::Csv => emit::write_records_csv(&records, sources, words, &mut bytes),
            RecordFormat::Xlsx if self.output.is_none() => {
                return Err(CommandFailure::Value("--format", "xlsx".to_owned(), NAMELESS));
            }
            #[cfg(feature = "office")]
            RecordFormat::Xlsx => emit::records_workbook(&records, sources, words)
                .and_then(|all| {
                    document::sign_as_own(&all).map_err(|reason| io::Error::other(reason.key()))
                })
                .map(|all| bytes = all),
            #[cfg(not(feature = "office"))]
            RecordFormat::Xlsx => {
                return Err(CommandFailure::Value("--format", "xlsx".to_owned(), PLAIN));
            }
            RecordFormat::Json => emit::write_records_json(&records, sources, words, &mut bytes),
        };
        written.map_err(CommandFailure::Output)?;
        let said = number_account_of_plans(&world.model, session.language());
        let said = said.filter(|_| !session.options.quiet);
        match &self.output {
            Some(path) => {
                session.outputs.put(path, &bytes)?;
                said.map_or(Ok(()), |said| writeln!(out, "{said}"))
                    .map_err(CommandFailure::Output)?;
            }
            None => {
                out.write_all(&bytes).map_err(CommandFailure::Output)?;
                // The records are for programs, this is for who runs them; nobody is left to tell when stderr is closed.
                let _ = said.map(|said| complain(&said));
            }
        }
        Ok(Ending::Clean)
    }
}

/// What became of the numbers of the plans; nothing where they hold none.
fn number_account_of_plans(model: &Model, language: Language) -> Option<String> {
    let plans = model.plans().filter(|(_, plan)| !plan.reference_only);
    let ledgers = plans.filter_map(|(_, plan)| model.ledgers.get(plan.file.0 as usize));
    let counts = ledgers.map(NumberLedger::counts).fold(NumberCounts::default(), Add::add);
    (counts.any() > 0).then(|| accounted(language, counts))
}
