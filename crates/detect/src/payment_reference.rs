//! References of payments (KID, kundeidentifikasjon).

use crate::account::luhn;

/// True when all of the text is a KID: 2 to 25 digits of which the last is the check digit, by the Luhn test (mod 10) or by the
/// remainder rule mod 11 with weights 2 to 7 from the right, where a hyphen stands for 10.
///
/// As Nets and the banks describe the agreement on KID; the payee chooses length and rule. Nearly one in five random strings
/// passes one of the two: ask only where the header says that there are such numbers.
#[must_use]
pub fn payment_reference(bytes: &[u8]) -> bool {
    let [number @ .., check] = bytes else { return false };
    if !(1..=24).contains(&number.len()) || !number.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 =
        number.iter().rev().zip((2_u32..=7).cycle()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let control = (11 - sum % 11) % 11;
    match check {
        b'0'..=b'9' => luhn(bytes) || u32::from(check - b'0') == control,
        b'-' => control == 10,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn either_rule_will_do() {
        for number in ["12344", "12343", "2345676", "100001928231"] {
            assert!(payment_reference(number.as_bytes()), "{number}");
        }
        for number in ["12345", "100001928232", "1", "", "1234a", "12-44"] {
            assert!(!payment_reference(number.as_bytes()), "{number}");
        }
    }

    proptest! {
        #[test]
        fn every_number_has_a_check_digit(number in "[0-9]{1,24}") {
            let fits = |check: u32| payment_reference(format!("{number}{check}").as_bytes());
            prop_assert!((0..10).any(fits));
        }

        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..30)) {
            let _ = payment_reference(&bytes);
        }
    }
}
