//! The words around a value, by which its name is looked for.

use super::names::NameEntry;

/// The words around a value.
#[derive(Clone, Copy, Debug, Default)]
pub struct ValueContext<'a> {
    /// The clause, without its other values' parts.
    pub own: &'a str,
    /// The known name that the noun beside the value is, or ends with, and where in the text it begins.
    pub whole: Option<(&'a NameEntry, usize)>,
    /// What may begin the name that the noun beside the value ends, nearest first: the sentence before the clause, the
    /// sentence that leads the paragraph, the heading or the title of the box, and for a noun that says nothing by itself
    /// what stands behind it.
    pub above: [&'a str; 4],
    /// What the name of an earlier value of its item began with, that was not said beside it.
    pub front: &'a str,
    /// Where in the clause a number stands that leads its noun.
    pub leading: Option<usize>,
    /// The noun directly beside the value, when there is one.
    pub beside: &'a str,
    /// The same with the place or group of people that it stands behind.
    pub noun: &'a str,
}
