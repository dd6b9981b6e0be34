//! Reading a string from its front.

/// What is left of a string.
pub(super) struct Scan<'a> {
    pub(super) rest: &'a str,
}

impl<'a> Scan<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { rest: text }
    }

    /// True when the character was next.
    pub(super) fn skip(&mut self, c: char) -> bool {
        let behind = self.rest.strip_prefix(c);
        self.rest = behind.unwrap_or(self.rest);
        behind.is_some()
    }

    /// The ASCII digits that are next, as many as `most`; `None` when there are fewer than `least`.
    pub(super) fn digits(&mut self, least: usize, most: usize) -> Option<&'a str> {
        let length = self.rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let (digits, behind) = self.rest.split_at(length);
        self.rest = behind;
        (length >= least).then_some(digits)
    }

    /// The number of the digits that are next.
    pub(super) fn number(&mut self, least: usize, most: usize) -> Option<u32> {
        self.digits(least, most)?.parse().ok()
    }

    /// True when nothing is left.
    pub(super) fn done(&self) -> bool {
        self.rest.is_empty()
    }
}
