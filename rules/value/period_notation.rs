//! How quarters, months, weeks and school years are written.

/// What a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Quarter,
    Month,
    Week,
    HalfYear,
    SchoolYear,
}

/// The notation of a period: what it is, and an example of the form. `None` when the text is no period.
///
/// `2023-04` and `202304` may be many things and are left out; `2014-15` is a school year only beside others.
pub(super) fn notation(text: &str) -> Option<(Kind, &'static str)> {
    school_year(text).or_else(|| year_first(text)).or_else(|| year_last(text))
}

/// `2023K1`, `2023-Q1`, `2023M01`, `2023-W05`
fn year_first(text: &str) -> Option<(Kind, &'static str)> {
    let (year, rest) = text.split_at_checked(4)?;
    if !is_year(year) {
        return None;
    }
    let dashed = rest.starts_with('-');
    let rest = rest.trim_start_matches(['-', ' ']);
    let letter = rest.chars().next()?.to_ascii_uppercase();
    let number: u32 = digits(rest.get(1..)?.trim_start())?;
    let form = |plain, with_dash| if dashed { with_dash } else { plain };
    match (letter, number) {
        ('K', 1..=4) => Some((Kind::Quarter, form("2023K1", "2023-K1"))),
        ('Q', 1..=4) => Some((Kind::Quarter, form("2023Q1", "2023-Q1"))),
        ('M', 1..=12) => Some((Kind::Month, form("2023M01", "2023-M01"))),
        ('U', 1..=53) => Some((Kind::Week, form("2023U05", "2023-U05"))),
        ('W', 1..=53) => Some((Kind::Week, form("2023W05", "2023-W05"))),
        ('H', 1..=2) => Some((Kind::HalfYear, form("2023H1", "2023-H1"))),
        _ => None,
    }
}

/// `1. kv 2023`, `1. kvartal 2023`, `Q1 2023`, `1. halvår 2023`, `uke 5 2023`
fn year_last(text: &str) -> Option<(Kind, &'static str)> {
    let lower = text.to_lowercase();
    let (before, year) = lower.rsplit_once([' ', '-', '.'])?;
    if !is_year(year) {
        return None;
    }
    let words: Vec<&str> = before.split([' ', '.']).filter(|word| !word.is_empty()).collect();
    match words[..] {
        ["1" | "2" | "3" | "4", "kvartal"] => Some((Kind::Quarter, "1. kvartal 2023")),
        ["1" | "2" | "3" | "4", "kv"] => Some((Kind::Quarter, "1. kv. 2023")),
        ["q1" | "q2" | "q3" | "q4"] => Some((Kind::Quarter, "Q1 2023")),
        ["k1" | "k2" | "k3" | "k4"] => Some((Kind::Quarter, "K1 2023")),
        ["1" | "2", "halvår"] => Some((Kind::HalfYear, "1. halvår 2023")),
        ["uke", week] if digits(week).is_some_and(|week| (1..=53).contains(&week)) => Some((Kind::Week, "uke 5 2023")),
        _ => None,
    }
}

/// `2014-2015`, `2014/2015`, `2014/15`, `2014-15`: two years of which the second follows the first.
fn school_year(text: &str) -> Option<(Kind, &'static str)> {
    let (first, rest) = text.split_at_checked(4)?;
    let mark = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '–'))?;
    let second = rest.get(mark.len_utf8()..)?;
    let (from, to) = (digits(first).filter(|_| is_year(first))?, digits(second)?);
    match (second.len(), mark) {
        (4, '-') if to == from + 1 => Some((Kind::SchoolYear, "2014-2015")),
        (4, '/') if to == from + 1 => Some((Kind::SchoolYear, "2014/2015")),
        (4, _) if to == from + 1 => Some((Kind::SchoolYear, "2014–2015")),
        (2, '-') if to == (from + 1) % 100 => Some((Kind::SchoolYear, "2014-15")),
        (2, '/') if to == (from + 1) % 100 => Some((Kind::SchoolYear, "2014/15")),
        (2, _) if to == (from + 1) % 100 => Some((Kind::SchoolYear, "2014–15")),
        _ => None,
    }
}

fn digits(text: &str) -> Option<u32> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) { None } else { text.parse().ok() }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && digits(text).is_some_and(|year| (1800..2200).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations_are_told_apart() {
        for (text, form) in [
            ("2023K1", "2023K1"),
            ("2023-Q4", "2023-Q1"),
            ("1. kv 2023", "1. kv. 2023"),
            ("2. kv. 2023", "1. kv. 2023"),
            ("3. kvartal 2023", "1. kvartal 2023"),
            ("Q1 2023", "Q1 2023"),
            ("2023M11", "2023M01"),
            ("2023-W53", "2023-W05"),
            ("2014/15", "2014/15"),
            ("1999-2000", "2014-2015"),
            ("1999-00", "2014-15"),
        ] {
            assert_eq!(notation(text).map(|(_, form)| form), Some(form), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_periods() {
        for text in ["", "2023", "2023-04", "2023K5", "2014-2018", "2014-16", "1301K1", "Oslo", "æ023K1", "2023æ", "K1"]
        {
            assert_eq!(notation(text), None, "{text}");
        }
    }
}
