//! What a text mentions of persons: names, telephone and account numbers, addresses and the like, each where it stands.
//!
//! A text is what somebody wrote in one cell, title or name of a file. Unlike the recognisers of whole values, which only say
//! what fits, these ask for what stands around: a bare number of eight digits is a telephone number behind `tlf`.

mod context;
mod glance;
mod letters;
mod machine;
mod name;
mod number;
mod property;
mod street;
mod word;

pub use glance::Glance;
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

/// Hands over every mention in a text with where it stands, in bytes. Mentions of two kinds may overlap.
pub fn mentions(text: &str, found: &mut impl FnMut(Mention, Range<usize>)) {
    mentions_seen(text, Glance::at(text.as_bytes()), found);
    for (at, _) in text.match_indices('@') {
        if let Some(email) = crate::email::email_at(text.as_bytes(), at) {
            let kind = if email.role { Mention::OfficeEmail } else { Mention::Email };
            found(kind, email.start..email.end);
        }
    }
}

/// As [`mentions`], after a glance at the text, but for addresses of e-mail.
pub fn mentions_seen(text: &str, glance: Glance, found: &mut impl FnMut(Mention, Range<usize>)) {
    if glance.capitals >= 2 {
        name::names(text, &mut |range| found(Mention::PersonName, range));
    }
    if glance.digits > 0 {
        number::numbers(text, found);
    }
    machine::machines(text, &mut |range| found(Mention::NetworkAddress, range));
}

#[cfg(test)]
#[path = "mention_tests.rs"]
mod tests;
