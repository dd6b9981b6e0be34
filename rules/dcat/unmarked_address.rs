//! See `unmarked-address.md`.

use super::standard::is_dcat;
use crate::datasets::tell_values;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    if !is_dcat(metadata) {
        return;
    }
    tell_values(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let said = dataset.contacts.iter().filter(|said| said.what.email.is_some() && !said.what.is_mailto);
    said.map(|said| (said.at, "")).collect()
}
