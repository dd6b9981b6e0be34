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
    let placeholders = own.chain(of_fields).filter(|said| is_placeholder(&said.what.text));
    placeholders.map(|said| (said.at, said.what.text.as_str())).collect()
}

/// True for text that only holds the place of another.
fn is_placeholder(text: &str) -> bool {
    const WHOLE: [&str; 14] = [
        "beskrivelse", "skildring", "description", "tittel", "title", "definisjon", "definition", "xxx", "...", "…",
        "n/a", "test", "fyll inn", "<beskrivelse>",
    ];
    let folded = text.trim().to_lowercase();
    let starts = ["todo", "tbd", "lorem ipsum", "fixme", "bekreft:"]
        .iter()
        .any(|word| folded.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    starts || WHOLE.contains(&folded.as_str())
}
