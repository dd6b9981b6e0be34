//! See `person-as-contact.md`.

use crate::datasets::tell_values;
use munilint_detect::email::email_at;
use munilint_detect::mention::{Mention, mentions};
use munilint_model::{Body, Contact, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_values(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let persons = dataset.contacts.iter().filter(|said| is_person(&said.what));
    persons.map(|said| (said.at, "")).collect()
}

/// True when the name is a person's, or the address is one.
fn is_person(contact: &Contact) -> bool {
    let mut has_name = false;
    if let Some(name) = &contact.name {
        mentions(name, &mut |mention, _| has_name |= mention == Mention::PersonName);
    }
    let is_personal = contact.email.as_ref().is_some_and(|email| {
        let at = email.bytes().position(|byte| byte == b'@');
        at.and_then(|at| email_at(email.as_bytes(), at)).is_some_and(|email| !email.role)
    });
    has_name || is_personal
}
