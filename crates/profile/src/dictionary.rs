//! The different values of a field, while there are few.

use crate::hash::Key;
use munilint_model::{Occurrences, Place};
use serde::{Deserialize, Serialize};

/// How many different values a dictionary takes in. A few more than all municipality numbers since 1971.
pub(crate) const MOST_VALUES: usize = 1200;

/// Longest value that a dictionary takes in, in bytes.
pub(crate) const LONGEST_VALUE: usize = 128;

/// Slots are looked up by the upper bits of the mixed key: 2048 of 32 bytes stay in a core's cache.
const SLOT_BITS: u32 = 11;

/// A place in the open table.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Key,
    /// Index of the entry, from 1; 0 when the slot is free.
    entry: u32,
    count: u64,
}

/// One value with where it was first seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// The value as it lies between its quotes.
    pub(crate) bytes: Vec<u8>,
    /// How often and where first.
    pub(crate) seen: Occurrences,
}

/// What came of counting a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    Yes,
    /// There are too many values, or this one is too long: it was not counted.
    Full,
}

/// Different values with exact counts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dictionary {
    slots: Vec<Slot>,
    entries: Vec<Entry>,
}

impl Dictionary {
    /// Counts the value `bytes[start..end]` at a place, which is only asked for while it may be kept.
    #[inline(always)]
    pub(crate) fn count(&mut self, key: Key, mixed: u64, bytes: &[u8], start: usize, place: impl FnOnce() -> Place) -> Counted {
        if self.slots.is_empty() {
            self.slots.resize(1 << SLOT_BITS, Slot::default());
        }
        let mask = (1 << SLOT_BITS) - 1;
        let mut at = (mixed >> (64 - SLOT_BITS)) as usize;
        loop {
            let slot = &mut self.slots[at & mask];
            if slot.key == key && slot.entry != 0 {
                slot.count += 1;
                if slot.count <= munilint_model::KEPT as u64 {
                    self.entries[slot.entry as usize - 1].seen.add(place);
                }
                return Counted::Yes;
            }
            if slot.entry == 0 {
                return self.insert(at & mask, key, &bytes[start..start + key.length as usize], place());
            }
            at += 1;
        }
    }

    #[cold]
    fn insert(&mut self, at: usize, key: Key, value: &[u8], place: Place) -> Counted {
        if self.entries.len() == MOST_VALUES || value.len() > LONGEST_VALUE {
            return Counted::Full;
        }
        self.entries.push(Entry { bytes: value.to_vec(), seen: Occurrences::at(place) });
        self.slots[at] = Slot { key, entry: self.entries.len() as u32, count: 1 };
        Counted::Yes
    }

    /// The values with their counts, sorted by their bytes.
    pub(crate) fn into_entries(mut self) -> Vec<Entry> {
        self.settle();
        self.entries.sort_by(|a, b| a.bytes.cmp(&b.bytes));
        self.entries
    }

    /// Takes in the values of another dictionary; false when there are too many of them together.
    pub(crate) fn merge(&mut self, other: Dictionary) -> bool {
        self.settle();
        let mut mine = std::mem::take(&mut self.entries);
        mine.sort_by(|a, b| a.bytes.cmp(&b.bytes));
        for entry in other.into_entries() {
            match mine.binary_search_by(|held| held.bytes.cmp(&entry.bytes)) {
                Ok(at) => mine[at].seen.merge(&entry.seen),
                Err(at) => mine.insert(at, entry),
            }
        }
        let fits = mine.len() <= MOST_VALUES;
        *self = Dictionary::from_entries(mine);
        fits
    }

    /// Counts live in the slots while counting; this writes them into the entries.
    fn settle(&mut self) {
        for slot in self.slots.iter().filter(|slot| slot.entry != 0) {
            self.entries[slot.entry as usize - 1].seen.count = slot.count;
        }
    }

    pub(crate) fn from_entries(entries: Vec<Entry>) -> Dictionary {
        let mut slots = Vec::new();
        // More entries than fit are about to leave the dictionary: no slots for them.
        if entries.len() <= MOST_VALUES {
            slots.resize(1 << SLOT_BITS, Slot::default());
            for (i, entry) in entries.iter().enumerate() {
                let mut padded = entry.bytes.clone();
                padded.resize(entry.bytes.len() + 16, 0);
                let key = Key::of(&padded, 0, entry.bytes.len());
                let mut at = (key.mixed() >> (64 - SLOT_BITS)) as usize;
                while slots[at].entry != 0 {
                    at = (at + 1) & ((1 << SLOT_BITS) - 1);
                }
                slots[at] = Slot { key, entry: i as u32 + 1, count: entry.seen.count };
            }
        }
        Dictionary { slots, entries }
    }
}

/// On the way between machines a dictionary is its entries.
impl Serialize for Dictionary {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.clone().into_entries().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Dictionary {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut entries = Vec::<Entry>::deserialize(deserializer)?;
        entries.truncate(MOST_VALUES);
        Ok(Dictionary::from_entries(entries))
    }
}
