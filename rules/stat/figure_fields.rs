//! Fields that may hold figures.

use munilint_detect::header;
use munilint_model::{Field, Role};

/// Words in the names of fields that hold no figures, folded.
const NAMES: [&str; 17] = [
    "id", "fid", "gid", "oid", "objectid", "nummer", "no", "code", "key", "lopenummer", "rad", "row", "lat", "lon",
    "lng", "x", "y",
];

/// True for what may hold figures; numbers that name something do not.
pub(super) fn may_be_figures(field: &Field) -> bool {
    let figures = matches!(field.role.role, Role::Unknown | Role::Amount | Role::Count | Role::Share | Role::Rate);
    let ends = ["nr", "kode", "nord", "ost", "north", "east"];
    let is_name = |word: &str| NAMES.contains(&word) || ends.iter().any(|end| word.ends_with(end));
    figures && !header::words(&field.name).iter().any(|word| is_name(word))
}
