//! See `contradicted-rows.md`.

use munilint_model::{Body, Described, DescribedFound, Occurrences, Options};

pub(crate) const BODY: Body = Body::Described(judge);

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    let Some(said) = described.form().and_then(|form| form.rows.as_ref()) else { return };
    let (rows, wanted) = (described.facts.rows, &said.what);
    if wanted.contains(&rows) {
        return;
    }
    let (variant, limit) = match wanted {
        wanted if wanted.start() == wanted.end() => ("", *wanted.start()),
        wanted if rows < *wanted.start() => ("fewer", *wanted.start()),
        wanted => ("more", *wanted.end()),
    };
    let draft = found.of_metadata.add(None, Occurrences::at(said.at)).variant(variant);
    draft.count("limit", limit).count("rows", rows).excerpt("table", &described.facts.table.source);
}
