//! See `organisation-in-title.md`.

use crate::datasets::tell_values;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_values(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let names: Vec<String> =
        dataset.publishers.iter().filter_map(|said| Some(said.what.name.as_deref()?.trim().to_lowercase())).collect();
    let repeats =
        |title: &str| names.iter().any(|name| !name.is_empty() && title.to_lowercase().contains(name.as_str()));
    let titles = dataset.titles.iter().filter(|said| repeats(&said.what.text));
    titles.map(|said| (said.at, said.what.text.as_str())).collect()
}
