//! See `unknown-access-rights.md`.

use super::standard::eu_code;
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
    let known = |iri: &str| matches!(eu_code("access-right", iri), Some("PUBLIC" | "RESTRICTED" | "NON_PUBLIC"));
    let said = dataset.access_rights.iter().filter(|said| !known(&said.what));
    said.map(|said| (said.at, said.what.as_str())).collect()
}
