use crate::areas::names::{county_entries, county_like, is_county, numbers_of};
use crate::matching::{Matching, present};
use munilint_detect::header::fold;
use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::CountyName) {
        let misspelt = Matching::of(present(field), |text, _| meant_by(text).is_some());
        let Some(meant) = meant_by(misspelt.example) else { continue };
        found.add(Some(field.column), misspelt.seen).excerpt("example", misspelt.example).word("meant", meant);
    }
}

/// The county whose name is misspelt so.
fn meant_by(text: &str) -> Option<&'static str> {
    if has_stray_hyphen(text) {
        return county_entries(text).last().map(|entry| entry.name.as_str());
    }
    // `Tromsø` is no county, and no slip for `Troms` either.
    if is_county(text) || numbers_of(text).is_some() { None } else { county_like(&fold(text)) }
}

/// True for `Møre- og Romsdal`: a hyphen belongs to a word that is left out (`barne- og ungdomsskole`), and here none is.
fn has_stray_hyphen(text: &str) -> bool {
    let lower = text.to_lowercase();
    (lower.contains("- og ") || lower.contains(" og -")) && is_county(text)
}
