//! Streets with the number of a house.

use std::ops::Range;

/// What names of streets end in, in lower case.
const ENDS: [&str; 33] = [
    "gate", "gata", "gaten", "gt", "vei", "veien", "veg", "vegen", "vn", "allé", "alle", "alléen", "plass", "plassen",
    "sti", "stien", "sving", "svingen", "bakken", "bakke", "tunet", "kroken", "ringen", "torg", "torget", "terrasse",
    "brygge", "kaia", "stubben", "faret", "løkka", "smau", "smauet",
];

/// Words that end so and are no street.
const NO_STREETS: [&str; 10] =
    ["avgate", "underveis", "fravei", "barnehageplass", "sykehjemsplass", "oppgate", "plass", "plassen", "vei", "gate"];

/// Most words of a name before the one that says that it is a street.
const MOST_WORDS: usize = 3;

/// The address whose house has the number from `start` to `end`: the street before it, and a letter behind.
pub(super) fn house(text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    if end - start > 3 || text.as_bytes()[start] == b'0' {
        return None;
    }
    let street = street_before(text.get(..start)?.strip_suffix([' ', '\u{a0}'])?)?;
    let rest = &text.as_bytes()[end..];
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let end = match rest {
        [letter, behind @ ..] if letter.is_ascii_alphabetic() && !is_letter(behind.first()) => end + 1,
        [b' ', letter @ b'A'..=b'H', behind @ ..]
            if *letter <= b'H' && behind.first().is_none_or(|byte| !byte.is_ascii_alphanumeric()) =>
        {
            end + 2
        }
        [b'.' | b',', digit, ..] if digit.is_ascii_digit() => return None,
        _ if is_letter(rest.first()) => return None,
        _ => end,
    };
    Some(street..end)
}

/// Where the name of a street starts that a text ends in: `… i Christian Michelsens gate`.
fn street_before(text: &str) -> Option<usize> {
    let last = text
        .rfind([' ', '\u{a0}', '\n', ',', '('])
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let word = text[last..].trim_end_matches('.');
    if !word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'')) {
        return None;
    }
    let lower = word.to_lowercase();
    let is_street = ENDS.iter().any(|end| lower.ends_with(end));
    if !is_street {
        return None;
    }
    let is_whole = word.starts_with(char::is_uppercase) && !NO_STREETS.contains(&lower.as_str());
    let start = named_before(&text[..last]);
    if start < last { Some(start) } else { is_whole.then_some(last) }
}

/// Where the capitalised words start that a text ends in; its end when there are none.
fn named_before(text: &str) -> usize {
    let mut start = text.len();
    for _ in 0..MOST_WORDS {
        let Some(before) = text[..start].strip_suffix([' ', '\u{a0}']) else { break };
        let from = before
            .rfind([' ', '\u{a0}', '\n', ',', '('])
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let word = &before[from..];
        if !word.starts_with(char::is_uppercase)
            || !word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\''))
        {
            break;
        }
        start = from;
    }
    start
}
