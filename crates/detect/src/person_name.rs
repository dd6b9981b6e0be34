//! Names of persons by their form: capitalised words, with what is plainly a place or an organisation left out.

use crate::header::{fold, words};

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameForm {
    /// One word: a given name or a surname.
    Single,
    /// Two words or more: `Kari Nordmann`.
    GivenFirst,
    /// `Nordmann, Kari`.
    SurnameFirst,
}

/// Longest name in bytes.
const LONGEST: usize = 80;

/// Words of a name that are written small.
const PARTICLES: [&str; 14] =
    ["af", "al", "av", "bin", "da", "de", "del", "den", "der", "di", "la", "ten", "van", "von"];

/// Words that stand in names of organisations, places and things, in lower case: `AS` is a company and `Ås` a surname.
const NO_PERSONS: [&str; 45] = [
    "as", "asa", "ans", "da", "sa", "ba", "nuf", "iks", "kf", "bu", "sfo", "nav", "dps", "bhg", "nord", "sør", "øst",
    "vest", "indre", "ytre", "øvre", "nedre", "midtre", "store", "lille", "gamle", "nye", "avd", "begge", "hele",
    "ingen", "ikke", "annet", "andre", "ukjent", "uoppgitt", "totalt", "sum", "alle", "norge", "norway", "oslo",
    "bergen", "trondheim", "stavanger",
];

/// Ends of words that do so, folded. Surnames end in none of them.
const NO_PERSON_ENDS: [&str; 46] = [
    "skole", "skolen", "skule", "skulen", "barnehage", "barnehagen", "barnehager", "kommune", "kommunen", "fylke",
    "fylkeskommune", "herad", "sykehjem", "sykehus", "sjukehus", "sjukeheim", "omsorgssenter", "senter", "senteret",
    "kontor", "kontoret", "avdeling", "avdelingen", "etat", "etaten", "direktoratet", "tilsynet", "tjeneste",
    "tjenesten", "tjenester", "hallen", "kirke", "kirken", "kyrkje", "museum", "bibliotek", "parti", "partiet", "gate",
    "gata", "gaten", "veien", "vegen", "plassen", "universitet", "ungdomsskole",
];

/// The form of a person's name that a text has; `None` when it has none, or names a place or an organisation.
///
/// Form only: no list of names is looked up, so that `Rett Fram` fits too. The judgement belongs to a column.
#[must_use]
pub fn name_form(text: &str) -> Option<NameForm> {
    let text = text.trim();
    if text.len() < 2 || text.len() > LONGEST {
        return None;
    }
    match text.split_once(',') {
        Some((surname, given)) => {
            let (before, behind) = (words_of_name(surname)?, words_of_name(given)?);
            (before <= 3 && behind <= 4 && surname.trim().chars().count() >= 2).then_some(NameForm::SurnameFirst)
        }
        None => match words_of_name(text)? {
            // Letters alone are signatures and codes.
            1 => text.chars().any(char::is_lowercase).then_some(NameForm::Single),
            2..=5 => Some(NameForm::GivenFirst),
            _ => None,
        },
    }
}

/// True for a small word inside a name: `van`.
pub(crate) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// How many words there are, when each may stand in a name and the last is capitalised.
fn words_of_name(text: &str) -> Option<usize> {
    let mut count = 0;
    let mut ends_in_name = false;
    for word in text.split_whitespace() {
        ends_in_name = is_name_word(word);
        if !ends_in_name && !is_particle(word) || is_no_person(word) {
            return None;
        }
        count += 1;
    }
    ends_in_name.then_some(count)
}

/// `Kari`, `Henny-Kristin`, `O'Brien`, `K.`: letters, the first of them a capital.
fn is_name_word(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
        && word.find('.').is_none_or(|dot| dot + 1 == word.len() && word.chars().count() <= 4)
}

/// True for a word that stands in names of organisations, places and things.
pub(crate) fn is_no_person(word: &str) -> bool {
    // `DA` is a form of company and `da` a particle.
    let whole = NO_PERSONS.contains(&word.to_lowercase().as_str()) && !is_particle(word);
    let folded = fold(word);
    whole || NO_PERSON_ENDS.iter().any(|end| folded.ends_with(end))
}

/// True for a header that says what the names are of: `kommunenavn`, `skole`, `parti`; `navn` alone says nothing.
#[must_use]
pub fn names_something_else(header: &str) -> bool {
    const OTHERS: [&str; 28] = [
        "kommune", "skole", "skule", "enhet", "eining", "barnehage", "sted", "stad", "poststed", "gate", "vei", "veg",
        "adresse", "parti", "virksomhet", "firma", "bedrift", "organisasjon", "anlegg", "bygg", "fylke", "bydel",
        "krets", "tjeneste", "yrke", "avdeling", "tittel", "kategori",
    ];
    words(header).iter().any(|word| OTHERS.iter().any(|other| word.starts_with(other) || word.ends_with(other)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_told_by_their_form() {
        for (text, form) in [
            ("Kari Nordmann", NameForm::GivenFirst),
            ("Ola K. Nordmann", NameForm::GivenFirst),
            ("Ludwig van Eksempel", NameForm::GivenFirst),
            ("\u{a0}Nordmann, Kari Anne\u{a0}", NameForm::SurnameFirst),
            ("Nordmann-Ås, Henny-Kristin A", NameForm::SurnameFirst),
            ("van Eksempel", NameForm::GivenFirst),
            ("Ås, Kari", NameForm::SurnameFirst),
            ("Øystein", NameForm::Single),
        ] {
            assert_eq!(name_form(text), Some(form), "{text}");
        }
    }

    #[test]
    fn places_organisations_and_words_are_none() {
        for text in [
            "", "K", "KN", "Berg skole", "Auglend Skole", "Ørnestein Gårdsbarnehage", "Eksempel AS",
            "Olav Kyrres gate 19", "Store Lungegårdsvann", "Nedre Holmegate", "kurs i regnskap",
            "Kurslokale, Plan og anlegg", "NAV Voss", "Begge kjønn", "A12345", "Oslo, Bergen, Trondheim",
        ] {
            assert_eq!(name_form(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(text in ".{0,90}") {
            let _ = name_form(&text);
        }

        #[test]
        fn what_has_digits_is_no_name(text in "[A-Z][a-z]{1,5} [A-Z][a-z]{0,5}[0-9]") {
            prop_assert_eq!(name_form(&text), None);
        }
    }
}
