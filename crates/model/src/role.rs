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
    /// Name of a county.
    CountyName,
    /// Number of a city district (bydel): six digits.
    CityDistrict,
    /// Number of a basic statistical unit (grunnkrets): eight digits (SSB KLASS 1).
    BasicUnit,
    /// Place of a postal code.
    PostalPlace,
    /// KOSTRA function: three digits, or a local service that begins with them.
    KostraFunction,
    /// KOSTRA type (art): three digits, or a local account that begins with them.
    KostraType,
    /// Industry (SN2007).
    Industry,
    /// Occupation (STYRK-08).
    Occupation,
    /// Education (NUS2000).
    Education,
    /// Diagnosis (ICD-10, ICPC-2).
    Diagnosis,
    /// Country, by number, letters or name.
    Country,
    /// Gender.
    Gender,
    /// Age in years.
    Age,
    /// Group of ages: `0-5`, `80+`.
    AgeGroup,
    /// Civil status.
    CivilStatus,
    /// Quarter of a year.
    Quarter,
    /// Month.
    Month,
    /// Week of a year.
    Week,
    /// School year: `2023-2024`.
    SchoolYear,
    /// Period as Statistics Norway writes it: `2023K1`, `2023M01`.
    Period,
    /// Part of a whole, as per cent or from 0 to 1.
    Share,
    /// Number per something.
    Rate,
    /// Number of things or persons.
    Count,
    /// Latitude, longitude, easting or northing.
    Coordinate,
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
            Role::CountyName => "county-name",
            Role::CityDistrict => "city-district",
            Role::BasicUnit => "basic-unit",
            Role::PostalPlace => "postal-place",
            Role::KostraFunction => "kostra-function",
            Role::KostraType => "kostra-type",
            Role::Industry => "industry",
            Role::Occupation => "occupation",
            Role::Education => "education",
            Role::Diagnosis => "diagnosis",
            Role::Country => "country",
            Role::Gender => "gender",
            Role::Age => "age",
            Role::AgeGroup => "age-group",
            Role::CivilStatus => "civil-status",
            Role::Quarter => "quarter",
            Role::Month => "month",
            Role::Week => "week",
            Role::SchoolYear => "school-year",
            Role::Period => "period",
            Role::Share => "share",
            Role::Rate => "rate",
            Role::Count => "count",
            Role::Coordinate => "coordinate",
            Role::Amount => "amount",
            Role::Category => "category",
            Role::FreeText => "free-text",
            Role::Key => "key",
        }
    }

    /// Every role.
    pub const ALL: [Role; 43] = [
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
        Role::CountyName,
        Role::CityDistrict,
        Role::BasicUnit,
        Role::PostalPlace,
        Role::KostraFunction,
        Role::KostraType,
        Role::Industry,
        Role::Occupation,
        Role::Education,
        Role::Diagnosis,
        Role::Country,
        Role::Gender,
        Role::Age,
        Role::AgeGroup,
        Role::CivilStatus,
        Role::Quarter,
        Role::Month,
        Role::Week,
        Role::SchoolYear,
        Role::Period,
        Role::Share,
        Role::Rate,
        Role::Count,
        Role::Coordinate,
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
            Role::MunicipalityNumber
                | Role::CountyNumber
                | Role::CityDistrict
                | Role::BasicUnit
                | Role::PostalCode
                | Role::OrganisationNumber
                | Role::KostraFunction
                | Role::KostraType
                | Role::Industry
                | Role::Occupation
                | Role::Education
                | Role::Diagnosis
                | Role::Key
        )
    }

    /// True when the code list of such a field has editions in which one code means another thing.
    #[must_use]
    pub fn has_editions(self) -> bool {
        matches!(
            self,
            Role::MunicipalityNumber
                | Role::CountyNumber
                | Role::CityDistrict
                | Role::BasicUnit
                | Role::Industry
                | Role::Occupation
        )
    }

    /// True for roles of fields that tell when: dates, years and other periods.
    #[must_use]
    pub fn is_time(self) -> bool {
        matches!(
            self,
            Role::Year | Role::Date | Role::Quarter | Role::Month | Role::Week | Role::SchoolYear | Role::Period
        )
    }

    /// True for roles of figures that can be compared or added up.
    #[must_use]
    pub fn is_measure(self) -> bool {
        matches!(self, Role::Share | Role::Rate | Role::Count | Role::Coordinate | Role::Amount)
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

/// Where a role comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoleOrigin {
    /// The name of the field, borne out by its values.
    Header,
    /// The values of the field.
    #[default]
    Content,
    /// The fields beside it.
    Neighbours,
    /// `munilint.toml`.
    Configuration,
    /// A Table Schema.
    TableSchema,
}

/// A role with how sure it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RoleGuess {
    /// The role.
    pub role: Role,
    /// From 0 (a guess) to 1 (declared).
    pub score: f32,
    /// Who says so.
    pub origin: RoleOrigin,
}
