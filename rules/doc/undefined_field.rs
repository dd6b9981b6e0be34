//! See `undefined-field.md`.

use super::pairs::is_same;
use crate::datasets::tell_values;
use munilint_model::{Body, Description, FieldDescription, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    let fields = |dataset: &Description| fields(dataset).count() as u64;
    let all = metadata.datasets.iter().map(fields).sum();
    if let Some(draft) = tell_values(metadata, found, wrong) {
        draft.count("fields", all);
    }
}

fn fields(dataset: &Description) -> impl Iterator<Item = &FieldDescription> {
    dataset.distributions.iter().flat_map(|form| &form.fields).chain(&dataset.fields)
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    fields(dataset).filter(|field| !is_explained(field)).map(|field| (field.at, field.name.as_str())).collect()
}

/// True when some text says more than the name.
fn is_explained(field: &FieldDescription) -> bool {
    let mut texts = field.titles.iter().chain(&field.definitions).map(|said| said.what.text.as_str());
    texts.any(|text| {
        !text.trim().is_empty() && !is_same(&text.replace(['_', '-'], " "), &field.name.replace(['_', '-'], " "))
    })
}
