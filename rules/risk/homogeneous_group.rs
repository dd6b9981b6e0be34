//! Groups of persons who are alike and all have the same sensitive value (l-diversity below 2).

use super::group::{Group, MIXED, Marked};
use super::group_sizes::{GroupSizes, mixed};
use super::quasi_identifiers::{QuasiIdentifiers, trait_of};
use super::trait_hashes::{TraitHashes, trimmed};
use crate::field_names::FieldNames;
use crate::person::persons::unplaced;
use crate::row_hash::{hash_of_cell, hash_of_text};
use munilint_detect::header::words;
use munilint_detect::sensitive::header_topics;
use munilint_model::{
    AnyCheck, Batch, Body, Check, Confidence, Field, Findings, Limit, MARKERS, Options, Role, Scratch, Severity,
    TableContext,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Spilling(compile);

/// So many fields are named.
const NAMED: usize = 6;

/// No more fields are looked at of those that are guessed to be sensitive.
const MOST_FIELDS: usize = 4;

/// A field with more different values has no categories.
const MOST_VALUES: usize = 1 << 12;

/// Starts of words for what an office decided about a person or gives to a person, folded.
const DECISIONS: [&str; 10] = [
    "avslagsgrunn", "henvisningsgrunn", "resultat", "stonad", "stonadstype", "tiltak", "vedtak", "vedtakstype",
    "ytelse", "yting",
];

fn compile(options: &Options, scratch: Scratch) -> Box<dyn AnyCheck> {
    Box::new(HomogeneousGroup {
        k: options.number("k") as u32,
        most: options.number("combinations") as usize,
        common: options.number("common"),
        scratch,
    })
}

struct HomogeneousGroup {
    /// The smallest group that is told of, in rows.
    k: u32,
    /// With more combinations than this, those that were counted are spilled.
    most: usize,
    scratch: Scratch,
    /// A value that more rows than this share have tells little of those who have it.
    common: f64,
}

/// The groups of a table with persons in its rows.
#[derive(Serialize, Deserialize)]
struct Groupings {
    /// The positions of the fields that tell each trait.
    traits: Vec<Vec<usize>>,
    sensitive: Vec<Sensitive>,
}

/// A field whose values are nobody else's business.
#[derive(Serialize, Deserialize)]
struct Sensitive {
    field: usize,
    /// By what others may know; the mark stands for the value.
    groups: GroupSizes<Marked>,
    /// By the value.
    values: GroupSizes<Marked>,
}

/// Fields that look sensitive and are none of those that others may know.
fn guessed<'t>(table: &'t TableContext, persons: &QuasiIdentifiers) -> impl Iterator<Item = usize> + 't {
    let known = persons.fields();
    (0..table.fields.len()).filter(move |at| is_sensitive(&table.fields[*at]) && !known.contains(at))
}

impl Check for HomogeneousGroup {
    type State = Option<Groupings>;

    fn start(&self, table: &TableContext) -> Option<Groupings> {
        let persons = QuasiIdentifiers::of(table)?;
        let fields = match &table.disclosure.sensitive {
            Some(declared) => declared.clone(),
            None => guessed(table, &persons).take(MOST_FIELDS).collect(),
        };
        if fields.is_empty() {
            return None;
        }
        let traits = persons.telling(table);
        let sensitive = fields.into_iter().map(|field| Sensitive {
            field,
            groups: GroupSizes::of_at_most(self.most),
            values: GroupSizes::of_at_most(MOST_VALUES),
        });
        Some(Groupings { traits, sensitive: sensitive.collect() })
    }

    fn update(&self, state: &mut Option<Groupings>, batch: &Batch) {
        let Some(state) = state else { return };
        // What has too many values to be categories will not be told of.
        let mut open = state.sensitive.iter_mut().filter(|sensitive| !sensitive.values.is_sampled()).peekable();
        if open.peek().is_none() {
            return;
        }
        let hashes = TraitHashes::of(batch, &state.traits);
        for sensitive in open {
            for (hash, cell) in hashes.all().zip(batch.column(sensitive.field)) {
                let mark = mark(hash_of_cell(batch, trimmed(batch, cell)));
                sensitive.groups.add(hash, mark, self.scratch);
                sensitive.values.add(mixed(u64::from(mark)), mark, Scratch::NONE);
            }
        }
    }

    fn merge(&self, state: &mut Option<Groupings>, other: Option<Groupings>) {
        let (Some(state), Some(other)) = (state, other) else { return };
        for (mine, theirs) in state.sensitive.iter_mut().zip(other.sensitive) {
            mine.groups.merge(theirs.groups, self.scratch);
            mine.values.merge(theirs.values, Scratch::NONE);
        }
    }

    fn finish(&self, state: Option<Groupings>, table: &TableContext, found: &mut Findings) {
        let (Some(state), Some(persons)) = (state, QuasiIdentifiers::of(table)) else { return };
        if table.disclosure.sensitive.is_none() && guessed(table, &persons).count() > MOST_FIELDS {
            found.give_up(Limit::Fields);
        }
        if state.sensitive.iter().any(|sensitive| sensitive.values.is_sampled()) {
            found.give_up(Limit::Values);
        }
        for sensitive in state.sensitive {
            let Some(values) = Values::of(sensitive.values) else { continue };
            let is_told = |mark: u32| mark != MIXED && values.share(mark).is_some_and(|share| share <= self.common);
            let (mut number, mut rows) = (0, 0);
            let coverage = sensitive.groups.finish(self.scratch, |group| {
                if group.rows() >= self.k && is_told(group.mark()) {
                    number += 1;
                    rows += u64::from(group.rows());
                }
            });
            if rows == 0 {
                continue;
            }
            let field = &table.fields[sensitive.field];
            let names = persons.fields().into_iter().map(|at| table.fields[at].name.as_str());
            let names = FieldNames::of(names, NAMED);
            let draft = found.add(Some(field.column), unplaced(rows * coverage.scale));
            draft
                .variant(if coverage.is_whole { "" } else { "about" })
                .count("groups", number * coverage.scale)
                .count("k", u64::from(self.k))
                .excerpt("sensitive", &field.name)
                .word("fields", names.to_string())
                .phrase("declared", persons.origin());
            if persons.is_guess {
                draft.severity(Severity::Note).confidence(Confidence::Low);
            }
        }
    }
}

/// How many rows have each value.
struct Values {
    /// By mark, without values that are missing.
    rows: BTreeMap<u32, u64>,
    all: u64,
}

impl Values {
    /// `None` when there are too many to be categories, or no two.
    fn of(groups: GroupSizes<Marked>) -> Option<Values> {
        let missing: Vec<u32> = MARKERS.iter().chain(&[""]).map(|text| mark(hash_of_text(text.as_bytes()))).collect();
        let mut rows = BTreeMap::new();
        let coverage = groups.finish(Scratch::NONE, |group| {
            if !missing.contains(&group.mark()) {
                rows.insert(group.mark(), u64::from(group.rows()));
            }
        });
        let all = rows.values().sum();
        (coverage.is_whole && rows.len() > 1).then_some(Values { rows, all })
    }

    /// The share of all values that this one is; `None` for a missing one.
    fn share(&self, mark: u32) -> Option<f64> {
        self.rows.get(&mark).map(|&rows| rows as f64 / self.all as f64)
    }
}

/// Stands for the value with this hash; never [`MIXED`].
fn mark(hash: u64) -> u32 {
    ((hash >> 32) as u32).max(MIXED + 1)
}

/// Categories of what the law protects, or of what an office decided.
fn is_sensitive(field: &Field) -> bool {
    let role = field.role.role;
    if role == Role::Diagnosis {
        return true;
    }
    let is_open = matches!(role, Role::Unknown | Role::Category);
    let is_decision = |word: &String| DECISIONS.contains(&word.as_str());
    is_open
        && trait_of(field).is_none()
        && (header_topics(&field.name).iter().any(|(_, is_plain)| *is_plain)
            || words(&field.name).iter().any(is_decision))
}
