//! See `unknown-media-type.md`.

use super::formats::is_registered_address;
use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let types = dataset.distributions.iter().flat_map(|form| &form.media_types);
    types.filter(|said| !is_registered_address(&said.what)).map(|said| (said.at, said.what.as_str())).collect()
}
