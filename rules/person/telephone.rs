use super::in_text::in_text;
use super::persons::{Mobiles, at_least, beside, named, placed};
use munilint_model::{Body, Confidence, FieldFacts, Findings, Mention, Options, Role, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Fewer different numbers than this are no evidence without a header.
const ENOUGH: u64 = 3;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        match field.role.role {
            Role::Telephone => by_header(facts, field, found),
            Role::Unknown | Role::Category | Role::Key => by_form(facts, field, found),
            _ => {}
        }
    }
    facts.fields.iter().for_each(|field| in_text(field, &[Mention::Telephone], found));
}

/// A landline is a house's or an office's and is left out; so are mobiles that stand again and again: switchboards.
fn by_header(facts: &TableFacts, field: &FieldFacts, found: &mut Findings) {
    let numbers = Mobiles::of(field, false);
    if numbers.seen.is_empty() {
        return;
    }
    let others = beside(facts, field.column);
    let is_repeated = !at_least(50, numbers.different, numbers.seen.count);
    // Too many different values to know: that the mobiles among them differ is sure only when nearly all are such.
    let is_unknown = field.values.is_none() && !at_least(80, numbers.seen.count, field.present());
    if others.is_empty() && (is_repeated || is_unknown) {
        return;
    }
    let draft = found.add(Some(field.column), placed(facts, field, numbers.seen));
    if others.is_empty() {
        draft.variant("alone").severity(Severity::Note).confidence(Confidence::Medium);
    } else {
        draft.word("others", named(&others));
    }
}

/// Without a header, eight digits are any number: they have to be written as telephone numbers are, beside persons.
fn by_form(facts: &TableFacts, field: &FieldFacts, found: &mut Findings) {
    let numbers = Mobiles::of(field, true);
    if numbers.different < ENOUGH || !at_least(90, numbers.seen.count, field.present()) {
        return;
    }
    let others = beside(facts, field.column);
    if !others.is_empty() {
        let draft = found.add(Some(field.column), placed(facts, field, numbers.seen));
        draft.variant("form").word("others", named(&others));
        draft.severity(Severity::Note).confidence(Confidence::Medium);
    }
}
