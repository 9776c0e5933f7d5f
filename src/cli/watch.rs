//! `planlint check --watch`: checks again whenever a plan or the configuration changes, until it is stopped.

use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    thread::sleep,
    time::{Duration, SystemTime},
};

use crate::{engine, words::Language};

use super::{
    CommandFailure, Ending, Session, check::CheckCommand, common_options::CommonOptions,
    configuration, failure::complain,
};

/// How long a change may go unnoticed, and how long files have to rest before they are read.
///
/// Asking beats being told here: plans lie on shared folders, whose systems do not tell of changes made elsewhere.
const PAUSE: Duration = Duration::from_millis(250);

/// What shows that a file has changed: its path, its time and its size.
type Stamp = Vec<(PathBuf, Option<(SystemTime, u64)>)>;

/// Checks and waits, again and again. Arguments that make no sense end it at once; what goes wrong later is said and may be mended.
pub(super) fn run_watch(
    check: &CheckCommand,
    common: &CommonOptions,
    spoken: Language,
    out: &mut dyn Write,
) -> Result<Ending, CommandFailure> {
    let mut seen = stamp(check, common);
    once(check, common, spoken, out)?;
    loop {
        seen = wait_for_change(check, common, seen);
        match once(check, common, spoken, out) {
            Ok(()) => {}
            Err(CommandFailure::Output(error)) => return Err(CommandFailure::Output(error)),
            Err(failure) => _ = failure.report(spoken),
        }
    }
}

/// One check, on a clean screen when there is one.
fn once(
    check: &CheckCommand,
    common: &CommonOptions,
    spoken: Language,
    out: &mut dyn Write,
) -> Result<(), CommandFailure> {
    let session = Session::open(common, spoken)?;
    if io::stdout().is_terminal() {
        // Of the terminal itself, which is told nothing else.
        write!(io::stdout(), "\x1b[2J\x1b[3J\x1b[H").map_err(CommandFailure::Output)?;
    }
    check.run(&session, out)?;
    out.flush().map_err(CommandFailure::Output)?;
    if !session.options.quiet {
        let waiting = "文件改动后自动重新检查，按 Ctrl-C 结束";
        let waiting = session.language().pick(waiting, "waiting for changes, Ctrl-C ends");
        // Nobody is left to tell when stderr is closed.
        let _ = complain(waiting);
    }
    Ok(())
}

/// Waits until something differs from `seen` and then rests, and gives what it is then.
fn wait_for_change(check: &CheckCommand, common: &CommonOptions, seen: Stamp) -> Stamp {
    let mut before = seen.clone();
    loop {
        sleep(PAUSE);
        let now = stamp(check, common);
        if now != seen && now == before {
            return now;
        }
        before = now;
    }
}

/// The plan files and the configuration as they are now. A folder that is gone has no files.
fn stamp(check: &CheckCommand, common: &CommonOptions) -> Stamp {
    let plans = engine::plan_files(check.watched()).unwrap_or_default();
    let paths = plans.into_iter().chain(configuration::in_use(common));
    paths.map(|path| (file_state(&path), path)).map(|(state, path)| (path, state)).collect()
}

fn file_state(path: &Path) -> Option<(SystemTime, u64)> {
    let found = std::fs::metadata(path).ok()?;
    Some((found.modified().ok()?, found.len()))
}
