//! The keys of a field: its values as they are written and what they stand for.

use super::key::Kind;
use crate::areas::vintage::Numbers;
use munilint_model::{FieldFacts, FieldOf, Occurrences, TableFacts};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// More fields of one kind are not tried in a table.
const MOST_FIELDS: usize = 3;

/// A value of a key field.
pub(super) struct Value<'a> {
    /// As it is written.
    pub(super) text: &'a str,
    /// In how many rows, and where first.
    pub(super) seen: &'a Occurrences,
    /// What it may stand for.
    pub(super) keys: Vec<String>,
}

/// A field that rows may be matched by.
pub(super) struct Keys<'a> {
    pub(super) at: FieldOf,
    /// Rows of the table.
    pub(super) rows: u64,
    /// The different values, without those that are missing.
    pub(super) values: Vec<Value<'a>>,
    texts: BTreeSet<&'a str>,
    by_key: BTreeMap<String, BTreeSet<usize>>,
    /// See [`Keys::division_year`].
    division_year: OnceCell<Option<i32>>,
    are_municipalities: bool,
}

impl<'a> Keys<'a> {
    /// The values of a field; `None` when there are none, or too many to know them.
    fn of(at: FieldOf, field: &'a FieldFacts, rows: u64, kind: &Kind) -> Option<Self> {
        let present = field.values.as_deref()?.iter().filter(|value| !value.shape.is_missing());
        let values: Vec<Value> =
            present.map(|value| Value { text: &value.text, seen: &value.seen, keys: kind.keys(&value.text) }).collect();
        let mut by_key: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (i, value) in values.iter().enumerate() {
            for key in &value.keys {
                by_key.entry(key.clone()).or_default().insert(i);
            }
        }
        let texts = values.iter().map(|value| value.text).collect();
        (!values.is_empty()).then_some(Keys {
            at,
            rows,
            values,
            texts,
            by_key,
            division_year: OnceCell::new(),
            are_municipalities: *kind == Kind::Municipality,
        })
    }

    /// True when a value is written so.
    pub(super) fn has(&self, text: &str) -> bool {
        self.texts.contains(text)
    }

    /// True when a value may stand for the key.
    pub(super) fn has_key(&self, key: &str) -> bool {
        self.by_key.contains_key(key)
    }

    /// The values that stand for one of the keys.
    pub(super) fn matches(&self, keys: &[String]) -> Vec<&Value<'a>> {
        let found: BTreeSet<usize> = keys.iter().filter_map(|key| self.by_key.get(key)).flatten().copied().collect();
        found.into_iter().map(|i| &self.values[i]).collect()
    }

    /// The year in whose division into municipalities most of the keys were; `None` where they are none, or names stand for
    /// them.
    pub(super) fn division_year(&self) -> Option<i32> {
        *self.division_year.get_or_init(|| {
            // A name stands for every number that its place has had.
            let single = self.values.iter().filter(|value| value.text.bytes().any(|byte| byte.is_ascii_digit()));
            let codes: Vec<&str> = single.flat_map(|value| &value.keys).map(String::as_str).collect();
            let are_numbers = self.are_municipalities && codes.len() * 2 > self.values.len();
            are_numbers.then(|| Numbers::of_codes(codes).best_year())
        })
    }

    /// True when most values have no digit: names, beside which a field of numbers is the better key.
    pub(super) fn are_words(&self) -> bool {
        let words = self.values.iter().filter(|value| !value.text.bytes().any(|byte| byte.is_ascii_digit()));
        words.count() * 2 > self.values.len()
    }

    /// How near each value is to standing in one row alone, from 0 to 1.
    pub(super) fn uniqueness(&self) -> f64 {
        self.values.len() as f64 / self.rows.max(1) as f64
    }
}

/// The keys of all tables by kind, in the order of the tables; in a table numbers first, and those with
/// most values.
pub(super) fn keys_by_kind<'a>(tables: &[&'a TableFacts]) -> BTreeMap<Kind, Vec<Vec<Keys<'a>>>> {
    let mut kinds: BTreeMap<Kind, Vec<Vec<Keys>>> = BTreeMap::new();
    for (table, facts) in tables.iter().enumerate() {
        let mut own: BTreeMap<Kind, Vec<Keys>> = BTreeMap::new();
        for (at, field) in facts.fields.iter().enumerate() {
            let Some(kind) = Kind::of(field, facts) else { continue };
            let keys = Keys::of(FieldOf { table, field: at }, field, facts.rows, &kind);
            own.entry(kind).or_default().extend(keys);
        }
        for (kind, mut keys) in own.into_iter().filter(|(_, keys)| !keys.is_empty()) {
            keys.sort_by_key(|keys| (keys.are_words(), std::cmp::Reverse(keys.values.len()), keys.at));
            keys.truncate(MOST_FIELDS);
            kinds.entry(kind).or_default().push(keys);
        }
    }
    kinds
}
