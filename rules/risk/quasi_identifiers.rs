//! Tables with a row for each person, or for each case of one, and what somebody else may know of these persons.

use super::people::counts_people;
use crate::person::numbered::{CASES, JOURNALS, is_number_of};
use crate::person::person_rows::is_client_number;
use crate::person::persons::says_at_work;
use munilint_detect::header::{is_birth_year, words};
use munilint_model::{Field, Role, TableContext};

/// Names of fields that number rows, or cases without saying so, folded and without spaces. Beside an age or a gender a row is
/// a person.
const ROW_KEYS: [&str; 10] =
    ["id", "lopenr", "lopenummer", "lnr", "nr", "radnr", "radnummer", "sak", "respondent", "uuid"];

/// Names of fields that hold every figure of a table of statistics, folded and without spaces.
const FIGURES: [&str; 8] =
    ["verdi", "value", "variabel", "statistikkvariabel", "variable", "obsvalue", "maaltall", "maling"];

/// What others may know of a person without the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trait {
    /// Day or year of birth, age.
    Age,
    /// Gender.
    Gender,
    /// Where the person lives: municipality, district, postal code.
    Place,
    /// School, kindergarten, class.
    School,
    /// Civil status.
    CivilStatus,
    /// Country of birth, citizenship, reason for immigration, language.
    Origin,
    /// Occupation, position.
    Occupation,
    /// Education.
    Education,
    /// Size and kind of family.
    Household,
    /// The field at this position, which is declared and of no kind that is known here.
    Declared(usize),
}

impl Trait {
    /// True when only persons have it; a house has a place, too.
    pub(super) fn is_own(self) -> bool {
        !matches!(self, Trait::Place | Trait::School)
    }
}

/// Words that name a trait, folded; with `true` a longer word may also begin or end with one.
const WORDS: [(Trait, &[(&str, bool)]); 7] = [
    (Trait::Age, &[("fodselsar", true), ("fodear", true), ("arskull", false)]),
    (
        Trait::Place,
        &[
            ("bydel", true),
            ("delbydel", true),
            ("grunnkrets", true),
            ("levekarssone", true),
            ("bosted", true),
            ("bostad", true),
            ("tettsted", true),
            ("bokommune", true),
            ("roder", false),
        ],
    ),
    (
        Trait::School,
        &[
            ("klassetrinn", true),
            ("arstrinn", true),
            ("trinn", false),
            ("klasse", false),
            ("skole", false),
            ("skolenavn", false),
            ("barnehage", false),
            ("barnehagenavn", false),
            ("avgangsskole", false),
        ],
    ),
    (
        Trait::Origin,
        &[
            ("landbakgrunn", true),
            ("innvandringsgrunn", true),
            ("innvandringskategori", true),
            ("innvkat", true),
            ("statsborgerskap", true),
            ("statsborgarskap", true),
            ("fodeland", true),
            ("fodselsland", true),
            ("morsmal", true),
            ("opprinnelsesland", true),
            ("botid", false),
        ],
    ),
    (Trait::Occupation, &[("yrke", true), ("stilling", false), ("stillingskode", true), ("yrkeskode", true)]),
    (Trait::Education, &[("utdanning", true), ("utdanningsniva", true)]),
    (
        Trait::Household,
        &[
            ("familiesize", true),
            ("familiestorrelse", true),
            ("familietype", true),
            ("husholdningsstorrelse", true),
            ("husholdstype", true),
            ("husholdningstype", true),
            ("antallbarn", true),
            ("familiesammensetning", true),
        ],
    ),
];

/// A table with a row for each person or case.
pub(super) struct QuasiIdentifiers {
    /// Traits, each with the positions of its fields, by first field.
    pub(super) traits: Vec<(Trait, Vec<usize>)>,
    /// Positions of fields that name or number the person outright.
    pub(super) identifiers: Vec<usize>,
    /// The configuration says so.
    pub(super) is_declared: bool,
    /// Nothing but a number of a case or row and an age say that a row is a person.
    pub(super) is_guess: bool,
}

impl QuasiIdentifiers {
    /// What is declared of the table, or else what its fields tell.
    pub(super) fn of(table: &TableContext) -> Option<QuasiIdentifiers> {
        match &table.disclosure.quasi_identifiers {
            Some(declared) => QuasiIdentifiers::declared(table, declared),
            None => QuasiIdentifiers::guessed(table),
        }
    }

    fn declared(table: &TableContext, declared: &[usize]) -> Option<QuasiIdentifiers> {
        let of_field = |&at: &usize| (trait_of(&table.fields[at]).unwrap_or(Trait::Declared(at)), at);
        let traits = by_trait(declared.iter().map(of_field));
        let identifiers = identifiers(table);
        (!traits.is_empty()).then_some(QuasiIdentifiers { traits, identifiers, is_declared: true, is_guess: false })
    }

    /// `None` for tables of counts, and where less than two traits are told or none that only persons have.
    fn guessed(table: &TableContext) -> Option<QuasiIdentifiers> {
        let fields = &table.fields;
        let traits = by_trait(fields.iter().enumerate().filter_map(|(at, field)| Some((trait_of(field)?, at))));
        if traits.len() < 2 || !traits.iter().any(|(found, _)| found.is_own()) {
            return None;
        }
        let identifiers = identifiers(table);
        let numbers_persons = fields.iter().any(|field| is_person_key(&field.name));
        if !identifiers.is_empty() || numbers_persons {
            return Some(QuasiIdentifiers { traits, identifiers, is_declared: false, is_guess: false });
        }
        let is_birth = |field: &Field| field.role.role == Role::BirthDate || is_birth_year(&field.name);
        let is_key = |field: &Field| field.role.role == Role::Key || numbers_rows(&joined(field));
        let has_birth = fields.iter().any(is_birth);
        let has_age = has_birth || fields.iter().any(|field| field.role.role == Role::Age);
        let has_key = fields.iter().any(is_key);
        let is_of_counts = |field: &Field| counts_people(&field.name) || FIGURES.contains(&joined(field).as_str());
        // Beside the number of a case, `antall barn` tells of a family; without one it may count the children of a place.
        let is_of_counts = |field: &Field| match (has_key, has_birth) {
            (true, true) => trait_of(field).is_none() && is_of_counts(field),
            (true, false) => {
                matches!(field.role.role, Role::Share | Role::Rate) || trait_of(field).is_none() && is_of_counts(field)
            }
            (false, _) => field.role.role.is_measure() || is_of_counts(field),
        };
        if fields.iter().any(is_of_counts) || !(has_birth || (has_age && has_key)) {
            return None;
        }
        Some(QuasiIdentifiers { traits, identifiers, is_declared: false, is_guess: !(has_birth && has_key) })
    }

    /// The message of a page that says how it is known which fields these are; empty for a guess.
    pub(super) fn origin(&self) -> &'static str {
        if self.is_declared { "as-declared" } else { "" }
    }

    /// For each trait the positions of the fields that tell it: of a number and its name, the number. What is
    /// declared counts, whatever it tells.
    pub(super) fn telling(&self, table: &TableContext) -> Vec<Vec<usize>> {
        let numbers = [
            (Role::MunicipalityName, Role::MunicipalityNumber),
            (Role::PostalPlace, Role::PostalCode),
            (Role::CountyName, Role::CountyNumber),
        ];
        let telling = |(_, fields): &(Trait, Vec<usize>)| {
            let role = |at: &usize| table.fields[*at].role.role;
            let has = |wanted: Role| fields.iter().any(|at| role(at) == wanted);
            let is_spare = |at: &usize| numbers.iter().any(|&(name, number)| role(at) == name && has(number));
            fields.iter().copied().filter(|at| self.is_declared || !is_spare(at)).collect()
        };
        self.traits.iter().map(telling).collect()
    }

    /// Positions of all fields with a trait, in the order of the table.
    pub(super) fn fields(&self) -> Vec<usize> {
        let mut fields: Vec<usize> = self.traits.iter().flat_map(|(_, fields)| fields).copied().collect();
        fields.sort_unstable();
        fields
    }
}

/// Traits, each with the positions of its fields, by first field.
fn by_trait(fields: impl Iterator<Item = (Trait, usize)>) -> Vec<(Trait, Vec<usize>)> {
    let mut traits: Vec<(Trait, Vec<usize>)> = Vec::new();
    for (found, at) in fields {
        match traits.iter_mut().find(|(known, _)| *known == found) {
            Some((_, fields)) => fields.push(at),
            None => traits.push((found, vec![at])),
        }
    }
    traits
}

/// Positions of the fields that name the person outright.
fn identifiers(table: &TableContext) -> Vec<usize> {
    (0..table.fields.len()).filter(|&at| is_identifier(&table.fields[at])).collect()
}

/// What the field tells of a person that others may know, too.
pub(super) fn trait_of(field: &Field) -> Option<Trait> {
    match field.role.role {
        Role::BirthDate | Role::Age | Role::AgeGroup => return Some(Trait::Age),
        Role::Gender => return Some(Trait::Gender),
        Role::CivilStatus => return Some(Trait::CivilStatus),
        Role::Country => return Some(Trait::Origin),
        Role::Occupation => return Some(Trait::Occupation),
        Role::Education => return Some(Trait::Education),
        Role::MunicipalityNumber
        | Role::MunicipalityName
        | Role::CityDistrict
        | Role::BasicUnit
        | Role::PostalCode
        | Role::PostalPlace
        | Role::CountyNumber
        | Role::CountyName => return Some(Trait::Place),
        role if role.is_personal() || role.is_time() => return None,
        Role::FreeText | Role::Coordinate | Role::Share | Role::Rate => return None,
        _ => {}
    }
    let words = words(&field.name);
    let joined = words.concat();
    let is_named = |(word, is_part): &(&str, bool)| {
        let fits = |text: &str| text == *word || (*is_part && (text.starts_with(word) || text.ends_with(word)));
        fits(&joined) || words.iter().any(|text| fits(text))
    };
    WORDS.iter().find(|(_, named)| named.iter().any(is_named)).map(|(found, _)| *found)
}

/// True for what names the person that the row is about.
fn is_identifier(field: &Field) -> bool {
    match field.role.role {
        Role::IdentityNumber => true,
        Role::PersonName => !says_at_work(&field.name),
        _ => false,
    }
}

/// `id`, `saksnr`, `journalnr`: the name, folded and without spaces, is one for a number of rows, cases or journals.
fn numbers_rows(name: &str) -> bool {
    ROW_KEYS.contains(&name) || is_number_of(name, CASES) || is_number_of(name, JOURNALS)
}

/// `Elev-ID`, `klientnr`, `pid`.
fn is_person_key(name: &str) -> bool {
    is_client_number(name) || matches!(words(name).concat().as_str(), "pid" | "aktorid" | "personnokkel")
}

/// The field's name, folded, without spaces.
fn joined(field: &Field) -> String {
    words(&field.name).concat()
}
