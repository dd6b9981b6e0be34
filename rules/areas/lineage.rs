//! What became of areas, and what they were before.

use munilint_detect::codelist::CodeList;
use std::collections::BTreeSet;

/// The code and all that came after it, whatever happened on the way: merged, split, renumbered.
pub(crate) fn descendants<'a>(list: &'a CodeList, code: &'a str) -> BTreeSet<&'a str> {
    let mut known = BTreeSet::new();
    let mut open = vec![code];
    while let Some(code) = open.pop() {
        if known.insert(code) {
            open.extend(list.entries(code).iter().flat_map(|entry| &entry.successors).map(String::as_str));
        }
    }
    known
}

/// True when one of the two came of the other, or they are the same.
pub(crate) fn are_related(list: &CodeList, one: &str, other: &str) -> bool {
    descendants(list, one).contains(other) || descendants(list, other).contains(one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::areas::municipalities::MUNICIPALITIES;
    use crate::areas::names::COUNTIES;

    #[test]
    fn areas_are_followed_through_every_reform() {
        assert!(descendants(&MUNICIPALITIES, "0219").is_superset(&BTreeSet::from(["3024", "3201"])));
        assert!(are_related(&MUNICIPALITIES, "1580", "1534"));
        assert!(are_related(&COUNTIES, "12", "46") && are_related(&COUNTIES, "02", "32"));
        assert!(!are_related(&MUNICIPALITIES, "0301", "4601") && !are_related(&COUNTIES, "11", "46"));
    }
}
