//! Plans whose last year has passed on the day of the run: what they fall short of can only be settled in the next.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    engine::World,
    words::{Language, text},
};

/// A plan whose period is over.
#[derive(Clone, Debug, Serialize)]
pub struct EndedPlan {
    /// The region; empty when not known.
    pub region: String,
    /// The title.
    pub plan: String,
    /// Its period, `2021—2025`.
    pub period: String,
}

/// The plans under review that are over on `date`, in their order.
pub(super) fn ended_plans(world: &World, date: &str, language: Language) -> Vec<EndedPlan> {
    let Some(today) = date.get(..4).and_then(|year| year.parse::<i32>().ok()) else {
        return Vec::new();
    };
    let own = world.model.plans().map(|(_, plan)| plan).filter(|plan| !plan.reference_only);
    own.filter_map(|plan| {
        let period = plan.period.filter(|period| period.end < today)?;
        let region = plan.region.map(|id| world.model.catalogue.region_of(id).name.to_string());
        Some(EndedPlan {
            region: region.unwrap_or_default(),
            plan: plan.title.to_string(),
            period: text! { language; zh: "{}—{}", en: "{}-{}"; period.start, period.end },
        })
    })
    .collect()
}

/// `规划期已满：浙江省、湖州市（2021—2025），所列目标作终期核对，需要调整的落实到下一期规划`; empty where none is over.
pub(super) fn ended_sentence(ended: &[EndedPlan], language: Language) -> String {
    let mut by_period: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for one in ended {
        let name = if one.region.is_empty() { &one.plan } else { &one.region };
        let names = by_period.entry(&one.period).or_default();
        if !names.contains(&&**name) {
            names.push(name);
        }
    }
    let comma = language.pick("、", ", ");
    let group = |(period, names): (&&str, &Vec<&str>)| {
        let names = names.join(comma);
        text! { language; zh: "{names}（{period}）", en: "{names} ({period})" }
    };
    let groups: Vec<String> = by_period.iter().map(group).collect();
    if groups.is_empty() {
        return String::new();
    }
    let groups = groups.join(comma);
    text! { language;
        zh: "规划期已满：{groups}，所列目标作终期核对，需要调整的落实到下一期规划",
        en: "Over already: {groups}; their targets can only be reviewed, and what is to change belongs in the next plan"
    }
}
