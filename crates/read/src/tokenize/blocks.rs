//! The fast tokenizer: masks of 64 bytes, positions out of masks.

use super::classify::{self, Masks};
use super::{Grammar, Tokens};

/// See [`super::tokenize`]; `tokens` is empty, and at least 64 zero bytes follow `bytes[..length]`.
pub(super) fn tokenize(bytes: &[u8], length: usize, grammar: Grammar, tokens: &mut Tokens) {
    #[cfg(target_arch = "x86_64")]
    if super::simd::with_avx2(Run { bytes, length, grammar, tokens }).is_some() {
        return;
    }
    Run { bytes, length, grammar, tokens }.through(classify::plain);
}

/// One run over a text.
pub(super) struct Run<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) length: usize,
    pub(super) grammar: Grammar,
    pub(super) tokens: &'a mut Tokens,
}

/// What one block hands on to the next.
#[derive(Default)]
struct Carry {
    /// All ones inside quotes.
    inside: u64,
    /// The last byte was a separator, or nothing came before.
    separator: u64,
    /// The last byte was a quote of the grammar.
    quote: u64,
    /// The last byte was a closing quote.
    closed: u64,
    /// Where the quoted stretch opened.
    opened: u32,
    digits: Digits,
}

/// Runs of digits that reach into the next block.
#[derive(Clone, Copy, Default)]
struct Digits {
    one: u64,
    two: u64,
    three: u64,
    four: u64,
    six: u64,
    joint: u64,
}

impl Run<'_> {
    /// Calls `classify` on every block; inlined into a function that is compiled for its instructions.
    #[inline(always)]
    pub(super) fn through(self, classify: impl Fn(&[u8; 64], Grammar) -> Masks) {
        let Run { bytes, length, grammar, tokens } = self;
        let mut carry = Carry { separator: 1, ..Carry::default() };
        let mut high = 0;
        let mut base = 0;
        while base < length {
            let Some(block) = bytes[base..].first_chunk::<64>() else { break };
            let masks = classify(block, grammar);
            let limit = if length - base >= 64 { !0 } else { (1u64 << (length - base)) - 1 };
            let next = if length - base > 64 { bytes.get(base + 64).copied().unwrap_or(0) } else { 0 };
            let bare = masks.carriage & !((masks.newline >> 1) | (u64::from(next == b'\n') << 63));
            let line_ends = (masks.newline | bare) & limit;
            let mut separators = (masks.delimiter & limit) | line_ends;
            if (masks.quote & limit) | carry.inside | carry.closed | carry.quote != 0 {
                separators = quotes(&masks, separators, limit, base, &mut carry, tokens);
            }
            carry.separator = separators >> 63;
            high |= masks.high & limit;
            tokens.lines += u64::from(line_ends.count_ones());
            tokens.digits.push(masks.digit & limit);
            let groups = digit_groups(&masks, next, &mut carry.digits);
            let pairs = masks.lead & ((masks.pair >> 1) | (u64::from(next & 0xFE == 0x82) << 63));
            let mut marks = (masks.mark | pairs | groups) & limit;
            while marks != 0 {
                tokens.marks.push(position(base, marks.trailing_zeros()));
                marks &= marks - 1;
            }
            let mut rows = separators & line_ends;
            while rows != 0 {
                let before = (separators & (rows & rows.wrapping_neg()).wrapping_sub(1)).count_ones();
                tokens.row_ends.push(position(tokens.count, before));
                rows &= rows - 1;
            }
            write_positions(separators, base, tokens);
            base += 64;
        }
        tokens.high = high != 0;
        if carry.inside != 0 {
            tokens.open_quote = Some(carry.opened);
        }
    }
}

#[inline(always)]
fn position(base: usize, offset: u32) -> u32 {
    // A text is at most a few times 16 MiB long.
    #[allow(clippy::cast_possible_truncation)]
    let base = base as u32;
    base + offset
}

/// Writes down the positions of the bits of `mask`; eight at a time, since most blocks have fewer.
#[inline(always)]
fn write_positions(mask: u64, base: usize, tokens: &mut Tokens) {
    let count = mask.count_ones() as usize;
    let mut rest = mask;
    let mut at = tokens.count;
    let end = at + count;
    while at < end {
        if let Some(out) = tokens.separators[at..].first_chunk_mut::<8>() {
            for slot in out {
                *slot = position(base, rest.trailing_zeros());
                rest &= rest.wrapping_sub(1);
            }
        }
        at += 8;
    }
    tokens.count = end;
}

/// Separators that are outside quotes. Quotes that cannot open (in the midst of a cell) are plain text: they are left
/// out and the parity is taken anew, which is rare.
#[inline(always)]
fn quotes(masks: &Masks, candidates: u64, limit: u64, base: usize, carry: &mut Carry, tokens: &mut Tokens) -> u64 {
    let mut quote = masks.quote & limit;
    let (mut inside, mut separators);
    loop {
        inside = prefix_xor(quote) ^ carry.inside;
        separators = candidates & !inside;
        let opening = quote & inside;
        let may_open = (separators << 1) | carry.separator | (quote << 1) | carry.quote;
        let plain = opening & !may_open;
        if plain == 0 {
            break;
        }
        quote &= !(plain & plain.wrapping_neg());
    }
    let closing = quote & !inside;
    let opening = quote & inside;
    let again = (closing << 1) | carry.closed;
    // A quote that opens right behind a closing one goes on with the same stretch.
    let fresh = opening & !again;
    tokens.quoted |= fresh != 0;
    if fresh != 0 {
        carry.opened = position(base, 63 - fresh.leading_zeros());
    }
    let mut after = again & !(separators | quote | masks.carriage) & limit;
    while after != 0 {
        tokens.after_quote.push(position(base, after.trailing_zeros()));
        after &= after - 1;
    }
    let last = limit ^ (limit >> 1);
    carry.inside = if inside & last != 0 { !0 } else { 0 };
    carry.quote = quote >> 63;
    carry.closed = closing >> 63;
    separators
}

/// Bit `i` is the parity of the bits up to and with `i`.
#[inline(always)]
fn prefix_xor(mut bits: u64) -> u64 {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^= bits << 32;
    bits
}

/// Bit `i` is set when eleven digits, or six, a joint and five, end there and no digit stands on either side.
#[inline(always)]
fn digit_groups(masks: &Masks, next: u8, carry: &mut Digits) -> u64 {
    let before = |now: u64, last: u64, by: u32| (now << by) | (last >> (64 - by));
    let one = masks.digit;
    let two = one & before(one, carry.one, 1);
    let three = two & before(one, carry.one, 2);
    let four = two & before(two, carry.two, 2);
    let five = four & before(one, carry.one, 4);
    let six = four & before(two, carry.two, 4);
    let eight = four & before(four, carry.four, 4);
    let eleven = eight & before(three, carry.three, 8) & !before(one, carry.one, 11);
    let joined = five & before(masks.joint, carry.joint, 5) & before(six, carry.six, 6) & !before(one, carry.one, 12);
    *carry = Digits { one, two, three, four, six, joint: masks.joint };
    (eleven | joined) & !((one >> 1) | (u64::from(next.is_ascii_digit()) << 63))
}
