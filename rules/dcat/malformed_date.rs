//! See `malformed-date.md`.

use super::dates::is_date;
use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let periods = dataset
        .periods
        .iter()
        .flat_map(|said| [&said.what.start, &said.what.end].map(|date| Some((said.at, date.as_deref()?))));
    let dates = dataset.issued.iter().chain(&dataset.modified).map(|said| (said.at, said.what.as_str()));
    dates.chain(periods.flatten()).filter(|(_, date)| !is_date(date)).collect()
}
