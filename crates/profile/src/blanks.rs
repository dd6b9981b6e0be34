//! Blanks that stand twice.

const HIGH: u64 = 0x8080_8080_8080_8080;
const BLANKS: u64 = 0x2020_2020_2020_2020;

/// True when two blanks stand side by side inside the text: not at its start, not at its end, not behind a sentence, where
/// some people write two.
///
/// Eight bytes are looked at in one go, since nearly no text has them.
#[inline]
pub(crate) fn doubled(text: &[u8]) -> bool {
    let Some(last) = text.len().checked_sub(8) else {
        return text.len() > 3 && is_inside(text);
    };
    let mut found = 0;
    let mut at = 0;
    // A pair may lie across two words, so that they share a byte.
    while at < last {
        found |= pairs(word(text, at));
        at += 7;
    }
    found |= pairs(word(text, last));
    found != 0 && is_inside(text)
}

#[inline(always)]
fn word(text: &[u8], at: usize) -> u64 {
    text.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()).map_or(0, u64::from_le_bytes)
}

/// Not 0 when two bytes side by side are blanks.
#[inline(always)]
fn pairs(word: u64) -> u64 {
    let other = word ^ BLANKS;
    let blanks = !(((other & !HIGH) + !HIGH) | other | !HIGH);
    blanks & (blanks << 8)
}

#[cold]
fn is_inside(text: &[u8]) -> bool {
    text.trim_ascii().windows(3).any(|three| three[1..] == *b"  " && !b" .!?:".contains(&three[0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pairs_inside_count() {
        assert!(doubled(b"Moss  Sv") && doubled(b"a  b") && doubled(b"abcdefg  hijklmnop"));
        assert!(!doubled(b"  Oslo") && !doubled(b"Oslo kommune   ") && !doubled(b"a b c d e f g h") && !doubled(b"  "));
        assert!(!doubled(b"One.  Two") && !doubled(b"One:   two") && doubled(b"One.  Two  three"));
        assert!(!doubled("Ål\u{a0}\u{a0}kommune".as_bytes()));
    }

    #[test]
    fn every_place_of_a_pair_is_seen() {
        for length in 0..13 {
            for bits in 0..1_u32 << length {
                let text: Vec<u8> = (0..length).map(|at| if bits >> at & 1 == 1 { b' ' } else { b'a' }).collect();
                let expected = text.trim_ascii().windows(2).any(|pair| pair == b"  ");
                assert_eq!(doubled(&text), expected, "{:?}", text.escape_ascii().to_string());
            }
        }
    }
}
