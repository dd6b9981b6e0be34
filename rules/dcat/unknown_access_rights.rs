//! See `unknown-access-rights.md`.

use super::standard::eu_code;
use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let known = |iri: &str| matches!(eu_code("access-right", iri), Some("PUBLIC" | "RESTRICTED" | "NON_PUBLIC"));
    let said = dataset.access_rights.iter().filter(|said| !known(&said.what));
    said.map(|said| (said.at, said.what.as_str())).collect()
}
