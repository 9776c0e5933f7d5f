//! `--watch` and standard input: plans that change while they are looked at.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Output, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

use crate::program::{command, planlint, text};

fn plan(title: &str, base: &str) -> String {
    format!(
        "规划 《{title}》\n地区: 浙江省\n规划期: 2021—2025\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 |\n| --- | --- | --- | --- |\n| 覆盖率（%） | {base} | 25 | 约束性 |\n"
    )
}

/// A watching program, stopped when the test ends in any way.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(folder: &Path) -> Self {
        let words = ["check", "--watch", "--format", "concise"];
        let mut child = command(folder, &words).stdout(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (send, lines) = channel();
        thread::spawn(move || {
            out.lines().map_while(Result::ok).try_for_each(|line| send.send(line))
        });
        Self { child, lines }
    }

    /// The lines up to and with the first that holds `words`.
    fn until(&self, words: &str) -> Vec<String> {
        let end = Instant::now() + Duration::from_secs(60);
        let mut read: Vec<String> = Vec::new();
        while !read.last().is_some_and(|line| line.contains(words)) {
            let left = end.saturating_duration_since(Instant::now());
            let line = self.lines.recv_timeout(left);
            assert!(line.is_ok(), "no line with {words} in {read:?}");
            read.extend(line);
        }
        read
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // It may have ended by itself; the test has failed then.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_change_is_checked_and_a_broken_configuration_may_be_mended() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.plan");
    fs::write(&path, plan("甲省规划", "23")).unwrap();
    let watching = Watching::start(folder.path());
    let first = watching.until("检查 1 个规划");
    assert!(!first.iter().any(|line| line.contains("placeholder-value")), "{first:?}");
    fs::write(&path, plan("甲省规划", "待补充")).unwrap();
    let second = watching.until("检查 1 个规划");
    assert!(second.iter().any(|line| line.contains("placeholder-value")), "{second:?}");
    fs::write(folder.path().join("b.plan"), plan("乙省规划", "23")).unwrap();
    watching.until("检查 2 个规划");
    fs::write(folder.path().join("planlint.toml"), "lang = 1\n").unwrap();
    fs::write(folder.path().join("planlint.toml"), "lang = \"en\"\n").unwrap();
    watching.until("checked 2 plans");
}

#[test]
fn what_cannot_be_watched_ends_at_once() {
    let folder = tempfile::tempdir().unwrap();
    for words in [&["check", "--watch"][..], &["check", "--watch", "-"]] {
        let output = fed(folder.path(), words, "");
        assert_eq!(output.status.code(), Some(2), "{words:?}");
    }
}

/// Runs planlint with `input` on its standard input.
fn fed(folder: &Path, words: &[&str], input: &str) -> Output {
    let mut command = command(folder, words);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that reads nothing may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn a_plan_on_standard_input_takes_the_place_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.plan"), plan("甲省规划", "待补充")).unwrap();
    let said = |words: &[&str], input: &str| {
        let words = [&["check", "--format", "concise"][..], words].concat();
        text(&fed(folder.path(), &words, input).stdout)
    };
    let alone = said(&["-"], &plan("乙省规划", "待补充"));
    let first = |line: &str| line.starts_with("-:8:");
    assert!(alone.lines().any(first) && alone.contains("检查 1 个规划"), "{alone}");
    let both = said(&["-", "."], &plan("乙省规划", "23"));
    assert!(both.contains("a.plan:8:") && both.contains("检查 2 个规划"), "{both}");
    let saved = said(&["-", ".", "--stdin-filename", "./a.plan"], &plan("甲省规划", "23"));
    assert!(!saved.contains("placeholder") && saved.contains("检查 1 个规划"), "{saved}");
    let judged = said(&["-", "--against", "."], &plan("乙省规划", "23"));
    assert!(judged.contains("检查 1 个规划") && !judged.contains("a.plan"), "{judged}");
    let empty = fed(folder.path(), &["check", "-"], "");
    assert!(empty.status.code() == Some(1) && text(&empty.stdout).contains("unread-file"));
    let nameless = planlint(folder.path(), &["check", "--stdin-filename", "a.plan"]);
    assert_eq!(nameless.status.code(), Some(2));
}

#[test]
fn a_plan_on_standard_input_is_bounded() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("planlint.toml"), "max-file-size = \"1KiB\"\n").unwrap();
    let long = plan("甲省规划", "23") + &"# \n".repeat(1000);
    let output = fed(folder.path(), &["check", "-", "--format", "json"], &long);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["summary"]["unread"], 1);
}
