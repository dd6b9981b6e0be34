//! How much of the data is sound in a quality dimension, from counts alone.

use crate::Dimension;

/// How much of the data is sound in one quality dimension.
///
/// The units are the fields of a file and the file as a whole. A unit is sound when no error and no warning of the dimension is
/// about it; notes, and what the configuration allows, do not count. A dimension of which no rule looked has no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The dimension.
    pub dimension: Dimension,
    /// How many units there are.
    pub units: u64,
    /// How many of them are sound.
    pub sound: u64,
}

impl Score {
    /// The share of units that are sound, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.units == 0 { 1.0 } else { self.sound as f64 / self.units as f64 }
    }

    /// The share from 0 to 100, rounded down: only what is sound throughout has 100.
    #[must_use]
    pub fn points(&self) -> u64 {
        (self.sound * 100).checked_div(self.units).unwrap_or(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_sound_has_a_hundred_points() {
        let of = |sound, units| Score { dimension: Dimension::Privacy, units, sound }.points();
        assert_eq!([of(999, 1000), of(1000, 1000), of(0, 3), of(2, 3), of(0, 0)], [99, 100, 0, 66, 100]);
    }
}
