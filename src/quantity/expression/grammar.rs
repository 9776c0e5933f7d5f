//! The grammar of a printed calculation.

/// The parser generated from `grammar/expression.pest`.
#[derive(pest_derive::Parser)]
#[grammar = "../grammar/expression.pest"]
pub(super) struct ExpressionParser;
