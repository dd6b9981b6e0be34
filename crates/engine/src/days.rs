//! Days counted by month, or by year where there are too many months: bounded, exact, and the same however they are cut.

use munilint_model::Excerpt;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// So many months are kept; of more, years.
const MONTHS: usize = 1200;

/// So many periods are shown.
const SHOWN: i32 = 60;

/// Fewer show nothing.
const FEWEST: i32 = 3;

/// Counts of days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Days {
    by_year: bool,
    /// By month, counted from the year 0, or by year.
    counts: BTreeMap<i32, u64>,
}

impl Days {
    /// Counts a day, given as year × 10000 + month × 100 + day.
    pub(crate) fn add(&mut self, day: i32) {
        let (year, month) = (day / 10_000, day / 100 % 100);
        let period = if self.by_year { year } else { year * 12 + month - 1 };
        *self.counts.entry(period).or_default() += 1;
        self.hold();
    }

    /// Joins two; associative and commutative.
    pub(crate) fn merge(&mut self, mut other: Days) {
        if self.by_year != other.by_year {
            self.take_years();
            other.take_years();
        }
        for (period, count) in other.counts {
            *self.counts.entry(period).or_default() += count;
        }
        self.hold();
    }

    fn hold(&mut self) {
        if !self.by_year && self.counts.len() > MONTHS {
            self.take_years();
        }
    }

    fn take_years(&mut self) {
        if !self.by_year {
            self.counts = joined(&self.counts, 12);
            self.by_year = true;
        }
    }

    /// Every period from the first to the last with its count: months, years or tens of years, the shortest that are few
    /// enough and have none but empty ones or at least `least`. None when there is nothing to see.
    pub(crate) fn periods(&self, least: Option<u64>) -> Option<Vec<(Excerpt, u64)>> {
        let years = if self.by_year { self.counts.clone() } else { joined(&self.counts, 12) };
        let tens = joined(&years, 10);
        let month = |at: i32| format!("{:04}-{:02}", at / 12, at % 12 + 1);
        let year = |at: i32| format!("{at:04}");
        let ten = |at: i32| format!("{0}–{1}", at * 10, at * 10 + 9);
        let months = (!self.by_year).then_some((&self.counts, &month as &dyn Fn(i32) -> String));
        let steps = months.into_iter().chain([(&years, &year as &dyn Fn(i32) -> String), (&tens, &ten)]);
        for (counts, name) in steps {
            let (first, last) = (*counts.first_key_value()?.0, *counts.last_key_value()?.0);
            let is_open = least.is_none_or(|least| counts.values().all(|count| *count >= least));
            if last - first < FEWEST - 1 {
                return None;
            }
            if last - first < SHOWN && is_open {
                let count = |at| counts.get(&at).copied().unwrap_or(0);
                return Some((first..=last).map(|at| (Excerpt::of(&name(at)), count(at))).collect());
            }
        }
        None
    }
}

/// Counts of periods that are `times` as long.
fn joined(counts: &BTreeMap<i32, u64>, times: i32) -> BTreeMap<i32, u64> {
    let mut long = BTreeMap::new();
    for (period, count) in counts {
        *long.entry(period.div_euclid(times)).or_default() += count;
    }
    long
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(days: impl IntoIterator<Item = i32>) -> Days {
        let mut counts = Days::default();
        days.into_iter().for_each(|day| counts.add(day));
        counts
    }

    fn shown(days: &Days, least: Option<u64>) -> Option<String> {
        let periods = days.periods(least)?;
        Some(periods.iter().map(|(name, count)| format!("{name}: {count}")).collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn months_without_a_day_are_there() {
        let days = counted([20_231_130, 20_231_201, 20_231_224, 20_240_215]);
        assert_eq!(shown(&days, None).as_deref(), Some("2023-11: 1, 2023-12: 2, 2024-01: 0, 2024-02: 1"));
        assert_eq!(shown(&counted([20_240_101, 20_240_201]), None), None);
    }

    #[test]
    fn few_persons_are_in_no_period_of_their_own() {
        let days = counted((2018..=2023).flat_map(|year| (1..=6).map(move |month| year * 10_000 + month * 100 + 1)));
        assert_eq!(shown(&days, Some(5)).as_deref(), Some("2018: 6, 2019: 6, 2020: 6, 2021: 6, 2022: 6, 2023: 6"));
        assert_eq!(shown(&days, Some(50)), None);
    }

    #[test]
    fn the_cut_does_not_show() {
        let days = |range: std::ops::Range<i32>| range.map(|at| (1800 + at / 12) * 10_000 + (at % 12 + 1) * 100 + 1);
        let whole = counted(days(0..2000));
        assert!(whole.by_year);
        for cut in [1, 900, 1200, 1999] {
            let mut parts = counted(days(cut..2000));
            parts.merge(counted(days(0..cut)));
            assert_eq!(parts, whole);
        }
    }
}
