//! Personal identification numbers of Denmark (CPR).

use crate::date::is_date;

/// True for the form of a Danish CPR-number that is all of the text: `DDMMYY-NNNN`, with or without the hyphen, and the date is
/// in the calendar of some century.
///
/// Source: CPR-kontoret. Numbers since 2007 need not keep the old check digit, so that there is none to look at: of random
/// strings of ten digits about 4 % pass. Ask only where a field says that it holds such numbers.
#[must_use]
pub fn danish_number(bytes: &[u8]) -> bool {
    let digits = match *bytes {
        [a, b, c, d, e, f, b'-', ref running @ ..] if running.len() == 4 => {
            if !running.iter().all(u8::is_ascii_digit) {
                return false;
            }
            [a, b, c, d, e, f]
        }
        [a, b, c, d, e, f, ref running @ ..] if running.len() == 4 && running.iter().all(u8::is_ascii_digit) => {
            [a, b, c, d, e, f]
        }
        _ => return false,
    };
    if !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let pair = |at: usize| u32::from(digits[at] - b'0') * 10 + u32::from(digits[at + 1] - b'0');
    // 1900 is no leap year but 2000 is: some century has the day.
    is_date((2000 + pair(4)).cast_signed(), pair(2), pair(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_form_and_the_date_tell() {
        for number in ["010190-0000", "0101900000", "290200-0000"] {
            assert!(danish_number(number.as_bytes()), "{number}");
        }
        for number in ["310290-0000", "900101-0000", "01019-00000", "010190 0000", "010190-000", "010190-00000", ""] {
            assert!(!danish_number(number.as_bytes()), "{number}");
        }
    }

    proptest! {
        #[test]
        fn a_hyphen_changes_nothing(date in "[0-9]{6}", running in "[0-9]{4}") {
            prop_assert_eq!(
                danish_number(format!("{date}-{running}").as_bytes()),
                danish_number(format!("{date}{running}").as_bytes())
            );
        }

        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..14)) {
            let _ = danish_number(&bytes);
        }
    }
}
