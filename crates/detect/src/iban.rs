//! International bank account numbers (IBAN, ISO 13616-1).

/// Longest IBAN.
const LONGEST: usize = 34;

/// True when the bytes are an IBAN, written in one or in groups set apart by single spaces: two letters of a country, two check
/// digits and up to 30 letters and digits, whose remainder by 97 (ISO/IEC 7064) is 1. A Norwegian one has 15 characters.
///
/// Capital letters only. Of random strings of the form about one in 97 passes.
#[must_use]
pub fn iban(bytes: &[u8]) -> bool {
    let mut plain = [0; LONGEST];
    let mut length = 0;
    let mut before = b' ';
    for &byte in bytes {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' => {
                let Some(place) = plain.get_mut(length) else { return false };
                *place = byte;
                length += 1;
            }
            b' ' if before != b' ' => {}
            _ => return false,
        }
        before = byte;
    }
    let plain = &plain[..length];
    let [first, second, third, fourth, account @ ..] = plain else { return false };
    let begins =
        [first, second].into_iter().all(u8::is_ascii_uppercase) && [third, fourth].into_iter().all(u8::is_ascii_digit);
    // The shortest there is, of Norway, has eleven behind its check digits.
    let fits_country =
        if plain.starts_with(b"NO") { account.iter().all(u8::is_ascii_digit) && length == 15 } else { length >= 15 };
    before != b' ' && begins && fits_country && remainder(account.iter().chain(&plain[..4])) == 1
}

/// Remainder by 97, letters counted as 10 to 35.
fn remainder<'a>(characters: impl Iterator<Item = &'a u8>) -> u32 {
    characters.fold(0, |rest, &byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_examples_are_told_apart() {
        for number in ["NO9386011117947", "NO93 8601 1117 947", "DE89370400440532013000", "GB29NWBK60161331926819"] {
            assert!(iban(number.as_bytes()), "{number}");
        }
        let wrong = [
            "NO9386011117948", "no9386011117947", "NO93  86011117947", "NO9386011117947 ", "NO93860111179470",
            "86011117947", "NO93", "",
        ];
        for number in wrong {
            assert!(!iban(number.as_bytes()), "{number}");
        }
    }

    proptest! {
        #[test]
        fn a_changed_digit_is_seen(at in 2_usize..15, by in 1_u8..10) {
            let mut changed = *b"NO9386011117947";
            changed[at] = b'0' + (changed[at] - b'0' + by) % 10;
            prop_assert!(!iban(&changed));
        }

        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let _ = iban(&bytes);
        }
    }
}
