//! What a text mentions of persons: names, telephone and account numbers, addresses and the like, each where it stands.
//!
//! A text is what somebody wrote in one cell, title or name of a file. Unlike the recognisers of whole values, which only say
//! what fits, these ask for what stands around: a bare number of eight digits is a telephone number behind `tlf`.

mod context;
mod letters;
mod machine;
mod name;
mod number;
mod property;
mod street;
mod word;

use std::ops::Range;

/// What is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Mention {
    /// Name of a person: a given name with a surname, in either order.
    PersonName,
    /// Norwegian telephone number.
    Telephone,
    /// E-mail address that is no office's.
    Email,
    /// E-mail address of an office.
    OfficeEmail,
    /// National identity number, D-number or one made in their likeness.
    IdentityNumber,
    /// The same behind a word that says so, or in pairs, which make chance unlikely.
    NamedIdentityNumber,
    /// DUF number, behind a word that says so.
    DufNumber,
    /// Day of birth, behind a word that says so.
    BirthDate,
    /// Street with the number of a house.
    Address,
    /// Number of a property: `gnr. 208 bnr. 37`.
    Property,
    /// Licence plate of a car.
    LicencePlate,
    /// Bank account number.
    Account,
    /// International bank account number.
    Iban,
    /// Number of a payment card.
    PaymentCard,
    /// IP or MAC address.
    NetworkAddress,
}

/// What a quick look at the bytes of a text tells, in UTF-8 or in an encoding of single bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    digits: usize,
    /// Words that begin with a capital.
    capitals: usize,
}

/// Hands over every mention in a text with where it stands, in bytes. Mentions of two kinds may overlap.
pub fn mentions(text: &str, found: &mut impl FnMut(Mention, Range<usize>)) {
    mentions_seen(text, Glance::at(text.as_bytes()), found);
}

/// As [`mentions`], after a glance at the text.
pub fn mentions_seen(text: &str, glance: Glance, found: &mut impl FnMut(Mention, Range<usize>)) {
    if glance.capitals >= 2 {
        name::names(text, &mut |range| found(Mention::PersonName, range));
    }
    if glance.digits > 0 {
        number::numbers(text, found);
    }
    machine::machines(text, &mut |range| found(Mention::NetworkAddress, range));
    for (at, _) in text.match_indices('@') {
        if let Some(email) = crate::email::email_at(text.as_bytes(), at) {
            let kind = if email.role { Mention::OfficeEmail } else { Mention::Email };
            found(kind, email.start..email.end);
        }
    }
}

/// How many bytes are counted at once: what a byte can count.
const STRETCH: usize = 248;

/// So many digits are a case or an amount, and nothing of a person but the number of a house, a holding or a plate.
const FEW_DIGITS: usize = 5;

/// So many digits may be a day, and nothing but the words before it makes a birth of it.
const DAY_DIGITS: usize = 8;

impl Glance {
    /// Looks at a text.
    #[must_use]
    #[inline]
    pub fn at(bytes: &[u8]) -> Glance {
        let mut glance = Glance::default();
        if let [first, second, ..] = bytes {
            glance.digits = usize::from(first.is_ascii_digit());
            glance.capitals = usize::from(is_capital(*first, *second));
        }
        let behind = bytes.get(1..).unwrap_or_default();
        // Behind the last byte stands nothing that makes a capital of it.
        let next = bytes.get(2..).unwrap_or_default();
        let stretches = bytes.chunks(STRETCH).zip(behind.chunks(STRETCH)).zip(next.chunks(STRETCH));
        for ((before, bytes), next) in stretches {
            let (mut digits, mut capitals) = (0_u8, 0_u8);
            for ((&before, &byte), &next) in before.iter().zip(bytes).zip(next) {
                digits += u8::from(byte.is_ascii_digit());
                capitals += u8::from(ends_word(before)) & u8::from(is_capital(byte, next));
            }
            glance.digits += usize::from(digits);
            glance.capitals += usize::from(capitals);
        }
        glance.digits += usize::from(bytes.len() > 1 && bytes.last().is_some_and(u8::is_ascii_digit));
        glance
    }

    /// True when the text at which this glance was may mention something besides addresses of e-mail and of machines without digits; false for most texts.
    #[must_use]
    #[inline]
    pub fn is_promising(self, bytes: &[u8]) -> bool {
        let few = self.digits > 0 && self.digits <= FEW_DIGITS;
        self.capitals >= 2
            || (self.digits > FEW_DIGITS && !(self.digits == DAY_DIGITS && is_no_birth(bytes)))
            || (few && may_be_house_or_plate(bytes))
    }
}

/// True when the first digits of a text are a day as in `12.03.1985`, with nothing before it that could say `født`.
#[inline]
fn is_no_birth(bytes: &[u8]) -> bool {
    let Some(first) = bytes.iter().position(u8::is_ascii_digit) else { return false };
    let is_day = matches!(bytes[first..], [_, b'0'..=b'9', b'.', b'0'..=b'9', b'0'..=b'9', b'.', b'0'..=b'9', ..]);
    let near = &bytes[first.saturating_sub(context::REACH)..first];
    // `født`, `fødd`, `fodt`, `fdt`, `f.`, `f `, `born`.
    let says = |pair: &[u8]| {
        matches!(pair, [b'f' | b'F', 0xC3 | 0xD8 | 0xF8 | b'd' | b'D' | b'.' | b' ' | b':'])
            || matches!(pair, [b'f' | b'F' | b'b' | b'B', b'o' | b'O'])
    };
    is_day && !near.windows(2).any(says)
}

/// True when the first digits of a text are few, as those of a house are, or stand behind a capital or what may end `nr.`
#[inline]
fn may_be_house_or_plate(bytes: &[u8]) -> bool {
    let Some(first) = bytes.iter().position(u8::is_ascii_digit) else { return false };
    let length = bytes[first..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let before = bytes[..first].trim_ascii_end().last();
    length <= 3 || before.is_some_and(|byte| byte.is_ascii_uppercase() || matches!(byte, b'.' | b'r' | b':'))
}

/// True for what stands before a word: a blank, a bracket, a hyphen, a quote; not for a letter or digit of ASCII. Letters of
/// two bytes in UTF-8 end in what is no letter in one byte, and pass.
#[inline(always)]
fn ends_word(byte: u8) -> bool {
    !byte.is_ascii_alphanumeric() & (byte < 0xC0)
}

/// True for a capital of ASCII, and for the first byte of one beyond, in UTF-8 or in one byte. Letters of two bytes that are
/// not of Latin-1 pass, too.
#[inline(always)]
fn is_capital(byte: u8, next: u8) -> bool {
    let is_small = (byte == 0xC3) & (next >= 0xA0);
    byte.is_ascii_uppercase() | ((0xC0..=0xDE).contains(&byte) & !is_small)
}

#[cfg(test)]
#[path = "mention_tests.rs"]
mod tests;
