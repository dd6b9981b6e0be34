//! See `personal-data-unsaid.md`.

use super::contradicted_public::tells_of_persons;
use super::pairs::pairs;
use crate::field_names::FieldNames;
use munilint_model::{Body, Described, DescribedFound, Occurrences, Options, StandardKind};

pub(crate) const BODY: Body = Body::Described(judge);

/// How many fields a message names.
const NAMED: usize = 3;

/// Standards that have a property for it.
const WITH_PROPERTY: [StandardKind; 2] = [StandardKind::Datadoc, StandardKind::Odcs];

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    if !WITH_PROPERTY.contains(&described.metadata.standard.kind) || described.dataset.personal_data.is_some() {
        return;
    }
    let of_person = |column| {
        let mut own = described.found.iter().filter(|finding| finding.column == Some(column));
        own.any(tells_of_persons)
    };
    let open =
        pairs(described).into_iter().filter(|(field, said)| said.personal_data.is_none() && of_person(field.column));
    let (mut seen, mut names) = (Occurrences::default(), Vec::new());
    for (field, said) in open {
        seen.add(|| said.at);
        names.push(field.name.as_str());
    }
    if !names.is_empty() {
        let draft = found.of_metadata.add(None, seen).word("fields", FieldNames::of(names, NAMED).to_string());
        draft.excerpt("table", &described.facts.table.source);
    }
}
