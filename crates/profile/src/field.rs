//! The fold over one field.

use crate::dictionary::{Counted, Dictionary, Entry};
use crate::direct::{self, Cell, Tallies};
use crate::hash::Key;
use crate::shape::{marker_index, shape, shape_of, trim};
use munilint_detect::unit::header_unit;
use munilint_model::{
    Batch, Distinct, FieldFacts, IdentityEvidence, MARKERS, MarkerTally, Occurrences, Shape, TextFacts, ValueFacts,
    ValueTest,
};
use munilint_model::{Encoding, Field};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// What is remembered of a field between batches.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct FieldState {
    values: Values,
    pub(crate) absent: u64,
    pub(crate) text: TextFacts,
    pub(crate) identity: IdentityEvidence,
    pub(crate) emails: Occurrences,
    pub(crate) role_emails: Occurrences,
}

/// Either way of looking at the values of a field.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Values {
    Few(Dictionary),
    Many(Box<Tallies>),
}

/// What a cell says that can be put in order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// A number.
    Figure(f64),
    /// A day, as year × 10000 + month × 100 + day.
    Day(i32),
}

/// What one field needs besides its state.
#[derive(Clone, Copy)]
pub(crate) struct Bound<'a> {
    pub(crate) tests: &'a [Arc<dyn ValueTest>],
    pub(crate) encoding: Encoding,
    /// Texts that are declared to stand for a missing value and are none of [`MARKERS`].
    pub(crate) missing: &'a [String],
}

impl Bound<'_> {
    /// A cell with its shape; the shape of one that is declared to be missing is that of a marker.
    #[inline]
    fn cell<'c>(&self, bytes: &'c [u8], shape: Shape) -> Cell<'c> {
        let marker = match shape {
            Shape::Marker => marker_index(trim(bytes, self.encoding.batches_are_utf8())),
            _ if self.missing.is_empty() || shape.is_missing() => None,
            _ => self.declared(bytes),
        };
        let shape = if marker.is_some() { Shape::Marker } else { shape };
        Cell { bytes, shape, marker, encoding: self.encoding }
    }

    /// True when a cell is empty, blank, or stands for a missing value.
    pub(crate) fn is_missing(&self, bytes: &[u8]) -> bool {
        self.cell(bytes, shape_of(bytes, self.encoding.batches_are_utf8())).shape.is_missing()
    }

    /// The figure or day that a cell is.
    pub(crate) fn quantity(&self, bytes: &[u8]) -> Option<Quantity> {
        let cell = self.cell(bytes, shape_of(bytes, self.encoding.batches_are_utf8()));
        if cell.shape.is_number() {
            direct::number(cell).map(Quantity::Figure)
        } else if cell.shape.is_date() {
            direct::day(cell).map(Quantity::Day)
        } else {
            None
        }
    }

    /// Which of the declared markers the cell is, counted on from [`MARKERS`].
    fn declared(&self, bytes: &[u8]) -> Option<usize> {
        let text = self.text(trim(bytes, self.encoding.batches_are_utf8()));
        self.missing.iter().position(|marker| *marker == text).map(|at| MARKERS.len() + at)
    }

    /// The text of a cell. What was UTF-16 was made UTF-8 when it was read.
    fn text<'c>(&self, bytes: &'c [u8]) -> Cow<'c, str> {
        if self.encoding.is_utf16() { Encoding::Utf8.decode(bytes) } else { self.encoding.decode(bytes) }
    }

    fn tallies(&self) -> Tallies {
        Tallies::new(self.tests.len(), MARKERS.len() + self.missing.len())
    }
}

impl FieldState {
    pub(crate) fn new() -> Self {
        FieldState {
            values: Values::Few(Dictionary::default()),
            absent: 0,
            text: TextFacts::default(),
            identity: IdentityEvidence::default(),
            emails: Occurrences::default(),
            role_emails: Occurrences::default(),
        }
    }

    /// Folds one column of a run.
    pub(crate) fn update(&mut self, batch: &Batch, field: usize, bound: Bound<'_>) {
        let mut row = 0;
        if let Values::Few(dictionary) = &mut self.values {
            row = few(dictionary, &mut self.absent, batch, field);
            if row < batch.rows() {
                self.go_direct(bound);
            }
        }
        if let Values::Many(tallies) = &mut self.values {
            many(tallies, &mut self.absent, batch, field, row, bound);
        }
    }

    pub(crate) fn merge(&mut self, mut other: FieldState, bound: Bound<'_>) {
        self.absent += other.absent;
        self.text.merge(&other.text);
        self.identity.merge(&other.identity);
        self.emails.merge(&other.emails);
        self.role_emails.merge(&other.role_emails);
        if let (Values::Few(mine), Values::Few(_)) = (&mut self.values, &other.values) {
            let Values::Few(theirs) = other.values else { return };
            if !mine.merge(theirs) {
                self.go_direct(bound);
            }
            return;
        }
        self.go_direct(bound);
        other.go_direct(bound);
        if let (Values::Many(mine), Values::Many(theirs)) = (&mut self.values, &other.values) {
            mine.merge(theirs);
        }
    }

    /// From here on every cell is looked at by itself; what the dictionary knows is counted over.
    fn go_direct(&mut self, bound: Bound<'_>) {
        if let Values::Few(dictionary) = &mut self.values {
            let (tallies, _) = tally(std::mem::take(dictionary).into_entries(), bound, false);
            self.values = Values::Many(Box::new(tallies));
        }
    }

    pub(crate) fn facts(self, field: &Field, bound: Bound<'_>) -> FieldFacts {
        let (tallies, values, distinct) = match self.values {
            Values::Few(dictionary) => {
                let entries = dictionary.into_entries();
                // Beside plus signs a minus sign is no missing value.
                let declared = field.declared.missing.iter().any(|marker| marker == "-");
                let signs = !declared && entries.iter().any(|entry| entry.bytes == b"+");
                let (tallies, values) = tally(entries, bound, signs);
                let present = values.iter().filter(|value| !value.shape.is_missing()).count();
                let distinct = Distinct { count: present as u64, exact: true };
                (tallies, Some(values), distinct)
            }
            Values::Many(tallies) => {
                let present = Shape::ALL.iter().filter(|shape| !shape.is_missing());
                let cells = present.map(|&shape| tallies.shapes[shape as usize].count).sum();
                let distinct = Distinct { count: tallies.distinct.estimate().min(cells), exact: false };
                (*tallies, None, distinct)
            }
        };
        let markers = MARKERS.iter().copied().chain(bound.missing.iter().map(String::as_str)).zip(tallies.markers);
        let markers = markers.filter(|(_, seen)| !seen.is_empty());
        FieldFacts {
            name: field.name.clone(),
            column: field.column,
            role: field.role,
            private: false,
            declared: field.declared.clone(),
            unit: header_unit(&field.name),
            absent: self.absent,
            shapes: tallies.shapes,
            markers: markers.map(|(marker, seen)| MarkerTally { marker: marker.to_owned(), seen }).collect(),
            lengths: tallies.lengths,
            numbers: tallies.numbers,
            dates: tallies.dates,
            distinct,
            values,
            text: TextFacts { untrimmed: tallies.untrimmed, doubled: tallies.doubled, ..self.text },
            identity: self.identity,
            emails: self.emails,
            role_emails: self.role_emails,
            organisation_invalid: tallies.organisation_invalid,
            organisation_valid: tallies.organisation_valid,
            forms: tallies.forms,
            mentions: tallies.mentions,
            failures: tallies.failures,
        }
    }
}

/// Counts the cells of a column by value, until there are too many values. Gives the row that could not be counted.
fn few(dictionary: &mut Dictionary, absent: &mut u64, batch: &Batch, field: usize) -> usize {
    for (row, (start, end)) in batch.column(field).enumerate() {
        if end < start {
            *absent += 1;
            continue;
        }
        let key = Key::of(&batch.bytes, start, end);
        let counted = dictionary.count(key, &batch.bytes[start..end], || batch.cell_place(row, field));
        if counted == Counted::Full {
            return row;
        }
    }
    batch.rows()
}

/// Classifies the cells of a column from row `from` on.
fn many(tallies: &mut Tallies, absent: &mut u64, batch: &Batch, field: usize, from: usize, bound: Bound<'_>) {
    let utf8 = batch.encoding.batches_are_utf8();
    for (row, (start, end)) in batch.column(field).enumerate().skip(from) {
        if end < start {
            *absent += 1;
            continue;
        }
        let bytes = &batch.bytes[start..end];
        let cell = bound.cell(bytes, shape(bytes, digits(&batch.digits, start), utf8));
        if !cell.shape.is_missing() {
            tallies.distinct.insert(Key::of(&batch.bytes, start, end).mixed());
        }
        tallies.cell(cell, bound.tests, &|| batch.cell_place(row, field));
    }
}

/// The 64 digit bits from position `start` on.
#[inline(always)]
fn digits(words: &[u64], start: usize) -> u64 {
    let (word, bit) = (start / 64, start % 64);
    let low = words.get(word).copied().unwrap_or(0) >> bit;
    let high = words.get(word + 1).copied().unwrap_or(0);
    if bit == 0 { low } else { low | (high << (64 - bit)) }
}

/// Counts what a dictionary holds as if its cells had been looked at one by one. `signs` says that `-` is a sign.
fn tally(entries: Vec<Entry>, bound: Bound<'_>, signs: bool) -> (Tallies, Vec<ValueFacts>) {
    let mut tallies = bound.tallies();
    let mut values = Vec::new();
    for entry in entries {
        let shape = match &entry.bytes[..] {
            b"-" if signs => Shape::Text,
            bytes => shape_of(bytes, bound.encoding.batches_are_utf8()),
        };
        let cell = bound.cell(&entry.bytes, shape);
        tallies.value(cell, bound.tests, &entry.seen);
        if !cell.shape.is_missing() {
            tallies.distinct.insert(Key::of_value(&entry.bytes).mixed());
        }
        values.push(ValueFacts { text: bound.text(&entry.bytes).into_owned(), shape: cell.shape, seen: entry.seen });
    }
    values.sort_by(|a, b| a.seen.first.cmp(&b.seen.first).then_with(|| a.text.cmp(&b.text)));
    (tallies, values)
}
