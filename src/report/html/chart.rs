//! The way of an indicator through the years as a drawing: plain geometry, which the template lays out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::{Card, Course, Curve, Point};

use super::{
    axis::{Scale, Tick, px, range},
    labels::apart,
    stroke::{area, path, sign},
};

/// The sheet: the plot lies between these, names stand on its right.
const LEFT: f64 = 46.0;
const RIGHT: f64 = 282.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 196.0;

/// Lines that are drawn and named; all others together are one band.
const NAMED: usize = 10;

/// One drawing.
#[derive(Debug, Serialize)]
pub(super) struct Chart<'a> {
    course: &'a Course,
    is_log: bool,
    years: Vec<Tick>,
    levels: Vec<Tick>,
    lines: Vec<Line<'a>>,
    /// What the lines without a name lie between; empty when there are too few of them.
    band: String,
    /// How many lines have no name.
    others: usize,
    /// The numbers of the cards that link here.
    cards: Vec<usize>,
    /// The level of the loudest of them; empty when there is none.
    level: &'static str,
}

/// The line of one plan.
#[derive(Debug, Serialize)]
struct Line<'a> {
    curve: &'a Curve,
    /// Which of the styles it has; 0 for the highest plans.
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
    /// The level of the loudest finding on it; empty when there is none.
    level: &'static str,
    /// Its last value as written.
    last: &'a str,
}

/// The drawings of all courses, those with findings first.
pub(super) fn charts<'a>(courses: &'a [Course], cards: &'a [Card]) -> Vec<Chart<'a>> {
    let mut spoken: BTreeMap<&str, Vec<&Card>> = BTreeMap::new();
    for card in cards.iter().filter(|card| !card.course.is_empty()) {
        spoken.entry(&card.course).or_default().push(card);
    }
    let cards = |course: &Course| spoken.remove(&*course.id).unwrap_or_default();
    let mut cards = cards;
    let drawn = courses.iter().filter_map(|course| Drawing::of(course, &cards(course))?.chart());
    let mut charts: Vec<Chart<'_>> = drawn.collect();
    charts.sort_by_key(|chart| match chart.level {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    });
    charts
}

/// A curve with the numbers of its points.
struct Traced<'a> {
    curve: &'a Curve,
    level: &'static str,
    points: Vec<(&'a Point, f64)>,
}

/// What a drawing is made of.
struct Drawing<'a> {
    course: &'a Course,
    cards: Vec<usize>,
    level: &'static str,
    named: Vec<Traced<'a>>,
    others: Vec<Traced<'a>>,
    x: Scale,
    y: Scale,
}

impl<'a> Drawing<'a> {
    fn of(course: &'a Course, cards: &[&'a Card]) -> Option<Self> {
        let traced: Vec<Traced<'a>> =
            course.curves.iter().filter_map(|curve| Traced::of(curve, cards)).collect();
        let points = || traced.iter().flat_map(|traced| &traced.points);
        let x = Scale::years(points().map(|(point, _)| point.year.into()), LEFT, RIGHT)?;
        let y = Scale::holding(points().map(|(_, number)| *number), BOTTOM, TOP)?;
        let (named, others) = chosen(traced);
        Some(Self {
            course,
            cards: cards.iter().map(|card| card.number).collect(),
            level: cards.first().map_or("", |card| card.level),
            named,
            others,
            x,
            y,
        })
    }

    fn chart(self) -> Option<Chart<'a>> {
        let highest = self.named.iter().map(|traced| traced.curve.depth).min()?;
        let ends: Vec<f64> = self.named.iter().map(|traced| self.end(traced).1).collect();
        let names = apart(&ends, TOP, BOTTOM);
        let mut style = 0;
        let mut line = |(traced, name): (&Traced<'a>, &f64)| {
            style += usize::from(traced.curve.depth > highest);
            self.line(traced, if traced.curve.depth > highest { style } else { 0 }, *name)
        };
        Some(Chart {
            course: self.course,
            is_log: self.y.is_log,
            years: self.years(),
            levels: self.y.ticks(),
            lines: self.named.iter().zip(&names).map(&mut line).collect(),
            band: self.band(),
            others: self.others.len(),
            cards: self.cards.clone(),
            level: self.level,
        })
    }

    fn line(&self, traced: &Traced<'a>, style: usize, name: f64) -> Line<'a> {
        let places: Vec<_> = traced.points.iter().map(|point| self.place(point)).collect();
        let signs = |planned: bool| {
            let of = traced.points.iter().filter(|(point, _)| is_planned(point) == planned);
            of.map(|point| sign(style, self.place(point))).collect()
        };
        let end = self.end(traced);
        let is_moved = (end.1 - name).abs() > 2.0 || RIGHT - end.0 > 2.0;
        let leader = [(end.0 + 5.0, end.1), (RIGHT + 6.0, name), (RIGHT + 9.0, name)];
        Line {
            curve: traced.curve,
            style,
            path: path(&places),
            hollow: signs(false),
            solid: signs(true),
            leader: if is_moved { path(&leader) } else { String::new() },
            y: px(name + 4.0),
            level: traced.level,
            last: traced.points.last().map_or("", |(point, _)| &point.written),
        }
    }

    fn place(&self, (point, number): &(&Point, f64)) -> (f64, f64) {
        (self.x.place(point.year.into()), self.y.place(*number))
    }

    fn end(&self, traced: &Traced<'_>) -> (f64, f64) {
        traced.points.last().map_or((RIGHT, BOTTOM), |point| self.place(point))
    }

    /// The years that have points, as far as their names have room.
    fn years(&self) -> Vec<Tick> {
        let all = self.named.iter().chain(&self.others);
        let mut years: Vec<i32> =
            all.flat_map(|traced| traced.points.iter().map(|(point, _)| point.year)).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        let mut free = f64::MAX;
        years.retain(|year| {
            let at = self.x.place((*year).into());
            let has_room = at <= free;
            free = if has_room { at - 30.0 } else { free };
            has_room
        });
        let tick =
            |year: &i32| Tick { at: px(self.x.place((*year).into())), label: year.to_string() };
        years.iter().rev().map(tick).collect()
    }

    /// What the lines without a name lie between, year by year.
    fn band(&self) -> String {
        let mut years: BTreeMap<i32, Vec<f64>> = BTreeMap::new();
        for (point, number) in self.others.iter().flat_map(|traced| &traced.points) {
            years.entry(point.year).or_default().push(*number);
        }
        years.retain(|_, numbers| numbers.len() > 1);
        let spans = years.into_iter().filter_map(|(year, numbers)| {
            let (low, high) = range(numbers.into_iter())?;
            let x = self.x.place(year.into());
            Some(((x, self.y.place(high)), (x, self.y.place(low))))
        });
        let (upper, lower): (Vec<_>, Vec<_>) = spans.unzip();
        if upper.len() < 2 { String::new() } else { area(&upper, &lower) }
    }
}

impl<'a> Traced<'a> {
    fn of(curve: &'a Curve, cards: &[&'a Card]) -> Option<Self> {
        let numbered = |point: &'a Point| {
            let number = point.number.parse().ok().filter(|number: &f64| number.is_finite());
            Some((point, number?))
        };
        let points: Vec<_> = curve.points.iter().filter_map(numbered).collect();
        let level = cards.iter().find(|card| card.region == curve.region);
        let level = level.map_or("", |card| card.level);
        (!points.is_empty()).then_some(Self { curve, level, points })
    }
}

/// Parts those that are drawn by name: the highest two, then those with findings, then by height.
fn chosen(all: Vec<Traced<'_>>) -> (Vec<Traced<'_>>, Vec<Traced<'_>>) {
    let rank = |(index, traced): (usize, &Traced<'_>)| {
        let loud = ["error", "warning"].contains(&traced.level);
        (!(index < 2 || loud), traced.curve.depth, index)
    };
    let mut ranks: Vec<_> = all.iter().enumerate().map(rank).collect();
    ranks.sort_unstable();
    ranks.truncate(NAMED);
    let mut kept: Vec<usize> = ranks.into_iter().map(|(_, _, index)| index).collect();
    kept.sort_unstable();
    let (named, others): (Vec<_>, Vec<_>) =
        all.into_iter().enumerate().partition(|(index, _)| kept.binary_search(index).is_ok());
    (plain(named), plain(others))
}

fn plain(numbered: Vec<(usize, Traced<'_>)>) -> Vec<Traced<'_>> {
    numbered.into_iter().map(|(_, traced)| traced).collect()
}

fn is_planned(point: &Point) -> bool {
    matches!(point.kind, "milestone" | "target")
}
