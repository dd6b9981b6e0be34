//! Cells out of bytes: one pass that finds every separator outside quotes, and on the way marks where a recogniser
//! should look.
//!
//! The grammar, for both implementations: a quote opens a quoted stretch only at the start of a cell; inside it two
//! quotes are one (or a backslash escapes the next byte); behind the closing quote comes a separator, and anything
//! else there is text of the same cell in which quotes are plain. Separators are the delimiter, `\n`, and a `\r` that
//! no `\n` follows. Where a quote is never closed, [`recover`] reads the text anew.
//!
//! [`blocks`] works on 64 bytes at a time, with AVX2 where the processor has it; [`scalar`] is its plain twin, used for
//! backslash escapes and held against it by a differential test.

mod blocks;
mod classify;
mod recover;
mod scalar;
#[cfg(target_arch = "x86_64")]
mod simd;

pub(crate) use recover::Reach;

use munilint_model::{Dialect, Escape, PADDING};

/// What the tokenizer must know of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grammar {
    pub(crate) delimiter: u8,
    pub(crate) quote: Option<u8>,
    pub(crate) escape: Escape,
    /// The text is UTF-8, not a single-byte encoding.
    pub(crate) utf8: bool,
}

impl Grammar {
    pub(crate) fn new(dialect: Dialect, utf8: bool) -> Self {
        Grammar { delimiter: dialect.delimiter, quote: dialect.quote, escape: dialect.escape, utf8 }
    }
}

/// What one pass over a text found. Reused from one text to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tokens {
    /// Positions of separators outside quotes, ascending; only the first [`Tokens::count`] are in use.
    pub(crate) separators: Vec<u32>,
    /// How many separators there are.
    pub(crate) count: usize,
    /// For each line end among the separators, its index there.
    pub(crate) row_ends: Vec<u32>,
    /// See [`munilint_model::Batch::digits`].
    pub(crate) digits: Vec<u64>,
    /// See [`munilint_model::Batch::marks`].
    pub(crate) marks: Vec<u32>,
    /// Positions of text right behind a closing quote.
    pub(crate) after_quote: Vec<u32>,
    /// Line breaks, in and outside quotes.
    pub(crate) lines: u64,
    /// Some cell is quoted.
    pub(crate) quoted: bool,
    /// Some byte is not ASCII.
    pub(crate) high: bool,
    /// The text ends inside a quoted stretch that opened here.
    pub(crate) open_quote: Option<u32>,
    /// Positions of quotes that are never closed, ascending: from there to the end of the line quotes are plain.
    pub(crate) unclosed: Vec<u32>,
    /// Positions where the source held something that is no character, when it was transcoded.
    pub(crate) malformed: Vec<u32>,
}

impl Tokens {
    fn reset(&mut self, length: usize) {
        if self.separators.len() < length + 128 {
            self.separators.resize(length + 128, 0);
        }
        self.count = 0;
        self.row_ends.clear();
        self.digits.clear();
        self.marks.clear();
        self.after_quote.clear();
        self.lines = 0;
        self.quoted = false;
        self.high = false;
        self.open_quote = None;
        self.unclosed.clear();
        self.malformed.clear();
    }

    /// The separators that were found.
    pub(crate) fn found(&self) -> &[u32] {
        &self.separators[..self.count]
    }
}

/// Tokenizes `bytes[..length]`, which starts at the start of a record. At least [`PADDING`] zero bytes follow it. `reach`
/// says how far the closing quote of a record is looked for.
pub(crate) fn tokenize(bytes: &[u8], length: usize, grammar: Grammar, reach: Reach, tokens: &mut Tokens) {
    debug_assert!(bytes.len() >= length + PADDING);
    tokens.reset(length);
    if grammar.escape == Escape::Backslash && grammar.quote.is_some() {
        scalar::tokenize(&bytes[..length], grammar, tokens);
    } else {
        blocks::tokenize(bytes, length, grammar, tokens);
    }
    if tokens.open_quote.is_some() || !tokens.after_quote.is_empty() {
        recover::recover(&bytes[..length], grammar, reach, tokens);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn both(text: &[u8], grammar: Grammar) -> (Tokens, Tokens) {
        let mut padded = text.to_vec();
        padded.extend_from_slice(&[0; PADDING]);
        let (mut plain, mut fast) = (Tokens::default(), Tokens::default());
        plain.reset(text.len());
        scalar::tokenize(text, grammar, &mut plain);
        fast.reset(text.len());
        blocks::tokenize(&padded, text.len(), grammar, &mut fast);
        (plain, fast)
    }

    fn assert_same(text: &[u8], grammar: Grammar) {
        let (plain, fast) = both(text, grammar);
        assert_eq!(plain.found(), fast.found(), "separators");
        assert_eq!(plain.row_ends, fast.row_ends, "row ends");
        assert_eq!(plain.digits, fast.digits, "digits");
        assert_eq!(plain.marks, fast.marks, "marks");
        assert_eq!(plain.after_quote, fast.after_quote, "after quote");
        assert_eq!(plain.lines, fast.lines, "lines");
        assert_eq!(plain.quoted, fast.quoted, "quoted");
        assert_eq!(plain.high, fast.high, "high");
        assert_eq!(plain.open_quote, fast.open_quote, "open quote");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn the_fast_tokenizer_is_its_plain_twin(
            text in proptest::collection::vec(
                prop_oneof![
                    4 => Just(b'"'), 4 => Just(b';'), 2 => Just(b'\n'), 1 => Just(b'\r'), 3 => Just(b'7'), 1 => Just(b' '),
                    1 => Just(b'@'), 1 => Just(0xC3), 1 => Just(0x83), 1 => Just(0xC2), 1 => Just(0xA0), 4 => any::<u8>(),
                ],
                0..300,
            ),
            utf8: bool,
        ) {
            assert_same(&text, Grammar { delimiter: b';', quote: Some(b'"'), escape: Escape::Doubled, utf8 });
            assert_same(&text, Grammar { delimiter: b';', quote: None, escape: Escape::Doubled, utf8 });
        }

        #[test]
        fn digit_groups_are_marked_alike(text in "[0-9 .;-]{0,200}", utf8: bool) {
            assert_same(text.as_bytes(), Grammar { delimiter: b';', quote: Some(b'"'), escape: Escape::Doubled, utf8 });
        }
    }

    #[test]
    fn eleven_digits_and_six_and_five_are_marked_at_their_last_digit() {
        for (text, marks) in [
            ("15857613461", vec![10]),
            ("x 158576 13461;", vec![13]),
            ("158576-13461", vec![11]),
            ("158576134610", vec![]),
            ("0158576 13461", vec![]),
            ("158576 134610", vec![]),
            ("1585761346", vec![]),
        ] {
            let grammar = Grammar { delimiter: b';', quote: None, escape: Escape::Doubled, utf8: true };
            let (plain, fast) = both(text.as_bytes(), grammar);
            assert_eq!(fast.marks, marks, "{text}");
            assert_eq!(plain.marks, marks, "{text}");
        }
    }

    #[test]
    fn a_backslash_escapes_the_quote() {
        let text = b"\"a\\\";b\";c\n";
        let mut padded = text.to_vec();
        padded.extend_from_slice(&[0; PADDING]);
        let grammar = Grammar { delimiter: b';', quote: Some(b'"'), escape: Escape::Backslash, utf8: true };
        let mut tokens = Tokens::default();
        tokenize(&padded, text.len(), grammar, Reach { ended: true, longest: 100 }, &mut tokens);
        assert_eq!(tokens.found(), [7, 9]);
    }
}
