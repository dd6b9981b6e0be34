//! Text around a table that is judged and never shown.

use crate::Place;
use std::fmt;

/// Text from the source as it is, which may name a person: it is looked at and thrown away. What is shown is an
/// [`crate::Excerpt`]; this has no way out of the process, neither as text nor in a state that travels.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Unshown(String);

impl Unshown {
    /// Keeps `text` from being shown.
    #[must_use]
    pub fn of(text: impl Into<String>) -> Self {
        Unshown(text.into())
    }

    /// The text, to be judged.
    #[must_use]
    pub fn as_judged(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Unshown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// What stands around a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The path as it was given; [`crate::TableContext::source`] is what is shown of it.
    pub path: Unshown,
    /// The first lines above the header that are no records.
    pub titles: Vec<(Place, Unshown)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_it_is_shown() {
        let around =
            Surroundings { path: Unshown::of("saker/kari.csv"), titles: vec![(Place::File, Unshown::of("Kari"))] };
        let shown = format!("{around:?} {:?}", crate::TableContext { around: around.clone(), ..Default::default() });
        assert!(!shown.to_lowercase().contains("kari"), "{shown}");
    }
}
