//! A progress bar for what takes longer than a second, when somebody is watching.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// How long something may take before it shows a bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// The progress of something with a known number of steps.
pub struct Progress {
    what: &'static str,
    started: Instant,
    steps: u64,
    done: u64,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Starts.
    pub fn of(what: &'static str, steps: usize) -> Self {
        Self { what, started: Instant::now(), steps: steps as u64, done: 0, bar: None }
    }

    /// Takes one step.
    pub fn step(&mut self) {
        self.done += 1;
        if self.done.is_multiple_of(64) && self.bar.is_none() && self.started.elapsed() > PATIENCE {
            self.bar = Some(self.make_bar());
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.done);
        }
    }

    fn make_bar(&self) -> ProgressBar {
        let bar = ProgressBar::new(self.steps).with_message(self.what);
        match ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}, {eta} left") {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
