//! Starting the program as a person would, in a folder and with a bare environment.

use std::{
    path::Path,
    process::{Command, Output},
};

/// The command, not yet started.
pub fn command(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planlint"));
    command.env_clear().current_dir(folder).args(words);
    command
}

/// What the command says and how it ends.
pub fn planlint(folder: &Path, words: &[&str]) -> Output {
    command(folder, words).output().unwrap()
}

/// What was written, as text.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What the command writes to standard output for `plans/`, which holds the real plans.
pub fn on_real_plans(words: &[&str]) -> String {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    text(&planlint(package, &[&["check", "plans"][..], words].concat()).stdout)
}
