//! What shares of a whole add up to.

use super::exceptions::Outcome;

/// The whole: per cent, or parts of one.
pub(super) const WHOLES: [f64; 2] = [100.0, 1.0];

/// Whether shares make a whole, given by its position among [`WHOLES`], when each is rounded to its unit.
///
/// `units` are the finest and the coarsest unit: a zero at the end may have been left out, so that the finest is meant.
pub(super) fn outcome(sum: f64, whole: usize, parts: u32, filled: u32, units: (f64, f64)) -> Outcome {
    let difference = (sum - WHOLES[whole]).abs();
    let noise = WHOLES[whole] * 1e-9;
    // Errors of rounding cancel each other: that all go one way is possible, yet it proves nothing.
    if difference <= units.0 * 0.5 * f64::from(parts).sqrt() * 2.0 + noise {
        Outcome::Fits { is_telling: filled >= 2 }
    } else if difference <= units.1 * 0.5 * f64::from(parts + 1) + noise {
        Outcome::Near
    } else {
        Outcome::Off
    }
}
