//! A hash of a row's bytes that is the same on every machine and in every version, so that states can be joined later.
//!
//! Each step multiplies two words that the text was mixed into and folds the 128-bit product to 64 bits (the *mum*
//! construction). It resists chance, not an opponent: who wants two rows to have one hash can make them so.

use munilint_model::Batch;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The first fractional digits of π, as the keys.
const KEYS: [u64; 4] = [0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0, 0x082e_fa98_ec4e_6c89];

/// The hash of `text`.
pub(crate) fn hash(text: &[u8]) -> u64 {
    let length = text.len();
    let (mut left, mut right) = (KEYS[0], KEYS[1]);
    // Two chains, so that one multiplication need not wait for the other.
    let pairs = text.chunks_exact(32);
    let tail = pairs.remainder();
    for pair in pairs {
        left = fold(word(pair, 0) ^ KEYS[2], word(pair, 8) ^ left);
        right = fold(word(pair, 16) ^ KEYS[3], word(pair, 24) ^ right);
    }
    let state = left ^ right.rotate_left(32);
    // The last words may overlap with those before them; the length keeps the texts apart.
    let [a, b, c, d] = match tail.len() {
        16.. => [word(tail, 0), word(tail, 8), word(tail, tail.len() - 16), word(tail, tail.len() - 8)],
        8..16 => [word(tail, 0), word(tail, tail.len() - 8), 0, 0],
        _ => [few(tail), 0, 0, 0],
    };
    let state = fold(a ^ KEYS[2], b ^ state) ^ fold(c ^ KEYS[3], d ^ KEYS[1]);
    fold(state ^ KEYS[0], length as u64 ^ KEYS[3])
}

/// A map whose keys are hashes.
pub(crate) type ByHash<V> = HashMap<u64, V, BuildHasherDefault<Hashed>>;

/// The hash of a hash: itself. For maps whose keys are hashes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(bytes);
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// The hash of the cell that lies from `start` to `end` in a batch's text. Not that of [`hash`].
pub(crate) fn hash_of_cell(batch: &Batch, (start, end): (usize, usize)) -> u64 {
    if start == end {
        return hash_of_word(0, 0);
    }
    match word_of_cell(batch, (start, end)) {
        Some((word, length)) => hash_of_word(word, length),
        None => hash(&batch.bytes[start..end]),
    }
}

/// The bytes of a cell that fits in a word, the first one as the lowest, and how many they are; `None` when it does not fit,
/// has none or is absent.
#[inline]
pub(crate) fn word_of_cell(batch: &Batch, (start, end): (usize, usize)) -> Option<(u64, usize)> {
    let length = end.wrapping_sub(start);
    if !(1..=8).contains(&length) {
        return None;
    }
    // Behind the last cell there are bytes enough to load a word.
    let word = batch.bytes.get(start..)?.first_chunk()?;
    let unused = 64 - 8 * length as u32;
    Some((u64::from_le_bytes(*word) << unused >> unused, length))
}

/// What [`hash_of_cell`] gives for a cell with this text.
pub(crate) fn hash_of_text(text: &[u8]) -> u64 {
    if text.len() > 8 {
        return hash(text);
    }
    hash_of_word(few(text), text.len())
}

/// The hash of up to eight bytes.
#[inline]
pub(crate) fn hash_of_word(word: u64, length: usize) -> u64 {
    fold(word ^ KEYS[2], length as u64 ^ KEYS[3])
}

/// Mixes the hashes of the cells of some fields for every record of a batch; `None` where one is absent.
pub(crate) fn hashes_of_cells(batch: &Batch, fields: &[(usize, usize)]) -> Vec<Option<u64>> {
    let mut mixed: Vec<Option<u64>> = vec![Some(0); batch.rows()];
    for &(field, longest) in fields {
        for (mixed, (start, end)) in mixed.iter_mut().zip(batch.column(field)) {
            let is_there = start <= end;
            let cell = (start, end.min(start.saturating_add(longest)));
            *mixed = mixed
                .filter(|_| is_there)
                .map(|mixed| mixed.rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ hash_of_cell(batch, cell));
        }
    }
    mixed
}

fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product as u64) ^ ((product >> 64) as u64)
}

/// Eight bytes of `text` from `at`; 0 when they are not all there.
fn word(text: &[u8], at: usize) -> u64 {
    text.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()).map_or(0, u64::from_le_bytes)
}

/// At most eight bytes.
fn few(text: &[u8]) -> u64 {
    text.iter().rev().fold(0, |word, &byte| (word << 8) | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_and_every_length_counts() {
        let text: Vec<u8> = (0..100).map(|i| (i * 7 % 251) as u8).collect();
        let mut seen = std::collections::BTreeSet::new();
        for length in 0..=text.len() {
            assert!(seen.insert(hash(&text[..length])), "length {length}");
            for at in 0..length {
                let mut other = text[..length].to_vec();
                other[at] ^= 1;
                assert!(seen.insert(hash(&other)), "byte {at} of {length}");
            }
        }
        assert!(seen.insert(hash(&[0; 40])) && seen.insert(hash(&[0; 41])));
    }

    #[test]
    fn a_cell_and_its_text_have_one_hash() {
        let text = "x;Oslo;;grunnkrets;12345678;";
        let mut bytes = text.as_bytes().to_vec();
        bytes.resize(text.len() + munilint_model::PADDING, 0);
        let batch = Batch { bytes, ..Batch::default() };
        for (start, end) in [(0, 1), (2, 6), (7, 7), (8, 18), (19, 27)] {
            assert_eq!(hash_of_cell(&batch, (start, end)), hash_of_text(&text.as_bytes()[start..end]));
        }
    }

    #[test]
    fn it_never_changes() {
        assert_eq!(hash(b""), HASH_OF_NOTHING);
        assert_eq!(hash(b"0301;Oslo;709037"), HASH_OF_A_ROW);
    }

    const HASH_OF_NOTHING: u64 = 14_881_055_162_436_755_653;
    const HASH_OF_A_ROW: u64 = 13_711_933_918_256_273_927;
}
