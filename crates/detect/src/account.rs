//! Bank account numbers (kontonummer): eleven digits, so they must be told from identity numbers.

/// Weights of the eleven digits, the control digit last.
const WEIGHTS: [u32; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/// True when eleven ASCII digits are a bank account number: the weighted sum is divisible by 11, or, for the old giro accounts
/// that start with 0000, the last seven digits pass the Luhn test.
///
/// About one in eleven random strings passes, and so does every national identity number: its last control digit has the
/// same weights. Ask for identity numbers first.
#[must_use]
pub fn account_number(digits: &[u8]) -> bool {
    let Ok(digits) = <&[u8; 11]>::try_from(digits) else { return false };
    if !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    if digits.starts_with(b"0000") {
        return digits != b"00000000000" && luhn(&digits[4..]);
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(&digit, weight)| u32::from(digit - b'0') * weight).sum();
    sum.is_multiple_of(11)
}

/// The eleven digits of an account number written in one, or as `8601 11 17947` with spaces or dots. Check digits are not
/// looked at.
#[must_use]
pub fn account_digits(bytes: &[u8]) -> Option<[u8; 11]> {
    let mut digits = [0; 11];
    match bytes {
        [_, _, _, _, first, _, _, second, ..]
            if bytes.len() == 13 && first == second && matches!(first, b' ' | b'.') =>
        {
            digits[..4].copy_from_slice(&bytes[..4]);
            digits[4..6].copy_from_slice(&bytes[5..7]);
            digits[6..].copy_from_slice(&bytes[8..]);
        }
        _ => digits = bytes.try_into().ok()?,
    }
    digits.iter().all(u8::is_ascii_digit).then_some(digits)
}

/// The Luhn test (ISO/IEC 7812-1, annex B): from the right every second digit counts double, by its digit sum.
pub(crate) fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(i, &digit)| {
            let value = u32::from(digit - b'0') << (i % 2);
            value / 10 + value % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accounts_are_told_by_their_last_digit() {
        for number in ["76940512057", "86011117947", "12345678903", "00004090403"] {
            assert!(account_number(number.as_bytes()), "{number}");
        }
        for number in ["86011117949", "00004090404", "00000000000", "8601111794", "8601111794x"] {
            assert!(!account_number(number.as_bytes()), "{number}");
        }
    }

    #[test]
    fn groups_are_read() {
        for form in ["8601.11.17947", "8601 11 17947", "86011117947"] {
            assert_eq!(account_digits(form.as_bytes()), Some(*b"86011117947"), "{form}");
        }
        for form in ["8601.11 17947", "860111.17947", "8601-11-17947", "8601.11.1794x"] {
            assert_eq!(account_digits(form.as_bytes()), None, "{form}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..15)) {
            let _ = (account_number(&bytes), account_digits(&bytes));
        }
    }
}
