//! What a shell and `man` are given.

use crate::program::{planlint, text};

fn said(words: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let output = planlint(folder.path(), words);
    assert_eq!(output.status.code(), Some(0), "{words:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

const COMMANDS: [&str; 4] = ["check", "explain", "trace", "completions"];

#[test]
fn every_shell_completes_commands_and_options_in_the_language_of_the_output() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let [zh, en] = ["zh", "en"].map(|lang| said(&["completions", shell, "--lang", lang]));
        for word in COMMANDS.into_iter().chain(["max-findings"]) {
            assert!(zh.contains(word) && en.contains(word), "{shell} lacks {word}");
        }
        // Bash shows no help texts.
        let helps = shell != "bash";
        assert_eq!(zh.contains("有问题时退出码也为 0"), helps, "{shell}");
        assert_eq!(en.contains("exit with 0 even when"), helps, "{shell}");
        assert!(en.is_ascii() || en.contains('…'), "{shell}: {en}");
        for frame in ["On a terminal", "Always", "Print help"] {
            assert!(!zh.contains(frame), "{shell}: {frame}");
        }
    }
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(planlint(folder.path(), &["completions", "cmd"]).status.code(), Some(2));
}

#[test]
fn the_manual_page_holds_every_command_with_its_options() {
    let [zh, en] = ["zh", "en"].map(|language| said(&["man", "--lang", language]));
    for page in [&zh, &en] {
        assert_eq!(page.matches(".TH planlint 1 ").count(), 1);
        for command in COMMANDS {
            assert!(page.contains(&format!(".SS \"planlint {command}\"\n")), "{page}");
        }
        for option in ["max\\-findings", "stdin\\-filename", "fail\\-on"] {
            assert_eq!(
                page.matches(&format!("\\fB\\-\\-{option}\\fR \\fI")).count(),
                1,
                "{option}"
            );
        }
    }
    let heads = |page: &str| {
        let heads = page.lines().filter_map(|line| line.strip_prefix(".SH ")).map(str::to_owned);
        heads.collect::<Vec<_>>()
    };
    assert_eq!(heads(&zh), ["名称", "用法", "命令", "通用选项", "选项", "退出码"]);
    assert_eq!(heads(&en).len(), 6);
    assert!(heads(&en).iter().all(|head| head.is_ascii()), "{:?}", heads(&en));
}
