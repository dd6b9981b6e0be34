use super::column_evidence::is_named;
use super::persons::{at_least, beside, named, unplaced};
use crate::matching::{Matching, present};
use munilint_detect::cadastral::cadastral_number;
use munilint_model::{Body, FieldFacts, Findings, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Words of a header that speaks of properties in the cadastre, folded.
const HEADERS: [&str; 10] = [
    "gnr", "gnrbnr", "gbnr", "gardsnr", "gardsnummer", "gardsbruksnummer", "matrikkel", "matrikkelnr",
    "matrikkelnummer", "matrikkelenhet",
];

/// Longest number with the municipality, lease and section.
const LONGEST: u32 = 24;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        if !is_named(field, &HEADERS) || !holds_properties(field) {
            continue;
        }
        let others = beside(facts, field.column);
        if !others.is_empty() {
            found.add(Some(field.column), unplaced(field.present())).word("others", named(&others));
        }
    }
}

/// True for `208/37`, or for the number of a farm alone, whose holding stands in a field of its own.
fn holds_properties(field: &FieldFacts) -> bool {
    let fits = |text: &str| cadastral_number(text.as_bytes()) || text.bytes().all(|byte| byte.is_ascii_digit());
    match field.values {
        Some(_) => at_least(90, Matching::of(present(field), |text, _| fits(text)).seen.count, field.present()),
        None => field.lengths.is_some_and(|(_, longest)| longest <= LONGEST),
    }
}
