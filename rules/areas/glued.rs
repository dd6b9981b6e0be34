//! Codes and names of areas in one text.

use super::municipalities::MUNICIPALITIES;
use super::names::{CITY_DISTRICTS, COUNTIES, is_named};

/// The code and the name of `0301 Oslo`, `K-3001 Halden`, `1101 - Eigersund`, `30103 - Sagene`, `030103a Sagene`: an area
/// whose list has that name for that code.
pub(crate) fn area(text: &str) -> Option<(&str, &str)> {
    let (code, marks, name) = parts(text)?;
    let length = code.len();
    let padded = |digits: usize| if length + 1 == digits { format!("0{code}") } else { code.to_owned() };
    let fits = match length {
        1 | 2 => marks == 0 && is_named(&COUNTIES, &padded(2), name),
        3 | 4 => marks == 0 && is_named(&MUNICIPALITIES, &padded(4), name),
        5 | 6 => is_named(&CITY_DISTRICTS, &padded(6), name),
        _ => false,
    };
    fits.then_some((code, name))
}

/// As [`area`], and districts of Oslo by the last two digits of their numbers: `03 Sagene`.
pub(crate) fn area_or_district(text: &str) -> Option<(&str, &str)> {
    area(text).or_else(|| {
        let (code, marks, name) = parts(text)?;
        let fits = marks == 0 && code.len() == 2 && is_named(&CITY_DISTRICTS, &format!("0301{code}"), name);
        fits.then_some((code, name))
    })
}

/// Digits, how many small letters stand behind them, and the name behind what sets it apart.
fn parts(text: &str) -> Option<(&str, usize, &str)> {
    let start = text.strip_prefix("K-").or_else(|| text.strip_prefix("F-")).unwrap_or(text);
    let (code, rest) = start.split_at(start.bytes().take_while(u8::is_ascii_digit).count());
    // Statistics Norway marks editions of districts with small letters: 030103a.
    let marks = rest.bytes().take_while(u8::is_ascii_lowercase).count();
    let rest = &rest[marks.min(2)..];
    let name = rest.trim_start_matches(|c: char| c.is_whitespace() || "-–—:.,_/".contains(c));
    (name.len() < rest.len() && name.starts_with(char::is_alphabetic)).then_some((code, marks, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_taken_apart() {
        assert_eq!(area("0301 Oslo"), Some(("0301", "Oslo")));
        assert_eq!(area("K-3001 Halden"), Some(("3001", "Halden")));
        assert_eq!(area("1101 - Eigersund"), Some(("1101", "Eigersund")));
        assert_eq!(area("0101\u{a0}-\u{a0}Halden"), Some(("0101", "Halden")));
        assert_eq!(area("030103a Sagene"), Some(("030103", "Sagene")));
        assert_eq!(area("30103 - Sagene"), Some(("30103", "Sagene")));
        assert_eq!(area("0301 Oslo i alt"), Some(("0301", "Oslo i alt")));
        assert_eq!((area("03 Sagene"), area_or_district("03 Sagene")), (None, Some(("03", "Sagene"))));
        for other in ["5003 Bergen", "0 år", "0301", "Oslo", "2024 budsjett", "12 Storgata", "0301Oslo", ""] {
            assert_eq!(area(other), None, "{other}");
        }
    }
}
