//! See `missing-description.md`.

use super::missing::tell_missing;
use munilint_model::{Body, Findings, Metadata, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_missing(metadata, found, |dataset| dataset.descriptions.iter().all(|said| said.what.text.trim().is_empty()));
}
