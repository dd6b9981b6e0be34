//! See `differing-unit.md`.

use super::pairs::pairs;
use munilint_detect::unit::header_unit;
use munilint_model::{Body, Described, DescribedFound, FieldDescription, Occurrences, Options, Place, Said};

pub(crate) const BODY: Body = Body::Described(judge);

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    for (field, said) in pairs(described) {
        let (Some(own), Some((documented, at))) = (&field.unit, unit(said)) else { continue };
        if *own != documented {
            let draft = found.of_metadata.add(None, Occurrences::at(at)).excerpt("name", &field.name);
            draft.excerpt("said", &documented).excerpt("unit", own);
            draft.excerpt("table", &described.facts.table.source);
        }
    }
}

/// The unit that is stated, or that a title or definition has in brackets or in words, and where.
fn unit(said: &FieldDescription) -> Option<(String, Place)> {
    let read = |said: &Said<String>| Some((header_unit(&format!("({})", said.what))?, said.at));
    let titled = || said.titles.iter().find_map(|title| Some((header_unit(&title.what.text)?, title.at)));
    match &said.unit {
        Some(unit) => read(unit),
        None => titled(),
    }
}
