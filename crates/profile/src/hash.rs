//! A stable 128-bit key of a value: states that hold it can travel between machines and versions.

const K1: u64 = 0x9E37_79B9_7F4A_7C15;
const K2: u64 = 0xD6E8_FEB8_6659_FD93;
const K3: u64 = 0xA076_1D64_78BD_642F;

/// A value of at most 15 bytes is its own key, with its length in the last byte; a longer one is hashed to one, and its
/// last byte is no length that a short one has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Key {
    a: u64,
    b: u64,
}

/// Keeps the first `n` bytes of sixteen, little-endian.
const KEEP: [u128; 17] = {
    let mut masks = [0; 17];
    let mut n = 1;
    while n <= 16 {
        masks[n] = !0 >> (128 - 8 * n);
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
    /// True when the key is that of `other`.
    #[inline(always)]
    pub(crate) fn is(self, other: Key) -> bool {
        (self.a ^ other.a) | (self.b ^ other.b) == 0
    }

    /// The key of `bytes[start..end]`; at least 16 bytes follow `end`.
    #[inline(always)]
    pub(crate) fn of(bytes: &[u8], start: usize, end: usize) -> Key {
        let length = end - start;
        match bytes.get(start..).and_then(|rest| rest.first_chunk::<16>()) {
            Some(first) if length < 16 => {
                let both = u128::from_le_bytes(*first) & KEEP[length];
                Key { a: both as u64, b: (both >> 64) as u64 | (length as u64) << 56 }
            }
            _ => Key::long(bytes, start, end),
        }
    }

    /// The key of a value that stands by itself.
    pub(crate) fn of_value(value: &[u8]) -> Key {
        let mut padded = value.to_vec();
        padded.resize(value.len() + 16, 0);
        Key::of(&padded, 0, value.len())
    }

    fn long(bytes: &[u8], start: usize, end: usize) -> Key {
        let length = end - start;
        let text = &bytes[start..end];
        let (mut a, mut b) =
            (fold(word(text, 0) ^ K1, word(text, 8) ^ K2), word(text, 0) ^ word(text, 8).rotate_left(29));
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
        // The length is mixed in, since a shorter text may end in the same sixteen bytes.
        Key { a: fold(a ^ length as u64, K3), b: b | 0xFF << 56 }
    }

    /// Where to look for the key, well mixed.
    #[inline(always)]
    pub(crate) fn mixed(self) -> u64 {
        fold(self.a ^ K1, self.b ^ K2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_keys_of_their_own() {
        let text = b"0301;Oslo;0301\0;Bo- og omsorgssenter Nord;Bo- og omsorgssenter Sor;________________________";
        let key = |start, end| Key::of(text, start, end);
        assert!(key(0, 4).is(key(10, 14)));
        assert_ne!(key(0, 4), key(10, 15), "a zero byte counts");
        assert_ne!(key(16, 41), key(42, 66));
        assert_ne!(key(0, 0), key(14, 15));
    }
}
