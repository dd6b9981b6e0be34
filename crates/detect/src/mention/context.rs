//! Words that stand before a number and say what it is.

/// How far back, in bytes, a word still says something of a number.
const REACH: usize = 24;

/// The text before position `at` that may say what stands there, in lower case: the end of the sentence it is in.
pub(super) struct Before {
    bytes: [u8; REACH],
    start: usize,
}

impl Before {
    pub(super) fn of(text: &str, at: usize) -> Before {
        let mut before = Before { bytes: [b' '; REACH], start: REACH };
        for &byte in text.as_bytes()[..at].iter().rev().take(REACH) {
            before.start -= 1;
            before.bytes[before.start] = byte.to_ascii_lowercase();
        }
        before
    }

    /// True when one of the words, in lower case, begins there. Only its beginning counts: `tlf` is in `tlfnr.`, too.
    pub(super) fn says(&self, words: &[&str]) -> bool {
        let bytes = &self.bytes[self.start..];
        words.iter().any(|word| {
            let word = word.as_bytes();
            bytes.windows(word.len()).enumerate().any(|(at, window)| {
                window == word
                    && at
                        .checked_sub(1)
                        .is_none_or(|before| !bytes[before].is_ascii_alphabetic() && bytes[before] < 0x80)
            })
        })
    }
}
