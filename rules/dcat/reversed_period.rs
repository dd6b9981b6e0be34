//! See `reversed-period.md`.

use super::dates::is_before;
use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, Metadata, Options, Period, Place, Said};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let reversed =
        |said: &'_ Said<Period>| is_before(said.what.end.as_deref()?, said.what.start.as_deref()?).then_some(());
    let said = dataset.periods.iter().filter(|said| reversed(said).is_some());
    said.map(|said| (said.at, said.what.end.as_deref().unwrap_or(""))).collect()
}
