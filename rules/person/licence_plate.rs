use super::in_text::in_text;
use super::persons::{at_least, hints, named, placed};
use crate::matching::{Matching, present};
use munilint_detect::header::fold;
use munilint_detect::licence_plate::is_licence_plate;
use munilint_model::{Body, Confidence, FieldFacts, Findings, Form, Mention, Options, Severity, TableFacts};
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
    facts.fields.iter().for_each(|field| judge_field(facts, field, found));
    facts.fields.iter().for_each(|field| in_text(field, &[Mention::LicencePlate], found));
}

fn judge_field(facts: &TableFacts, field: &FieldFacts, found: &mut Findings) {
    let long = field.form(Form::LicencePlate);
    let mut seen = long.clone();
    seen.merge(field.form(Form::ShortPlate));
    let (count, all) = (long.count, seen.count);
    let name = fold(&field.name).replace(' ', "");
    if HEADERS.iter().any(|header| name.contains(header)) && at_least(50, all, field.present()) {
        found.add(Some(field.column), placed(facts, field, seen)).share("share", all, field.present());
        return;
    }
    if !at_least(90, count, field.present()) {
        return;
    }
    if has_many_letters(field) {
        let draft = found.add(Some(field.column), placed(facts, field, long.clone()));
        draft.variant("form").share("share", count, field.present());
        draft.severity(Severity::Note).confidence(Confidence::Medium);
    } else if field.values.is_none() {
        // The letters are not known, but that the rows are about persons is.
        let others = hints(facts, field.column);
        if !others.is_empty() {
            let draft = found.add(Some(field.column), placed(facts, field, long.clone()));
            draft.variant("among-persons").share("share", count, field.present()).word("others", named(&others));
            draft.severity(Severity::Note).confidence(Confidence::Medium);
        }
    }
}

fn has_many_letters(field: &FieldFacts) -> bool {
    let plates = Matching::of(present(field), |text, _| is_licence_plate(text.as_bytes()));
    plates.texts.iter().map(|text| &text[..2]).collect::<BTreeSet<&str>>().len() >= ENOUGH
}
