//! Sixty-four bytes at a time: which of them are what, one bit each.

use super::Grammar;

/// One bit for each of 64 bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Masks {
    pub(super) delimiter: u64,
    pub(super) newline: u64,
    pub(super) carriage: u64,
    pub(super) quote: u64,
    pub(super) digit: u64,
    /// Bytes that can stand between six and five digits.
    pub(super) joint: u64,
    /// Bytes that are marks by themselves.
    pub(super) mark: u64,
    /// `0xC3` (UTF-8 only): a mark when the next byte is one of `pair`.
    pub(super) lead: u64,
    /// `0x82` and `0x83` (UTF-8 only).
    pub(super) pair: u64,
    /// Bytes that are not ASCII.
    pub(super) high: u64,
}

/// Without any special instruction.
#[inline]
pub(super) fn plain(block: &[u8; 64], grammar: Grammar) -> Masks {
    let mut masks = Masks::default();
    for (i, &byte) in block.iter().enumerate() {
        let bit = |yes: bool| u64::from(yes) << i;
        masks.delimiter |= bit(byte == grammar.delimiter);
        masks.newline |= bit(byte == b'\n');
        masks.carriage |= bit(byte == b'\r');
        masks.quote |= bit(Some(byte) == grammar.quote);
        masks.digit |= bit(byte.is_ascii_digit());
        masks.joint |= bit(matches!(byte, b' ' | b'-' | b'.') || (!grammar.utf8 && byte == 0xA0));
        let control = (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7F;
        let text = if grammar.utf8 { byte >= 0xC0 && byte != 0xC3 } else { matches!(byte, 0xA0 | 0xAD | 0xC3) };
        masks.mark |= bit(byte == b'@' || control || text);
        masks.lead |= bit(grammar.utf8 && byte == 0xC3);
        masks.pair |= bit(grammar.utf8 && matches!(byte, 0x82 | 0x83));
        masks.high |= bit(byte >= 0x80);
    }
    masks
}
