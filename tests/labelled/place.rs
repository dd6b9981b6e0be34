//! Streets, addresses and properties, put together of parts; streets that are named after somebody, too.

use super::Maker;
use super::word_list::{Sections, section, words};
use std::sync::LazyLock;

static PLACES: LazyLock<Sections> = LazyLock::new(|| words(include_str!("words/places.txt")));

impl Maker {
    /// One of the words of a section of the places.
    pub fn place(&mut self, name: &str) -> &'static str {
        self.dice.pick::<&str>(section(&PLACES, name))
    }

    /// A street that is not named after anybody.
    pub fn street(&mut self) -> String {
        match self.dice.within(1..=100) {
            1..=8 => format!("{} {}", self.place("which"), self.place("street of one word")),
            9..=20 => self.place("street of one word").to_owned(),
            21..=26 => format!("{} {}", self.place("farm"), self.place("yard")),
            _ => format!("{}{}", self.place("street front"), self.place("street end")),
        }
    }

    /// A street and a house number.
    pub fn street_written(&mut self) -> String {
        let street = if self.chance(20) { self.place("street after a person").to_owned() } else { self.street() };
        let number = self.dice.within(1..=140);
        let letter = *self.dice.pick(&["A", "B", "C", "D"]);
        match self.dice.within(1..=100) {
            1..=65 => format!("{street} {number}"),
            66..=80 => format!("{street} {number}{letter}"),
            81..=92 => format!("{street} {number} {letter}"),
            _ => format!("{street} {number}{}", letter.to_lowercase()),
        }
    }

    /// A street, a house number, a postal code and its place.
    pub fn postal_written(&mut self) -> String {
        format!("{}, {}", self.street_written(), self.place("postal place"))
    }

    /// The number of a property in the cadastre, as it is written in text.
    pub fn cadastre_written(&mut self) -> String {
        let (gnr, bnr) = (self.dice.within(1..=240), self.dice.within(1..=980));
        match self.dice.within(1..=100) {
            1..=30 => format!("gnr. {gnr} bnr. {bnr}"),
            31..=50 => format!("gnr {gnr} bnr {bnr}"),
            51..=62 => format!("gnr. {gnr}, bnr. {bnr}"),
            63..=78 => format!("gnr/bnr {gnr}/{bnr}"),
            79..=88 => format!("gbnr {gnr}/{bnr}"),
            89..=94 => format!("Gnr/Bnr: {gnr}/{bnr}"),
            _ => format!("gårdsnummer {gnr} bruksnummer {bnr}"),
        }
    }
}
