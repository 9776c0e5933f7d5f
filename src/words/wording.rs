//! What is said of one finding: its title, message, help and notes.

use std::{fmt, sync::Arc};

use minijinja::{Environment, Value as Shown};

use crate::{
    config::Language,
    finding::{Draft, Finding, Level, Locator, SentenceFacts, Subject},
    rulebook::{RuleSheets, Wording},
};

use super::{
    environment,
    latin_names::set_off_latin_names,
    locator,
    shown::{ShownFacts, shown_arguments},
    term,
    text::text,
};

/// Puts findings into one language.
pub struct Words {
    language: Language,
    sheets: Arc<RuleSheets>,
    environment: Environment<'static>,
}

/// What is said of one finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingWording {
    /// The rule's title.
    pub title: String,
    /// What is found.
    pub message: String,
    /// What to do.
    pub help: String,
    /// What a drafter may do as long as that is out of reach; mostly nothing.
    pub meanwhile: String,
    /// What it rests on where no catalogue of the workspace says so; empty otherwise.
    pub basis: String,
    /// One sentence for each related place, in their order.
    pub notes: Vec<String>,
    /// What a fix would do, when there is one.
    pub fix: Option<String>,
}

impl FindingWording {
    /// What to do, and behind it what a drafter may do as long as that is out of reach. Letters and reports tell the first alone: what
    /// is less than the level above asks is nothing that a government writes to another.
    #[must_use]
    pub fn full_help(&self, language: Language) -> String {
        let Self { help, meanwhile, .. } = self;
        match meanwhile.is_empty() {
            true => help.clone(),
            false => text! { language; zh: "{help}（{meanwhile}）", en: "{help} ({meanwhile})" },
        }
    }
}

/// Why a sentence could not be made: the sheet asks for what the rule does not give.
#[derive(Debug)]
pub struct WordsError(minijinja::Error);

impl fmt::Display for WordsError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:#}", self.0)
    }
}

impl std::error::Error for WordsError {}

impl Words {
    /// Words in `language` from `sheets`.
    #[must_use]
    pub fn new(language: Language, sheets: Arc<RuleSheets>) -> Self {
        let environment = environment::wording_environment(language, Arc::clone(&sheets));
        Self { language, sheets, environment }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sheets the words are taken from.
    #[must_use]
    pub fn sheets(&self) -> &RuleSheets {
        &self.sheets
    }

    /// What the sheet of `rule` says in this language.
    #[must_use]
    pub fn wording(&self, rule: &str) -> Option<&Wording> {
        environment::wording(&self.sheets, self.language, rule)
    }

    /// The title of `rule`; its name when it has no sheet.
    #[must_use]
    pub fn title<'a>(&'a self, rule: &'a str) -> &'a str {
        self.wording(rule).map_or(rule, |wording| &wording.title)
    }

    /// The word for a level.
    #[must_use]
    pub fn level(&self, level: Level) -> &'static str {
        term(self.language, level.key())
    }

    /// The words for a place in a document.
    #[must_use]
    pub fn locator(&self, place: &Locator) -> String {
        locator(self.language, place)
    }

    /// What is said of `finding`.
    ///
    /// # Errors
    /// When a template of its sheet is broken or asks for a fact the draft lacks.
    pub fn try_say(&self, finding: &Finding) -> Result<FindingWording, WordsError> {
        let (rule, draft) = (finding.rule, &finding.draft);
        let facts = facts_of(draft);
        let notes = draft.related.iter().map(|related| {
            let note = format!("note/{}", related.note);
            self.render(finding, &note, &overlaid(&facts, &related.facts))
        });
        Ok(FindingWording {
            title: self.title(rule).to_owned(),
            message: self.render(finding, "message", &facts)?,
            help: self.render(finding, "help", &facts)?,
            meanwhile: match self.wording(rule).and_then(|wording| wording.meanwhile.as_ref()) {
                Some(_) => self.render(finding, "meanwhile", &facts)?,
                None => String::new(),
            },
            basis: self.basis(draft),
            notes: notes.collect::<Result<_, _>>()?,
            fix: draft.fix.as_ref().map(|_| self.render(finding, "fix", &facts)).transpose()?,
        })
    }

    /// What is said of `finding`; when its sheet is broken, the rule's title and the reason, so that one bad sentence never hides the other findings.
    #[must_use]
    pub fn say(&self, finding: &Finding) -> FindingWording {
        self.try_say(finding).unwrap_or_else(|error| FindingWording {
            title: self.title(finding.rule).to_owned(),
            message: self.broken(finding.rule, &error),
            help: String::new(),
            meanwhile: String::new(),
            basis: String::new(),
            // As many as there are related places: outputs pair the two by their order.
            notes: vec![String::new(); finding.draft.related.len()],
            fix: None,
        })
    }

    /// 按内置指标目录（越高越好、加权平均）.
    fn basis(&self, draft: &Draft) -> String {
        if draft.built_in.is_empty() {
            return String::new();
        }
        let said: Vec<&str> = draft.built_in.iter().map(|key| term(self.language, key)).collect();
        let said = said.join(self.language.pick("、", ", "));
        text! { self.language; zh: "按内置指标目录（{said}）", en: "by the built-in catalogue ({said})" }
    }

    /// The message alone: what a list of one line a finding shows.
    #[must_use]
    pub fn message(&self, finding: &Finding) -> String {
        self.render(finding, "message", &facts_of(&finding.draft))
            .unwrap_or_else(|error| self.broken(finding.rule, &error))
    }

    /// What is said of how `finding` stands to a decision or to the baseline, when one speaks of it.
    #[must_use]
    pub fn standing(&self, finding: &Finding) -> Option<String> {
        let related = finding.standing()?;
        let facts = overlaid(&facts_of(&finding.draft), &related.facts);
        self.render(finding, &format!("note/{}", related.note), &facts).ok()
    }

    fn broken(&self, rule: &str, error: &WordsError) -> String {
        format!("{} [{error}]", self.title(rule))
    }

    /// Reads every template of `rule`, so that a broken one is found before a finding needs it, and a case without a sentence.
    ///
    /// # Errors
    /// The first template that cannot be read.
    pub fn compile(&self, rule: &str) -> Result<(), WordsError> {
        // Compiling is not rendering: a missing argument is found only when a finding is said, which is why every
        // example is rendered in the tests.
        let Some(wording) = self.wording(rule) else { return Ok(()) };
        let notes = wording.notes.keys().map(|note| format!("note/{note}"));
        let (fix, meanwhile) = (wording.fix.as_ref(), wording.meanwhile.as_ref());
        let parts = ["message", "help"].into_iter().chain(fix.map(|_| "fix"));
        let parts = parts.chain(meanwhile.map(|_| "meanwhile")).map(str::to_owned);
        let cases = self.sheets.get(rule).into_iter().flat_map(|sheet| sheet.levels.keys());
        let cases: Vec<_> = cases.collect();
        for part in parts.chain(notes) {
            for case in &cases {
                let name = format!("{rule}/{case}/{part}");
                self.environment.get_template(&name).map_err(WordsError)?;
            }
        }
        Ok(())
    }

    fn render(
        &self,
        finding: &Finding,
        part: &str,
        facts: &ShownFacts,
    ) -> Result<String, WordsError> {
        let name = format!("{}/{}/{part}", finding.rule, finding.draft.case);
        let template = self.environment.get_template(&name);
        let text = template.and_then(|t| t.render(facts.clone())).map_err(WordsError)?;
        let text = text.trim().to_owned();
        Ok(match self.language {
            Language::Zh => set_off_latin_names(text, regions_of(&finding.draft)),
            Language::En => text,
        })
    }
}

/// The regions that a finding speaks of, each once.
fn regions_of(draft: &Draft) -> impl Iterator<Item = &str> {
    let compared = [&draft.compared.own, &draft.compared.other].into_iter().flatten();
    let regions = compared.map(|value| &value.region).chain([&draft.subject.region]);
    let mut known: Vec<&str> = regions.filter_map(Option::as_deref).collect();
    known.sort_unstable();
    known.dedup();
    known.into_iter()
}

/// What the draft's facts say beside what it is about: `plan`, `region`, `indicator`, `year`, `other`; a fact of the same name goes first.
fn facts_of(draft: &Draft) -> ShownFacts {
    let Subject { plan, region, indicator, year, other } = &draft.subject;
    let text = |part: &Option<Arc<str>>| part.clone().map_or(Shown::from(()), Shown::from);
    let about = [
        ("binding", Shown::from(draft.binding)),
        ("plan", text(plan)),
        ("region", text(region)),
        ("indicator", text(indicator)),
        ("year", year.map_or(Shown::from(()), Shown::from)),
        ("other", text(other)),
    ];
    let mut facts: ShownFacts = about.map(|(name, shown)| (name.into(), shown)).into();
    // Last, so that a rule can tell of another region or year than its subject's.
    facts.extend(shown_arguments(draft.facts.told()));
    facts
}

fn overlaid(facts: &ShownFacts, more: &SentenceFacts) -> ShownFacts {
    let mut all = facts.clone();
    all.extend(shown_arguments(more.told()));
    all
}
