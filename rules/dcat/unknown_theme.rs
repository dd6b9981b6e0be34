//! See `unknown-theme.md`.

use super::told::tell_wrong;
use super::vocabularies::is_theme;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    if dataset.themes.iter().any(|said| is_theme(&said.what)) {
        return Vec::new();
    }
    dataset.themes.iter().take(1).map(|said| (said.at, said.what.as_str())).collect()
}
