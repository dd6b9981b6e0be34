//! Groups by their hash, in a table with open addressing.

use super::group::Group;

/// The first bits of a hash say whether it is sampled, so that other bits say where it stands.
const SAMPLED: u32 = 20;

/// Groups of a bucket. With eight bytes each they are a line of a cache.
const BUCKET: usize = 8;

/// At most so many groups are in a bucket, taken all together, where there is room for [`BUCKET`].
const FILLED: usize = 6;

/// Buckets of a table that is begun.
const LEAST: usize = 32;

/// A table with more buckets is not doubled, since that would leave more than half of it empty.
const DOUBLED: usize = 1 << 12;

/// So many look-ups are begun at once.
const AHEAD: usize = 64;

/// Groups of different hashes.
#[derive(Debug)]
pub(super) struct GroupTable<G> {
    buckets: Vec<Bucket<G>>,
    groups: usize,
}

/// Groups, and behind them groups without rows, which are free places.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
struct Bucket<G>([G; BUCKET]);

impl<G> Default for GroupTable<G> {
    fn default() -> Self {
        GroupTable { buckets: Vec::new(), groups: 0 }
    }
}

impl<G: Group> GroupTable<G> {
    /// How many groups there are.
    pub(super) fn len(&self) -> usize {
        self.groups
    }

    /// Every group, in no order that means anything.
    pub(super) fn iter(&self) -> impl Iterator<Item = &G> {
        self.buckets.iter().flat_map(|bucket| bucket.0.iter().take_while(|group| group.rows() > 0))
    }

    /// Takes in groups in any order.
    pub(super) fn add_all(&mut self, groups: &[G]) {
        // What is read in order is fetched before it is asked for.
        let fetched = self.buckets.iter().fold(0, |all, bucket| all ^ bucket.0[0].hash());
        std::hint::black_box(fetched);
        for groups in groups.chunks(AHEAD) {
            self.make_room(groups.len());
            // Nothing is decided here, so that all of them are fetched from memory at once and not one after the other.
            let mut buckets = [0; AHEAD];
            let mut fetched = 0;
            for (bucket, group) in buckets.iter_mut().zip(groups) {
                *bucket = self.bucket(group);
                fetched ^= self.buckets[*bucket].0[0].hash();
            }
            std::hint::black_box(fetched);
            groups.iter().zip(buckets).for_each(|(group, bucket)| self.add_from(bucket, *group));
        }
    }

    /// Takes in some rows with one hash.
    pub(super) fn add(&mut self, group: G) {
        self.make_room(1);
        self.add_from(self.bucket(&group), group);
    }

    #[inline]
    fn make_room(&mut self, groups: usize) {
        let buckets = self.buckets.len();
        if self.groups + groups > buckets * FILLED {
            self.rebuild(LEAST.max(if buckets > DOUBLED { buckets / 5 * 7 } else { buckets * 2 }), |_| true);
        }
    }

    /// Takes in some rows with one hash, where there is room.
    #[inline(always)]
    fn add_from(&mut self, mut bucket: usize, group: G) {
        loop {
            let Bucket(places) = &mut self.buckets[bucket];
            // Whether a group is new, and where it stands, cannot be foreseen: so nothing branches on it.
            let mut place = BUCKET;
            for (at, known) in places.iter().enumerate().rev() {
                place = if known.hash() == group.hash() || known.rows() == 0 { at } else { place };
            }
            if let Some(known) = places.get_mut(place) {
                self.groups += usize::from(known.rows() == 0);
                known.join(group);
                return;
            }
            bucket = if bucket + 1 == self.buckets.len() { 0 } else { bucket + 1 };
        }
    }

    /// Leaves out the groups that are not kept.
    pub(super) fn retain(&mut self, is_kept: impl Fn(&G) -> bool) {
        let kept = self.iter().filter(|group| is_kept(group)).count();
        self.rebuild(LEAST.max(kept / FILLED + 1), is_kept);
    }

    /// Where it stands when that bucket is not full. Follows the hash, so that a table is rebuilt from its start to its end.
    #[inline]
    fn bucket(&self, group: &G) -> usize {
        let spread = u128::from(group.hash() << SAMPLED) * self.buckets.len() as u128;
        (spread >> 64) as usize
    }

    #[cold]
    fn rebuild(&mut self, buckets: usize, is_kept: impl Fn(&G) -> bool) {
        let buckets = vec![Bucket([G::default(); BUCKET]); buckets];
        let before = GroupTable { buckets: std::mem::replace(&mut self.buckets, buckets), groups: 0 };
        self.groups = 0;
        for group in before.iter().filter(|group| is_kept(group)) {
            self.add_from(self.bucket(group), *group);
        }
    }
}
