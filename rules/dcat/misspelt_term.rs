//! See `misspelt-term.md`.

use super::standard::is_dcat;
use super::terms::meant;
use munilint_model::{Body, Findings, Metadata, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    if !is_dcat(metadata) {
        return;
    }
    for (term, seen) in &metadata.terms {
        if let Some(meant) = meant(term) {
            found.add(None, seen.clone()).excerpt("term", term).word("meant", meant);
        }
    }
}
