//! `planlint read`: how phrases are understood.

use std::io::{self, BufRead, Read as _, Write};

use clap::Args;

use crate::{
    emit::escape,
    quantity::{self, Reading},
    text::decode,
};

use super::{Ending, Failure, Session, reading};

/// Arguments of `read`.
#[derive(Debug, Args)]
pub(super) struct Read {
    #[arg(
        value_name = "表述|PHRASE",
        required = true,
        allow_negative_numbers = true,
        help = "指标表述；- 表示从标准输入逐行读取|phrases; - reads them from standard input, one a line"
    )]
    phrases: Vec<String>,
    #[arg(long, value_name = "格式|FORMAT", default_value = "text", value_parser = ["text", "json"], help = "输出格式：text 或 json（每行一个对象）|format of the output: text or json, one object a line")]
    format: String,
}

/// The next line in any encoding a plan may have; it is cut where no phrase goes on.
fn line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    const LONGEST: u64 = 1 << 20;
    let mut bytes = Vec::new();
    if input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let text = decode(&bytes).text;
    Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()))
}

impl Read {
    /// Reads each phrase and writes what it means.
    pub(super) fn run(&self, session: &Session, out: &mut dyn Write) -> Result<Ending, Failure> {
        for phrase in &self.phrases {
            if phrase == "-" {
                let mut input = io::stdin().lock();
                while let Some(line) =
                    line(&mut input).map_err(|error| Failure::File("-".into(), error))?
                {
                    self.one(session, &line, out)?;
                }
            } else {
                self.one(session, phrase, out)?;
            }
        }
        Ok(Ending::Clean)
    }

    fn one(&self, session: &Session, phrase: &str, out: &mut dyn Write) -> Result<(), Failure> {
        let read: Reading = quantity::read(phrase);
        let written = match self.format.as_str() {
            "json" => serde_json::to_writer(&mut *out, &reading::shape(phrase, &read))
                .map_err(io::Error::from)
                .and_then(|()| writeln!(out)),
            _ => {
                let said = reading::say(session.language(), phrase, &read);
                writeln!(out, "{}  →  {}", escape(phrase), escape(&said))
            }
        };
        written.map_err(Failure::Output)
    }
}
