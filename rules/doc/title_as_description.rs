//! See `title-as-description.md`.

use crate::datasets::tell_values;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_values(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let bare = |text: &str| text.trim().trim_end_matches('.').to_lowercase();
    let is_title = |text: &str| dataset.titles.iter().any(|title| bare(&title.what.text) == bare(text));
    let same = dataset.descriptions.iter().filter(|said| is_title(&said.what.text));
    same.map(|said| (said.at, said.what.text.as_str())).collect()
}
