//! See `sentence-as-keyword.md`.

use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let is_several = |text: &str| text.contains([',', ';']) || text.split_whitespace().count() > 4;
    let said = dataset.keywords.iter().filter(|said| is_several(&said.what.text));
    said.map(|said| (said.at, said.what.text.as_str())).collect()
}
