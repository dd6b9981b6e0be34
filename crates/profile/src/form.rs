//! Which cells keep the form of an account, a card, a digest or an address.

use munilint_detect::account::{account_digits, account_number};
use munilint_detect::iban::iban;
use munilint_detect::identity::{identity_number, with_lost_zero};
use munilint_detect::network_address::{ip_address, mac_address};
use munilint_detect::payment_card::payment_card;
use munilint_model::{Form, Shape};

/// From this length on a cell may have a form.
const SHORTEST: usize = 7;

/// The form of a cell. Length, shape and the first bytes rule out nearly all cells before anything is worked out.
#[inline]
pub(crate) fn form(bytes: &[u8], shape: Shape) -> Option<Form> {
    if bytes.len() < SHORTEST {
        return None;
    }
    match shape {
        Shape::Integer if bytes.len() >= 10 => of_digits(bytes),
        Shape::Text | Shape::GroupedInteger | Shape::GroupedPoint | Shape::GroupedComma if may_begin(bytes) => {
            of_text(bytes)
        }
        _ => None,
    }
}

/// True when the first bytes are digits, hexadecimal ones included, or two capitals and a digit.
#[inline]
fn may_begin(bytes: &[u8]) -> bool {
    bytes[0].is_ascii_hexdigit() || bytes[2].is_ascii_digit()
}

// Seldom asked for: kept out of the loop over cells.
#[inline(never)]
fn of_digits(bytes: &[u8]) -> Option<Form> {
    match bytes.len() {
        10 if with_lost_zero(bytes).is_some() => Some(Form::LostZero),
        10 if bytes.iter().all(u8::is_ascii_digit) => Some(Form::TenDigits),
        11 => (account_number(bytes) && identity_number(bytes).is_none()).then_some(Form::Account),
        14..=19 => payment_card(bytes).then_some(Form::PaymentCard),
        _ => None,
    }
}

#[inline(never)]
fn of_text(bytes: &[u8]) -> Option<Form> {
    let fits = |form: Form, fits: bool| fits.then_some(form);
    match bytes {
        [b'A'..=b'Z', b'A'..=b'Z', b'0'..=b'9', ..] if iban(bytes) => Some(Form::Iban),
        [b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F', ..] if matches!(bytes.len(), 32 | 40 | 64 | 128) => {
            fits(Form::Digest, bytes.iter().all(u8::is_ascii_hexdigit))
        }
        [b'0'..=b'9', _, _, _, b' ' | b'-', ..] if matches!(bytes.len(), 16..=23) => {
            fits(Form::PaymentCard, payment_card(bytes))
        }
        [b'0'..=b'9', _, _, _, b'.' | b' ', ..] if bytes.len() == 13 => {
            let is_account = |digits: [u8; 11]| account_number(&digits) && identity_number(&digits).is_none();
            fits(Form::Account, account_digits(bytes).is_some_and(is_account))
        }
        _ if bytes[..5].contains(&b':') || (bytes.len() <= 15 && bytes[..4].contains(&b'.')) => {
            fits(Form::NetworkAddress, ip_address(bytes) || mac_address(bytes))
        }
        _ if (bytes.len() == 17 && bytes[2] == b'-') || (bytes.len() == 14 && bytes[4] == b'.') => {
            fits(Form::NetworkAddress, mac_address(bytes))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told() {
        let of = |text: &str| form(text.as_bytes(), crate::shape::shape_of(text.as_bytes(), true));
        assert_eq!(of("5840399895"), Some(Form::LostZero));
        assert_eq!(of("4722334455"), Some(Form::TenDigits));
        assert_eq!(of("86011117947"), Some(Form::Account));
        assert_eq!(of("8601.11.17947"), Some(Form::Account));
        assert_eq!(of("10915596784"), None);
        assert_eq!(of("NO93 8601 1117 947"), Some(Form::Iban));
        assert_eq!(of("4111111111111111"), Some(Form::PaymentCard));
        assert_eq!(of("4111 1111 1111 1111"), Some(Form::PaymentCard));
        assert_eq!(of("d41d8cd98f00b204e9800998ecf8427e"), Some(Form::Digest));
        for address in ["192.0.2.17", "203.100.113.200", "2001:db8::1:2", "00:00:5E:00:53:af", "0000.5e00.53af"] {
            assert_eq!(of(address), Some(Form::NetworkAddress), "{address}");
        }
        for other in ["", "123456", "2023-01-01 12:30", "Storgata 12, 0155 Oslo", "20230101123000"] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
