//! The fold over one field.

use crate::dictionary::{Counted, Dictionary, Entry};
use crate::direct::{Cell, Tallies};
use crate::hash::Key;
use crate::shape::{shape, shape_of};
use munilint_detect::unit::header_unit;
use munilint_model::{
    Batch, Distinct, FieldFacts, IdentityEvidence, MARKERS, MarkerTally, Occurrences, Shape, TextFacts, ValueFacts,
    ValueTest,
};
use munilint_model::{Encoding, Field};
use serde::{Deserialize, Serialize};
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

/// What one field needs besides its state.
#[derive(Clone, Copy)]
pub(crate) struct Bound<'a> {
    pub(crate) tests: &'a [Arc<dyn ValueTest>],
    pub(crate) encoding: Encoding,
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
                let signs = entries.iter().any(|entry| entry.bytes == b"+");
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
        let seen = |(marker, seen): (&&str, Occurrences)| {
            (!seen.is_empty()).then(|| MarkerTally { marker: (*marker).to_owned(), seen })
        };
        FieldFacts {
            name: field.name.clone(),
            column: field.column,
            role: field.role,
            unit: header_unit(&field.name),
            absent: self.absent,
            shapes: tallies.shapes,
            markers: MARKERS.iter().zip(tallies.markers).filter_map(seen).collect(),
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
        let shape = shape(bytes, digits(&batch.digits, start), utf8);
        if !shape.is_missing() {
            tallies.distinct.insert(Key::of(&batch.bytes, start, end).mixed());
        }
        tallies.cell(Cell { bytes, shape, encoding: batch.encoding }, bound.tests, &|| batch.cell_place(row, field));
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
    let mut tallies = Tallies::new(bound.tests.len());
    let decode = if bound.encoding.is_utf16() { Encoding::Utf8 } else { bound.encoding };
    let mut values = Vec::new();
    for entry in entries {
        let shape = match &entry.bytes[..] {
            b"-" if signs => Shape::Text,
            bytes => shape_of(bytes, bound.encoding.batches_are_utf8()),
        };
        tallies.value(Cell { bytes: &entry.bytes, shape, encoding: bound.encoding }, bound.tests, &entry.seen);
        if !shape.is_missing() {
            tallies.distinct.insert(Key::of_value(&entry.bytes).mixed());
        }
        values.push(ValueFacts { text: decode.decode(&entry.bytes).into_owned(), shape, seen: entry.seen });
    }
    values.sort_by(|a, b| a.seen.first.cmp(&b.seen.first).then_with(|| a.text.cmp(&b.text)));
    (tallies, values)
}
