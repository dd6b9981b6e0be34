use super::in_text::in_text;
use super::persons::{at_least, beside, hints, is_at_work, is_plain_name, named, names_in, placed};
use crate::areas::names::{counties_of, numbers_of};
use munilint_detect::header::words;
use munilint_detect::person_name::{NameForm, names_something_else};
use munilint_model::{
    Body, Confidence, FieldFacts, Findings, Mention, Options, Role, RoleOrigin, Severity, Shape, TableFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Fewer values than this are no evidence without a header.
const ENOUGH: u64 = 3;

/// Longest value, in bytes, of a field of names.
const LONGEST: u32 = 80;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        match field.role.role {
            Role::PersonName => by_header(facts, field, found),
            Role::Unknown | Role::Category | Role::Key | Role::FreeText => by_content(facts, field, found),
            _ => {}
        }
    }
    for field in facts.fields.iter().filter(|field| !names_something_else(&field.name)) {
        in_text(field, &[Mention::PersonName], found);
    }
}

fn by_header(facts: &TableFacts, field: &FieldFacts, found: &mut Findings) {
    let present = field.present();
    if field.values.is_none() {
        let texts = field.shape(Shape::Text);
        if at_least(90, texts.count, present) && field.lengths.is_some_and(|(_, longest)| longest <= LONGEST) {
            let draft = found.add(Some(field.column), placed(facts, field, texts.clone()));
            draft.variant("header").severity(Severity::Warning).confidence(Confidence::Medium);
        }
        return;
    }
    let names = names_in(field, |_, _| true);
    if names.is_empty() {
        return;
    }
    let count = names.seen.count;
    let draft = found.add(Some(field.column), placed(facts, field, names.seen));
    draft.share("share", count, present);
    if !at_least(80, count, present) {
        draft.variant("some").severity(Severity::Note).confidence(Confidence::Medium);
    } else if is_public(&field.name) {
        draft.variant("public").severity(Severity::Note);
    } else if is_at_work(field) {
        draft.variant("at-work").severity(Severity::Warning);
    } else if field.role.origin == RoleOrigin::Content {
        draft.variant("listed").confidence(Confidence::Medium);
    }
}

/// True for candidates and elected members, whose names are public at elections.
fn is_public(header: &str) -> bool {
    let public = ["kandidat", "folkevalg", "candidate"];
    words(header).iter().any(|word| public.iter().any(|start| word.starts_with(start)))
}

/// Without a header that says so, the form of the values is no proof: it has to stand beside something that tells of
/// persons, or to be that of a list of persons.
fn by_content(facts: &TableFacts, field: &FieldFacts, found: &mut Findings) {
    if !at_least(80, field.shape(Shape::Text).count, field.present()) || names_something_else(&field.name) {
        return;
    }
    let present = field.present();
    let reversed = names_in(field, |form, text| form == NameForm::SurnameFirst && !is_place(text));
    let is_list = at_least(80, reversed.seen.count, present);
    let names =
        if is_list { reversed } else { names_in(field, |form, text| form != NameForm::Single && !is_place(text)) };
    let different = names.different() as u64;
    if different < ENOUGH || !at_least(80, names.seen.count, present) || !at_least(60, different, names.seen.count) {
        return;
    }
    let others = if is_plain_name(&field.name) { hints(facts, field.column) } else { beside(facts, field.column) };
    if others.is_empty() && !is_list {
        return;
    }
    let count = names.seen.count;
    let draft = found.add(Some(field.column), placed(facts, field, names.seen));
    draft.share("share", count, present).severity(Severity::Note);
    if others.is_empty() {
        draft.variant("list").confidence(Confidence::Low);
    } else {
        draft.variant("beside").word("others", named(&others)).confidence(Confidence::Medium);
    }
}

/// Names of municipalities and counties may be surnames, too, so that they are left out only where no header speaks of
/// persons.
fn is_place(text: &str) -> bool {
    numbers_of(text).is_some() || counties_of(text).is_some()
}
