//! See `restricted-without-law.md`.

use super::standard::eu_code;
use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    if !dataset.legal_bases.is_empty() {
        return Vec::new();
    }
    let said = dataset.access_rights.iter();
    said.filter_map(|said| Some((said.at, restricted(&said.what)?))).collect()
}

/// The code, when it says that not everybody may have the data.
fn restricted(iri: &str) -> Option<&str> {
    eu_code("access-right", iri).filter(|code| matches!(*code, "RESTRICTED" | "NON_PUBLIC"))
}
