//! See `differing-datatype.md`.

use super::datatypes::{Said, others, said};
use super::pairs::pairs;
use munilint_model::{Body, Described, DescribedFound, Options};

pub(crate) const BODY: Body = Body::Described(judge);

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    for (field, description) in pairs(described) {
        let Some(datatype) = &description.datatype else { continue };
        let Some(meant) = said(&datatype.what) else { continue };
        // What is written in a way of its own is known to programs that were told of it.
        if description.format.is_some() && !matches!(meant, Said::Integer | Said::Number) {
            continue;
        }
        let others = others(field, meant);
        if others.is_empty() {
            continue;
        }
        let values = field.values.iter().flatten().find(|value| value.seen.first.first() == others.first.first());
        let variant = if others.count == field.present() {
            "all"
        } else if values.is_some() {
            "shown"
        } else {
            ""
        };
        let draft = found.of_table.add(Some(field.column), others);
        draft.variant(variant).excerpt("metadata", &described.metadata.source).excerpt("datatype", &datatype.what);
        draft.count("present", field.present()).excerpt("value", values.map_or("", |value| value.text.trim()));
    }
}
