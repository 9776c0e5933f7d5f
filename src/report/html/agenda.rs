//! The agenda as a chair needs it, and how much of it stands on page one: as many rows as one A4 page holds.

use serde::Serialize;

use crate::{
    report::{AgendaRow, BesideRow, Card, Material},
    text::{display_width, escape},
    words::{first_clause, without_aside},
};

/// One row as it is shown.
#[derive(Debug, Serialize)]
pub(super) struct Item<'a> {
    row: &'a AgendaRow,
    /// What the rule of the worst finding is called.
    title: &'a str,
    /// What the worst finding says, without the indicator that the row already names.
    worst: &'a str,
    /// The value above and the plan's own, where it compares the two.
    sides: Vec<&'a BesideRow>,
    gap: &'a str,
    /// The regions concerned, and who answers for the worst row in its plan.
    who: String,
    /// What is proposed, region by region where they have to do different things.
    help: String,
    /// Whether a line goes on below the row.
    more: bool,
}

/// The rows of page one, then those of the annex.
pub(super) fn split_agenda(material: &Material) -> (Vec<Item<'_>>, Vec<Item<'_>>) {
    let mut first: Vec<Item<'_>> =
        material.agenda.iter().map(|row| Item::new(row, material)).collect();
    let rest = first.split_off(rows_on_page_one(&first, material));
    (first, rest)
}

/// What page one has for rows, a line of a row and what parts two rows, in tenths of a millimetre.
// Print has margins as GB/T 9704 asks for, which leave 225 mm of A4; title, sums and the line to sign need the rest.
// The lengths were measured in print and hold for the sizes in print.css: whoever changes these measures again.
const PAGE: usize = 1460;
const LINE: usize = 43;
const GAP: usize = 21;

/// The lines of tiers that stand beside the counts without taking room of their own.
const TIERS: usize = 4;

/// The widths of the columns, in half-width characters of print.
// They follow from the columns in print.css, 1.6 mm a character less the room between columns. Words of letters are
// narrower but break only at blanks, which comes to the same.
const TOPIC: usize = 22;
const SIDE: usize = 14;
const DISTANCE: usize = 8;
const WHO: usize = 11;
const HELP: usize = 21;
const TOLD: usize = 36;
const WHOLE: usize = 92;

/// No part of a cell is printed higher than this; its card says all.
// One sentence of a rule may be ten lines long and would push everything else off the page that a meeting is led
// from. The same bounds stand in the style sheet, which cuts the cells.
const HIGHEST: usize = 3;

/// How many of the rows fit on page one.
fn rows_on_page_one(items: &[Item<'_>], material: &Material) -> usize {
    // English needs four more lines for the sentences above and below, and what became of the decisions of last time one.
    let said = [!material.decisions.is_empty(), !material.ended.is_empty()];
    let more = material.language.pick(0, 4) + said.into_iter().map(usize::from).sum::<usize>();
    let above = material.tiers.len().saturating_sub(TIERS) + more;
    let room = PAGE.saturating_sub(above * LINE);
    let mut used = 0;
    let fits = |item: &&Item<'_>| {
        used += item.lines() * LINE + GAP;
        used <= room
    };
    // The first row that does not fit ends the page, though a lower one behind it might: the order says what is most
    // urgent, and a row must not overtake another by being short.
    items.iter().take_while(fits).count()
}

impl<'a> Item<'a> {
    fn new(row: &'a AgendaRow, material: &'a Material) -> Self {
        let number = row.cards.first().and_then(|number| number.checked_sub(1));
        let card: Option<&Card> = number.and_then(|number| material.cards.get(number));
        let owner = card.map_or("", |card| &card.owner);
        // Two places of one plan are no upper and lower one: their sentence says which they are.
        let is_gap =
            |card: &&Card| !card.gap.is_empty() && card.beside.iter().any(|side| side.elsewhere);
        let compared = card.filter(is_gap);
        let regions = row.regions.join(material.language.pick("、", ", "));
        Self {
            row,
            title: card.map_or("", |card| &card.title),
            worst: card.map_or(&row.worst, |card| &card.told),
            // Upper before own, as the columns stand; a card has its own value first.
            sides: compared.into_iter().flat_map(|card| card.beside.iter().rev()).collect(),
            gap: card.map_or("", |card| &card.gap),
            who: match (owner.is_empty(), regions.is_empty()) {
                (true, _) => regions,
                (false, true) => owner.to_owned(),
                _ => material
                    .language
                    .pick(format!("{regions}（{owner}）"), format!("{regions} ({owner})")),
            },
            help: proposals(row, material),
            more: !row.rollup.is_empty() || row.cause.is_some(),
        }
    }

    /// How many lines of print the row takes.
    fn lines(&self) -> usize {
        // The title of the rule stands below the topic, behind the tag and before the numbers.
        let tag = if self.row.is_binding { 10 } else { 0 };
        let below = tag + shown_width(self.title) + 6 + 4 * self.row.cards.len().min(4);
        let topic = high(shown_width(&self.row.topic) + 4, TOPIC) + high(below, TOPIC);
        let told = if self.sides.is_empty() { high(shown_width(self.worst), TOLD) } else { 1 };
        let sides = self.sides.iter().map(|side| {
            let width = [&side.whose, &side.value, &side.class].map(|words| shown_width(words) + 1);
            high(width.iter().sum(), SIDE)
        });
        let cells = [
            topic,
            told,
            high(shown_width(self.gap), DISTANCE),
            high(shown_width(&self.who), WHO),
            high(shown_width(&self.help), HELP),
        ];
        let row = cells.into_iter().chain(sides).max().unwrap_or(1);
        row + if self.more {
            (shown_width(&self.row.rollup) + 24).div_ceil(WHOLE).min(2)
        } else {
            0
        }
    }
}

/// What is proposed for the worst findings of a row: once where all are asked the same, else with the region before it.
fn proposals(row: &AgendaRow, material: &Material) -> String {
    let card = |number: &usize| material.cards.get(number.checked_sub(1)?);
    let worst = row.cards.iter().filter_map(card).filter(|card| card.level == row.level);
    let mut told: Vec<(&str, &str)> = Vec::new();
    for card in worst {
        let asked = (&*card.region, without_aside(first_clause(&card.help)));
        if !told.iter().any(|(_, help)| *help == asked.1) {
            told.push(asked);
        }
    }
    let (colon, stop) = material.language.pick(("：", "；"), (": ", "; "));
    match &*told {
        [(_, help)] => (*help).to_owned(),
        _ => {
            let one = |(region, help): &(&str, &str)| format!("{region}{colon}{help}");
            told.iter().map(one).collect::<Vec<_>>().join(stop)
        }
    }
}

/// Columns of print, with hidden characters as they are spelt out.
fn shown_width(words: &str) -> usize {
    display_width(&escape(words))
}

fn high(width: usize, column: usize) -> usize {
    width.div_ceil(column).clamp(1, HIGHEST)
}
