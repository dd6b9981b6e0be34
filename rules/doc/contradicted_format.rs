//! See `contradicted-format.md`.

use crate::dcat::formats::meant;
use munilint_model::{Body, Described, DescribedFound, Occurrences, Options};

pub(crate) const BODY: Body = Body::Described(judge);

/// Formats that a delimited text file is.
const OF_TEXT: [&str; 4] = ["CSV", "TSV", "TXT", "TAB"];

/// Formats of what such a file may be packed in.
const PACKED: [&str; 7] = ["ZIP", "GZIP", "TAR", "TAR_GZ", "TAR_XZ", "7Z", "BIN"];

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    let Some(form) = described.form() else { return };
    let source = &described.facts.table.source;
    let Some(ending) = ending(source) else { return };
    let said = form.formats.iter().chain(&form.media_types);
    let other = said.filter_map(|said| Some((said, meant(&said.what)?))).find(|(_, entry)| {
        let code = entry.code.as_str();
        !OF_TEXT.contains(&code) && !PACKED.contains(&code)
    });
    if let Some((said, entry)) = other {
        let draft = found.of_metadata.add(None, Occurrences::at(said.at));
        draft.word("said", entry.code.clone()).word("format", ending.to_uppercase()).excerpt("table", source);
    }
}

/// The ending of a delimited text file; `None` for any other source.
fn ending(source: &str) -> Option<&str> {
    let (_, ending) = source.rsplit_once('.')?;
    ["csv", "tsv", "tab", "txt", "skv"].iter().any(|known| ending.eq_ignore_ascii_case(known)).then_some(ending)
}
