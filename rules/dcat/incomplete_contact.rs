//! See `incomplete-contact.md`.

use super::standard::is_dcat;
use crate::datasets::tell_values;
use munilint_model::{Body, Contact, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    if !is_dcat(metadata) {
        return;
    }
    tell_values(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let is_incomplete = |contact: &Contact| contact.name.is_none() || contact.email.is_none() && contact.url.is_none();
    let said = dataset.contacts.iter().filter(|said| is_incomplete(&said.what));
    said.map(|said| (said.at, "")).collect()
}
