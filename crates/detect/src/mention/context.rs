//! Words that stand before a number and say what it is.

/// How far back, in bytes, a word still says something of a number.
pub(super) const REACH: usize = 40;

/// The text before position `at` that may say what stands there, in lower case: the end of the sentence it is in.
pub(super) struct Before {
    bytes: [u8; REACH],
    start: usize,
}

impl Before {
    pub(super) fn of(text: &str, at: usize) -> Before {
        let mut before = Before { bytes: [b' '; REACH], start: REACH };
        let near = &text.as_bytes()[at.saturating_sub(REACH)..at];
        before.start = REACH - near.len();
        let bytes = &mut before.bytes[before.start..];
        bytes.copy_from_slice(near);
        bytes.make_ascii_lowercase();
        // Capitals of two bytes in UTF-8, such as `Ø`.
        for i in 1..bytes.len() {
            let is_capital = bytes[i - 1] == 0xC3 && (0x80..=0x9E).contains(&bytes[i]);
            bytes[i] += 0x20 * u8::from(is_capital);
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
        let begins = |at: usize| {
            let before = at.checked_sub(1).map(|before| bytes[before]);
            before.is_none_or(|byte| !byte.is_ascii_alphabetic() && byte < 0x80)
        };
        let says = |at: usize| words.iter().any(|word| bytes[at..].starts_with(word.as_bytes()));
        // What begins no word is passed over before any word is compared.
        (0..bytes.len()).any(|at| bytes[at] > b' ' && begins(at) && says(at))
    }
}
