//! Street addresses with the number of a house.

/// Digits of a house's number.
const MOST_DIGITS: usize = 3;

/// True for a street and the number of a house: `Storgata 12`, `Øvre gate 12 B, H0101`. Before the first comma there is a word
/// with a letter in it, and behind it a number of up to three digits with or without a letter. A box at the post office
/// (`Postboks 12`) is nobody's home.
///
/// Bytes above 127 count as letters, so that the encoding does not matter. Source: Kartverket, adresseringsveileder. A year or
/// the name of a school class can look the same: ask where a field says that it holds addresses.
#[must_use]
pub fn street_address(bytes: &[u8]) -> bool {
    let end = bytes.iter().position(|&byte| byte == b',').unwrap_or(bytes.len());
    let mut words = bytes[..end].split(|&byte| byte == b' ' || byte == b'\t').filter(|word| !word.is_empty());
    let Some(street) = words.next() else { return false };
    let has_letter = street.iter().any(|byte| byte.is_ascii_alphabetic() || *byte > 127);
    let is_box = [&b"postboks"[..], b"boks", b"pb", b"pb."].iter().any(|word| street.eq_ignore_ascii_case(word));
    has_letter && !is_box && words.any(is_house_number)
}

fn is_house_number(word: &[u8]) -> bool {
    let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (1..=MOST_DIGITS).contains(&digits)
        && match word[digits..] {
            [] => true,
            [letter] => letter.is_ascii_alphabetic(),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_street_has_a_name_and_a_house_a_number() {
        for text in
            ["Storgata 12", "Storgata 12B", "Øvre  gate 12 B", "Kongens gate 1, 0153 Oslo", "Kai Munks vei 7 H0101"]
        {
            assert!(street_address(text.as_bytes()), "{text}");
        }
        for text in
            ["Storgata", "12 14", "Postboks 12", "PB 7", "0153 Oslo", "Storgata, 12", "Storgata 1200", "gate12", ""]
        {
            assert!(!street_address(text.as_bytes()), "{text}");
        }
        assert!(street_address(b"\xD8vre gate 3"));
    }

    proptest! {
        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let _ = street_address(&bytes);
        }
    }
}
