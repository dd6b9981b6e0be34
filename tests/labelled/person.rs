//! Persons who do not exist: given names and surnames put together at random.

use super::word_list::{Sections, section, words};
use crate::seeded::Dice;
use std::sync::LazyLock;

static GIVEN: LazyLock<Sections> = LazyLock::new(|| words(include_str!("names/given.txt")));
static SURNAMES: LazyLock<Sections> = LazyLock::new(|| words(include_str!("names/surname.txt")));

/// Where names are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// Common in Norway.
    Norwegian,
    /// Norwegian, and a word or a place as well: `Liv Berg`.
    Word,
    /// Sámi.
    Sami,
    /// Swedish, Danish, Finnish, Icelandic, German, English, French, Spanish.
    Western,
    /// Polish, Lithuanian, Ukrainian, Russian, Romanian, Bosnian, Albanian.
    Eastern,
    /// Somali, Eritrean, Ethiopian.
    African,
    /// Arabic, Kurdish, Persian, Turkish, Afghan.
    MiddleEastern,
    /// Pakistani, Indian, Tamil.
    SouthAsian,
    /// Vietnamese, Thai, Filipino, Chinese.
    EastAsian,
}

/// All origins with their share of a hundred.
pub const ORIGINS: [(Origin, u32); 9] = [
    (Origin::Norwegian, 50),
    (Origin::Word, 13),
    (Origin::Sami, 5),
    (Origin::Western, 7),
    (Origin::Eastern, 8),
    (Origin::African, 5),
    (Origin::MiddleEastern, 5),
    (Origin::SouthAsian, 4),
    (Origin::EastAsian, 3),
];

impl Origin {
    /// The section of the lists; of given names, those common in Norway have two.
    fn section(self) -> &'static str {
        match self {
            Origin::Norwegian => "norwegian",
            Origin::Word => "word",
            Origin::Sami => "sami",
            Origin::Western => "western",
            Origin::Eastern => "eastern",
            Origin::African => "african",
            Origin::MiddleEastern => "middle-eastern",
            Origin::SouthAsian => "south-asian",
            Origin::EastAsian => "east-asian",
        }
    }

    /// What it is called where figures are shown.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Origin::Norwegian => "common in Norway",
            Origin::Word => "Norwegian, and a word or a place as well",
            Origin::Sami => "Sámi",
            Origin::Western => "Nordic, German, English, French, Spanish",
            Origin::Eastern => "Polish, Lithuanian, Ukrainian, Romanian, Bosnian, Albanian",
            Origin::African => "Somali, Eritrean, Ethiopian",
            Origin::MiddleEastern => "Arabic, Kurdish, Persian, Turkish, Afghan",
            Origin::SouthAsian => "Pakistani, Indian, Tamil",
            Origin::EastAsian => "Vietnamese, Thai, Filipino, Chinese",
        }
    }
}

/// A name that nobody was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Given names: one, two, or two with a hyphen.
    pub given: String,
    /// A name between, or nothing.
    pub middle: String,
    /// The surname.
    pub surname: String,
    /// Where the names are from.
    pub origin: Origin,
}

impl Person {
    /// Somebody new.
    pub fn born(dice: &mut Dice) -> Self {
        let mut turn = dice.within(1..=100);
        let origin = ORIGINS.into_iter().find(|(_, share)| {
            let is_it = turn <= *share;
            turn = turn.saturating_sub(*share);
            is_it
        });
        let origin = origin.map_or(Origin::Norwegian, |(origin, _)| origin);
        let at_home = matches!(origin, Origin::Norwegian | Origin::Word);
        let names = match origin {
            Origin::Norwegian if dice.within(0..=1) == 0 => "norwegian women",
            Origin::Norwegian => "norwegian men",
            other => other.section(),
        };
        let mut given = given_of(names, dice);
        let mut surname = surname_of(origin, dice);
        let mut middle = String::new();
        match dice.within(1..=100) {
            1..=9 if origin == Origin::Norwegian => given = format!("{given} {}", given_of(names, dice)),
            10..=17 if origin == Origin::Norwegian => given = format!("{given}-{}", given_of(names, dice)),
            18..=27 => middle = surname_of(Origin::Norwegian, dice),
            28..=31 if at_home => surname = format!("{surname}-{}", surname_of(Origin::Norwegian, dice)),
            32..=35 => given = format!("{given} {}.", initial(&surname_of(Origin::Norwegian, dice))),
            36..=47 if !at_home => surname = surname_of(Origin::Norwegian, dice),
            48..=53 if !at_home => given = given_of("norwegian women", dice),
            _ => {}
        }
        Person { given, middle, surname, origin }
    }

    /// All names in their order.
    #[must_use]
    pub fn full(&self) -> String {
        if self.middle.is_empty() {
            format!("{} {}", self.given, self.surname)
        } else {
            format!("{} {} {}", self.given, self.middle, self.surname)
        }
    }

    /// `Surname, Given`.
    #[must_use]
    pub fn reversed(&self) -> String {
        format!("{}, {} {}", self.surname, self.given, self.middle).trim_end().to_owned()
    }

    /// The first given name, as one is called.
    #[must_use]
    pub fn called(&self) -> &str {
        self.given.split(' ').next().unwrap_or(&self.given)
    }

    /// `G. Surname`.
    #[must_use]
    pub fn with_initials(&self) -> String {
        let initials: Vec<String> = self
            .given
            .split([' ', '-'])
            .filter(|part| !part.ends_with('.'))
            .map(|part| format!("{}.", initial(part)))
            .collect();
        format!("{} {}", initials.join(""), self.surname)
    }
}

fn given_of(names: &str, dice: &mut Dice) -> String {
    (*dice.pick(section(&GIVEN, names))).to_owned()
}

fn surname_of(origin: Origin, dice: &mut Dice) -> String {
    (*dice.pick(section(&SURNAMES, origin.section()))).to_owned()
}

fn initial(name: &str) -> char {
    name.chars().next().unwrap_or('N')
}
