use super::column_evidence::{is_most, is_named};
use super::persons::{placed, unplaced};
use crate::matching::{Matching, present};
use munilint_detect::danish_number::danish_number;
use munilint_model::{Body, Confidence, FieldFacts, Findings, Form, Options, Role, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// From how many Swedish numbers on a field without other evidence is believed: seven in a thousand pass by chance.
const ENOUGH: u64 = 10;

const SWEDISH: [&str; 6] =
    ["personnummer", "personnr", "samordningsnummer", "svensk", "svenskpersonnummer", "swedishpersonalnumber"];

const DANISH: [&str; 6] = ["cpr", "cprnr", "cprnummer", "cprno", "cprnumber", "dansk"];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        if is_named(field, &DANISH) {
            danish(field, found);
        } else {
            swedish(facts, field, found);
        }
    }
}

fn swedish(facts: &TableFacts, field: &FieldFacts, found: &mut Findings) {
    let seen = field.form(Form::Swedish).clone();
    let count = seen.count;
    let declared = field.role.role == Role::IdentityNumber || is_named(field, &SWEDISH);
    let enough = if declared { is_most(count, field, 50) } else { is_most(count, field, 90) };
    if enough && (declared || count >= ENOUGH) {
        let draft = found.add(Some(field.column), placed(facts, field, seen));
        draft.share("share", count, field.present());
        if !declared {
            draft.variant("likely").severity(Severity::Warning).confidence(Confidence::Medium);
        }
    }
}

/// There is no check digit, so that the header has to say it.
fn danish(field: &FieldFacts, found: &mut Findings) {
    let count = match field.values {
        Some(_) => Matching::of(present(field), |text, _| danish_number(text.as_bytes())).seen.count,
        // Too many different ones to know: all of them have ten digits, with or without a hyphen.
        None if field.lengths.is_some_and(|(shortest, longest)| shortest >= 10 && longest <= 11) => field.present(),
        None => 0,
    };
    if is_most(count, field, 80) {
        let draft = found.add(Some(field.column), unplaced(count));
        draft.variant("danish").share("share", count, field.present());
    }
}
