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
    let all = |items: Vec<T>| items.into_par_iter().map(&work).collect();
    match pool {
        Some(pool) => pool.install(|| all(items)),
        None if has_threads() => all(items),
        None => items.into_iter().map(&work).collect(),
    }
}

/// Whether there are threads to share: as many as `RAYON_NUM_THREADS` says, else one a core, never more than [`MOST`].
#[cfg(feature = "parallel")]
fn has_threads() -> bool {
    use std::{env, sync::OnceLock, thread};
    static THERE: OnceLock<bool> = OnceLock::new();
    *THERE.get_or_init(|| {
        let said = env::var("RAYON_NUM_THREADS").ok().map(|said| number(&said));
        let cores = || thread::available_parallelism().map_or(1, usize::from);
        let count = said.filter(|count| *count > 0).unwrap_or_else(cores).min(MOST);
        rayon::ThreadPoolBuilder::new().num_threads(count).build_global().is_ok()
    })
}

/// A number of threads; one with more digits than fit is as good as the largest.
#[cfg(feature = "parallel")]
fn number(said: &str) -> usize {
    let digits = said.trim();
    let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole { digits.parse().unwrap_or(usize::MAX) } else { 0 }
}

/// Applies `work` to each item, one after the other.
#[cfg(not(feature = "parallel"))]
pub fn map<T, R>(items: Vec<T>, _threads: Option<usize>, work: impl Fn(T) -> R) -> Vec<R> {
    items.into_iter().map(work).collect()
}
