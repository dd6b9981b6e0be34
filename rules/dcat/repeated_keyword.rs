//! See `repeated-keyword.md`.

use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, LangText, Metadata, Options, Place, Said};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let key = |said: &Said<LangText>| (said.what.text.trim().to_lowercase(), said.what.language.clone());
    let is_again = |at: &usize| {
        let own = key(&dataset.keywords[*at]);
        dataset.keywords[..*at].iter().any(|said| key(said) == own)
    };
    let again = (0..dataset.keywords.len()).filter(is_again).map(|at| &dataset.keywords[at]);
    again.map(|said| (said.at, said.what.text.as_str())).collect()
}
