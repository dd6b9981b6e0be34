use super::column_evidence::{is_most, is_named};
use super::in_text::in_text;
use munilint_model::{Body, Confidence, FieldFacts, Findings, Form, Mention, Options, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// From how many numbers on a field without other evidence is believed: one in ten passes by chance.
const ENOUGH: u64 = 5;

const CARDS: [&str; 19] = [
    "kort", "kortnummer", "kortnr", "bankkort", "bankkortnummer", "betalingskort", "kredittkort", "kredittkortnummer",
    "debetkort", "betalingskortnummer", "card", "cardnumber", "cardno", "creditcard", "creditcardnumber", "pan",
    "visa", "mastercard", "paymentcard",
];

/// References of payments and labels of goods keep the same check digit.
const OTHERS: [&str; 11] =
    ["kid", "kidnummer", "kidnr", "faktura", "fakturanummer", "fakturanr", "referanse", "ean", "gtin", "imei", "iccid"];

/// True for a field of payment cards.
pub(super) fn holds_cards(field: &FieldFacts) -> bool {
    let seen = field.form(Form::PaymentCard).count;
    let declared = is_named(field, &CARDS);
    let percent = if declared { 50 } else { 90 };
    is_most(seen, field, percent) && !is_named(field, &OTHERS) && (declared || seen >= ENOUGH)
}

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        if !holds_cards(field) {
            continue;
        }
        let seen = field.form(Form::PaymentCard);
        let draft = found.add(Some(field.column), seen.clone());
        draft.share("share", seen.count, field.present());
        if !is_named(field, &CARDS) {
            draft.variant("likely").severity(Severity::Warning).confidence(Confidence::Medium);
        }
    }
    facts.fields.iter().for_each(|field| in_text(field, &[Mention::PaymentCard], found));
}
