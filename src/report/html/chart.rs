//! The way of an indicator through the years as a drawing: plain geometry, which the template lays out.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::Serialize;

use crate::{
    finding::Level,
    report::{Card, ChartCurve, ChartPoint, CourseChart, Material},
    text::{display_width, escape},
    words::{Language, level_sign},
};

use super::{
    axis::{Scale, Tick, px, smallest_and_largest},
    labels::move_apart,
    stroke::{stroke_area, stroke_path, stroke_sign},
    traced::{Traced, is_planned, part_drawn_by_name},
};

/// The sheet: the plot lies between these, names stand on its right.
// These edges stand in chart.html as well (its sheet is 420 wide and 222 high): there the lines of the grid are
// drawn from 46 to 282, and names begin at 294.
const LEFT: f64 = 46.0;
const RIGHT: f64 = 282.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 196.0;

/// The least distance between the names of two years.
// Four digits at the size of the drawing take about 25.
const YEAR: f64 = 32.0;

/// Half-width characters that a name has room for.
// From 294 to the edge at 420 are 126 units, six for each half-width character.
const ROOM: usize = 21;

/// One drawing.
#[derive(Debug, Serialize)]
pub(super) struct Chart<'a> {
    course: &'a CourseChart,
    /// What the loudest finding says, which the drawing shows.
    claim: &'a str,
    years: Vec<Tick>,
    levels: Vec<Tick>,
    lines: Vec<ChartLine<'a>>,
    /// What the lines without a name lie between; empty when there are too few of them.
    band: String,
    /// How many lines have no name.
    others: usize,
    /// The numbers of the cards that link here.
    cards: Vec<usize>,
    /// The level of the loudest of them.
    level: Option<Level>,
}

/// The last style that the style sheet has.
// Ten lines without a head among them share it at the end: two that look alike are better than one that nobody sees.
const LAST_STYLE: usize = 9;

/// The line of one plan.
#[derive(Debug, Serialize)]
struct ChartLine<'a> {
    curve: &'a ChartCurve,
    /// Which of the styles it has; 0 for the plans that stand above all others.
    style: usize,
    path: String,
    /// Signs of what is or was.
    hollow: String,
    /// Signs of what is planned.
    solid: String,
    /// From its end to its name, where that had to move; else empty.
    leader: String,
    /// Where its name stands.
    y: String,
    /// Its name: a sign where something is found, the region, its last value as far as there is room.
    name: String,
    /// Its last value as written.
    last: &'a str,
}

impl<'a> Chart<'a> {
    /// The name that cards link to.
    pub(super) fn id(&self) -> &'a str {
        &self.course.id
    }
}

/// The drawings of all courses, those with findings first.
pub(super) fn charts(material: &Material) -> Vec<Chart<'_>> {
    let Material { courses, cards, .. } = material;
    let mut spoken: BTreeMap<&str, Vec<&Card>> = BTreeMap::new();
    for card in cards.iter().filter(|card| !card.course.is_empty()) {
        spoken.entry(&card.course).or_default().push(card);
    }
    let mut cards = |course: &CourseChart| spoken.remove(&*course.id).unwrap_or_default();
    let drawn = courses
        .iter()
        .filter_map(|course| Drawing::of(course, &cards(course))?.chart(material.language));
    let mut charts: Vec<Chart<'_>> = drawn.collect();
    // What is only for information moves no chart.
    charts.sort_by_key(|chart| Reverse(chart.level.filter(|level| *level > Level::Info)));
    charts
}

/// What a drawing is made of.
struct Drawing<'a> {
    course: &'a CourseChart,
    cards: Vec<usize>,
    level: Option<Level>,
    claim: &'a str,
    named: Vec<Traced<'a>>,
    others: Vec<Traced<'a>>,
    x: Scale,
    y: Scale,
}

impl<'a> Drawing<'a> {
    fn of(course: &'a CourseChart, cards: &[&'a Card]) -> Option<Self> {
        // The curves stand in the order of the tree, a region before those below it: so whether anybody below states
        // the indicator shows in the very next one.
        let nexts = course.curves.iter().skip(1).map(Some).chain([None]);
        let pairs = course.curves.iter().zip(nexts);
        let traced: Vec<Traced<'a>> =
            pairs.filter_map(|(curve, next)| Traced::of(curve, next, cards)).collect();
        let points = || traced.iter().flat_map(|traced| &traced.points);
        let x = Scale::years(points().map(|(point, _)| point.year.into()), LEFT, RIGHT)?;
        let y = Scale::holding(points().map(|(_, number)| *number), BOTTOM, TOP)?;
        let (named, others) = part_drawn_by_name(traced);
        Some(Self {
            course,
            cards: cards.iter().map(|card| card.number).collect(),
            level: cards.first().map(|card| card.level),
            claim: cards.iter().find(|card| shows(course, card)).map_or("", |card| &card.told),
            named,
            others,
            x,
            y,
        })
    }

    fn chart(self, language: Language) -> Option<Chart<'a>> {
        let highest = self.named.iter().map(|traced| traced.curve.depth).min()?;
        let ends: Vec<f64> = self.named.iter().map(|traced| self.end(traced).1).collect();
        let names = move_apart(&ends, TOP, BOTTOM);
        let (mut lines, mut below) = (Vec::new(), 0);
        for (traced, name) in self.named.iter().zip(names) {
            // A region without any below it is no measure for the others, however high it stands.
            let is_head = traced.curve.depth == highest && traced.is_above;
            below += usize::from(!is_head);
            lines.push(self.line(traced, if is_head { 0 } else { below.min(LAST_STYLE) }, name));
        }
        Some(Chart {
            course: self.course,
            claim: self.claim,
            years: self.years(),
            levels: self.y.ticks(language),
            lines,
            band: self.band(),
            others: self.others.len(),
            cards: self.cards,
            level: self.level,
        })
    }

    fn line(&self, traced: &Traced<'a>, style: usize, name: f64) -> ChartLine<'a> {
        let places: Vec<_> = traced.points.iter().map(|point| self.place(point)).collect();
        let signs = |planned: bool| {
            let of = traced.points.iter().filter(|(point, _)| is_planned(point) == planned);
            of.map(|point| stroke_sign(style, self.place(point))).collect()
        };
        let end = self.end(traced);
        // A name beside its own end needs no line to it. Two units are less than half of a sign.
        let is_moved = (end.1 - name).abs() > 2.0 || RIGHT - end.0 > 2.0;
        let leader = [(end.0 + 5.0, end.1), (RIGHT + 6.0, name), (RIGHT + 9.0, name)];
        let last = traced.points.last().map_or("", |(point, _)| &*point.written);
        ChartLine {
            curve: traced.curve,
            style,
            path: stroke_path(&places),
            hollow: signs(false),
            solid: signs(true),
            leader: if is_moved { stroke_path(&leader) } else { String::new() },
            y: px(name + 4.0),
            name: curve_name(traced.level, &traced.curve.region, last),
            last,
        }
    }

    fn place(&self, (point, number): &(&ChartPoint, f64)) -> (f64, f64) {
        (self.x.place(point.year.into()), self.y.place(*number))
    }

    fn end(&self, traced: &Traced<'_>) -> (f64, f64) {
        traced.points.last().map_or((RIGHT, BOTTOM), |point| self.place(point))
    }

    /// The first and the last year, and those between that have points, as far as their names have room.
    fn years(&self) -> Vec<Tick> {
        let all = self.named.iter().chain(&self.others).flat_map(|traced| &traced.points);
        let mut years: Vec<i32> = all.map(|(point, _)| point.year).collect();
        years.sort_unstable();
        years.dedup();
        let at = |year: i32| self.x.place(year.into());
        let (first, last) = (years.first().copied(), years.last().copied());
        let mut free = LEFT + YEAR;
        // Both ends always have their names, since they say how long the way is; a year between them must keep off
        // the last, too, which is met only after it.
        years.retain(|&year| {
            let is_end = Some(year) == first || Some(year) == last;
            let has_room = at(year) >= free && at(year) + YEAR <= RIGHT;
            free = if has_room { at(year) + YEAR } else { free };
            is_end || has_room
        });
        years.iter().map(|&year| Tick { at: px(at(year)), label: year.to_string() }).collect()
    }

    /// What the lines without a name lie between, year by year.
    fn band(&self) -> String {
        let mut years: BTreeMap<i32, Vec<f64>> = BTreeMap::new();
        for (point, number) in self.others.iter().flat_map(|traced| &traced.points) {
            years.entry(point.year).or_default().push(*number);
        }
        // A year in which a single one of them has a value would draw the range of many together to a point.
        years.retain(|_, numbers| numbers.len() > 1);
        let spans = years.into_iter().filter_map(|(year, numbers)| {
            let (low, high) = smallest_and_largest(numbers.into_iter())?;
            let x = self.x.place(year.into());
            Some(((x, self.y.place(high)), (x, self.y.place(low))))
        });
        let (upper, lower): (Vec<_>, Vec<_>) = spans.unzip();
        if upper.len() < 2 { String::new() } else { stroke_area(&upper, &lower) }
    }
}

/// Whether the lines of a course show what a finding says: both of its values are among their points.
fn shows(course: &CourseChart, card: &Card) -> bool {
    let is_drawn = |words: &str| {
        let mut points = course.curves.iter().flat_map(|curve| &curve.points);
        points.any(|point| point.written == words)
    };
    card.is_loud() && !card.gap.is_empty() && is_drawn(&card.own) && is_drawn(&card.other)
}

/// A name of at most `ROOM`.
fn curve_name(level: Option<Level>, region: &str, last: &str) -> String {
    let sign = level_sign(level);
    let space = if sign.is_empty() { "" } else { " " };
    let whole = format!("{sign}{space}{} {}", escape(region), escape(last));
    if display_width(&whole) <= ROOM {
        return whole;
    }
    let mut used = 1;
    // Counted from 1, for the sign that says it was cut. The value is cut first, as it stands last and the table
    // below has it.
    let fits = |character: &char| {
        used += display_width(character.encode_utf8(&mut [0; 4]));
        used <= ROOM
    };
    let cut: String = whole.chars().take_while(fits).collect();
    format!("{}…", cut.trim_end())
}
