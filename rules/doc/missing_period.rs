//! See `missing-period.md`.

use super::missing::of_datasets;
use super::spans::spans;
use crate::years::has_unread_time;
use munilint_model::{Body, Described, DescribedFound, Occurrences, Options};

pub(crate) const BODY: Body = Body::Described(judge);

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    let (facts, dataset) = (described.facts, described.dataset);
    // A field of years or dates tells the time of each row.
    let tells_time = facts.fields.iter().any(|field| field.role.role.is_time()) || has_unread_time(facts);
    let says = !dataset.periods.is_empty() || !spans(dataset).is_empty();
    let is_undated = crate::years::years(facts).is_none() && !tells_time && !says;
    if is_undated && of_datasets(described.metadata) {
        let draft = found.of_metadata.add(None, Occurrences::at(dataset.at));
        draft.excerpt("table", &facts.table.source);
    }
}
