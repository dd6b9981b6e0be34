//! See `placeholder-text.md`.

use crate::datasets::tell_values;
use munilint_model::{Body, Description, Findings, Metadata, Options, Place};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    tell_values(metadata, found, wrong);
}

fn wrong(dataset: &Description) -> Vec<(Place, &str)> {
    let own = dataset.titles.iter().chain(&dataset.descriptions).chain(&dataset.keywords);
    let fields = dataset.distributions.iter().flat_map(|form| &form.fields).chain(&dataset.fields);
    let of_fields = fields.flat_map(|field| field.titles.iter().chain(&field.definitions));
    let texts = own.chain(of_fields).filter(|said| is_word(&said.what.text));
    let mut all: Vec<(Place, &str)> = texts.map(|said| (said.at, said.what.text.as_str())).collect();
    all.extend(dataset.marked());
    all.sort();
    all
}

/// True for a text that is nothing but the word for what it should be.
fn is_word(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "beskrivelse", "skildring", "description", "tittel", "title", "definisjon", "definition", "xxx", "...", "…",
        "n/a", "test", "fyll inn", "<beskrivelse>",
    ];
    WORDS.contains(&text.trim().to_lowercase().as_str())
}
