//! A stable 128-bit key of a value: states that hold it can travel between machines and versions.

const K1: u64 = 0x9E37_79B9_7F4A_7C15;
const K2: u64 = 0xD6E8_FEB8_6659_FD93;
const K3: u64 = 0xA076_1D64_78BD_642F;

/// A value of at most 16 bytes is its own key; a longer one is hashed to one. The length belongs to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) a: u64,
    pub(crate) b: u64,
    pub(crate) length: u32,
}

/// Keeps the first `n` bytes of a little-endian word.
const KEEP: [u64; 9] = {
    let mut masks = [0; 9];
    let mut n = 1;
    while n <= 8 {
        masks[n] = !0 >> (64 - 8 * n);
        n += 1;
    }
    masks
};

#[inline(always)]
fn word(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()).map_or(0, |word| u64::from_le_bytes(*word))
}

#[inline(always)]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product as u64) ^ ((product >> 64) as u64)
}

impl Key {
    /// The key of `bytes[start..end]`; at least 16 bytes follow `end`.
    #[inline(always)]
    pub(crate) fn of(bytes: &[u8], start: usize, end: usize) -> Key {
        let length = end - start;
        if length <= 16 {
            let a = word(bytes, start) & KEEP[if length < 8 { length } else { 8 }];
            let b = if length > 8 { word(bytes, start + 8) & KEEP[length - 8] } else { 0 };
            return Key { a, b, length: length as u32 };
        }
        Key::long(bytes, start, end)
    }

    fn long(bytes: &[u8], start: usize, end: usize) -> Key {
        let length = end - start;
        let text = &bytes[start..end];
        let (mut a, mut b) = (fold(word(text, 0) ^ K1, word(text, 8) ^ K2), word(text, 0) ^ word(text, 8).rotate_left(29));
        let mut at = 16;
        while at + 16 <= length {
            let (y, z) = (word(text, at), word(text, at + 8));
            a = fold(a ^ y, z ^ K3);
            b = (b ^ y).rotate_left(23).wrapping_mul(K1) ^ z;
            at += 16;
        }
        let (y, z) = (word(text, length - 16), word(text, length - 8));
        a = fold(a ^ y, z ^ K2);
        b = (b ^ z).rotate_left(31).wrapping_mul(K2) ^ y;
        Key { a, b, length: u32::try_from(length).unwrap_or(u32::MAX) }
    }

    /// Where to look for the key, well mixed.
    #[inline(always)]
    pub(crate) fn mixed(self) -> u64 {
        fold(self.a ^ K1 ^ u64::from(self.length), self.b ^ K2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_keys_of_their_own() {
        let text = b"0301;Oslo;0301\0;Bo- og omsorgssenter Nord;Bo- og omsorgssenter Sor;________________________";
        let key = |start, end| Key::of(text, start, end);
        assert_eq!(key(0, 4), key(10, 14));
        assert_ne!(key(0, 4), key(10, 15), "a zero byte counts");
        assert_ne!(key(16, 41), key(42, 66));
        assert_ne!(key(0, 0), key(14, 15));
    }
}
