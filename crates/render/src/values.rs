//! Values as they stand in the data, for the eyes of whoever sits at the terminal.
//!
//! A report holds none: what it shows is masked. So what only a terminal may get goes another way than the report. [`Values`]
//! can be made of nothing but the proof that a stream is a terminal, can neither be copied nor written down, and only
//! [`crate::Terminal::render_with`] takes it.

use crate::words::Words;
use munilint_model::{Language, inert};
use std::collections::BTreeMap;
use std::io::IsTerminal;

/// Longest value that is shown, in characters.
const LONGEST: usize = 400;

/// The proof that a stream is a terminal.
pub struct OnTerminal(());

impl OnTerminal {
    /// `None` when the stream is anything else: a file, a pipe, a log.
    #[must_use]
    pub fn of(stream: &impl IsTerminal) -> Option<Self> {
        stream.is_terminal().then_some(OnTerminal(()))
    }
}

/// Which values of a finding there are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those at its first places.
    Found,
    /// The first ones of its field: where the finding stands is not known.
    First,
}

/// Values of findings, by position of the finding in the report.
pub struct Values(BTreeMap<usize, (Which, Vec<String>)>);

impl Values {
    /// None yet.
    #[must_use]
    pub fn new(_: OnTerminal) -> Self {
        Values(BTreeMap::new())
    }

    /// Adds values of the finding at this position; each is shown once.
    pub fn insert(&mut self, finding: usize, which: Which, values: Vec<String>) {
        let mut different: Vec<String> = Vec::new();
        for value in values.into_iter().filter(|value| !value.trim().is_empty()) {
            if !different.contains(&value) {
                different.push(value);
            }
        }
        if !different.is_empty() {
            self.0.insert(finding, (which, different));
        }
    }

    /// The label of a finding's values, and the values with nothing in them that could act on the terminal.
    pub(crate) fn of(&self, finding: usize, words: &Words) -> Option<(&'static str, String)> {
        let (which, values) = self.0.get(&finding)?;
        let label = match which {
            Which::Found => words.values,
            Which::First => words.first_values,
        };
        let shown = values.iter().map(|value| inert(&value.chars().take(LONGEST).collect::<String>()));
        Some((label, shown.collect::<Vec<_>>().join(" · ")))
    }
}

/// What has to be said before values are shown.
#[must_use]
pub fn before_values(language: Language) -> &'static str {
    Words::of(language).before_values
}

#[cfg(test)]
pub(crate) fn of(values: &[(usize, Which, &[&str])]) -> Values {
    let mut all = Values::new(OnTerminal(()));
    for (finding, which, texts) in values {
        all.insert(*finding, *which, texts.iter().map(|text| (*text).to_owned()).collect());
    }
    all
}
