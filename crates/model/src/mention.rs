//! What the texts of a field mention of persons.

use serde::{Deserialize, Serialize};

/// What stands inside a text. Addresses of e-mail are counted by themselves, and so are identity numbers of which nothing tells
/// but their digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Mention {
    /// Name of a person: a given name with a surname.
    PersonName,
    /// Identity number behind a word that says so, or in pairs.
    IdentityNumber,
    /// Norwegian telephone number.
    Telephone,
    /// DUF number (Directorate of Immigration).
    DufNumber,
    /// Day of birth.
    BirthDate,
    /// Street with the number of a house.
    Address,
    /// Number of a property (matrikkelnummer).
    Property,
    /// Licence plate of a car.
    LicencePlate,
    /// Bank account number, Norwegian or international.
    Account,
    /// Number of a payment card.
    PaymentCard,
    /// IP or MAC address.
    NetworkAddress,
}

impl Mention {
    /// How many kinds there are.
    pub const COUNT: usize = Mention::ALL.len();

    /// Every kind, in order.
    pub const ALL: [Mention; 11] = [
        Mention::PersonName,
        Mention::IdentityNumber,
        Mention::Telephone,
        Mention::DufNumber,
        Mention::BirthDate,
        Mention::Address,
        Mention::Property,
        Mention::LicencePlate,
        Mention::Account,
        Mention::PaymentCard,
        Mention::NetworkAddress,
    ];
}
