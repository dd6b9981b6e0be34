//! How many rows are alike, for every combination of values of some fields.
//!
//! A combination is a 64-bit hash; two different ones with one hash are not told apart. What was met lately is counted in
//! a table that fits in a core's cache, so that a table with few combinations costs a look-up a row. What has to leave it
//! is appended to one of 256 parts, and a part that has grown by a quarter is sorted and folded. So a row costs the same
//! few nanoseconds whether there are a hundred combinations or ten million, and a combination 16 bytes, 20 while it waits.
//!
//! Memory is bounded by sampling and not by a file, since a file would hold data about persons. When there are more
//! combinations than [`GroupSizes::most`], only those are kept whose hash begins with a zero bit, then with two, and so on.
//! How many bits depends on the combinations alone and not on the order they come in: every part of a table has at most
//! those of the whole, so that no part ever leaves out what the whole would keep, and what is kept is counted in full.

use serde::{Deserialize, Serialize};

/// Combinations that were met lately: 64 KB.
const RECENT: usize = 1 << 12;

/// Parts by the last bits of the hash; the first ones say what is kept.
const PARTS: usize = 1 << 8;

/// Fewer that wait are not worth a fold.
const WAITING: usize = 256;

/// The mark of a group whose rows have different marks.
pub(super) const MIXED: u32 = 0;

/// Rows that are alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Group {
    hash: u64,
    /// How many.
    pub(super) rows: u32,
    /// What all of them have; [`MIXED`] when they have different marks.
    pub(super) mark: u32,
}

impl Group {
    fn join(&mut self, other: Group) {
        self.rows = self.rows.saturating_add(other.rows);
        if self.mark != other.mark {
            self.mark = MIXED;
        }
    }
}

/// See the module.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct GroupSizes {
    /// Of so many combinations all are kept.
    most: usize,
    /// With how many zero bits the hashes begin that are kept.
    bits: u32,
    /// How many groups are folded.
    folded: usize,
    /// Groups without rows are free places. Empty until the first row.
    recent: Vec<Group>,
    parts: Vec<Part>,
}

/// The groups whose hashes end in the same bits.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Part {
    /// By hash, each once.
    folded: Vec<Group>,
    /// In any order, also more than once.
    waiting: Vec<Group>,
}

/// All groups, or a share of them.
pub(super) struct Groups {
    /// For each group that is kept there are about so many: 1 when all are.
    pub(super) scale: u64,
    parts: Vec<Part>,
}

impl GroupSizes {
    /// No row yet.
    pub(super) fn of_at_most(most: usize) -> Self {
        GroupSizes { most, bits: 0, folded: 0, recent: Vec::new(), parts: Vec::new() }
    }

    /// Counts a row of the combination with this hash, whose bits are all mixed.
    #[inline]
    pub(super) fn add(&mut self, hash: u64, mark: u32) {
        if hash.leading_zeros() < self.bits {
            return;
        }
        if self.recent.is_empty() {
            self.recent.resize(RECENT, Group::default());
            self.parts.resize(PARTS, Part::default());
        }
        let row = Group { hash, rows: 1, mark };
        let recent = &mut self.recent[(hash >> 8) as usize % RECENT];
        if recent.rows > 0 && recent.hash == hash {
            recent.join(row);
            return;
        }
        let before = std::mem::replace(recent, row);
        if before.rows > 0 {
            self.append(before);
        }
    }

    /// Takes in what another part of the table had.
    pub(super) fn merge(&mut self, mut other: GroupSizes) {
        if self.parts.is_empty() {
            std::mem::swap(self, &mut other);
        }
        self.raise(other.bits);
        other.raise(self.bits);
        other.recent.into_iter().filter(|group| group.rows > 0).for_each(|group| self.append(group));
        for part in other.parts {
            part.folded.into_iter().chain(part.waiting).for_each(|group| self.append(group));
        }
    }

    /// Every group that is kept.
    pub(super) fn finish(mut self) -> Groups {
        for group in std::mem::take(&mut self.recent) {
            if group.rows > 0 {
                self.append(group);
            }
        }
        (0..self.parts.len()).for_each(|part| self.fold(part));
        Groups { scale: 1 << self.bits, parts: self.parts }
    }

    fn append(&mut self, group: Group) {
        if group.hash.leading_zeros() < self.bits {
            return;
        }
        let at = group.hash as usize % PARTS;
        let part = &mut self.parts[at];
        part.waiting.push(group);
        if part.waiting.len() >= WAITING.max(part.folded.len() / 4) {
            self.fold(at);
        }
    }

    fn fold(&mut self, at: usize) {
        let part = &mut self.parts[at];
        self.folded += part.fold();
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
        let is_kept = |group: &Group| group.hash.leading_zeros() >= bits;
        self.recent.iter_mut().filter(|group| !is_kept(group)).for_each(|group| *group = Group::default());
        for part in &mut self.parts {
            part.folded.retain(is_kept);
            part.waiting.retain(is_kept);
        }
        self.folded = self.parts.iter().map(|part| part.folded.len()).sum();
    }
}

impl Part {
    /// Folds what waits, and gives how many groups are new.
    fn fold(&mut self) -> usize {
        let known = self.folded.len();
        self.waiting.sort_unstable_by_key(|group| group.hash);
        self.waiting.dedup_by(|next, kept| {
            let is_same = next.hash == kept.hash;
            if is_same {
                kept.join(*next);
            }
            is_same
        });
        // Those that are known are joined where they stand, and only the new ones remain.
        let mut at = 0;
        let folded = &mut self.folded;
        self.waiting.retain(|group| {
            while at < known && folded[at].hash < group.hash {
                at += 1;
            }
            let is_new = at == known || folded[at].hash != group.hash;
            if !is_new {
                folded[at].join(*group);
            }
            is_new
        });
        let new = self.waiting.len();
        // A quarter of what is there would be wasted if room was doubled.
        folded.reserve_exact(new);
        folded.resize(known + new, Group::default());
        let (mut left, mut right) = (known, new);
        // From the back, so that nothing is overwritten that is still to be moved.
        while right > 0 {
            let is_right = left == 0 || folded[left - 1].hash < self.waiting[right - 1].hash;
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

impl Groups {
    /// Every group, in no order that means anything.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Group> {
        self.parts.iter().flat_map(|part| &part.folded)
    }

    /// How many groups there are of one row, of two, and so on up to fewer than `k` rows.
    pub(super) fn smaller_than(&self, k: u32) -> Vec<u64> {
        let mut sizes = vec![0; k.saturating_sub(1) as usize];
        for group in self.iter() {
            if let Some(groups) = sizes.get_mut(group.rows as usize - 1) {
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
    use super::*;
    use munilint_model::StateError;
    use std::collections::BTreeMap;

    /// Row `i` of a table in which some combinations repeat and some do not.
    fn row(i: u64) -> (u64, u32) {
        let combination = if i % 3 == 0 { i } else { i % 701 };
        (mixed(combination), 1 + (i % 5 == 0 && combination % 2 == 0) as u32)
    }

    fn sorted(sizes: GroupSizes) -> (u64, Vec<(u64, u32, u32)>) {
        let groups = sizes.finish();
        let mut all: Vec<_> = groups.iter().map(|group| (group.hash, group.rows, group.mark)).collect();
        all.sort_unstable();
        (groups.scale, all)
    }

    fn expected(rows: u64, scale: u64) -> Vec<(u64, u32, u32)> {
        let mut groups: BTreeMap<u64, (u32, u32)> = BTreeMap::new();
        for (hash, mark) in (0..rows).map(row) {
            let group = groups.entry(hash).or_insert((0, mark));
            group.0 += 1;
            group.1 = if group.1 == mark { mark } else { MIXED };
        }
        let kept = groups.into_iter().filter(|(hash, _)| u64::from(hash.leading_zeros()) >= u64::from(scale.ilog2()));
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
        let mut sizes = GroupSizes::of_at_most(100);
        [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5].into_iter().for_each(|sum| sizes.add(mixed(sum), 1));
        let sizes = sizes.finish().smaller_than(5);
        assert_eq!(sizes, [2, 1, 1, 0]);
        assert_eq!(rows_in(&sizes), 7);
    }
}
