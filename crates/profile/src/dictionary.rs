//! The different values of a field, while there are few.

use crate::hash::Key;
use munilint_model::{Occurrences, Place};
use serde::{Deserialize, Serialize};

/// How many different values a dictionary takes in. A few more than all municipality numbers since 1971.
pub(crate) const MOST_VALUES: usize = 1200;

/// Longest value that a dictionary takes in, in bytes.
pub(crate) const LONGEST_VALUE: usize = 128;

/// How many slots a dictionary starts with; most fields repeat a few values.
const FIRST_SLOTS: usize = 32;

/// How many slots it may get: 2048 of 24 bytes stay in a core's cache, and hold [`MOST_VALUES`].
const MOST_SLOTS: usize = 2048;

/// A place in the open table.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Key,
    /// The count, above the index of the entry (from 1); 0 when the slot is free.
    count_and_entry: u64,
}

/// One more in the count of a slot.
const ONE: u64 = 1 << 16;

impl Slot {
    fn new(key: Key, entry: usize, count: u64) -> Slot {
        Slot { key, count_and_entry: count * ONE + entry as u64 + 1 }
    }

    #[inline(always)]
    fn count(self) -> u64 {
        self.count_and_entry / ONE
    }

    #[inline(always)]
    fn entry(self) -> usize {
        (self.count_and_entry % ONE) as usize - 1
    }

    #[inline(always)]
    fn is_free(self) -> bool {
        self.count_and_entry == 0
    }
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
    /// Counts a value at a place, which is only asked for while it may be kept.
    #[inline(always)]
    pub(crate) fn count(&mut self, key: Key, value: &[u8], place: impl FnOnce() -> Place) -> Counted {
        let last = self.slots.len().wrapping_sub(1);
        let mut at = (key.mixed() >> 32) as usize & last;
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.key.is(key) && !slot.is_free() {
                slot.count_and_entry += ONE;
                if slot.count() <= munilint_model::KEPT as u64 {
                    self.entries[slot.entry()].seen.add(place);
                }
                return Counted::Yes;
            }
            if slot.is_free() {
                break;
            }
            at = (at + 1) & last;
        }
        self.insert(key, value, place())
    }

    #[cold]
    fn insert(&mut self, key: Key, value: &[u8], place: Place) -> Counted {
        if self.entries.len() == MOST_VALUES || value.len() > LONGEST_VALUE {
            return Counted::Full;
        }
        self.make_room(self.entries.len() + 1);
        put(&mut self.slots, Slot::new(key, self.entries.len(), 1));
        self.entries.push(Entry { bytes: value.to_vec(), seen: Occurrences::at(place) });
        Counted::Yes
    }

    /// A table with three free slots of four is searched in one step, mostly.
    fn make_room(&mut self, entries: usize) {
        let wider = (entries * 4).next_power_of_two().clamp(FIRST_SLOTS, MOST_SLOTS);
        if wider <= self.slots.len() {
            return;
        }
        let before = std::mem::replace(&mut self.slots, vec![Slot::default(); wider]);
        before.into_iter().filter(|slot| !slot.is_free()).for_each(|slot| put(&mut self.slots, slot));
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
        for slot in self.slots.iter().filter(|slot| !slot.is_free()) {
            self.entries[slot.entry()].seen.count = slot.count();
        }
    }

    pub(crate) fn from_entries(entries: Vec<Entry>) -> Dictionary {
        let mut dictionary = Dictionary::default();
        // More entries than fit are about to leave the dictionary: no slots for them.
        if entries.len() <= MOST_VALUES {
            dictionary.make_room(entries.len());
            for (i, entry) in entries.iter().enumerate() {
                put(&mut dictionary.slots, Slot::new(Key::of_value(&entry.bytes), i, entry.seen.count));
            }
        }
        dictionary.entries = entries;
        dictionary
    }
}

/// Puts a slot where the search for its key meets it. There is a free one.
fn put(slots: &mut [Slot], slot: Slot) {
    let last = slots.len() - 1;
    let mut at = (slot.key.mixed() >> 32) as usize & last;
    while !slots[at].is_free() {
        at = (at + 1) & last;
    }
    slots[at] = slot;
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
