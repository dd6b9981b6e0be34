//! Parts of time as people and statistics write them.

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// `2024`
    Year,
    /// `2023-2024`, `2023/24`: from August on.
    SchoolYear,
    /// `2024H1`
    HalfYear,
    /// `2024T1`: four months.
    Third,
    /// `2024K1`, `2024-Q1`, `1. kvartal 2024`
    Quarter,
    /// `2024M01`, `mai 2024`
    Month,
    /// `2024U05`, `uke 5 2024`
    Week,
}

/// A period of time. Periods of one length are ordered, and the next one has the next number; but for weeks, of which some
/// years have no 53rd.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// How long it is.
    pub length: Length,
    /// The year, or the year times how many there are in one, and which it is, from 0.
    pub number: i32,
}

/// A period as a text writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Which one it is.
    pub period: Period,
    /// An example of the form: `2023K1`, `1. kvartal 2023`.
    pub notation: &'static str,
}

/// What a text says about time by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodForm {
    /// `2023`: 1900 to 2100.
    Year,
    /// Two years, the second the next one: `2014-2015`, `2014/15`.
    SchoolYear,
    /// As Statistics Norway writes it: `2023K1`, `2023M01`, `2023U05`, `2023H1`, `2023T1`, also with English letters.
    Period,
    /// `1. kvartal`, `K1`, `4. kvartal 2023`, `2023 Q1`.
    Quarter,
    /// `januar`, `jan.`, `mai 2023`.
    Month,
    /// `Uke 5`, `uke 5 2023`.
    Week,
}

/// First and last year that is taken for one.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Names of the months in Bokmål, Nynorsk and English, and their short forms, lower case.
const MONTHS: [&[&str]; 12] = [
    &["januar", "january", "jan"],
    &["februar", "february", "feb"],
    &["mars", "march", "mar"],
    &["april", "apr"],
    &["mai", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["august", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["desember", "december", "des", "dec"],
];

impl Period {
    /// Reads a period that is all of the text, with its year.
    #[must_use]
    pub fn parse(text: &str) -> Option<Period> {
        written(text).map(|written| written.period)
    }

    /// The first period that a field's name holds, with what stands before and behind it. Half years and weeks are not
    /// looked for.
    #[must_use]
    pub fn within(name: &str) -> Option<(Period, (&str, &str))> {
        let bytes = name.as_bytes();
        let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let is_meant = |period: &Period| {
            matches!(period.length, Length::Year | Length::SchoolYear | Length::Quarter | Length::Month)
        };
        let starts = (0..bytes.len()).filter(|&at| is_digit(at) && !(at > 0 && is_digit(at - 1)));
        for start in starts {
            for length in [9, 7, 6, 4] {
                let end = start + length;
                let Some(period) = name.get(start..end).and_then(Period::parse).filter(is_meant) else { continue };
                if !is_digit(end) {
                    return Some((period, (&name[..start], &name[end..])));
                }
            }
        }
        None
    }

    /// The period as Statistics Norway writes it.
    #[must_use]
    pub fn label(self) -> String {
        let part = |many: i32| (self.number / many, self.number % many + 1);
        match self.length {
            Length::Year => self.number.to_string(),
            Length::SchoolYear => format!("{}-{}", self.number, self.number + 1),
            Length::HalfYear => labelled(part(2), "H"),
            Length::Third => labelled(part(3), "T"),
            Length::Quarter => labelled(part(4), "K"),
            Length::Month => format!("{}M{:02}", self.number / 12, self.number % 12 + 1),
            Length::Week => format!("{}U{:02}", self.number / 53, self.number % 53 + 1),
        }
    }

    fn of(length: Length, year: i32, part: i32) -> Option<Period> {
        let many = match length {
            Length::Year | Length::SchoolYear => return Some(Period { length, number: year }),
            Length::HalfYear => 2,
            Length::Third => 3,
            Length::Quarter => 4,
            Length::Month => 12,
            Length::Week => 53,
        };
        (1..=many).contains(&part).then_some(Period { length, number: year * many + part - 1 })
    }
}

fn labelled((year, part): (i32, i32), letter: &str) -> String {
    format!("{year}{letter}{part}")
}

/// Reads a period that is all of the text, with its year. `2023-04` and `202304` may be many things and are none.
#[must_use]
pub fn written(text: &str) -> Option<Written> {
    let text = text.trim();
    // Longer texts are none, and most texts of a table are longer or shorter than any.
    if !(4..=24).contains(&text.len()) {
        return None;
    }
    school_year(text).or_else(|| year_first(text)).or_else(|| year_last(text))
}

/// What a text says about time by its form alone; `None` when it says nothing. Numbers from 1 to 53 say nothing either:
/// only the name of the field tells whether they are weeks.
#[must_use]
pub fn period_form(text: &str) -> Option<PeriodForm> {
    let text = text.trim();
    if text.len() > 24 {
        return None;
    }
    let Some(Written { period, .. }) = written(text) else {
        return match part_of_year(&words(text))? {
            (Length::Quarter, ..) => Some(PeriodForm::Quarter),
            (Length::Month, ..) => Some(PeriodForm::Month),
            (Length::Week, ..) => Some(PeriodForm::Week),
            _ => None,
        };
    };
    let begins_with_year = text.get(..4).and_then(year_of).is_some();
    let is_compact = begins_with_year && text.as_bytes().get(4).is_some_and(u8::is_ascii_alphabetic);
    Some(match period.length {
        Length::Year => PeriodForm::Year,
        Length::SchoolYear => PeriodForm::SchoolYear,
        _ if is_compact => PeriodForm::Period,
        Length::Quarter => PeriodForm::Quarter,
        Length::Month => PeriodForm::Month,
        Length::Week => PeriodForm::Week,
        Length::HalfYear | Length::Third => PeriodForm::Period,
    })
}

/// `2023`, `2023K1`, `2023-Q1`, `2023M01`, `2023-W05`
fn year_first(text: &str) -> Option<Written> {
    let (year, rest) = text.split_at_checked(4)?;
    let year = year_of(year)?;
    if rest.is_empty() {
        return Some(Written { period: Period::of(Length::Year, year, 0)?, notation: "2023" });
    }
    let dashed = rest.starts_with('-');
    let rest = rest.trim_start_matches(['-', ' ']);
    let letter = rest.chars().next()?.to_ascii_uppercase();
    let part = rest.get(1..)?;
    let form = |plain, with_dash| if dashed { with_dash } else { plain };
    let (length, notation) = match (letter, part.len()) {
        ('K', 1) => (Length::Quarter, form("2023K1", "2023-K1")),
        ('Q', 1) => (Length::Quarter, form("2023Q1", "2023-Q1")),
        ('M', 2) => (Length::Month, form("2023M01", "2023-M01")),
        ('U', 2) => (Length::Week, form("2023U05", "2023-U05")),
        ('W', 2) => (Length::Week, form("2023W05", "2023-W05")),
        ('H', 1) => (Length::HalfYear, form("2023H1", "2023-H1")),
        ('T', 1) => (Length::Third, form("2023T1", "2023-T1")),
        _ => return None,
    };
    Some(Written { period: Period::of(length, year, number(part)?)?, notation })
}

/// `1. kv 2023`, `1. kvartal 2023`, `Q1 2023`, `1. halvår 2023`, `uke 5 2023`, `mai 2023`
fn year_last(text: &str) -> Option<Written> {
    let (before, year) = text.rsplit_once([' ', '-', '.'])?;
    let year = year_of(year)?;
    let (length, part, notation) = part_of_year(&words(before))?;
    Some(Written { period: Period::of(length, year, part)?, notation })
}

/// The words of a text, lower case.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split([' ', '.', '-']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What part of a year words name, and the form with a year behind them.
fn part_of_year(words: &[String]) -> Option<(Length, i32, &'static str)> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (length, part, notation) = match words[..] {
        [part, "kvartal"] => (Length::Quarter, number(part)?, "1. kvartal 2023"),
        [part, "kv"] => (Length::Quarter, number(part)?, "1. kv. 2023"),
        [part, "quarter"] => (Length::Quarter, ordinal(part)?, "1st quarter 2023"),
        ["kvartal", part] => (Length::Quarter, number(part)?, "kvartal 1 2023"),
        ["quarter", part] => (Length::Quarter, number(part)?, "quarter 1 2023"),
        [part, "halvår" | "halvaar"] => (Length::HalfYear, number(part)?, "1. halvår 2023"),
        [part, "tertial"] => (Length::Third, number(part)?, "1. tertial 2023"),
        ["uke" | "veke", part] => (Length::Week, number(part)?, "uke 5 2023"),
        ["week", part] => (Length::Week, number(part)?, "week 5 2023"),
        [one] => match one.split_at_checked(1)? {
            ("k", part) if part.len() == 1 => (Length::Quarter, number(part)?, "K1 2023"),
            ("q", part) if part.len() == 1 => (Length::Quarter, number(part)?, "Q1 2023"),
            _ => (Length::Month, month(one)?, "mai 2023"),
        },
        _ => return None,
    };
    Period::of(length, 0, part).map(|_| (length, part, notation))
}

fn month(word: &str) -> Option<i32> {
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    i32::try_from(at + 1).ok()
}

/// `2014-2015`, `2014/2015`, `2014/15`, `2014-15`: two years of which the second follows the first.
fn school_year(text: &str) -> Option<Written> {
    let (first, rest) = text.split_at_checked(4)?;
    let mark = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '–'))?;
    let second = rest.get(mark.len_utf8()..)?;
    let (from, to) = (year_of(first)?, number(second)?);
    let notation = match (second.len(), mark) {
        (4, '-') if to == from + 1 => "2014-2015",
        (4, '/') if to == from + 1 => "2014/2015",
        (4, _) if to == from + 1 => "2014–2015",
        (2, '-') if to == (from + 1) % 100 => "2014-15",
        (2, '/') if to == (from + 1) % 100 => "2014/15",
        (2, _) if to == (from + 1) % 100 => "2014–15",
        _ => return None,
    };
    Some(Written { period: Period::of(Length::SchoolYear, from, 0)?, notation })
}

/// `1`, `1st`
fn ordinal(text: &str) -> Option<i32> {
    number(text.trim_end_matches(|c: char| c.is_ascii_lowercase()))
}

fn number(digits: &str) -> Option<i32> {
    let all = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if all { digits.parse().ok() } else { None }
}

fn year_of(text: &str) -> Option<i32> {
    number(text).filter(|year| text.len() == 4 && YEARS.contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_and_written() {
        for (text, label, notation) in [
            ("2024", "2024", "2023"),
            ("2023-2024", "2023-2024", "2014-2015"),
            ("2023/24", "2023-2024", "2014/15"),
            ("1999-00", "1999-2000", "2014-15"),
            ("1999–2000", "1999-2000", "2014–2015"),
            ("2024K1", "2024K1", "2023K1"),
            ("2024-Q4", "2024K4", "2023-Q1"),
            ("1. kv 2023", "2023K1", "1. kv. 2023"),
            ("2. kv. 2023", "2023K2", "1. kv. 2023"),
            ("3. kvartal 2023", "2023K3", "1. kvartal 2023"),
            ("Q1 2023", "2023K1", "Q1 2023"),
            ("4th quarter 2023", "2023K4", "1st quarter 2023"),
            ("2024M09", "2024M09", "2023M01"),
            ("Mai 2023", "2023M05", "mai 2023"),
            ("2023-W53", "2023U53", "2023-W05"),
            ("uke 5 2023", "2023U05", "uke 5 2023"),
            ("2023H2", "2023H2", "2023H1"),
            ("2. halvår 2023", "2023H2", "1. halvår 2023"),
            ("2. tertial 2023", "2023T2", "1. tertial 2023"),
        ] {
            let found = written(text).map(|written| (written.period.label(), written.notation));
            assert_eq!(found, Some((label.to_owned(), notation)), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_periods() {
        for text in [
            "", "1507", "20245", "2020-08", "202008", "2020-2025", "2014-16", "2024K5", "2024M13", "år 2024", "20é4",
            "1301K1", "Oslo", "æ023K1", "2023æ", "K1", "5. kvartal 2023", "uke 54 2023", "1899", "01.02.2023",
        ] {
            assert_eq!(written(text), None, "{text}");
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

    #[test]
    fn forms_are_told_apart() {
        use PeriodForm::{Month, Period, Quarter, SchoolYear, Week, Year};
        let cases = [
            ("2023", Some(Year)),
            ("1899", None),
            ("2023K1", Some(Period)),
            ("2023K5", None),
            ("2023M01", Some(Period)),
            ("2023U05", Some(Period)),
            ("2023W53", Some(Period)),
            ("2023H2", Some(Period)),
            ("2014/15", Some(SchoolYear)),
            ("2014-2018", None),
            ("1. kvartal", Some(Quarter)),
            ("4. kvartal 2023", Some(Quarter)),
            ("K1", Some(Quarter)),
            ("Q4", Some(Quarter)),
            ("2023-Q4", Some(Quarter)),
            ("januar", Some(Month)),
            ("Jan.", Some(Month)),
            ("mai 2023", Some(Month)),
            ("Uke 5", Some(Week)),
            ("uke 54", None),
            ("5", None),
            ("0301", None),
            ("", None),
            ("Måned", None),
        ];
        for (text, form) in cases {
            assert_eq!(period_form(text), form, "{text}");
        }
    }
}
