//! Words that stand before a number and say what it is.

/// How far back, in bytes, a word still says something of a number.
const REACH: usize = 40;

/// The text before position `at` that may say what stands there, in lower case: the end of the sentence it is in.
pub(super) struct Before {
    bytes: [u8; REACH],
    start: usize,
}

impl Before {
    pub(super) fn of(text: &str, at: usize) -> Before {
        let mut before = Before { bytes: [b' '; REACH], start: REACH };
        let from = at.saturating_sub(REACH);
        for (i, &byte) in text.as_bytes()[from..at].iter().enumerate().rev() {
            before.start -= 1;
            // Capitals of two bytes in UTF-8, such as `Ø`.
            let is_second = i > 0 && text.as_bytes()[from + i - 1] == 0xC3 && (0x80..=0x9E).contains(&byte);
            before.bytes[before.start] = if is_second { byte + 0x20 } else { byte.to_ascii_lowercase() };
        }
        before
    }

    /// True when the text ends in one of the words, in lower case, with nothing but a blank, dot or colon behind it.
    pub(super) fn ends_in(&self, words: &[&str]) -> bool {
        let bytes = self.bytes[self.start..].trim_ascii_end();
        let bytes = bytes.strip_suffix(b":").or_else(|| bytes.strip_suffix(b".")).unwrap_or(bytes);
        words.iter().any(|word| {
            bytes
                .strip_suffix(word.as_bytes())
                .is_some_and(|rest| rest.last().is_none_or(|last| !last.is_ascii_alphanumeric()))
        })
    }

    /// True when one of the words, in lower case, begins there. Only its beginning counts: `tlf` is in `tlfnr.`, too.
    pub(super) fn says(&self, words: &[&str]) -> bool {
        self.says_near(words, REACH)
    }

    /// As [`Before::says`], in so many bytes.
    pub(super) fn says_near(&self, words: &[&str], reach: usize) -> bool {
        let bytes = &self.bytes[self.start.max(REACH - reach)..];
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
