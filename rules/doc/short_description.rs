//! See `short-description.md`.

use crate::datasets::tell_values;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

/// Characters that a description needs at least to say something.
const SHORTEST: usize = 50;

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    if let Some(draft) = tell_values(metadata, found, wrong) {
        draft.count("shortest", SHORTEST as u64);
    }
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let short = dataset.descriptions.iter().filter(|said| said.what.text.trim().chars().count() < SHORTEST);
    short.map(|said| (said.at, said.what.text.as_str())).collect()
}
