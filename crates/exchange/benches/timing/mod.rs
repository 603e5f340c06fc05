//! How the benches that print their own figures take a time.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// The median time of a question, after a warm-up, for at least a fifth of a second.
pub fn each<T>(mut ask: impl FnMut() -> T) -> Duration {
    black_box(ask());
    let started = Instant::now();
    let mut times = Vec::new();
    while times.len() < 11 || (started.elapsed() < Duration::from_millis(200) && times.len() < 100_000) {
        let one = Instant::now();
        black_box(ask());
        times.push(one.elapsed());
    }
    times.sort_unstable();
    times[times.len() / 2]
}
