//! planlint reads plans of several government levels and reports where a lower plan is weaker than, or inconsistent with, its parent.

pub mod alignment;
pub mod catalogue;
pub mod cli;
pub mod config;
pub mod emit;
pub mod engine;
pub mod finding;
pub mod hierarchy;
pub mod model;
pub mod quantity;
pub mod rulebook;
pub mod rules;
pub mod suppress;
pub mod syntax;
pub mod text;
pub mod views;
pub mod words;
