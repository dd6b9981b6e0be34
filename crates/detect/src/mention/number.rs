//! Numbers of persons in a text, by how their digits are grouped and what stands before them.

use super::Mention;
use super::context::Before;
use super::glance::first_digit;
use super::{letters, property, street};
use crate::account::{account_digits, account_number};
use crate::date::date;
use crate::duf::duf_number;
use crate::group::{group_at, group_span};
use crate::identity::{ControlRule, IdentityNumber, identity_number_2032, kostra_substitute};
use crate::network_address::ip_address;
use crate::payment_card::payment_card;
use crate::phone::phone;
use std::cell::LazyCell;
use std::ops::Range;

/// Words before a telephone number.
const TELEPHONE: [&str; 11] =
    ["tlf", "telefon", "mob", "ring", "oppring", "sms", "phone", "kontaktnr", "kontaktinfo", "vipps", "foresatt"];
/// Words that say so themselves.
const TELEPHONE_WORDS: [&str; 5] = ["tlf", "telefon", "mob", "sms", "phone"];
/// Words before a bank account number.
const ACCOUNT: [&str; 10] =
    ["konto", "kto", "bank", "account", "utbetal", "refusjon", "honorar", "innbetal", "overfør", "tilbakebetal"];
/// Words directly before an account to which or from which something is paid, or that is put right.
const PAID: [&str; 6] = ["til", "fra", "frå", "på", "være", "vere"];
/// Words directly before eleven digits that are no account though an account is spoken of.
const NO_ACCOUNT: [&str; 8] = ["kid", "buntnummer", "filnummer", "fil", "bestilling", "ordre", "sak", "ref"];
/// Words directly before a mobile number.
const CALLED: [&str; 6] = ["på", "pa", "prøvd", "prøvde", "kontakt", "nr"];
/// Words before the address of a machine that could be the number of a version.
const MACHINE: [&str; 8] = ["ip", "adresse", "nett", "klient", "skriver", "maskin", "host", "from"];
/// Words before an identity number.
const IDENTITY: [&str; 10] =
    ["fnr", "fødsels", "fodsels", "person", "pnr", "p.nr", "d-n", "dnr", "hjelpenummer", "født"];
/// Words before a day of birth.
const BORN: [&str; 9] = ["født", "fodt", "fødd", "fodd", "fdt", "fødsels", "fodsels", "born", "fdato"];
/// How near they stand, in bytes.
const NEAR: usize = 22;
/// Words before a DUF number.
const DUF: [&str; 1] = ["duf"];
/// Words before a reference that keeps the check digit of a card.
const REFERENCE: [&str; 4] = ["kid", "faktura", "ref.", "referanse"];
/// Words before the number of a card.
const CARD: [&str; 2] = ["kort", "bankkort"];
/// Words before a number of a version or a clause that is written as an address is.
const VERSION: [&str; 9] = ["versjon", "version", "ver", "v", "kap", "punkt", "pkt", "build", "firmware"];

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
    while let Some(skipped) = first_digit(&bytes[at..]) {
        let start = at + skipped;
        at = number_at(text, start, found).max(start + 1);
        // On to the end of the group.
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    }
}

/// Judges what begins with the digit at `start`; gives where to go on.
fn number_at(text: &str, start: usize, found: &mut impl FnMut(Mention, Range<usize>)) -> usize {
    let bytes = text.as_bytes();
    if let Some((kind, range)) = letters::behind(text, start) {
        let end = range.end;
        found(kind, range);
        return end;
    }
    let groups = Groups::at(text, start);
    let last = (0..groups.count).find_map(|group| {
        let span = group_span(bytes, groups.ends[group] - 1)?;
        (span.start == start).then_some(span)
    });
    if let Some(span) = last
        && let Some(digits) = group_at(bytes, span.end - 1)
    {
        if let Some(kind) = eleven(&digits, &Before::of(text, start)) {
            found(kind, span.clone());
        }
        return span.end;
    }
    match judge(text, start, &groups) {
        Some((kind, range)) => {
            let end = range.end;
            found(kind, range);
            end
        }
        None => match street::house(text, start, groups.ends[0]) {
            Some(range) => {
                let end = range.end;
                found(Mention::Address, range);
                end
            }
            // A day that is nobody's birth is no other number either.
            None if matches!(groups.lengths, [1 | 2, 1 | 2, 4, 0, ..]) => groups.ends[2],
            None => groups.ends[0],
        },
    }
}

/// What eleven digits are. Nothing but the words before them tells a number that chance makes easily.
fn eleven(digits: &[u8; 11], before: &Before) -> Option<Mention> {
    let identity = identity_number_2032(digits);
    let is_sure = identity.is_some_and(is_sure);
    let is_account = account_number(digits);
    let is_named = before.says(&IDENTITY);
    if is_account && before.says(&ACCOUNT) && !is_named && !before.ends_in(&NO_ACCOUNT) {
        Some(Mention::Account)
    } else if is_named && identity.is_some() {
        Some(Mention::NamedIdentityNumber)
    } else if is_sure || (is_named && kostra_substitute(digits)) {
        Some(Mention::IdentityNumber)
    } else {
        (is_account && before.ends_in(&PAID)).then_some(Mention::Account)
    }
}

fn is_sure(number: IdentityNumber) -> bool {
    number.has_date() && number.rule == ControlRule::Today
}

/// The first digits of a text, whatever stands between them.
fn joined<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut digits = text.bytes().filter(u8::is_ascii_digit);
    let mut joined = [0; N];
    for digit in &mut joined {
        *digit = digits.next()?;
    }
    Some(joined)
}

fn judge(text: &str, start: usize, groups: &Groups) -> Option<(Mention, Range<usize>)> {
    let before = LazyCell::new(|| Before::of(text, start));
    let is_born = || before.says_near(&BORN, NEAR) || before.ends_in(&["f"]);
    let upto = |group: usize| start..groups.ends[group - 1];
    let fits = |group: usize, is: &dyn Fn(&[u8]) -> bool| groups.ends_at(group) && is(&text.as_bytes()[upto(group)]);
    let lengths = &groups.lengths;
    // What is called a telephone number is one, in the plan or not.
    let is_called_so = || before.says_near(&TELEPHONE_WORDS, NEAR);
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
        if groups.ends_at(coded) && (phone(&text.as_bytes()[whole.clone()]).is_some() || is_called_so()) {
            return Some((Mention::Telephone, whole));
        }
    }
    if let Some(plus) = plus.filter(|_| !text[start..].starts_with("47"))
        && (8..=15).contains(&lengths.iter().sum::<usize>())
    {
        return Some((Mention::Telephone, plus..groups.ends[groups.count - 1]));
    }
    let is_phone = |bytes: &[u8]| phone(bytes).is_some() || (is_called_so() && text.as_bytes()[start] >= b'2');
    // With dots and hyphens it could be the address of a machine.
    let is_apart = || groups.joint == ' ' || (groups.joint != '/' && before.says(&TELEPHONE));
    match lengths {
        [8, ..] if fits(1, &is_phone) && (before.says(&TELEPHONE) || is_called(text, start, &before)) => {
            Some((Mention::Telephone, upto(1)))
        }
        [2, 2, 2, 5, ..] if groups.joint == ' ' && is_in_pairs(&text[upto(4)]) => {
            Some((Mention::NamedIdentityNumber, upto(4)))
        }
        [3, 2, 3, ..] if is_apart() && fits(3, &is_phone) => Some((Mention::Telephone, upto(3))),
        [2, 2, 2, 2, ..] if is_apart() && fits(4, &is_phone) => Some((Mention::Telephone, upto(4))),
        [4, 4, 4, 4, ..] if fits(4, &payment_card) => Some((Mention::PaymentCard, upto(4))),
        [4, 6, 5 | 4, ..] if fits(3, &payment_card) => Some((Mention::PaymentCard, upto(3))),
        [14..=19, ..] if fits(1, &payment_card) && (before.says(&CARD) || !before.says(&REFERENCE)) => {
            Some((Mention::PaymentCard, upto(1)))
        }
        [4, 2, 5, ..] if fits(3, &|bytes| account_digits(bytes).is_some_and(|digits| account_number(&digits))) => {
            Some((Mention::Account, upto(3)))
        }
        [4, 6, 2, ..] if before.says(&DUF) && fits(3, &|bytes| is_duf_in_groups(bytes)) => {
            Some((Mention::DufNumber, upto(3)))
        }
        [12, ..] if fits(1, &duf_number) && before.says(&DUF) => Some((Mention::DufNumber, upto(1))),
        [1 | 2, 1 | 2, 2 | 4, ..] if is_born() && groups.ends_at(3) && is_day(&text[upto(3)]) => {
            Some((Mention::BirthDate, upto(3)))
        }
        [4, 2, 2, ..] if is_born() && fits(3, &|bytes| date(bytes).is_some()) => Some((Mention::BirthDate, upto(3))),
        [6, ..] if is_born() && groups.ends_at(1) && is_six_digit_day(&text[upto(1)]) => {
            Some((Mention::BirthDate, upto(1)))
        }
        [1..=3, 1..=3, 1..=3, 1..=3, ..] if groups.joint == '.' && fits(4, &ip_address) => {
            let is_long = lengths[..4].contains(&3) && !before.says(&VERSION);
            (is_long || before.says(&MACHINE)).then(|| (Mention::NetworkAddress, upto(4)))
        }
        // What follows is read before what stands before it, which nearly always says nothing.
        [1..=5, ..] => {
            if let Some(end) = property::end(text, groups.lengths[0], groups.joint, &groups.ends[..groups.count])
                && before.says(&property::WORDS)
            {
                return Some((Mention::Property, start..end));
            }
            let month = if lengths[0] <= 2 { month_behind(text, groups.ends[0]) } else { None };
            month.filter(|_| is_born()).map(|end| (Mention::BirthDate, start..end))
        }
        _ => None,
    }
}

/// True for a mobile number behind somebody's name or a word for calling: `Kari Hansen, 40000000`.
fn is_called(text: &str, start: usize, before: &Before) -> bool {
    let is_mobile = matches!(text.as_bytes()[start], b'4' | b'9');
    let follows_name = || {
        let named = text[..start].trim_end().strip_suffix(',')?;
        named.rsplit([' ', ',', '\n']).next()?.chars().next()
    };
    is_mobile && (before.ends_in(&CALLED) || follows_name().is_some_and(char::is_uppercase))
}

/// An identity number in pairs: `10 91 55 96784`.
fn is_in_pairs(text: &str) -> bool {
    joined(text).is_some_and(|digits: [u8; 11]| identity_number_2032(&digits).is_some_and(is_sure))
}

/// A DUF number in groups: `2010 172382 03`.
fn is_duf_in_groups(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).ok().and_then(joined).is_some_and(|digits: [u8; 12]| duf_number(&digits))
}

/// Where the year ends behind the number of a day that ends at `at`: `28. februar 1962`.
fn month_behind(text: &str, at: usize) -> Option<usize> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"];
    let rest = text[at..].trim_start_matches(['.', ' ']);
    let letters = rest.find(|c: char| !c.is_alphabetic())?;
    if !(3..=9).contains(&letters) {
        return None;
    }
    let month = rest[..letters].to_lowercase();
    let behind = rest[letters..].trim_start_matches(['.', ' ']);
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let is_month = MONTHS.iter().any(|start| month.starts_with(start));
    (is_month && digits == 4).then(|| text.len() - behind.len() + digits)
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
