//! `planlint completions`: what a shell needs to complete commands and options.

use std::io::Write;

use clap::{Arg, Args, builder::PossibleValuesParser};
use clap_complete::{Shell, generate};

use super::{CommandFailure, Ending, Session, localise};

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    #[arg(
        value_name = "SHELL",
        value_enum,
        help = "bash、zsh、fish、powershell 或 elvish|bash, zsh, fish, powershell or elvish"
    )]
    shell: Shell,
}

impl Completions {
    /// Writes the script.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let command =
            localise::command_in_language(session.language()).mut_args(without_english_help);
        let mut command = command.mut_subcommands(|sub| sub.mut_args(without_english_help));
        // The generator panics when it cannot write, so it writes to memory.
        let mut script = Vec::new();
        generate(self.shell, &mut command, "planlint", &mut script);
        out.write_all(&script).map_err(CommandFailure::Output)?;
        Ok(Ending::Clean)
    }
}

/// The argument with its values but without what the code says of them, which is in English.
fn without_english_help(argument: Arg) -> Arg {
    let values = argument.get_possible_values();
    let names: Vec<String> = values.iter().map(|value| value.get_name().to_owned()).collect();
    if names.is_empty() || !argument.get_action().takes_values() {
        return argument;
    }
    argument.value_parser(PossibleValuesParser::new(names))
}
