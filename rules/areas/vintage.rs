//! Which edition (vintage) of the municipality division a column fits, and what became of numbers that ended.

use super::municipalities::{MUNICIPALITIES, SURE, codes, with_zero};
use super::names::COUNTIES;
use crate::matching::present;
use munilint_detect::codelist::CodeList;
use munilint_model::{Draft, FieldFacts, Findings, Occurrences, Role, RoleGuess, Vintage};
use std::collections::{BTreeMap, BTreeSet};

/// The municipality or county numbers of a column, each with its places. Other numbers are left out.
pub(crate) struct Numbers {
    list: &'static CodeList,
    places: BTreeMap<String, Occurrences>,
}

impl Numbers {
    /// The municipality numbers of the field; see [`Numbers::among`].
    pub(crate) fn of(field: &FieldFacts) -> Self {
        Self::among(present(field).into_iter().map(|value| (value.text.as_str(), &value.seen)), field.role)
    }

    /// The municipality numbers among the values of a field of that role; a lost zero is put back, and lists in one cell are
    /// looked at one by one.
    pub(crate) fn among<'a>(values: impl IntoIterator<Item = (&'a str, &'a Occurrences)>, role: RoleGuess) -> Self {
        let cells = values.into_iter().flat_map(|(text, seen)| codes(text).into_iter().map(move |code| (code, seen)));
        let (mut numbers, others) = Self::known(&MUNICIPALITIES, 4, cells);
        // Under `kommune` alone amounts may stand, some of which look like municipalities.
        if others && role.score < SURE {
            numbers.places.clear();
        }
        numbers
    }

    /// The county numbers of the field.
    fn of_counties(field: &FieldFacts) -> Self {
        let cells = present(field).into_iter().map(|value| (value.text.trim(), &value.seen));
        Self::known(&COUNTIES, 2, cells).0
    }

    /// The codes that the list knows, and whether there are others.
    fn known<'a>(
        list: &'static CodeList,
        length: usize,
        cells: impl Iterator<Item = (&'a str, &'a Occurrences)>,
    ) -> (Self, bool) {
        let mut numbers = Numbers { list, places: BTreeMap::new() };
        let mut others = false;
        for (code, seen) in cells {
            let code = with_zero(code, length);
            if list.contains(&code) {
                numbers.places.entry(code.into_owned()).or_default().merge(seen);
            } else {
                others = true;
            }
        }
        (numbers, others)
    }

    /// The edition that the numbers fit best; `None` when there are none.
    fn vintage(&self) -> Option<Vintage> {
        if self.len() == 0 {
            return None;
        }
        let best = self.best_year();
        let (from, last) = self.span_around(best);
        let to = Some(last).filter(|last| self.list.years().last() != Some(last));
        Some(Vintage { from, to, fitting: self.valid_in(best) as u64, codes: self.len() as u64 })
    }

    /// Numbers that were read already; those of no municipality are left out.
    pub(crate) fn of_codes<'a>(codes: impl IntoIterator<Item = &'a str>) -> Self {
        let nowhere = Occurrences::default();
        Self::known(&MUNICIPALITIES, 4, codes.into_iter().map(|code| (code, &nowhere))).0
    }

    /// How many different numbers there are.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// How many of them were in use in the year.
    pub(crate) fn valid_in(&self, year: i32) -> usize {
        self.places.keys().filter(|code| self.list.valid_in(code, year)).count()
    }

    /// The newest of the years in which most of the numbers were in use. A division that still lasts is told by the year
    /// in which it began.
    pub(crate) fn best_year(&self) -> i32 {
        let years = self.list.years();
        // A division begins on the first day of such a year and lasts until the next one.
        years.into_iter().max_by_key(|&year| (self.valid_in(year), year)).unwrap_or_default()
    }

    /// The first and the last year, around `year` and until the list's newest, in which as many of the numbers were in use.
    pub(crate) fn span_around(&self, year: i32) -> (i32, i32) {
        let as_many = |other: &i32| self.valid_in(*other) == self.valid_in(year);
        let years = self.list.years();
        let (Some(&oldest), Some(&newest)) = (years.first(), years.last()) else { return (year, year) };
        let first = (oldest..=year).rev().take_while(as_many).last().unwrap_or(year);
        let last = (year..=newest).take_while(as_many).last().unwrap_or(year);
        (first, last)
    }

    /// The numbers that `is_meant` is true for, with where they stand.
    pub(crate) fn that(&self, is_meant: impl Fn(&str) -> bool) -> Vec<(&str, &Occurrences)> {
        self.places.iter().filter(|(code, _)| is_meant(code)).map(|(code, seen)| (code.as_str(), seen)).collect()
    }
}

/// The edition of the municipality or county division that the numbers of a field fit best. `None` for other fields, and when
/// the field has too many different values for them to be known.
pub(crate) fn vintage(field: &FieldFacts) -> Option<Vintage> {
    match field.role.role {
        Role::MunicipalityNumber => Numbers::of(field).vintage(),
        Role::CountyNumber => Numbers::of_counties(field).vintage(),
        _ => None,
    }
}

/// The year of the newest edition.
pub(crate) fn newest_year() -> i32 {
    MUNICIPALITIES.years().last().copied().unwrap_or_default()
}

/// True when the number was given up before the year began.
pub(crate) fn ended_before(code: &str, year: i32) -> bool {
    matches!(MUNICIPALITIES.span_of(code), Some((_, Some(last))) if last < year)
}

/// True when the number came into use after the year.
pub(crate) fn begins_after(code: &str, year: i32) -> bool {
    matches!(MUNICIPALITIES.span_of(code), Some((first, _)) if first > year)
}

/// The first year of the number.
pub(crate) fn began(code: &str) -> Option<i32> {
    Some(MUNICIPALITIES.span_of(code)?.0)
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

/// The one number in use in `year` that all of a number's municipality went to. `None` when it was split on the way.
fn successor(code: &str, year: i32) -> Option<String> {
    let mut code = code;
    while ended_before(code, year) {
        let [next] = &MUNICIPALITIES.entry(code)?.successors[..] else { return None };
        if next == code {
            return None;
        }
        code = next;
    }
    Some(code.to_owned())
}

/// What the numbers that had ended by `year` became in it, where all of a municipality went to one.
pub(crate) fn successors<'a>(ended: impl IntoIterator<Item = &'a str>, year: i32) -> BTreeMap<String, String> {
    ended.into_iter().filter_map(|code| Some((code.to_owned(), successor(code, year)?))).collect()
}

/// The cell with each of its numbers as `successors` has it. `None` when a municipality would stand in it twice.
pub(crate) fn renumbered(cell: &str, successors: &BTreeMap<String, String>) -> Option<String> {
    let mut renumbered = String::new();
    let mut rest = cell;
    let mut known = BTreeSet::new();
    for code in codes(cell) {
        let (before, after) = rest.split_once(code)?;
        let number = with_zero(code, 4);
        let successor = successors.get(&*number);
        renumbered.push_str(before);
        renumbered.push_str(successor.map_or(code, String::as_str));
        if !known.insert(successor.map_or(number.clone().into_owned(), String::clone)) {
            return None;
        }
        rest = after;
    }
    Some(renumbered + rest)
}

fn with_name(code: &str) -> String {
    format!("{code} {}", MUNICIPALITIES.name_of(code).unwrap_or_default()).trim_end().to_owned()
}

/// Tells of numbers that had ended by `year`: those with one successor together, those that were split apart from them.
/// `tell` adds to each finding what the rule has to say besides of the number that is the example.
pub(crate) fn tell_ended(
    found: &mut Findings,
    column: u32,
    ended: &[(&str, &Occurrences)],
    year: i32,
    tell: impl Fn(&mut Draft, &str),
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
        tell(draft, code);
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

    #[test]
    fn numbers_in_cells_are_changed_where_one_took_over() {
        let known = successors(["0219", "1201", "1507", "1850", "5012"], 2024);
        for (cell, renewed) in [
            ("0219", Some("3201")),
            (" 219 ", Some(" 3201 ")),
            ("0301, 1201/219", Some("0301, 4601/3201")),
            ("0219, 3201", None),
            ("1507", Some("1507")),
            ("Bergen", Some("Bergen")),
            ("", Some("")),
        ] {
            assert_eq!(renumbered(cell, &known).as_deref(), renewed, "{cell}");
        }
    }
}
