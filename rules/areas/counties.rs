//! The counties of a column, by name or by number, and the years in which they existed.

use super::municipalities::is_digits;
use super::names::{COUNTIES, county_entries};
use crate::matching::{Matching, present};
use crate::years::{has_unread_time, years};
use munilint_detect::codelist::Entry;
use munilint_model::{FieldFacts, Role, TableFacts, ValueFacts};

/// A county as the column has it.
pub(crate) struct County<'a> {
    pub(crate) value: &'a ValueFacts,
    /// Every period of the counties that had this name or number.
    periods: Vec<&'static Entry>,
}

impl County<'_> {
    pub(crate) fn is_valid_in(&self, year: i32) -> bool {
        self.periods.iter().any(|entry| entry.is_valid_in(year))
    }

    /// The years in which it existed: `2020–2023`, `–2019, 2024–`.
    pub(crate) fn span(&self) -> String {
        let years = COUNTIES.years();
        let (Some(&oldest), Some(&newest)) = (years.first(), years.last()) else { return String::new() };
        let mut spans: Vec<(i32, i32)> = Vec::new();
        for year in (oldest..=newest).filter(|&year| self.is_valid_in(year)) {
            match spans.last_mut() {
                Some((_, last)) if *last + 1 == year => *last = year,
                _ => spans.push((year, year)),
            }
        }
        let limit = |year: i32, end: i32| if year == end { String::new() } else { year.to_string() };
        let spans = spans.into_iter().map(|(first, last)| format!("{}–{}", limit(first, oldest), limit(last, newest)));
        spans.collect::<Vec<_>>().join(", ")
    }
}

/// The counties of a column.
pub(crate) struct Counties<'a>(Vec<County<'a>>);

impl<'a> Counties<'a> {
    /// The different counties of the field. None when it says of which years each is: `Akershus (-2019)`.
    pub(crate) fn of(field: &'a FieldFacts) -> Self {
        let values = present(field);
        if values.iter().any(|value| value.text.contains('(')) {
            return Counties(Vec::new());
        }
        let known = values.into_iter().filter_map(|value| {
            let periods = periods(field.role.role, value.text.trim());
            (!periods.is_empty()).then_some(County { value, periods })
        });
        Counties(known.collect())
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// How many of them existed in the year.
    pub(crate) fn valid_in(&self, year: i32) -> usize {
        self.0.iter().filter(|county| county.is_valid_in(year)).count()
    }

    /// The newest of the years in which most of them existed.
    pub(crate) fn best_year(&self) -> i32 {
        COUNTIES.years().into_iter().max_by_key(|&year| (self.valid_in(year), year)).unwrap_or_default()
    }

    /// Those that did not exist in any of the years, and one of them.
    pub(crate) fn not_in(&self, first: i32, last: i32) -> Option<(Matching<'a>, &County<'a>)> {
        let is_odd = |county: &&County<'_>| !(first..=last).any(|year| county.is_valid_in(year));
        let example = self.0.iter().find(is_odd)?;
        Some((Matching::of(self.0.iter().filter(is_odd).map(|county| county.value), |_, _| true), example))
    }
}

fn periods(role: Role, text: &str) -> Vec<&'static Entry> {
    match role {
        Role::CountyName => county_entries(text),
        Role::CountyNumber if is_digits(text, 1) => COUNTIES.entries(&format!("0{text}")).iter().collect(),
        Role::CountyNumber => COUNTIES.entries(text).iter().collect(),
        _ => Vec::new(),
    }
}

/// The fields that hold counties.
pub(crate) fn county_fields(facts: &TableFacts) -> impl Iterator<Item = &FieldFacts> {
    facts.fields.iter().filter(|field| matches!(field.role.role, Role::CountyName | Role::CountyNumber))
}

/// True when the table tells of several years, or of a time that cannot be read: each county may be right in its own.
pub(crate) fn has_several_years(facts: &TableFacts) -> bool {
    years(facts).is_some_and(|(first, last)| first < last) || has_unread_time(facts)
}

/// True when another field holds counties in the same way: then the table may be a list of what became of which.
pub(crate) fn is_key(facts: &TableFacts, field: &FieldFacts) -> bool {
    county_fields(facts).filter(|other| other.role.role == field.role.role).count() > 1
}
