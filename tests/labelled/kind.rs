//! What a label says: the kinds of values that identify a person, and what only looks like them.

use super::trap::Trap;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A given name and a surname, in either order, and what stands between them.
    FullName,
    /// Initials and a surname: `K. Nordmann`.
    InitialsAndSurname,
    /// A given name that stands alone.
    GivenName,
    /// A surname that stands alone.
    Surname,
    /// A national identity number, in all ways of writing.
    NationalNumber,
    /// A D-number.
    DNumber,
    /// A DUF number.
    Duf,
    /// A telephone number, in all ways of writing.
    Telephone,
    /// An e-mail address with a person's name in it.
    Email,
    /// A street and a house number.
    Street,
    /// A street and a house number with postal code and place.
    PostalAddress,
    /// A licence plate.
    Plate,
    /// A Norwegian bank account number.
    Account,
    /// A Norwegian bank account number in international form.
    Iban,
    /// A payment card number.
    Card,
    /// A day of birth that the text calls so.
    BirthDate,
    /// A day of birth that stands behind a name and is not called so.
    BareBirthDate,
    /// An address of the Internet protocol.
    Ip,
    /// A hardware address.
    Mac,
    /// The number of a property in the cadastre: gnr and bnr.
    Cadastre,
}

/// All kinds, in the order in which they are told of.
pub const KINDS: [Kind; 20] = [
    Kind::NationalNumber,
    Kind::DNumber,
    Kind::Duf,
    Kind::Account,
    Kind::Iban,
    Kind::Card,
    Kind::FullName,
    Kind::InitialsAndSurname,
    Kind::GivenName,
    Kind::Surname,
    Kind::Telephone,
    Kind::Email,
    Kind::Street,
    Kind::PostalAddress,
    Kind::BirthDate,
    Kind::BareBirthDate,
    Kind::Plate,
    Kind::Cadastre,
    Kind::Ip,
    Kind::Mac,
];

impl Kind {
    /// What it is called where figures are shown.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Kind::FullName => "full name",
            Kind::InitialsAndSurname => "initials and surname",
            Kind::GivenName => "given name alone",
            Kind::Surname => "surname alone",
            Kind::NationalNumber => "national identity number",
            Kind::DNumber => "D-number",
            Kind::Duf => "DUF number",
            Kind::Telephone => "telephone number",
            Kind::Email => "e-mail address of a person",
            Kind::Street => "street and house number",
            Kind::PostalAddress => "postal address",
            Kind::Plate => "licence plate",
            Kind::Account => "bank account number",
            Kind::Iban => "IBAN",
            Kind::Card => "payment card number",
            Kind::BirthDate => "birth date",
            Kind::BareBirthDate => "birth date that is not called so",
            Kind::Ip => "IP address",
            Kind::Mac => "MAC address",
            Kind::Cadastre => "cadastre number",
        }
    }

    /// The kind that it is a sort of: whoever finds one need not tell it from the other.
    #[must_use]
    pub fn general(self) -> Kind {
        match self {
            Kind::InitialsAndSurname | Kind::GivenName | Kind::Surname => Kind::FullName,
            Kind::DNumber => Kind::NationalNumber,
            Kind::PostalAddress => Kind::Street,
            Kind::Iban => Kind::Account,
            Kind::Mac => Kind::Ip,
            Kind::BareBirthDate => Kind::BirthDate,
            other => other,
        }
    }

    /// True for kinds that carry check digits.
    #[must_use]
    pub fn is_checked(self) -> bool {
        use Kind::{Account, Card, DNumber, Duf, Iban, NationalNumber};
        matches!(self, NationalNumber | DNumber | Duf | Account | Iban | Card)
    }
}

/// What a span is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// A value that is to be found.
    Value(Kind),
    /// What looks like one and is none.
    Trap(Trap),
    /// What can be seen either way, and is not counted: the name of a dead author, the address of a head teacher's office.
    Open,
}
