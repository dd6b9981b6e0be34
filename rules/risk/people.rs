//! Which fields count people, and by what they are broken down.

use super::situations::Situation;
use crate::stat::dimensions::is_area;
use crate::stat::figures::{is_total, may_be_added};
use munilint_detect::age_group::AgeGroup;
use munilint_detect::gender::gender;
use munilint_detect::header;
use munilint_detect::unit::header_unit;
use munilint_model::{Field, Role, TableContext};

/// Words for people of whom nothing more is said, folded as [`header::fold`] does.
const PEOPLE: [&str; 34] = [
    "besvarelser", "respondentar", "respondenter", "spurte", "ansatte", "barn", "befolkning", "befolkninga",
    "befolkningen", "beboere", "bosatte", "bosette", "elevar", "elever", "folkemengde", "folketal", "folketall",
    "innbyggarar", "innbyggere", "inhabitants", "people", "person", "personar", "personer", "persons", "population",
    "pupils", "studenter", "sysselsatte", "tilsette", "ungdom", "ungdommer", "unge", "eldre",
];

/// Words for all people who live somewhere, folded.
const POPULATION: [&str; 14] = [
    "befolkning", "befolkninga", "befolkningen", "bosatte", "bosette", "folkemengde", "folketal", "folketall",
    "innbyggarar", "innbyggere", "inhabitants", "persons", "personer", "population",
];

/// Words for people in a situation that not all are in, folded; a word may also end with one: `sosialhjelpsmottakere`.
const SITUATIONS: [&str; 24] = [
    "asylsokere", "arbeidsledige", "arbeidssokere", "brukarar", "brukere", "deltakere", "dode", "enslige",
    "flyktningar", "flyktninger", "innvandrarar", "innvandrere", "klientar", "klienter", "langtidsledige", "ledige",
    "mottakarar", "mottakere", "pasientar", "pasienter", "patients", "recipients", "uforetrygdede", "unemployed",
];

/// Words that make another thing of what is counted, folded: `plasser for barn` has one before the people.
const PREPOSITIONS: [&str; 10] = ["for", "med", "til", "av", "per", "pr", "i", "hos", "blant", "with"];

/// Words before what only some of the people have, folded: `barn med vedtak`.
const HAVING: [&str; 4] = ["med", "uten", "utan", "som"];

/// Decisions of an office about one person each, folded.
const DECISIONS: [&str; 1] = ["enkeltvedtak"];

/// Words around them that leave the persons to be what is counted, folded.
const AROUND_DECISIONS: [&str; 7] = ["antall", "antal", "ant", "om", "etter", "nye", "gjeldende"];

/// Names of fields with the number of answers to a survey, folded.
const ANSWERS: [&str; 6] = ["antall svar", "antal svar", "svar", "answers", "n svar", "antall besvarte"];

/// What is no count of people though people are named, folded: `timer brukere`.
const OTHER_UNITS: [&str; 22] = [
    "arsverk", "belop", "besok", "dager", "dogn", "endring", "inntekt", "kostnad", "kroner", "kr", "lonn", "plasser",
    "poeng", "rang", "saker", "stillinger", "timer", "tilvekst", "utgift", "utgifter", "vekst", "vedtak",
];

/// Names of small areas, folded, from the smallest.
const AREAS: [&str; 14] = [
    "grunnkrets", "krets", "delbydel", "sone", "levekarssone", "skole", "barnehage", "bydel", "tettsted", "ward",
    "kommune", "bosted", "geografi", "region",
];

/// Names of fields that say something of a person, folded.
const ATTRIBUTES: [&str; 12] = [
    "diagnose", "innvandringsgrunn", "innvandringskategori", "klassetrinn", "landbakgrunn", "sivilstand",
    "statsborgerskap", "stonad", "stonadstype", "trinn", "yrke", "ytelse",
];

/// By what the people that a field counts differ from those of other fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// By age: `0-4 år`.
    Age,
    /// By gender: `menn`.
    Gender,
    /// By a situation that not all are in: `mottakere`.
    Situation,
    /// By nothing that the name of the field says.
    Any,
}

/// What a table tells of people.
pub(super) struct People {
    /// Positions of the fields that count them.
    pub(super) counts: Vec<(usize, Kind)>,
    /// The field with the smallest area.
    pub(super) area: Option<usize>,
    /// Nothing but groups of ages says that people are counted.
    pub(super) is_guess: bool,
    /// All who live somewhere are counted, by nothing but age, gender and time.
    pub(super) is_population: bool,
}

impl People {
    /// `None` when a table counts no people, or does not break them down. A register of persons or of places with an address is
    /// no table of counts.
    pub(super) fn of(table: &TableContext) -> Option<People> {
        let fields = &table.fields;
        let area = smallest_area(table);
        if is_register(table) {
            return None;
        }
        let has_attribute = fields.iter().any(is_attribute);
        let has_traits = fields.iter().any(|field| is_trait(field.role.role));
        let mut counts: Vec<(usize, Kind)> = Vec::new();
        let mut is_named = has_traits || is_about_people(&table.source);
        let mut bare: Vec<usize> = Vec::new();
        for (at, field) in fields.iter().enumerate().filter(|(_, field)| may_be_added(field)) {
            match counted(&field.name) {
                Some(Counted { kind: Kind::Age, is_named: false }) => bare.push(at),
                Some(counted) => {
                    is_named = true;
                    let is_broken_down = match counted.kind {
                        Kind::Age | Kind::Gender | Kind::Situation => area.is_some() || has_attribute,
                        Kind::Any => has_attribute && !is_total(field),
                    };
                    counts.extend(is_broken_down.then_some((at, counted.kind)));
                }
                None if has_traits && is_bare_count(&field.name) => counts.push((at, Kind::Any)),
                None => {}
            }
        }
        let are_ages = bare.len() >= AGES && (area.is_some() || has_attribute);
        let is_guess = are_ages && !is_named;
        counts.extend(bare.into_iter().filter(|_| are_ages).map(|at| (at, Kind::Age)));
        counts.sort_unstable();
        let is_population = is_population(table, area);
        (!counts.is_empty()).then_some(People { counts, area, is_guess, is_population })
    }
}

/// Fewer fields that are named by ages alone may be something else.
const AGES: usize = 3;

/// True for numbers of all who live in an area, by nothing but age, gender and time.
fn is_population(table: &TableContext, area: Option<usize>) -> bool {
    let words = |field: &Field| -> Vec<String> { spaced(&field.name).split_whitespace().map(header::fold).collect() };
    let is_population = |word: &String| POPULATION.contains(&word.as_str());
    let is_plain = |(at, field): (usize, &Field)| match field.role.role {
        role if Some(at) == area || is_area(role) || role.is_time() => true,
        Role::Age | Role::AgeGroup | Role::Gender => true,
        _ => {
            let are_all = words(field).iter().filter(|word| is_people(word)).all(is_population);
            are_all && counted(&field.name).is_some_and(|counted| counted.kind != Kind::Situation)
        }
    };
    let says_so = |field: &Field| words(field).iter().any(is_population);
    area.is_some() && table.fields.iter().enumerate().all(is_plain) && table.fields.iter().any(says_so)
}

/// True for a table of persons or of places with an address: none of counts.
pub(super) fn is_register(table: &TableContext) -> bool {
    let names_one = |role: Role| role.is_personal() || matches!(role, Role::OrganisationNumber | Role::Coordinate);
    table.fields.iter().any(|field| names_one(field.role.role))
}

/// Position of the field with the smallest area.
pub(super) fn smallest_area(table: &TableContext) -> Option<usize> {
    let areas = table.fields.iter().enumerate().filter_map(|(at, field)| Some((area(field)?, at)));
    areas.min().map(|(_, at)| at)
}

/// Positions of the fields that count people, broken down or not, each with what the people have in common.
pub(super) fn counts_of_people(table: &TableContext) -> Vec<(usize, Kind)> {
    let has_traits = table.fields.iter().any(|field| is_trait(field.role.role)) || is_about_people(&table.source);
    let kind = |field: &Field| match counted(&field.name) {
        Some(counted) => Some(counted.kind),
        None => (has_traits && is_bare_count(&field.name)).then_some(Kind::Any),
    };
    let counts = table.fields.iter().enumerate().filter(|(_, field)| may_be_added(field));
    counts.filter_map(|(at, field)| Some((at, kind(field)?))).collect()
}

/// Positions of the fields that a share may be one of: those that count people, and those with the number of answers or, in a
/// table about people, of what it does not say.
pub(super) fn bases_of_shares(table: &TableContext) -> Vec<usize> {
    let mut bases: Vec<usize> = counts_of_people(table).into_iter().map(|(at, _)| at).collect();
    let names_people = |field: &Field| is_trait(field.role.role) || is_about_people(&field.name);
    let has_people = is_about_people(&table.source) || table.fields.iter().any(names_people);
    let is_base = |field: &Field| {
        let name = header::fold(&field.name);
        may_be_added(field)
            && (ANSWERS.contains(&name.as_str()) || has_people && (name == "n" || is_bare_count(&field.name)))
    };
    bases.extend((0..table.fields.len()).filter(|&at| is_base(&table.fields[at])));
    bases.sort_unstable();
    bases.dedup();
    bases
}

/// People that the name of a field says are counted.
struct Counted {
    kind: Kind,
    /// They are called people, and not told by their ages alone.
    is_named: bool,
}

/// `None` when the name tells of something else.
fn counted(name: &str) -> Option<Counted> {
    if header_unit(name).is_some_and(|unit| unit != "antall" && unit != "personer") {
        return None;
    }
    let spaced = spaced(name);
    let words: Vec<String> = spaced.split_whitespace().map(header::fold).collect();
    if has_situation(name, &words) {
        return Some(Counted { kind: Kind::Situation, is_named: true });
    }
    if words.iter().any(|word| is_other_unit(word)) {
        return None;
    }
    let person = words.iter().position(|word| is_people(word) || is_in_situation(word) || is_of_gender(word));
    let is_other = |at: usize| words[..at].iter().any(|word| PREPOSITIONS.contains(&word.as_str()));
    if person.is_some_and(is_other) {
        return None;
    }
    let is_named = person.is_some();
    let is_age = {
        let texts = spaced.split_whitespace().zip(&words);
        let rest: Vec<&str> = texts.filter(|(_, word)| !tells_no_age(word)).map(|(text, _)| text).collect();
        is_age_group(&rest.join(" "))
    };
    let kind = match () {
        () if is_age => Kind::Age,
        () if words.iter().any(|word| is_in_situation(word)) => Kind::Situation,
        () if words.iter().any(|word| is_of_gender(word)) => Kind::Gender,
        () if is_named => Kind::Any,
        () => return None,
    };
    Some(Counted { kind, is_named })
}

/// True for `antall barn med vedtak`, `antall med spesialundervisning` and `antall enkeltvedtak`: it is people who have it.
fn has_situation(name: &str, words: &[String]) -> bool {
    let having = words.iter().position(|word| HAVING.contains(&word.as_str()));
    if let Some((before, _)) = having.map(|at| words.split_at(at)).filter(|(_, have)| have.len() > 1) {
        let are_people = before.iter().any(|word| is_people(word) || is_of_gender(word));
        let is_other = before.iter().any(|word| is_other_unit(word) || PREPOSITIONS.contains(&word.as_str()));
        let is_bare = before.last().is_some_and(|word| is_bare_count(word)) && before.len() == 1;
        return are_people && !is_other || is_bare && Situation::of(name) == Some(Situation::Burden);
    }
    let is_decision = |word: &String| DECISIONS.contains(&word.as_str());
    let is_around = |word: &String| is_decision(word) || AROUND_DECISIONS.contains(&word.as_str());
    words.iter().any(is_decision)
        && words.iter().all(|word| is_around(word) || Situation::of(word) == Some(Situation::Burden))
}

fn is_other_unit(word: &str) -> bool {
    OTHER_UNITS.iter().any(|unit| word.ends_with(unit))
}

/// True when the name says that people are counted, or no more than that something is.
pub(super) fn counts_people(name: &str) -> bool {
    is_bare_count(name) || counted(name).is_some_and(|counted| counted.is_named)
}

/// Lower case, with letters set apart from digits: `befolkning05Til09År` is `befolkning 05 til 09 år`.
fn spaced(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 8);
    let mut before = ' ';
    for c in name.chars().map(|c| if c == '_' { ' ' } else { c }) {
        let changes = before.is_alphabetic() && c.is_ascii_digit() || before.is_ascii_digit() && c.is_alphabetic();
        if changes || (before.is_lowercase() && c.is_uppercase()) {
            spaced.push(' ');
        }
        spaced.extend(c.to_lowercase());
        before = c;
    }
    spaced
}

/// A number alone is an age only when years are named.
fn is_age_group(text: &str) -> bool {
    let is_group = |group: AgeGroup| group.to != Some(group.from) || text.contains(char::is_alphabetic);
    AgeGroup::parse(text).is_some_and(is_group)
}

fn tells_no_age(word: &str) -> bool {
    matches!(word, "antall" | "antal" | "ant" | "i" | "alder")
        || (word != "eldre" && (is_people(word) || is_in_situation(word) || is_of_gender(word)))
}

fn is_people(word: &str) -> bool {
    PEOPLE.contains(&word)
}

fn is_in_situation(word: &str) -> bool {
    SITUATIONS.iter().any(|end| word.ends_with(end))
}

fn is_of_gender(word: &str) -> bool {
    gender(word).is_some_and(|(_, coding)| coding.is_in_words())
}

/// `antall` and no more.
fn is_bare_count(name: &str) -> bool {
    matches!(header::fold(name).as_str(), "antall" | "antal" | "ant" | "count" | "number")
}

fn is_about_people(name: &str) -> bool {
    header::words(name).iter().any(|word| is_people(word) || is_in_situation(word))
}

/// What a person is by nature or register; nothing but people has it beside a count.
fn is_trait(role: Role) -> bool {
    matches!(role, Role::Gender | Role::CivilStatus | Role::Diagnosis)
}

fn is_attribute(field: &Field) -> bool {
    let role = field.role.role;
    is_trait(role)
        || matches!(role, Role::Age | Role::AgeGroup | Role::Country | Role::Occupation | Role::Education)
        || header::words(&field.name).iter().any(|word| ATTRIBUTES.contains(&word.as_str()))
}

/// How small an area the field names: the less, the smaller. `None` when it names none, or a large one.
fn area(field: &Field) -> Option<usize> {
    let level = |name: &str| AREAS.iter().position(|area| *area == name);
    match field.role.role {
        Role::BasicUnit => level("grunnkrets"),
        Role::CityDistrict => level("bydel"),
        Role::PostalCode | Role::PostalPlace => level("tettsted"),
        Role::MunicipalityNumber | Role::MunicipalityName => level("kommune"),
        role if role.is_measure() => None,
        _ => {
            let words = header::words(&field.name);
            let first = words.first()?;
            if may_be_added(field) && words.iter().any(|word| is_bare_count(word)) {
                return None;
            }
            AREAS.iter().position(|area| first.starts_with(area))
        }
    }
}
