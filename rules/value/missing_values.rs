use crate::field_names::FieldNames;
use crate::remarks::is_for_remarks;
use munilint_model::{Argument, Body, FieldFacts, Findings, Occurrences, Options, Place, Shape, TableFacts};
use std::collections::BTreeMap;
use std::iter;

pub(crate) const BODY: Body = Body::Facts(judge);

/// Of more groups one finding is made.
const MOST_FINDINGS: usize = 2;

/// Parts of a standard form that most rows are without: `Storgata 4` has no letter, and what goes on has no end.
const OPTIONAL: [&str; 8] = [
    "bokstav", "husbokstav", "festenummer", "undernummer", "seksjonsnummer", "adressetilleggsnavn", "sluttdato",
    "til_dato",
];

/// Fields that lack as many values, in the same rows as far as these are known.
struct Group<'a> {
    first: &'a FieldFacts,
    /// Of the first field.
    missing: Occurrences,
    others: Vec<&'a str>,
}

impl<'a> Group<'a> {
    fn names(&self) -> impl Iterator<Item = &'a str> {
        iter::once(self.first.name.as_str()).chain(self.others.iter().copied())
    }
}

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let limit = options.number("limit");
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut known = BTreeMap::new();
    for field in &facts.fields {
        let missing = missing(field);
        if field.present() == 0 || (missing.count as f64) <= limit * facts.rows as f64 || is_told_elsewhere(field) {
            continue;
        }
        let rows: Vec<Option<u64>> = missing.first.iter().map(Place::row).collect();
        let at = *known.entry((missing.count, rows)).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.others.push(&field.name),
            None => groups.push(Group { first: field, missing, others: Vec::new() }),
        }
    }
    if groups.len() > MOST_FINDINGS {
        report_at_once(&groups, limit, facts.rows, found);
        return;
    }
    for group in groups {
        report(group, facts.rows, found);
    }
}

/// One finding for fields that lack values in many different ways.
fn report_at_once(groups: &[Group<'_>], limit: f64, rows: u64, found: &mut Findings) {
    let mut seen = Occurrences::default();
    groups.iter().for_each(|group| seen.add(|| Place::Field { column: group.first.column }));
    let most = groups.iter().map(|group| group.missing.count).max().unwrap_or(0);
    let names = FieldNames::of(groups.iter().flat_map(|group| group.names()), MOST_FINDINGS);
    let draft = found.add(None, seen);
    draft.variant(if names.others == 0 { "several" } else { "many" });
    draft.word("fields", names.shown).count("others", names.others);
    draft.with("limit", Argument::Share(limit)).share("share", most, rows);
    // It is the same finding when one more field lacks values.
    draft.kind = "several";
}

fn report(group: Group<'_>, rows: u64, found: &mut Findings) {
    let missing = group.missing.count;
    let draft = found.add(Some(group.first.column), group.missing);
    draft.share("share", missing, rows);
    if group.others.is_empty() {
        return;
    }
    let names = FieldNames::of(group.others, 1);
    draft.variant(if names.others == 0 { "fields" } else { "fields-more" });
    draft.word("fields", names.shown).count("others", names.others);
    // It is the same finding when one more field lacks these values.
    draft.kind = "";
}

/// The cells that hold no value; cells that a short row lacks are no cells.
fn missing(field: &FieldFacts) -> Occurrences {
    let mut seen = Occurrences::default();
    Shape::ALL.into_iter().filter(|shape| shape.is_missing()).for_each(|shape| seen.merge(field.shape(shape)));
    seen
}

/// True for fields for remarks, and when nearly all that is missing is one marker, of which another rule asks.
fn is_told_elsewhere(field: &FieldFacts) -> bool {
    let missing = field.missing();
    is_for_remarks(&field.name)
        || OPTIONAL.contains(&field.name.trim().to_lowercase().as_str())
        || field.markers.iter().any(|tally| tally.seen.count * 10 >= missing * 9)
}
