//! What is said when the arguments make no sense.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::{
    Error,
    error::{ContextKind, ContextValue, ErrorKind},
};

use crate::words::Language;

use super::{
    failure::complain,
    sink::{Sink, Speech},
};

/// Shows `error`, or the help that was asked for, and gives the exit code.
pub(super) fn report(error: &Error, language: Language) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let mut out = Sink::new(std::io::stdout().lock(), Speech::Text, false);
        let shown = write!(out, "{}", error.render()).and_then(|()| out.flush());
        let failed = shown.is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe);
        return if failed { ExitCode::from(2) } else { ExitCode::SUCCESS };
    }
    let text = match language {
        Language::Zh => usage_error_in_chinese(error),
        Language::En => error.render().to_string(),
    };
    // Nobody is left to tell when stderr is closed.
    let _ = complain(text.trim_end());
    ExitCode::from(2)
}

/// The error in Chinese, with what was probably meant.
fn usage_error_in_chinese(error: &Error) -> String {
    let word = |kind| context(error, kind).unwrap_or_default();
    let argument = word(ContextKind::InvalidArg);
    let value = word(ContextKind::InvalidValue);
    let reason = match error.kind() {
        ErrorKind::UnknownArgument => format!("不认识的参数：{argument}"),
        ErrorKind::InvalidSubcommand => {
            format!("没有这个命令：{}", word(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 缺少取值"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("{argument} 的取值“{value}”不可用")
        }
        ErrorKind::MissingRequiredArgument => format!("缺少参数：{argument}"),
        ErrorKind::ArgumentConflict => {
            format!("{argument} 不能与 {} 同时使用", word(ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues => format!("{argument} 的取值过多"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} 的取值个数不对")
        }
        ErrorKind::NoEquals => format!("{argument} 与取值之间要写 ="),
        ErrorKind::InvalidUtf8 => "参数不是 UTF-8 文字".to_owned(),
        _ => "命令的写法不对".to_owned(),
    };
    let known = context(error, ContextKind::ValidValue);
    let known = known.map_or(String::new(), |known| format!("；可用：{known}"));
    let meant =
        [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    let meant = meant.into_iter().find_map(|kind| closest(error, kind));
    let meant = meant.map_or(String::new(), |meant| format!("；是否为 {meant}？"));
    format!("{reason}{known}{meant}\n加 --help 查看用法")
}

/// The best of several suggestions, which is the last.
fn closest(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::Strings(words) => words.last().cloned(),
        _ => context(error, kind),
    }
}

fn context(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(word) => Some(word.clone()),
        ContextValue::Strings(words) if !words.is_empty() => Some(words.join("、")),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_said_in_chinese() {
        let said = |words: &[&str]| {
            let command = super::super::localise::command_in_language(Language::Zh);
            usage_error_in_chinese(&command.try_get_matches_from(words).unwrap_err())
        };
        assert_eq!(
            said(&["planlint", "chek"]),
            "没有这个命令：chek；是否为 check？\n加 --help 查看用法"
        );
        assert_eq!(
            said(&["planlint", "--thread", "2"]),
            "不认识的参数：--thread；是否为 --threads？\n加 --help 查看用法"
        );
        assert!(said(&["planlint", "--color", "blue"]).contains("可用：auto、always、never"));
        assert!(said(&["planlint", "--threads", "x"]).contains("“x”"));
    }
}
