//! Norwegian telephone numbers.
//!
//! Numbering plan E.164, country code 47: eight digits; the first digits tell mobile from landline, as in the metadata of
//! libphonenumber. Five-digit and 8xx numbers belong to services and are not told here.

/// What a number reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phone {
    /// A telephone that somebody carries: `4` or `9` first.
    Mobile,
    /// A telephone of a house or an office: `2`, `3`, `5`, `6` or `7` first.
    Landline,
}

/// A number that is all of the text, with or without +47 or 0047, and whether it is set apart as a telephone number is
/// (blanks, points, hyphens or the country code) and so is no other number of eight digits.
#[must_use]
pub fn phone(bytes: &[u8]) -> Option<(Phone, bool)> {
    let mut digits = [0_u8; 12];
    let mut count = 0;
    let mut apart = false;
    let mut rest = bytes.trim_ascii();
    while let [first, behind @ ..] = rest {
        rest = behind;
        match first {
            b'0'..=b'9' if count < digits.len() => {
                digits[count] = *first;
                count += 1;
            }
            b'+' if count == 0 => {
                // The country code with its sign is the one with its zeros.
                digits[..2].copy_from_slice(b"00");
                count = 2;
            }
            b' ' | b'.' | b'-' | b'(' | b')' | 0xA0 => apart = true,
            // A no-break space in UTF-8.
            0xC2 if rest.first() == Some(&0xA0) => {}
            _ => return None,
        }
    }
    let (number, country) = match digits[..count] {
        [b'0', b'0', b'4', b'7', ref number @ ..] => (number, true),
        ref number => (number, false),
    };
    if number.len() != 8 {
        return None;
    }
    Some((kind(number[0], number[1])?, apart || country))
}

/// `(2[1-4]|3[1-3578]|5[1-35-7]|6[1-4679]|7[0-8])` are landlines, `(4[015-8]|9[0-9])` and the older `59` mobiles.
fn kind(first: u8, second: u8) -> Option<Phone> {
    match (first, second) {
        (b'4', b'0' | b'1' | b'5'..=b'8') | (b'9', _) | (b'5', b'9') => Some(Phone::Mobile),
        (b'2', b'1'..=b'4')
        | (b'3', b'1'..=b'3' | b'5' | b'7' | b'8')
        | (b'5', b'1'..=b'3' | b'5'..=b'7')
        | (b'6', b'1'..=b'4' | b'6' | b'7' | b'9')
        | (b'7', b'0'..=b'8') => Some(Phone::Landline),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_told_in_every_way_they_are_written() {
        for text in ["40000000", "+4740000000", "0047 400 00 000", "400 00 000", "40 00 00 00", "+47 40.00.00.00"] {
            let apart = text != "40000000";
            assert_eq!(phone(text.as_bytes()), Some((Phone::Mobile, apart)), "{text}");
        }
        assert_eq!(phone("(+47) 22\u{a0}00\u{a0}00\u{a0}00".as_bytes()), Some((Phone::Landline, true)));
        assert_eq!(phone(b"55000000"), Some((Phone::Landline, false)));
    }

    #[test]
    fn other_numbers_are_none() {
        for text in ["", "+", "02000", "80080960", "4000000", "400000000", "+46 40000000", "20150801", "42000000", "a"]
        {
            assert_eq!(phone(text.as_bytes()), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..30)) {
            let _ = phone(&bytes);
        }

        #[test]
        fn a_country_code_changes_nothing(number in "[2-9][0-9]{7}") {
            let kind = |text: String| phone(text.as_bytes()).map(|found| found.0);
            prop_assert_eq!(kind(format!("+47{number}")), kind(number.clone()));
            prop_assert_eq!(kind(format!("0047{number}")), kind(number));
        }
    }
}
