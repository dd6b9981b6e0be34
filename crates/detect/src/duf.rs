//! DUF-numbers, which the immigration authorities (UDI) give to who applies for a residence permit or asylum.

/// Weights of the ten first digits.
const WEIGHTS: [u32; 10] = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5];

/// True when twelve ASCII digits are a DUF-number: four of a year, six of a running number, two control digits.
///
/// The control digits are the weighted sum of the ten first, mod 11, written with two digits. Source: Statistics Norway,
/// kostra-kontrollprogram. About one in a hundred random strings with a year in front passes.
#[must_use]
pub fn duf_number(digits: &[u8]) -> bool {
    let Ok(digits) = <&[u8; 12]>::try_from(digits) else { return false };
    if !digits.iter().all(u8::is_ascii_digit) || !matches!(&digits[..2], b"19" | b"20") {
        return false;
    }
    let digit = |at: usize| u32::from(digits[at] - b'0');
    let sum: u32 = WEIGHTS.iter().enumerate().map(|(at, weight)| digit(at) * weight).sum();
    sum % 11 == digit(10) * 10 + digit(11)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_examples_are_told_apart() {
        for number in ["201017238203", "200816832910"] {
            assert!(duf_number(number.as_bytes()), "{number}");
        }
        for number in ["201012345678", "241012192200", "010000000400", "20101723820", "20101723820x"] {
            assert!(!duf_number(number.as_bytes()), "{number}");
        }
    }

    proptest! {
        #[test]
        fn a_changed_digit_is_seen(running in 0_u32..1_000_000, at in 2_usize..12, by in 1_u8..10) {
            let fits = |control: &u32| duf_number(format!("2019{running:06}{control:02}").as_bytes());
            let control = (0..=10).find(fits).unwrap();
            prop_assert_eq!((0..100).filter(fits).count(), 1);
            let mut changed = format!("2019{running:06}{control:02}").into_bytes();
            changed[at] = b'0' + (changed[at] - b'0' + by) % 10;
            prop_assert!(!duf_number(&changed));
        }

        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..15)) {
            let _ = duf_number(&bytes);
        }
    }
}
