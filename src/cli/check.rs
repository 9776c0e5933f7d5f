//! `planlint check`: lint plan files.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::PathBuf,
};

use clap::Args;

use crate::{
    emit::{self, Format},
    engine::{self, Outcome},
};

use super::{Ending, Failure, Session};

/// Arguments of `check`.
#[derive(Debug, Default, Args)]
pub(super) struct Check {
    #[arg(
        value_name = "路径|PATH",
        help = "规划文件或目录（默认为当前目录）|plan files or folders (default: this folder)"
    )]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "路径|PATH", num_args = 1.., help = "作为上级的规划文件或目录，其自身不列问题|plans to take as parents; nothing is reported on them")]
    against: Vec<PathBuf>,
    #[arg(
        long,
        value_name = "格式[=文件]|FORMAT[=FILE]",
        help = "输出格式：full、concise、json，可写入文件，可重复|format of the output: full, concise, json; may go to a file; may be repeated"
    )]
    format: Vec<String>,
    #[arg(long, help = "有问题时退出码也为 0|exit with 0 even when there are findings")]
    exit_zero: bool,
}

/// One output: a format and where it goes.
#[derive(Debug, PartialEq, Eq)]
struct Target {
    format: Format,
    file: Option<PathBuf>,
}

impl Check {
    /// Runs the check and writes every output that is asked for.
    pub(super) fn run(&self, session: &Session, out: &mut dyn Write) -> Result<Ending, Failure> {
        let targets = targets(&self.format)?;
        let world = session.world(&self.paths, &self.against)?;
        let Session { settings, words, today, threads, .. } = session;
        let outcome = engine::check(&world, settings, words.sheets(), *today, *threads);
        for target in &targets {
            target.write(&outcome, session, out)?;
        }
        let found = !self.exit_zero && fails(&outcome, session);
        Ok(if found { Ending::Found } else { Ending::Clean })
    }
}

impl Target {
    fn write(
        &self,
        outcome: &Outcome,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<(), Failure> {
        let Some(path) = &self.file else {
            return emit::write(self.format, outcome, &session.words, session.options, out)
                .map_err(Failure::Output);
        };
        // Colours are for terminals.
        let options = emit::Options { colour: false, ..session.options };
        let written = File::create(path).and_then(|file| {
            let mut file = BufWriter::new(file);
            emit::write(self.format, outcome, &session.words, options, &mut file)?;
            file.flush()
        });
        written.map_err(|error| Failure::File(path.clone(), error))
    }
}

/// Reads `FORMAT` and `FORMAT=FILE`; without any, pictures.
fn targets(formats: &[String]) -> Result<Vec<Target>, Failure> {
    if formats.is_empty() {
        return Ok(vec![Target { format: Format::Full, file: None }]);
    }
    let target = |written: &String| {
        let (name, file) = match written.split_once('=') {
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (written.as_str(), None),
        };
        let expected = ["full、concise 或 json", "full, concise or json"];
        let format = Format::read(name)
            .ok_or_else(|| Failure::Value("--format", written.clone(), expected))?;
        Ok(Target { format, file })
    };
    formats.iter().map(target).collect()
}

/// Whether the exit code is 1: a finding at or above the level that fails, a part that was not read, or what was not judged when that fails, too.
fn fails(outcome: &Outcome, session: &Session) -> bool {
    let fail_on = session.settings.fail_on;
    outcome.findings.iter().any(|finding| finding.level >= fail_on.level)
        || outcome.summary.unread > 0
        || (fail_on.undetermined && !outcome.undetermined.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_may_go_to_files() {
        let read = |words: &[&str]| {
            targets(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(read(&[]).unwrap(), [Target { format: Format::Full, file: None }]);
        let json = Target { format: Format::Json, file: Some("a=b.json".into()) };
        assert_eq!(
            read(&["concise", "json=a=b.json"]).unwrap(),
            [Target { format: Format::Concise, file: None }, json]
        );
        assert!(read(&["yaml"]).is_err());
    }
}
