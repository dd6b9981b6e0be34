//! See `empty-catalogue.md`.

use super::standard::is_dcat;
use munilint_model::{Body, Findings, Metadata, Occurrences, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    let Some(catalogue) = metadata.catalogue.as_ref().filter(|_| is_dcat(metadata)) else { return };
    if metadata.datasets.is_empty() && metadata.faults.is_empty() {
        let mut seen = Occurrences::default();
        seen.add(|| catalogue.at);
        found.add(None, seen);
    }
}
