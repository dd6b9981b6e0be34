//! What a field is about.

use serde::{Deserialize, Serialize};

/// What a field holds, as far as rules need to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Not known.
    #[default]
    Unknown,
    /// Four-digit municipality number (SSB KLASS 131).
    MunicipalityNumber,
    /// Name of a municipality.
    MunicipalityName,
    /// Two-digit county number (SSB KLASS 104).
    CountyNumber,
    /// Four-digit postal code.
    PostalCode,
    /// Nine-digit organisation number (Brønnøysund).
    OrganisationNumber,
    /// National identity number or D-number, by header.
    IdentityNumber,
    /// Name of a person.
    PersonName,
    /// E-mail address.
    Email,
    /// Telephone number.
    Telephone,
    /// Street address.
    Address,
    /// Bank account number.
    AccountNumber,
    /// Day of birth.
    BirthDate,
    /// Calendar year.
    Year,
    /// Date.
    Date,
    /// Number that is counted or measured.
    Amount,
    /// Short label that repeats.
    Category,
    /// Long text.
    FreeText,
    /// Value that names its row.
    Key,
}

impl Role {
    /// The kebab-case name, as pages, configuration and `inspect` write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Role::Unknown => "unknown",
            Role::MunicipalityNumber => "municipality-number",
            Role::MunicipalityName => "municipality-name",
            Role::CountyNumber => "county-number",
            Role::PostalCode => "postal-code",
            Role::OrganisationNumber => "organisation-number",
            Role::IdentityNumber => "identity-number",
            Role::PersonName => "person-name",
            Role::Email => "email",
            Role::Telephone => "telephone",
            Role::Address => "address",
            Role::AccountNumber => "account-number",
            Role::BirthDate => "birth-date",
            Role::Year => "year",
            Role::Date => "date",
            Role::Amount => "amount",
            Role::Category => "category",
            Role::FreeText => "free-text",
            Role::Key => "key",
        }
    }

    /// Every role.
    pub const ALL: [Role; 19] = [
        Role::Unknown,
        Role::MunicipalityNumber,
        Role::MunicipalityName,
        Role::CountyNumber,
        Role::PostalCode,
        Role::OrganisationNumber,
        Role::IdentityNumber,
        Role::PersonName,
        Role::Email,
        Role::Telephone,
        Role::Address,
        Role::AccountNumber,
        Role::BirthDate,
        Role::Year,
        Role::Date,
        Role::Amount,
        Role::Category,
        Role::FreeText,
        Role::Key,
    ];

    /// The role of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }

    /// True when the values of such a field are codes: digits that are no number.
    #[must_use]
    pub fn is_code(self) -> bool {
        matches!(
            self,
            Role::MunicipalityNumber | Role::CountyNumber | Role::PostalCode | Role::OrganisationNumber | Role::Key
        )
    }

    /// True when the values of such a field tell of one person and are not shown to anybody.
    #[must_use]
    pub fn is_personal(self) -> bool {
        matches!(
            self,
            Role::IdentityNumber
                | Role::PersonName
                | Role::Email
                | Role::Telephone
                | Role::Address
                | Role::AccountNumber
                | Role::BirthDate
        )
    }
}

/// A role with how sure it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RoleGuess {
    /// The role.
    pub role: Role,
    /// From 0 (a guess) to 1 (declared).
    pub score: f32,
}
