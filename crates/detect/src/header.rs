//! What the name of a field says about its values.

use crate::header_terms::{ABOUT, MEASURES, NAMES, NO_ADDRESS, PERSONS, ROLES, Term, WITHOUT, Where};
use crate::label::differ_by_one;

/// From this length on a term may be misspelt by one letter.
const SPELLING: usize = 10;
/// A text of more words is no name of a field.
const MOST_WORDS: usize = 9;
/// What is taken from the score when the header says more than the term.
const MORE: f32 = 0.15;
/// What is taken from the score when the term is misspelt.
const MISSPELT: f32 = 0.1;

/// Folds a header's name so that spellings of the same words become the same text.
///
/// Lower case; `æ` is `ae`, `ø` and `oe` are `o`, `å` and `aa` are `a`, other Latin letters lose their marks; words that
/// are joined by a capital (`fodselsNr`), and whatever is no letter or digit, are set apart by one space.
#[must_use]
pub fn fold(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 8);
    let mut before = ' ';
    for c in name.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        match plain(c) {
            Some(letters) => spaced.push_str(letters),
            None if c.is_alphanumeric() => spaced.extend(c.to_lowercase()),
            None if !spaced.ends_with(' ') => spaced.push(' '),
            None => {}
        }
        before = c;
    }
    spaced.trim().replace("oe", "o").replace("aa", "a")
}

/// The words of a name, folded.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    fold(name).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words for a year that says something of a person and not of the row, folded and without spaces.
const BIRTH_YEARS: [&str; 6] = ["fodselsar", "fodear", "fodtar", "birthyear", "yearofbirth", "fodselar"];

/// True for a header that speaks of a year of birth.
#[must_use]
pub fn is_birth_year(name: &str) -> bool {
    let name = fold(name).replace(' ', "");
    BIRTH_YEARS.iter().any(|word| name.contains(word))
}

/// True for a header that speaks of a day or year of birth.
#[must_use]
pub fn says_birth(name: &str) -> bool {
    is_birth_year(name) || header_role(name).is_some_and(|(role, _)| role == "birth-date")
}

/// The role that a field's name tells, and how sure it is, from 0 to 1; `None` when the name tells none.
///
/// Roles are named as the model names them: `municipality-number`, `person-name` and so on. A name that tells of a measure
/// (`antall`, `andel`, `per`) has none, nor has a year of birth, and `navn` alone says nothing of persons.
#[must_use]
pub fn header_role(name: &str) -> Option<(&'static str, f32)> {
    let all = words(name);
    if all.len() > MOST_WORDS || is_measure(&all) {
        return None;
    }
    // What stands in brackets explains: `Fødselsnummer (11 siffer)`.
    let plain = words(name.split('(').next().unwrap_or_default());
    let found = [judge(&all), judge(&plain)].into_iter().flatten().reduce(|a, b| if b.1 > a.1 { b } else { a });
    found.map(|(role, score)| (role, (score * 100.0).round() / 100.0))
}

fn judge(words: &[String]) -> Option<(&'static str, f32)> {
    // `adresse uten tillegg` is an address, `uten adresse` is none.
    let words = words.split(|word| WITHOUT.contains(&word.as_str())).next().unwrap_or_default();
    let numbered = words.iter().any(|word| is_number(word));
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !is_filler(word)).collect();
    let mut best: Option<(&'static str, f32)> = None;
    for (role, terms) in &ROLES {
        // `15-24 år` is an age, not a year.
        let terms = terms.iter().filter(|term| !numbered || term.place != Where::Alone);
        let score = terms.filter_map(|term| fit(term, &words)).fold(0.0, f32::max);
        let score = if *role == "person-name" { score.max(name_of_person(&words)) } else { score };
        if score > best.map_or(0.0, |(_, score)| score) && !is_about(role, &words) {
            best = Some((role, score));
        }
    }
    best
}

/// ASCII letters for a character; `None` when it has no such form.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' | 'Æ' | 'ä' | 'Ä' => "ae",
        'ø' | 'Ø' | 'ö' | 'Ö' | 'ó' | 'Ó' | 'ò' | 'Ò' | 'ô' | 'Ô' => "o",
        'å' | 'Å' | 'á' | 'Á' | 'à' | 'À' | 'â' | 'Â' => "a",
        'é' | 'É' | 'è' | 'È' | 'ê' | 'Ê' | 'ë' | 'Ë' => "e",
        'ü' | 'Ü' | 'ú' | 'Ú' => "u",
        'í' | 'Í' | 'ï' | 'Ï' => "i",
        'č' | 'Č' => "c",
        'đ' | 'Đ' => "d",
        'ŋ' | 'Ŋ' | 'ñ' | 'Ñ' => "n",
        'š' | 'Š' => "s",
        'ŧ' | 'Ŧ' => "t",
        'ž' | 'Ž' => "z",
        _ => return None,
    })
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Numbers (years, mostly) and small words say nothing about the values.
fn is_filler(word: &str) -> bool {
    is_number(word)
        || matches!(
            word,
            "alle" | "for" | "fra" | "i" | "og" | "and" | "or" | "eller" | "den" | "det" | "pa" | "the" | "til" | "ved"
        )
}

fn is_measure(words: &[String]) -> bool {
    words.iter().any(|word| MEASURES.contains(&word.as_str())) && !words.concat().contains("dateofbirth")
}

/// True when the header tells of a value of that role and is not the value.
fn is_about(role: &str, words: &[&str]) -> bool {
    match role {
        "address" => {
            let joined = words.concat();
            NO_ADDRESS.iter().any(|start| words.iter().any(|word| word.starts_with(start)) || joined.starts_with(start))
                || words.iter().any(|word| ABOUT.contains(word))
        }
        "telephone" | "email" | "person-name" | "date" => words.iter().any(|word| ABOUT.contains(word)),
        _ => false,
    }
}

/// How well a term fits the words of a header.
fn fit(term: &Term, words: &[&str]) -> Option<f32> {
    let whole = words.concat();
    if whole == term.text {
        return Some(term.score);
    }
    if misspelt(term.text, &whole) {
        return Some(term.score - MISSPELT);
    }
    if term.place == Where::Alone {
        return None;
    }
    let mut best = 0.0_f32;
    for start in 0..words.len() {
        let mut joined = String::new();
        for word in words[start..].iter().take(3) {
            joined.push_str(word);
            let score = if joined == term.text || (term.place == Where::End && ends(&joined, term.text)) {
                term.score - MORE
            } else if misspelt(term.text, &joined) {
                term.score - MORE - MISSPELT
            } else {
                continue;
            };
            best = best.max(score);
        }
    }
    (best > 0.0).then_some(best)
}

/// True for a compound whose last part is the term: there are at least two letters before it.
fn ends(word: &str, term: &str) -> bool {
    word.len() >= term.len() + 2 && word.ends_with(term)
}

/// `navn` beside a word for a person: `elevens navn`, `navn på ansatt`.
fn name_of_person(words: &[&str]) -> f32 {
    let named = words.iter().any(|word| NAMES.contains(word));
    let person = words.iter().any(|word| PERSONS.contains(word));
    if named && person { 0.8 } else { 0.0 }
}

/// True when two words differ by one letter: another one, one too many, one too few, or two that changed places.
fn misspelt(term: &str, word: &str) -> bool {
    let (a, b) = (term.as_bytes(), word.as_bytes());
    a.len() >= SPELLING && differ_by_one(a, b)
}

#[cfg(test)]
#[path = "header_tests.rs"]
mod tests;
