//! See `contradicted-delimiter.md`.

use munilint_model::{Body, Described, DescribedFound, Occurrences, Options};

pub(crate) const BODY: Body = Body::Described(judge);

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    // One field alone has nothing that sets it apart.
    let facts = described.facts;
    let Some(said) = described.form().and_then(|form| form.delimiter.as_ref()) else { return };
    let own = char::from(facts.layout().dialect.delimiter);
    if facts.fields.len() < 2 || said.what.is_empty() || meant(&said.what) == Some(own) {
        return;
    }
    let draft = found.of_metadata.add(None, Occurrences::at(said.at));
    draft.excerpt("said", &shown(&said.what)).word("delimiter", shown(&own.to_string()));
    draft.excerpt("table", &facts.table.source);
}

fn meant(said: &str) -> Option<char> {
    match said {
        "\\t" | "tab" | "TAB" => Some('\t'),
        _ => said.chars().next().filter(|_| said.chars().count() == 1),
    }
}

fn shown(delimiter: &str) -> String {
    delimiter.replace('\t', "\\t")
}
