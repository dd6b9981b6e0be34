//! City districts (bydeler) by number and name.

use crate::areas::glued::area;
use crate::areas::municipalities::is_digits;
use crate::areas::names::CITY_DISTRICTS;
use crate::matching::present;
use munilint_detect::header::fold;
use munilint_model::FieldFacts;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Numbers of districts by each of their names, folded.
static NUMBERS: LazyLock<BTreeMap<String, BTreeSet<&'static str>>> = LazyLock::new(|| {
    let mut numbers: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for entry in CITY_DISTRICTS.iter() {
        numbers.entry(fold(&entry.name)).or_default().insert(&entry.code);
    }
    numbers
});

/// The six-digit numbers that a district goes by: one for a number, with or without its zero or a name behind it, and all that a
/// name has had. `None` when it is no district.
pub(super) fn district_keys(text: &str) -> Option<Vec<String>> {
    let code = area(text).map_or(text, |(code, _)| code);
    let code = code.strip_suffix(".0").unwrap_or(code);
    let padded = if is_digits(code, 5) { format!("0{code}") } else { code.to_owned() };
    if is_digits(&padded, 6) && CITY_DISTRICTS.contains(&padded) {
        return Some(vec![padded]);
    }
    let name = fold(text);
    let name = name.strip_prefix("bydel ").or_else(|| name.strip_suffix(" bydel")).unwrap_or(&name);
    NUMBERS.get(name).map(|codes| codes.iter().map(ToString::to_string).collect())
}

/// True for a field that is called so and nearly all of whose values are districts; a name alone may be that of any place.
pub(super) fn holds_districts(field: &FieldFacts) -> bool {
    let values = present(field);
    let districts = values.iter().filter(|value| district_keys(value.text.trim()).is_some()).count();
    fold(&field.name).contains("bydel") && districts > 0 && districts * 10 >= values.len() * 9
}
