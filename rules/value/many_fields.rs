//! One finding where most fields of a table have the same thing wrong.

use crate::field_names::FieldNames;
use munilint_model::{Draft, Findings, Occurrences, TableFacts};

/// Of more fields one finding is made.
const MOST_FINDINGS: usize = 3;

/// How many fields that finding names.
const NAMED: usize = 2;

/// Hands over drafts that are about a field each, or one with the page's message `fields` when there are many of them: the
/// program that wrote the table did so in all its fields.
pub(super) fn report(drafts: Vec<Draft>, facts: &TableFacts, found: &mut Findings) {
    if drafts.len() <= MOST_FINDINGS {
        found.drafts.extend(drafts);
        return;
    }
    let mut seen = Occurrences::default();
    drafts.iter().for_each(|draft| seen.merge(&draft.seen));
    let fields = drafts.iter().filter_map(|draft| facts.fields.get(draft.column? as usize - 1));
    let names = FieldNames::of(fields.map(|field| field.name.as_str()), NAMED);
    found.add(None, seen).variant("fields").word("fields", names.shown).count("others", names.others);
}
