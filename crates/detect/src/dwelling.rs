//! Numbers of dwellings (bruksenhetsnummer).

/// True when all of the text is the number of a dwelling: `H0101`, that is, main floors, under floors, cellar or loft, two digits
/// for the floor and two for the door. With the address it names one home.
///
/// Source: Kartverket, adresseringsveileder.
#[must_use]
pub fn dwelling_number(bytes: &[u8]) -> bool {
    matches!(bytes, [b'H' | b'U' | b'L' | b'K', digits @ ..] if digits.len() == 4 && digits.iter().all(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn floors_are_told_by_their_letter() {
        for text in ["H0101", "U0102", "L0201", "K0101"] {
            assert!(dwelling_number(text.as_bytes()), "{text}");
        }
        for text in ["A0101", "h0101", "H101", "H01011", "H01O1", "0101", ""] {
            assert!(!dwelling_number(text.as_bytes()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..8)) {
            let _ = dwelling_number(&bytes);
        }
    }
}
