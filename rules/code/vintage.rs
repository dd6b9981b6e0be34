//! Which edition (vintage) of the municipality division a column fits, and what became of numbers that ended.

use super::municipalities::{MUNICIPALITIES, SURE, codes, is_digits};
use crate::matching::present;
use munilint_model::{Draft, FieldFacts, Findings, Occurrences};
use std::collections::BTreeMap;

/// The municipality numbers of a column, each with its places. Other numbers are left out.
pub(crate) struct Numbers(BTreeMap<String, Occurrences>);

impl Numbers {
    /// The numbers of the field; a lost zero is put back, and lists in one cell are looked at one by one.
    pub(super) fn of(field: &FieldFacts) -> Self {
        let mut numbers: BTreeMap<String, Occurrences> = BTreeMap::new();
        let mut others = false;
        for value in present(field) {
            for code in codes(&value.text) {
                let code = if is_digits(code, 3) { format!("0{code}") } else { code.to_owned() };
                if MUNICIPALITIES.contains(&code) {
                    numbers.entry(code).or_default().merge(&value.seen);
                } else {
                    others = true;
                }
            }
        }
        // Under `kommune` alone amounts may stand, some of which look like municipalities.
        if others && field.role.score < SURE { Numbers(BTreeMap::new()) } else { Numbers(numbers) }
    }

    /// Numbers that were read already; those of no municipality are left out.
    pub(crate) fn of_codes<'a>(codes: impl IntoIterator<Item = &'a str>) -> Self {
        let known = codes.into_iter().filter(|code| MUNICIPALITIES.contains(code));
        Numbers(known.map(|code| (code.to_owned(), Occurrences::default())).collect())
    }

    /// How many different numbers there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// How many of them were in use in the year.
    pub(super) fn valid_in(&self, year: i32) -> usize {
        self.0.keys().filter(|code| MUNICIPALITIES.valid_in(code, year)).count()
    }

    /// The newest of the years in which most of the numbers were in use. A division that still lasts is told by the year
    /// in which it began.
    pub(crate) fn best_year(&self) -> i32 {
        let years = MUNICIPALITIES.years();
        // A division begins on the first day of such a year and lasts until the next one.
        years.into_iter().max_by_key(|&year| (self.valid_in(year), year)).unwrap_or_default()
    }

    /// The first and the last year, around `year` and until the list's newest, in which as many of the numbers were in use.
    pub(super) fn span_around(&self, year: i32) -> (i32, i32) {
        let as_many = |other: &i32| self.valid_in(*other) == self.valid_in(year);
        let years = MUNICIPALITIES.years();
        let (Some(&oldest), Some(&newest)) = (years.first(), years.last()) else { return (year, year) };
        let first = (oldest..=year).rev().take_while(as_many).last().unwrap_or(year);
        let last = (year..=newest).take_while(as_many).last().unwrap_or(year);
        (first, last)
    }

    /// The numbers that `is_meant` is true for, with where they stand.
    pub(super) fn that(&self, is_meant: impl Fn(&str) -> bool) -> Vec<(&str, &Occurrences)> {
        self.0.iter().filter(|(code, _)| is_meant(code)).map(|(code, seen)| (code.as_str(), seen)).collect()
    }
}

/// The year of the newest edition.
pub(super) fn newest_year() -> i32 {
    MUNICIPALITIES.years().last().copied().unwrap_or_default()
}

/// True when the number was given up before the year began.
pub(super) fn ended_before(code: &str, year: i32) -> bool {
    matches!(MUNICIPALITIES.span_of(code), Some((_, Some(last))) if last < year)
}

/// True when the number came into use after the year.
pub(super) fn begins_after(code: &str, year: i32) -> bool {
    matches!(MUNICIPALITIES.span_of(code), Some((first, _)) if first > year)
}

/// A number that ended, and what took over.
pub(crate) struct Change {
    /// The number's last name.
    pub(crate) name: String,
    /// Numbers on the way from the old one to those that count: `3024` for Bærum from 0219 to 3201.
    between: Option<(String, i32)>,
    /// What took over, with names.
    pub(crate) successors: Vec<String>,
    /// The year it did.
    pub(crate) year: i32,
}

impl Change {
    /// Follows the number to those in use in `year`, or as far as it was not split.
    pub(crate) fn of(code: &str, year: i32) -> Option<Self> {
        let first = MUNICIPALITIES.entry(code)?;
        let mut entry = first;
        let mut between = None;
        loop {
            let changed = entry.to?.year;
            let next = entry.successors.first().filter(|_| entry.successors.len() == 1);
            let goes_on = next.filter(|next| ended_before(next, year) && next.as_str() != entry.code);
            let Some(next) = goes_on else {
                let successors = entry.successors.iter().map(|code| with_name(code)).collect();
                return Some(Change { name: first.name.clone(), between, successors, year: changed });
            };
            between = Some((next.clone(), changed));
            entry = MUNICIPALITIES.entry(next)?;
        }
    }
}

fn with_name(code: &str) -> String {
    format!("{code} {}", MUNICIPALITIES.name_of(code).unwrap_or_default()).trim_end().to_owned()
}

/// Tells of numbers that had ended by `year`: those with one successor together, those that were split apart from them.
/// `tell` adds to each finding what the rule has to say besides.
pub(super) fn tell_ended(
    found: &mut Findings,
    column: u32,
    ended: &[(&str, &Occurrences)],
    year: i32,
    tell: impl Fn(&mut Draft),
) {
    let changes: Vec<_> =
        ended.iter().filter_map(|&(code, seen)| Some((code, seen, Change::of(code, year)?))).collect();
    for is_split in [false, true] {
        let mut seen = Occurrences::default();
        let mut meant: Vec<_> =
            changes.iter().filter(|(_, _, change)| (change.successors.len() > 1) == is_split).collect();
        meant.sort_by_key(|(code, seen, _)| (seen.first.first().copied(), *code));
        meant.iter().for_each(|(_, more, _)| seen.merge(more));
        let Some((code, _, change)) = meant.first() else { continue };
        let draft = found.add(Some(column), seen);
        match &change.between {
            _ if is_split => draft.variant("split"),
            Some((between, earlier)) => {
                draft.variant("twice").word("between", between).word("earlier", earlier.to_string())
            }
            None => draft,
        };
        draft.kind = if is_split { "split" } else { "" };
        draft.word("code", *code).word("name", &change.name).word("successors", change.successors.join(", "));
        draft.word("year", change.year.to_string());
        tell(draft);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_followed_to_the_year() {
        let successors = |code, year| Change::of(code, year).map(|change| change.successors).unwrap_or_default();
        assert_eq!(successors("1201", 2024), ["4601 Bergen"]);
        assert_eq!(successors("0219", 2022), ["3024 Bærum"]);
        assert_eq!(successors("0219", 2024), ["3201 Bærum"]);
        assert_eq!(successors("1507", 2024), ["1508 Ålesund", "1580 Haram"]);
        assert_eq!(successors("1504", 2024), ["1508 Ålesund", "1580 Haram"]);
        assert_eq!(successors("5012", 2024).len(), 3);
        assert!(Change::of("0301", 2024).is_none());
    }
}
