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
    let bytes = bytes.trim_ascii_start();
    let Some(first) = bytes.iter().position(|&byte| ends_word(byte)) else { return false };
    let (street, rest) = bytes.split_at(first);
    let mut at = 0;
    while let Some(&byte) = rest.get(at) {
        match byte {
            b',' => return false,
            b' ' | b'\t' if is_house_number(&rest[at + 1..]) => return is_street(street),
            _ => at += 1,
        }
    }
    false
}

fn ends_word(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b',')
}

fn is_street(word: &[u8]) -> bool {
    let is_box = [&b"postboks"[..], b"boks", b"pb", b"pb."].iter().any(|name| word.eq_ignore_ascii_case(name));
    !is_box && word.iter().any(|byte| byte.is_ascii_alphabetic() || *byte > 127)
}

/// True when the next word is the number of a house.
fn is_house_number(rest: &[u8]) -> bool {
    let digits = rest.iter().take(MOST_DIGITS + 1).take_while(|byte| byte.is_ascii_digit()).count();
    (1..=MOST_DIGITS).contains(&digits)
        && match rest[digits..] {
            [] => true,
            [letter, ref behind @ ..] if letter.is_ascii_alphabetic() => {
                behind.first().is_none_or(|&byte| ends_word(byte))
            }
            [byte, ..] => ends_word(byte),
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
