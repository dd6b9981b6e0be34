//! See `contradicted-size.md`.

use munilint_model::{Body, Described, DescribedFound, Occurrences, Options, StandardKind};

pub(crate) const BODY: Body = Body::Described(judge);

fn judge(described: &Described<'_>, options: &Options, found: &mut DescribedFound) {
    let Some(said) = described.form().and_then(|form| form.byte_size.as_ref()) else { return };
    let Ok(size) = said.what.trim().parse::<f64>() else { return };
    let bytes = described.bytes as f64;
    // DCAT lets the size be about so; Data Package has it by the byte.
    let is_exact = described.metadata.standard.kind == StandardKind::DataPackage;
    let most = if is_exact { 0.0 } else { options.number("tolerance") * size.max(bytes) };
    if bytes > 0.0 && (size - bytes).abs() > most {
        let draft = found.of_metadata.add(None, Occurrences::at(said.at));
        draft.excerpt("said", &said.what).count("bytes", described.bytes);
        draft.excerpt("table", &described.facts.table.source);
    }
}
