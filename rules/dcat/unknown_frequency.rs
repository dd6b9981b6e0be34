//! See `unknown-frequency.md`.

use super::standard::is_dcat;
use super::vocabularies::frequency;
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
    let said = dataset.frequencies.iter().filter(|said| frequency(&said.what).is_none());
    said.map(|said| (said.at, said.what.as_str())).collect()
}
