//! Forms of values that name a person, a home, an account or a machine.

use serde::{Deserialize, Serialize};

/// What the text of a cell keeps the form of, check digits included. A cell has one at most; what it is, the field tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Form {
    /// Ten digits that are an identity number with a zero in front.
    LostZero,
    /// Ten other digits.
    TenDigits,
    /// Bank account number of Norway, and no identity number.
    Account,
    /// International bank account number.
    Iban,
    /// Number of a payment card.
    PaymentCard,
    /// 32, 40, 64 or 128 hexadecimal digits, as long as the digests of MD5, SHA-1, SHA-256 and SHA-512.
    Digest,
    /// IP or MAC address.
    NetworkAddress,
    /// DUF-number of the immigration authorities: twelve digits.
    Duf,
    /// Personal identity number of Sweden.
    Swedish,
    /// Number of a mobile telephone, set apart by blanks, points or a country code as telephone numbers are.
    MobileSetApart,
    /// Eight digits that are a mobile telephone's number, or any other.
    MobileDigits,
    /// Day in eight digits, `ddmmyyyy` or `yyyymmdd`, of the years 1900 to 2099.
    CompactDate,
    /// Licence plate of a car.
    LicencePlate,
    /// Licence plate of a motorcycle, trailer or tractor, which many codes look like.
    ShortPlate,
    /// Street and number of a house.
    StreetAddress,
    /// Number of a dwelling: `H0101`.
    Dwelling,
}

impl Form {
    /// How many forms there are.
    pub const COUNT: usize = Form::Dwelling as usize + 1;
}
