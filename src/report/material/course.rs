//! The way of an indicator through the years: bases, milestones and targets of every tier.

use serde::Serialize;

use crate::{
    engine::World,
    text::Keyed,
    views,
    words::{Language, number_with_unit, plain_number, term_of, unit_in_words},
};

/// One indicator through the years, for a chart.
#[derive(Clone, Debug, Serialize)]
pub struct CourseChart {
    /// A name for links, unique in the material: `course-3`.
    pub id: String,
    /// The indicator as the catalogue calls it, without unit: what cards are linked by.
    pub indicator: String,
    /// The unit as the highest plan prints it; empty when there is none.
    pub unit: String,
    /// `higher`, `lower`, `neither` or `unknown`: which way is better.
    pub direction: &'static str,
    /// The plans that state it, the highest region first.
    pub curves: Vec<ChartCurve>,
}

/// One plan's way.
#[derive(Clone, Debug, Serialize)]
pub struct ChartCurve {
    /// The region.
    pub region: String,
    /// The plan's title.
    pub plan: String,
    /// How many regions with plans lie above.
    pub depth: usize,
    /// 约束性 or 预期性; empty when neither is said.
    pub class: String,
    /// Its points by year.
    pub points: Vec<ChartPoint>,
}

/// One value.
#[derive(Clone, Debug, Serialize)]
pub struct ChartPoint {
    /// The year.
    pub year: i32,
    /// The number in the unit of the course, exact.
    pub number: String,
    /// `base`, `observed`, `milestone` or `target`.
    pub kind: &'static str,
    /// The value as the plan writes it, with its unit where that is another one than the chart's.
    pub written: String,
}

/// The courses of all indicators that at least two plans state with numbers.
pub(super) fn course_charts(world: &World, language: Language) -> Vec<CourseChart> {
    let courses = views::indicator_courses(world);
    courses.iter().zip(1..).map(|(course, number)| course_chart(course, number, language)).collect()
}

fn course_chart(course: &views::IndicatorCourse, number: usize, language: Language) -> CourseChart {
    CourseChart {
        id: format!("course-{number}"),
        indicator: course.indicator.to_string(),
        unit: unit_in_words(language, &course.unit).into_owned(),
        direction: course.direction.map_or("unknown", |direction| direction.key()),
        curves: course.curves.iter().map(|curve| curved(curve, language)).collect(),
    }
}

/// The value as the plan writes it, with its unit where that is not the unit of the chart.
fn point_with_unit(language: Language, point: &views::CoursePoint) -> String {
    point.unit.as_ref().map_or_else(
        || point.written.clone(),
        |unit| number_with_unit(language, &point.written, unit),
    )
}

fn curved(curve: &views::PlanCurve, language: Language) -> ChartCurve {
    let point = |point: &views::CoursePoint| ChartPoint {
        year: point.year,
        number: plain_number(point.number),
        kind: point.kind.key(),
        written: point_with_unit(language, point),
    };
    ChartCurve {
        region: curve.plan.region.to_string(),
        plan: curve.plan.plan.to_string(),
        depth: curve.depth,
        class: curve.class.map(|class| term_of(language, class).to_owned()).unwrap_or_default(),
        points: curve.points.iter().map(point).collect(),
    }
}
