//! See `value-outside-constraint.md`.

use super::limits::broken;
use super::pairs::{is_same, pairs};
use munilint_model::{Body, Described, DescribedFound, Options};

pub(crate) const BODY: Body = Body::Described(judge);

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    // A key of several fields may repeat each of them.
    let key = match described.form().map_or(&[][..], |form| &form.primary_key) {
        [key] => Some(key.what.as_str()),
        _ => None,
    };
    for (field, said) in pairs(described) {
        let is_key = key.is_some_and(|key| is_same(key, &field.name));
        for broken in broken(field, said, is_key) {
            let draft = found.of_table.add(Some(field.column), broken.seen).variant(broken.variant);
            draft.excerpt("metadata", &described.metadata.source);
            draft.excerpt("limit", &broken.limit).excerpt("value", &broken.value);
        }
    }
}
