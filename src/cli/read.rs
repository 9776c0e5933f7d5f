//! `planlint read`: how phrases are understood, or the numbers of one whole document.

use std::{
    io::{self, BufRead, Read as _, Write},
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    emit::escape,
    quantity::{self, Reading},
    text::{FileFormat, decode},
};

use super::{
    CommandFailure, Ending, Session,
    document_options::DocumentOptions,
    marked::Marking,
    plans::{AnswerFormat, NamingPaths},
    reading,
};

/// Arguments of `read`.
#[derive(Debug, Args)]
pub(super) struct ReadCommand {
    #[arg(
        value_name = "表述或文件|PHRASE or FILE",
        required = true,
        allow_negative_numbers = true,
        help = "指标表述，- 表示从标准输入逐行读取；或一份文档、规划文件，说明其中的数各是怎么理解的|phrases, - reads them from standard input, one a line; or one document or plan file: what was made of each of its numbers"
    )]
    phrases: Vec<String>,
    #[arg(
        long,
        value_name = "格式|FORMAT",
        default_value = "text",
        value_enum,
        help = "输出格式：text 或 json（每行一个对象）|format of the output: text or json, one object a line"
    )]
    format: AnswerFormat,
    #[arg(
        short,
        long,
        value_name = "文件|FILE",
        help = "把文档原文写成网页（html），每个数都标明读出、另列还是未读出|write the document's own text as a web page (html) with each number marked: read, set aside or unread"
    )]
    output: Option<PathBuf>,
    #[command(flatten)]
    names: NamingPaths,
    #[command(flatten)]
    said: DocumentOptions,
}

const ONE: [&str; 2] = [
    "一份文档：请只写一份，表述另外读",
    "one document: name just one, and read phrases on their own",
];

/// Options that speak of a document.
const OF_DOCUMENT: [&str; 2] = [
    "用于一份文档：请写出文档的文件名，例如 planlint read 草案.docx",
    "said of one document: name it, as in planlint read draft.docx",
];

/// Whether a word is a file and no phrase: it is called like a document, or is there and lies in a folder.
fn is_file_word(word: &str) -> bool {
    let path = Path::new(word);
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let ending = ending.to_ascii_lowercase();
    FileFormat::of(&ending).is_some() || path.components().count() > 1 && path.exists()
}

/// The next line in any encoding a plan may have; it is cut where no phrase goes on.
fn read_phrase_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    const LONGEST: u64 = 1 << 20;
    let mut bytes = Vec::new();
    if input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let text = decode(&bytes).text;
    Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()))
}

impl ReadCommand {
    /// Reads each phrase and writes what it means, or does so for the numbers of a document.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        if let Some(file) = self.phrases.iter().find(|word| is_file_word(word)) {
            if self.phrases.len() > 1 {
                return Err(CommandFailure::Value("read", file.clone(), ONE));
            }
            let (path, against) = (Path::new(file), &*self.names.against);
            let (said, output, is_json) =
                (&self.said, self.output.as_deref(), self.format == AnswerFormat::Json);
            return Marking { path, against, said, output, is_json }.run(session, out);
        }
        if let Some((option, value)) = self.of_document() {
            return Err(CommandFailure::Value(option, value, OF_DOCUMENT));
        }
        for phrase in &self.phrases {
            if phrase == "-" {
                let mut input = io::stdin().lock();
                while let Some(line) = read_phrase_line(&mut input)
                    .map_err(|error| CommandFailure::File("-".into(), error))?
                {
                    self.one(session, &line, out)?;
                }
            } else {
                self.one(session, phrase, out)?;
            }
        }
        Ok(Ending::Clean)
    }

    /// The first option that makes sense for a document only.
    fn of_document(&self) -> Option<(&'static str, String)> {
        let shown = |path: &PathBuf| path.display().to_string();
        let output = self.output.as_ref().map(|path| ("-o", shown(path)));
        let against = self.names.against.first().map(|path| ("--against", shown(path)));
        output
            .or(against)
            .or_else(|| Some(self.said.first()?).map(|(option, value)| (option, value.to_owned())))
    }

    fn one(
        &self,
        session: &Session,
        phrase: &str,
        out: &mut dyn Write,
    ) -> Result<(), CommandFailure> {
        let read: Reading = quantity::read_phrase(phrase);
        let written = match self.format {
            AnswerFormat::Json => {
                serde_json::to_writer(&mut *out, &reading::phrase_shape(phrase, &read))
                    .map_err(io::Error::from)
                    .and_then(|()| writeln!(out))
            }
            AnswerFormat::Text => {
                let said = reading::say(session.language(), phrase, &read);
                writeln!(out, "{}  →  {}", escape(phrase), escape(&said))
            }
        };
        written.map_err(CommandFailure::Output)
    }
}
