//! The values that literals stand for, as far as they have an order: SPARQL's `<` with the dates and durations of XML Schema.

use crate::datatype::{is_decimal, is_double, is_integer_type, is_well_formed, signed};
use oxrdf::LiteralRef;
use std::cmp::Ordering;

/// Parts of a second that times are counted in: 10^18 in one.
const SECOND: i128 = 1_000_000_000_000_000_000;

/// How two literals stand to each other; `None` when there is no order between them: of different kinds, badly spelt, in a
/// language, or a time with and one without a time zone that are less than fourteen hours apart.
pub(crate) fn compare(a: LiteralRef<'_>, b: LiteralRef<'_>) -> Option<Ordering> {
    match (Value::of(a)?, Value::of(b)?) {
        (Value::Decimal(a), Value::Decimal(b)) => Some(a.compare(&b)),
        (Value::Decimal(a), Value::Double(b)) => a.text.parse::<f64>().ok()?.partial_cmp(&b),
        (Value::Double(a), Value::Decimal(b)) => a.partial_cmp(&b.text.parse::<f64>().ok()?),
        (Value::Double(a), Value::Double(b)) => a.partial_cmp(&b),
        (Value::Text(a), Value::Text(b)) => Some(a.cmp(b)),
        (Value::Boolean(a), Value::Boolean(b)) => Some(a.cmp(&b)),
        (Value::Moment(kind, a), Value::Moment(other, b)) if kind == other => a.compare(b),
        (Value::Duration(a), Value::Duration(b)) => compare_durations(a, b),
        _ => None,
    }
}

/// What a literal stands for.
enum Value<'a> {
    Decimal(Decimal<'a>),
    Double(f64),
    Text(&'a str),
    Boolean(bool),
    /// With the name of its datatype.
    Moment(&'a str, Moment),
    /// Months and parts of seconds.
    Duration((i128, i128)),
}

impl<'a> Value<'a> {
    fn of(literal: LiteralRef<'a>) -> Option<Self> {
        let datatype = literal.datatype().as_str();
        let name = datatype.strip_prefix("http://www.w3.org/2001/XMLSchema#")?;
        let text = literal.value();
        if !is_well_formed(text, datatype) {
            return None;
        }
        match name {
            "double" | "float" => float(text).map(Self::Double),
            "string" | "normalizedString" | "token" | "language" | "Name" | "NCName" | "NMTOKEN" => {
                Some(Self::Text(text))
            }
            "boolean" => Some(Self::Boolean(matches!(text, "true" | "1"))),
            "dateTime" | "dateTimeStamp" => Some(Self::Moment("dateTime", Moment::parse(text, "dateTime")?)),
            "date" | "time" | "gYear" | "gYearMonth" | "gMonth" | "gMonthDay" | "gDay" => {
                Some(Self::Moment(name, Moment::parse(text, name)?))
            }
            "duration" | "yearMonthDuration" | "dayTimeDuration" => Some(Self::Duration(duration(text)?)),
            _ if name == "decimal" || is_integer_type(name) => Some(Self::Decimal(Decimal::new(text))),
            _ => None,
        }
    }
}

fn float(text: &str) -> Option<f64> {
    debug_assert!(is_double(text));
    text.replace("INF", "inf").parse().ok()
}

/// A number with as many digits as it was written with.
struct Decimal<'a> {
    text: &'a str,
    negative: bool,
    whole: &'a str,
    fraction: &'a str,
}

impl<'a> Decimal<'a> {
    fn new(text: &'a str) -> Self {
        debug_assert!(is_decimal(text));
        let (minus, size) = signed(text);
        let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        // Nought has no sign.
        Self { text, negative: minus && !(whole.is_empty() && fraction.is_empty()), whole, fraction }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let sizes = || {
            let whole = self.whole.len().cmp(&other.whole.len()).then_with(|| self.whole.cmp(other.whole));
            whole.then_with(|| self.fraction.cmp(other.fraction))
        };
        match (self.negative, other.negative) {
            (false, false) => sizes(),
            (true, true) => sizes().reverse(),
            (negative, _) => {
                if negative {
                    Ordering::Less
                } else {
                    Ordering::Greater
                }
            }
        }
    }
}

/// A date or time on one line of time; what its datatype leaves out is taken from the last day of a leap year.
#[derive(Clone, Copy)]
pub(crate) struct Moment {
    /// Parts of seconds from the start of year 1970 in UTC, or in the unknown zone.
    at: i128,
    /// True when it says which time zone it is in.
    pub(crate) zoned: bool,
}

impl Moment {
    /// Reads the text of a datatype of that name; `None` when it is badly spelt.
    pub(crate) fn parse(text: &str, name: &str) -> Option<Self> {
        let (text, zone) = split_zone(text)?;
        let (date, time) = match name {
            "dateTime" => text.split_once('T').map(|(date, time)| (date, Some(time)))?,
            "time" => ("1972-12-31", Some(text)),
            _ => (text, None),
        };
        let days = match name {
            "gYear" => day_of(date, "01", "01")?,
            "gYearMonth" => day_of(date.get(..date.len().checked_sub(3)?)?, after_dash(date, 3)?, "01")?,
            "gMonth" => day_of("1972", date.strip_prefix("--")?, "01")?,
            "gMonthDay" => day_of("1972", date.strip_prefix("--")?.get(..2)?, after_dash(date, 3)?)?,
            "gDay" => day_of("1972", "12", date.strip_prefix("---")?)?,
            _ => {
                let (rest, day) = (date.get(..date.len().checked_sub(3)?)?, after_dash(date, 3)?);
                day_of(rest.get(..rest.len().checked_sub(3)?)?, after_dash(rest, 3)?, day)?
            }
        };
        if name == "gMonthDay" && date.len() != "--12-31".len() {
            return None;
        }
        let at = i128::from(days) * 86_400 * SECOND + time.map_or(Some(0), time_of_day)?;
        Some(Self { at: at - i128::from(zone.unwrap_or(0)) * 60 * SECOND, zoned: zone.is_some() })
    }

    fn compare(self, other: Self) -> Option<Ordering> {
        const WIDEST: i128 = 14 * 3600 * SECOND;
        let order = self.at.cmp(&other.at);
        (self.zoned == other.zoned || (self.at - other.at).abs() > WIDEST).then_some(order)
    }
}

/// The last `length` bytes without the dash that they start with.
fn after_dash(text: &str, length: usize) -> Option<&str> {
    text.get(text.len().checked_sub(length)?..)?.strip_prefix('-')
}

/// What stands before a time zone, and its minutes to the east.
fn split_zone(text: &str) -> Option<(&str, Option<i32>)> {
    if let Some(rest) = text.strip_suffix('Z') {
        return Some((rest, Some(0)));
    }
    let Some((rest, zone)) = text.len().checked_sub(6).and_then(|at| text.split_at_checked(at)) else {
        return Some((text, None));
    };
    let Some((hours, minutes)) =
        zone.get(1..).and_then(|zone| zone.split_once(':')).filter(|(hours, _)| hours.len() == 2)
    else {
        return Some((text, None));
    };
    let sign = match zone.as_bytes()[0] {
        b'+' => 1,
        b'-' => -1,
        _ => return Some((text, None)),
    };
    let size = two_digits(hours, 14)? * 60 + two_digits(minutes, 59)?;
    (size <= 14 * 60).then_some((rest, Some(sign * size as i32)))
}

fn two_digits(text: &str, most: u32) -> Option<u32> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|&number| digits && number <= most)
}

/// Days from 1970-01-01 to that day of the Gregorian calendar.
fn day_of(year: &str, month: &str, day: &str) -> Option<i64> {
    let digits = year.strip_prefix('-').unwrap_or(year);
    let spelt = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits.len() == 4 || !digits.starts_with('0'));
    // A year of more than twelve digits is more than can be counted with here.
    if !spelt || !(4..=12).contains(&digits.len()) {
        return None;
    }
    let year: i64 = year.parse().ok()?;
    let month = i64::from(two_digits(month, 12).filter(|&month| month > 0)?);
    let day = i64::from(two_digits(day, 31).filter(|&day| day > 0)?);
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let last = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if day > last {
        return None;
    }
    // Years from March on, so that the leap day is the last one.
    let (years, months) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leaps = years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400);
    Some(years * 365 + leaps + (153 * months + 2) / 5 + day - 1 - 719_468)
}

fn time_of_day(text: &str) -> Option<i128> {
    let mut parts = text.splitn(3, ':');
    let hours = two_digits(parts.next()?, 24)?;
    let minutes = two_digits(parts.next()?, 59)?;
    let seconds = parts.next()?;
    let (whole, fraction) = match seconds.split_once('.') {
        Some((whole, fraction)) => (whole, parts_of_second(fraction)?),
        None => (seconds, 0),
    };
    let at = i128::from(hours * 3600 + minutes * 60 + two_digits(whole, 59)?) * SECOND + fraction;
    (at <= 86_400 * SECOND).then_some(at)
}

/// Digits behind the point of a second; what is finer than 10^-18 is left out.
fn parts_of_second(fraction: &str) -> Option<i128> {
    if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    format!("{:0<18}", fraction.get(..18).unwrap_or(fraction)).parse().ok()
}

/// Months and parts of seconds of a duration; `None` when it is badly spelt.
pub(crate) fn duration(text: &str) -> Option<(i128, i128)> {
    let (sign, rest) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let rest = rest.strip_prefix('P')?;
    let (date, time) = rest.split_once('T').map_or((rest, None), |(date, time)| (date, Some(time)));
    if time.map_or(date, |time| time).is_empty() {
        return None;
    }
    let (mut months, mut parts) = (0_i128, 0_i128);
    let mut add = |number: &str, unit: char| {
        let (number, fraction) = match number.split_once('.') {
            Some((number, fraction)) if unit == 'S' => (number, parts_of_second(fraction)?),
            Some(_) => return None,
            None => (number, 0),
        };
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let number = number.parse::<i128>().unwrap_or(i128::MAX);
        let (to, size) = match unit {
            'Y' => (&mut months, 12),
            'N' => (&mut months, 1),
            'D' => (&mut parts, 86_400 * SECOND),
            'H' => (&mut parts, 3600 * SECOND),
            'M' => (&mut parts, 60 * SECOND),
            _ => (&mut parts, SECOND),
        };
        *to = to.saturating_add(number.saturating_mul(size)).saturating_add(fraction);
        Some(())
    };
    // Months are told from minutes by another letter.
    each_part(date, &[('Y', 'Y'), ('M', 'N'), ('D', 'D')], &mut add)?;
    each_part(time.unwrap_or(""), &[('H', 'H'), ('M', 'M'), ('S', 'S')], &mut add)?;
    Some((sign * months, sign * parts))
}

/// Calls `add` with each number and what `units` calls its unit; `None` when there is another unit, or they are out of order.
fn each_part(text: &str, units: &[(char, char)], add: &mut impl FnMut(&str, char) -> Option<()>) -> Option<()> {
    let mut units = units.iter();
    let mut rest = text;
    while let Some(end) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        let written = rest[end..].chars().next()?;
        let (_, unit) = units.find(|(letter, _)| *letter == written)?;
        add(&rest[..end], *unit)?;
        rest = &rest[end + 1..];
    }
    rest.is_empty().then_some(())
}

/// A month is 28 to 31 days long, so some durations have no order.
fn compare_durations(a: (i128, i128), b: (i128, i128)) -> Option<Ordering> {
    let (months, parts) = (a.0.saturating_sub(b.0), a.1.saturating_sub(b.1));
    let days = |length: i128| months.saturating_mul(length).saturating_mul(86_400 * SECOND).saturating_add(parts);
    let (short, long) = (days(28).cmp(&0), days(31).cmp(&0));
    (short == long).then_some(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Ordering::{Equal, Greater, Less};
    use oxrdf::{Literal, NamedNode};

    #[test]
    fn literals_are_in_the_order_of_their_values() {
        let cases = [
            ("1", "integer", "10", "integer", Some(Less)),
            ("-1", "integer", "-10", "integer", Some(Greater)),
            ("1.0", "decimal", "01", "integer", Some(Equal)),
            ("-0", "integer", "0", "byte", Some(Equal)),
            ("99999999999999999999999999", "integer", "99999999999999999999999998.5", "decimal", Some(Greater)),
            ("0.1", "decimal", "0.10000000000000000001", "decimal", Some(Less)),
            ("1e2", "double", "100", "integer", Some(Equal)),
            ("4", "integer", "INF", "double", Some(Less)),
            ("NaN", "double", "1", "integer", None),
            ("a", "string", "b", "string", Some(Less)),
            ("1", "string", "2", "integer", None),
            ("x", "integer", "2", "integer", None),
            ("false", "boolean", "1", "boolean", Some(Less)),
            ("2024-01-31", "date", "2024-02-01", "date", Some(Less)),
            ("2024-01-01", "date", "2024-01-01T00:00:00", "dateTime", None),
            ("2024-01-01T00:00:00Z", "dateTime", "2024-01-01T02:00:00+02:00", "dateTimeStamp", Some(Equal)),
            ("2023-12-31T24:00:00", "dateTime", "2024-01-01T00:00:00", "dateTime", Some(Equal)),
            ("2024-01-01T00:00:00.5", "dateTime", "2024-01-01T00:00:00.49", "dateTime", Some(Greater)),
            ("2002-10-10T12:00:00-05:00", "dateTime", "2002-10-10T12:00:00", "dateTime", None),
            ("2002-10-09T12:00:00-05:00", "dateTime", "2002-10-10T12:00:00", "dateTime", Some(Less)),
            ("12:00:00Z", "time", "12:00:00+01:00", "time", Some(Greater)),
            ("-0001", "gYear", "2024", "gYear", Some(Less)),
            ("P1Y", "duration", "P12M", "yearMonthDuration", Some(Equal)),
            ("PT60S", "duration", "PT1M", "dayTimeDuration", Some(Equal)),
            ("P1M", "duration", "P30D", "duration", None),
            ("P1M", "duration", "P27D", "duration", Some(Greater)),
        ];
        let literal = |text: &str, name: &str| {
            let datatype = NamedNode::new_unchecked(format!("http://www.w3.org/2001/XMLSchema#{name}"));
            Literal::new_typed_literal(text, datatype)
        };
        for (a, of, b, other, expected) in cases {
            let (a, b) = (literal(a, of), literal(b, other));
            assert_eq!(compare(a.as_ref(), b.as_ref()), expected, "{a} {b}");
            assert_eq!(compare(b.as_ref(), a.as_ref()), expected.map(Ordering::reverse), "{b} {a}");
        }
    }

    #[test]
    fn days_are_counted() {
        for (year, month, day, expected) in [
            ("1970", "01", "01", 0),
            ("1969", "12", "31", -1),
            ("2000", "03", "01", 11_017),
            ("0000", "02", "29", -719_469),
        ] {
            assert_eq!(day_of(year, month, day), Some(expected), "{year}-{month}-{day}");
        }
    }
}
