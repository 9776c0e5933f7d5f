//! Where the names of lines stand: beside their ends, and never on each other.

/// The height of one line of words.
const HIGH: f64 = 13.0;

/// Moves `wanted` apart so that each is `HIGH` below the one above it, all between `top` and `bottom` when they fit; the order
/// of the answer is that of the question.
pub(super) fn move_apart(wanted: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<(usize, f64)> = wanted.iter().copied().enumerate().collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    // Down first, so that none lies on another; then up from the bottom, as the first way may have pushed the last
    // ones over the edge. When they do not fit at all they leave at the top and still keep apart; ten names of 13
    // units fit into the 182 there are.
    let mut free = top;
    for (_, at) in &mut order {
        *at = at.max(free);
        free = *at + HIGH;
    }
    let mut free = bottom;
    for (_, at) in order.iter_mut().rev() {
        *at = at.min(free);
        free = *at - HIGH;
    }
    order.sort_by_key(|(index, _)| *index);
    order.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_order_and_their_distance() {
        assert_eq!(move_apart(&[50.0, 52.0, 10.0], 0.0, 100.0), [50.0, 63.0, 10.0]);
        assert_eq!(move_apart(&[99.0, 98.0], 0.0, 100.0), [100.0, 87.0]);
        assert_eq!(move_apart(&[], 0.0, 100.0), [0.0; 0]);
    }
}
