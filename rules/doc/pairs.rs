//! Fields of a table beside what metadata says of them.

use munilint_detect::label::{is_slip, label_key};
use munilint_model::{Described, FieldDescription, FieldFacts, Occurrences, Place};

/// Every field of the table that the metadata describes, by its name without case and blanks, in the order of the table.
pub(super) fn pairs<'a>(described: &Described<'a>) -> Vec<(&'a FieldFacts, &'a FieldDescription)> {
    let documented = described.fields();
    let of = |field: &'a FieldFacts| Some((field, documented.iter().find(|said| is_same(&said.name, &field.name))?));
    described.facts.fields.iter().filter_map(of).collect()
}

/// True for two ways to write one name: in other case, with other blanks or on several lines.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let words = |text: &str| text.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    words(one) == words(other)
}

/// One occurrence: the field as a whole.
pub(super) fn whole(field: &FieldFacts) -> Occurrences {
    Occurrences::at(Place::Field { column: field.column })
}

/// Occurrences of several kinds as one.
pub(super) fn merged<'a>(parts: impl IntoIterator<Item = &'a Occurrences>) -> Occurrences {
    let mut all = Occurrences::default();
    parts.into_iter().for_each(|part| all.merge(part));
    all
}

/// True for one name written in two ways, or with a slip of the pen.
pub(super) fn is_meant(name: &str, said: &str) -> bool {
    let key = |text: &str| label_key(&text.replace('_', " "));
    matches!((key(name), key(said)), (Some(name), Some(said)) if name == said || is_slip(&name, &said))
}
