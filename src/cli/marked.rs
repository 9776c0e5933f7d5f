//! `planlint read FILE`: what was made of each number of one document, beside its own text or as lines.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use crate::{
    emit::{escape, write_marked, write_marked_json},
    engine::{self, File, Outcome, World, layout},
    finding::{Finding, Level},
    model::NumberLedger,
    quantity::{Decimal, Quantity, Unit},
    report::{self, Left, MarkedText, NumberMark},
    text::{FileId, Keyed, Source, UnreadReason},
    views::{self, MarkKind, MarkedNumber, NumberMeaning},
    words::{Language, accounted, locator, term_of, text},
};

use super::{
    CommandFailure, Ending, Session, document_options::DocumentOptions, failure::existing,
    input::CommandInput, reading,
};

/// What is asked of one document.
pub(super) struct Marking<'a> {
    /// The document.
    pub(super) path: &'a Path,
    /// Files and folders whose names count.
    pub(super) against: &'a [PathBuf],
    /// What is said of it.
    pub(super) said: &'a DocumentOptions,
    /// The page to write; without one, lines are written.
    pub(super) output: Option<&'a Path>,
    /// Whether lines are objects.
    pub(super) is_json: bool,
}

/// The rules that tell what was not read.
const LOST: [&str; 3] = ["unread-file", "unread-part", "nothing-read"];

impl Marking<'_> {
    /// Opens the document as `check` does and tells what became of its numbers; the code is 1 where it was not read as a whole.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let paths = [self.path.to_owned()];
        existing(&paths)?;
        if self.path.is_dir() {
            return Err(CommandFailure::Unread(self.path.to_owned(), "folder"));
        }
        let mut files =
            session.load(&CommandInput { paths: &paths, against: self.against, name: None })?;
        self.said.tell(&mut files, &paths, &session.settings)?;
        let own = files.iter().find(|(_, file)| !file.reference_only);
        let (shown, file) =
            own.map(|(shown, file)| (shown.clone(), file.clone())).ok_or(CommandFailure::Idle)?;
        let world = session.judge(files)?;
        let Session { settings, words, today, threads, .. } = session;
        let outcome = engine::check(&world, settings, words.sheets(), *today, *threads);
        let mut texts = world.model.sources.iter();
        let (id, source) =
            texts.find(|(_, source)| *source.path == *shown).ok_or(CommandFailure::Idle)?;
        // A document in which no plan was recognised has a text all the same.
        let unread = world.unread.iter().find(|unread| unread.file == id);
        if let Some(unread) = unread.filter(|unread| unread.reason != UnreadReason::NoPlan) {
            return Err(CommandFailure::Unread(self.path.to_owned(), unread.reason.key()));
        }
        let marked = views::marked_numbers(&world.model, id);
        let read = MarkedDocument {
            session,
            world: &world,
            outcome: &outcome,
            id,
            source,
            marked: &marked,
        };
        match self.output {
            Some(path) => read.page(&file, path, out)?,
            None => read.lines(self.is_json, out)?,
        }
        let failing = read.lost().any(|finding| finding.level == Level::Error);
        // What is wrong with files beside it is no fault of the document.
        let own = world.unread.iter().any(|unread| unread.file == id)
            || self.against.is_empty() && outcome.summary.unread > 0;
        let unread = own || session.settings.fail_on.unread && read.leaves_targets_unread();
        Ok(if failing || unread { Ending::Found } else { Ending::Clean })
    }
}

/// A document that was read.
struct MarkedDocument<'a> {
    session: &'a Session,
    world: &'a World,
    outcome: &'a Outcome,
    id: FileId,
    source: &'a Source,
    marked: &'a [MarkedNumber],
}

impl MarkedDocument<'_> {
    /// Writes a line for each number that is asked for, then what else was not read, then the counts.
    fn lines(&self, is_json: bool, out: &mut dyn Write) -> Result<(), CommandFailure> {
        let (words, numbers) = (&self.session.words, (self.source, self.marked));
        if is_json {
            let written = write_marked_json(self.outcome, numbers, words, out);
            return written.map_err(CommandFailure::Output);
        }
        let said = |one: &MarkedNumber| meaning_of_number(self.session.language(), one);
        let how = (words, self.session.options.verbose);
        write_marked(self.outcome, numbers, &said, how, out).map_err(CommandFailure::Output)?;
        for finding in self.lost() {
            let line = format!("{} {}", words.level(finding.level), words.message(finding));
            writeln!(out, "{}", escape(&line)).map_err(CommandFailure::Output)?;
        }
        writeln!(out, "{}", self.accounted()).map_err(CommandFailure::Output)
    }

    /// Writes the page and says where.
    fn page(&self, file: &File, path: &Path, out: &mut dyn Write) -> Result<(), CommandFailure> {
        let language = self.session.language();
        let model = &self.world.model;
        let tree = model.tree(self.id).cloned().unwrap_or_default();
        let name = self.source.path.rsplit('/').next().unwrap_or_default();
        let title = model.plan_in(self.id).map_or(name, |(_, plan)| &*plan.title);
        let mark = |one: &MarkedNumber| NumberMark {
            span: one.span,
            kind: one.kind.key(),
            said: meaning_of_number(language, one),
        };
        let marks: Vec<NumberMark> = self.marked.iter().map(mark).collect();
        let numbers = self.marked.iter().enumerate();
        let left = numbers.filter(|(_, one)| one.kind == MarkKind::Unread);
        let left: Vec<Left> = left.map(|(at, one)| self.left(at, one)).collect();
        let words = &self.session.words;
        let lost: Vec<String> = self.lost().map(|finding| words.message(finding)).collect();
        let text = MarkedText {
            language,
            file: &self.source.path,
            title,
            text: &self.source.text,
            layout: &layout(self.source, &tree, file),
            marks: &marks,
            kinds: &MarkKind::KEYS,
            accounted: &self.accounted(),
            left: &left,
            lost: &lost,
        };
        let page = report::marked_page(&text).map_err(CommandFailure::Output)?;
        self.session.outputs.put(path, page.as_bytes())?;
        let shown = path.display().to_string();
        let (written, stop) = language.pick(("已写入 ", "："), ("wrote ", ": "));
        writeln!(out, "{written}{}{stop}{}", escape(&shown), self.accounted())
            .map_err(CommandFailure::Output)
    }

    /// A number for the list of unread ones: by line and column, or as the reader of its document knows its place.
    fn left(&self, mark: usize, one: &MarkedNumber) -> Left {
        let language = self.session.language();
        let at = match (&one.place.locator, self.source.has_lines()) {
            (Some(known), false) => locator(language, known),
            (None, false) => language.pick("文中", "in the text").to_owned(),
            (_, true) => {
                let position = self.source.position(one.span.start);
                let (line, column) = (position.line, position.column);
                text! { language; zh: "第{line}行第{column}字", en: "line {line}, column {column}" }
            }
        };
        Left { mark, at, clause: one.clause.to_string() }
    }

    /// The findings that tell what of the document was not read.
    fn lost(&self) -> impl Iterator<Item = &Finding> {
        let own = |finding: &&Finding| finding.draft.place.file == self.id;
        self.outcome.findings.iter().filter(|finding| LOST.contains(&finding.rule)).filter(own)
    }

    fn accounted(&self) -> String {
        let ledger = self.world.model.ledgers.get(self.id.0 as usize);
        let counts = ledger.map(NumberLedger::counts).unwrap_or_default();
        accounted(self.session.language(), counts)
    }

    /// Whether a number that should be a target is unread.
    fn leaves_targets_unread(&self) -> bool {
        self.outcome.checked.iter().any(|plan| plan.in_targets.unread > 0)
    }
}

/// What a number says, or why it is set aside.
fn meaning_of_number(language: Language, one: &MarkedNumber) -> String {
    if let Some(reason) = one.kind.reason() {
        return term_of(language, reason).to_owned();
    }
    let mut told: Vec<String> = one.told.iter().map(|told| statement(language, told)).collect();
    if one.more > 0 {
        let more = one.more;
        told.push(text! { language; zh: "另有 {more} 条", en: "and {more} more" });
    }
    told.join(language.pick("；", "; "))
}

/// `城镇化率，德清县，2025年，目标值：达到 75%`.
fn statement(language: Language, told: &NumberMeaning) -> String {
    let year = text! { language; zh: "{}年", en: "{}"; told.year };
    let role = term_of(language, told.role).to_owned();
    let scope = told.scope.as_deref().map(str::to_owned);
    let region = told.region.as_deref().map(str::to_owned);
    let parts = [Some(told.indicator.clone()), scope, region, Some(year), Some(role)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let value = match &told.quantity {
        Some(quantity) => {
            reading::quantity_sentence(language, &in_chinese_magnitude(language, quantity))
        }
        None => told.value.clone(),
    };
    let (pause, colon) = language.pick(("，", "："), (", ", ": "));
    format!("{}{colon}{value}", parts.join(pause))
}

/// The same in 万 or 亿, as a Chinese reader counts.
fn in_chinese_magnitude(language: Language, quantity: &Quantity) -> Quantity {
    let mut quantity = quantity.clone();
    let Some(largest) = quantity.high.max(quantity.low).filter(|_| language == Language::Zh) else {
        return quantity;
    };
    let steps = [(100_000_000, "亿"), (10_000, "万")];
    let step = steps.into_iter().find(|(size, _)| largest >= Decimal::from(*size));
    let Some(((size, word), unit)) = step.zip(quantity.unit.as_ref()) else { return quantity };
    if unit.name.starts_with(['百', '千', '万', '亿', '%', '‰', ':']) {
        return quantity;
    }
    quantity.unit = Some(Unit::plain(&format!("{word}{}", unit.name)));
    for number in [&mut quantity.low, &mut quantity.high, &mut quantity.start, &mut quantity.change]
    {
        *number = number.and_then(|number| number.checked_div(Decimal::from(size)));
    }
    quantity
}
