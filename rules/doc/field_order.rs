//! See `field-order.md`.

use super::pairs::is_same;
use munilint_model::{Body, Described, DescribedFound, Occurrences, Options, Place, StandardKind};

pub(crate) const BODY: Body = Body::Described(judge);

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    // Elsewhere fields are told by their names alone.
    if !matches!(described.metadata.standard.kind, StandardKind::DataPackage | StandardKind::Csvw) {
        return;
    }
    let fields = &described.facts.fields;
    let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    let documented: Vec<&str> = described.fields().iter().map(|said| said.name.as_str()).collect();
    let is_in = |list: &[&str], name: &str| list.iter().any(|other| is_same(other, name));
    let has_all = names.iter().all(|name| is_in(&documented, name)) && documented.len() == names.len();
    let mut places = names.iter().zip(&documented).zip(fields).filter(|((name, said), _)| !is_same(name, said));
    if let (true, Some(((name, said), field))) = (has_all, places.next()) {
        let mut seen = Occurrences::at(Place::Field { column: field.column });
        places.for_each(|(_, field)| seen.add(|| Place::Field { column: field.column }));
        let draft = found.of_table.add(None, seen).count("column", u64::from(field.column));
        draft.excerpt("name", name).excerpt("said", said).excerpt("metadata", &described.metadata.source);
    }
}
