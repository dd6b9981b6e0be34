//! A field that says of which period each row is.

use munilint_detect::period::{Length, Period};
use munilint_model::{FieldFacts, Occurrences, Role};
use std::collections::BTreeMap;

/// The periods of a field.
pub(super) struct Series {
    length: Length,
    points: BTreeMap<i32, Occurrences>,
}

impl Series {
    /// The periods of a field, when nearly all of its values are periods of one length.
    pub(super) fn of(field: &FieldFacts) -> Option<Series> {
        if field.role.role.is_code() || field.role.role.is_personal() {
            return None;
        }
        let values = field.values.as_deref()?;
        let read = values.iter().filter_map(|value| Some((period(&value.text)?, &value.seen)));
        let read: Vec<(Period, &Occurrences)> = read.collect();
        let length = read.first()?.0.length;
        // Numbers from 1900 to 2100 are years only where the field is one.
        if length == Length::Year && field.role.role != Role::Year {
            return None;
        }
        let mut points: BTreeMap<i32, Occurrences> = BTreeMap::new();
        let mut rows = 0;
        for (period, seen) in read.into_iter().filter(|(period, _)| period.length == length) {
            rows += seen.count;
            points.entry(period.number).or_default().merge(seen);
        }
        (rows * 20 >= field.present() * 19).then_some(Series { length, points })
    }

    /// How many different periods there are.
    pub(super) fn len(&self) -> usize {
        self.points.len()
    }

    /// The first and last period.
    pub(super) fn ends(&self) -> Option<(Period, Period)> {
        let (first, last) = (self.points.first_key_value()?, self.points.last_key_value()?);
        Some((self.period(*first.0), self.period(*last.0)))
    }

    /// What is known of the rows of a period by its number.
    pub(super) fn rows(&self, number: i32) -> Option<&Occurrences> {
        self.points.get(&number)
    }

    /// The numbers of the periods with their rows, in time.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = (i32, &Occurrences)> {
        self.points.iter().map(|(&number, seen)| (number, seen))
    }

    /// The period of that number.
    pub(super) fn period(&self, number: i32) -> Period {
        Period { length: self.length, number }
    }
}

/// The period of a text. Weeks are none: some years have no 53rd, which would look like a gap.
fn period(text: &str) -> Option<Period> {
    Period::parse(text).filter(|period| period.length != Length::Week)
}
