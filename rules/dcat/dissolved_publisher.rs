//! See `dissolved-publisher.md`.

use super::publishers::is_dissolved;
use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let named = dataset.publishers.iter().filter_map(|said| Some((said.at, said.what.name.as_deref()?)));
    named.filter(|(_, name)| is_dissolved(name)).collect()
}
