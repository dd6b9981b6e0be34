//! See `unknown-format.md`.

use super::formats::listed;
use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let formats = dataset.distributions.iter().flat_map(|form| &form.formats);
    formats.filter(|said| listed(&said.what).is_none()).map(|said| (said.at, said.what.as_str())).collect()
}
