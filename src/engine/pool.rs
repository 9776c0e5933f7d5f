//! Work on many things at once, with results in the order of the things.

/// More threads than these only cost memory.
#[cfg(feature = "parallel")]
const MOST: usize = 256;

/// Applies `work` to each item; with the `parallel` feature on `threads` threads (all cores when not said).
#[cfg(feature = "parallel")]
pub fn map<T: Send, R: Send>(
    items: Vec<T>,
    threads: Option<usize>,
    work: impl Fn(T) -> R + Send + Sync,
) -> Vec<R> {
    use rayon::prelude::*;
    if threads == Some(1) || items.len() < 2 {
        return items.into_iter().map(work).collect();
    }
    let pool = threads.map(|n| n.min(items.len()).min(MOST));
    let pool = pool.and_then(|n| rayon::ThreadPoolBuilder::new().num_threads(n).build().ok());
    let all = || items.into_par_iter().map(&work).collect();
    match pool {
        Some(pool) => pool.install(all),
        None => all(),
    }
}

/// Applies `work` to each item, one after the other.
#[cfg(not(feature = "parallel"))]
pub fn map<T, R>(items: Vec<T>, _threads: Option<usize>, work: impl Fn(T) -> R) -> Vec<R> {
    items.into_iter().map(work).collect()
}
