//! Work on many things at once, with results in the order of the things.

/// More threads than these only cost memory.
#[cfg(feature = "parallel")]
// A choice: far more than the cores of most machines. A slip of the hand (`--threads 100000`) must not
// ask for as many stacks.
const MOST: usize = 256;

/// Applies `work` to each item; with the `parallel` feature on `threads` threads (all cores when not said).
#[cfg(feature = "parallel")]
pub fn map_in_order<T: Send, R: Send>(
    items: Vec<T>,
    threads: Option<usize>,
    work: impl Fn(T) -> R + Send + Sync,
) -> Vec<R> {
    use rayon::prelude::*;
    // Threads are not started for nothing: the program is used for single files from editors, too.
    if threads == Some(1) || items.len() < 2 {
        return items.into_iter().map(work).collect();
    }
    let pool = threads.map(|n| n.min(items.len()).min(MOST));
    // Where a system refuses threads, the work is done one after the other instead of not at all.
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
        let said = env::var("RAYON_NUM_THREADS").ok().map(|said| number_of_threads(&said));
        let cores = || thread::available_parallelism().map_or(1, usize::from);
        let count = said.filter(|count| *count > 0).unwrap_or_else(cores).min(MOST);
        // Built here, with a bound, before anything else would build it without; a second call fails,
        // hence the lock around it.
        rayon::ThreadPoolBuilder::new().num_threads(count).build_global().is_ok()
    })
}

/// A number of threads; one with more digits than fit is as good as the largest.
#[cfg(feature = "parallel")]
fn number_of_threads(said: &str) -> usize {
    // rayon itself takes what it cannot read for unsaid. Digits that do not fit are still a wish for
    // many.
    let digits = said.trim();
    let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole { digits.parse().unwrap_or(usize::MAX) } else { 0 }
}

/// Applies `work` to each item, one after the other.
#[cfg(not(feature = "parallel"))]
pub fn map_in_order<T, R>(items: Vec<T>, _threads: Option<usize>, work: impl Fn(T) -> R) -> Vec<R> {
    items.into_iter().map(work).collect()
}
