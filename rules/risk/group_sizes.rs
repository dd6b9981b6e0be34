//! How many rows are alike, for every combination of values of some fields.
//!
//! A combination is a hash of 56 bits; two different ones with one hash are not told apart, which is to be expected once in
//! a thousand tables of ten million combinations. What was met lately is counted in a table that fits in a core's cache, so
//! that a table with few combinations costs a look-up a row. What has to leave it goes to one of 64 parts, where it waits until
//! some hundred can be looked up together. So a row costs about the same whether there are a hundred combinations or ten
//! million.
//!
//! Memory is bounded: when there are more than [`GroupSizes::most`] combinations, what was counted so far is
//! [spilled](super::spilled_groups), and counting begins anew. At the end each part is read back and added up on its own, so
//! that every combination is counted in full. A state that is written down takes what was spilled with it, as it would have
//! been in memory: hashes that are the same in every process.
//!
//! Where nothing can be spilled (the disc is full), and where an estimate is enough, only combinations are kept whose hash
//! begins with a zero bit, then with two, and so on. How many bits depends on the combinations alone and not on the order
//! they come in: every part of a table has at most those of the whole, so that no part ever leaves out what the whole would
//! keep, and what is kept is counted in full.

use super::group::Group;
use super::group_table::GroupTable;
use super::spilled_groups::SpilledGroups;
use munilint_model::Scratch;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

/// Combinations that were met lately.
const RECENT: usize = 1 << 13;

/// With more combinations than so many times those that were met lately, hardly any is met again soon.
const FEW: usize = 8;

/// Parts by some bits of the hash; the first ones say what is kept.
const PARTS: usize = 1 << 6;

/// So many rows of a part wait at least.
const WAITING: usize = 1 << 10;

/// See the module.
pub(super) struct GroupSizes<G> {
    /// So many combinations are kept in memory.
    most: usize,
    /// With how many zero bits the hashes begin that are kept.
    bits: u32,
    /// The last hash that begins so.
    last: u64,
    /// How many groups are in tables.
    counted: usize,
    /// Groups without rows are free places. Empty until the first row.
    recent: Vec<G>,
    parts: Vec<Part<G>>,
    spilled: Vec<SpilledGroups<G>>,
    /// Nothing more can be spilled.
    is_full: bool,
}

/// The groups whose hashes have the same bits in one place.
struct Part<G> {
    table: GroupTable<G>,
    /// In any order, also more than once.
    waiting: Vec<G>,
}

/// How much of all groups there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Coverage {
    /// For each group that is kept there are about so many: 1 when all are.
    pub(super) scale: u64,
    /// Every group was kept, and what was spilled could be read back.
    pub(super) is_whole: bool,
}

impl<G: Group> GroupSizes<G> {
    /// No row yet.
    pub(super) fn of_at_most(most: usize) -> Self {
        GroupSizes {
            most,
            bits: 0,
            last: u64::MAX,
            counted: 0,
            recent: Vec::new(),
            parts: Vec::new(),
            spilled: Vec::new(),
            is_full: false,
        }
    }

    /// Counts a row whose combination has this hash, of which all bits are mixed.
    #[inline]
    pub(super) fn add(&mut self, hash: u64, mark: u32, scratch: Scratch) {
        if hash > self.last {
            return;
        }
        let row = G::of(hash, mark);
        if self.counted > RECENT * FEW {
            self.append(row, scratch);
            return;
        }
        if self.recent.is_empty() {
            self.recent.resize(RECENT, G::default());
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
                self.append(other, scratch);
            }
        }
    }

    /// True when there are more combinations than are kept.
    pub(super) fn is_sampled(&self) -> bool {
        self.bits > 0
    }

    /// Takes in what another part of the table had.
    pub(super) fn merge(&mut self, mut other: GroupSizes<G>, scratch: Scratch) {
        if self.counted < other.counted {
            std::mem::swap(self, &mut other);
        }
        self.raise(other.bits);
        self.spilled.append(&mut other.spilled);
        self.is_full |= other.is_full;
        other.in_memory().for_each(|group| self.append(*group, scratch));
    }

    /// Gives every group that is kept, in no order that means anything.
    pub(super) fn finish(mut self, scratch: Scratch, mut take: impl FnMut(&G)) -> Coverage {
        for group in std::mem::take(&mut self.recent) {
            if group.rows() > 0 {
                self.append(group, scratch);
            }
        }
        (0..self.parts.len()).for_each(|part| self.count(part));
        self.keep_bounds(scratch);
        let mut coverage = Coverage { scale: 1 << self.bits, is_whole: self.bits == 0 };
        for (at, part) in self.parts.into_iter().enumerate() {
            let mut table = part.table;
            for spilled in &self.spilled {
                let is_kept = |group: &G| group.hash().leading_zeros() >= self.bits;
                let read = spilled.read(at, |group| {
                    if is_kept(&group) {
                        table.add(group);
                    }
                });
                coverage.is_whole &= read.is_ok();
            }
            table.iter().for_each(&mut take);
        }
        coverage
    }

    /// How many groups there are of one row, of two, and so on up to fewer than `k` rows.
    pub(super) fn smaller_than(self, k: u32, scratch: Scratch) -> (Vec<u64>, Coverage) {
        let mut sizes = vec![0; k.saturating_sub(1) as usize];
        let coverage = self.finish(scratch, |group| {
            if let Some(groups) = sizes.get_mut(group.rows() as usize - 1) {
                *groups += 1;
            }
        });
        sizes.iter_mut().for_each(|groups| *groups *= coverage.scale);
        (sizes, coverage)
    }

    /// Every group in memory; one may come several times.
    fn in_memory(&self) -> impl Iterator<Item = &G> {
        let parts = self.parts.iter().flat_map(|part| part.table.iter().chain(&part.waiting));
        self.recent.iter().filter(|group| group.rows() > 0).chain(parts)
    }

    #[inline]
    fn append(&mut self, group: G, scratch: Scratch) {
        if group.hash() > self.last {
            return;
        }
        if self.parts.is_empty() {
            self.parts.resize_with(PARTS, Part::default);
        }
        let at = part_of(&group);
        let part = &mut self.parts[at];
        if part.waiting.len() == part.waiting.capacity() {
            part.waiting.reserve_exact(WAITING.max(part.table.len() / 2));
        }
        part.waiting.push(group);
        if part.waiting.len() == part.waiting.capacity() {
            self.count(at);
            self.keep_bounds(scratch);
        }
    }

    /// Counts what waits.
    fn count(&mut self, part: usize) {
        let Part { table, waiting } = &mut self.parts[part];
        let known = table.len();
        table.add_all(waiting);
        // What waits next takes the room that it needs then.
        *waiting = Vec::new();
        self.counted += table.len() - known;
    }

    /// That there are too many groups is known only of those that are counted.
    fn keep_bounds(&mut self, scratch: Scratch) {
        if self.counted > self.most && !self.is_full {
            self.is_full = self.spill(scratch).is_none();
        }
        while self.counted > self.most {
            self.raise(self.bits + 1);
        }
    }

    /// Moves all that is counted to a file; `None` when it cannot be, and then nothing has moved.
    fn spill(&mut self, scratch: Scratch) -> Option<()> {
        if self.spilled.is_empty() {
            self.spilled.push(SpilledGroups::begin(scratch).ok()?);
        }
        let spilled = self.spilled.first_mut()?;
        spilled.write(self.parts.iter().map(|part| part.table.iter())).ok()?;
        self.parts.iter_mut().for_each(|part| part.table = GroupTable::default());
        self.counted = 0;
        Some(())
    }

    /// Keeps only hashes that begin with so many zero bits.
    fn raise(&mut self, bits: u32) {
        if bits <= self.bits {
            return;
        }
        self.bits = bits;
        self.last = u64::MAX >> bits;
        let is_kept = |group: &G| group.hash().leading_zeros() >= bits;
        self.recent.iter_mut().filter(|group| !is_kept(group)).for_each(|group| *group = G::default());
        for part in &mut self.parts {
            part.table.retain(is_kept);
            part.waiting.retain(is_kept);
        }
        self.counted = self.parts.iter().map(|part| part.table.len()).sum();
    }
}

impl<G> Default for Part<G> {
    fn default() -> Self {
        Part { table: GroupTable::default(), waiting: Vec::new() }
    }
}

/// [`GroupSizes`] as they are written down.
#[derive(Serialize, Deserialize)]
struct Saved<G> {
    most: usize,
    bits: u32,
    /// In any order, also more than once.
    groups: Vec<G>,
}

impl<G: Group + Serialize> Serialize for GroupSizes<G> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut groups: Vec<G> = self.in_memory().copied().collect();
        for spilled in &self.spilled {
            spilled.read_all(|group| groups.push(group)).map_err(ser::Error::custom)?;
        }
        Saved { most: self.most, bits: self.bits, groups }.serialize(serializer)
    }
}

impl<'de, G: Group + Deserialize<'de>> Deserialize<'de> for GroupSizes<G> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let saved: Saved<G> = Saved::deserialize(deserializer)?;
        if saved.groups.iter().any(|group| group.rows() == 0) || saved.bits >= u64::BITS {
            return Err(de::Error::custom("a group has no rows"));
        }
        let mut sizes = GroupSizes::of_at_most(saved.most);
        sizes.raise(saved.bits);
        sizes.parts.resize_with(PARTS, Part::default);
        // All of them stay in memory until rows or another state come in, which bring a place to spill to.
        saved.groups.into_iter().for_each(|group| sizes.parts[part_of(&group)].table.add(group));
        sizes.counted = sizes.parts.iter().map(|part| part.table.len()).sum();
        Ok(sizes)
    }
}

/// In which part the group is.
#[inline]
fn part_of<G: Group>(group: &G) -> usize {
    (group.hash() >> 8) as usize % PARTS
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
    use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

    const ROWS: u64 = 200_000;

    /// Row `i` of a table in which some combinations repeat and some do not.
    fn row(i: u64) -> (u64, u32) {
        let combination = if i.is_multiple_of(3) { i } else { i % 701 };
        (mixed(combination), 1 + u32::from(i.is_multiple_of(5) && combination.is_multiple_of(2)))
    }

    /// Groups as hash, rows and mark, by hash.
    type Plain = Vec<(u64, u32, u32)>;

    fn sorted(sizes: GroupSizes<Marked>, scratch: Scratch) -> (Coverage, Plain) {
        let mut all = Plain::new();
        let coverage = sizes.finish(scratch, |group| all.push((group.hash(), group.rows(), group.mark())));
        all.sort_unstable();
        (coverage, all)
    }

    fn expected(scale: u64) -> Plain {
        let mut groups: BTreeMap<u64, (u32, u32)> = BTreeMap::new();
        for (hash, mark) in (0..ROWS).map(row) {
            let group = groups.entry(Marked::of(hash, mark).hash()).or_insert((0, mark));
            group.0 += 1;
            group.1 = if group.1 == mark { mark } else { MIXED };
        }
        let kept = groups.into_iter().filter(|(hash, _)| hash.leading_zeros() >= scale.ilog2());
        kept.map(|(hash, (rows, mark))| (hash, rows, mark)).collect()
    }

    /// The table in one state.
    fn whole(most: usize, scratch: Scratch) -> (Coverage, Plain) {
        let mut sizes = GroupSizes::of_at_most(most);
        (0..ROWS).map(row).for_each(|(hash, mark)| sizes.add(hash, mark, scratch));
        sorted(sizes, scratch)
    }

    /// The table in several states, from its end, of which all but one are written down before they are merged.
    fn cut(most: usize, parts: usize, scratch: Scratch) -> (Coverage, Plain) {
        let mut states: Vec<_> = (0..parts).map(|_| GroupSizes::of_at_most(most)).collect();
        for i in (0..ROWS).rev() {
            let (hash, mark) = row(i);
            states[(i as usize / 97) % parts].add(hash, mark, scratch);
        }
        let mut state = states.pop().unwrap();
        for (at, other) in states.into_iter().enumerate() {
            let saved = StateError::writing(&other).unwrap();
            let other = if at == 0 { other } else { StateError::reading(&saved).unwrap() };
            state.merge(other, scratch);
        }
        sorted(state, scratch)
    }

    const WHOLE: Coverage = Coverage { scale: 1, is_whole: true };

    /// A file of `MOST` bytes.
    struct Small<const MOST: u64>(Cursor<Vec<u8>>);

    impl<const MOST: u64> Read for Small<MOST> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.0.read(into)
        }
    }

    impl<const MOST: u64> Seek for Small<MOST> {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }

    impl<const MOST: u64> Write for Small<MOST> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let is_full = self.0.position() + bytes.len() as u64 > MOST;
            if is_full { Err(io::ErrorKind::StorageFull.into()) } else { self.0.write(bytes) }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn files<const MOST: u64>() -> Scratch {
        Scratch::of(|| Ok(Box::new(Small::<MOST>(Cursor::new(Vec::new())))))
    }

    #[test]
    fn every_group_is_counted() {
        assert_eq!(whole(usize::MAX, Scratch::NONE), (WHOLE, expected(1)));
    }

    #[test]
    fn what_is_spilled_is_counted_in_full() {
        for most in [10, 1_000, 20_000] {
            let files = files::<{ u64::MAX }>();
            assert_eq!(whole(most, files), (WHOLE, expected(1)), "{most}");
            for parts in [1, 2, 7, 60] {
                assert_eq!(cut(most, parts, files), (WHOLE, expected(1)), "{most} {parts}");
            }
        }
    }

    #[test]
    fn what_is_kept_depends_neither_on_the_cut_nor_on_the_order() {
        for most in [10, 1_000, 20_000] {
            let whole = whole(most, Scratch::NONE);
            let scale = whole.0.scale;
            assert!(whole.1.len() <= most && scale > 1 && !whole.0.is_whole);
            assert_eq!(whole.1, expected(scale));
            assert!(expected(scale / 2).len() > most, "no more is left out than must be");
            for parts in [1, 2, 7, 60] {
                assert_eq!(cut(most, parts, Scratch::NONE), whole, "{most} {parts}");
            }
        }
    }

    #[test]
    fn when_the_disc_is_full_the_rest_is_sampled() {
        // Room for one run, and for a part of another one.
        for (coverage, groups) in [whole(20_000, files::<500_000>()), cut(20_000, 7, files::<500_000>())] {
            assert!(coverage.scale > 1 && !coverage.is_whole);
            assert_eq!(groups, expected(coverage.scale));
        }
    }

    #[test]
    fn small_groups_are_counted_by_size() {
        let mut sizes = GroupSizes::<Counted>::of_at_most(100);
        for sum in [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5].into_iter().chain([6; 1_000]) {
            sizes.add(mixed(sum), 0, Scratch::NONE);
        }
        let (sizes, coverage) = sizes.smaller_than(5, Scratch::NONE);
        assert_eq!((sizes.as_slice(), coverage), ([2, 1, 1, 0].as_slice(), WHOLE));
        assert_eq!(rows_in(&sizes), 7);
    }
}
