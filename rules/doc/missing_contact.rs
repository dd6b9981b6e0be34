//! See `missing-contact.md`.

use super::missing::tell_missing;
use munilint_model::{Body, Findings, Metadata, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_missing(metadata, found, |dataset| dataset.contacts.is_empty() && dataset.publishers.is_empty());
}
