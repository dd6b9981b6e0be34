//! See `dissolved-publisher.md`.

use super::publishers::is_dissolved;
use super::standard::is_dcat;
use crate::datasets::tell_values;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    if !is_dcat(metadata) {
        return;
    }
    tell_values(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let named = dataset.publishers.iter().filter_map(|said| Some((said.at, said.what.name.as_deref()?)));
    named.filter(|(_, name)| is_dissolved(name)).collect()
}
