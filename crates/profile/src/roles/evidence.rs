//! What the facts of a field say about its form, in shares of its values.

use munilint_detect::period::{PeriodForm, period_form};
use munilint_model::{FieldFacts, Shape, ValueFacts};

/// What is asked again and again about a field.
pub(super) struct Evidence<'a> {
    /// The field.
    pub(super) field: &'a FieldFacts,
    /// How many cells hold a value.
    pub(super) present: u64,
}

impl<'a> Evidence<'a> {
    pub(super) fn of(field: &'a FieldFacts) -> Evidence<'a> {
        Evidence { field, present: field.present() }
    }

    /// How many cells hold a whole number.
    pub(super) fn whole(&self) -> u64 {
        self.field.shape(Shape::Integer).count + self.field.shape(Shape::GroupedInteger).count
    }

    /// True for at least half of the values.
    pub(super) fn half(&self, count: u64) -> bool {
        count * 2 >= self.present
    }

    /// True for at least nine of ten values.
    pub(super) fn nearly_all(&self, count: u64) -> bool {
        count * 10 >= self.present * 9
    }

    /// Different values that are not missing; `None` when there are too many to know them.
    pub(super) fn values(&self) -> Option<impl Iterator<Item = &'a ValueFacts>> {
        let values = self.field.values.as_ref()?;
        Some(values.iter().filter(|value| !value.shape.is_missing()))
    }

    /// How many cells hold a value that fits; `None` when there are too many different ones to know.
    pub(super) fn fitting(&self, fits: impl Fn(&str) -> bool) -> Option<u64> {
        Some(self.values()?.filter(|value| fits(value.text.trim())).map(|value| value.seen.count).sum())
    }

    /// True when at least nine of ten cells fit.
    pub(super) fn nearly_all_fit(&self, fits: impl Fn(&str) -> bool) -> bool {
        self.fitting(fits).is_some_and(|count| self.nearly_all(count))
    }

    /// True when at least half of the cells fit, or when there are too many different values to know.
    pub(super) fn half_may_fit(&self, fits: impl Fn(&str) -> bool) -> bool {
        self.fitting(fits).is_none_or(|count| self.half(count))
    }

    /// The form of time that at least nine of ten cells have.
    pub(super) fn period(&self) -> Option<PeriodForm> {
        use PeriodForm::{Month, Period, Quarter, SchoolYear, Week, Year};
        let mut counts = [0; 6];
        for value in self.values()? {
            if let Some(form) = period_form(&value.text) {
                counts[form as usize] += value.seen.count;
            }
        }
        [Year, SchoolYear, Period, Quarter, Month, Week]
            .into_iter()
            .find(|&form| self.nearly_all(counts[form as usize]))
    }

    /// True when every number lies from `least` to `greatest`.
    pub(super) fn within(&self, least: f64, greatest: f64) -> bool {
        self.field.numbers.is_some_and(|(low, high)| low >= least && high <= greatest)
    }

    /// Length of the shortest and the longest value.
    pub(super) fn lengths(&self) -> (u32, u32) {
        self.field.lengths.unwrap_or_default()
    }
}
