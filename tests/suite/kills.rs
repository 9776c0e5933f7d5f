//! Runs that are killed while they write, and disks that are full: a file is the old one or the new one, never half of either.

use std::{
    fs,
    path::Path,
    process::Stdio,
    thread,
    time::{Duration, Instant},
};

use crate::{
    outputs::{CITY, all, workspace},
    program::{command, planlint, text},
};

/// The hidden files of a folder.
fn hidden(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter_map(|name| name.into_string().ok()).filter(|name| name.starts_with('.')).collect()
}

/// What became of runs that were killed.
#[derive(Default)]
struct Fates {
    /// Those that were still at work.
    killed: u32,
    /// Those that left the old file.
    old: u32,
    /// Those that left the new one.
    new: u32,
}

/// A run that writes over `values.csv`.
const EXPORT: [&str; 6] = ["export", "city.plan", "--format", "csv", "-o", "values.csv"];

/// Kills `count` runs about the moment at which they write: later after a run that had not come so far, sooner after one that
/// had. The old file or the new one is there each time, and the next run clears away what a killed one has left.
fn kill(count: u32, mut seed: u32) -> Fates {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("city.plan"), CITY).unwrap();
    let began = Instant::now();
    assert_eq!(planlint(folder.path(), &EXPORT).status.code(), Some(0));
    let mut moment = began.elapsed();
    let new = fs::read(at("values.csv")).unwrap();
    let mut fates = Fates::default();
    for round in 0..count {
        fs::write(at("values.csv"), "old").unwrap();
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let mut child = command(folder.path(), &EXPORT).stdout(Stdio::null()).spawn().unwrap();
        thread::sleep(moment.mul_f64(0.8 + f64::from(seed >> 16) / 65_536.0 * 0.4));
        fates.killed += u32::from(child.try_wait().unwrap().is_none());
        let _ = child.kill();
        child.wait().unwrap();
        let now = fs::read(at("values.csv")).unwrap();
        assert!(now == b"old" || now == new, "round {round} left {} bytes", now.len());
        assert_eq!(fs::read_to_string(at("city.plan")).unwrap(), CITY);
        let is_new = now == new;
        (fates.old, fates.new) = (fates.old + u32::from(!is_new), fates.new + u32::from(is_new));
        let step = match (is_new, fates.old, fates.new) {
            // Coarsely, until a kill has come too late and another too soon.
            (true, 0, _) => 0.5,
            (false, _, 0) => 2.0,
            (true, ..) => 0.92,
            _ => 1.08,
        };
        moment = moment.mul_f64(step).max(Duration::from_millis(1));
    }
    // What a kill leaves at the worst moment lies there now for certain.
    fs::write(at(".planlint-00000000deadbeef.new"), "half").unwrap();
    assert_eq!(planlint(folder.path(), &EXPORT).status.code(), Some(0));
    assert_eq!(hidden(folder.path()), [""; 0]);
    assert_eq!(fs::read(at("values.csv")).unwrap(), new);
    fates
}

/// The same on several threads, each in a folder of its own.
fn kill_together(count: u32) {
    const THREADS: u32 = 4;
    let fates = thread::scope(|scope| {
        let work = |seed| scope.spawn(move || kill(count / THREADS, seed));
        let work: Vec<_> = (1..=THREADS).map(work).collect();
        work.into_iter().map(|work| work.join().unwrap()).fold(Fates::default(), |sum, fates| {
            Fates {
                killed: sum.killed + fates.killed,
                old: sum.old + fates.old,
                new: sum.new + fates.new,
            }
        })
    });
    let Fates { killed, old, new } = fates;
    // How many come too late is a matter of the machine; a kill must have hit before and behind the moment of writing.
    let least = count / 30;
    assert!(killed >= least && old >= least, "{killed} of {count} killed at work, {old} old files");
    assert!(new >= least, "only {new} of {count} runs wrote");
}

#[test]
fn a_killed_run_leaves_the_old_file_or_the_new_one() {
    kill_together(60);
}

#[cfg(feature = "kills")]
#[test]
fn a_thousand_kills_break_no_file() {
    kill_together(1_000);
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_file_whole() {
    let folder = workspace();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("values.csv"), "old").unwrap();
    let before = all(folder.path());
    // No file may grow: each write fails as on a full disk, and the signal that says so is not heeded.
    let script =
        format!("trap '' XFSZ; ulimit -f 0; exec {} \"$@\"", env!("CARGO_BIN_EXE_planlint"));
    for words in [
        &["export", "county.plan", "--format", "csv", "-o", "values.csv"][..],
        &["export", "county.plan", "--format", "csv", "-o", "new.csv"],
        &["check", "county.plan", "--format", "json=values.csv"],
        &["annotate", "draft.docx", "-o", "new.docx", "--against", "city.plan"],
        &["fmt", "--keywords", "en", "county.plan"],
        &["report", "county.plan", "-o", ".", "-f", "html,json"],
        &["sheet", "-o", "new.xlsx"],
    ] {
        let mut shell = std::process::Command::new("/bin/sh");
        let done = shell
            .current_dir(folder.path())
            .args(["-c", &script, "sh"])
            .args(words)
            .output()
            .unwrap();
        assert_eq!(done.status.code(), Some(2), "{words:?} {done:?}");
        assert_eq!(before, all(folder.path()), "{words:?}");
        assert_eq!(hidden(folder.path()), [""; 0], "{words:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_that_is_full_is_said() {
    let folder = workspace();
    let done = planlint(folder.path(), &["export", "county.plan", "-o", "/dev/full"]);
    assert_eq!((done.status.code(), text(&done.stderr)), (Some(2), "/dev/full: 磁盘已满\n".into()));
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let mut check = command(folder.path(), &["check", "city.plan"]);
    let done = check.stdout(full).output().unwrap();
    assert_eq!(
        (done.status.code(), text(&done.stderr)),
        (Some(2), "无法写出结果：磁盘已满\n".into())
    );
}
