//! Primary and foreign keys: of the values only hashes of 128 bits are kept, until all tables are read.

use super::cell::KeyValue;
use super::notes::Notes;
use crate::log::KEPT;
use crate::metadata::{Group, Link};
use crate::{Issue, IssueKind, Matches, Place};
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hasher};

/// The keys of all tables of a group.
pub(crate) struct Keys {
    tables: Vec<TableKeys>,
    links: Vec<LinkKeys>,
}

/// The primary key of a table.
struct TableKeys {
    columns: Vec<usize>,
    names: Vec<String>,
    seen: HashSet<u128>,
    /// Columns that any key uses.
    used: HashSet<usize>,
    /// Its rows were not read.
    unknown: bool,
}

/// A foreign key.
struct LinkKeys {
    table: usize,
    columns: Vec<usize>,
    referenced_table: usize,
    referenced_columns: Vec<usize>,
    /// Keys of the referenced table, and whether several rows have them.
    referenced: HashMap<u128, bool>,
    /// Keys that reference.
    referencing: HashMap<u128, Referencing>,
}

/// Rows that reference by one key.
#[derive(Default)]
struct Referencing {
    rows: Vec<u64>,
    count: u64,
    null: bool,
}

/// The values of a row that keys use.
pub(super) struct RowKey {
    values: Vec<KeyValue>,
}

impl RowKey {
    pub(super) fn new(columns: usize) -> Self {
        Self { values: (0..columns).map(|_| KeyValue::default()).collect() }
    }

    /// As if every cell were missing.
    pub(super) fn clear(&mut self) {
        for value in &mut self.values {
            value.null = true;
            value.text.clear();
        }
    }

    /// Where the value of a column is written.
    pub(super) fn value(&mut self, column: usize) -> &mut KeyValue {
        let value = &mut self.values[column];
        value.null = false;
        value
    }

    /// The hash of the values in columns, and whether all of them are null.
    fn hash(&self, columns: &[usize]) -> (u128, bool) {
        // Keys of a hash that is the same in every process.
        let mut halves = [DefaultHasher::new(), DefaultHasher::new()];
        halves[1].write_u8(1);
        let mut null = true;
        for column in columns {
            // A virtual column has no cell.
            let value = self.values.get(*column).filter(|value| !value.null);
            null &= value.is_none();
            let text = value.map_or("", |value| &value.text);
            for half in &mut halves {
                half.write_u8(u8::from(value.is_some()));
                half.write_usize(text.len());
                half.write(text.as_bytes());
            }
        }
        (u128::from(halves[0].finish()) << 64 | u128::from(halves[1].finish()), null)
    }
}

impl Keys {
    pub(crate) fn of(group: &Group) -> Self {
        let tables = group.tables.iter().map(|table| TableKeys {
            columns: table.schema.primary_key.clone(),
            names: names(group, &table.schema.primary_key, &table.url),
            seen: HashSet::new(),
            used: table.schema.primary_key.iter().copied().collect(),
            unknown: false,
        });
        let mut keys = Self { tables: tables.collect(), links: group.links.iter().map(LinkKeys::of).collect() };
        for link in &group.links {
            keys.tables[link.table].used.extend(&link.columns);
            keys.tables[link.referenced_table].used.extend(&link.referenced_columns);
        }
        keys
    }

    /// True when a key uses the column.
    pub(super) fn uses(&self, table: usize, column: usize) -> bool {
        self.tables[table].used.contains(&column)
    }

    /// Nothing is known of the table's rows.
    pub(crate) fn unknown(&mut self, table: usize) {
        self.tables[table].unknown = true;
    }

    /// Takes the keys of a row.
    pub(super) fn row(&mut self, table: usize, key: &RowKey, row: u64, notes: &mut Notes<'_>) {
        let own = &mut self.tables[table];
        if !own.columns.is_empty() && !own.seen.insert(key.hash(&own.columns).0) {
            notes.row(IssueKind::KeyRepeated { columns: own.names.clone() }, row);
        }
        for link in &mut self.links {
            if link.referenced_table == table {
                let several = link.referenced.entry(key.hash(&link.referenced_columns).0);
                several.and_modify(|several| *several = true).or_insert(false);
            }
            if link.table == table {
                let (hash, null) = key.hash(&link.columns);
                let referencing = link.referencing.entry(hash).or_default();
                referencing.null = null;
                referencing.count += 1;
                if referencing.rows.len() < KEPT {
                    referencing.rows.push(row);
                }
            }
        }
    }

    /// Foreign keys that do not reference exactly one row.
    pub(crate) fn broken_references(&self, group: &Group) -> Vec<Issue> {
        let known = |link: &&LinkKeys| !self.tables[link.referenced_table].unknown && !self.tables[link.table].unknown;
        self.links.iter().filter(known).flat_map(|link| link.broken(group)).collect()
    }
}

impl LinkKeys {
    fn of(link: &Link) -> Self {
        Self {
            table: link.table,
            columns: link.columns.clone(),
            referenced_table: link.referenced_table,
            referenced_columns: link.referenced_columns.clone(),
            referenced: HashMap::new(),
            referencing: HashMap::new(),
        }
    }

    fn broken(&self, group: &Group) -> Vec<Issue> {
        let (url, referenced) = (&group.tables[self.table].url, &group.tables[self.referenced_table].url);
        let names = names(group, &self.columns, url);
        let mut issues = Vec::new();
        for matches in [Matches::None, Matches::NoneForNull, Matches::Several] {
            let how = |hash: &u128, null: bool| match (self.referenced.get(hash), null) {
                (None, false) => Some(Matches::None),
                (None, true) => Some(Matches::NoneForNull),
                (Some(true), _) => Some(Matches::Several),
                (Some(false), _) => None,
            };
            let found = self.referencing.iter().filter(|(hash, key)| how(hash, key.null) == Some(matches));
            let (mut rows, mut count) = (Vec::new(), 0);
            found.for_each(|(_, key)| {
                rows.extend(&key.rows);
                count += key.count;
            });
            if count == 0 {
                continue;
            }
            rows.sort_unstable();
            rows.truncate(KEPT);
            let column = Some(names.join(", ")).filter(|_| names.len() == 1);
            let (columns, table) = (names.clone(), referenced.clone());
            issues.push(Issue {
                kind: IssueKind::ReferenceBroken { columns, table, matches },
                place: Place::Table { url: url.clone(), rows, column },
                count,
            });
        }
        issues
    }
}

/// What columns of the table at a URL are called.
fn names(group: &Group, columns: &[usize], url: &str) -> Vec<String> {
    let table = group.tables.iter().find(|table| table.url == url);
    let described = table.and_then(|table| table.schema.columns.as_deref()).unwrap_or_default();
    columns.iter().filter_map(|column| described.get(*column).map(|found| found.label(*column + 1))).collect()
}
