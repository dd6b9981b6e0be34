//! How many different values there are, about: HyperLogLog with 4096 registers (standard error 1.6 %).

use serde::{Deserialize, Serialize};

const BITS: u32 = 12;

/// Registers of a HyperLogLog; merging is the maximum of each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sketch(Vec<u8>);

impl Sketch {
    pub(crate) fn new() -> Self {
        Sketch(vec![0; 1 << BITS])
    }

    /// Counts a value by its mixed key.
    #[inline(always)]
    pub(crate) fn insert(&mut self, mixed: u64) {
        let register = (mixed as usize) & ((1 << BITS) - 1);
        let rank = ((mixed | (1 << BITS)).leading_zeros() + 1) as u8;
        if let Some(slot) = self.0.get_mut(register)
            && *slot < rank
        {
            *slot = rank;
        }
    }

    pub(crate) fn merge(&mut self, other: &Sketch) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine = (*mine).max(*theirs);
        }
    }

    /// The estimate (Flajolet et al. 2007, with linear counting for small counts).
    pub(crate) fn estimate(&self) -> u64 {
        let m = f64::from(1u32 << BITS);
        let sum: f64 = self.0.iter().map(|&rank| 2f64.powi(-i32::from(rank))).sum();
        let zeros = self.0.iter().filter(|&&rank| rank == 0).count();
        let raw = 0.7213 / (1.0 + 1.079 / m) * m * m / sum;
        let count = if raw <= 2.5 * m && zeros > 0 { m * (m / zeros as f64).ln() } else { raw };
        count.round() as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_estimate_is_near() {
        let mut sketch = Sketch::new();
        let mut x = 1u64;
        for _ in 0..100_000 {
            x = x.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            sketch.insert(z ^ (z >> 31));
        }
        let estimate = sketch.estimate() as f64;
        assert!((estimate / 100_000.0 - 1.0).abs() < 0.05, "{estimate}");
    }
}
