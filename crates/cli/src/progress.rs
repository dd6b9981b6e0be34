//! A progress bar on standard error, on a terminal, for work that takes long.

use crate::words;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use munilint_model::{Batch, Language, Oddities, TableContext, TableSource};
use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicU64, Ordering};

/// Less than this is done before anybody looks.
const WORTH_A_BAR: u64 = 64 << 20;

/// A bar over `bytes` bytes, or none.
pub(crate) fn bar(bytes: u64, language: Language) -> ProgressBar {
    if bytes < WORTH_A_BAR || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr_with_hz(5));
    if let Ok(style) = ProgressStyle::with_template(words::progress(language)) {
        bar.set_style(style);
    }
    bar
}

/// A source that moves a bar while it is read.
pub(crate) struct Watched<'a> {
    source: &'a dyn TableSource,
    bar: &'a ProgressBar,
    seen: AtomicU64,
}

impl<'a> Watched<'a> {
    pub(crate) fn new(source: &'a dyn TableSource, bar: &'a ProgressBar) -> Self {
        Watched { source, bar, seen: AtomicU64::new(0) }
    }
}

impl TableSource for Watched<'_> {
    fn context(&self) -> &TableContext {
        self.source.context()
    }

    fn oddities(&self) -> Oddities {
        self.source.oddities()
    }

    fn fill(&self, batch: &mut Batch) -> io::Result<bool> {
        let more = self.source.fill(batch)?;
        let now = self.source.bytes_read();
        self.bar.inc(now.saturating_sub(self.seen.fetch_max(now, Ordering::Relaxed)));
        Ok(more)
    }

    fn head(&self, batch: &mut Batch) -> io::Result<()> {
        self.source.head(batch)
    }

    fn bytes_read(&self) -> u64 {
        self.source.bytes_read()
    }

    fn window(&self, byte: u64, before: usize, after: usize) -> Option<(u64, Vec<u8>)> {
        self.source.window(byte, before, after)
    }
}
