//! Personal identity numbers of Sweden (personnummer).

use crate::account::luhn;
use crate::date::is_date;

/// True for a Swedish personal identity number or coordination number that is all of the text: `YYMMDD-NNNC` or
/// `YYYYMMDD-NNNC`, with or without the sign (a plus sign for who has turned 100). The date is in the calendar (60 is added
/// to the day of a coordination number), and the ten last digits pass the Luhn test.
///
/// Source: Skatteverket, SKV 704. Of random strings of ten digits about 0.7 % pass.
#[must_use]
pub fn swedish_number(bytes: &[u8]) -> bool {
    let mut digits = [0_u8; 12];
    let number = match *bytes {
        [ref date @ .., b'-' | b'+', a, b, c, d] if matches!(date.len(), 6 | 8) => {
            digits[..date.len()].copy_from_slice(date);
            digits[date.len()..date.len() + 4].copy_from_slice(&[a, b, c, d]);
            &digits[..date.len() + 4]
        }
        _ if matches!(bytes.len(), 10 | 12) => bytes,
        _ => return false,
    };
    if !number.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let (century, ten) = number.split_at(number.len() - 10);
    let pair = |at: usize| u32::from(ten[at] - b'0') * 10 + u32::from(ten[at + 1] - b'0');
    let day = if pair(4) > 60 { pair(4) - 60 } else { pair(4) };
    let in_some = |first: u32| is_date((first + pair(0)).cast_signed(), pair(2), day);
    let is_day = match century {
        b"18" => in_some(1800),
        b"19" => in_some(1900),
        b"20" => in_some(2000),
        // 1900 is no leap year but 2000 is: some century has the day.
        [] => in_some(2000),
        _ => false,
    };
    is_day && luhn(ten)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    // Test numbers that Skatteverket has set aside: nobody has them.
    #[test]
    fn set_aside_numbers_are_known() {
        for number in ["189001019802", "18900101-9802", "900101-9802", "900101+9802", "9001019802"] {
            assert!(swedish_number(number.as_bytes()), "{number}");
        }
        // A coordination number: 60 is added to the day.
        assert!((0..10).any(|control| swedish_number(format!("900161-980{control}").as_bytes())));
    }

    #[test]
    fn other_numbers_are_not() {
        for number in [
            "9001019803", "901301-9802", "900132-9802", "900101 9802", "1767225600", "211890010198", "900101-98020", "",
        ] {
            assert!(!swedish_number(number.as_bytes()), "{number}");
        }
    }

    proptest! {
        #[test]
        fn a_changed_digit_is_seen(day in 1_u32..29, month in 1_u32..13, year in 0_u32..100, running in 0_u32..1000, by in 1_u8..10, at in 0_usize..4) {
            let fits = |control: &u32| swedish_number(format!("{year:02}{month:02}{day:02}{running:03}{control}").as_bytes());
            let control = (0..10).find(fits).unwrap();
            prop_assert_eq!((0..10).filter(fits).count(), 1);
            let mut changed = format!("{year:02}{month:02}{day:02}{running:03}{control}").into_bytes();
            changed[6 + at] = b'0' + (changed[6 + at] - b'0' + by) % 10;
            prop_assert!(!swedish_number(&changed));
        }

        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..16)) {
            let _ = swedish_number(&bytes);
        }
    }
}
