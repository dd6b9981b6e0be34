use crate::areas::glued::area_or_district;
use crate::field_names::FieldNames;
use crate::matching::{Matching, present};
use munilint_model::{Body, Draft, FieldFacts, Findings, Occurrences, Options, Role, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// So many different values prove a field of codes with names; one may be an address (`5003 Bergen`).
const ENOUGH: usize = 2;

/// A field whose cells hold both.
struct Glued<'a> {
    field: &'a FieldFacts,
    seen: Occurrences,
    example: &'a str,
    /// The code and the name in the example.
    parts: (&'a str, &'a str),
}

impl<'a> Glued<'a> {
    /// `None` when hardly any cell holds both.
    fn of(field: &'a FieldFacts) -> Option<Self> {
        let role = field.role.role;
        if role.is_personal() || matches!(role, Role::FreeText | Role::PostalPlace | Role::PostalCode) {
            return None;
        }
        let values = present(field);
        let cells = Matching::of(values.iter().copied(), |text, _| area_or_district(text).is_some());
        let is_about_areas = matches!(role, Role::MunicipalityNumber | Role::MunicipalityName | Role::CountyNumber);
        let enough = if is_about_areas { 1 } else { ENOUGH };
        // Where most is something else, the few are part of longer texts.
        if cells.texts.len() < enough || (cells.texts.len() * 2 < values.len() && !is_about_areas) {
            return None;
        }
        Some(Glued { field, parts: area_or_district(cells.example)?, example: cells.example, seen: cells.seen })
    }
}

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let all = facts.fields.iter().filter_map(Glued::of);
    // Where the codes have a field of their own, the glued fields are so many spellings too many: one thing to know of.
    let (spare, only): (Vec<_>, Vec<_>) = all.partition(|glued| has_code_of_its_own(facts, glued.field.column));
    for glued in only {
        tell(glued, &[], found);
    }
    let mut spare = spare.into_iter();
    if let Some(first) = spare.next() {
        let others: Vec<&str> = spare.map(|glued| glued.field.name.as_str()).collect();
        tell(first, &others, found).severity(Severity::Note);
    }
}

fn tell<'f>(glued: Glued<'_>, others: &[&str], found: &'f mut Findings) -> &'f mut Draft {
    let Glued { field, seen, example, parts: (code, name) } = glued;
    let draft = found.add(Some(field.column), seen);
    draft.excerpt("example", example).excerpt("code", code).excerpt("name", name);
    if !others.is_empty() {
        let names = FieldNames::of(others.iter().copied(), 1);
        draft.variant(if names.others == 0 { "fields" } else { "fields-more" });
        draft.word("fields", names.shown).count("others", names.others);
        // It is the same finding when one more field holds both.
        draft.kind = "";
    }
    draft
}

/// True when another field holds codes of areas: then the glued field is one too many, but nothing has to be taken apart.
fn has_code_of_its_own(facts: &TableFacts, column: u32) -> bool {
    let is_code = |role| matches!(role, Role::MunicipalityNumber | Role::CountyNumber | Role::CityDistrict);
    facts.fields.iter().any(|field| field.column != column && is_code(field.role.role))
}
