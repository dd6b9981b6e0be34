//! See `missing-access-rights.md`.

use super::told::tell_missing;
use munilint_model::{Body, Findings, Metadata, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_missing(metadata, found, None, |dataset| dataset.access_rights.is_empty());
}
