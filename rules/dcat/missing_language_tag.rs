//! See `missing-language-tag.md`.

use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let texts = dataset.titles.iter().chain(&dataset.descriptions).chain(&dataset.keywords);
    let untagged = texts.filter(|said| said.what.language.is_none());
    untagged.map(|said| (said.at, said.what.text.as_str())).collect()
}
