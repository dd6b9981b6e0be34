//! Durations (XML Schema 1.1, part 2, sections 3.3.6, 3.4.26 and 3.4.27).

use super::moment::days_from_civil;
use super::scan::Scan;
use std::cmp::Ordering;

/// Which parts a duration may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Parts {
    All,
    DayTime,
    YearMonth,
}

/// Months, seconds and what is beyond whole seconds, all of one sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Duration {
    months: i64,
    seconds: i128,
    /// In 10⁻¹⁸ seconds.
    fraction: i64,
}

/// Two durations are compared by what they make of these moments: year and month, the first day at midnight.
const REFERENCES: [(i64, i64); 4] = [(1696, 9), (1697, 2), (1903, 3), (1903, 7)];

impl Duration {
    pub(crate) fn parse(text: &str, parts: Parts) -> Option<Self> {
        let mut scan = Scan::of(text);
        let sign = if scan.skip('-') { -1 } else { 1 };
        if !scan.skip('P') {
            return None;
        }
        let mut found = [None; 5];
        let mut time = false;
        let mut fraction = None;
        // Numbers beyond ten digits are no durations that anybody means.
        while !scan.done() {
            if scan.skip('T') {
                if time {
                    return None;
                }
                time = true;
                continue;
            }
            let number: i64 = scan.digits(1, 10)?.parse().ok()?;
            let parsed = if scan.skip('.') { Some(scan.digits(1, usize::MAX)?) } else { None };
            let unit = scan.rest.chars().next()?;
            scan.skip(unit);
            let at = match (time, unit) {
                (false, 'Y') => 0,
                (false, 'M') => 1,
                (false, 'D') => 2,
                (true, 'H') => 3,
                (true, 'M') => 4,
                (true, 'S') => 5,
                _ => return None,
            };
            // In this order, each once, and a fraction for seconds only.
            if found.iter().skip(at).any(Option::is_some) || fraction.is_some() || parsed.is_some() && at != 5 {
                return None;
            }
            match found.get_mut(at) {
                Some(place) => *place = Some(number),
                None => fraction = Some((number, attoseconds(parsed.unwrap_or("")))),
            }
        }
        let (date, clock) = (&found[..3], &found[3..]);
        let has_time = clock.iter().any(Option::is_some) || fraction.is_some();
        let has_months = date[..2].iter().any(Option::is_some);
        let has_days = date[2].is_some();
        let allowed = match parts {
            Parts::All => true,
            Parts::DayTime => !has_months,
            Parts::YearMonth => !has_days && !time,
        };
        if time != has_time || !(has_months || has_days || has_time) || !allowed {
            return None;
        }
        let [years, months, days, hours, minutes] = found.map(Option::unwrap_or_default);
        let (seconds, attos) = fraction.unwrap_or_default();
        let clock = i128::from(hours) * 3600 + i128::from(minutes) * 60 + i128::from(seconds);
        Some(Self {
            months: sign * (years * 12 + months),
            seconds: i128::from(sign) * (i128::from(days) * 86_400 + clock),
            fraction: sign * attos,
        })
    }

    pub(crate) fn compare(&self, other: &Self) -> Option<Ordering> {
        let mut orders = REFERENCES.iter().map(|reference| self.after(*reference).cmp(&other.after(*reference)));
        let first = orders.next()?;
        orders.all(|order| order == first).then_some(first)
    }

    /// Seconds from the epoch, and their fraction, of a moment that is this much later.
    fn after(&self, (year, month): (i64, i64)) -> (i128, i64) {
        let months = year * 12 + month - 1 + self.months;
        let days = days_from_civil(months.div_euclid(12), months.rem_euclid(12) as u32 + 1, 1);
        (i128::from(days) * 86_400 + self.seconds, self.fraction)
    }

    pub(crate) fn canonical(&self, out: &mut String) {
        out.push_str(&format!("P{}M{}.{:018}S", self.months, self.seconds, self.fraction));
    }
}

/// The first eighteen digits behind a decimal point as a number.
pub(super) fn attoseconds(digits: &str) -> i64 {
    let kept: String = digits.chars().chain(std::iter::repeat('0')).take(18).collect();
    kept.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Duration, Parts};
    use std::cmp::Ordering;

    #[test]
    fn durations_have_a_partial_order() {
        let compare = |one: &str, other: &str| {
            let parse = |text| Duration::parse(text, Parts::All).expect("a duration");
            parse(one).compare(&parse(other))
        };
        assert_eq!(compare("P1Y", "P12M"), Some(Ordering::Equal));
        assert_eq!(compare("P1D", "PT24H"), Some(Ordering::Equal));
        assert_eq!(compare("P1M", "P30D"), None);
        assert_eq!(compare("P1M", "P32D"), Some(Ordering::Less));
        assert_eq!(compare("-P1D", "PT0.5S"), Some(Ordering::Less));
    }
}
