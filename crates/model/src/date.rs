//! A day, as a configuration and `--today` write it.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar, written `2026-11-24` (ISO 8601, complete calendar date in extended format).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day so many days after 1 January 1970.
    #[must_use]
    pub fn since_1970(days: u64) -> Self {
        let (mut year, mut month, mut left) = (1970, 1, days);
        while left >= days_in_year(year) && year < 9999 {
            left -= days_in_year(year);
            year += 1;
        }
        while left >= u64::from(days_in_month(year, month)) && month < 12 {
            left -= u64::from(days_in_month(year, month));
            month += 1;
        }
        Date { year, month, day: u8::try_from(left + 1).map_or(31, |day| day.min(31)) }
    }

    /// Year × 10000 + month × 100 + day: `20261124`, as an option of a rule can hold it.
    #[must_use]
    pub fn number(self) -> f64 {
        f64::from(u32::from(self.year) * 10_000 + u32::from(self.month) * 100 + u32::from(self.day))
    }
}

/// A day that is told as year × 10000 + month × 100 + day, as facts have it, in the form `2026-11-24`.
#[must_use]
pub fn iso_day(number: i32) -> String {
    format!("{:04}-{:02}-{:02}", number / 10_000, number / 100 % 100, number % 100)
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400)
}

fn days_in_year(year: u16) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A text that is no day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDate;

impl fmt::Display for NoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day of the calendar, written as 2026-12-31")
    }
}

impl std::error::Error for NoDate {}

impl FromStr for Date {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else { return Err(NoDate) };
        let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
            return Err(NoDate);
        }
        let year = year.parse().map_err(|_| NoDate)?;
        let month = month.parse().map_err(|_| NoDate)?;
        let day = day.parse().map_err(|_| NoDate)?;
        let is_day = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        is_day.then_some(Date { year, month, day }).ok_or(NoDate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}-{:02}", self.year, self.month, self.day))
    }
}

impl TryFrom<String> for Date {
    type Error = NoDate;

    fn try_from(text: String) -> Result<Self, NoDate> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_and_written() {
        for text in ["2026-11-24", "2024-02-29", "2000-02-29", "0001-01-01"] {
            assert_eq!(text.parse::<Date>().expect("a day").to_string(), text);
        }
        for text in ["2026-2-3", "2023-02-29", "1900-02-29", "2026-13-01", "2026-04-31", "24.11.2026", "", "+026-01-01"]
        {
            assert_eq!(text.parse::<Date>(), Err(NoDate), "{text}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        for (days, text) in [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_781, "2026-11-24")] {
            assert_eq!(Date::since_1970(days).to_string(), text);
        }
        assert_eq!(Date::since_1970(u64::MAX).to_string(), "9999-12-31");
    }

    #[test]
    fn an_earlier_day_is_less() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        assert!(day("2025-12-31") < day("2026-01-01") && day("2026-01-31") < day("2026-02-01"));
    }
}
