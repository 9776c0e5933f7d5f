//! The hierarchy as one document.

use std::io::{self, Write};

use serde::Serialize;

use crate::{
    text::Keyed,
    views::{self, CarriedPlan, Leaf, RunHierarchy},
};

#[derive(Serialize)]
struct JsonTree<'a> {
    schema: &'static str,
    version: &'static str,
    regions: Vec<JsonTreeRegion<'a>>,
    strays: Vec<JsonTreePlan<'a>>,
    unread: Vec<JsonUnreadFile<'a>>,
}

#[derive(Serialize)]
struct JsonTreeRegion<'a> {
    region: &'a str,
    tier: Option<&'a str>,
    /// How many regions of the list lie above; each stands before those below it.
    depth: usize,
    gap: bool,
    silent: usize,
    plans: Vec<JsonTreePlan<'a>>,
}

#[derive(Serialize)]
struct JsonTreePlan<'a> {
    plan: &'a str,
    region: Option<&'a str>,
    start: Option<i32>,
    end: Option<i32>,
    kind: Option<&'static str>,
    status: Option<&'static str>,
    coverage: &'static str,
    orphan: bool,
    double: bool,
    outlines: Vec<&'a str>,
    above: Vec<JsonCarriedPlan<'a>>,
}

#[derive(Serialize)]
struct JsonCarriedPlan<'a> {
    region: &'a str,
    plan: &'a str,
    asked: usize,
    carried: usize,
    binding_asked: usize,
    binding_carried: usize,
}

#[derive(Serialize)]
struct JsonUnreadFile<'a> {
    file: &'a str,
    why: &'static str,
}

/// Writes one document, its keys always in one order.
///
/// # Errors
/// Those of `out`.
pub fn write_tree_json(tree: &RunHierarchy, out: &mut dyn Write) -> io::Result<()> {
    let document = JsonTree {
        schema: "planlint-tree/1",
        version: env!("CARGO_PKG_VERSION"),
        regions: tree.regions.iter().map(region).collect(),
        strays: tree.strays.iter().map(plan).collect(),
        unread: tree
            .unread
            .iter()
            .map(|one| JsonUnreadFile { file: &one.file, why: one.why.key() })
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn region(branch: &views::Branch) -> JsonTreeRegion<'_> {
    JsonTreeRegion {
        region: &branch.region,
        tier: branch.tier.as_deref(),
        depth: branch.depth,
        gap: branch.is_gap,
        silent: branch.silent,
        plans: branch.plans.iter().map(plan).collect(),
    }
}

fn plan(leaf: &Leaf) -> JsonTreePlan<'_> {
    JsonTreePlan {
        plan: &leaf.title,
        region: leaf.region.as_deref(),
        start: leaf.period.map(|(start, _)| start),
        end: leaf.period.map(|(_, end)| end),
        kind: leaf.kind.map(|kind| kind.key()),
        status: leaf.status.map(|status| status.key()),
        coverage: if leaf.is_excerpt { "excerpt" } else { "whole" },
        orphan: leaf.is_orphan,
        double: leaf.is_double,
        outlines: leaf.outlines.iter().map(|title| &**title).collect(),
        above: leaf.above.iter().map(above).collect(),
    }
}

fn above(carried: &CarriedPlan) -> JsonCarriedPlan<'_> {
    let CarriedPlan { region, title, asked, carried, binding_asked, binding_carried } = carried;
    JsonCarriedPlan {
        region,
        plan: title,
        asked: *asked,
        carried: *carried,
        binding_asked: *binding_asked,
        binding_carried: *binding_carried,
    }
}
