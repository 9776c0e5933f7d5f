//! A value that a sentence states.

use super::figures::ProseFigure;

/// A value with the words around it; places are bytes of plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProseValue {
    /// Its number.
    pub figure: ProseFigure,
    /// The words that are its own: from behind the value before it to before the one behind it.
    pub own: (usize, usize),
    /// The words before it without the comparators.
    pub left: (usize, usize),
    /// Where the words that compare begin, behind the times between them and the name: 2030年|达到41%.
    pub told: usize,
    /// Whether the noun stands behind the number: 3000个老旧小区.
    pub leads: bool,
    /// Its name, where a list prints the parts of several names: 城镇和农村居民收入.
    pub words: Option<String>,
    /// Comparators that a list says once for all its values, in front and behind.
    pub shared: Option<(String, String)>,
    /// Where its own year stands, when it has one beside others: 2027年、2030年分别达到41%、43%.
    pub year: Option<(usize, usize)>,
}
