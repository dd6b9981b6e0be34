//! Dates and times as they are written in tables, in the proleptic Gregorian calendar.

/// A day in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Calendar {
    /// Year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, from 1.
    pub day: u32,
}

impl Calendar {
    /// The day, when the calendar has it.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        is_date(year, month, day).then_some(Calendar { year, month, day })
    }

    /// Year × 10000 + month × 100 + day: whole numbers in the order of days.
    #[must_use]
    pub fn number(self) -> i32 {
        self.year * 10_000 + (self.month * 100 + self.day).cast_signed()
    }
}

/// What a text that is shaped as a date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A day in the calendar.
    Calendar(Calendar),
    /// A day that the calendar does not have: `31.02.2024`.
    Impossible,
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `2024-01-31` (ISO 8601).
    Iso,
    /// `31.01.2024` or `1.1.2024`.
    Dotted,
    /// `31/01/2024` or `01/31/2024`.
    Slashed,
    /// `31.01.24`.
    ShortYear,
}

/// What a slashed date can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slashed {
    /// Day before month, as in Norway; `None` when the calendar has no such day.
    pub day_first: Option<Calendar>,
    /// Month before day, as in the United States; `None` when the calendar has no such day.
    pub month_first: Option<Calendar>,
}

/// How many days a month has; 0 when there is no such month.
#[must_use]
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// True when the calendar has that day.
#[must_use]
pub fn is_date(year: i32, month: u32, day: u32) -> bool {
    // Every month has these days, and then nothing hangs on which month it is.
    let is_in_all = (1..=28).contains(&day) && (1..=12).contains(&month);
    is_in_all || (day >= 1 && day <= days_in_month(year, month))
}

/// The day that a spreadsheet means by a number: days since 30 December 1899, so that 44927 is 1 January 2023.
///
/// Right from 1 March 1900 on; before it Excel counts a day that the calendar does not have.
#[must_use]
pub fn spreadsheet_day(number: u32) -> Calendar {
    let mut left = number;
    let (mut year, mut month, mut day) = (1899, 12, 30);
    loop {
        let in_month = days_in_month(year, month) - day;
        if left <= in_month {
            return Calendar { year, month, day: day + left };
        }
        left -= in_month + 1;
        day = 1;
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
}

/// Reads `2024-01-31`.
#[must_use]
pub fn iso(bytes: &[u8]) -> Option<Reading> {
    let [y @ .., b'-', m1, m2, b'-', d1, d2] = bytes else { return None };
    reading(fixed(y, 4)?, fixed(&[*m1, *m2], 2)?, fixed(&[*d1, *d2], 2)?)
}

/// Reads `20240131`. Eight digits can be anything: ask only where a date is to be expected.
#[must_use]
pub fn compact(bytes: &[u8]) -> Option<Reading> {
    if bytes.len() != 8 {
        return None;
    }
    reading(fixed(&bytes[..4], 4)?, fixed(&bytes[4..6], 2)?, fixed(&bytes[6..], 2)?)
}

/// Reads `31012024`, as the files of KOSTRA have it. Ask only where a date is to be expected.
#[must_use]
pub fn compact_day_first(bytes: &[u8]) -> Option<Reading> {
    if bytes.len() != 8 {
        return None;
    }
    reading(fixed(&bytes[4..], 4)?, fixed(&bytes[2..4], 2)?, fixed(&bytes[..2], 2)?)
}

/// Reads `31.01.2024`, with one or two digits for day and month.
#[must_use]
pub fn dotted(bytes: &[u8]) -> Option<Reading> {
    let (day, month, year) = three(bytes, b'.')?;
    reading(fixed(year, 4)?, short(month)?, short(day)?)
}

/// Reads `31.01.24`. The century is that of POSIX: 69 to 99 are 1969 to 1999, the others 2000 to 2068.
#[must_use]
pub fn short_year(bytes: &[u8]) -> Option<Reading> {
    let (day, month, year) = three(bytes, b'.')?;
    let year = fixed(year, 2)?;
    reading(if year >= 69 { 1900 + year } else { 2000 + year }, short(month)?, short(day)?)
}

/// Reads `31/01/2024` or `01/31/2024` and says which order is possible: both, one, or none when there is no such day.
#[must_use]
pub fn slashed(bytes: &[u8]) -> Option<Slashed> {
    let (first, second, year) = three(bytes, b'/')?;
    let (first, second, year) = (short(first)?, short(second)?, fixed(year, 4)?.cast_signed());
    Some(Slashed { day_first: Calendar::new(year, second, first), month_first: Calendar::new(year, first, second) })
}

/// Reads a date of any [`Form`]. A slashed date is read day first when it can be.
#[must_use]
pub fn date(bytes: &[u8]) -> Option<(Form, Reading)> {
    if bytes.len() < 6 || bytes.len() > 10 || !bytes[0].is_ascii_digit() {
        return None;
    }
    let separator = *bytes.iter().find(|byte| !byte.is_ascii_digit())?;
    match separator {
        b'-' => iso(bytes).map(|reading| (Form::Iso, reading)),
        b'.' => dotted(bytes)
            .map(|reading| (Form::Dotted, reading))
            .or_else(|| short_year(bytes).map(|reading| (Form::ShortYear, reading))),
        b'/' => slashed(bytes).map(|slashed| {
            let day = slashed.day_first.or(slashed.month_first);
            (Form::Slashed, day.map_or(Reading::Impossible, Reading::Calendar))
        }),
        _ => None,
    }
}

/// Reads a date of any [`Form`] with a time of day behind it, set apart by `T` or one space: `2024-01-31T13:45:00Z`,
/// `31.01.2024 13:45`.
#[must_use]
pub fn date_time(bytes: &[u8]) -> Option<(Form, Reading)> {
    let at = bytes.iter().take(11).position(|byte| matches!(byte, b'T' | b' '))?;
    let found = date(&bytes[..at])?;
    let clock = &bytes[at + 1..];
    let zone = clock.iter().position(|byte| matches!(byte, b'Z' | b'+' | b'-')).unwrap_or(clock.len());
    (time(&clock[..zone]) && is_zone(&clock[zone..])).then_some(found)
}

/// True for a time of day: `13:45`, `13:45:00`, `13:45:00.123`, from 00:00 to 24:00; 60 seconds are a leap second.
#[must_use]
pub fn time(bytes: &[u8]) -> bool {
    let (clock, fraction) = match bytes.iter().position(|byte| matches!(byte, b'.' | b',')) {
        Some(at) => (&bytes[..at], Some(&bytes[at + 1..])),
        None => (bytes, None),
    };
    let mut parts = clock.split(|&byte| byte == b':');
    let (Some(hour), Some(minute)) = (parts.next().and_then(short), parts.next().and_then(|part| fixed(part, 2)))
    else {
        return false;
    };
    let second = match parts.next() {
        Some(part) => fixed(part, 2),
        None if fraction.is_some() => None,
        None => Some(0),
    };
    let fraction = fraction.is_none_or(|digits| !digits.is_empty() && digits.iter().all(u8::is_ascii_digit));
    let Some(second) = second else { return false };
    let in_day = (hour <= 23 && minute <= 59 && second <= 60) || (hour, minute, second) == (24, 0, 0);
    in_day && fraction && parts.next().is_none()
}

/// Nothing, `Z`, `+01:00`, `+0100` or `+01`.
fn is_zone(bytes: &[u8]) -> bool {
    match bytes {
        [] | b"Z" => true,
        [b'+' | b'-', hour @ ..] if hour.len() == 2 => fixed(hour, 2).is_some_and(|hour| hour <= 14),
        [b'+' | b'-', h1, h2, b':', minute @ ..] | [b'+' | b'-', h1, h2, minute @ ..] => {
            fixed(&[*h1, *h2], 2).is_some_and(|hour| hour <= 14) && fixed(minute, 2).is_some_and(|minute| minute <= 59)
        }
        _ => false,
    }
}

#[allow(clippy::unnecessary_wraps, reason = "the last step of functions that return an option")]
fn reading(year: u32, month: u32, day: u32) -> Option<Reading> {
    Some(Calendar::new(year.cast_signed(), month, day).map_or(Reading::Impossible, Reading::Calendar))
}

fn three(bytes: &[u8], separator: u8) -> Option<(&[u8], &[u8], &[u8])> {
    let first = bytes.iter().position(|&byte| byte == separator)?;
    let second = first + 1 + bytes[first + 1..].iter().position(|&byte| byte == separator)?;
    Some((&bytes[..first], &bytes[first + 1..second], &bytes[second + 1..]))
}

/// A whole number of exactly so many digits.
fn fixed(bytes: &[u8], digits: usize) -> Option<u32> {
    if bytes.len() != digits || !bytes.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(bytes.iter().fold(0, |number, byte| number * 10 + u32::from(byte - b'0')))
}

/// A whole number of one or two digits.
fn short(bytes: &[u8]) -> Option<u32> {
    fixed(bytes, bytes.len().clamp(1, 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const fn day(year: i32, month: u32, day: u32) -> Reading {
        Reading::Calendar(Calendar { year, month, day })
    }

    #[test]
    fn spreadsheets_count_days() {
        for (number, day) in [(61, 19_000_301), (36_526, 20_000_101), (44_927, 20_230_101), (45_351, 20_240_229)] {
            assert_eq!(spreadsheet_day(number).number(), day);
        }
    }

    #[test]
    fn forms_are_read() {
        let cases = [
            ("2024-01-31", Form::Iso, day(2024, 1, 31)),
            ("2024-02-30", Form::Iso, Reading::Impossible),
            ("2024-13-01", Form::Iso, Reading::Impossible),
            ("31.01.2024", Form::Dotted, day(2024, 1, 31)),
            ("1.1.2024", Form::Dotted, day(2024, 1, 1)),
            ("29.02.2023", Form::Dotted, Reading::Impossible),
            ("31/01/2024", Form::Slashed, day(2024, 1, 31)),
            ("01/31/2024", Form::Slashed, day(2024, 1, 31)),
            ("04/05/2024", Form::Slashed, day(2024, 5, 4)),
            ("32/13/2024", Form::Slashed, Reading::Impossible),
            ("31.01.24", Form::ShortYear, day(2024, 1, 31)),
            ("1.2.70", Form::ShortYear, day(1970, 2, 1)),
            ("00.01.24", Form::ShortYear, Reading::Impossible),
        ];
        for (text, form, reading) in cases {
            assert_eq!(date(text.as_bytes()), Some((form, reading)), "{text}");
        }
        assert_eq!(compact(b"20240229"), Some(day(2024, 2, 29)));
        assert_eq!(compact(b"20230229"), Some(Reading::Impossible));
    }

    #[test]
    fn other_texts_are_not() {
        for text in [
            "", "2024", "2024-1-31", "2024-01", "24-01-31", "31.01.024", "31.01", "31-01-2024", "1.2.3.4", "208/37",
            "301.01.2024", "2024-01-31 ",
        ] {
            assert_eq!(date(text.as_bytes()), None, "{text}");
        }
        assert_eq!(compact(b"2024013"), None);
    }

    #[test]
    fn slashes_say_which_order_is_possible() {
        let order =
            |text: &str| slashed(text.as_bytes()).map(|read| (read.day_first.is_some(), read.month_first.is_some()));
        assert_eq!(order("04/05/2024"), Some((true, true)));
        assert_eq!(order("31/05/2024"), Some((true, false)));
        assert_eq!(order("08/31/2010"), Some((false, true)));
        assert_eq!(order("31/31/2010"), Some((false, false)));
        assert_eq!(order("2010/08/31"), None);
    }

    #[test]
    fn leap_years_follow_the_gregorian_rule() {
        assert!(is_date(2000, 2, 29) && is_date(2024, 2, 29));
        assert!(!is_date(1900, 2, 29) && !is_date(2023, 2, 29));
        assert_eq!(days_in_month(2024, 0) + days_in_month(2024, 13), 0);
    }

    #[test]
    fn times_are_read() {
        for text in ["13:45", "9:05", "13:45:00", "13:45:00.123", "24:00", "23:59:60"] {
            assert!(time(text.as_bytes()), "{text}");
        }
        for text in ["", "13", "25:00", "13:60", "24:01", "13:45:", "13:45.5", "13:45:00.", "1:2:3:4", "13:5"] {
            assert!(!time(text.as_bytes()), "{text}");
        }
        let stamps = [
            "2024-01-31T13:45:00Z", "2024-01-31T13:45:00+01:00", "2024-01-31 13:45", "31.01.2024 13:45:00",
            "08/31/2010 11:26:26", "2024-01-31T13:45:00.000-0100",
        ];
        for text in stamps {
            assert!(date_time(text.as_bytes()).is_some(), "{text}");
        }
        assert_eq!(date_time(b"31.02.2024 02:00:00").map(|found| found.1), Some(Reading::Impossible));
        for text in ["2024-01-31", "2024-01-31T", "2024-01-31 25:00", "2024-01-31T13:45:00+1", "13:45"] {
            assert!(date_time(text.as_bytes()).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_is_read_back(year in 1000..=9999_i32, month in 1..=12_u32, day in 1..=31_u32) {
            let expected = Calendar::new(year, month, day).map_or(Reading::Impossible, Reading::Calendar);
            prop_assert_eq!(date(format!("{year}-{month:02}-{day:02}").as_bytes()), Some((Form::Iso, expected)));
            prop_assert_eq!(date(format!("{day}.{month}.{year}").as_bytes()), Some((Form::Dotted, expected)));
            prop_assert_eq!(compact(format!("{year}{month:02}{day:02}").as_bytes()), Some(expected));
        }

        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(prop_oneof![b'0'..=b':', Just(b'-'), Just(b'.'), Just(b'/'), Just(b'T'), any::<u8>()], 0..30)) {
            let _ = (date(&bytes), date_time(&bytes), time(&bytes), compact(&bytes), slashed(&bytes));
        }
    }
}
