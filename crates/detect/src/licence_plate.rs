//! Norwegian licence plates of motor vehicles.

/// True when all of the text is a plate of a car: two letters and five digits, with or without a blank between them.
///
/// Ordinary plates: the letters are two of the alphabet without I, M, O, Q, W, Æ, Ø and Å; the first digit is never 0.
#[must_use]
pub fn is_licence_plate(bytes: &[u8]) -> bool {
    is_plate(bytes, 5)
}

/// True when all of the text is a plate of a motorcycle, a trailer or a tractor: two letters and four digits.
///
/// Codes of many kinds look the same: ask only where the header speaks of plates.
#[must_use]
pub fn is_short_plate(bytes: &[u8]) -> bool {
    is_plate(bytes, 4)
}

fn is_plate(bytes: &[u8], length: usize) -> bool {
    let (letters, digits) = match bytes.trim_ascii() {
        [a, b, b' ', digits @ ..] | [a, b, digits @ ..] => ([*a, *b], digits),
        _ => return false,
    };
    letters.iter().all(|letter| letter.is_ascii_uppercase() && !b"IMOQW".contains(letter))
        && digits.len() == length
        && digits[0] != b'0'
        && digits.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plates_are_told_by_their_form() {
        for text in ["AB12345", "EL 12345", " DN98765 "] {
            assert!(is_licence_plate(text.as_bytes()), "{text}");
        }
        for text in ["", "AB", "AB1234", "AB123456", "ab12345", "IO12345", "AB01234", "A12345", "AB-12345", "AB  2345"]
        {
            assert!(!is_licence_plate(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn shorter_plates_have_a_digit_less() {
        for text in ["AB1234", "EL 1234"] {
            assert!(is_short_plate(text.as_bytes()), "{text}");
        }
        for text in ["AB12345", "AB123", "AB0123", "IO1234", ""] {
            assert!(!is_short_plate(text.as_bytes()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..12)) {
            let _ = (is_licence_plate(&bytes), is_short_plate(&bytes));
        }
    }
}
