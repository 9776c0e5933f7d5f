//! The frame around the arguments in one language: help texts, headings, usage lines.

use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::words::Language;

use super::arguments::Arguments;

/// The command line, speaking `language`.
pub(super) fn command_in_language(language: Language) -> Command {
    let plain = Arguments::command()
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(flag("help", 'h', ActionKind::Help, "显示帮助|show this help").global(true))
        .arg(flag("version", 'V', ActionKind::Version, "显示版本|show the version"));
    let plain = localise(plain, language).mut_subcommands(|sub| localise(sub, language));
    match language {
        Language::Zh => usages(plain),
        Language::En => plain,
    }
}

enum ActionKind {
    Help,
    Version,
}

fn flag(name: &'static str, short: char, kind: ActionKind, help: &'static str) -> Arg {
    let action = match kind {
        ActionKind::Help => ArgAction::HelpShort,
        ActionKind::Version => ArgAction::Version,
    };
    Arg::new(name).long(name).short(short).action(action).help(help)
}

/// The half of `中文|English` that is `language`.
fn half_in_language(both: &str, language: Language) -> String {
    let (zh, en) = both.split_once('|').unwrap_or((both, both));
    language.pick(zh, en).to_owned()
}

fn localise(command: Command, language: Language) -> Command {
    let about = command.get_about().map(|about| half_in_language(&about.to_string(), language));
    let command = match about {
        Some(about) => command.about(about),
        None => command,
    };
    let template = language.pick(
        "{about-with-newline}\n用法：{usage}\n\n{all-args}",
        "{about-with-newline}\nUsage: {usage}\n\n{all-args}",
    );
    command
        .help_template(template)
        .subcommand_help_heading(language.pick("命令", "Commands"))
        .subcommand_value_name(language.pick("命令", "COMMAND"))
        .mut_args(|argument| localise_argument(argument, language))
}

fn localise_argument(argument: Arg, language: Language) -> Arg {
    let heading = if argument.is_positional() {
        language.pick("参数", "Arguments")
    } else if argument.is_global_set() {
        language.pick("通用选项", "Options of every command")
    } else {
        language.pick("选项", "Options")
    };
    let help = argument.get_help().map(|help| half_in_language(&help.to_string(), language));
    let argument = argument.help_heading(heading).help(help.unwrap_or_default());
    if !argument.get_action().takes_values() {
        return argument;
    }
    let names = argument.get_value_names().unwrap_or_default();
    let names: Vec<String> = names.iter().map(|name| half_in_language(name, language)).collect();
    argument.value_names(names).hide_possible_values(true).hide_default_value(true)
}

/// Usage lines without the English placeholders that clap writes.
fn usages(command: Command) -> Command {
    let mut built = command.clone();
    built.build();
    let line = usage(&mut built);
    let lines: Vec<(String, String)> =
        built.get_subcommands_mut().map(|sub| (sub.get_name().to_owned(), usage(sub))).collect();
    lines.into_iter().fold(command.override_usage(line), |command, (name, line)| {
        command.mut_subcommand(name, |sub| sub.override_usage(line))
    })
}

fn usage(command: &mut Command) -> String {
    let usage = command.render_usage().to_string();
    let line = usage.trim_start_matches("Usage: ");
    line.replace("[OPTIONS]", "[选项]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_stands_in_both_languages() {
        for language in [Language::Zh, Language::En] {
            let command = command_in_language(language);
            for sub in command.get_subcommands().chain([&command]) {
                let helps = sub.get_arguments().map(|arg| (arg.get_id().as_str(), arg.get_help()));
                for (name, help) in helps.chain([(sub.get_name(), sub.get_about())]) {
                    let help = help.map(ToString::to_string).unwrap_or_default();
                    let chinese = help.chars().any(|c| c > '\u{2E80}');
                    assert!(!help.is_empty(), "{name} has no help");
                    assert_eq!(chinese, language == Language::Zh, "{name}: {help}");
                }
            }
        }
    }

    #[test]
    fn chinese_help_has_no_english_frame() {
        let mut chinese = command_in_language(Language::Zh);
        chinese.build();
        let mut helps = vec![chinese.render_help().to_string()];
        helps.extend(chinese.get_subcommands_mut().map(|sub| sub.render_help().to_string()));
        for help in helps {
            for word in
                ["Usage", "Options", "Commands", "Arguments", "OPTIONS", "possible", "Print"]
            {
                assert!(!help.contains(word), "{word} in {help}");
            }
        }
    }
}
