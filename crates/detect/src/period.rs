//! Parts of time as people and statistics write them, by their form.

/// What a text says about time.
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

/// Months in Bokmål, Nynorsk and English and their short forms, lower case.
const MONTHS: [&str; 34] = [
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "desember", "january", "february", "march", "may", "june", "july", "october", "december", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "okt", "nov", "des", "oct", "dec", "sept",
];

/// What a text says about time by its form alone; `None` when it says nothing. Numbers from 1 to 53 say nothing either:
/// only the name of the field tells whether they are weeks.
#[must_use]
pub fn period_form(text: &str) -> Option<PeriodForm> {
    let text = text.trim();
    if !text.is_ascii() || text.len() > 24 {
        return None;
    }
    let bytes = text.as_bytes();
    if let Some(year) = year(bytes) {
        return (bytes.len() == 4).then_some(PeriodForm::Year).or_else(|| after_year(year, &bytes[4..]));
    }
    let lower = text.to_ascii_lowercase();
    let words: Vec<&str> = lower.split([' ', '.', '-']).filter(|word| !word.is_empty()).collect();
    let words = match words.split_last() {
        Some((last, rest)) if last.len() == 4 && year(last.as_bytes()).is_some() => rest,
        _ => &words[..],
    };
    match words {
        [month] if MONTHS.contains(month) => Some(PeriodForm::Month),
        [one] if matches!(one.as_bytes(), [b'k' | b'q', b'1'..=b'4']) => Some(PeriodForm::Quarter),
        ["1" | "2" | "3" | "4", "kvartal" | "kv" | "quarter"] => Some(PeriodForm::Quarter),
        ["kvartal" | "quarter", "1" | "2" | "3" | "4"] => Some(PeriodForm::Quarter),
        ["1st" | "2nd" | "3rd" | "4th", "quarter"] => Some(PeriodForm::Quarter),
        ["uke" | "veke" | "week", number] if within(number.as_bytes(), 1, 53) => Some(PeriodForm::Week),
        _ => None,
    }
}

/// The year, from 1900 to 2100, that the text starts with.
fn year(bytes: &[u8]) -> Option<u32> {
    let year = number(bytes.get(..4)?)?;
    ((1900..=2100).contains(&year) && !bytes.get(4).is_some_and(u8::is_ascii_digit)).then_some(year)
}

fn after_year(year: u32, rest: &[u8]) -> Option<PeriodForm> {
    match rest {
        [b' ' | b'-', b'K' | b'k' | b'Q' | b'q', b'1'..=b'4'] => Some(PeriodForm::Quarter),
        [b'-' | b'/', next @ ..] => {
            let next_year = number(next)?;
            let follows = match next.len() {
                4 => next_year == year + 1,
                2 => next_year == (year + 1) % 100,
                _ => false,
            };
            follows.then_some(PeriodForm::SchoolYear)
        }
        [b'K' | b'k' | b'Q' | b'q', b'1'..=b'4'] | [b'H' | b'h', b'1' | b'2'] | [b'T' | b't', b'1'..=b'3'] => {
            Some(PeriodForm::Period)
        }
        [b'M' | b'm', month @ ..] if month.len() == 2 && within(month, 1, 12) => Some(PeriodForm::Period),
        [b'U' | b'u' | b'W' | b'w', week @ ..] if week.len() == 2 && within(week, 1, 53) => Some(PeriodForm::Period),
        _ => None,
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    (!digits.is_empty() && digits.len() <= 8 && digits.iter().all(u8::is_ascii_digit))
        .then(|| digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
}

fn within(digits: &[u8], least: u32, greatest: u32) -> bool {
    digits.len() <= 2 && number(digits).is_some_and(|number| (least..=greatest).contains(&number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_apart() {
        use PeriodForm::{Month, Period, Quarter, SchoolYear, Week, Year};
        let cases = [
            ("2023", Some(Year)),
            ("1899", None),
            ("2023K1", Some(Period)),
            ("2023K5", None),
            ("2023M01", Some(Period)),
            ("2023M13", None),
            ("2023U05", Some(Period)),
            ("2023W53", Some(Period)),
            ("2023H2", Some(Period)),
            ("2014-2015", Some(SchoolYear)),
            ("2014/15", Some(SchoolYear)),
            ("2011-12", Some(SchoolYear)),
            ("1999/00", Some(SchoolYear)),
            ("2014-2018", None),
            ("2020-08", None),
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
            ("20230", None),
            ("", None),
            ("Måned", None),
        ];
        for (text, form) in cases {
            assert_eq!(period_form(text), form, "{text}");
        }
    }
}
