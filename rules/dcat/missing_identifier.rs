//! See `missing-identifier.md`.

use super::standard;
use super::told::tell_missing;
use munilint_model::{Body, Findings, Metadata, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    if standard::version(metadata) == Some("2") {
        tell_missing(metadata, found, None, |dataset| dataset.identifiers.is_empty());
    }
}
