//! How many rows are alike, for every combination of values of some fields.
//!
//! A combination is a hash of 56 bits; two different ones with one hash are not told apart, which is to be expected once in
//! a thousand tables of ten million combinations. What was met lately is counted in a table that fits in a core's cache, so
//! that a table with few combinations costs a look-up a row. What has to leave it is appended to one of 64 parts, and a
//! part that has grown by a quarter is sorted and folded. So a row costs about the same whether there are a hundred
//! combinations or ten million.
//!
//! Memory is bounded by sampling and not by a file, since a file would hold data about persons. When there are more
//! combinations than [`GroupSizes::most`], only those are kept whose hash begins with a zero bit, then with two, and so on.
//! How many bits depends on the combinations alone and not on the order they come in: every part of a table has at most
//! those of the whole, so that no part ever leaves out what the whole would keep, and what is kept is counted in full.

use super::group::Group;
use serde::{Deserialize, Serialize};

/// Combinations that were met lately.
const RECENT: usize = 1 << 13;

/// With more combinations than so many times those that were met lately, hardly any is met again soon.
const FEW: usize = 8;

/// Parts by some bits of the hash; the first ones say what is kept.
const PARTS: usize = 1 << 6;

/// Fewer that wait are not worth a fold.
const WAITING: usize = 1024;

/// See the module.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct GroupSizes<G> {
    /// Of so many combinations all are kept.
    most: usize,
    /// With how many zero bits the hashes begin that are kept.
    bits: u32,
    /// How many groups are folded.
    folded: usize,
    /// Groups without rows are free places. Empty until the first row.
    recent: Vec<G>,
    parts: Vec<Part<G>>,
}

/// The groups whose hashes have the same bits in one place.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Part<G> {
    /// By hash, each once.
    folded: Vec<G>,
    /// In any order, also more than once.
    waiting: Vec<G>,
}

/// All groups, or a share of them.
pub(super) struct Groups<G> {
    /// For each group that is kept there are about so many: 1 when all are.
    pub(super) scale: u64,
    parts: Vec<Part<G>>,
}

impl<G: Group> GroupSizes<G> {
    /// No row yet.
    pub(super) fn of_at_most(most: usize) -> Self {
        GroupSizes { most, bits: 0, folded: 0, recent: Vec::new(), parts: Vec::new() }
    }

    /// Counts a row whose combination has this hash, of which all bits are mixed.
    #[inline]
    pub(super) fn add(&mut self, hash: u64, mark: u32) {
        if hash.leading_zeros() < self.bits {
            return;
        }
        if self.recent.is_empty() {
            self.begin();
        }
        let row = G::of(hash, mark);
        if self.folded > RECENT * FEW {
            self.append(row);
            return;
        }
        let at = (hash >> 16) as usize % RECENT;
        // Two places for each, so that two that come in turn do not drive each other out.
        for at in [at, at ^ 1] {
            let recent = &mut self.recent[at];
            if recent.hash() == row.hash() {
                recent.join(row);
                return;
            }
        }
        let other = self.recent[at ^ 1];
        let before = std::mem::replace(&mut self.recent[at], row);
        if before.rows() > 0 {
            self.recent[at ^ 1] = before;
            if other.rows() > 0 {
                self.append(other);
            }
        }
    }

    /// True when there are more combinations than are kept.
    pub(super) fn is_sampled(&self) -> bool {
        self.bits > 0
    }

    /// Takes in what another part of the table had.
    pub(super) fn merge(&mut self, mut other: GroupSizes<G>) {
        if self.parts.is_empty() {
            std::mem::swap(self, &mut other);
        }
        self.raise(other.bits);
        other.recent.into_iter().filter(|group| group.rows() > 0).for_each(|group| self.append(group));
        for part in other.parts {
            part.folded.into_iter().chain(part.waiting).for_each(|group| self.append(group));
        }
    }

    /// Every group that is kept.
    pub(super) fn finish(mut self) -> Groups<G> {
        for group in std::mem::take(&mut self.recent) {
            if group.rows() > 0 {
                self.append(group);
            }
        }
        for part in 0..self.parts.len() {
            self.fold(part);
            self.parts[part].waiting = Vec::new();
        }
        Groups { scale: 1 << self.bits, parts: self.parts }
    }

    #[cold]
    fn begin(&mut self) {
        self.recent.resize(RECENT, G::default());
        self.parts.resize_with(PARTS, Part::default);
    }

    fn append(&mut self, group: G) {
        if group.hash().leading_zeros() < self.bits {
            return;
        }
        let at = (group.hash() >> 8) as usize % PARTS;
        let part = &mut self.parts[at];
        let most = WAITING.max(part.folded.len() / 4);
        if part.waiting.is_empty() {
            part.waiting.reserve_exact(most);
        }
        part.waiting.push(group);
        if part.waiting.len() >= most {
            self.fold(at);
        }
    }

    fn fold(&mut self, at: usize) {
        self.folded += self.parts[at].fold();
        // That there are too many is known only of those that are folded.
        while self.folded > self.most {
            self.raise(self.bits + 1);
        }
    }

    /// Keeps only hashes that begin with so many zero bits.
    fn raise(&mut self, bits: u32) {
        if bits <= self.bits {
            return;
        }
        self.bits = bits;
        let is_kept = |group: &G| group.hash().leading_zeros() >= bits;
        self.recent.iter_mut().filter(|group| !is_kept(group)).for_each(|group| *group = G::default());
        for part in &mut self.parts {
            part.folded.retain(is_kept);
            part.waiting.retain(is_kept);
        }
        self.folded = self.parts.iter().map(|part| part.folded.len()).sum();
    }
}

impl<G: Group> Part<G> {
    /// Folds what waits, and gives how many groups are new.
    fn fold(&mut self) -> usize {
        let known = self.folded.len();
        self.waiting.sort_unstable_by_key(|group| group.hash());
        self.waiting.dedup_by(|next, kept| {
            let is_same = next.hash() == kept.hash();
            if is_same {
                kept.join(*next);
            }
            is_same
        });
        // Those that are known are joined where they stand, and only the new ones remain.
        let mut at = 0;
        let folded = &mut self.folded;
        self.waiting.retain(|group| {
            while at < known && folded[at].hash() < group.hash() {
                at += 1;
            }
            let is_new = at == known || folded[at].hash() != group.hash();
            if !is_new {
                folded[at].join(*group);
            }
            is_new
        });
        let new = self.waiting.len();
        // To double the room would waste as much as is there.
        if folded.capacity() < known + new {
            folded.reserve_exact(new + known / 8);
        }
        folded.resize(known + new, G::default());
        let (mut left, mut right) = (known, new);
        // From the back, so that nothing is overwritten that is still to be moved.
        while right > 0 {
            let is_right = left == 0 || folded[left - 1].hash() < self.waiting[right - 1].hash();
            folded[left + right - 1] = if is_right { self.waiting[right - 1] } else { folded[left - 1] };
            if is_right {
                right -= 1;
            } else {
                left -= 1;
            }
        }
        self.waiting.clear();
        new
    }
}

impl<G: Group> Groups<G> {
    /// Every group, in no order that means anything.
    pub(super) fn iter(&self) -> impl Iterator<Item = &G> {
        self.parts.iter().flat_map(|part| &part.folded)
    }

    /// How many groups there are of one row, of two, and so on up to fewer than `k` rows.
    pub(super) fn smaller_than(&self, k: u32) -> Vec<u64> {
        let mut sizes = vec![0; k.saturating_sub(1) as usize];
        for group in self.iter() {
            if let Some(groups) = sizes.get_mut(group.rows() as usize - 1) {
                *groups += self.scale;
            }
        }
        sizes
    }
}

/// How many rows groups of one row, of two, and so on are.
pub(super) fn rows_in(sizes: &[u64]) -> u64 {
    sizes.iter().zip(1..).map(|(groups, rows)| groups * rows).sum()
}

/// A hash of which every bit depends on every bit of `sum`, one to one.
#[inline]
pub(super) fn mixed(sum: u64) -> u64 {
    // The finaliser of SplitMix64 (Steele, Lea, Flood, 2014).
    let sum = (sum ^ (sum >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let sum = (sum ^ (sum >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    sum ^ (sum >> 31)
}

#[cfg(test)]
mod tests {
    use super::super::group::{Counted, MIXED, Marked};
    use super::*;
    use munilint_model::StateError;
    use std::collections::BTreeMap;

    /// Row `i` of a table in which some combinations repeat and some do not.
    fn row(i: u64) -> (u64, u32) {
        let combination = if i.is_multiple_of(3) { i } else { i % 701 };
        (mixed(combination), 1 + u32::from(i.is_multiple_of(5) && combination.is_multiple_of(2)))
    }

    /// Groups as hash, rows and mark, by hash.
    type Plain = Vec<(u64, u32, u32)>;

    fn sorted(sizes: GroupSizes<Marked>) -> (u64, Plain) {
        let groups = sizes.finish();
        let mut all: Plain = groups.iter().map(|group| (group.hash(), group.rows(), group.mark())).collect();
        all.sort_unstable();
        (groups.scale, all)
    }

    fn expected(rows: u64, scale: u64) -> Plain {
        let mut groups: BTreeMap<u64, (u32, u32)> = BTreeMap::new();
        for (hash, mark) in (0..rows).map(row) {
            let group = groups.entry(Marked::of(hash, mark).hash()).or_insert((0, mark));
            group.0 += 1;
            group.1 = if group.1 == mark { mark } else { MIXED };
        }
        let kept = groups.into_iter().filter(|(hash, _)| hash.leading_zeros() >= scale.ilog2());
        kept.map(|(hash, (rows, mark))| (hash, rows, mark)).collect()
    }

    #[test]
    fn every_group_is_counted() {
        let mut sizes = GroupSizes::of_at_most(usize::MAX);
        (0..200_000).map(row).for_each(|(hash, mark)| sizes.add(hash, mark));
        assert_eq!(sorted(sizes), (1, expected(200_000, 1)));
    }

    #[test]
    fn what_is_kept_depends_neither_on_the_cut_nor_on_the_order() {
        for most in [10, 1_000, 20_000] {
            let mut whole = GroupSizes::of_at_most(most);
            (0..200_000).map(row).for_each(|(hash, mark)| whole.add(hash, mark));
            let whole = sorted(whole);
            assert!(whole.1.len() <= most && whole.0 > 1);
            assert_eq!(whole.1, expected(200_000, whole.0));
            assert!(expected(200_000, whole.0 / 2).len() > most, "no more is left out than must be");
            for parts in [1, 2, 7, 60] {
                let mut states = vec![GroupSizes::of_at_most(most); parts];
                for i in (0..200_000).rev() {
                    let (hash, mark) = row(i);
                    states[(i as usize / 97) % parts].add(hash, mark);
                }
                let mut state = states.pop().unwrap();
                for other in states {
                    let saved = StateError::writing(&other).unwrap();
                    state.merge(StateError::reading(&saved).unwrap());
                }
                assert_eq!(sorted(state), whole, "{most} {parts}");
            }
        }
    }

    #[test]
    fn small_groups_are_counted_by_size() {
        let mut sizes = GroupSizes::<Counted>::of_at_most(100);
        [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5].into_iter().for_each(|sum| sizes.add(mixed(sum), 0));
        (0..1_000).for_each(|_| sizes.add(mixed(6), 0));
        let sizes = sizes.finish().smaller_than(5);
        assert_eq!(sizes, [2, 1, 1, 0]);
        assert_eq!(rows_in(&sizes), 7);
    }
}
