//! Names of persons in a text: a given name and a surname, by lists of names, by what stands around them and by their form.

use super::word::{Gap, Word, words};
use crate::name_list::{Listed, listed};
use crate::person_name::{is_no_person, is_particle};
use std::ops::Range;

/// Most words that are looked at together.
const MOST_WORDS: usize = 8;

/// Words behind a name, in lower case, that make it the name of a place or a thing: `Christian Michelsens gate`.
const THINGS_BEHIND: [&str; 53] = [
    "bakeri", "videregaende", "vidaregåande", "allé", "barnehage", "bedehus", "bibliotek", "bo", "bru", "brygge",
    "bygg", "dagsenter", "fond", "forlag", "gate", "gata", "gaten", "gård", "hage", "hall", "hus", "instituttet",
    "institutt", "kapell", "kirke", "konferansen", "kunstmuseum", "legat", "legesenter", "minne", "minnefond",
    "museum", "omsorgssenter", "park", "plass", "pris", "sal", "senter", "sentret", "skole", "skoler", "stadion",
    "stiftelse", "stipend", "sykehjem", "sykehus", "terrasse", "tunet", "ungdomsskole", "universitet", "vei", "veg",
    "videregående",
];

/// Words before a name, in lower case, that do so: `Stiftelsen Kirsten Flagstad`.
const THINGS_BEFORE: [&str; 19] = [
    "bokbåten", "tilskudd", "organisasjonen", "as", "båten", "ferga", "ferja", "firma", "firmaet", "hotell",
    "hurtigruten", "mf", "ms", "prosjektet", "selskapet", "skipet", "stiftelsen", "stiftinga", "skolen",
];

/// Words inside a run of capitalised words, in lower case, that make it the name of an organisation.
const ORGANISATIONS: [&str; 64] = [
    "barnehage", "skole", "stiftelsen", "tannklinikk", "archives", "arbeiderparti", "arena", "authority", "board",
    "bydel", "bygdelag", "center", "centre", "church", "college", "company", "council", "court", "department",
    "district", "divisjon", "fond", "foundation", "fund", "forening", "group", "gruppen", "helse", "høyre", "hospital",
    "hotell", "hotel", "idrettslag", "institute", "institutt", "kommunal", "kommunale", "kunst", "lag", "library",
    "liste", "local", "marked", "ministry", "municipality", "museum", "office", "opplæring", "parliament", "parti",
    "party", "police", "public", "rederi", "school", "service", "station", "stiftelse", "trust", "ungdom", "union",
    "university", "venstre", "videregående",
];

/// Places whose names are made like those of persons.
const PLACES: [&str; 8] = [
    "costa rica", "el salvador", "hong kong", "los angeles", "puerto rico", "san marino", "santa barbara", "sri lanka",
];

/// Words, in lower case, that begin with a capital at the start of a sentence or in a title, and are no names.
const TITLES: [&str; 38] = [
    "ektefellen", "familie", "familien", "søsknene", "advokat", "barnet", "bruker", "brukeren", "daglig", "doktor",
    "dr", "elev", "eleven", "far", "fastlege", "faren", "foresatte", "fru", "hei", "herr", "hilsen", "kjære", "klient",
    "lege", "lærer", "mor", "moren", "mvh", "naboen", "pasient", "pasienten", "ring", "rektor", "snakket", "spør",
    "søker", "søkeren", "til",
];

/// Hands over where every name stands.
pub(super) fn names(text: &str, found: &mut impl FnMut(Range<usize>)) {
    let mut run = Run::default();
    let mut before = None;
    for word in words(text) {
        if run.takes(&word) {
            run.push(word);
            continue;
        }
        let behind = (word.gap == Gap::Blank).then_some(word.text);
        let last = run.judge(before, behind, found);
        before = last.or(before).filter(|_| word.gap == Gap::Blank);
        run.length = 0;
        if word.is_capital() {
            run.push(word);
        } else {
            before = Some(word);
        }
    }
    run.judge(before, None, found);
}

/// Capitalised words that follow each other.
#[derive(Default)]
struct Run<'a> {
    words: [Option<Word<'a>>; MOST_WORDS],
    length: usize,
}

impl<'a> Run<'a> {
    fn takes(&self, word: &Word<'_>) -> bool {
        let joined = matches!(word.gap, Gap::Blank | Gap::Comma);
        // Behind an initial stands no end of a sentence.
        let joined = joined || (word.gap == Gap::Other && self.last_is_initial()) || self.goes_on(word);
        self.length > 0
            && self.length < MOST_WORDS
            && joined
            && (word.is_capital() || (word.gap == Gap::Blank && is_particle(word.text)))
    }

    /// True when the run is a given name at the end of a line, and the word a surname at the start of the next.
    fn goes_on(&self, word: &Word<'_>) -> bool {
        let is_given = |word: Word<'_>| listed(word.text).given && !listed(word.text).ambiguous;
        word.gap == Gap::Line
            && self.length <= 2
            && self.length.checked_sub(1).and_then(|at| self.words[at]).is_some_and(is_given)
            && listed(word.text).surname
    }

    fn last_is_initial(&self) -> bool {
        self.length.checked_sub(1).and_then(|at| self.words[at]).is_some_and(|word| word.is_initial())
    }

    fn push(&mut self, word: Word<'a>) {
        self.words[self.length] = Some(word);
        self.length += 1;
    }

    /// Judges the run between the word before it and the one behind it; gives its last word.
    fn judge(
        &self,
        before: Option<Word<'_>>,
        behind: Option<&str>,
        found: &mut impl FnMut(Range<usize>),
    ) -> Option<Word<'a>> {
        let mut words = [(Word { text: "", start: 0, gap: Gap::Other }, Listed::default()); MOST_WORDS];
        let mut length = 0;
        for word in self.words[..self.length].iter().flatten() {
            words[length] = (*word, known(word.text));
            length += 1;
        }
        let mut words = &words[..length];
        let last = words.last().map(|(word, _)| *word);
        while let [rest @ .., (word, _)] = words
            && !word.is_capital()
        {
            words = rest;
        }
        let things = |word: &str, list: &[&str]| list.contains(&word.to_lowercase().as_str());
        if length < 2 || before.is_some_and(|before| things(before.text, &THINGS_BEFORE)) {
            return last;
        }
        let mut start = 0;
        while start < words.len() {
            let end = (start + 1..words.len()).find(|&at| words[at].0.gap == Gap::Comma).unwrap_or(words.len());
            let next = (end + 1..words.len()).find(|&at| words[at].0.gap == Gap::Comma).unwrap_or(words.len());
            let (part, following) = (&words[start..end], &words[end..next]);
            let behind = behind.filter(|_| end == words.len());
            if let Some(end) = surname_first(part, following) {
                found(part[0].0.start..end);
                start = next;
                continue;
            }
            if !behind.is_some_and(|behind| things(behind, &THINGS_BEHIND))
                && let Some(range) = given_first(part, before.is_some())
            {
                found(range);
            }
            start = end;
        }
        last
    }
}

/// What the lists say of a word, of a surname in the genitive too: `Nordmanns mor`.
fn known(word: &str) -> Listed {
    let whole = listed(word);
    if whole != Listed::default() {
        return whole;
    }
    let bare = word.strip_suffix('s').map(|bare| listed(bare.trim_end_matches(['\'', '’']))).unwrap_or_default();
    Listed { given: false, ..bare }
}

fn end_of(words: &[(Word<'_>, Listed)]) -> usize {
    words.last().map_or(0, |(word, _)| word.end())
}

/// Where the name ends in `Nordmann, Kari Anne`: one or two surnames, a comma, and nothing but given names and perhaps letters
/// behind them.
fn surname_first(surnames: &[(Word<'_>, Listed)], given: &[(Word<'_>, Listed)]) -> Option<usize> {
    let (first, (_, listed)) = given.first().zip(surnames.last())?;
    let is_given = |(word, listed): &(Word<'_>, Listed)| listed.given || word.is_initial();
    let plain = !first.1.ambiguous || (listed.surname && !listed.ambiguous);
    let (given, behind) = given.split_at(given.iter().take_while(|word| is_given(word)).count());
    let fits = (1..=2).contains(&surnames.len())
        && (1..=3).contains(&given.len())
        && first.1.given
        && plain
        && behind.iter().all(|(word, _)| word.is_upper())
        && (listed.surname || ends_as_surname(surnames[surnames.len() - 1].0.text))
        && !surnames.iter().any(|(word, _)| is_no_person(word.text))
        && !(surnames.len() == 2 && surnames[0].1.given && !surnames[0].1.surname);
    fits.then(|| end_of(given))
}

/// `Kari Nordmann`, with initials and particles between. In prose what is no name is written small.
fn given_first(words: &[(Word<'_>, Listed)], in_prose: bool) -> Option<Range<usize>> {
    if words.iter().all(|(word, _)| word.is_upper() || word.is_initial()) {
        return in_capitals(words);
    }
    let is_thing = |word: &Word<'_>, listed: &Listed| {
        let lower = word.text.to_lowercase();
        let is_listed = listed.given || listed.surname;
        let is_street = !is_listed && ["svei", "sgt", "sveg"].iter().any(|end| lower.ends_with(end));
        (word.is_upper() && !is_listed)
            || (is_no_person(word.text) && !listed.surname)
            || is_street
            || ORGANISATIONS.contains(&lower.as_str())
    };
    // Letters behind a name are no part of it: `Kari Hansen NAV`.
    let letters = |(word, listed): &(Word<'_>, Listed)| word.is_upper() && *listed == Listed::default();
    let end = words.iter().skip(1).position(|word| letters(word) && !is_no_person(word.0.text));
    let words = &words[..end.map_or(words.len(), |end| end + 1)];
    // A thing behind a name makes a thing of all of it: `Nordahl Grieg Skole`.
    if words.iter().skip(1).any(|(word, listed)| is_thing(word, listed)) {
        return None;
    }
    let from = words.iter().position(|(word, listed)| listed.given && !is_thing(word, listed) && !is_title(word));
    let is_of = |word: &Word<'_>| THINGS_BEFORE.contains(&word.text.to_lowercase().as_str());
    let Some(from) = from else {
        return if words.iter().any(|(word, _)| is_of(word)) { None } else { surname_alone(words) };
    };
    if words[..from].iter().any(|(word, _)| is_of(word)) {
        return None;
    }
    let (name, rest) = (words[from], &words[from + 1..]);
    let (last, last_listed) = *rest.last()?;
    let starts_sentence = matches!(name.0.gap, Gap::Sentence | Gap::Line);
    let surname = last_listed.surname || ends_as_surname(last.text);
    let sure = surname && (!last_listed.ambiguous || ends_as_surname(last.text));
    let fits = if name.1.ambiguous {
        sure || (in_prose && !starts_sentence) || (surname && words.len() == 2 && from == 0)
    } else {
        // Whoever has a given name has a surname behind it, listed or not.
        surname || (!last_listed.ambiguous && !last.is_initial() && last.text.chars().count() > 2)
    };
    let is_place =
        rest.len() == 1 && PLACES.contains(&format!("{} {}", name.0.text, last.text).to_lowercase().as_str());
    (fits && !is_place).then(|| name.0.start..last.end())
}

/// `KARI HANSEN RINGTE`: where all is written in capitals, only what is listed is part of a name.
fn in_capitals(words: &[(Word<'_>, Listed)]) -> Option<Range<usize>> {
    let from = words.iter().position(|(_, listed)| listed.given)?;
    let is_part = |(word, listed): &&(Word<'_>, Listed)| listed.given || listed.surname || word.is_initial();
    let name = &words[from..from + words[from..].iter().take_while(is_part).count()];
    let [(first, given), .., (last, surname)] = name else { return None };
    let sure = surname.surname && !(surname.ambiguous && given.ambiguous);
    (sure && !words.iter().any(|(word, listed)| is_no_person(word.text) && !listed.surname))
        .then(|| first.start..last.end())
}

/// A surname with a name before it that no list has: `Xyz Hansen`, within a sentence.
fn surname_alone(words: &[(Word<'_>, Listed)]) -> Option<Range<usize>> {
    let [.., (first, first_listed), (last, last_listed)] = words else { return None };
    let is_name = !first_listed.ambiguous && !first.is_upper() && first.text.chars().count() > 2;
    let is_plain =
        !is_no_person(first.text) && !is_title(first) && !ORGANISATIONS.contains(&first.text.to_lowercase().as_str());
    let fits = last_listed.surname
        && !last_listed.ambiguous
        && is_name
        && is_plain
        && !matches!(first.gap, Gap::Sentence | Gap::Line);
    fits.then(|| first.start..last.end())
}

fn is_title(word: &Word<'_>) -> bool {
    TITLES.contains(&word.text.trim_end_matches('.').to_lowercase().as_str())
}

/// Ends that names of sons and daughters have and few other words.
fn ends_as_surname(word: &str) -> bool {
    let word = word.strip_suffix("s").filter(|bare| bare.ends_with('n')).unwrap_or(word);
    let lower = word.to_lowercase();
    word.chars().count() >= 6
        && ["sen", "sson", "datter", "dóttir", "dottir"].iter().any(|end| lower.ends_with(end))
        && !["klassen", "kassen", "krisen", "prisen", "massen", "fasen", "rosen", "reisen", "analysen", "prosessen"]
            .iter()
            .any(|no| lower.ends_with(no))
}
