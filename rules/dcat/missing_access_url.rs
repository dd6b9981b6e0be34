//! See `missing-access-url.md`.

use super::told::tell_forms;
use munilint_model::{Body, Findings, Metadata, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_forms(metadata, found, |_, form| form.access_urls.is_empty());
}
