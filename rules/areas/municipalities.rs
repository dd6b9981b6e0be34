//! Municipality numbers, and the numbers that look like one and are not.

use munilint_detect::codelist::CodeList;
use std::borrow::Cow;
use std::sync::LazyLock;

/// All municipalities since 1971.
pub(crate) static MUNICIPALITIES: LazyLock<CodeList> =
    LazyLock::new(|| CodeList::parse(crate::codelist("municipalities").unwrap_or_default()).unwrap_or_default());

/// From this score on the field's name says that it holds numbers. `kommune` alone may stand over amounts: what the
/// municipality pays, beside what the state does.
pub(crate) const SURE: f32 = 0.8;

/// What a four-digit code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Meaning {
    /// A municipality, now or earlier.
    Municipality,
    /// A county as a whole: the county's number and `00`.
    County,
    /// The whole country or a place that is not told: `0000`, `9999`.
    Unspecified,
    /// Svalbard, Jan Mayen or the continental shelf.
    OutsideMunicipalities,
    /// Nothing.
    Unknown,
}

/// What the code stands for.
pub(crate) fn meaning(code: &str) -> Meaning {
    if MUNICIPALITIES.contains(code) {
        return Meaning::Municipality;
    }
    match code.parse() {
        _ if is_whole_country(code) => Meaning::Unspecified,
        _ if !is_digits(code, 4) => Meaning::Unknown,
        Ok(9999) => Meaning::Unspecified,
        Ok(2100 | 2111 | 2200 | 2211 | 2300 | 2311) => Meaning::OutsideMunicipalities,
        // Counties have had the numbers 01 to 20, and since 2018 numbers up to 56.
        Ok(number) if number % 100 == 0 && (1..=56).contains(&(number / 100)) => Meaning::County,
        _ => Meaning::Unknown,
    }
}

/// True when the code is zeros alone: the whole country is `0` in Statistics Norway's tables, `00` among counties and `0000`
/// among municipalities.
pub(crate) fn is_whole_country(code: &str) -> bool {
    (1..=4).contains(&code.len()) && code.bytes().all(|byte| byte == b'0')
}

/// True when `text` is `length` ASCII digits.
pub(crate) fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The code with `length` digits: a zero that was lost in front of it is put back.
pub(crate) fn with_zero(code: &str, length: usize) -> Cow<'_, str> {
    if is_digits(code, length - 1) { Cow::Owned(format!("0{code}")) } else { Cow::Borrowed(code) }
}

/// The codes of a cell: one, or several (`1145, 1149`) when all that stands between commas, semicolons or strokes is digits.
pub(crate) fn codes(cell: &str) -> Vec<&str> {
    let parts: Vec<&str> = cell.split([',', ';', '/', '|']).map(str::trim).collect();
    let is_list = parts.iter().all(|part| is_digits(part, 3) || is_digits(part, 4));
    if is_list { parts } else { vec![cell.trim()] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_may_hold_several_codes() {
        assert_eq!(codes("1145, 1149"), ["1145", "1149"]);
        assert_eq!(codes("301/4601"), ["301", "4601"]);
        for one in ["0301", "0301/Oslo", "301,5", "4601.0", ""] {
            assert_eq!(codes(one), [one], "{one}");
        }
    }

    #[test]
    fn codes_of_all_vintages_are_known() {
        for code in ["0301", "1201", "4601", "0219", "3024", "3201", "1507", "1508", "1580"] {
            assert_eq!(meaning(code), Meaning::Municipality, "{code}");
        }
    }

    #[test]
    fn what_looks_like_a_municipality_is_told_apart() {
        assert_eq!(meaning("0100"), Meaning::County);
        for code in ["0", "00", "0000", "9999"] {
            assert_eq!(meaning(code), Meaning::Unspecified, "{code}");
        }
        assert_eq!(meaning("2111"), Meaning::OutsideMunicipalities);
        for code in ["301", "7777", "6000", "030100", "Oslo", "", "03O1", "+301", "00000"] {
            assert_eq!(meaning(code), Meaning::Unknown, "{code}");
        }
    }
}
