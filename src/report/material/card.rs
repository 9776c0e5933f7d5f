//! One finding with everything a reviewer needs to settle it.

use serde::Serialize;

use crate::{
    finding::Level,
    words::{Language, text},
};

use super::{BesideRow, Quote};

/// One finding.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// Its short number in this material, from 1.
    pub number: usize,
    /// Its stable id.
    pub id: String,
    /// How loud it is.
    pub level: Level,
    /// The level in words.
    pub level_word: &'static str,
    /// The rule's name.
    pub rule: &'static str,
    /// The rule's title.
    pub title: String,
    /// The region; empty when the finding has none.
    pub region: String,
    /// The region of the plan and those above it, the highest first: `江苏省/徐州市/鼓楼区`; empty when not known. Several
    /// regions may have one name, and no two have one line.
    pub line: String,
    /// The tier of the region's plan; empty when not known.
    pub tier: String,
    /// The plan's title.
    pub plan: String,
    /// The indicator as the plan prints it; empty when the finding is about none.
    pub indicator: String,
    /// The indicator as the catalogue calls it: what findings of several plans have in common.
    pub measure: String,
    /// The year.
    pub year: Option<i32>,
    /// Whether one end is binding.
    pub is_binding: bool,
    /// The value it is about, as written; empty when there is none.
    pub own: String,
    /// The value it is compared with, as written; empty when there is none.
    pub other: String,
    /// The region whose value that is, where it is another one's; empty otherwise.
    pub whose: String,
    /// The unit both are in; empty when not said.
    pub unit: String,
    /// The gap in words: `1 个百分点`; empty when there is none.
    pub gap: String,
    /// The trajectory in words; empty when not known.
    pub trajectory_word: &'static str,
    /// The values it compares, its own first; none where there are not two.
    pub beside: Vec<BesideRow>,
    /// 责任单位 of its own row; empty where the plan names none.
    pub owner: String,
    /// What is found, with the arithmetic.
    pub message: String,
    /// The same for papers that name the indicator beside it: without it, where the sentence begins by naming it.
    pub told: String,
    /// What to do; empty when there is nothing to say.
    pub help: String,
    /// What it rests on where no catalogue of the workspace says so; empty otherwise.
    pub basis: String,
    /// Whether it rests on an inference and wants a second look.
    pub wants_review: bool,
    /// The places it speaks of, its own first.
    pub quotes: Vec<Quote>,
    /// The link to the chart of its indicator; empty when there is none.
    pub course: String,
    /// The number of the card that is its root cause.
    pub cause: Option<usize>,
    /// The numbers of the cards it is the root cause of.
    pub consequences: Vec<usize>,
    /// How it stands to a decision or to the list of known findings, as a sentence; empty when neither speaks of it.
    pub standing: String,
    /// How it stands to an earlier run, when one is given.
    pub since: Option<CardSince>,
}

/// How a finding stands to an earlier run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CardSince {
    /// The earlier run had it not.
    New,
    /// Both have it.
    Known,
}

impl Card {
    /// `浙江省，约束性（本级预期性）`: whose value it is compared with, and how binding that is where either says so.
    #[must_use]
    pub fn whose_and_class(&self, language: Language) -> String {
        let [own, other] = self.beside.as_slice() else { return self.whose.clone() };
        let whose = &other.whose;
        let own_class = if own.class == other.class { "" } else { &*own.class };
        let own_class = match own_class.is_empty() {
            true => String::new(),
            false => text! { language; zh: "（本级{own_class}）", en: " (own: {own_class})" },
        };
        match other.class.is_empty() {
            true => format!("{whose}{own_class}"),
            false => text! { language;
                zh: "{whose}，{}{own_class}",
                en: "{whose}, {}{own_class}";
                other.class
            },
        }
    }

    /// Whether a meeting has to talk about it: all but what is only for information.
    #[must_use]
    pub fn is_loud(&self) -> bool {
        self.level > Level::Info
    }
}
