//! See `modified-before-issued.md`.

use super::dates::is_before;
use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let Some(issued) = dataset.issued.first() else { return Vec::new() };
    let said = dataset.modified.iter().filter(|said| is_before(&said.what, &issued.what));
    said.map(|said| (said.at, said.what.as_str())).collect()
}
