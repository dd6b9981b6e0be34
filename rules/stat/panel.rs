//! Units over time: which unit has rows in which period.

use crate::areas::existence::{Area, is_area};
use munilint_detect::period::Period;
use munilint_detect::{date, header};
use munilint_model::{Field, Occurrences, Role, TableContext};
use std::collections::{BTreeMap, BTreeSet};

/// Roles of fields that name a unit, the surest first.
const UNITS: [Role; 7] = [
    Role::MunicipalityNumber,
    Role::MunicipalityName,
    Role::CityDistrict,
    Role::BasicUnit,
    Role::CountyNumber,
    Role::CountyName,
    Role::OrganisationNumber,
];

/// Roles of fields that tell a time, the surest first. A quarter or a month alone is of any year.
const TIMES: [Role; 4] = [Role::Year, Role::Period, Role::SchoolYear, Role::Date];

/// Words in the names of other fields that name a unit, folded.
const UNIT_WORDS: [&str; 13] = [
    "skole", "skule", "enhet", "enhetsnavn", "region", "geografi", "bosted", "omrade", "barnehage", "anlegg",
    "anleggsnavn", "virksomhet", "sted",
];

/// Less of a period or a unit than this share is no part of the panel: it was counted for some only.
const BELONGS: f64 = 0.8;

/// The position of the field that tells the time of a row.
pub(super) fn time_field(table: &TableContext) -> Option<usize> {
    field_of(table, &TIMES)
}

/// True when a field with the role tells which period a row is of.
pub(super) fn is_time(role: Role) -> bool {
    TIMES.contains(&role)
}

/// The position of the field that names the unit of a row.
pub(super) fn unit_field(table: &TableContext) -> Option<usize> {
    field_of(table, &UNITS).or_else(|| table.fields.iter().position(names_unit))
}

fn field_of(table: &TableContext, roles: &[Role]) -> Option<usize> {
    roles.iter().find_map(|role| table.fields.iter().position(|field| field.role.role == *role))
}

fn names_unit(field: &Field) -> bool {
    matches!(field.role.role, Role::Unknown | Role::Category)
        && header::words(&field.name).iter().any(|word| UNIT_WORDS.contains(&word.as_str()))
}

/// Units and periods.
#[derive(Default)]
pub(super) struct Panel {
    /// The periods as they are written, in time; all are written alike, so that time is the order of letters.
    periods: Vec<String>,
    units: BTreeMap<String, Unit>,
}

struct Unit {
    /// As it is written, with the name of an area whose number it is.
    label: String,
    area: Option<Area>,
    /// Where the unit's rows stand, by the index of the period.
    rows: BTreeMap<usize, Occurrences>,
}

/// A unit that lacks a period, or some of its rows.
pub(super) struct Hole {
    /// `4601 Bergen 2019`
    pub(super) label: String,
    /// Of rows of the unit in the period before the hole, or in the next one.
    pub(super) beside: Occurrences,
    /// The unit has rows before and after.
    pub(super) is_inner: bool,
    /// The unit is an area of a list, about which there should be figures in every year.
    pub(super) is_area: bool,
}

impl Panel {
    /// The panel of the combinations of a unit, whose field has the role, and a time. `None` when the times are none.
    pub(super) fn of(role: Role, combinations: BTreeMap<Vec<String>, Occurrences>) -> Option<Panel> {
        let all = combinations.len();
        let is_dated = |texts: &[String]| is_period(&texts[1]) && !texts[0].is_empty();
        let dated: Vec<_> = combinations.into_iter().filter(|(texts, _)| is_dated(texts)).collect();
        let periods: BTreeSet<String> = dated.iter().map(|(texts, _)| texts[1].clone()).collect();
        let length = periods.first()?.len();
        if dated.len() * 20 < all * 19 || periods.iter().any(|text| text.len() != length) {
            return None;
        }
        let mut panel = Panel { periods: periods.into_iter().collect(), units: BTreeMap::new() };
        for (texts, seen) in dated {
            panel.add(role, &texts[0], &texts[1], &seen);
        }
        Some(panel)
    }

    fn add(&mut self, role: Role, unit: &str, period: &str, seen: &Occurrences) {
        let area = Area::of_text(role, unit);
        // What is no area, such as the whole country, has figures of its own.
        if area.is_none() && is_area(role) {
            return;
        }
        let Ok(period) = self.periods.binary_search_by(|known| known.as_str().cmp(period)) else { return };
        let key = area.as_ref().map_or_else(|| unit.to_owned(), Area::key);
        let unit = self.units.entry(key).or_insert_with(|| Unit {
            label: Area::label(role, unit),
            area,
            rows: BTreeMap::new(),
        });
        unit.rows.entry(period).or_default().merge(seen);
    }

    /// How many units and periods there are.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.units.len(), self.periods.len())
    }

    /// How many pairs of unit and period there should be, and those that are not there.
    pub(super) fn holes(&self) -> (usize, Vec<Hole>) {
        let periods = self.kept_periods();
        let mut expected = 0;
        let mut holes = Vec::new();
        for unit in self.units.values() {
            let own: Vec<usize> = periods.iter().copied().filter(|&at| unit.is_expected(at, self.year(at))).collect();
            let missing: Vec<usize> = own.iter().copied().filter(|at| !unit.rows.contains_key(at)).collect();
            if ((own.len() - missing.len()) as f64) < own.len() as f64 * BELONGS && missing.len() > 1 {
                continue;
            }
            expected += own.len();
            holes.extend(missing.into_iter().filter_map(|at| unit.hole(at, &self.periods[at])));
        }
        (expected, holes)
    }

    /// How many rows nearly all pairs have, with those that have fewer. `None` when they differ.
    pub(super) fn short(&self, share: f64) -> Option<(u64, Vec<Hole>)> {
        let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
        self.units
            .values()
            .flat_map(|unit| unit.rows.values())
            .for_each(|seen| *counts.entry(seen.count).or_default() += 1);
        let all: usize = counts.values().sum();
        let (&usual, &as_many) = counts.iter().max_by_key(|(_, pairs)| **pairs)?;
        if usual < 2 || (as_many as f64) < all as f64 * share {
            return None;
        }
        let mut short = Vec::new();
        for unit in self.units.values() {
            for (&at, seen) in unit.rows.iter().filter(|(_, seen)| seen.count < usual) {
                short.push(unit.hole_beside(seen, &self.periods[at], true));
            }
        }
        Some((usual, short))
    }

    /// The indices of periods in which nearly all units have rows.
    fn kept_periods(&self) -> Vec<usize> {
        let is_kept = |&at: &usize| {
            let expected = self.units.values().filter(|unit| unit.is_expected(at, self.year(at)));
            let (mut all, mut have) = (0, 0);
            expected.for_each(|unit| {
                all += 1;
                have += usize::from(unit.rows.contains_key(&at));
            });
            have as f64 >= f64::from(all) * BELONGS
        };
        (0..self.periods.len()).filter(is_kept).collect()
    }

    fn year(&self, period: usize) -> i32 {
        self.periods[period][..4].parse().unwrap_or_default()
    }
}

impl Unit {
    /// True when the unit should have rows in the period. Of a unit that is in no list the start and end are not known.
    fn is_expected(&self, period: usize, year: i32) -> bool {
        match &self.area {
            Some(area) => area.is_settled_in(year),
            None => self.before(period).is_some() && self.rows.range(period..).next().is_some(),
        }
    }

    fn before(&self, period: usize) -> Option<&Occurrences> {
        self.rows.range(..=period).next_back().map(|(_, seen)| seen)
    }

    fn hole(&self, at: usize, period: &str) -> Option<Hole> {
        let (before, after) = (self.before(at), self.rows.range(at..).next().map(|(_, seen)| seen));
        Some(self.hole_beside(before.or(after)?, period, before.is_some() && after.is_some()))
    }

    fn hole_beside(&self, beside: &Occurrences, period: &str, is_inner: bool) -> Hole {
        let label = format!("{} {period}", self.label);
        Hole { label, beside: beside.clone(), is_inner, is_area: self.area.is_some() }
    }
}

/// A period or a date, year first.
pub(super) fn is_period(text: &str) -> bool {
    Period::parse(text).is_some() || date::iso(text.as_bytes()).is_some()
}
