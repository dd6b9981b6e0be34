//! Figures counted between limits: bounded, exact, and the same however they are cut and merged.

use munilint_model::{Bin, LEAST, Scale};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// So many bins of equal width are kept.
const KEPT: i128 = 240;

/// So many bins are shown.
const SHOWN: usize = 20;

/// Fewer bins show nothing.
const FEWEST: usize = 3;

/// Figures are counted in millionths, as whole numbers: sums of these are exact, and so are their limits.
const PARTS: f64 = 1e6;

/// A greater figure is counted as this: it keeps its place and stays within what a whole number holds.
const GREATEST: f64 = 1e28;

/// Counts of figures, between limits of equal width and between limits that grow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Figures {
    /// Which width bins have: 1, 5, 10, 50 … millionths.
    step: u32,
    /// Number of the first bin: its lower limit by the width.
    first: i128,
    equal: Vec<u64>,
    /// By number: 0 for zero, from 1 on for 1, 2, 5, 10, 20 … millionths and more, and below zero likewise.
    growing: BTreeMap<i32, u64>,
}

/// A width of bins, by its number.
fn width(step: u32) -> i128 {
    let power = 10_i128.pow(step / 2);
    if step.is_multiple_of(2) { power } else { power * 5 }
}

impl Figures {
    /// Counts a figure.
    pub(crate) fn add(&mut self, figure: f64) {
        let parts = (figure.clamp(-GREATEST, GREATEST) * PARTS).round() as i128;
        *self.growing.entry(growing_bin(parts)).or_default() += 1;
        let bin = parts.div_euclid(width(self.step));
        // Nearly all figures fall among those that are known.
        let known = usize::try_from(bin - self.first).ok().and_then(|at| self.equal.get_mut(at));
        match known {
            Some(count) => *count += 1,
            None => self.merge_equal(Figures { step: self.step, first: bin, equal: vec![1], ..Figures::default() }),
        }
    }

    /// Joins two; associative and commutative, since the width follows from the least and the greatest figure alone.
    pub(crate) fn merge(&mut self, mut other: Figures) {
        for (bin, count) in std::mem::take(&mut other.growing) {
            *self.growing.entry(bin).or_default() += count;
        }
        self.merge_equal(other);
    }

    fn merge_equal(&mut self, mut other: Figures) {
        if other.equal.is_empty() {
            return;
        }
        if self.equal.is_empty() {
            (self.step, self.first, self.equal) = (other.step, other.first, other.equal);
            return;
        }
        let step = self.step.max(other.step);
        self.widen(step);
        other.widen(step);
        while self.end().max(other.end()) - self.first.min(other.first) > KEPT {
            let step = self.step + 1;
            self.widen(step);
            other.widen(step);
        }
        let (first, end) = (self.first.min(other.first), self.end().max(other.end()));
        let mut equal = vec![0; usize::try_from(end - first).unwrap_or_default()];
        for part in [&*self, &other] {
            let at = usize::try_from(part.first - first).unwrap_or_default();
            equal[at..].iter_mut().zip(&part.equal).for_each(|(sum, count)| *sum += count);
        }
        (self.first, self.equal) = (first, equal);
    }

    /// Behind the number of the last bin.
    fn end(&self) -> i128 {
        self.first + self.equal.len() as i128
    }

    /// Takes wider bins. A width is a multiple of the one before, so that nothing has to be counted anew.
    fn widen(&mut self, step: u32) {
        if step > self.step {
            let counts = joined(self.first, &self.equal, width(step) / width(self.step));
            (self.step, self.first, self.equal) = (step, counts.0, counts.1);
        }
    }

    /// The bins to be shown; none when there is nothing to see. Of figures that are `whole` none is narrower than one.
    /// Those `of_persons` have nowhere fewer than five figures, and their ends are open where it takes that.
    pub(crate) fn bins(&self, whole: bool, of_persons: bool) -> Option<(Scale, Vec<Bin>)> {
        let equal = self.fitting(of_persons, |coarseness| self.equal_bins(coarseness, whole));
        let growing = self.fitting(of_persons, |coarseness| self.growing_bins(coarseness));
        // What the two highest bars stand for.
        let highest = |bins: &[Bin]| {
            let mut counts: Vec<u64> = bins.iter().map(|bin| bin.count).collect();
            counts.sort_unstable();
            counts.iter().rev().take(2).sum::<u64>()
        };
        let all: u64 = self.equal.iter().sum();
        match (equal, growing) {
            // Where nearly all figures fall into one or two bins of many, others tell more.
            (Some(equal), Some(growing)) if highest(&equal) * 4 > all * 3 && highest(&growing) < highest(&equal) => {
                Some((Scale::Growing, growing))
            }
            (Some(equal), _) => Some((Scale::Equal, equal)),
            (None, growing) => growing.map(|growing| (Scale::Growing, growing)),
        }
    }

    /// The finest bins that are few enough and give nobody away.
    fn fitting(&self, of_persons: bool, bins: impl Fn(u32) -> Vec<Bin>) -> Option<Vec<Bin>> {
        for coarseness in 0..64 {
            let mut bins = bins(coarseness);
            if bins.len() > SHOWN {
                continue;
            }
            if of_persons {
                open_ends(&mut bins);
            }
            if bins.len() < FEWEST {
                return None;
            }
            if !of_persons || bins.iter().all(|bin| bin.count == 0 || bin.count >= LEAST) {
                return Some(bins);
            }
        }
        None
    }

    /// Bins of 1, 2 or 5 times a power of ten.
    fn equal_bins(&self, coarseness: u32, whole: bool) -> Vec<Bin> {
        let least = if whole { PARTS as i128 } else { 1 };
        let round = (0..).map(|at: u32| [1, 2, 5][at as usize % 3] * 10_i128.pow(at / 3));
        let own = width(self.step);
        let fits = |wide: &i128| *wide >= own.max(least) && wide % own == 0;
        let wide = round.take(110).filter(fits).nth(coarseness as usize).unwrap_or(own);
        let (first, counts) = joined(self.first, &self.equal, wide / own);
        let limit = |bin: i128| Some((bin * wide) as f64 / PARTS);
        let bins = counts.iter().zip(first..);
        bins.map(|(&count, at)| Bin { from: limit(at), to: limit(at + 1), count }).collect()
    }

    /// Three bins for each power of ten, one, or one for several.
    fn growing_bins(&self, coarseness: u32) -> Vec<Bin> {
        let together = [1, 3, 6, 9, 18, 36][coarseness.min(5) as usize];
        let mut sides: [BTreeMap<i32, u64>; 2] = Default::default();
        for (&bin, &count) in self.growing.iter().filter(|(bin, _)| **bin != 0) {
            *sides[usize::from(bin > 0)].entry((bin.abs() - 1) / together).or_default() += count;
        }
        let limit = |bin: i32| growing_limit(bin * together) as f64 / PARTS;
        let side = |counts: &BTreeMap<i32, u64>| -> Vec<(f64, f64, u64)> {
            let ends = counts.first_key_value().zip(counts.last_key_value());
            let all = ends.map(|((first, _), (last, _))| *first..=*last).into_iter().flatten();
            all.map(|at| (limit(at), limit(at + 1), counts.get(&at).copied().unwrap_or(0))).collect()
        };
        let [below, above] = sides.each_ref().map(side);
        let zero = self.growing.get(&0).copied().unwrap_or(0);
        let bin = |from: f64, to: f64, count: u64| Bin { from: Some(from), to: Some(to), count };
        let mut bins: Vec<Bin> = below.iter().rev().map(|&(near, far, count)| bin(-far, -near, count)).collect();
        if zero > 0 || !(below.is_empty() || above.is_empty()) {
            bins.push(bin(0.0, 0.0, zero));
        }
        bins.extend(above.iter().map(|&(near, far, count)| bin(near, far, count)));
        bins
    }
}

/// Counts of bins that are `times` as wide.
fn joined(first: i128, counts: &[u64], times: i128) -> (i128, Vec<u64>) {
    let from = first.div_euclid(times);
    let mut wide = Vec::new();
    for (count, bin) in counts.iter().zip(first..) {
        let at = usize::try_from(bin.div_euclid(times) - from).unwrap_or_default();
        wide.resize(at + 1, 0);
        wide[at] += count;
    }
    (from, wide)
}

/// Which of the bins that grow a figure falls into.
fn growing_bin(parts: i128) -> i32 {
    let size = parts.unsigned_abs();
    let Some(power) = size.checked_ilog10() else { return 0 };
    let within = match size / 10_u128.pow(power) {
        1 => 0,
        2..=4 => 1,
        _ => 2,
    };
    let bin = 1 + 3 * i32::try_from(power).unwrap_or_default() + within;
    if parts < 0 { -bin } else { bin }
}

/// The limit of such a bin that is nearer to zero, in millionths; `bin` counts from 0.
fn growing_limit(bin: i32) -> i128 {
    let bin = bin.unsigned_abs();
    [1, 2, 5][bin as usize % 3] * 10_i128.pow((bin / 3).min(37))
}

/// Joins the bins at both ends until they hold enough, and leaves the ends open that were joined.
fn open_ends(bins: &mut Vec<Bin>) {
    while bins.len() > 1 && bins[0].count < LEAST {
        let end = bins.remove(0);
        bins[0] = Bin { from: None, count: bins[0].count + end.count, ..bins[0] };
    }
    while bins.len() > 1 && bins[bins.len() - 1].count < LEAST {
        let end = bins.remove(bins.len() - 1);
        let last = bins.len() - 1;
        bins[last] = Bin { to: None, count: bins[last].count + end.count, ..bins[last] };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn counted(figures: &[f64]) -> Figures {
        let mut counts = Figures::default();
        figures.iter().for_each(|&figure| counts.add(figure));
        counts
    }

    /// Bins as text: `0–10: 3`.
    fn shown(bins: Option<(Scale, Vec<Bin>)>) -> String {
        let Some((scale, bins)) = bins else { return "nothing".to_owned() };
        let limit = |limit: Option<f64>| limit.map_or_else(|| "…".to_owned(), |limit| limit.to_string());
        let bins = bins.iter().map(|bin| format!("{}–{}: {}", limit(bin.from), limit(bin.to), bin.count));
        format!("{}; {}", scale.name(), bins.collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn limits_are_round() {
        let shares = counted(&[0.1, 0.3, 0.3, 0.7]);
        let text = shown(shares.bins(false, false));
        assert!(text.starts_with("equal; 0.1–0.15: 1") && text.ends_with("0.7–0.75: 1"), "{text}");
        assert!(text.contains("0.3–0.35: 2"), "{text}");
        let marks = counted(&[1.0, 2.0, 2.0, 3.0, 6.0]);
        assert_eq!(shown(marks.bins(true, false)), "equal; 1–2: 1, 2–3: 2, 3–4: 1, 4–5: 0, 5–6: 0, 6–7: 1");
    }

    #[test]
    fn what_is_far_apart_has_limits_that_grow() {
        let mut sums = vec![-3e9, 7e6, 4e5];
        sums.extend([0.0, 12.0, 15.0, 130.0, 800.0, 900.0, 950.0].repeat(9));
        let text = shown(counted(&sums).bins(true, false));
        assert!(text.starts_with("growing; -5000000000–-2000000000: 1, 0–0: 9, 10–20: 18, 20–50: 0"), "{text}");
        assert!(text.ends_with("5000000–10000000: 1"), "{text}");
    }

    #[test]
    fn few_persons_are_in_no_bin_of_their_own() {
        let mut ages: Vec<f64> = (20..60).flat_map(|age| [f64::from(age); 3]).collect();
        ages.extend([97.0, 98.0]);
        assert_eq!(
            shown(counted(&ages).bins(true, true)),
            "equal; 20–25: 15, 25–30: 15, 30–35: 15, 35–40: 15, 40–45: 15, 45–50: 15, 50–55: 15, 55–…: 17"
        );
        assert_eq!(shown(counted(&[1.0, 2.0, 3.0, 90.0]).bins(true, true)), "nothing");
    }

    proptest! {
        #[test]
        fn the_cut_does_not_show(
            figures in proptest::collection::vec(prop_oneof![-1e3..1e3, -1e30..1e30, Just(0.0), 1e-9..1e-3], 1..60),
            cut in 0_usize..60,
        ) {
            let whole = counted(&figures);
            let (a, b) = figures.split_at(cut.min(figures.len()));
            let mut forward = counted(a);
            forward.merge(counted(b));
            let mut backward = counted(b);
            backward.merge(counted(a));
            prop_assert_eq!(&forward, &whole);
            prop_assert_eq!(&backward, &whole);
            for of_persons in [false, true] {
                if let Some((_, bins)) = whole.bins(false, of_persons) {
                    prop_assert!(bins.len() <= SHOWN);
                    prop_assert_eq!(bins.iter().map(|bin| bin.count).sum::<u64>(), figures.len() as u64);
                    prop_assert!(!of_persons || bins.iter().all(|bin| bin.count == 0 || bin.count >= LEAST));
                }
            }
        }
    }
}
