//! How runs end whose reader leaves or who are given more threads than there are.

use std::{fs, io::Read, process::Stdio, time::Duration};

use crate::{
    outputs::{CITY, workspace},
    program::command,
};

#[test]
fn a_reader_who_leaves_changes_no_exit_code() {
    let folder = workspace();
    for (words, code) in [
        (&["check", "county.plan", "city.plan", "--isolated"][..], 1),
        (&["check", "city.plan"], 0),
        (&["check", "county.plan", "city.plan", "--format", "json", "--isolated"], 1),
        (&["explain", "--all"], 0),
        (&["fmt", "--diff", "--keywords", "en", "county.plan"], 1),
        (&["--help"], 0),
        (&["chek"], 2),
    ] {
        let mut child = command(folder.path(), words)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        assert_eq!(child.wait().unwrap().code(), Some(code), "{words:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_huge_number_of_threads_is_bounded() {
    let folder = tempfile::tempdir().unwrap();
    for count in 0..400 {
        let plan = CITY.replace("湖州市住房", &format!("湖州市住房{count}"));
        fs::write(folder.path().join(format!("{count}.plan")), plan).unwrap();
    }
    for (variable, words) in [
        ("99999999999999999999999", &["check", "."][..]),
        ("5000", &["check", "."]),
        ("", &["check", ".", "--threads", "5000"]),
    ] {
        let mut child = command(folder.path(), words)
            .env("RAYON_NUM_THREADS", variable)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let status = format!("/proc/{}/status", child.id());
        let mut most = 0;
        let mut out = child.stdout.take().unwrap();
        let reader = std::thread::spawn(move || out.read_to_end(&mut Vec::new()));
        while child.try_wait().unwrap().is_none() {
            let told = fs::read_to_string(&status).unwrap_or_default();
            let threads = told.lines().find_map(|line| line.strip_prefix("Threads:"));
            most = most.max(threads.and_then(|count| count.trim().parse().ok()).unwrap_or(0));
            std::thread::sleep(Duration::from_millis(2));
        }
        reader.join().unwrap().unwrap();
        // Threads of one stage may still be ending while those of the next begin.
        assert!((1..=600).contains(&most), "{variable} {words:?}: {most} threads");
    }
}
