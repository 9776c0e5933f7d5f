//! How long work takes, for the benchmarks.

use std::time::Instant;

/// How often work is measured.
pub const RUNS: usize = 11;

/// Milliseconds of the median of [`RUNS`] runs, after one that is not counted.
pub fn median(mut work: impl FnMut()) -> f64 {
    work();
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}
