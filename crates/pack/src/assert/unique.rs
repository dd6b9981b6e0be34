//! `unique = true`: no value stands twice in a field.

use super::missing::is_missing;
use munilint_model::{Batch, Check, FieldFacts, FieldSelector, Findings, Occurrences, Place, Span, TableContext};
use serde::{Deserialize, Serialize};

/// No value that is there stands twice in a field; each field that is chosen is looked at by itself.
///
/// A value is remembered by a 64-bit hash and its place, in 24 bytes: ten million rows take 240 MB for each field that
/// is chosen, and as much again while it is finished. Two different values of ten million have the same hash with a chance of about three in a million. No
/// value is kept, so a message of such a rule shows none.
pub(super) struct Unique {
    /// Which fields, by name and role.
    pub(super) given: FieldSelector,
}

/// What is remembered of a table: for each field that is chosen, its values.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct State {
    fields: Vec<Seen>,
}

/// The values of one field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Seen {
    /// Position of the field, from 0.
    field: usize,
    segments: Vec<Segment>,
}

/// Values whose places are close to one another, so that they can be written short.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Segment {
    row: u64,
    line: u64,
    byte: u64,
    values: Vec<Value>,
}

/// A value's hash, and its place from the start of its segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Value {
    hash: u64,
    row: u32,
    line: u32,
    byte: u32,
    length: u32,
}

impl Segment {
    /// Adds a value; `false` when its place is too far away, or before the start.
    fn push(&mut self, hash: u64, row: u64, span: Span) -> bool {
        let near = |place: u64, start: u64| place.checked_sub(start).and_then(|far| u32::try_from(far).ok());
        let place = (near(row, self.row), near(span.line, self.line), near(span.byte, self.byte));
        let (Some(row), Some(line), Some(byte)) = place else { return false };
        self.values.push(Value { hash, row, line, byte, length: span.length });
        true
    }

    fn place(&self, value: &Value, column: u32) -> Place {
        let (line, byte) = (self.line + u64::from(value.line), self.byte + u64::from(value.byte));
        Place::Cell { row: self.row + u64::from(value.row), column, span: Span { byte, line, length: value.length } }
    }
}

impl Seen {
    fn push(&mut self, hash: u64, row: u64, span: Span) {
        if self.segments.last_mut().is_some_and(|segment| segment.push(hash, row, span)) {
            return;
        }
        let value = Value { hash, row: 0, line: 0, byte: 0, length: span.length };
        self.segments.push(Segment { row, line: span.line, byte: span.byte, values: vec![value] });
    }

    /// Every value that stands at an earlier place as well.
    fn repeated(&self, column: u32) -> Occurrences {
        let places = self.segments.iter().enumerate();
        let mut all: Vec<(u64, u64, u32, u32)> = places
            .flat_map(|(at, segment)| {
                let at = u32::try_from(at).unwrap_or(u32::MAX);
                let value =
                    move |(i, value): (usize, &Value)| (value.hash, segment.row + u64::from(value.row), at, i as u32);
                segment.values.iter().enumerate().map(value)
            })
            .collect();
        all.sort_unstable();
        let mut seen = Occurrences::default();
        for pair in all.windows(2) {
            let (first, (hash, _, segment, value)) = (pair[0], pair[1]);
            if first.0 == hash {
                let segment = &self.segments[segment as usize];
                seen.add_many(1, &[segment.place(&segment.values[value as usize], column)]);
            }
        }
        seen
    }
}

impl Check for Unique {
    type State = State;

    fn start(&self, table: &TableContext) -> State {
        let chosen = table.fields.iter().enumerate().filter(|(_, field)| {
            // The selector asks for facts; name and role are what is known before the data is read.
            let facts = FieldFacts {
                name: field.name.clone(),
                column: field.column,
                role: field.role,
                ..FieldFacts::default()
            };
            self.given.selects(&facts)
        });
        State { fields: chosen.map(|(field, _)| Seen { field, segments: Vec::new() }).collect() }
    }

    fn update(&self, state: &mut State, batch: &Batch) {
        for seen in state.fields.iter_mut().filter(|seen| seen.field < batch.fields) {
            for row in 0..batch.rows() {
                let Some(value) = batch.value(row, seen.field) else { continue };
                if is_missing(&batch.decode(&value)) {
                    continue;
                }
                if let Place::Cell { row, span, .. } = batch.cell_place(row, seen.field) {
                    seen.push(hash(&value), row, span);
                }
            }
        }
    }

    fn merge(&self, state: &mut State, other: State) {
        for (seen, other) in state.fields.iter_mut().zip(other.fields) {
            seen.segments.extend(other.segments);
        }
    }

    fn finish(&self, state: State, table: &TableContext, found: &mut Findings) {
        for seen in &state.fields {
            let Some(field) = table.fields.get(seen.field) else { continue };
            let repeated = seen.repeated(field.column);
            if !repeated.is_empty() {
                found.add(Some(field.column), repeated).excerpt("field", &field.name);
            }
        }
    }
}

/// A hash that is the same on every machine and in every version: states travel. Eight bytes at a time are multiplied
/// to 128 bits and folded; the keys are digits of pi.
fn hash(bytes: &[u8]) -> u64 {
    const KEYS: [u64; 3] = [0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0];
    let mut state = KEYS[0] ^ bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        state = fold(state ^ u64::from_le_bytes(word), KEYS[1] | 1).wrapping_add(KEYS[0]);
    }
    fold(state, KEYS[2] | 1)
}

/// The two halves of the 128-bit product, folded into one.
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product as u64) ^ ((product >> 64) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_hash_is_stable_and_tells_values_apart() {
        let hashes: BTreeSet<u64> = (0..200_000u32).map(|n| hash(n.to_string().as_bytes())).collect();
        assert_eq!(hashes.len(), 200_000);
        assert_ne!(hash(b"a"), hash(b"a\0"));
        assert_eq!(hash(b"0301"), hash(b"0301"));
    }

    #[test]
    fn places_far_apart_are_kept() {
        let mut seen = Seen::default();
        let places = [(2, 2, 10), (u64::MAX / 2, 5, 30), (3, 3, 20)];
        for (row, line, byte) in places {
            seen.push(7, row, Span { byte, line, length: 1 });
        }
        let rows: Vec<_> = seen.repeated(1).first.iter().map(|place| place.row()).collect();
        assert_eq!(rows, [Some(3), Some(u64::MAX / 2)]);
    }
}
