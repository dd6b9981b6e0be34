//! Years, school years, quarters and months, as values and as parts of field names.

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Length {
    /// `2024`
    Year,
    /// `2023-2024`, `2023/24`
    SchoolYear,
    /// `2024K1`, `2024-Q1`
    Quarter,
    /// `2024M01`
    Month,
}

/// A period of time. Periods of one length are ordered, and the next one has the next number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Period {
    pub(crate) length: Length,
    pub(crate) number: i32,
}

/// First and last year that is taken for one.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

impl Period {
    /// Reads a period that is all of the text.
    pub(crate) fn parse(text: &str) -> Option<Period> {
        let (year, rest) = (digits(text.get(..4)?)?, text.get(4..)?);
        if !YEARS.contains(&year) {
            return None;
        }
        let (length, number) = match rest.as_bytes() {
            [] => (Length::Year, year),
            [b'K' | b'Q' | b'k' | b'q', quarter @ b'1'..=b'4'] | [b'-' | b' ', b'K' | b'Q', quarter @ b'1'..=b'4'] => {
                (Length::Quarter, year * 4 + i32::from(quarter - b'1'))
            }
            [b'-' | b'/', end @ ..] if end.len() == 4 || end.len() == 2 => {
                let end = digits(&rest[1..])?;
                let follows = end == year + 1 || end == (year + 1) % 100;
                follows.then_some((Length::SchoolYear, year))?
            }
            [b'M', _, _] => {
                let month = digits(&rest[1..]).filter(|month| (1..=12).contains(month))?;
                (Length::Month, year * 12 + month - 1)
            }
            _ => return None,
        };
        Some(Period { length, number })
    }

    /// The first period that a field's name holds, with what stands before and behind it.
    pub(super) fn within(name: &str) -> Option<(Period, (&str, &str))> {
        let bytes = name.as_bytes();
        let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let starts = (0..bytes.len()).filter(|&at| is_digit(at) && !(at > 0 && is_digit(at - 1)));
        for start in starts {
            for length in [9, 7, 6, 4] {
                let end = start + length;
                let Some(period) = name.get(start..end).and_then(Period::parse) else { continue };
                if !is_digit(end) {
                    return Some((period, (&name[..start], &name[end..])));
                }
            }
        }
        None
    }

    /// The period as it is written in Norway.
    pub(crate) fn label(self) -> String {
        match self.length {
            Length::Year => self.number.to_string(),
            Length::SchoolYear => format!("{}-{}", self.number, self.number + 1),
            Length::Quarter => format!("{}K{}", self.number / 4, self.number % 4 + 1),
            Length::Month => format!("{}M{:02}", self.number / 12, self.number % 12 + 1),
        }
    }
}

fn digits(text: &str) -> Option<i32> {
    let all = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if all { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_and_written() {
        for (text, label) in [
            ("2024", "2024"),
            ("2023-2024", "2023-2024"),
            ("2023/24", "2023-2024"),
            ("1999-00", "1999-2000"),
            ("2024K1", "2024K1"),
            ("2024-Q4", "2024K4"),
            ("2024M09", "2024M09"),
        ] {
            assert_eq!(Period::parse(text).map(Period::label).as_deref(), Some(label), "{text}");
        }
        for text in ["", "1507", "20245", "2020-08", "2020-2025", "2024K5", "2024M13", "år 2024", "2024 ", "20é4"] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn names_hold_periods() {
        let within = |name| Period::within(name).map(|(period, stem)| (period.label(), stem));
        assert_eq!(within("antall_2023"), Some(("2023".to_owned(), ("antall_", ""))));
        assert_eq!(within("2019-20 andel"), Some(("2019-2020".to_owned(), ("", " andel"))));
        assert_eq!(within("1.1.2020"), Some(("2020".to_owned(), ("1.1.", ""))));
        assert_eq!(within("kode 20201 æøå"), None);
    }
}
