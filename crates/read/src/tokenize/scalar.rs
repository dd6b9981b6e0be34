//! The plain twin: one byte at a time, every rule of the grammar spelt out.

use super::{Grammar, Tokens};
use munilint_model::Escape;

#[derive(Clone, Copy, PartialEq)]
enum State {
    /// Nothing of the cell was read.
    Start,
    /// Inside quotes that opened here.
    Quoted(u32),
    /// Right behind a quote that closes the stretch, unless another follows.
    Closed(u32),
    /// Text in which quotes are plain.
    Plain,
}

/// See [`super::tokenize`]; `tokens` is empty.
pub(super) fn tokenize(text: &[u8], grammar: Grammar, tokens: &mut Tokens) {
    let mut state = State::Start;
    let mut escaped = false;
    for (i, &byte) in text.iter().enumerate() {
        let at = u32::try_from(i).unwrap_or(u32::MAX);
        let next = text.get(i + 1).copied();
        let line_end = byte == b'\n' || (byte == b'\r' && next != Some(b'\n'));
        tokens.lines += u64::from(line_end);
        tokens.high |= byte >= 0x80;
        if is_mark(text, i, grammar.utf8) {
            tokens.marks.push(at);
        }
        if byte.is_ascii_digit() {
            set_bit(&mut tokens.digits, i);
        }
        if std::mem::take(&mut escaped) {
            continue;
        }
        let separator = byte == grammar.delimiter || line_end;
        let is_quote = Some(byte) == grammar.quote;
        state = match state {
            State::Quoted(open) if is_quote => State::Closed(open),
            State::Quoted(open) => {
                escaped = grammar.escape == Escape::Backslash && byte == b'\\';
                State::Quoted(open)
            }
            State::Closed(open) if is_quote && grammar.escape == Escape::Doubled => State::Quoted(open),
            State::Start if is_quote => {
                tokens.quoted = true;
                State::Quoted(at)
            }
            before if separator => {
                debug_assert!(!matches!(before, State::Quoted(_)));
                if line_end {
                    tokens.row_ends.push(u32::try_from(tokens.count).unwrap_or(u32::MAX));
                }
                tokens.separators[tokens.count] = at;
                tokens.count += 1;
                State::Start
            }
            State::Closed(_) => {
                if byte != b'\r' {
                    tokens.after_quote.push(at);
                }
                State::Plain
            }
            State::Start | State::Plain => State::Plain,
        };
    }
    tokens.digits.resize(text.len().div_ceil(64), 0);
    if let State::Quoted(open) = state {
        tokens.open_quote = Some(open);
    }
}

fn set_bit(words: &mut Vec<u64>, i: usize) {
    if words.len() <= i / 64 {
        words.resize(i / 64 + 1, 0);
    }
    words[i / 64] |= 1 << (i % 64);
}

/// See [`munilint_model::Batch::marks`].
fn is_mark(text: &[u8], i: usize, utf8: bool) -> bool {
    let byte = text[i];
    let control = (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7F;
    let text_mark = if utf8 {
        (byte >= 0xC0 && byte != 0xC3) || (byte == 0xC3 && matches!(text.get(i + 1), Some(0x82 | 0x83)))
    } else {
        matches!(byte, 0xA0 | 0xAD | 0xC3)
    };
    byte == b'@' || control || text_mark || ends_group(text, i, utf8)
}

/// Eleven digits, or six, a joining byte and five, end at `i`, and no digit stands on either side.
fn ends_group(text: &[u8], i: usize, utf8: bool) -> bool {
    let digit = |back: usize| i.checked_sub(back).is_some_and(|at| text[at].is_ascii_digit());
    let joint = |back: usize| {
        i.checked_sub(back).is_some_and(|at| matches!(text[at], b' ' | b'-' | b'.') || (!utf8 && text[at] == 0xA0))
    };
    if text.get(i + 1).is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let eleven = (0..11).all(digit) && !digit(11);
    let six_and_five = (0..5).all(digit) && joint(5) && (6..12).all(digit) && !digit(12);
    eleven || six_and_five
}
