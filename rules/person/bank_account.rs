use super::column_evidence::{is_about_persons, is_most};
use super::in_text::in_text;
use super::payment_card::holds_cards;
use super::persons::beside;
use munilint_model::{Body, Confidence, Findings, Form, Mention, Options, Role, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// From how many numbers on a field without other evidence is believed: one in eleven passes by chance.
const ENOUGH: u64 = 5;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    in_columns(facts, found);
    facts.fields.iter().for_each(|field| in_text(field, &[Mention::Account], found));
}

fn in_columns(facts: &TableFacts, found: &mut Findings) {
    // Accounts of organisations are in the open, and the persons beside them are their contacts.
    let plainly = is_about_persons(facts);
    if facts.fields.iter().any(|field| field.role.role == Role::OrganisationNumber) {
        return;
    }
    let has_cards = || facts.fields.iter().any(holds_cards);
    for field in &facts.fields {
        let mut seen = field.form(Form::Account).clone();
        seen.merge(field.form(Form::Iban));
        let declared = field.role.role == Role::AccountNumber;
        let enough = if declared { is_most(seen.count, field, 50) } else { is_most(seen.count, field, 90) };
        // Beside the e-mail address or the payment card of a person the account may be that of a club as well.
        let among_persons = plainly || (declared && (has_cards() || !beside(facts, field.column).is_empty()));
        if !among_persons || !enough || (!declared && seen.count < ENOUGH) {
            continue;
        }
        let share = (seen.count, field.present());
        let draft = found.add(Some(field.column), seen);
        draft.share("share", share.0, share.1);
        if !declared || !plainly {
            draft.variant("likely").severity(Severity::Note).confidence(Confidence::Medium);
        }
    }
}
