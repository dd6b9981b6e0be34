//! See `closed-licence.md`.

use super::licences::{Licence, is_open, licence};
use super::standard::eu_code;
use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    if !dataset.access_rights.iter().any(|said| eu_code("access-right", &said.what) == Some("PUBLIC")) {
        return Vec::new();
    }
    let of_forms = dataset.distributions.iter().flat_map(|form| &form.licences);
    // What a licence that no list has allows is not known, and the matter of another rule.
    let is_closed = |text: &str| licence(text) != Licence::Unknown && !is_open(text);
    let closed = of_forms.chain(&dataset.licences).filter(|said| is_closed(&said.what));
    closed.map(|said| (said.at, said.what.as_str())).collect()
}
