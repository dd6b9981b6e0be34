//! See `missing-licence.md`.

use super::told::tell_forms;
use munilint_model::{Body, Findings, Metadata, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_forms(metadata, found, |dataset, form| form.licences.is_empty() && dataset.licences.is_empty());
}
