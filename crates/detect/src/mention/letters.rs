//! Numbers that begin with two letters: international bank accounts, licence plates.

use super::Mention;
use super::context::Before;
use crate::iban::iban;
use crate::licence_plate::{is_licence_plate, is_short_plate};
use std::ops::Range;

/// Words before a plate that is written otherwise than on the car.
const VEHICLE: [&str; 11] = [
    "bil", "tjenestebil", "reg", "kjøretøy", "kjoretoy", "skilt", "kjennemerke", "moped", "parker", "vehicle",
    "motorsykkel",
];

/// What begins with two letters before the digit at `start`.
pub(super) fn behind(text: &str, start: usize) -> Option<(Mention, Range<usize>)> {
    let bytes = text.as_bytes();
    let spaced = start >= 1 && bytes[start - 1] == b' ';
    let end = if spaced { start - 1 } else { start };
    let from = end.checked_sub(2)?;
    let is_upper = bytes[from..end].iter().all(u8::is_ascii_uppercase);
    let letters = bytes[from..end].iter().all(u8::is_ascii_alphabetic);
    let before = text.get(..from)?.chars().next_back();
    let begins = before.is_none_or(|c| !c.is_alphanumeric());
    if !letters || !begins {
        return None;
    }
    if !spaced {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b' ';
        let most = bytes[from..].iter().take(42).take_while(|byte| is_part(byte)).count();
        // Behind the number the text may go on with words.
        let upper = text.get(from..from + most)?.to_ascii_uppercase();
        let found = (15..=most).rev().find(|&length| {
            let account = &upper.as_bytes()[..length];
            // Words in capitals behind a number pass by chance.
            let digits = account.iter().filter(|byte| byte.is_ascii_digit()).count();
            let is_written_so = upper.starts_with("NO") || text[from..from + length] == upper[..length];
            is_written_so && digits * 5 >= length * 3 && iban(account)
        });
        if let Some(length) = found {
            return Some((Mention::Iban, from..from + length));
        }
    }
    let digits = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let ends = bytes.get(start + digits).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let plate = text.get(from..start + digits).filter(|_| ends && digits <= 5)?.to_ascii_uppercase();
    // Motorcycles and trailers have four digits.
    let is_short = is_short_plate(plate.as_bytes());
    let is_plate = is_short || is_licence_plate(plate.as_bytes());
    let is_plain = is_upper && !spaced && !is_short;
    (is_plate && (is_plain || Before::of(text, from).says(&VEHICLE)))
        .then_some((Mention::LicencePlate, from..start + digits))
}
