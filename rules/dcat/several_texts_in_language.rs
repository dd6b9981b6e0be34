//! See `several-texts-in-language.md`.

use super::told::tell_wrong;
use munilint_model::{Body, Description, Findings, LangText, Metadata, Options, Place, Said};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_wrong(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    [&dataset.titles, &dataset.descriptions].into_iter().flat_map(|texts| surplus(texts)).collect()
}

/// Texts in a language that an earlier one has.
fn surplus(texts: &[Said<LangText>]) -> impl Iterator<Item = (Place, &str)> {
    let again = texts.iter().enumerate().filter(|(at, said)| {
        said.what.language.is_some() && texts[..*at].iter().any(|earlier| earlier.what.language == said.what.language)
    });
    again.map(|(_, said)| (said.at, said.what.text.as_str()))
}
