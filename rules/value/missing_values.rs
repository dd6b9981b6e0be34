use crate::field_names::FieldNames;
use munilint_model::{Body, FieldFacts, Findings, Occurrences, Options, Place, Shape, TableFacts};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Facts(judge);

/// What the names of fields for remarks have in them: such a field is empty where there is nothing to remark.
const REMARKS: [&str; 7] = ["merknad", "kommentar", "anmerkning", "fotnote", "comment", "remark", "footnote"];

/// Parts of a standard form that most rows are without: `Storgata 4` has no letter, and what goes on has no end.
const OPTIONAL: [&str; 8] = [
    "bokstav", "husbokstav", "festenummer", "undernummer", "seksjonsnummer", "adressetilleggsnavn", "sluttdato",
    "til_dato",
];

/// From more groups than this one finding is made.
const MOST_FINDINGS: usize = 5;

/// What the names of fields for remarks end with, as a word of its own; `Andel.Brudd` tells of a break in a series.
const LAST_WORDS: [&str; 4] = ["brudd", "note", "notes", "noter"];

/// Fields that lack as many values, in the same rows as far as these are known.
struct Group<'a> {
    first: &'a FieldFacts,
    /// Of the first field.
    missing: Occurrences,
    others: Vec<&'a str>,
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
        return report_all(groups, facts.rows, found);
    }
    for group in groups {
        report(group, facts.rows, found);
    }
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

/// One finding for many fields, with the one that lacks least and the one that lacks most.
fn report_all(groups: Vec<Group<'_>>, rows: u64, found: &mut Findings) {
    let of = |group: &Group<'_>| (group.missing.count, group.first.name.clone());
    let (least, most) = (groups.iter().map(of).min(), groups.iter().rev().map(of).max_by_key(|(count, _)| *count));
    let (Some(least), Some(most)) = (least, most) else { return };
    let fields: usize = groups.iter().map(|group| 1 + group.others.len()).sum();
    let mut seen = Occurrences::default();
    groups.iter().for_each(|group| seen.add(|| Place::Field { column: group.first.column }));
    let draft = found.add(None, seen).variant("many");
    draft.count("fields", fields as u64).share("least", least.0, rows).share("most", most.0, rows);
    let name = |name: &str| FieldNames::of([name], 1).shown;
    draft.word("least-field", name(&least.1)).word("most-field", name(&most.1));
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

fn is_for_remarks(name: &str) -> bool {
    let name = name.to_lowercase();
    let last_word = name.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    REMARKS.iter().any(|word| name.contains(word)) || LAST_WORDS.contains(&last_word)
}
