//! See `missing-contact.md`.

use super::told::tell_missing;
use munilint_model::{Body, Findings, Metadata, Options, Severity};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    // Version 3 made mandatory what was recommended before.
    tell_missing(metadata, found, Some(Severity::Warning), |dataset| dataset.contacts.is_empty());
}
