use super::in_text::in_text;
use super::persons::{at_least, unplaced};
use crate::matching::{Matching, present};
use munilint_detect::header::fold;
use munilint_detect::licence_plate::is_licence_plate;
use munilint_model::{Body, Confidence, FieldFacts, Findings, Mention, Options, Severity, TableFacts};
use std::collections::BTreeSet;

pub(crate) const BODY: Body = Body::Facts(judge);

/// Fewer different plates, or different pairs of letters, than this are no evidence without a header: a series of numbers
/// of a kind of its own has one pair.
const ENOUGH: usize = 5;

/// Words of a header that speaks of plates, folded and without spaces.
const HEADERS: [&str; 9] = [
    "regnr", "registreringsnummer", "registreringsnr", "kjennemerke", "kjoretoynummer", "bilnr", "bilnummer",
    "skiltnummer", "licenceplate",
];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    facts.fields.iter().for_each(|field| judge_field(field, found));
    facts.fields.iter().for_each(|field| in_text(field, &[Mention::LicencePlate], found));
}

fn judge_field(field: &FieldFacts, found: &mut Findings) {
    let plates = Matching::of(present(field), |text, _| is_licence_plate(text.as_bytes()));
    if plates.is_empty() {
        return;
    }
    let name = fold(&field.name).replace(' ', "");
    let count = plates.seen.count;
    if HEADERS.iter().any(|header| name.contains(header)) && at_least(50, count, field.present()) {
        found.add(Some(field.column), unplaced(count)).share("share", count, field.present());
        return;
    }
    let letters: BTreeSet<&str> = plates.texts.iter().map(|text| &text[..2]).collect();
    if letters.len() >= ENOUGH && at_least(90, count, field.present()) {
        let draft = found.add(Some(field.column), unplaced(count));
        draft.variant("form").share("share", count, field.present());
        draft.severity(Severity::Note).confidence(Confidence::Medium);
    }
}
