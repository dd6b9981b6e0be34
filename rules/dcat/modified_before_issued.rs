//! See `modified-before-issued.md`.

use super::dates::is_before;
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
    let Some(issued) = dataset.issued.first() else { return Vec::new() };
    let said = dataset.modified.iter().filter(|said| is_before(&said.what, &issued.what));
    said.map(|said| (said.at, said.what.as_str())).collect()
}
