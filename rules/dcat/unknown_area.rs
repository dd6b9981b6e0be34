//! See `unknown-area.md`.

use super::told::tell_wrong;
use super::vocabularies::is_area;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let said = dataset.areas.iter().filter(|said| !is_area(&said.what));
    said.map(|said| (said.at, said.what.as_str())).collect()
}
