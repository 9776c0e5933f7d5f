//! `planlint man`: the manual page, one for all commands.

use std::io::{self, Write};

use clap::Command;
use clap_mangen::Man;

use crate::words::Language;

use super::{CommandFailure, Ending, Session, localise};

/// Writes the page in the language of the output.
pub(super) fn run_man(session: &Session, out: &mut dyn Write) -> Result<Ending, CommandFailure> {
    let page = manual_page(session.language()).map_err(CommandFailure::Output)?;
    out.write_all(page.as_bytes()).map_err(CommandFailure::Output)?;
    Ok(Ending::Clean)
}

fn manual_page(language: Language) -> io::Result<String> {
    let command = localise::command_in_language(language);
    let manual = language.pick("planlint 手册", "planlint manual");
    let man = Man::new(command.clone()).title("planlint").manual(manual);
    let mut page = render_page_part(|out| {
        man.render_title(out)?;
        man.render_name_section(out)?;
        man.render_synopsis_section(out)
    })?;
    page.push_str(&format!(".SH {}\n", language.pick("命令", "COMMANDS")));
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        page.push_str(&of_command(sub.clone())?);
    }
    page.push_str(&render_page_part(|out| man.render_options_section(out))?);
    page.push_str(language.pick(CODES_ZH, CODES_EN));
    let page = QUOTES.to_owned() + &page.replace(QUOTES, "");
    Ok(match language {
        Language::Zh => {
            page.replace(".SH NAME\n", ".SH 名称\n").replace(".SH SYNOPSIS\n", ".SH 用法\n")
        }
        Language::En => page,
    })
}

/// A command with its own arguments; those of every command stand at the end of the page once.
fn of_command(command: Command) -> io::Result<String> {
    let head = format!(".SS \"planlint {}\"\n", command.get_name());
    let man = Man::new(command.disable_help_flag(true));
    let body = render_page_part(|out| {
        man.render_description_section(out)?;
        man.render_options_section(out)
    })?;
    // The heads of a page of its own have no place below the head of the command.
    let lines = body.lines().filter(|line| !line.starts_with(".SH"));
    Ok(lines.fold(head, |page, line| page + line + "\n"))
}

fn render_page_part(render: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<String> {
    let mut bytes = Vec::new();
    render(&mut bytes)?;
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// What every part begins with and the page needs once: how a quote is written.
const QUOTES: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";

const CODES_ZH: &str = ".SH 退出码\n.TP\n0\n没有达到 \\-\\-fail\\-on 级别的问题\n.TP\n1\n有这样的问题，或有未能读取的部分\n.TP\n2\n任务未能完成\n";
const CODES_EN: &str = ".SH \"EXIT STATUS\"\n.TP\n0\nnothing at or above \\-\\-fail\\-on\n.TP\n1\nfindings, or a part that could not be read\n.TP\n2\nthe job could not be done\n";
