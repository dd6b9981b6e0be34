//! See `markup-in-text.md`.

use crate::datasets::tell_values;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_values(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let own = dataset.titles.iter().chain(&dataset.descriptions);
    let forms = dataset.distributions.iter().flat_map(|form| form.titles.iter().chain(&form.descriptions));
    let marked = own.chain(forms).filter(|said| has_markup(&said.what.text));
    marked.map(|said| (said.at, said.what.text.as_str())).collect()
}

/// True for text with a tag or an entity of HTML in it.
fn has_markup(text: &str) -> bool {
    const TAGS: [&str; 16] =
        ["p", "br", "b", "i", "em", "strong", "a", "ul", "ol", "li", "div", "span", "h1", "h2", "h3", "table"];
    let tag = |piece: &str| {
        let name = piece.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        TAGS.contains(&name.to_ascii_lowercase().as_str()) && piece.contains('>')
    };
    let entity = |piece: &str| {
        let name = piece.split(';').next().unwrap_or("");
        piece.contains(';')
            && (2..=8).contains(&name.len())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    };
    text.split('<').skip(1).any(tag) || text.split('&').skip(1).any(entity)
}
