use super::in_text::in_text;
use super::persons::{at_least, beside, named, placed, unplaced};
use crate::matching::{Matching, present};
use munilint_model::{Body, Findings, Mention, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let is_address = field.role.role == Role::Address;
        if !is_address && !matches!(field.role.role, Role::Unknown | Role::Category | Role::Key) {
            continue;
        }
        let meant: fn(&str) -> bool = if is_address { names_house } else { is_dwelling };
        let houses = Matching::of(present(field), |text, _| meant(text));
        let least = if is_address { 50 } else { 90 };
        if !at_least(least, houses.seen.count, field.present()) {
            continue;
        }
        let others = beside(facts, field.column);
        if !others.is_empty() {
            let seen = if is_address { placed(facts, houses.seen) } else { unplaced(houses.seen.count) };
            let draft = found.add(Some(field.column), seen);
            draft.word("others", named(&others));
            if !is_address {
                draft.variant("dwelling");
            };
        }
    }
    facts.fields.iter().for_each(|field| in_text(field, &[Mention::Address, Mention::Property], found));
}

/// `Storgata 12`, `Storgata 12 B, H0101`: a word, a blank, and a number of a house with or without a letter.
fn names_house(text: &str) -> bool {
    let mut words = text.split(',').next().unwrap_or_default().split_whitespace();
    let street = words.next().unwrap_or_default();
    // A box at the post office is nobody's home.
    let is_box = ["postboks", "boks", "pb", "pb."].contains(&street.to_lowercase().as_str());
    !is_box && street.chars().any(char::is_alphabetic) && words.any(is_house_number)
}

fn is_house_number(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let letters = &word[digits..];
    (1..=3).contains(&digits)
        && (letters.is_empty() || (letters.len() == 1 && letters.as_bytes()[0].is_ascii_alphabetic()))
}

/// `H0101`: number of a dwelling (bruksenhetsnummer): main floors, under floors, cellar or loft, two digits for the floor
/// and two for the door (Kartverket, adresseringsveileder).
fn is_dwelling(text: &str) -> bool {
    matches!(text.as_bytes(), [b'H' | b'U' | b'L' | b'K', digits @ ..] if digits.len() == 4 && digits.iter().all(u8::is_ascii_digit))
}
