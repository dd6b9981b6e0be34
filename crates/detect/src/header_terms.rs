//! The words that tell what a field holds: Bokmål, Nynorsk, English and abbreviations, folded as [`crate::header::fold`] does.

mod code;
mod person;
mod place;
mod time;

use code::{DIAGNOSIS, EDUCATION, INDUSTRY, KOSTRA_FUNCTION, KOSTRA_TYPE, OCCUPATION};
use person::{ACCOUNT, ADDRESS, AGE, AGE_GROUP, BIRTH_DATE, CIVIL_STATUS, EMAIL, GENDER, IDENTITY, PERSON, TELEPHONE};
use place::{
    BASIC_UNIT, CITY_DISTRICT, COORDINATE, COUNTRY, COUNTY_NAME, COUNTY_NUMBER, MUNICIPALITY_NAME, MUNICIPALITY_NUMBER,
    ORGANISATION, POSTAL_CODE, POSTAL_PLACE,
};
use time::{DATE, MONTH, PERIOD, QUARTER, SCHOOL_YEAR, WEEK, YEAR};

/// Where in a header a term has to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Where {
    /// The header says nothing else.
    Alone,
    /// A word, or neighbouring words, of the header.
    Word,
    /// Also the end of a longer word: `bostedskommunenr`.
    End,
}

/// A term of one role.
pub(crate) struct Term {
    /// The term without spaces.
    pub(crate) text: &'static str,
    /// How sure it is, from 0 to 1, when the header says nothing else.
    pub(crate) score: f32,
    /// Where it has to stand.
    pub(crate) place: Where,
}

const fn end(text: &'static str, score: f32) -> Term {
    Term { text, score, place: Where::End }
}

const fn word(text: &'static str, score: f32) -> Term {
    Term { text, score, place: Where::Word }
}

const fn alone(text: &'static str, score: f32) -> Term {
    Term { text, score, place: Where::Alone }
}

/// Roles with their terms. Where two roles fit a header equally well the first one holds.
pub(crate) const ROLES: [(&str, &[Term]); 35] = [
    ("identity-number", IDENTITY),
    ("organisation-number", ORGANISATION),
    ("municipality-number", MUNICIPALITY_NUMBER),
    ("county-number", COUNTY_NUMBER),
    ("postal-code", POSTAL_CODE),
    ("account-number", ACCOUNT),
    ("email", EMAIL),
    ("telephone", TELEPHONE),
    ("address", ADDRESS),
    ("birth-date", BIRTH_DATE),
    ("person-name", PERSON),
    ("county-name", COUNTY_NAME),
    ("municipality-name", MUNICIPALITY_NAME),
    ("city-district", CITY_DISTRICT),
    ("basic-unit", BASIC_UNIT),
    ("postal-place", POSTAL_PLACE),
    ("kostra-function", KOSTRA_FUNCTION),
    ("kostra-type", KOSTRA_TYPE),
    ("industry", INDUSTRY),
    ("occupation", OCCUPATION),
    ("education", EDUCATION),
    ("diagnosis", DIAGNOSIS),
    ("country", COUNTRY),
    ("gender", GENDER),
    ("age-group", AGE_GROUP),
    ("age", AGE),
    ("civil-status", CIVIL_STATUS),
    ("school-year", SCHOOL_YEAR),
    ("quarter", QUARTER),
    ("month", MONTH),
    ("week", WEEK),
    ("period", PERIOD),
    ("year", YEAR),
    ("date", DATE),
    ("coordinate", COORDINATE),
];

/// Words for a name of something, which is a person's when a word of [`PERSONS`] stands beside it.
pub(crate) const NAMES: [&str; 3] = ["navn", "namn", "name"];

/// Words for persons, as they stand beside a word of [`NAMES`] or of a number.
pub(crate) const PERSONS: [&str; 36] = [
    "ansatt", "ansatte", "ansattes", "barn", "barnet", "barnets", "beboer", "beboers", "bruker", "brukers", "child",
    "deltaker", "deltakers", "elev", "eleven", "elevens", "elevs", "employee", "far", "fars", "foresatt", "foresattes",
    "kandidat", "kandidats", "klient", "klients", "mor", "mors", "pasient", "pasientens", "pasients", "patient",
    "person", "soker", "sokers", "student",
];

/// Words that make a header a measure of something or a place in an order, whatever it is.
pub(crate) const MEASURES: [&str; 23] = [
    "andel", "andeler", "antal", "antall", "average", "count", "gjennomsnitt", "mean", "mengde", "of", "per",
    "percent", "pr", "prosent", "prosentandel", "rate", "rekkefolge", "share", "snitt", "sort", "sortering", "sum",
    "utslipp",
];

/// Words that make a header tell of a value and not be it: `telefon kommentar`.
pub(crate) const ABOUT: [&str; 18] = [
    "antatt", "beskrivelse", "comment", "guid", "hash", "id", "kategori", "kilde", "kode", "code", "kommentar",
    "merknad", "source", "status", "type", "uuid", "verified", "verifisert",
];

/// Words for *without*: what stands behind one is not there.
pub(crate) const WITHOUT: [&str; 3] = ["uten", "utan", "without"];

/// Starts of words that end like an address and are none.
pub(crate) const NO_ADDRESS: [&str; 9] = ["epost", "ip", "mac", "mail", "email", "nett", "web", "url", "internett"];
