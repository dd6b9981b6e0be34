use super::spellings::Mixed;
use crate::areas::names::{numbers_of, without_brackets};
use crate::matching::present;
use munilint_model::{
    Body, CellMend, Change, FieldFacts, Findings, MendOf, Mends, Options, Role, TableFacts, ValueFacts,
};
use std::collections::BTreeSet;

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityName) {
        if let Some(mixed) = Mixed::of(names(field)) {
            found.add(Some(field.column), mixed.seen).excerpts("forms", mixed.forms).count("names", mixed.things);
        }
    }
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityName) {
        let Some(mixed) = Mixed::of(names(field)) else { continue };
        let usual = mixed.usual;
        let mend = CellMend::new(move |value| usual.get(value.trim()).cloned());
        mends.safe(Change::Cells { column: field.column, mend });
    }
}

/// What tells a municipality from others: its numbers, and the county in brackets where two have the same name.
type Meant<'a> = (&'static BTreeSet<&'static str>, &'a str);

/// The names of a field, each with the municipality that it stands for.
fn names(field: &FieldFacts) -> impl Iterator<Item = (Meant<'_>, &ValueFacts)> {
    present(field).into_iter().filter_map(|value| {
        let text = value.text.trim();
        let county = &text[without_brackets(text).len()..];
        Some(((numbers_of(text)?, county), value))
    })
}
