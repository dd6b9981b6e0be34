//! A quick look at the bytes of a text, which rules out nearly all that mention nobody.

use super::context::REACH;

/// What a quick look at the bytes of a text tells, in UTF-8 or in an encoding of single bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    pub(super) digits: usize,
    /// Words that begin with a capital.
    pub(super) capitals: usize,
}

/// How many bytes are counted at once.
const BLOCK: usize = 16;

/// A block with the byte before it and the byte behind it.
const WINDOW: usize = BLOCK + 2;

/// So many blocks are counted before their counts are taken: with the last one all places together are what a byte can count.
const MOST_BLOCKS: usize = 14;

/// So many digits are a case or an amount, and nothing of a person but the number of a house, a holding or a plate.
const FEW_DIGITS: usize = 5;

/// So many digits may be a day, and nothing but the words before it makes a birth of it.
const DAY_DIGITS: usize = 8;

/// Counts for each place in a block, so that all places are counted at once.
#[derive(Default)]
struct Counts {
    digits: [u8; BLOCK],
    capitals: [u8; BLOCK],
}

impl Counts {
    /// Counts in the window that `bytes` begin with, from place `from` of its block on.
    #[inline(always)]
    fn add(&mut self, bytes: &[u8], from: usize) {
        let Some(window) = bytes.first_chunk::<WINDOW>() else { return };
        for i in 0..BLOCK {
            let counts = u8::from(i >= from);
            self.digits[i] += counts & u8::from(window[i + 1].is_ascii_digit());
            self.capitals[i] += counts & u8::from(begins_word(window[i], window[i + 1], window[i + 2]));
        }
    }
}

impl Glance {
    /// Looks at a text.
    #[must_use]
    #[inline]
    pub fn at(bytes: &[u8]) -> Glance {
        let mut glance = Glance::default();
        if let [first, second, ..] = bytes {
            glance.digits = usize::from(first.is_ascii_digit());
            glance.capitals = usize::from(is_capital(*first, *second));
        }
        match bytes.len().checked_sub(WINDOW) {
            Some(last) => glance.add_blocks(bytes, last),
            None => bytes.windows(3).for_each(|near| {
                glance.digits += usize::from(near[1].is_ascii_digit());
                glance.capitals += usize::from(begins_word(near[0], near[1], near[2]));
            }),
        }
        // Behind the last byte stands nothing that makes a capital of it.
        glance.digits += usize::from(bytes.len() > 1 && bytes.last().is_some_and(u8::is_ascii_digit));
        glance
    }

    /// Counts in all bytes but the first and the last one; the last window begins at `last`.
    #[inline]
    fn add_blocks(&mut self, bytes: &[u8], last: usize) {
        let mut at = 0;
        loop {
            let mut counts = Counts::default();
            let stop = last.min(at + MOST_BLOCKS * BLOCK);
            while at < stop {
                counts.add(&bytes[at..], 0);
                at += BLOCK;
            }
            // The last window may lie over the one before it.
            if at >= last {
                counts.add(&bytes[last..], at - last);
            }
            self.take(&counts);
            if at >= last {
                return;
            }
        }
    }

    #[inline]
    fn take(&mut self, counts: &Counts) {
        let sum = |counts: &[u8; BLOCK]| usize::from(counts.iter().sum::<u8>());
        self.digits += sum(&counts.digits);
        self.capitals += sum(&counts.capitals);
    }

    /// True when the text at which this glance was may mention something besides addresses of e-mail and of machines without digits; false for most texts.
    #[must_use]
    #[inline]
    pub fn is_promising(self, bytes: &[u8]) -> bool {
        let few = self.digits > 0 && self.digits <= FEW_DIGITS;
        self.capitals >= 2
            || (self.digits > FEW_DIGITS && !(self.digits == DAY_DIGITS && is_no_birth(bytes)))
            || (few && may_be_house_or_plate(bytes))
    }
}

/// Where the first digit of a text stands. It is mostly far behind, so that a block with none is passed over at once.
#[inline]
pub(super) fn first_digit(bytes: &[u8]) -> Option<usize> {
    let has_digit = |block: &[u8; BLOCK]| block.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    let (blocks, _) = bytes.as_chunks();
    let start = blocks.iter().position(has_digit).unwrap_or(blocks.len()) * BLOCK;
    Some(start + bytes[start..].iter().position(u8::is_ascii_digit)?)
}

/// True when the first digits of a text are a day as in `12.03.1985`, with nothing before it that could say `født`.
#[inline]
fn is_no_birth(bytes: &[u8]) -> bool {
    let Some(first) = first_digit(bytes) else { return false };
    let is_day = matches!(bytes[first..], [_, b'0'..=b'9', b'.', b'0'..=b'9', b'0'..=b'9', b'.', b'0'..=b'9', ..]);
    let near = &bytes[first.saturating_sub(REACH)..first];
    // `født`, `fødd`, `fodt`, `fdt`, `f.`, `f `, `born`.
    let says = |pair: &[u8]| {
        matches!(pair, [b'f' | b'F', 0xC3 | 0xD8 | 0xF8 | b'd' | b'D' | b'.' | b' ' | b':'])
            || matches!(pair, [b'f' | b'F' | b'b' | b'B', b'o' | b'O'])
    };
    is_day && !near.windows(2).any(says)
}

/// True when the first digits of a text are few, as those of a house are, or stand behind a capital or what may end `nr.`
#[inline]
fn may_be_house_or_plate(bytes: &[u8]) -> bool {
    let Some(first) = first_digit(bytes) else { return false };
    let length = bytes[first..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let before = bytes[..first].trim_ascii_end().last();
    length <= 3 || before.is_some_and(|byte| byte.is_ascii_uppercase() || matches!(byte, b'.' | b'r' | b':'))
}

/// True for a capital at the start of a word.
#[inline(always)]
fn begins_word(before: u8, byte: u8, next: u8) -> bool {
    ends_word(before) & is_capital(byte, next)
}

/// True for what stands before a word: a blank, a bracket, a hyphen, a quote; not for a letter or digit of ASCII. Letters of
/// two bytes in UTF-8 end in what is no letter in one byte, and pass.
#[inline(always)]
fn ends_word(byte: u8) -> bool {
    !byte.is_ascii_alphanumeric() & (byte < 0xC0)
}

/// True for a capital of ASCII, and for the first byte of one beyond, in UTF-8 or in one byte. Letters of two bytes that are
/// not of Latin-1 pass, too.
#[inline(always)]
fn is_capital(byte: u8, next: u8) -> bool {
    let is_small = (byte == 0xC3) & (next >= 0xA0);
    byte.is_ascii_uppercase() | ((0xC0..=0xDE).contains(&byte) & !is_small)
}
