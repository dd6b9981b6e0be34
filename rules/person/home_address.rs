use super::in_text::in_text;
use super::persons::{at_least, beside, named, placed};
use munilint_model::{Body, FieldFacts, Findings, Form, Mention, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let Some(form) = form(field) else { continue };
        let others = beside(facts, field.column);
        if others.is_empty() {
            continue;
        }
        let seen = field.form(form);
        if form == Form::StreetAddress {
            found.add(Some(field.column), placed(facts, field, seen.clone())).word("others", named(&others));
        } else {
            let draft = found.add(Some(field.column), placed(facts, field, seen.clone()));
            draft.variant("dwelling").word("others", named(&others));
        }
    }
    facts.fields.iter().for_each(|field| in_text(field, &[Mention::Address, Mention::Property], found));
}

/// Whether the field holds addresses or numbers of dwellings.
fn form(field: &FieldFacts) -> Option<Form> {
    let there = field.present();
    let is_open = matches!(field.role.role, Role::Unknown | Role::Category | Role::Key);
    if field.role.role == Role::Address {
        at_least(50, field.form(Form::StreetAddress).count, there).then_some(Form::StreetAddress)
    } else {
        (is_open && at_least(90, field.form(Form::Dwelling).count, there)).then_some(Form::Dwelling)
    }
}
