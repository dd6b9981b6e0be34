//! See `replaced-licence.md`.

use crate::datasets::tell_values;
use crate::dcat::licences::{Licence, licence};
use crate::dcat::standard::is_dcat;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    if !is_dcat(metadata) {
        tell_values(metadata, found, wrong);
    }
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let all = dataset.distributions.iter().flat_map(|form| &form.licences).chain(&dataset.licences);
    let replaced = all.filter(|said| matches!(licence(&said.what), Licence::Replaced(_)));
    replaced.map(|said| (said.at, said.what.as_str())).collect()
}
