//! Persons whom what others may know of them tells from nearly everybody else in the table (k-anonymity).

use super::group::Counted;
use super::group_sizes::{GroupSizes, rows_in};
use super::quasi_identifiers::QuasiIdentifiers;
use super::trait_hashes::TraitHashes;
use crate::field_names::FieldNames;
use crate::person::persons::unplaced;
use munilint_model::{
    AnyCheck, Argument, Batch, Body, Check, Confidence, Findings, Options, Scratch, Severity, TableContext,
};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Spilling(compile);

/// So many fields are named.
const NAMED: usize = 6;

/// So many sizes of groups are listed.
const LISTED: usize = 8;

/// To leave out a trait helps when no more than this share of the rows in small groups is left.
const HELPS: f64 = 0.8;

/// Of a table without one of the traits, so many combinations are enough to say how much it would help.
const WITHOUT: usize = 1 << 12;

/// What is estimated is not spilled.
const SAMPLED: Scratch = Scratch::NONE;

fn compile(options: &Options, scratch: Scratch) -> Box<dyn AnyCheck> {
    Box::new(RareCombination {
        k: (options.number("k") as u32).min(Counted::MOST),
        most: options.number("combinations") as usize,
        scratch,
    })
}

struct RareCombination {
    /// The smallest group that is let through, in rows.
    k: u32,
    /// With more combinations than this, those that were counted are spilled.
    most: usize,
    scratch: Scratch,
}

/// The groups of a table with persons in its rows.
#[derive(Serialize, Deserialize)]
struct Alike {
    rows: u64,
    /// The positions of the fields that tell each trait.
    traits: Vec<Vec<usize>>,
    /// By all traits.
    all: GroupSizes<Counted>,
    /// By all traits but one, for each of them.
    without: Vec<GroupSizes<Counted>>,
}

impl Check for RareCombination {
    type State = Option<Alike>;

    fn start(&self, table: &TableContext) -> Option<Alike> {
        let persons = QuasiIdentifiers::of(table)?;
        let traits = persons.telling(table);
        let without = traits.iter().map(|_| GroupSizes::of_at_most(WITHOUT)).collect();
        Some(Alike { rows: 0, traits, all: GroupSizes::of_at_most(self.most), without })
    }

    fn update(&self, state: &mut Option<Alike>, batch: &Batch) {
        let Some(state) = state else { return };
        let hashes = TraitHashes::of(batch, &state.traits);
        state.rows += batch.rows() as u64;
        hashes.all().for_each(|hash| state.all.add(hash, 0, self.scratch));
        for (left_out, sizes) in state.without.iter_mut().enumerate() {
            hashes.without(left_out).for_each(|hash| sizes.add(hash, 0, SAMPLED));
        }
    }

    fn merge(&self, state: &mut Option<Alike>, other: Option<Alike>) {
        let (Some(state), Some(other)) = (state, other) else { return };
        state.rows += other.rows;
        state.all.merge(other.all, self.scratch);
        state.without.iter_mut().zip(other.without).for_each(|(mine, theirs)| mine.merge(theirs, SAMPLED));
    }

    fn finish(&self, state: Option<Alike>, table: &TableContext, found: &mut Findings) {
        let absent = &table.disclosure.absent;
        if !absent.is_empty() {
            let draft = found.add(None, unplaced(absent.len() as u64)).variant("absent");
            draft.confidence(Confidence::High);
            draft.word("absent", FieldNames::of(absent.iter().map(String::as_str), NAMED).to_string());
        }
        let (Some(state), Some(persons)) = (state, QuasiIdentifiers::of(table)) else { return };
        let (sizes, coverage) = state.all.smaller_than(self.k, self.scratch);
        let small = rows_in(&sizes).min(state.rows);
        if small == 0 {
            return;
        }
        let draft = found.add(None, unplaced(small));
        let names = |fields: &[usize]| {
            let names = FieldNames::of(fields.iter().map(|&field| table.fields[field].name.as_str()), NAMED);
            names.to_string()
        };
        draft
            .count("rows", state.rows)
            .share("share", small, state.rows)
            .count("k", u64::from(self.k))
            .count("alone", sizes[0].min(small))
            .word("fields", names(&persons.fields()))
            .phrase("declared", persons.origin())
            .word("sizes", listed(&sizes));
        let left = state.without.into_iter().map(|sizes| share_left(sizes, self.k, state.rows));
        let best = persons.traits.iter().zip(left).min_by(|(_, a), (_, b)| a.total_cmp(b));
        let mut helps = false;
        if let Some(((_, fields), left)) = best {
            helps = left < HELPS * small as f64 / state.rows as f64;
            draft.word("best", names(fields)).with("left", Argument::Share(left));
        }
        let is_named = !persons.identifiers.is_empty();
        if is_named {
            draft.word("identifiers", names(&persons.identifiers));
        }
        draft.variant(match (is_named, helps) {
            _ if !coverage.is_whole => "about",
            (false, true) => "",
            (false, false) => "several",
            (true, true) => "named",
            (true, false) => "named-several",
        });
        // It is one finding, whatever would help.
        draft.kind = "";
        if is_named || persons.is_guess {
            draft.severity(Severity::Note);
        }
        if persons.is_guess {
            draft.confidence(Confidence::Low);
        }
    }
}

/// The share of all rows that stand in groups of fewer than `k`; to the whole per cent where it is estimated.
fn share_left(sizes: GroupSizes<Counted>, k: u32, rows: u64) -> f64 {
    let (sizes, coverage) = sizes.smaller_than(k, SAMPLED);
    let share = rows_in(&sizes) as f64 / rows.max(1) as f64;
    if coverage.scale > 1 { (share.min(1.0) * 100.0).round() / 100.0 } else { share }
}

/// How many groups there are of each size above one, where there are any: `2 (12), 3 (5)`.
fn listed(sizes: &[u64]) -> String {
    let met = sizes.iter().zip(1..).skip(1).filter(|(groups, _)| **groups > 0);
    let listed: Vec<String> = met.take(LISTED).map(|(groups, rows)| format!("{rows} ({groups})")).collect();
    if listed.is_empty() { "–".to_owned() } else { listed.join(", ") }
}
