//! The lines of a plan in the drawing, each with its title cut to the room that is left.

use crate::{
    config::Language,
    text::display_width,
    views::{CarriedPlan, Coverage, Leaf},
    words::{term_of, text},
};

use super::super::clip::clip;

/// Columns of a line.
// Fixed, so that the drawing is the same wherever it is made.
const WIDTH: usize = 100;

/// The strokes before a line, and the room behind them.
pub(super) struct Room(String);

impl Room {
    /// The room behind `before`.
    pub(super) fn new(before: String) -> Self {
        Self(before)
    }

    /// The strokes.
    pub(super) fn before(&self) -> &str {
        &self.0
    }

    /// `lead《title》tail` behind the strokes, the title cut where the line would be too long.
    fn titled(&self, lead: &str, title: &str, tail: &str) -> String {
        let taken: usize = [&*self.0, lead, tail].map(display_width).iter().sum();
        // Four for the marks of the title; eight are the least that tells two titles apart.
        let title = clip(title, WIDTH.saturating_sub(taken + 4).max(8));
        format!("{}{lead}《{title}》{tail}", self.0)
    }
}

/// 《湖州市…规划》2021—2025，专项规划，印发.
pub(super) fn tree_plan_line(language: Language, room: &Room, plan: &Leaf) -> String {
    let mut said = Vec::new();
    said.extend(plan.period.map(|period| {
        let (start, end) = (period.start, period.end);
        text! { language; zh: "{start}—{end}", en: "{start}-{end}" }
    }));
    said.extend(plan.kind.map(|kind| term_of(language, kind).to_owned()));
    said.extend(plan.status.map(|status| term_of(language, status).to_owned()));
    let flags = [
        (plan.coverage == Coverage::Excerpt, "节选", "excerpt"),
        (plan.is_orphan, "没有上级规划", "no plan above"),
        (plan.is_double, "与另一文件重复", "stands in two files"),
    ];
    let flags = flags.into_iter().filter(|(holds, ..)| *holds);
    said.extend(flags.map(|(_, zh, en)| language.pick(zh, en).to_owned()));
    let said = said.join(language.pick("，", ", "));
    let gap = if said.is_empty() { "" } else { " " };
    room.titled("", &plan.title, &format!("{gap}{said}"))
}

/// 遵循本地《湖州市…规划纲要》.
pub(super) fn outline(language: Language, room: &Room, title: &str) -> String {
    room.titled(language.pick("  遵循本地", "  obeys its own "), title, "")
}

/// 承接湖州市《…》：11/15 项，其中约束性 2/3 项.
pub(super) fn carried_plan_line(language: Language, room: &Room, carried: &CarriedPlan) -> String {
    let region = clip(&carried.region, 24);
    let CarriedPlan { asked, carried: stated, binding_asked, binding_carried, .. } = carried;
    if *asked == 0 {
        let lead = text! { language; zh: "  上级 {region}", en: "  below {region} " };
        return room.titled(&lead, &carried.title, "");
    }
    let binding = match binding_asked {
        0 => String::new(),
        all => text! { language;
            zh: "，其中约束性 {binding_carried}/{all} 项",
            en: ", binding {binding_carried}/{all}"
        },
    };
    let tail = text! { language;
        zh: "：{stated}/{asked} 项{binding}",
        en: ": {stated}/{asked} indicators{binding}"
    };
    let lead = text! { language; zh: "  承接 {region}", en: "  carries on {region} " };
    room.titled(&lead, &carried.title, &tail)
}
