//! Groups that are exceptions: their sum does not come out, while that of nearly all groups like them does.
//!
//! A table in long form may hold figures that are not added at all (a mean beside a count, counties beside municipalities).
//! Their groups fail together. Hence a group is an exception only when, for each value that it has in a dimension, most of
//! the other groups with that value come out.

use munilint_model::{Occurrences, Place};
use std::collections::{BTreeMap, HashMap};

/// Of the groups with one value, the share that comes out at least where one of them is an exception.
const ALIKE: f64 = 0.75;

/// Figures of a kind that is never added go first, so that they do not speak against what stands beside them.
const KINDS: [f64; 2] = [0.25, ALIKE];

/// Sums that come out to the unit in so many groups were not rounded.
const EXACT: f64 = 0.95;

/// Fewer groups do not show whether figures were rounded.
const EXACT_GROUPS: usize = 20;

/// With fewer groups that come out, the parts may be others.
const SURE: f64 = 0.9;

/// So many exceptions do not all err to one side by chance.
const SEVERAL: usize = 3;

/// Whether the sum of a group comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It does. `is_telling` when at least two parts are not zero, so that it hardly does by chance.
    Fits { is_telling: bool },
    /// It does with rounding.
    Near,
    /// It does not.
    Off,
}

/// What came of adding the parts of a group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum<'g> {
    /// As in [`super::groups::Group`].
    pub(super) within: &'g [u64],
    pub(super) outcome: Outcome,
    /// How many parts there are.
    pub(super) parts: u32,
    pub(super) sum: f64,
    pub(super) expected: f64,
    /// What is expected lies between the smallest and the largest part, as a mean does.
    pub(super) may_be_mean: bool,
    /// The cell that a finding is about.
    pub(super) place: Place,
}

/// What it takes to believe that sums come out.
pub(super) struct Belief {
    /// Groups with two parts or more that are not zero, at least.
    pub(super) groups: usize,
    /// Share of the groups in which the sum comes out, at least.
    pub(super) share: f64,
    /// A difference within rounding is one, where nothing was rounded.
    pub(super) is_strict: bool,
}

/// The groups whose sum does not come out.
pub(super) struct Exceptions<'g> {
    /// By place.
    pub(super) sums: Vec<Sum<'g>>,
    /// How many groups were judged.
    pub(super) judged: usize,
}

impl<'g> Exceptions<'g> {
    /// The exceptions, when it is believed that sums come out and there are any. `lasting` tells of each dimension whether
    /// figures may differ in kind along it; along time they do not.
    pub(super) fn of(mut sums: Vec<Sum<'g>>, lasting: &[bool], belief: &Belief) -> Option<Exceptions<'g>> {
        // A part that has no row may be one that is hidden.
        let usual = usual_parts(&sums);
        sums.retain(|sum| sum.fits() || sum.parts >= usual || sum.sum > sum.expected);
        KINDS.iter().for_each(|&share| keep_alike(&mut sums, lasting, share));
        let exact = sums.iter().filter(|sum| sum.fits()).count() as f64;
        let is_exact = belief.is_strict && sums.len() >= EXACT_GROUPS && exact >= sums.len() as f64 * EXACT;
        for sum in sums.iter_mut().filter(|sum| sum.outcome == Outcome::Near) {
            sum.outcome = if is_exact { Outcome::Off } else { Outcome::Fits { is_telling: false } };
        }
        keep_alike(&mut sums, lasting, ALIKE);
        let telling = sums.iter().filter(|sum| sum.outcome == Outcome::Fits { is_telling: true }).count();
        let judged = sums.len();
        sums.retain(|sum| sum.outcome == Outcome::Off);
        let share = (judged - sums.len()) as f64 / judged.max(1) as f64;
        sums.sort_unstable_by_key(|sum| sum.place);
        let is_believed = telling >= belief.groups && share >= belief.share && !sums.is_empty();
        is_believed.then_some(Exceptions { sums, judged })
    }

    /// True when they are hardly anything but faults. Many may be lawful, and so may some whose sums are all too large, or
    /// all too small: persons who are counted in several parts, or in none.
    pub(super) fn is_sure(&self) -> bool {
        let larger = self.sums.iter().filter(|sum| sum.sum > sum.expected).count();
        let is_one_sided = self.sums.len() >= SEVERAL && (larger == 0 || larger == self.sums.len());
        !is_one_sided && is_few(self.sums.len() as u64, self.judged as u64)
    }

    /// Their places.
    pub(super) fn seen(&self) -> Occurrences {
        let mut seen = Occurrences::default();
        self.sums.iter().for_each(|sum| seen.add(|| sum.place));
        seen
    }
}

impl Sum<'_> {
    fn fits(&self) -> bool {
        matches!(self.outcome, Outcome::Fits { .. })
    }
}

/// True when so many exceptions among all sums are few: with more of them, the parts may be others.
pub(super) fn is_few(exceptions: u64, all: u64) -> bool {
    exceptions < SEVERAL as u64 || exceptions as f64 <= all as f64 * (1.0 - SURE)
}

/// How many parts most groups have.
fn usual_parts(sums: &[Sum<'_>]) -> u32 {
    let mut groups: BTreeMap<u32, usize> = BTreeMap::new();
    sums.iter().for_each(|sum| *groups.entry(sum.parts).or_default() += 1);
    groups.into_iter().max_by_key(|&(_, groups)| groups).map_or(0, |(parts, _)| parts)
}

/// Leaves out the groups that are off and not alone in it: less than that share of the others with one of their values fits.
fn keep_alike(sums: &mut Vec<Sum<'_>>, lasting: &[bool], share: f64) {
    // For each value of a dimension: groups that are not off, and all.
    let mut values: HashMap<(usize, u64), (usize, usize)> = HashMap::new();
    let dimensions = |sum: &Sum<'_>| -> Vec<(usize, u64)> {
        let lasting = sum.within.iter().copied().enumerate().filter(|&(at, hash)| lasting[at] && hash != 0);
        lasting.collect()
    };
    for sum in sums.iter() {
        for value in dimensions(sum) {
            let (fits, all) = values.entry(value).or_default();
            *fits += usize::from(sum.outcome != Outcome::Off);
            *all += 1;
        }
    }
    let groups = sums.len();
    sums.retain(|sum| {
        if sum.outcome != Outcome::Off {
            return true;
        }
        let others = dimensions(sum).into_iter().map(|value| values[&value]).filter(|&(_, all)| all < groups);
        let others: Vec<(usize, usize)> = others.map(|(fits, all)| (fits, all - 1)).collect();
        let is_alike = others.iter().all(|&(fits, others)| fits as f64 >= others as f64 * share);
        let is_backed = others.iter().all(|&(_, others)| others >= 2);
        is_alike && (is_backed || !sum.may_be_mean)
    });
}
