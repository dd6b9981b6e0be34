use super::file_name::file_name;
use super::key::Kind;
use super::persons::may_name_persons;
use super::series::{bare_name, by_name};
use munilint_detect::header::fold;
use munilint_detect::number::number;
use munilint_model::{
    Argument, Body, Excerpt, FieldFacts, MARKERS, Occurrences, Options, Place, TableFacts, Tables, TablesFound,
};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const BODY: Body = Body::Tables(judge);

/// So many tables before a table are looked at.
const LOOKED_AT: usize = 20;

/// Longest value that is told, in characters.
const LONGEST: usize = 24;

fn judge(tables: &Tables<'_>, options: &Options, found: &mut TablesFound) {
    let limits = Limits { least: options.number("least") as u64, share: options.number("share") };
    let rows: Vec<Option<Rows>> = tables.iter().map(|facts| Rows::of(facts)).collect();
    for later in 0..tables.len() {
        let mut told: BTreeSet<u32> = BTreeSet::new();
        for earlier in later.saturating_sub(LOOKED_AT)..later {
            let (Some(own), Some(others)) = (&rows[later], &rows[earlier]) else { continue };
            let Some(contradictions) = contradictions(own, others, &limits) else { continue };
            for one in contradictions.into_iter().filter(|one| told.insert(one.column)) {
                found.in_table(later, |found| {
                    let draft = found.add(Some(one.column), one.seen);
                    let shown = |text: &str| Argument::Excerpt(Excerpt::short(text, LONGEST));
                    draft.with("key", shown(&one.key)).with("own", shown(&one.own)).with("theirs", shown(&one.theirs));
                    draft.count("all", one.compared).with("other", file_name(tables[earlier], tables[later]));
                });
            }
        }
    }
}

struct Limits {
    /// Fewer common keys prove nothing.
    least: u64,
    /// When more differ, the fields are about different things or times.
    share: f64,
}

/// Rows of a field that say something else than another table does of the same key.
struct Contradiction {
    column: u32,
    seen: Occurrences,
    compared: u64,
    key: String,
    own: String,
    theirs: String,
}

/// `None` when the tables have no key in common that stands once in each.
fn contradictions(own: &Rows<'_>, others: &Rows<'_>, limits: &Limits) -> Option<Vec<Contradiction>> {
    let (by_key, other_by_key) = own.by_key.iter().find_map(|(kind, rows)| Some((rows, others.by_key.get(kind)?)))?;
    let shown = own.facts.fields.iter().filter(|field| !may_name_persons(field, own.facts));
    let facts = shown.filter_map(|field| {
        let other = others.by_name.get(&bare_name(field)).filter(|other| other.unit == field.unit)?;
        let (at, at_other) = (own.position(field)?, others.position(other)?);
        let mut compared = 0;
        let mut differing: Option<Contradiction> = None;
        for (key, (place, cells)) in by_key {
            let Some((_, other_cells)) = other_by_key.get(key) else { continue };
            let (value, other_value) = (cells[at].trim(), other_cells[at_other].trim());
            if is_missing(value) || is_missing(other_value) {
                continue;
            }
            compared += 1;
            if !is_same(value, other_value) {
                let one = differing.get_or_insert_with(|| Contradiction {
                    column: field.column,
                    seen: Occurrences::default(),
                    compared: 0,
                    key: own.written(cells),
                    own: value.to_owned(),
                    theirs: other_value.to_owned(),
                });
                one.seen.add_many(1, &[*place]);
            }
        }
        differing.map(|one| Contradiction { compared, ..one })
    });
    let is_sure = |one: &Contradiction| {
        one.compared >= limits.least && one.seen.count as f64 <= limits.share * one.compared as f64
    };
    Some(facts.filter(is_sure).collect())
}

/// A record: where it is, and its cells.
type Row = (Place, Vec<String>);

/// The records of a small table, and the fields that may be their key.
struct Rows<'a> {
    facts: &'a TableFacts,
    columns: &'a [u32],
    rows: &'a [Row],
    /// The first field of each kind.
    keys: BTreeMap<Kind, &'a FieldFacts>,
    /// See [`by_name`].
    by_name: BTreeMap<String, &'a FieldFacts>,
    /// The records by what their key stands for, where no key stands in several or stands for several things.
    by_key: BTreeMap<Kind, BTreeMap<Vec<String>, &'a Row>>,
}

impl<'a> Rows<'a> {
    fn of(facts: &'a TableFacts) -> Option<Self> {
        let records = facts.records.as_ref()?;
        let mut keys = BTreeMap::new();
        for field in &facts.fields {
            if let Some(kind) = Kind::of(field, facts) {
                keys.entry(kind).or_insert(field);
            }
        }
        let mut rows = Rows {
            facts,
            columns: &records.columns,
            rows: &records.rows,
            keys,
            by_name: by_name(facts),
            by_key: BTreeMap::new(),
        };
        let kinds = rows.keys.keys().filter(|kind| !kind.is_time());
        rows.by_key = kinds.filter_map(|kind| Some((kind.clone(), rows.sorted(kind)?))).collect();
        Some(rows)
    }

    /// Where a field stands among the cells that are kept.
    fn position(&self, field: &FieldFacts) -> Option<usize> {
        self.columns.iter().position(|&column| column == field.column)
    }

    /// The fields that are the key: one of the kind, and those of time.
    fn key_fields(&self, kind: &Kind) -> Vec<(&Kind, usize)> {
        let is_part = |other: &Kind| other == kind || other.is_time();
        let parts = self.keys.iter().filter(|(other, _)| is_part(other));
        parts.filter_map(|(kind, field)| Some((kind, self.position(field)?))).collect()
    }

    /// The records by a key of that kind; `None` when one stands in several or stands for several things.
    fn sorted(&self, kind: &Kind) -> Option<BTreeMap<Vec<String>, &'a Row>> {
        let fields = self.key_fields(kind);
        let mut rows = BTreeMap::new();
        for row in self.rows {
            let mut key = Vec::new();
            for (kind, at) in &fields {
                let mut keys = kind.keys(&row.1[*at]);
                key.push(keys.pop().filter(|key| keys.is_empty() && !key.is_empty())?);
            }
            if rows.insert(key, row).is_some() {
                return None;
            }
        }
        (!rows.is_empty()).then_some(rows)
    }

    /// The key as the table writes it.
    fn written(&self, cells: &[String]) -> String {
        let first = self.facts.fields.iter().find(|field| self.keys.values().any(|key| key.column == field.column));
        first.and_then(|field| cells.get(self.position(field)?)).map_or_else(String::new, |text| text.trim().to_owned())
    }
}

fn is_missing(text: &str) -> bool {
    text.is_empty() || MARKERS.contains(&text)
}

fn is_same(a: &str, b: &str) -> bool {
    match (number(a.as_bytes()), number(b.as_bytes())) {
        (Some(a), Some(b)) => a == b,
        _ => a == b || fold(a) == fold(b),
    }
}
