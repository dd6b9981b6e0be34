//! Dates and times (XML Schema 1.1, part 2, sections 3.3.7 to 3.3.14 and 3.4.28).

use super::duration::attoseconds;
use super::scan::Scan;
use std::cmp::Ordering;

/// Which parts a moment has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MomentKind {
    Date,
    Time,
    DateTime,
    /// With a time zone.
    DateTimeStamp,
    Year,
    YearMonth,
    Month,
    MonthDay,
    Day,
}

/// A moment, or what recurs, on the time line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Seconds from 1970, in its own time zone.
    local: i128,
    /// In 10⁻¹⁸ seconds.
    fraction: i64,
    /// Minutes ahead of UTC.
    zone: Option<i32>,
}

/// Parts as they are written.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub(super) year: Option<i64>,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
    pub(super) hour: Option<u32>,
    pub(super) minute: Option<u32>,
    pub(super) second: Option<u32>,
    pub(super) fraction: i64,
    pub(super) zone: Option<i32>,
}

impl MomentKind {
    /// The form: `Y`, `M`, `D`, `h`, `m` and `s` are parts, all else stands as it is.
    fn form(self) -> &'static str {
        match self {
            Self::Date => "Y-M-D",
            Self::Time => "h:m:s",
            Self::DateTime | Self::DateTimeStamp => "Y-M-DTh:m:s",
            Self::Year => "Y",
            Self::YearMonth => "Y-M",
            Self::Month => "--M",
            Self::MonthDay => "--M-D",
            Self::Day => "---D",
        }
    }
}

/// The moment that is written in the form of XML Schema.
pub(super) fn parse(kind: MomentKind, text: &str) -> Option<Moment> {
    let mut scan = Scan::of(text);
    let mut fields = Fields::default();
    for part in kind.form().chars() {
        match part {
            'Y' => fields.year = Some(year(&mut scan)?),
            'M' => fields.month = Some(scan.number(2, 2)?),
            'D' => fields.day = Some(scan.number(2, 2)?),
            'h' => fields.hour = Some(scan.number(2, 2)?),
            'm' => fields.minute = Some(scan.number(2, 2)?),
            's' => {
                fields.second = Some(scan.number(2, 2)?);
                if scan.skip('.') {
                    fields.fraction = attoseconds(scan.digits(1, usize::MAX)?);
                }
            }
            mark => scan.skip(mark).then_some(())?,
        }
    }
    if !scan.done() {
        fields.zone = Some(zone(&mut scan)?);
    }
    if !scan.done() || kind == MomentKind::DateTimeStamp && fields.zone.is_none() {
        return None;
    }
    fields.moment()
}

/// A year of four digits, or more that do not start with 0.
fn year(scan: &mut Scan<'_>) -> Option<i64> {
    let sign = if scan.skip('-') { -1 } else { 1 };
    let digits = scan.digits(4, 12)?;
    if digits.len() > 4 && digits.starts_with('0') {
        return None;
    }
    digits.parse::<i64>().ok().map(|year| sign * year)
}

/// `Z`, or hours and minutes ahead of UTC.
fn zone(scan: &mut Scan<'_>) -> Option<i32> {
    if scan.skip('Z') {
        return Some(0);
    }
    let sign = if scan.skip('-') { -1 } else { scan.skip('+').then_some(1)? };
    let hours = scan.number(2, 2)?;
    scan.skip(':').then_some(())?;
    zone_of(sign, hours, scan.number(2, 2)?)
}

/// Minutes ahead of UTC, at most 14 hours.
pub(super) fn zone_of(sign: i32, hours: u32, minutes: u32) -> Option<i32> {
    (minutes < 60 && hours * 60 + minutes <= 14 * 60).then(|| sign * (hours * 60 + minutes) as i32)
}

impl Fields {
    /// The moment, when there is such a date and such a time.
    pub(super) fn moment(&self) -> Option<Moment> {
        // A leap year, for what recurs each year, and a month of 31 days.
        let (year, month, day) = (self.year.unwrap_or(1972), self.month.unwrap_or(1), self.day.unwrap_or(1));
        if !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) {
            return None;
        }
        let [hour, minute, second] = [self.hour, self.minute, self.second].map(Option::unwrap_or_default);
        let midnight = hour == 24 && minute == 0 && second == 0 && self.fraction == 0;
        if (hour > 23 && !midnight) || minute > 59 || second > 59 {
            return None;
        }
        let days = i128::from(days_from_civil(year, month, day));
        let local = days * 86_400 + i128::from(hour * 3600 + minute * 60 + second);
        Some(Moment { local, fraction: self.fraction, zone: self.zone })
    }
}

impl Moment {
    /// The order on the time line; a moment without a time zone is taken for UTC.
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        self.utc().cmp(&other.utc())
    }

    fn utc(&self) -> (i128, i64) {
        (self.local - i128::from(self.zone.unwrap_or(0)) * 60, self.fraction)
    }

    pub(crate) fn canonical(&self, out: &mut String) {
        let (seconds, fraction) = self.utc();
        let zone = if self.zone.is_some() { "Z" } else { "" };
        out.push_str(&format!("{seconds}.{fraction:018}{zone}"));
    }
}

fn days_in(year: i64, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1970-01-01 in the Gregorian calendar. Years are counted from March, so that leap days come last.
pub(super) fn days_from_civil(year: i64, month: u32, day: u32) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let since_march = i64::from((month + 9) % 12);
    let day_of_year = (153 * since_march + 2) / 5 + i64::from(day) - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::{MomentKind, days_from_civil, parse};
    use std::cmp::Ordering;

    #[test]
    fn days_are_counted() {
        assert_eq!(days_from_civil(1970, 1, 1), 0);
        assert_eq!(days_from_civil(2000, 3, 1), 11_017);
        assert_eq!(days_from_civil(1969, 12, 31), -1);
    }

    #[test]
    fn moments_are_ordered_across_time_zones() {
        let moment = |text| parse(MomentKind::DateTime, text).expect("a moment");
        let (oslo, utc) = (moment("2024-01-01T00:30:00+01:00"), moment("2023-12-31T23:30:00Z"));
        assert_eq!(oslo.compare(&utc), Ordering::Equal);
        assert_eq!(oslo.compare(&moment("2023-12-31T23:30:00.5Z")), Ordering::Less);
    }
}
