use crate::areas::lineage::descendants;
use crate::areas::municipalities::MUNICIPALITIES;
use crate::areas::vintage::{Numbers, begins_after, ended_before, tell_ended};
use crate::combinations::Combinations;
use crate::fold::Fold;
use crate::years::{in_name, leading_year, time_of_rows};
use munilint_model::{
    AnyCheck, Batch, Body, Check, Confidence, Field, Findings, Occurrences, Options, Role, RoleGuess, TableContext,
};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const BODY: Body = Body::Table(compile);

/// More different combinations of a number and a time than this are not judged.
const MOST_COMBINATIONS: usize = 20_000;

fn compile(_: &Options) -> Box<dyn AnyCheck> {
    Box::new(MisdatedNumber)
}

struct MisdatedNumber;

impl MisdatedNumber {
    /// The fields of municipality numbers whose names state no division, and the field of the time, by position.
    fn fields(table: &TableContext) -> Option<(Vec<(usize, &Field)>, usize)> {
        let time = time_of_rows(table.fields.iter().map(|field| (field.name.as_str(), field.role.role)))?;
        let is_number = |field: &Field| field.role.role == Role::MunicipalityNumber && in_name(&field.name).is_none();
        let numbers: Vec<_> = table.fields.iter().enumerate().filter(|(_, field)| is_number(field)).collect();
        // Of several fields of numbers each may follow a division of its own.
        (numbers.len() == 1).then_some((numbers, time))
    }
}

impl Check for MisdatedNumber {
    /// `None` when the table has no number or no time.
    type State = Option<Combinations>;

    fn start(&self, table: &TableContext) -> Self::State {
        let (numbers, time) = Self::fields(table)?;
        // Of quarters, months and days only the year counts.
        numbers.first().map(|(number, _)| Combinations::of(&[*number, time], MOST_COMBINATIONS).shortened(4))
    }

    fn update(&self, state: &mut Self::State, batch: &Batch) {
        state.update(batch);
    }

    fn merge(&self, state: &mut Self::State, other: Self::State) {
        state.merge(other);
    }

    fn finish(&self, state: Self::State, table: &TableContext, found: &mut Findings) {
        let (Some(combinations), Some((numbers, time))) = (state, Self::fields(table)) else { return };
        let Some((_, field)) = numbers.first() else { return };
        let is_school_year = table.fields.get(time).is_some_and(|field| field.role.role == Role::SchoolYear);
        if let Some(dated) = Dated::of(combinations, field.role, is_school_year).filter(|dated| dated.years.len() > 1) {
            dated.tell(field.column, found);
        }
    }
}

/// The numbers of each year.
struct Dated {
    years: BTreeMap<i32, Numbers>,
    /// True when a row's time goes on into the next year.
    is_school_year: bool,
    /// True when every number stands in every year, whether it was in use or not, as in tables that were drawn from a database.
    is_grid: bool,
}

/// Numbers by code, with the first year for which they are told of.
type Told<'a> = BTreeMap<&'a str, (Occurrences, i32)>;

impl Dated {
    /// `None` when there are too many combinations.
    fn of(combinations: Combinations, role: RoleGuess, is_school_year: bool) -> Option<Self> {
        let mut cells: BTreeMap<i32, Vec<(String, Occurrences)>> = BTreeMap::new();
        for (texts, seen) in combinations.finish()? {
            let [code, time] = <[String; 2]>::try_from(texts).ok()?;
            if let Some(year) = leading_year(&time) {
                cells.entry(year).or_default().push((code, seen));
            }
        }
        let years: BTreeMap<i32, Numbers> = cells
            .iter()
            .map(|(&year, cells)| (year, Numbers::among(cells.iter().map(|(code, seen)| (code.as_str(), seen)), role)))
            .collect();
        let different: BTreeSet<&str> =
            years.values().flat_map(|numbers| numbers.that(|_| true)).map(|(code, _)| code).collect();
        let stand: usize = years.values().map(Numbers::len).sum();
        let is_grid = stand * 20 >= different.len() * years.len() * 19;
        Some(Dated { years, is_school_year, is_grid })
    }

    fn tell(&self, column: u32, found: &mut Findings) {
        let (mut ended, mut newer, mut older) = (Told::new(), Told::new(), Told::new());
        for (&year, numbers) in &self.years {
            let last = if self.is_school_year { year + 1 } else { year };
            keep(&mut ended, self.odd(numbers, |code| ended_before(code, year)), year);
            let own = numbers.valid_in(year).max(numbers.valid_in(last));
            let best = numbers.best_year();
            let most = |fitting: usize| fitting * 5 >= numbers.len() * 4;
            // When a newer division fits them better than that of the year itself the series is recalculated.
            if numbers.valid_in(best) <= own && most(own) {
                keep(&mut newer, self.odd(numbers, |code| begins_after(code, last)), year);
            } else if numbers.valid_in(best) > own && best > last && most(numbers.valid_in(best)) {
                let is_older = |code: &str| ended_before(code, best) && !ended_before(code, year);
                keep(&mut older, self.odd(numbers, is_older), year);
            }
        }
        let Some((&last, _)) = self.years.last_key_value() else { return };
        let codes: Vec<(&str, &Occurrences)> = ended.iter().map(|(code, (seen, _))| (*code, seen)).collect();
        tell_ended(found, column, &codes, last, |draft, code| {
            draft.word("of", ended.get(code).map_or_else(String::new, |(_, year)| year.to_string()));
        });
        self.tell_apart("newer", &newer, column, found);
        self.tell_apart("older", &older, column, found);
    }

    /// Tells of numbers that are of another division than the others of their year.
    fn tell_apart(&self, variant: &'static str, told: &Told<'_>, column: u32, found: &mut Findings) {
        let first = told.iter().min_by_key(|(code, (seen, _))| (seen.first.first().copied(), **code));
        let Some((code, (_, year))) = first else { return };
        let mut seen = Occurrences::default();
        told.values().for_each(|(more, _)| seen.merge(more));
        let begins = MUNICIPALITIES.span_of(code).map_or(*year, |(first, _)| first);
        let division = self.years.get(year).map_or(*year, division);
        let draft = found.add(Some(column), seen).variant(variant).confidence(Confidence::Medium);
        draft.word("code", *code).word("name", MUNICIPALITIES.name_of(code).unwrap_or_default());
        draft.word("of", year.to_string()).word("year", begins.to_string()).word("division", division.to_string());
    }

    /// The numbers for which `is_odd` holds. In a grid those are left out whose place another number of the year has taken:
    /// both stand there because all numbers do.
    fn odd<'a>(&self, numbers: &'a Numbers, is_odd: impl Fn(&str) -> bool) -> Vec<(&'a str, &'a Occurrences)> {
        let mut odd = numbers.that(is_odd);
        if self.is_grid {
            let all: BTreeSet<&str> = numbers.that(|_| true).into_iter().map(|(code, _)| code).collect();
            let became =
                |code: &'a str| descendants(&MUNICIPALITIES, code).into_iter().filter(move |other| *other != code);
            let later: BTreeSet<&str> = all.iter().flat_map(|code| became(code)).collect();
            odd.retain(|(code, _)| !later.contains(code) && !became(code).any(|other| all.contains(other)));
        }
        odd
    }
}

/// The year in which the newest of the numbers that fit together came into use.
fn division(numbers: &Numbers) -> i32 {
    let best = numbers.best_year();
    let fitting = numbers.that(|code| MUNICIPALITIES.valid_in(code, best));
    fitting.iter().filter_map(|(code, _)| MUNICIPALITIES.span_of(code)).map(|(first, _)| first).max().unwrap_or(best)
}

fn keep<'a>(told: &mut Told<'a>, meant: Vec<(&'a str, &'a Occurrences)>, year: i32) {
    for (code, seen) in meant {
        told.entry(code).or_insert_with(|| (Occurrences::default(), year)).0.merge(seen);
    }
}
