use super::area_names::{CITY_DISTRICTS, COUNTIES, is_named};
use super::municipalities::MUNICIPALITIES;
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
        let cells = Matching::of(values.iter().copied(), |text, _| glued(text).is_some());
        let is_about_areas = matches!(role, Role::MunicipalityNumber | Role::MunicipalityName | Role::CountyNumber);
        let enough = if is_about_areas { 1 } else { ENOUGH };
        // Where most is something else, the few are part of longer texts.
        if cells.texts.len() < enough || (cells.texts.len() * 2 < values.len() && !is_about_areas) {
            return None;
        }
        Some(Glued { field, parts: glued(cells.example)?, example: cells.example, seen: cells.seen })
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

/// The code and the name of `0301 Oslo`, `K-3001 Halden`, `1101 - Eigersund`, `30103 - Sagene`, `030103a Sagene`: an area
/// whose list has that name for that code.
pub(crate) fn area(text: &str) -> Option<(&str, &str)> {
    let (code, marks, name) = parts(text)?;
    let length = code.len();
    let padded = |digits: usize| if length + 1 == digits { format!("0{code}") } else { code.to_owned() };
    let fits = match length {
        1 | 2 => marks == 0 && is_named(&COUNTIES, &padded(2), name),
        3 | 4 => marks == 0 && is_named(&MUNICIPALITIES, &padded(4), name),
        5 | 6 => is_named(&CITY_DISTRICTS, &padded(6), name),
        _ => false,
    };
    fits.then_some((code, name))
}

/// As [`area`], and districts of Oslo by the last two digits of their numbers: `03 Sagene`.
fn glued(text: &str) -> Option<(&str, &str)> {
    area(text).or_else(|| {
        let (code, marks, name) = parts(text)?;
        let fits = marks == 0 && code.len() == 2 && is_named(&CITY_DISTRICTS, &format!("0301{code}"), name);
        fits.then_some((code, name))
    })
}

/// Digits, how many small letters stand behind them, and the name behind what sets it apart.
fn parts(text: &str) -> Option<(&str, usize, &str)> {
    let start = text.strip_prefix("K-").or_else(|| text.strip_prefix("F-")).unwrap_or(text);
    let (code, rest) = start.split_at(start.bytes().take_while(u8::is_ascii_digit).count());
    // Statistics Norway marks editions of districts with small letters: 030103a.
    let marks = rest.bytes().take_while(u8::is_ascii_lowercase).count();
    let rest = &rest[marks.min(2)..];
    let name = rest.trim_start_matches(|c: char| c.is_whitespace() || "-–—:.,_/".contains(c));
    (name.len() < rest.len() && name.starts_with(char::is_alphabetic)).then_some((code, marks, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_taken_apart() {
        assert_eq!(area("0301 Oslo"), Some(("0301", "Oslo")));
        assert_eq!(area("K-3001 Halden"), Some(("3001", "Halden")));
        assert_eq!(area("1101 - Eigersund"), Some(("1101", "Eigersund")));
        assert_eq!(area("0101\u{a0}-\u{a0}Halden"), Some(("0101", "Halden")));
        assert_eq!(area("030103a Sagene"), Some(("030103", "Sagene")));
        assert_eq!(area("30103 - Sagene"), Some(("30103", "Sagene")));
        assert_eq!(area("0301 Oslo i alt"), Some(("0301", "Oslo i alt")));
        assert_eq!((area("03 Sagene"), glued("03 Sagene")), (None, Some(("03", "Sagene"))));
        for other in ["5003 Bergen", "0 år", "0301", "Oslo", "2024 budsjett", "12 Storgata", "0301Oslo", ""] {
            assert_eq!(area(other), None, "{other}");
        }
    }
}
