//! Units that a table mixes: in a field of units, and between fields.

use super::unit_scales::{differ_in_scale, names_units};
use crate::combinations::Combinations;
use crate::fold::Fold;
use munilint_detect::header::{fold, words};
use munilint_detect::unit::{header_unit, unit};
use munilint_model::{
    AnyCheck, Batch, Body, Check, Confidence, Findings, Occurrences, Options, Place, Role, Severity, TableContext,
};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Table(compile);

/// More pairs of an indicator and a unit are not kept.
const MOST: usize = 10_000;

/// Words in the names of fields that tell what is measured, folded.
const INDICATORS: [&str; 9] = [
    "indikator", "indicator", "variabel", "statistikkvariabel", "variable", "maltall", "nokkeltall", "parameter",
    "komponent",
];

fn compile(_: &Options) -> Box<dyn AnyCheck> {
    Box::new(MixedUnits)
}

struct MixedUnits;

/// What is measured and its unit, with where they stand.
type Pairs = BTreeMap<Vec<String>, Occurrences>;

impl Check for MixedUnits {
    type State = Option<Combinations>;

    fn start(&self, table: &TableContext) -> Option<Combinations> {
        let units = unit_field(table)?;
        // A combination stands where its first field stands.
        let fields: Vec<usize> = [Some(units), indicator_field(table)].into_iter().flatten().collect();
        Some(Combinations::of(&fields, MOST))
    }

    fn update(&self, state: &mut Self::State, batch: &Batch) {
        state.update(batch);
    }

    fn merge(&self, state: &mut Self::State, other: Self::State) {
        state.merge(other);
    }

    fn finish(&self, state: Self::State, table: &TableContext, found: &mut Findings) {
        between_fields(table, found);
        let (Some(field), Some(pairs)) = (unit_field(table), state.and_then(Combinations::finish)) else { return };
        let column = table.fields[field].column;
        spellings(column, &pairs, found);
        scales(column, &pairs, found);
    }
}

fn unit_field(table: &TableContext) -> Option<usize> {
    table.fields.iter().position(|field| names_units(&field.name))
}

fn indicator_field(table: &TableContext) -> Option<usize> {
    let names = |word: &String| INDICATORS.contains(&word.as_str());
    table.fields.iter().position(|field| words(&field.name).iter().any(names))
}

/// One unit under several names. What differs in capitals and signs only is told of where labels are compared.
fn spellings(column: u32, pairs: &Pairs, found: &mut Findings) {
    let mut spelt: BTreeMap<String, BTreeMap<String, (&str, Occurrences)>> = BTreeMap::new();
    for (texts, seen) in pairs {
        if let Some(unit) = unit(&texts[0]) {
            let (_, all) =
                spelt.entry(unit).or_default().entry(fold(&texts[0])).or_insert((&texts[0], Occurrences::default()));
            all.merge(seen);
        }
    }
    for (unit, names) in spelt.iter().filter(|(_, names)| names.len() > 1) {
        let mut names: Vec<&(&str, Occurrences)> = names.values().collect();
        names.sort_by_key(|(text, seen)| (std::cmp::Reverse(seen.count), *text));
        let mut rarer = Occurrences::default();
        names[1..].iter().for_each(|(_, seen)| rarer.merge(seen));
        let draft = found.add(Some(column), rarer);
        draft.word("unit", unit).excerpt("usual", names[0].0);
        draft.excerpts("others", names[1..].iter().map(|(text, _)| *text));
    }
}

/// One thing measured in units of different sizes.
fn scales(column: u32, pairs: &Pairs, found: &mut Findings) {
    let mut measured: BTreeMap<&str, Vec<(String, &Occurrences)>> = BTreeMap::new();
    for (texts, seen) in pairs {
        if let (Some(indicator), Some(unit)) = (texts.get(1).filter(|text| !text.is_empty()), unit(&texts[0])) {
            measured.entry(indicator).or_default().push((unit, seen));
        }
    }
    let mut rarer = Occurrences::default();
    let mut first: Option<(&str, String, String)> = None;
    for (indicator, mut units) in measured {
        units.sort_by_key(|(_, seen)| std::cmp::Reverse(seen.count));
        let (usual, _) = &units[0];
        for (other, seen) in units[1..].iter().filter(|(other, _)| differ_in_scale(usual, other)) {
            rarer.merge(seen);
            first.get_or_insert((indicator, usual.clone(), other.clone()));
        }
    }
    if let Some((indicator, usual, other)) = first {
        let draft = found.add(Some(column), rarer).variant("scale");
        draft.excerpt("indicator", indicator).word("usual", usual).word("other", other);
        draft.severity(Severity::Warning);
    }
}

/// Fields of amounts whose names tell units of different sizes.
fn between_fields(table: &TableContext, found: &mut Findings) {
    let amounts =
        table.fields.iter().filter(|field| matches!(field.role.role, Role::Amount | Role::Count | Role::Unknown));
    let units: Vec<_> = amounts.filter_map(|field| Some((field, header_unit(&field.name)?))).collect();
    let pairs = units.iter().enumerate().flat_map(|(at, a)| units[at + 1..].iter().map(move |b| (a, b)));
    let mut pairs = pairs.filter(|((_, a), (_, b))| differ_in_scale(a, b));
    if let Some(((a, unit), (b, other))) = pairs.next() {
        let draft = found.add(Some(b.column), Occurrences::at(Place::Field { column: b.column })).variant("fields");
        draft.excerpt("usual", &a.name).excerpt("others", &b.name).word("unit", unit).word("other", other);
        draft.confidence(Confidence::Medium);
    }
}
