//! Tests of single values, as declarative rules state them.

use crate::{FieldFacts, Role, Shape};

/// A pure test of one value. It is run once for each distinct value of a field that repeats its values, and once for
/// each cell of a field that does not.
pub trait ValueTest: Send + Sync {
    /// True when the value is as it should be. `value` is decoded; `shape` is what it looks like.
    fn passes(&self, value: &str, shape: Shape) -> bool;
}

/// Which fields a rule looks at. All that is given must hold; nothing given is every field.
#[derive(Clone, Debug, Default)]
pub struct FieldSelector {
    /// Any of these roles.
    pub roles: Vec<Role>,
    /// Names, compared without case, with `*` for any run of characters; any of them.
    pub names: Vec<String>,
    /// Any of these datatypes.
    pub datatypes: Vec<String>,
}

impl FieldSelector {
    /// True when the field is one of those.
    #[must_use]
    pub fn selects(&self, field: &FieldFacts) -> bool {
        let role = self.roles.is_empty() || self.roles.contains(&field.role.role);
        let datatype = self.datatypes.is_empty() || self.datatypes.iter().any(|datatype| datatype == field.datatype());
        role && datatype && self.names_match(&field.name)
    }

    fn names_match(&self, name: &str) -> bool {
        self.names.is_empty()
            || self.names.iter().any(|pattern| wildcard(&pattern.to_lowercase(), &name.to_lowercase()))
    }
}

/// `*` matches any run of characters, all else itself.
pub(crate) fn wildcard(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(rest) = name.strip_prefix(parts.next().unwrap_or("")) else { return false };
    let mut rest = rest;
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}
