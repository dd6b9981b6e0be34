//! Free text and tables as Norwegian municipalities write them, made at random, with a label on every value that could
//! identify a person and on much that only looks like one.
//!
//! Nobody is meant: names are put together at random, identity numbers are of the synthetic series (80 is added to the
//! month), e-mail addresses are under reserved domains. The set knows nothing of the detectors: its names, words and
//! sentences are its own, in the files beside it. The same seed makes the same set.

pub mod column;
pub mod kind;
pub mod number;
pub mod person;
pub mod place;
pub mod slot;
pub mod style;
pub mod table;
pub mod template;
pub mod text;
pub mod trap;
pub mod word_list;

use crate::seeded::Dice;
use kind::Label;
use person::Person;
use std::ops::Range;

/// The seed of the set that is measured.
pub const SEED: u64 = 4_031_814;

/// What a span of text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// Where in the text, in bytes.
    pub span: Range<usize>,
    /// What stands there.
    pub label: Label,
    /// Where the names are from that stand there.
    pub origin: Option<person::Origin>,
}

/// Makes values: seeded numbers, the word lists, and the persons that the text at hand is about.
#[derive(Clone, Debug)]
pub struct Maker {
    /// The numbers.
    pub dice: Dice,
    /// The persons that a text speaks of; the first is whom it is about.
    pub cast: [Person; CAST],
}

/// How many persons a text can speak of.
pub const CAST: usize = 4;

impl Maker {
    /// Starts from `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let cast = std::array::from_fn(|_| Person::born(&mut dice));
        Maker { dice, cast }
    }

    /// Takes other persons.
    pub fn recast(&mut self) {
        for person in &mut self.cast {
            *person = Person::born(&mut self.dice);
        }
    }

    /// True in `percent` of a hundred.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.dice.within(1..=100) <= percent
    }
}
