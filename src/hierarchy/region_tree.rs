//! Which region lies under which, and where that goes in circles.

use std::collections::HashSet;

use petgraph::{
    algo::kosaraju_scc,
    graph::{DiGraph, NodeIndex},
};

use crate::{
    catalogue::{Catalogue, RegionId},
    model::{Model, PlanId},
};

/// Regions with the way up from each, computed once.
#[derive(Debug, Default)]
pub struct RegionTree {
    ancestors: Vec<Vec<RegionId>>,
    children: Vec<Vec<RegionId>>,
    /// Regions that lie above themselves, each circle sorted.
    pub circles: Vec<Vec<RegionId>>,
}

impl RegionTree {
    /// Builds the tree of a catalogue's regions; a region on a circle has no ancestors.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut graph = DiGraph::<RegionId, ()>::new();
        let nodes: Vec<_> = catalogue.regions().map(|(id, _)| graph.add_node(id)).collect();
        for (id, region) in catalogue.regions() {
            if let Some(parent) = region.parent {
                graph.add_edge(nodes[id.0 as usize], nodes[parent.0 as usize], ());
            }
        }
        let circles = circles(&graph);
        let looped: HashSet<RegionId> = circles.iter().flatten().copied().collect();
        let on_circle = |id: &RegionId| looped.contains(id);
        let way_up = |(id, _)| {
            let up: Vec<_> = catalogue.line(id).skip(1).collect();
            // A region below a circle keeps the way up to it; on the circle itself up and down mean nothing.
            let stop = up.iter().position(on_circle).unwrap_or(up.len());
            if on_circle(&id) { Vec::new() } else { up[..stop].to_vec() }
        };
        let ancestors: Vec<Vec<RegionId>> = catalogue.regions().map(way_up).collect();
        let mut children = vec![Vec::new(); ancestors.len()];
        for ((id, _), up) in catalogue.regions().zip(&ancestors) {
            let parent = up.first().and_then(|parent| children.get_mut(parent.0 as usize));
            parent.into_iter().for_each(|children: &mut Vec<_>| children.push(id));
        }
        Self { ancestors, children, circles }
    }

    /// The regions directly below one, in the order of the regions.
    pub fn children(&self, region: RegionId) -> &[RegionId] {
        self.children.get(region.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// The regions above one, nearest first.
    pub fn ancestors(&self, region: RegionId) -> &[RegionId] {
        self.ancestors.get(region.0 as usize).map_or(&[], Vec::as_slice)
    }
}

/// Plans that name each other as their basis in a circle, each circle sorted.
pub fn plan_circles(model: &Model, named: &[Vec<PlanId>]) -> Vec<Vec<PlanId>> {
    let mut graph = DiGraph::<PlanId, ()>::new();
    let nodes: Vec<_> = model.plans().map(|(id, _)| graph.add_node(id)).collect();
    for (from, bases) in nodes.iter().zip(named) {
        for base in bases {
            graph.add_edge(*from, nodes[base.0 as usize], ());
        }
    }
    circles(&graph)
}

// Not Tarjan's: that one goes as deep into the stack as a chain of regions is long.
fn circles<T: Copy + Ord>(graph: &DiGraph<T, ()>) -> Vec<Vec<T>> {
    let loops = |component: &Vec<NodeIndex>| {
        component.len() > 1 || component.iter().any(|&node| graph.contains_edge(node, node))
    };
    let mut circles: Vec<Vec<T>> = kosaraju_scc(graph)
        .into_iter()
        .filter(loops)
        .map(|component| {
            let mut circle: Vec<T> = component.into_iter().map(|node| graph[node]).collect();
            circle.sort_unstable();
            circle
        })
        .collect();
    circles.sort_unstable();
    circles
}
