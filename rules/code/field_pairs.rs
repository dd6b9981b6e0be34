//! Pairs of fields that say the same of a record in two ways, compared record by record.

use crate::combinations::Combinations;
use crate::fold::Fold;
use munilint_detect::header;
use munilint_model::{Batch, Check, Field, Findings, Occurrences, TableContext};

/// More different combinations of two fields than this are not compared.
const MOST_COMBINATIONS: usize = 20_000;

/// More pairs of fields than this are not compared.
const MOST_PAIRS: usize = 8;

/// What two values that stand in one record say of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// They mean the same.
    Fits,
    /// One is what the other was before, or became.
    Related,
    /// They mean two different things.
    Contradicts,
    /// Nothing can be said: one of them is no known code or name.
    Unknown,
}

/// Two fields, and how their values are compared.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    /// Positions of the fields, from 0.
    pub(super) fields: [usize; 2],
    /// Compares a value of the first field with one of the second.
    pub(super) compare: fn(&str, &str) -> Verdict,
    /// What a value of the first field really means, as a message says it.
    pub(super) meant: fn(&str) -> Option<String>,
    /// False when even a sure contradiction is no error: people write the second field as they like.
    pub(super) is_strict: bool,
}

impl Pair {
    /// The pairs of the fields for which `first` and `second` hold and whose names are about the same thing.
    pub(super) fn among(
        fields: &[Field],
        first: impl Fn(&Field) -> bool,
        second: impl Fn(&Field) -> bool,
        like: Pair,
    ) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for (one, _) in fields.iter().enumerate().filter(|(_, field)| first(field)) {
            for (other, _) in fields.iter().enumerate().filter(|(_, field)| second(field)) {
                if one != other && qualifiers(&fields[one].name) == qualifiers(&fields[other].name) {
                    pairs.push(Pair { fields: [one, other], ..like });
                }
            }
        }
        pairs
    }
}

/// Endings of names of fields that tell the kind of the field, and not whose area it is.
const KINDS: [&str; 33] = [
    "nummer", "numre", "nr", "kode", "navn", "namn", "name", "number", "code", "no", "id", "kommune", "kommuner",
    "municipality", "muni", "fylkes", "fylke", "fylker", "fylkeskommune", "county", "region", "bydels", "bydel",
    "bydeler", "post", "postal", "sted", "stad", "place", "city", "zip", "omrade", "k",
];

/// What a field's name says besides its kind: `bo` of `bostedskommune`, `2023` of `Kommunenr 2023`.
fn qualifiers(name: &str) -> Vec<String> {
    let mut rest: Vec<String> = header::words(name).iter().map(|word| without_kinds(word).to_owned()).collect();
    rest.retain(|word| !word.is_empty());
    rest.sort();
    rest.dedup();
    rest
}

fn without_kinds(word: &str) -> &str {
    let mut rest = word;
    while let Some(shorter) = KINDS.iter().find_map(|kind| rest.strip_suffix(kind)) {
        rest = shorter.strip_suffix('s').filter(|rest| !rest.is_empty()).unwrap_or(shorter);
    }
    rest
}

/// Two values of a pair of fields, with where they stand together.
pub(super) struct Together {
    /// The value of the first field.
    pub(super) first: String,
    /// The value of the second field.
    pub(super) second: String,
    /// Where and how often.
    pub(super) seen: Occurrences,
}

/// What the records say of a pair of fields.
#[derive(Default)]
pub(super) struct Outcome {
    fits: Vec<Together>,
    related: Vec<Together>,
    contradicts: Vec<Together>,
}

/// Combinations of a kind that are few among all.
pub(super) struct Few<'a> {
    /// The one that stands first.
    pub(super) example: &'a Together,
    /// Where they all stand.
    pub(super) seen: Occurrences,
    /// True when they are so few that the rest is beyond doubt.
    pub(super) is_sure: bool,
}

impl Outcome {
    fn of(pair: &Pair, combinations: Combinations) -> Self {
        let mut outcome = Outcome::default();
        for (texts, seen) in combinations.finish().unwrap_or_default() {
            let Ok([first, second]) = <[String; 2]>::try_from(texts) else { continue };
            let kind = match (pair.compare)(&first, &second) {
                Verdict::Fits => &mut outcome.fits,
                Verdict::Related => &mut outcome.related,
                Verdict::Contradicts => &mut outcome.contradicts,
                Verdict::Unknown => continue,
            };
            kind.push(Together { first, second, seen });
        }
        outcome
    }

    /// Combinations that contradict each other, unless they are so many that the fields are about different things.
    pub(super) fn contradicting(&self) -> Option<Few<'_>> {
        self.few(&self.contradicts)
    }

    /// Combinations of what was and what is, unless they are so many that the table is a key from one to the other.
    pub(super) fn related(&self) -> Option<Few<'_>> {
        self.few(&self.related).filter(|few| few.is_sure)
    }

    fn few<'a>(&'a self, meant: &'a [Together]) -> Option<Few<'a>> {
        let rows = |kind: &[Together]| kind.iter().map(|together| together.seen.count).sum::<u64>();
        let (odd, fitting) = (meant.len() as u64, self.fits.len() as u64);
        let (odd_rows, fitting_rows) = (rows(meant), rows(&self.fits));
        let is_below = |times: u64| odd * times < fitting && odd_rows * times < fitting_rows;
        let example = meant.iter().min_by_key(|together| together.seen.first.first().copied())?;
        let mut seen = Occurrences::default();
        meant.iter().for_each(|together| seen.merge(&together.seen));
        is_below(1).then(|| Few { example, seen, is_sure: is_below(3) })
    }
}

/// Compares pairs of fields record by record.
pub(super) struct Comparison {
    /// The pairs that the fields of a table make.
    pub(super) pairs: fn(&[Field]) -> Vec<Pair>,
    /// Says what was found in one of them, in the field of that column.
    pub(super) tell: fn(&Pair, u32, &Outcome, &mut Findings),
}

impl Comparison {
    fn pairs(&self, table: &TableContext) -> Vec<Pair> {
        let mut pairs = (self.pairs)(&table.fields);
        pairs.truncate(MOST_PAIRS);
        pairs
    }
}

impl Check for Comparison {
    /// For each pair, in order.
    type State = Vec<Combinations>;

    fn start(&self, table: &TableContext) -> Self::State {
        self.pairs(table).iter().map(|pair| Combinations::of(&pair.fields, MOST_COMBINATIONS)).collect()
    }

    fn update(&self, state: &mut Self::State, batch: &Batch) {
        state.update(batch);
    }

    fn merge(&self, state: &mut Self::State, other: Self::State) {
        state.merge(other);
    }

    fn finish(&self, state: Self::State, table: &TableContext, found: &mut Findings) {
        for (pair, combinations) in self.pairs(table).iter().zip(state) {
            let Some(field) = table.fields.get(pair.fields[0]) else { continue };
            (self.tell)(pair, field.column, &Outcome::of(pair, combinations), found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_fields_tell_whose_area_it_is() {
        for (one, other) in [
            ("kommunenr", "kommune"),
            ("knr", "kname"),
            ("Kommunenummer_19", "Kommunenavn_19"),
            ("Fylkekode", "Fylke"),
            ("postnr", "poststed"),
            ("bostedskommunenr", "bostedskommune"),
            ("Kommunenummer (Municipality Number)", "Kommune (Municipality)"),
            ("bosted_kommunenr", "bostedskommune"),
        ] {
            assert_eq!(qualifiers(one), qualifiers(other), "{one} {other}");
        }
        for (one, other) in
            [("bostedskommune", "arbeidskommunenr"), ("kommunenr", "skolekommune"), ("Fylke 2023", "Fylkesnr 2024")]
        {
            assert_ne!(qualifiers(one), qualifiers(other), "{one} {other}");
        }
    }
}
