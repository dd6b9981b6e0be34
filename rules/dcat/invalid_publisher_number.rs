//! See `invalid-publisher-number.md`.

use super::publishers::number;
use super::told::tell_wrong;
use munilint_detect::organisation::organisation_number;
use munilint_model::{Agent, Body, Description, Findings, Metadata, Options, Place, Said};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let wrong =
        |said: &'_ Said<Agent>| number(&said.what).filter(|digits| !organisation_number(digits.as_bytes())).is_some();
    let said = dataset.publishers.iter().filter(|said| wrong(said));
    said.filter_map(|said| Some((said.at, number(&said.what)?))).collect()
}
