//! See `unmarked-address.md`.

use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let said = dataset.contacts.iter().filter(|said| said.what.email.is_some() && !said.what.is_mailto);
    said.map(|said| (said.at, "")).collect()
}
