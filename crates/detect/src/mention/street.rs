//! Streets with the number of a house.

use std::ops::Range;

/// What names of streets end in, in lower case.
const ENDS: [&str; 37] = [
    "gate", "gata", "gaten", "gt", "vei", "veien", "veg", "vegen", "vn", "allé", "alle", "alléen", "plass", "plassen",
    "sti", "stien", "sving", "svingen", "bakken", "bakke", "tunet", "kroken", "ring", "ringen", "torg", "torget",
    "terrasse", "brygge", "kaia", "stubben", "faret", "løkka", "smau", "smauet", "brinken", "skrenten", "bråtet",
];

/// What they end in, too, when something stands before it in the same word: `Bjørkemyra`.
const COMPOUND_ENDS: [&str; 22] = [
    "moen", "myra", "lia", "åsen", "vollen", "haugen", "dalen", "jordet", "kleiva", "siden", "høgda", "høyden",
    "hagen", "enga", "bekken", "stranda", "vika", "berget", "lunden", "skogen", "marka", "tangen",
];

/// What they end in beyond doubt, so that a text in small letters may be meant.
const SURE_ENDS: [&str; 6] = ["gate", "gata", "gaten", "veien", "vegen", "bakken"];

/// Words that end so and are no street.
const NO_STREETS: [&str; 20] = [
    "barnehageplass", "sykehjemsplass", "båtplass", "parkeringsplass", "arbeidsplass", "studieplass", "skoleplass",
    "plass", "plassen", "vei", "gate", "ringt", "oppringt", "valgt", "solgt", "fulgt", "lagt", "sagt", "ring",
    "torget",
];

/// Most words of a name before the one that says that it is a street.
const MOST_WORDS: usize = 3;

/// The address whose house has the number from `start` to `end`: the street before it, and a letter behind.
pub(super) fn house(text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    if end - start > 3 || text.as_bytes()[start] == b'0' {
        return None;
    }
    let before = text.get(..start)?;
    let street = before.trim_end_matches([' ', '\u{a0}', '\n']);
    if street.len() == before.len() || street.len() + 3 < before.len() {
        return None;
    }
    let street = street_before(street)?;
    let rest = &text.as_bytes()[end..];
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let end = match rest {
        [letter, behind @ ..] if letter.is_ascii_alphabetic() && !is_letter(behind.first()) => end + 1,
        [b' ', b'A'..=b'H', behind @ ..] if behind.first().is_none_or(|byte| !byte.is_ascii_alphanumeric()) => end + 2,
        [b'.' | b',', digit, ..] if digit.is_ascii_digit() => return None,
        _ if is_letter(rest.first()) => return None,
        _ => end,
    };
    Some(street..postal_place(text, end).unwrap_or(end))
}

/// Where the postal code and its place end that an address is followed by: `, 0155 Oslo`.
fn postal_place(text: &str, end: usize) -> Option<usize> {
    let rest = text[end..].trim_start_matches([',', ' ', '\n']);
    let (code, behind) = rest.split_at_checked(4)?;
    let place = behind.strip_prefix(' ')?;
    let letters = place.find(|c: char| !c.is_alphabetic()).unwrap_or(place.len());
    let is_near = rest.len() < text.len() - end && text.len() - end - rest.len() <= 2;
    (is_near && letters >= 2 && code.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.len() - place.len() + letters)
}

/// Where the name of a street starts that a text ends in: `… i Christian Michelsens gate`.
fn street_before(text: &str) -> Option<usize> {
    let last = last_word(text);
    let word = text[last..].trim_end_matches('.');
    if !word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'')) {
        return None;
    }
    // `den`, `sak`, `kl`: short words are looked up before anything is made of them.
    if word.len() < 4 && !["vei", "veg", "sti", "gt", "vn"].contains(&word) {
        return None;
    }
    let lower = word.to_lowercase();
    let is_compound = |ends: &[&str]| ends.iter().any(|end| lower.ends_with(end) && lower.len() >= end.len() + 3);
    if !ENDS.iter().any(|end| lower.ends_with(end)) && !is_compound(&COMPOUND_ENDS) {
        return None;
    }
    let is_named = word.starts_with(char::is_uppercase) || is_compound(&SURE_ENDS);
    let is_whole = is_named && !NO_STREETS.contains(&lower.as_str());
    let start = named_before(&text[..last]);
    // `Ring` is what one does, too.
    if start < last && word != "Ring" { Some(start) } else { is_whole.then_some(last) }
}

/// Where the capitalised words start that a text ends in; its end when there are none.
fn named_before(text: &str) -> usize {
    let mut start = text.len();
    for _ in 0..MOST_WORDS {
        let Some(before) = text[..start].strip_suffix([' ', '\u{a0}']) else { break };
        let from = last_word(before);
        let word = &before[from..];
        // A full stop ends a sentence, but for that of an initial or a title.
        let is_sentence = word.ends_with('.') && word.len() > 2 && !["St.", "Dr.", "Prof."].contains(&word);
        if is_sentence
            || !word.starts_with(char::is_uppercase)
            || !word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\''))
        {
            break;
        }
        start = from;
    }
    start
}

/// Where the last word of a text starts.
fn last_word(text: &str) -> usize {
    let before = text.rfind([' ', '\u{a0}', '\n', ',', '(']);
    before.map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8))
}
