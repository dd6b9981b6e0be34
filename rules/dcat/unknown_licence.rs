//! See `unknown-licence.md`.

use super::licences::{Licence, licence};
use super::standard::is_dcat;
use crate::datasets::tell_values;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place, Severity};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    if !is_dcat(metadata) {
        return;
    }
    tell_values(metadata, found, |dataset| those(dataset, |licence| licence == Licence::Unknown));
    let versionless = |licence| matches!(licence, Licence::Versionless(_));
    if let Some(draft) = tell_values(metadata, found, |dataset| those(dataset, versionless)) {
        draft.variant("versionless");
    }
    let replaced = |licence| matches!(licence, Licence::Replaced(_));
    if let Some(draft) = tell_values(metadata, found, |dataset| those(dataset, replaced)) {
        draft.variant("replaced").severity(Severity::Note);
    }
    let meant = |licence| matches!(licence, Licence::Meant(_));
    if let Some(draft) = tell_values(metadata, found, |dataset| those(dataset, meant)) {
        draft.variant("elsewhere").severity(Severity::Note);
    }
}

/// The licences of a kind.
fn those(dataset: &Description, is: impl Fn(Licence) -> bool) -> Vec<(Place, &str)> {
    let all = dataset.licences.iter().chain(dataset.distributions.iter().flat_map(|form| &form.licences));
    all.filter(|said| is(licence(&said.what))).map(|said| (said.at, said.what.as_str())).collect()
}
