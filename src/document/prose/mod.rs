//! The prose of a document: sentences into statements and citations.
//!
//! A passage is cut into sentences and clauses, and each value of a clause is given a name: one of the catalogue's that
//! stands beside it, one whose parts the sentence spreads, or the noun beside the number. What the words around it say of
//! region, scope and year is kept with its place; what is unsure is marked and never guessed.

mod ahead;
mod all_of_them;
mod around;
mod assigned;
mod carried;
mod clause_part;
mod clauses;
mod clear_noun;
mod covered_share;
mod direction;
mod every_value;
mod figures;
mod flow;
mod goes_on;
mod grammar;
mod lexicon;
mod list_of_names;
mod lists;
mod matching;
mod named_phrase;
mod names;
mod naming;
mod noun;
mod passages;
mod phrase;
mod plain;
mod prose_value;
mod read_clause;
mod reader;
mod relation;
mod scope;
mod section;
mod setting;
mod shared_words;
mod signals;
mod statement;
mod subject;
mod tables;
mod tense;
mod times;
mod tokens;
mod topic;
mod torn;
mod turns;
mod value_context;
mod values;
mod wordless_values;
mod years;

pub use names::Names;
pub use reader::read_prose;
pub use setting::ProseSetting;
pub use statement::{CellWords, Doubt, ProseStatement, ReadingConfidence, SaidKind};
pub use tables::tables_of_prose;
pub(crate) use tables::unbroken;
pub(crate) use years::is_over;
