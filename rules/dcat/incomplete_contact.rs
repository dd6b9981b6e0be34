//! See `incomplete-contact.md`.

use super::told::tell_wrong;
use munilint_model::{Body, Contact, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let is_incomplete = |contact: &Contact| contact.name.is_none() || contact.email.is_none() && contact.url.is_none();
    let said = dataset.contacts.iter().filter(|said| is_incomplete(&said.what));
    said.map(|said| (said.at, "")).collect()
}
