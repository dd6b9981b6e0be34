//! Tables that seem to be the same of another year, place or form.

use munilint_detect::header::fold;
use munilint_model::{FieldFacts, TableFacts, Tables};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// So many tables before a table are looked at for one like it.
const LOOKED_AT: usize = 50;

/// A table, and the nearest before it that has most field names in common with it. Both by position.
#[derive(Clone, Copy, Debug)]
pub(super) struct Relatives {
    pub(super) later: usize,
    pub(super) earlier: usize,
    /// True when they are surely one table of two years or places: their paths differ in digits alone, or three quarters of
    /// their fields are the same.
    pub(super) are_one: bool,
    /// True when their paths differ in digits alone.
    pub(super) are_series: bool,
}

/// Each table with the one before it that is most like it; those that are like none are left out.
pub(super) fn relatives(tables: &Tables<'_>) -> Rc<Vec<Relatives>> {
    tables.shared(all_relatives)
}

fn all_relatives(tables: &[&TableFacts]) -> Vec<Relatives> {
    let names: Vec<BTreeSet<String>> =
        tables.iter().map(|facts| facts.fields.iter().map(bare_name).collect()).collect();
    let nearest = |later: usize| {
        let before = later.saturating_sub(LOOKED_AT)..later;
        let like = before.filter_map(|earlier| {
            let common = names[earlier].intersection(&names[later]).count();
            let most = names[earlier].len().max(names[later].len());
            (common >= 2 && common * 2 >= most).then_some((common, earlier))
        });
        like.max().map(|(common, earlier)| {
            let most = names[earlier].len().max(names[later].len());
            let are_series = without_digits(tables[later]) == without_digits(tables[earlier]);
            Relatives { later, earlier, are_one: are_series || common * 4 >= most * 3, are_series }
        })
    };
    (0..tables.len()).filter_map(nearest).collect()
}

fn without_digits(facts: &TableFacts) -> String {
    facts.table.source.chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// The name of a field, folded, without what stands in brackets: mostly its unit.
pub(super) fn bare_name(field: &FieldFacts) -> String {
    fold(field.name.split(['(', '[']).next().unwrap_or_default())
}

/// The fields of a table by their bare names; names that several fields have are left out.
pub(super) fn by_name(facts: &TableFacts) -> BTreeMap<String, &FieldFacts> {
    let mut fields: BTreeMap<String, Option<&FieldFacts>> = BTreeMap::new();
    for field in &facts.fields {
        fields.entry(bare_name(field)).and_modify(|known| *known = None).or_insert(Some(field));
    }
    fields.into_iter().filter_map(|(name, field)| Some((name, field?))).filter(|(name, _)| !name.is_empty()).collect()
}

/// Fields of two tables that have one name, in the order of the later one.
pub(super) fn namesakes<'a>(
    later: &'a TableFacts,
    earlier: &'a TableFacts,
) -> impl Iterator<Item = (&'a FieldFacts, &'a FieldFacts)> {
    let (own, others) = (by_name(later), by_name(earlier));
    let pairs: BTreeMap<u32, (&FieldFacts, &FieldFacts)> =
        own.into_iter().filter_map(|(name, field)| Some((field.column, (field, *others.get(&name)?)))).collect();
    pairs.into_values()
}
