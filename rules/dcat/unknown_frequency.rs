//! See `unknown-frequency.md`.

use super::told::tell_wrong;
use super::vocabularies::frequency;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let said = dataset.frequencies.iter().filter(|said| frequency(&said.what).is_none());
    said.map(|said| (said.at, said.what.as_str())).collect()
}
