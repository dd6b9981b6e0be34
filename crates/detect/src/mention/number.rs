//! Numbers of persons in a text, by how their digits are grouped and what stands before them.

use super::Mention;
use super::context::Before;
use super::street;
use crate::account::{account_digits, account_number};
use crate::date::date;
use crate::duf::duf_number;
use crate::group::{group_at, group_span};
use crate::iban::iban;
use crate::identity::{identity_number_2032, kostra_substitute};
use crate::licence_plate::is_licence_plate;
use crate::network_address::{ip_address, mac_address};
use crate::payment_card::payment_card;
use crate::phone::phone;
use std::ops::Range;

/// Words before a telephone number.
const TELEPHONE: [&str; 10] =
    ["tlf", "tlf.", "telefon", "mob", "mobil", "ring", "sms", "telefax", "phone", "kontaktnr"];
/// Words before a bank account number.
const ACCOUNT: [&str; 5] = ["konto", "kto", "bankkonto", "account", "knr"];
/// Words before a day of birth.
const BORN: [&str; 9] = ["født", "f.", "fødd", "fdt", "fødselsdato", "fødselsdag", "f.dato", "born", "fdato"];
/// Words before a DUF number.
const DUF: [&str; 1] = ["duf"];
/// Words before the address of a machine.
const ADDRESS: [&str; 4] = ["ip", "adresse", "address", "host"];
/// Words before a plate that is written in two.
const VEHICLE: [&str; 9] = ["bil", "reg", "regnr", "kjøretøy", "skilt", "kjennemerke", "moped", "parker", "vehicle"];
/// Words before the number of a property.
const PROPERTY: [&str; 6] = ["gnr", "gbnr", "g.nr", "matrikkel", "eiendom", "gårdsnr"];

/// Most groups of digits that make one number.
const MOST_GROUPS: usize = 6;

/// Groups of digits set apart by one character each.
#[derive(Clone, Copy)]
struct Groups {
    /// Lengths; those behind the last group are 0.
    lengths: [usize; MOST_GROUPS],
    /// Ends, in bytes of the text.
    ends: [usize; MOST_GROUPS],
    count: usize,
    /// The character between the first two; `' '` for every blank, no-break ones included.
    joint: char,
}

/// Hands over every number of a person in a text.
pub(super) fn numbers(text: &str, found: &mut impl FnMut(Mention, Range<usize>)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(skipped) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + skipped;
        at = number_at(text, start, found).max(start + 1);
        // On to the end of the group.
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    }
    colons(text, found);
}

/// Judges what begins with the digit at `start`; gives where to go on.
fn number_at(text: &str, start: usize, found: &mut impl FnMut(Mention, Range<usize>)) -> usize {
    let bytes = text.as_bytes();
    if let Some((kind, range)) = behind_letters(text, start) {
        let end = range.end;
        found(kind, range);
        return end;
    }
    let groups = Groups::at(text, start);
    if let Some(range) = street::house(text, start, groups.ends[0]) {
        let end = range.end;
        found(Mention::Address, range);
        return end;
    }
    let last = (0..groups.count).find_map(|group| {
        let span = group_span(bytes, groups.ends[group] - 1)?;
        (span.start == start).then_some(span)
    });
    if let Some(span) = last
        && let Some(digits) = group_at(bytes, span.end - 1)
    {
        let is_identity = identity_number_2032(&digits).is_some() || kostra_substitute(&digits);
        let before = Before::of(text, start);
        if before.says(&ACCOUNT) && account_number(&digits) {
            found(Mention::Account, span.clone());
        } else if is_identity {
            found(Mention::IdentityNumber, span.clone());
        }
        return span.end;
    }
    match judge(text, start, &groups) {
        Some((kind, range)) => {
            let end = range.end;
            found(kind, range);
            end
        }
        None => groups.ends[0],
    }
}

fn judge(text: &str, start: usize, groups: &Groups) -> Option<(Mention, Range<usize>)> {
    let before = Before::of(text, start);
    let upto = |group: usize| start..groups.ends[group - 1];
    let fits = |group: usize, is: &dyn Fn(&[u8]) -> bool| groups.ends_at(group) && is(&text.as_bytes()[upto(group)]);
    let lengths = &groups.lengths;
    // The country code, with its sign or its zeros.
    let plus = start.checked_sub(1).filter(|&at| text.as_bytes()[at] == b'+' && lengths[0] >= 2);
    let coded = match lengths {
        [4, 8, ..] | [2, 8, ..] => 2,
        [12 | 10, ..] => 1,
        [4, 3, 2, 3, ..] | [2, 3, 2, 3, ..] => 4,
        [4, 2, 2, 2, 2, ..] | [2, 2, 2, 2, 2, ..] => 5,
        _ => 0,
    };
    let zeros = text[start..].starts_with("0047");
    if coded > 0 && (plus.is_some_and(|_| text[start..].starts_with("47")) || zeros) {
        let whole = plus.unwrap_or(start)..groups.ends[coded - 1];
        if groups.ends_at(coded) && phone(&text.as_bytes()[whole.clone()]).is_some() {
            return Some((Mention::Telephone, whole));
        }
    }
    let is_phone = |bytes: &[u8]| phone(bytes).is_some();
    match lengths {
        [8, ..] if fits(1, &is_phone) && before.says(&TELEPHONE) => Some((Mention::Telephone, upto(1))),
        [3, 2, 3, ..] if groups.joint == ' ' && fits(3, &is_phone) => Some((Mention::Telephone, upto(3))),
        [2, 2, 2, 2, ..] if groups.joint == ' ' && fits(4, &is_phone) => Some((Mention::Telephone, upto(4))),
        [4, 4, 4, 4, ..] if fits(4, &payment_card) => Some((Mention::PaymentCard, upto(4))),
        [4, 6, 5 | 4, ..] if fits(3, &payment_card) => Some((Mention::PaymentCard, upto(3))),
        [14..=19, ..] if fits(1, &payment_card) && !before.says(&["kid", "faktura", "ref"]) => {
            Some((Mention::PaymentCard, upto(1)))
        }
        [4, 2, 5, ..] if fits(3, &|bytes| account_digits(bytes).is_some_and(|digits| account_number(&digits))) => {
            Some((Mention::Account, upto(3)))
        }
        [12, ..] if fits(1, &duf_number) && before.says(&DUF) => Some((Mention::DufNumber, upto(1))),
        [1 | 2, 1 | 2, 2 | 4, ..] if before.says(&BORN) && groups.ends_at(3) && is_day(&text[upto(3)]) => {
            Some((Mention::BirthDate, upto(3)))
        }
        [4, 2, 2, ..] if before.says(&BORN) && fits(3, &|bytes| date(bytes).is_some()) => {
            Some((Mention::BirthDate, upto(3)))
        }
        [6, ..] if before.says(&BORN) && groups.ends_at(1) && is_six_digit_day(&text[upto(1)]) => {
            Some((Mention::BirthDate, upto(1)))
        }
        [1..=3, 1..=3, 1..=3, 1..=3, ..] if groups.joint == '.' && fits(4, &ip_address) => {
            let is_named = before.says(&ADDRESS) || lengths[..4].iter().filter(|&&length| length == 3).count() >= 2;
            is_named.then(|| (Mention::NetworkAddress, upto(4)))
        }
        [1..=5, ..] if before.says(&PROPERTY) => property(text, start, groups),
        _ => None,
    }
}

/// `12.3.85`, `12.03.1985`, `12/3-85`.
fn is_day(text: &str) -> bool {
    let mut parts = text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse::<u32>().ok());
    let (Some(day), Some(month), Some(year)) = (parts.next(), parts.next(), parts.next()) else { return false };
    let year = if year < 100 { 2000 + year } else { year };
    (1850..2100).contains(&year) && crate::date::is_date(year.cast_signed(), month, day)
}

/// `120385`.
fn is_six_digit_day(text: &str) -> bool {
    let part = |at: usize| text.get(at..at + 2).and_then(|pair| pair.parse::<u32>().ok());
    let (Some(day), Some(month), Some(year)) = (part(0), part(2), part(4)) else { return false };
    crate::date::is_date((2000 + year).cast_signed(), month, day)
}

/// The number of a property: `208 bnr. 37`, `208/37`, `0301-208/37`, behind a word that says so.
fn property(text: &str, start: usize, groups: &Groups) -> Option<(Mention, Range<usize>)> {
    if groups.count >= 2 && (groups.joint == '/' || (groups.lengths[0] == 4 && groups.joint == '-')) {
        return Some((Mention::Property, start..groups.ends[groups.count - 1]));
    }
    let rest = text[groups.ends[0]..].trim_start_matches([' ', ',', '.', '/']);
    let rest = rest.strip_prefix("bnr").or_else(|| rest.strip_prefix("Bnr")).or_else(|| rest.strip_prefix("b.nr"))?;
    let rest = rest.trim_start_matches(['.', ' ', ':']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then(|| (Mention::Property, start..text.len() - rest.len() + digits))
}

/// What begins with letters before the digit at `start`: an account of an international bank, a licence plate.
fn behind_letters(text: &str, start: usize) -> Option<(Mention, Range<usize>)> {
    let bytes = text.as_bytes();
    let spaced = start >= 1 && bytes[start - 1] == b' ';
    let end = if spaced { start - 1 } else { start };
    let from = end.checked_sub(2)?;
    let letters = bytes[from..end].iter().all(u8::is_ascii_uppercase);
    let begins = from == 0 || !(bytes[from - 1].is_ascii_alphanumeric() || bytes[from - 1] >= 0x80);
    if !letters || !begins {
        return None;
    }
    if !spaced {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b' ';
        let most = bytes[from..].iter().take(42).take_while(|byte| is_part(byte)).count();
        // Behind the number the text may go on with words.
        let found = (15..=most).rev().find(|&length| iban(&bytes[from..from + length]));
        if let Some(length) = found {
            return Some((Mention::Iban, from..from + length));
        }
    }
    let digits = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let ends = bytes.get(start + digits).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let is_plate = ends && is_licence_plate(&bytes[from..start + digits]);
    let is_meant = !spaced || Before::of(text, from).says(&VEHICLE);
    (is_plate && is_meant).then_some((Mention::LicencePlate, from..start + digits))
}

/// Addresses of machines that are written with colons.
fn colons(text: &str, found: &mut impl FnMut(Mention, Range<usize>)) {
    let is_part = |byte: &u8| byte.is_ascii_hexdigit() || *byte == b':';
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(colon) = bytes[at..].iter().position(|&byte| byte == b':').map(|skipped| at + skipped) {
        let start = colon - bytes[at..colon].iter().rev().take_while(|byte| is_part(byte)).count();
        let end = colon + bytes[colon..].iter().take_while(|byte| is_part(byte)).count();
        let begins = start == 0 || !bytes[start - 1].is_ascii_alphanumeric();
        let ends = bytes.get(end).is_none_or(|byte| !byte.is_ascii_alphanumeric());
        let address = &bytes[start..end];
        let is_address = mac_address(address) || (address.len() >= 9 && ip_address(address));
        if begins && ends && is_address {
            found(Mention::NetworkAddress, start..end);
        }
        at = end;
    }
}

impl Groups {
    fn at(text: &str, start: usize) -> Groups {
        let bytes = text.as_bytes();
        let mut groups = Groups { lengths: [0; MOST_GROUPS], ends: [start; MOST_GROUPS], count: 0, joint: ' ' };
        let mut at = start;
        while groups.count < MOST_GROUPS {
            let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            if length == 0 {
                break;
            }
            at += length;
            groups.lengths[groups.count] = length;
            groups.ends[groups.count] = at;
            groups.count += 1;
            let Some((joint, width)) = joint(&text[at..]) else { break };
            if groups.count == 1 {
                groups.joint = joint;
            }
            at += width;
        }
        groups
    }

    /// True when nothing ties the group to more digits, so that the first `count` groups are a whole.
    fn ends_at(&self, count: usize) -> bool {
        // Two numbers beside each other are set apart by a blank, too: `400 00 000 10`.
        self.count == count || (self.count > count && self.joint == ' ')
    }
}

/// The character between two groups of digits, and its length.
fn joint(rest: &str) -> Option<(char, usize)> {
    let c = rest.chars().next()?;
    let is_joint = matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '/');
    let joint = if matches!(c, '\u{a0}' | '\u{202f}') { ' ' } else { c };
    let width = c.len_utf8();
    (is_joint && rest.as_bytes().get(width).is_some_and(u8::is_ascii_digit)).then_some((joint, width))
}
