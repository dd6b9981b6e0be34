//! Groups that memory has no room for, in a file without a name.
//!
//! The file is [scratch](munilint_model::ScratchFile): it stands in no folder, nobody else can open it, and it is gone with
//! the process. A group is a hash of what some persons have in common, and somebody who can guess what that is could find it
//! by its hash. So each word is written with a word of its own over it, the SipHash of its position under a key that is drawn
//! for each file and stays in memory: without the key, which is never written, the file is noise. What comes back is what
//! went out, so that nothing of this shows in a report.

use super::group::Group;
use munilint_model::{Scratch, ScratchFile};
use std::cell::RefCell;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, SeekFrom};
use std::marker::PhantomData;
use std::ops::Range;

/// Bytes of a word.
const WORD: usize = 8;

/// So many groups are read at a time.
const AT_A_TIME: u64 = 1 << 13;

/// Runs of groups, each cut into the same parts.
pub(super) struct SpilledGroups<G> {
    file: RefCell<Box<dyn ScratchFile>>,
    key: RandomState,
    /// For each run the number of its first group, and for each part that of the group behind its last.
    runs: Vec<Vec<u64>>,
    groups: PhantomData<G>,
}

impl<G: Group> SpilledGroups<G> {
    /// No run yet.
    ///
    /// # Errors
    /// There is no place for a file.
    pub(super) fn begin(scratch: Scratch) -> io::Result<Self> {
        Ok(SpilledGroups {
            file: RefCell::new(scratch.open()?),
            key: RandomState::new(),
            runs: Vec::new(),
            groups: PhantomData,
        })
    }

    /// Writes a run of groups, part for part.
    ///
    /// # Errors
    /// The disc is full. Earlier runs stand; nothing can be written behind them any more.
    pub(super) fn write<'g>(&mut self, parts: impl Iterator<Item = impl Iterator<Item = &'g G>>) -> io::Result<()>
    where
        G: 'g,
    {
        let file = self.file.get_mut();
        let mut next = self.runs.last().and_then(|run| run.last()).copied().unwrap_or(0);
        let mut run = vec![next];
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(next * (G::WORDS * WORD) as u64))?;
        for part in parts {
            bytes.clear();
            for group in part {
                for at in 0..G::WORDS {
                    let word = group.word(at) ^ self.key.hash_one((next, at));
                    bytes.extend_from_slice(&word.to_le_bytes());
                }
                next += 1;
            }
            file.write_all(&bytes)?;
            run.push(next);
        }
        self.runs.push(run);
        Ok(())
    }

    /// Reads the groups that all runs have in one part; one may come several times.
    ///
    /// # Errors
    /// The disc has gone.
    pub(super) fn read(&self, part: usize, mut take: impl FnMut(G)) -> io::Result<()> {
        for run in &self.runs {
            self.read_groups(run[part]..run[part + 1], &mut take)?;
        }
        Ok(())
    }

    /// Reads the groups of all parts.
    ///
    /// # Errors
    /// As [`SpilledGroups::read`].
    pub(super) fn read_all(&self, mut take: impl FnMut(G)) -> io::Result<()> {
        let end = self.runs.last().and_then(|run| run.last()).copied().unwrap_or(0);
        self.read_groups(0..end, &mut take)
    }

    fn read_groups(&self, groups: Range<u64>, take: &mut impl FnMut(G)) -> io::Result<()> {
        let mut file = self.file.borrow_mut();
        let mut next = groups.start;
        let mut bytes = Vec::new();
        let mut words = vec![0; G::WORDS];
        file.seek(SeekFrom::Start(next * (G::WORDS * WORD) as u64))?;
        while next < groups.end {
            bytes.resize((groups.end - next).min(AT_A_TIME) as usize * G::WORDS * WORD, 0);
            file.read_exact(&mut bytes)?;
            for group in bytes.chunks_exact(G::WORDS * WORD) {
                for (at, (word, bytes)) in words.iter_mut().zip(group.as_chunks().0).enumerate() {
                    *word = u64::from_le_bytes(*bytes) ^ self.key.hash_one((next, at));
                }
                take(G::of_words(&words));
                next += 1;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::group::Marked;
    use super::*;
    use std::io::{Cursor, Read};

    #[test]
    fn what_is_written_is_noise_and_comes_back() {
        let mut spilled = SpilledGroups::begin(Scratch::of(|| Ok(Box::new(Cursor::new(Vec::new()))))).unwrap();
        // Groups that are all the same would show a cipher that repeats.
        let groups = [Marked::of(0xabcd_ef00, 7); 4];
        spilled.write([&groups[..3], &groups[3..]].into_iter().map(<[_]>::iter)).unwrap();
        spilled.write([&groups[..0], &groups[..2]].into_iter().map(<[_]>::iter)).unwrap();
        let mut number = [0, 0];
        for (part, number) in number.iter_mut().enumerate() {
            let take = |group: Marked| {
                assert_eq!((group.hash(), group.rows(), group.mark()), (0xabcd_ef00, 1, 7));
                *number += 1;
            };
            spilled.read(part, take).unwrap();
        }
        assert_eq!(number, [3, 3]);
        let mut all = 0;
        spilled.read_all(|_| all += 1).unwrap();
        assert_eq!(all, 6);
        let mut bytes = Vec::new();
        let mut file = spilled.file.borrow_mut();
        file.rewind().unwrap();
        file.read_to_end(&mut bytes).unwrap();
        let mut words = bytes.as_chunks::<WORD>().0.to_vec();
        assert!(!words.contains(&0xabcd_ef00_u64.to_le_bytes()));
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), 12);
    }
}
