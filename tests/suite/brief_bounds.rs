//! What the levels above accept is tight for every target, and a plan written from it has nothing said against it.

use planlint::{
    alignment::{Asks, Comparison, Cutoffs, Demand, Gap, Standing, Trajectory, weakest},
    catalogue::Relation,
    config::{Language, Settings},
    emit,
    engine::{File, Files, World, cutoffs, understand},
    finding::Level,
    model::PlanId,
    quantity::{Bound, Decimal, Direction, Interval, Verdict, verdict_of_sets},
    views::{BriefTarget, RegionBrief, RelationWord, Wanted, brief},
};

use crate::support::{TODAY, check, plans_in};

/// Numbers that look chosen at random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn number(&mut self, most: i64, decimals: u64) -> Decimal {
        let scale = u32::try_from(self.roll(decimals + 1)).unwrap();
        let rolled = i64::try_from(self.roll(10_000)).unwrap();
        Decimal::new(rolled % (most * 10_i64.pow(scale)), scale)
    }
}

/// The worst that a target of this number and set is to `demands`, nearest first, as the linter judges it.
fn standing(
    direction: Direction,
    (number, set): (Decimal, Interval),
    demands: &[Demand],
) -> Option<Standing> {
    let short = |demand: &Demand| {
        let gap = Gap::between(direction, number, demand.number).unwrap();
        (gap.0 > Decimal::ZERO && verdict_of_sets(&set, &demand.set) != Verdict::Consistent)
            .then_some(gap)
    };
    let nearest_met = demands
        .first()
        .is_none_or(|nearest| nearest.asks == Asks::Nothing || short(nearest).is_none());
    let mut judged = demands.iter().filter_map(|demand| {
        let gap = short(demand)?;
        match (demand.asks, demand.base) {
            (Asks::Nothing, _) => None,
            (Asks::OnAverage, _) if nearest_met => None,
            (Asks::OnAverage, Some(base)) => Some(match base.towards(gap, &Cutoffs::default()) {
                Trajectory::Converges => Some(Standing::CatchesUp),
                Trajectory::KeepsDistance => Some(Standing::KeepsUp),
                _ => None,
            }),
            _ => Some(None),
        }
    });
    judged.try_fold(Standing::Meets, |worst, one| Some(worst.max(one?)))
}

fn side(direction: Direction, end: Bound, range: &Interval) -> (Decimal, Interval) {
    let set = match direction {
        Direction::Lower => Interval::below(end),
        _ => Interval::above(end),
    };
    (end.value, set.meet(range))
}

#[test]
fn generated_bounds_are_tight() {
    let mut dice = Dice(7);
    let (mut bounds, mut lower_steps) = (0, 0);
    for _ in 0..20_000 {
        let direction = if dice.roll(2) == 0 { Direction::Higher } else { Direction::Lower };
        let limits = (Bound::closed(Decimal::ZERO), Bound::closed(Decimal::ONE_HUNDRED));
        let range = match dice.roll(2) {
            0 => Interval::between(limits.0, limits.1),
            _ => Interval::default(),
        };
        let demands: Vec<Demand> = (0..=dice.roll(3))
            .map(|_| {
                let number = dice.number(90, 2);
                let about = Decimal::new(i64::try_from(dice.roll(3)).unwrap(), 2) * number;
                let sign = if direction == Direction::Higher { -about } else { about };
                let open = about.is_zero() && dice.roll(4) == 0;
                let (_, set) = side(direction, Bound { value: number + sign, open }, &range);
                let asks = [Asks::Each, Asks::OnAverage, Asks::OnAverage, Asks::Nothing];
                let asks = asks[usize::try_from(dice.roll(4)).unwrap()];
                let base = dice.number(9, 2) - Decimal::ONE;
                let base = (dice.roll(4) > 0).then_some(Gap(base));
                Demand { asks, set, number, base }
            })
            .collect();
        let decimals = u32::try_from(dice.roll(4)).unwrap();
        for step in weakest(direction, &demands, &range, &Cutoffs::default(), decimals) {
            bounds += 1;
            lower_steps += usize::from(step.standing != Standing::Meets);
            let met = standing(direction, side(direction, step.end, &range), &demands);
            assert!(
                met.is_some_and(|met| met <= step.standing),
                "{direction:?} {step:?} {met:?} {demands:?}"
            );
            let unit = Decimal::new(1, decimals.max(step.end.value.normalize().scale()));
            let worse = if direction == Direction::Higher { -unit } else { unit };
            let worse = Bound { value: step.end.value + worse, ..step.end };
            let missed = standing(direction, side(direction, worse, &range), &demands);
            assert!(
                !range.holds(worse.value) || missed.is_none_or(|missed| missed > step.standing),
                "{direction:?} {step:?} {missed:?} {demands:?}"
            );
        }
    }
    assert!(bounds > 20_000 && lower_steps > 5_000, "{bounds} bounds, {lower_steps} lower steps");
}

pub fn wanted(world: &mut World, region: &str) -> Wanted {
    let id = world.model.catalogue.find_region(region).expect(region);
    Wanted { region: id, written: region.to_owned(), topic: None, period: None }
}

/// The plans of `files`, read once for several briefs.
pub fn world(files: &Files) -> World {
    understand(files.clone(), &Settings::default(), Some(1))
}

pub fn briefed(world: &mut World, region: &str, of: Option<PlanId>) -> RegionBrief {
    let mut wanted = wanted(world, region);
    let plan = of.map(|id| world.model.plan(id));
    wanted.topic = plan.and_then(|plan| plan.topic.as_deref().map(str::to_owned));
    wanted.period = plan.and_then(|plan| plan.period);
    brief(world, &cutoffs(&Settings::default()), &wanted)
}

/// A plan whose table states one phrase for each target.
fn probe(brief: &RegionBrief, phrased: &[(&BriefTarget, String)]) -> String {
    let period = brief.period.unwrap();
    let mut text = format!(
        "规划 《{}》\n地区: {}\n规划期: {}-{}\n",
        brief.title, brief.region, period.start, period.end
    );
    if let Some(topic) = &brief.topic {
        text.push_str(&format!("主题: {topic}\n"));
    }
    for plan in &brief.above {
        text.push_str(&format!("依据: 《{}》\n", plan.title));
    }
    for (target, phrase) in phrased {
        let (base_year, base) =
            target.base.as_ref().map_or((period.start - 1, ""), |b| (b.year, b.written.as_str()));
        let scope = target.scope.as_deref().unwrap_or_default();
        text.push_str(&format!(
            "\n指标表\n| 指标 | 范围 | {base_year}年实绩 | {}年目标值 | 属性 |\n|---|---|---|---|---|\n| {} | {scope} | {base} | {phrase} | 预期性 |\n",
            target.year, target.name
        ));
    }
    text
}

/// How the linter judges the one target of each table of the probe, in order.
fn judged(files: &Files, path: &str, text: String) -> Vec<(Option<Standing>, String)> {
    let mut files = files.clone();
    files.insert(path.to_owned(), File::of_bytes(text.into_bytes()));
    let world = understand(files, &Settings::default(), Some(1));
    let (plan, _) = world
        .model
        .plans()
        .find(|(_, p)| *world.model.sources.get(p.file).unwrap().path == *path)
        .unwrap();
    let shown = |one: &Comparison| {
        let child = world.model.statement(one.child);
        format!("{} {}", world.model.printed_name(child), world.model.phrase(child))
    };
    world.alignment.plan(plan).iter().map(|one| (standing_of(one), shown(one))).collect()
}

fn standing_of(comparison: &Comparison) -> Option<Standing> {
    let worst =
        |against: &planlint::alignment::Against| match (&against.relation, against.trajectory) {
            (Relation::Mean { .. }, Trajectory::Converges) => Some(Standing::CatchesUp),
            (Relation::Mean { .. }, Trajectory::KeepsDistance) => Some(Standing::KeepsUp),
            _ => None,
        };
    let mut violated = comparison.violated().map(worst);
    violated.try_fold(Standing::Meets, |worst, one| Some(worst.max(one?)))
}

/// The phrase of a step, its number one unit of its last digit worse.
fn worsened(target: &BriefTarget, step: &planlint::views::Proposal) -> Option<String> {
    let number = step.number?.normalize();
    let unit = Decimal::new(1, number.scale());
    Some(match target.direction {
        Some(Direction::Higher) => format!("≥{}", number - unit),
        _ => format!("≤{}", number + unit),
    })
}

/// Writes every step of a brief, and every step worsened; how many bounds were tried.
fn assert_tight(files: &Files, path: &str, brief: &RegionBrief) -> usize {
    let mut tried = 0;
    for at in 0..3 {
        for worse in [false, true] {
            let steps = brief.targets.iter().filter_map(|target| {
                let step = target.steps.get(at)?;
                // What stands in words of its own basis is tried as it is, and has no next number.
                let words = !step.phrase.starts_with(['≥', '≤', '>', '<']);
                let plain = !words || !step.phrase.contains(['累', '均', '[', '〔']);
                let phrase = if worse {
                    worsened(target, step)
                        .filter(|_| plain && step.lifted_by.is_none())
                        .filter(|_| target.relation != RelationWord::Own)?
                } else {
                    step.phrase.clone()
                };
                Some((target, phrase, step.standing))
            });
            let steps: Vec<_> = steps.collect();
            if steps.is_empty() {
                continue;
            }
            let phrased: Vec<_> =
                steps.iter().map(|(target, phrase, _)| (*target, phrase.clone())).collect();
            let judged = judged(files, path, probe(brief, &phrased));
            for (target, phrase, standing) in &steps {
                let shown = format!("{} {phrase}", name_of(target));
                let found = judged.iter().find(|(_, told)| *told == shown);
                assert!(found.is_some(), "{path}: {shown} in {judged:?}");
                let found = found.and_then(|(found, _)| *found);
                let holds = found.is_some_and(|found| found <= *standing);
                assert_eq!(holds, !worse, "{path}: {shown} {standing:?} {found:?} {target:#?}");
                tried += 1;
            }
        }
    }
    tried
}

pub fn name_of(target: &BriefTarget) -> String {
    let printed = planlint::catalogue::split_printed_unit(&target.name);
    printed.map_or(target.name.as_str(), |(name, _)| name).trim().to_owned()
}

/// The plans of a run with their regions and paths.
pub fn plans_of(world: &World) -> Vec<(PlanId, String, String)> {
    let plans = world.model.plans().map(|(id, plan)| {
        let path = world.model.sources.get(plan.file).unwrap().path.to_string();
        (id, plan.region_written.as_ref().unwrap().0.to_string(), path)
    });
    plans.collect()
}

#[test]
fn bounds_of_the_real_plans_are_tight() {
    let mut tried = 0;
    for folder in ["zhejiang", "outline"] {
        let files = plans_in(folder);
        let mut world = world(&files);
        for (id, region, path) in plans_of(&world) {
            let brief = briefed(&mut world, &region, Some(id));
            assert!(brief.has_plan);
            tried += assert_tight(&files, &path, &brief);
        }
        if folder == "zhejiang" {
            for region in ["长兴县", "桐庐县"] {
                tried += assert_tight(&files, "new.plan", &briefed(&mut world, region, None));
            }
        }
    }
    assert!(tried > 150, "{tried}");
}

/// The plan of a brief with its blanks filled as somebody would who has just reached what is asked.
pub fn filled(brief: &RegionBrief, language: Language) -> String {
    let written = emit::brief_plan(brief, language);
    let filled = written.lines().map(|line| {
        let mut cells: Vec<&str> = line.split('|').collect();
        let digits: String = cells
            .get(3)
            .map(|target| target.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect())
            .unwrap_or_default();
        if let [_, name, base, target, _, note, _] = cells.as_mut_slice()
            && !name.trim().is_empty()
        {
            if target.trim().is_empty() {
                // Where the level above writes a total of the period, so does the county.
                let total = note.contains(['[', '累']);
                *target = if total { "[1]" } else { "1" };
            }
            if base.trim().is_empty() {
                *base = if digits.is_empty() { "1" } else { &digits };
            }
        }
        cells.join("|")
    });
    filled.collect::<Vec<_>>().join("\n")
}

/// Errors and warnings of any rule against a plan.
pub fn against_it(files: Files, path: &str) -> Vec<String> {
    let (world, outcome) = check(files, TODAY);
    let said = outcome.findings.iter().filter(|finding| {
        let file = world.model.sources.get(finding.place().file).unwrap();
        *file.path == *path && finding.level >= Level::Warning
    });
    said.map(|finding| format!("{} {:?}", finding.rule, finding.draft.subject)).collect()
}

#[test]
fn a_plan_written_from_a_brief_has_nothing_against_it() {
    let files = plans_in("zhejiang");
    let counties = ["长兴县", "吴兴区", "桐庐县", "淳安县", "宁波市", "德清县"];
    for (region, language) in counties.into_iter().zip([Language::Zh, Language::En].iter().cycle())
    {
        let mut files = files.clone();
        // Who has a plan writes it anew.
        files.retain(|path, _| !path.contains("deqing") || region != "德清县");
        let brief = briefed(&mut world(&files), region, None);
        assert!(brief.targets.iter().any(|target| !target.steps.is_empty()), "{region}");
        let text = filled(&brief, *language);
        files.insert("new.plan".to_owned(), File::of_bytes(text.clone().into_bytes()));
        let said = against_it(files, "new.plan");
        assert!(said.is_empty(), "{region}: {said:#?}\n{text}");
    }
}

/// A county below a city below a province, with `count` random targets each.
fn generated(dice: &mut Dice, count: usize) -> Files {
    let words = |dice: &mut Dice, lower: bool| {
        let number = dice.number(90, 1) + Decimal::TEN;
        match (dice.roll(5), lower) {
            (0, false) => format!("≥{number}"),
            (0, true) => format!("{number}以内"),
            (1, false) => format!(">{number}"),
            (1, true) => format!("低于{number}"),
            (2, _) => format!("{number}左右"),
            _ => number.to_string(),
        }
    };
    let mut catalogue = "指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n|---|---|---|---|\n".to_owned();
    let head = "\n规划期: 2021-2025\n主题: 教育\n\n指标表\n| 指标 | 2020年 | 2025年 | 属性 |\n|---|---|---|---|\n";
    let mut plans = ["甲省", "乙市", "丙县"]
        .map(|region| format!("规划 《{region}教育规划》\n地区: {region}{head}"));
    for at in 0..count {
        let lower = dice.roll(2) == 0;
        let side = if lower { "越低越好" } else { "越高越好" };
        let relation = if dice.roll(4) == 0 { "逐级达标" } else { "平均" };
        catalogue.push_str(&format!("| 第{at}项产值 | 元 | {side} | {relation} |\n"));
        for plan in &mut plans {
            let base = match dice.roll(5) {
                0 => String::new(),
                _ => (dice.number(90, 2) + Decimal::TEN).to_string(),
            };
            let target = words(dice, lower);
            plan.push_str(&format!("| 第{at}项产值（元） | {base} | {target} | 约束性 |\n"));
        }
    }
    let regions = "行政区划\n| 地区 | 层级 | 上级 |\n|---|---|---|\n| 甲省 | 省 | |\n| 乙市 | 市 | 甲省 |\n| 丙县 | 县 | 乙市 |\n\n";
    let names = format!("{regions}{catalogue}");
    let [province, city, county] = plans;
    let texts = [
        ("county.plan", county),
        ("city.plan", city),
        ("names.plan", names),
        ("province.plan", province),
    ];
    texts
        .map(|(name, text)| (name.to_owned(), File::of_bytes(text.into_bytes())))
        .into_iter()
        .collect()
}

#[test]
fn bounds_of_generated_plans_are_tight() {
    let files = generated(&mut Dice(3), 300);
    let brief = briefed(&mut world(&files), "丙县", Some(PlanId(1)));
    assert_eq!(brief.targets.len(), 300);
    let tried = assert_tight(&files, "county.plan", &brief);
    assert!(tried > 600, "{tried}");
}
