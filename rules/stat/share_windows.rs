//! Shares of a whole beside each other in a row.
//!
//! Which of the fields with shares together make the whole is not told anywhere: every stretch of them is tried.

use super::exceptions::Outcome;
use super::figures::figure;
use super::share_whole::{WHOLES, outcome};
use munilint_model::{Batch, Occurrences, Role, TableContext};
use serde::{Deserialize, Serialize};

/// More fields with shares are not looked at.
const MOST_FIELDS: usize = 24;

/// More fields do not make one whole.
const MOST_PARTS: usize = 12;

/// A stretch that does not make the whole in more rows is not of one.
const MOST_WRONG: u64 = 2000;

/// The stretches of a table that may make a whole.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Windows {
    /// Positions of the fields with shares.
    pub(super) fields: Vec<usize>,
    /// By whole, first and last field.
    windows: Vec<Window>,
}

/// A stretch of fields with shares, and whether they make a whole.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Window {
    /// Position among the wholes.
    pub(super) whole: usize,
    /// First field, by position among the fields with shares.
    pub(super) from: usize,
    /// Last field.
    pub(super) to: usize,
    /// Rows in which all of them are numbers, some of which is not zero.
    pub(super) judged: u64,
    /// Rows in which at least two are not zero, and make the whole.
    pub(super) telling: u64,
    /// The cells of the first field in rows in which they do not.
    pub(super) off: Occurrences,
    /// Row and sum of the first of those.
    pub(super) first: Option<(u64, f64)>,
}

impl Windows {
    /// Nothing yet.
    pub(super) fn of(table: &TableContext) -> Windows {
        let fields = table.fields.iter().enumerate().filter(|(_, field)| field.role.role == Role::Share);
        let fields: Vec<usize> = fields.map(|(at, _)| at).take(MOST_FIELDS).collect();
        let mut windows = Vec::new();
        for whole in 0..WHOLES.len() {
            for from in 0..fields.len() {
                for to in from + 1..fields.len().min(from + MOST_PARTS) {
                    let off = Occurrences::default();
                    windows.push(Window { whole, from, to, judged: 0, telling: 0, off, first: None });
                }
            }
        }
        Windows { fields, windows }
    }

    /// Takes in the records of a run.
    pub(super) fn update(&mut self, batch: &Batch) {
        for row in 0..batch.rows() {
            if self.windows.is_empty() {
                return;
            }
            let mut figures = [None; MOST_FIELDS];
            for (at, &field) in self.fields.iter().enumerate() {
                figures[at] = batch.cell(row, field).and_then(figure);
            }
            for window in &mut self.windows {
                let Some(sum) = Added::of(&figures[window.from..=window.to]) else { continue };
                window.judged += 1;
                match outcome(sum.sum, window.whole, sum.parts, sum.filled, sum.units) {
                    Outcome::Off => {
                        let place = || batch.cell_place(row, self.fields[window.from]);
                        if window.first.is_none() {
                            window.first = place().row().map(|row| (row, sum.sum));
                        }
                        window.off.add(place);
                    }
                    Outcome::Fits { is_telling } => window.telling += u64::from(is_telling),
                    Outcome::Near => {}
                }
            }
            self.windows.retain(|window| window.off.count <= MOST_WRONG);
        }
    }

    /// Takes in what another part of the table had.
    pub(super) fn merge(&mut self, other: &Windows) {
        self.windows.retain_mut(|mine| {
            let Ok(at) = other.windows.binary_search_by_key(&mine.key(), Window::key) else { return false };
            let theirs = &other.windows[at];
            mine.judged += theirs.judged;
            mine.telling += theirs.telling;
            mine.off.merge(&theirs.off);
            mine.first = match (mine.first, theirs.first) {
                (Some(mine), Some(theirs)) if theirs.0 < mine.0 => Some(theirs),
                (mine, theirs) => mine.or(theirs),
            };
            mine.off.count <= MOST_WRONG
        });
    }

    /// The stretches that make a whole in that many rows and in that share of them, and do not in some; those that come out
    /// most often first, and none that has a field with one before it in common.
    pub(super) fn finish(self, rows: u64, share: f64) -> Vec<Window> {
        let mut windows = self.windows;
        windows.retain(|window| window.telling >= rows && window.share() >= share);
        windows.sort_by_key(|window| (u64::MAX - window.telling, window.off.count, window.to - window.from));
        let mut chosen: Vec<Window> = Vec::new();
        for window in windows {
            if chosen.iter().all(|other| window.to < other.from || other.to < window.from) {
                chosen.push(window);
            }
        }
        chosen.retain(|window| window.off.count > 0);
        chosen
    }
}

impl Window {
    /// The share of the rows in which they make the whole.
    fn share(&self) -> f64 {
        (self.judged - self.off.count) as f64 / self.judged.max(1) as f64
    }

    fn key(&self) -> (usize, usize, usize) {
        (self.whole, self.from, self.to)
    }
}

/// Shares of a row, added.
struct Added {
    sum: f64,
    parts: u32,
    filled: u32,
    units: (f64, f64),
}

impl Added {
    /// `None` when one is no number, or all are zero.
    fn of(figures: &[Option<(f64, f64)>]) -> Option<Added> {
        let mut added = Added { sum: 0.0, parts: 0, filled: 0, units: (f64::MAX, 0.0) };
        for figure in figures {
            let (value, unit) = (*figure)?;
            added.sum += value;
            added.parts += 1;
            added.filled += u32::from(value != 0.0);
            added.units = (added.units.0.min(unit), added.units.1.max(unit));
        }
        (added.filled > 0).then_some(added)
    }
}
