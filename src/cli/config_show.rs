//! `planlint config show`: the settings in force, and where each comes from.

use std::io::Write;

use clap::Args;
use serde_json::{Map, Value, json};

use crate::{
    config::{self, Settings},
    emit::escape,
};

use super::{CommandFailure, Ending, Session, configuration::Origins, plans::AnswerFormat};

/// Arguments of `config`.
#[derive(Debug, Args)]
pub(super) struct Config {
    #[arg(
        value_name = "操作|ACTION",
        value_parser = ["show"],
        help = "show：列出实际采用的设置|show: list the settings in force"
    )]
    _action: String,
    #[arg(long, help = "逐项注明来源|say where each comes from")]
    origin: bool,
    #[arg(
        long,
        value_name = "格式|FORMAT",
        default_value = "text",
        value_enum,
        help = "输出格式：text 或 json|format of the output: text or json"
    )]
    format: AnswerFormat,
}

impl Config {
    /// Writes the settings.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let language = Some(session.language());
        let settings = Settings { language, ..session.settings.clone() };
        let written = match self.format {
            AnswerFormat::Json => {
                serde_json::to_writer_pretty(&mut *out, &self.json(session, &settings))
                    .map_err(Into::into)
                    .and_then(|()| writeln!(out))
            }
            AnswerFormat::Text => out.write_all(self.text(session, &settings).as_bytes()),
        };
        written.map_err(CommandFailure::Output)?;
        Ok(Ending::Clean)
    }

    /// A configuration that would settle the same; origins are comments.
    fn text(&self, session: &Session, settings: &Settings) -> String {
        let language = session.language();
        let text =
            config::settings_text(settings, |key| self.origin.then(|| origin_words(session, key)));
        if !self.origin {
            return text;
        }
        let file = session.file.as_ref().map(|file| file.display().to_string());
        let file = file
            .unwrap_or_else(|| language.pick("没有配置文件", "no configuration file").to_owned());
        let mut text = format!("# {}\n{text}\n", escape(&file));
        for (key, value) in settings_of_run(session) {
            text.push_str(&format!("# {key}: {value}  # {}\n", origin_words(session, key)));
        }
        text
    }

    fn json(&self, session: &Session, settings: &Settings) -> Value {
        let mut document = json!({
            "file": session.file.as_ref().map(|file| file.display().to_string()),
            "settings": nested(settings),
        });
        if let Some(document) = document.as_object_mut().filter(|_| self.origin) {
            let run: Map<_, _> = settings_of_run(session)
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value.into()))
                .collect();
            document.insert("run".to_owned(), run.into());
            document.insert("origins".to_owned(), json!(all_origins(session, settings)));
        }
        document
    }
}

/// What a run depends on besides its settings.
fn settings_of_run(session: &Session) -> [(&'static str, String); 2] {
    let colour = if session.options.colour { "always" } else { "never" };
    [("today", session.today.to_string()), ("color", colour.to_owned())]
}

/// Where the value of `key` comes from, for people.
fn origin_words(session: &Session, key: &str) -> String {
    let language = session.language();
    let unsaid = match origin_when_unsaid(key) {
        "locale" => language.pick("系统语言", "locale"),
        "clock" => language.pick("系统时钟", "clock"),
        "terminal" => language.pick("输出终端", "terminal"),
        default => language.pick("默认", default),
    };
    session.origins.get(key).map_or(unsaid.to_owned(), |origin| escape(origin).into_owned())
}

/// What settles `key` when nobody does.
fn origin_when_unsaid(key: &str) -> &'static str {
    match key {
        "lang" => "locale",
        "today" => "clock",
        "color" => "terminal",
        _ => "default",
    }
}

/// Where everything comes from, for machines.
fn all_origins(session: &Session, settings: &Settings) -> Origins {
    let keys = config::shown_settings(settings).map(|(key, _)| key.name);
    let unsaid = |key: &str| (key.to_owned(), origin_when_unsaid(key).to_owned());
    let mut origins: Origins = keys.chain(["today", "color"]).map(unsaid).collect();
    origins.extend(session.origins.clone());
    origins
}

/// The settings as the objects that a configuration's tables are.
fn nested(settings: &Settings) -> Map<String, Value> {
    let mut nested = Map::new();
    for (key, value) in config::shown_settings(settings) {
        let value = serde_json::to_value(value).unwrap_or_default();
        match key.split() {
            (None, name) => _ = nested.insert(name.to_owned(), value),
            (Some(table), name) => {
                let table = nested.entry(table).or_insert_with(|| json!({}));
                if let Some(table) = table.as_object_mut() {
                    table.insert(name.to_owned(), value);
                }
            }
        }
    }
    nested
}
