//! Which cells keep the form of a number, an address or a digest that may name somebody.

use munilint_detect::account::{account_digits, account_number};
use munilint_detect::date::{Reading, compact, compact_day_first};
use munilint_detect::duf::duf_number;
use munilint_detect::dwelling::dwelling_number;
use munilint_detect::iban::iban;
use munilint_detect::identity::{identity_number, with_lost_zero};
use munilint_detect::licence_plate::{is_licence_plate, is_short_plate};
use munilint_detect::network_address::{ip_address, mac_address};
use munilint_detect::payment_card::payment_card;
use munilint_detect::phone::{Phone, phone};
use munilint_detect::street_address::street_address;
use munilint_detect::swedish_number::swedish_number;
use munilint_model::{Form, Shape};

/// From this length on a cell may have a form; a dwelling's number is as long.
const SHORTEST: usize = 5;

/// A longer text is no address of a house.
const LONGEST_ADDRESS: usize = 64;

/// The form of a cell. Length, shape and the first bytes rule out nearly all cells before anything is worked out.
#[inline]
pub(crate) fn form(bytes: &[u8], shape: Shape) -> Option<Form> {
    if bytes.len() < SHORTEST {
        return None;
    }
    match shape {
        Shape::Integer if bytes.len() >= 8 => of_digits(bytes),
        Shape::Text if begins_with_letter(bytes) => of_words(bytes),
        Shape::Text if bytes.len() >= 7 => of_marked_digits(bytes),
        // Groups of three digits with dots between them may be parts of an address.
        Shape::GroupedInteger | Shape::GroupedPoint | Shape::GroupedComma if bytes.len() >= 7 => address(bytes),
        _ => None,
    }
}

/// True for a letter, of which a byte above 127 is a part.
#[inline]
fn begins_with_letter(bytes: &[u8]) -> bool {
    bytes[0].is_ascii_alphabetic() || bytes[0] > 127
}

// Seldom asked for: kept out of the loop over cells.
#[inline(never)]
fn of_digits(bytes: &[u8]) -> Option<Form> {
    match bytes.len() {
        8 => of_eight(bytes),
        10 if with_lost_zero(bytes).is_some() => Some(Form::LostZero),
        10 if swedish_number(bytes) => Some(Form::Swedish),
        10 if bytes.iter().all(u8::is_ascii_digit) => Some(Form::TenDigits),
        11 if bytes[0] == b'+' => mobile(bytes),
        11 => (account_number(bytes) && identity_number(bytes).is_none()).then_some(Form::Account),
        12 if bytes.starts_with(b"0047") => mobile(bytes),
        12 if duf_number(bytes) => Some(Form::Duf),
        12 => swedish_number(bytes).then_some(Form::Swedish),
        14..=19 => payment_card(bytes).then_some(Form::PaymentCard),
        _ => None,
    }
}

fn of_eight(bytes: &[u8]) -> Option<Form> {
    match bytes[0] {
        b'0'..=b'3' => is_compact_date(bytes).then_some(Form::CompactDate),
        b'4' | b'5' | b'9' => mobile(bytes),
        _ => None,
    }
}

/// True for `ddmmyyyy` or `yyyymmdd` from 1900 to 2099.
fn is_compact_date(bytes: &[u8]) -> bool {
    let is_day = |reading| matches!(reading, Some(Reading::Calendar(day)) if (1900..2100).contains(&day.year));
    is_day(compact_day_first(bytes)) || is_day(compact(bytes))
}

fn mobile(bytes: &[u8]) -> Option<Form> {
    match phone(bytes)? {
        (Phone::Mobile, true) => Some(Form::MobileSetApart),
        (Phone::Mobile, false) => Some(Form::MobileDigits),
        (Phone::Landline, _) => None,
    }
}

/// What begins with a letter.
#[inline]
fn of_words(bytes: &[u8]) -> Option<Form> {
    // Names and other words have no digit, and texts are longer.
    let is_code = bytes[1..5].iter().any(|byte| matches!(byte, b'0'..=b'9' | b':' | b'.' | b'-'));
    if is_code && let Some(form) = of_code(bytes) {
        return Some(form);
    }
    if matches!(bytes.len(), 32 | 40 | 64 | 128) && bytes.iter().all(u8::is_ascii_hexdigit) {
        return Some(Form::Digest);
    }
    (may_be_address(bytes) && street_address(bytes)).then_some(Form::StreetAddress)
}

/// True for a short text with a digit that is no sentence. All bytes are looked at, many at a time, which is faster than to
/// stop at the first digit.
#[inline]
fn may_be_address(bytes: &[u8]) -> bool {
    bytes.len() <= LONGEST_ADDRESS
        && bytes.last() != Some(&b'.')
        && bytes.iter().fold(false, |found, byte| found | byte.is_ascii_digit())
}

/// What begins with a letter and has a digit or sign soon behind it.
#[inline(never)]
fn of_code(bytes: &[u8]) -> Option<Form> {
    match bytes {
        [b'H' | b'U' | b'L' | b'K', ..] if dwelling_number(bytes) => Some(Form::Dwelling),
        [b'A'..=b'Z', b'A'..=b'Z', ..] if matches!(bytes.len(), 7 | 8) && is_licence_plate(bytes) => {
            Some(Form::LicencePlate)
        }
        [b'A'..=b'Z', b'A'..=b'Z', ..] if matches!(bytes.len(), 6 | 7) && is_short_plate(bytes) => {
            Some(Form::ShortPlate)
        }
        [b'A'..=b'Z', b'A'..=b'Z', b'0'..=b'9', ..] if iban(bytes) => Some(Form::Iban),
        [b'a'..=b'f' | b'A'..=b'F', ..] => address(bytes),
        _ => None,
    }
}

/// Digits with other signs among them, or a sign in front.
#[inline(never)]
fn of_marked_digits(bytes: &[u8]) -> Option<Form> {
    let fits = |form: Form, fits: bool| fits.then_some(form);
    match bytes {
        [b'+' | b'(', ..] if bytes.len() <= 20 => mobile(bytes),
        [b'0'..=b'9', ..] if matches!(bytes.len(), 32 | 40 | 64 | 128) => {
            fits(Form::Digest, bytes.iter().all(u8::is_ascii_hexdigit))
        }
        [b'0'..=b'9', _, _, _, b' ' | b'-', ..] if matches!(bytes.len(), 16..=23) => {
            fits(Form::PaymentCard, payment_card(bytes))
        }
        [b'0'..=b'9', _, _, _, b'.' | b' ', ..] if bytes.len() == 13 => {
            let is_account = |digits: [u8; 11]| account_number(&digits) && identity_number(&digits).is_none();
            fits(Form::Account, account_digits(bytes).is_some_and(is_account)).or_else(|| address(bytes))
        }
        [b'0'..=b'9', .., b'-' | b'+', _, _, _, _] if matches!(bytes.len(), 11 | 13) && swedish_number(bytes) => {
            Some(Form::Swedish)
        }
        [b'0' | b'4' | b'5' | b'9', _, b' ' | b'.' | b'-' | b'0'..=b'9', ..] if bytes.len() <= 18 => {
            mobile(bytes).or_else(|| address(bytes))
        }
        [b'0'..=b'9', ..] => address(bytes),
        _ => None,
    }
}

/// An address of a machine, of seven bytes or more, told by where its signs stand before it is read.
fn address(bytes: &[u8]) -> Option<Form> {
    if bytes.len() < 7 {
        return None;
    }
    let may_be_ip = bytes[..5].contains(&b':') || (bytes.len() <= 15 && bytes[..4].contains(&b'.'));
    let may_be_mac = (bytes.len() == 17 && bytes[2] == b'-') || (bytes.len() == 14 && bytes[4] == b'.');
    let is_address = (may_be_ip && ip_address(bytes)) || ((may_be_ip || may_be_mac) && mac_address(bytes));
    is_address.then_some(Form::NetworkAddress)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
        for address in [
            "192.0.2.17", "1.1.1.1", "203.100.113.200", "ab-cd-ef-00-53-af", "abcd.5e00.53af", "2001:db8::1:2",
            "00:00:5E:00:53:af", "0000.5e00.53af",
        ] {
            assert_eq!(of(address), Some(Form::NetworkAddress), "{address}");
        }
        for (text, form) in [
            ("201017238203", Form::Duf),
            ("900101-9802", Form::Swedish),
            ("9001019802", Form::Swedish),
            ("189001019802", Form::Swedish),
            ("400 00 000", Form::MobileSetApart),
            ("40 00 00 00", Form::MobileSetApart),
            ("+4740000000", Form::MobileSetApart),
            ("+47 400 00 000", Form::MobileSetApart),
            ("004740000000", Form::MobileSetApart),
            ("40000000", Form::MobileDigits),
            ("31121990", Form::CompactDate),
            ("19901231", Form::CompactDate),
            ("AB12345", Form::LicencePlate),
            ("EL 12345", Form::LicencePlate),
            ("AB1234", Form::ShortPlate),
            ("EL 1234", Form::ShortPlate),
            ("Storgata 12", Form::StreetAddress),
            ("Øvre gate 3B, 0155 Oslo", Form::StreetAddress),
            ("Bakken 7", Form::StreetAddress),
            ("H0101", Form::Dwelling),
        ] {
            assert_eq!(of(text), Some(form), "{text}");
        }
        for other in [
            "", "123456", "22 00 00 00", "31131990", "Bakkenteigen", "Oslo 0155", "40 000 000", "Hei, 12",
            "Vi var 12 i dag.", "2023-01-01 12:30", "20230101123000",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(prop_oneof![any::<u8>(), Just(b'1'), Just(b' '), Just(b'A')], 0..40)) {
            for shape in Shape::ALL {
                let _ = form(&bytes, shape);
            }
        }
    }
}
