//! See `missing-unit.md`.

use super::pairs::pairs;
use crate::field_names::FieldNames;
use crate::value::unit_scales::names_units;
use munilint_detect::unit::header_unit;
use munilint_model::{Body, Described, DescribedFound, FieldDescription, FieldFacts, Occurrences, Options, Role};

pub(crate) const BODY: Body = Body::Described(judge);

/// How many fields a message names.
const NAMED: usize = 3;

/// The rule that tells it of amounts of money, whatever metadata there is.
const OF_MONEY: &str = "value/amount-without-unit";

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    let is_told = described.found.iter().any(|finding| *finding.rule == *OF_MONEY);
    if is_told || described.facts.fields.iter().any(|field| names_units(&field.name)) {
        return;
    }
    let open: Vec<_> = pairs(described).into_iter().filter(|(field, said)| is_open(field, said)).collect();
    if open.is_empty() {
        return;
    }
    let mut seen = Occurrences::default();
    open.iter().for_each(|(_, said)| seen.add(|| said.at));
    let names = FieldNames::of(open.iter().map(|(field, _)| field.name.as_str()), NAMED);
    let draft = found.of_metadata.add(None, seen).word("fields", names.to_string());
    draft.excerpt("table", &described.facts.table.source);
}

/// True for a measured amount, of which neither the header nor any text says in what it is measured.
fn is_open(field: &FieldFacts, said: &FieldDescription) -> bool {
    let mut texts = said.titles.iter().chain(&said.definitions);
    field.role.role == Role::Amount
        && field.numeric() * 2 > field.present()
        && field.unit.is_none()
        && said.unit.is_none()
        && !texts.any(|said| header_unit(&said.what.text).is_some())
}
