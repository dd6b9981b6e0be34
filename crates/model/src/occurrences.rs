//! How often, and where first: bounded and mergeable, never a million diagnostics.

use crate::Place;
use serde::{Deserialize, Serialize};

/// How many places an [`Occurrences`] keeps.
pub const KEPT: usize = 10;

/// A count and the first [`KEPT`] places, in order.
///
/// Merging is associative and commutative, so the cut of the data does not show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrences {
    /// How many there are in all.
    pub count: u64,
    /// The first of them, ascending, at most [`KEPT`].
    pub first: Vec<Place>,
}

impl Occurrences {
    /// One occurrence at `place`.
    #[must_use]
    pub fn at(place: Place) -> Self {
        Occurrences { count: 1, first: vec![place] }
    }

    /// Counts one more. `place` is only built when it may be kept.
    #[inline]
    pub fn add(&mut self, place: impl FnOnce() -> Place) {
        self.count += 1;
        // Within one state the places come ascending, so a full list needs no later one; merging offers them all.
        if self.first.len() < KEPT {
            self.keep(place());
        }
    }

    /// Counts `n` occurrences whose places are `places` (the first of them, any order).
    pub fn add_many(&mut self, n: u64, places: &[Place]) {
        self.count += n;
        for &place in places {
            self.keep(place);
        }
    }

    /// Takes in what another state saw.
    pub fn merge(&mut self, other: &Occurrences) {
        self.add_many(other.count, &other.first);
    }

    /// True when nothing was seen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Forgets all places but the first.
    pub fn condense(&mut self) {
        self.first.truncate(1);
        self.first.shrink_to_fit();
    }

    fn keep(&mut self, place: Place) {
        match self.first.binary_search(&place) {
            Ok(_) => {}
            Err(at) if at < KEPT => {
                self.first.insert(at, place);
                self.first.truncate(KEPT);
            }
            Err(_) => {}
        }
    }
}
