//! Numbers of payment cards (ISO/IEC 7812).

use crate::account::luhn;

/// The digits of a card number, written in one or in groups set apart by single spaces or hyphens, and how many there are.
/// `None` when there are not 14 to 19 or something else stands among them. Neither ranges nor the check digit are looked at.
fn card_digits(bytes: &[u8]) -> Option<([u8; 19], usize)> {
    let mut digits = [0; 19];
    let mut length = 0;
    let mut before = b' ';
    for &byte in bytes {
        match byte {
            b'0'..=b'9' => {
                *digits.get_mut(length)? = byte;
                length += 1;
            }
            b' ' | b'-' if before.is_ascii_digit() => {}
            _ => return None,
        }
        before = byte;
    }
    (length >= 14 && before.is_ascii_digit()).then_some((digits, length))
}

/// True when the bytes are the number of a payment card of a known scheme: its first digits and its length fit, and so does
/// the check digit (Luhn, ISO/IEC 7812-1, annex B).
///
/// Known are Visa, Mastercard, American Express, Diners Club, JCB and UnionPay, by the ranges that the schemes publish. The
/// old Visa numbers of 13 digits are left out: barcodes of goods look like them. Of numbers in such a range one in ten passes,
/// and payment references (KID) keep the same check digit.
#[must_use]
pub fn payment_card(bytes: &[u8]) -> bool {
    let Some((digits, length)) = card_digits(bytes) else { return false };
    let first = digits[..4].iter().fold(0_u32, |number, digit| number * 10 + u32::from(digit - b'0'));
    let known = matches!(
        (first, length),
        (4000..=4999, 16 | 19)
            | (2221..=2720 | 5100..=5599 | 3528..=3589, 16)
            | (3400..=3499 | 3700..=3799, 15)
            | (3000..=3059 | 3600..=3699 | 3800..=3999, 14)
            | (6200..=6299, 16..=19)
    );
    known && luhn(&digits[..length])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    // Numbers that the schemes and payment services publish for tests; no account is behind them.
    #[test]
    fn test_cards_are_known() {
        let cards = [
            "4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "5555555555554444", "2223003122003222",
            "378282246310005", "3782 822463 10005", "30569309025904", "3530111333300000", "6200000000000005",
        ];
        for card in cards {
            assert!(payment_card(card.as_bytes()), "{card}");
        }
    }

    #[test]
    fn other_numbers_are_not() {
        let others = [
            "4111111111111112", "4111  1111 1111 1111", "4111111111111111 ", " 4111111111111111", "4222222222222",
            "20230101123000", "86011117947", "1111111111111117", "0000000000000000", "4111.1111.1111.1111", "",
        ];
        for other in others {
            assert!(!payment_card(other.as_bytes()), "{other}");
        }
    }

    proptest! {
        #[test]
        fn a_changed_digit_is_seen(account in 0_u64..100_000_000_000, at in 6_usize..16, by in 1_u8..10) {
            let number = (0..10).map(|check| format!("4111{account:011}{check}")).find(|n| payment_card(n.as_bytes())).unwrap();
            let mut changed = number.into_bytes();
            changed[at] = b'0' + (changed[at] - b'0' + by) % 10;
            prop_assert!(!payment_card(&changed));
        }

        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..30)) {
            let _ = payment_card(&bytes);
        }
    }
}
