//! The lexical spaces of the datatypes of XML Schema (XSD 1.1 part 2): is a literal spelt as its datatype wants it.

use crate::value::{Moment, duration};

/// True when `text` is in the lexical space of the datatype; also for a datatype that is not known here.
pub(crate) fn is_well_formed(text: &str, datatype: &str) -> bool {
    let Some(name) = datatype.strip_prefix("http://www.w3.org/2001/XMLSchema#") else { return true };
    match name {
        "boolean" => matches!(text, "true" | "false" | "1" | "0"),
        "decimal" => is_decimal(text),
        "double" | "float" => is_double(text),
        "dateTime" | "date" | "time" | "gYear" | "gYearMonth" | "gMonth" | "gMonthDay" | "gDay" => {
            Moment::parse(text, name).is_some()
        }
        "dateTimeStamp" => Moment::parse(text, "dateTime").is_some_and(|moment| moment.zoned),
        "duration" => duration(text).is_some(),
        "yearMonthDuration" => duration(text).is_some() && !text.contains(['D', 'T']),
        // The only `M` that is left is that of minutes.
        "dayTimeDuration" => {
            duration(text).is_some() && !text.split('T').next().is_some_and(|days| days.contains(['Y', 'M']))
        }
        "hexBinary" => text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit()),
        "base64Binary" => is_base64(text),
        "language" => is_language(text),
        "normalizedString" => !text.contains(['\t', '\n', '\r']),
        "token" => is_token(text),
        "Name" => is_name(text, true),
        "NCName" => is_name(text, false),
        "NMTOKEN" => !text.is_empty() && text.chars().all(|c| c == ':' || in_name(c)),
        _ => integer_bounds(name).is_none_or(|(least, most)| is_integer_within(text, least, most)),
    }
}

/// The least and the greatest value of a datatype of whole numbers; `None` for another datatype.
fn integer_bounds(name: &str) -> Option<(Option<i128>, Option<i128>)> {
    Some(match name {
        "integer" => (None, None),
        "nonNegativeInteger" => (Some(0), None),
        "positiveInteger" => (Some(1), None),
        "nonPositiveInteger" => (None, Some(0)),
        "negativeInteger" => (None, Some(-1)),
        "long" => (Some(i64::MIN.into()), Some(i64::MAX.into())),
        "int" => (Some(i32::MIN.into()), Some(i32::MAX.into())),
        "short" => (Some(i16::MIN.into()), Some(i16::MAX.into())),
        "byte" => (Some(i8::MIN.into()), Some(i8::MAX.into())),
        "unsignedLong" => (Some(0), Some(u64::MAX.into())),
        "unsignedInt" => (Some(0), Some(u32::MAX.into())),
        "unsignedShort" => (Some(0), Some(u16::MAX.into())),
        "unsignedByte" => (Some(0), Some(u8::MAX.into())),
        _ => return None,
    })
}

/// True for the name of a datatype whose values are whole numbers.
pub(crate) fn is_integer_type(name: &str) -> bool {
    integer_bounds(name).is_some()
}

fn is_integer_within(text: &str, least: Option<i128>, most: Option<i128>) -> bool {
    let (negative, digits) = signed(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    // More digits than fit are beyond every bound there is.
    let digits = digits.trim_start_matches('0');
    let size = if digits.is_empty() { 0 } else { digits.parse::<i128>().unwrap_or(i128::MAX) };
    let value = if negative { -size } else { size };
    least.is_none_or(|least| value >= least) && most.is_none_or(|most| value <= most)
}

/// A number without its sign, and whether that is a minus.
pub(crate) fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// True for digits with or without a point among, before or behind them.
pub(crate) fn is_decimal(text: &str) -> bool {
    let (_, size) = signed(text);
    let (whole, rest) = size.split_once('.').unwrap_or((size, ""));
    whole.len() + rest.len() > 0 && whole.bytes().chain(rest.bytes()).all(|byte| byte.is_ascii_digit())
}

pub(crate) fn is_double(text: &str) -> bool {
    if matches!(text, "INF" | "-INF" | "+INF" | "NaN") {
        return true;
    }
    let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    is_decimal(number) && is_integer_within(exponent, None, None)
}

/// RFC 4648 with single spaces allowed between characters; bits that the last character has too many are zero.
fn is_base64(text: &str) -> bool {
    if text.starts_with(' ') || text.ends_with(' ') || text.contains("  ") {
        return false;
    }
    let packed: Vec<u8> = text.bytes().filter(|&byte| byte != b' ').collect();
    let padding = packed.iter().rev().take_while(|&&byte| byte == b'=').count();
    let coded = &packed[..packed.len() - padding];
    let last = coded.last().copied().unwrap_or(b'A');
    packed.len().is_multiple_of(4)
        && coded.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
        && match padding {
            0 => true,
            1 => b"AEIMQUYcgkosw048".contains(&last),
            2 => b"AQgw".contains(&last),
            _ => false,
        }
}

fn is_language(text: &str) -> bool {
    text.split('-').enumerate().all(|(at, part)| {
        (1..=8).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_alphabetic() || (at > 0 && byte.is_ascii_digit()))
    })
}

fn is_token(text: &str) -> bool {
    !text.contains(['\t', '\n', '\r']) && !text.contains("  ") && !text.starts_with(' ') && !text.ends_with(' ')
}

fn is_name(text: &str, colons: bool) -> bool {
    let colon = |c: char| colons && c == ':';
    let mut chars = text.chars();
    chars.next().is_some_and(|c| colon(c) || starts_name(c)) && chars.all(|c| colon(c) || in_name(c))
}

/// `NameStartChar` of XML 1.0 without the colon.
fn starts_name(c: char) -> bool {
    matches!(c, 'A'..='Z' | '_' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

/// `NameChar` of XML 1.0 without the colon.
fn in_name(c: char) -> bool {
    starts_name(c) || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Datatype, what is spelt well, what is not.
    const CASES: [(&str, &[&str], &[&str]); 25] = [
        ("boolean", &["true", "0"], &["True", "yes", "", " true"]),
        ("integer", &["0", "-0", "+17", "007"], &["", "+", "1.0", "1e3", " 1", "١"]),
        ("byte", &["-128", "127"], &["128", "-129", "99999999999999999999999999999999999999999999"]),
        ("unsignedLong", &["18446744073709551615", "-0"], &["18446744073709551616", "-1"]),
        ("positiveInteger", &["1"], &["0"]),
        ("negativeInteger", &["-1"], &["0"]),
        ("decimal", &["1", "1.", ".5", "-1.50"], &[".", "1e0", "1,5", ""]),
        ("double", &["1", "1e3", "-.5E-2", "INF", "-INF", "NaN"], &["inf", "1e", "e1", "1e1.5"]),
        (
            "date",
            &["2024-02-29", "2024-02-29Z", "-0044-03-15", "12024-01-01", "2024-01-01+14:00"],
            &["2023-02-29", "24-01-01", "2024-1-1", "2024-01-01+14:01", "2024-01-01T00:00:00", "012024-01-01", ""],
        ),
        (
            "dateTime",
            &["2024-01-01T24:00:00", "2024-01-01T00:00:00.000Z"],
            &[
                "2024-01-01", "2024-01-01 00:00:00", "2024-01-01T24:00:01", "2024-01-01T00:60:00",
                "2024-01-01T00:00:60", "2024-01-01T00:00:00.", "2024-01-01T00:00",
            ],
        ),
        ("dateTimeStamp", &["2024-01-01T00:00:00Z"], &["2024-01-01T00:00:00"]),
        ("time", &["12:00:00", "12:00:00.5-01:00"], &["12:00", "25:00:00"]),
        ("gYear", &["2024", "-0001", "2024Z"], &["24", "02024", "2024-01"]),
        ("gYearMonth", &["2024-12"], &["2024-13", "2024"]),
        ("gMonth", &["--12"], &["12", "--13"]),
        ("gMonthDay", &["--02-29"], &["--02-30"]),
        ("gDay", &["---31"], &["---32", "31"]),
        ("duration", &["P1Y2M3DT4H5M6.7S", "-PT0S", "P1M"], &["P", "P1YT", "1Y", "PT1.5H", "P1S", "P1D1Y", "P-1D"]),
        ("dayTimeDuration", &["P1DT1M"], &["P1Y", "P1M"]),
        ("yearMonthDuration", &["P1Y1M"], &["P1D", "PT1M"]),
        ("hexBinary", &["", "0aFF"], &["0", "0g"]),
        ("base64Binary", &["", "YQ==", "YWI=", "Y Q = ="], &["YQ", "YR==", "YQ=", "Y===", " YQ=="]),
        ("language", &["nb", "nb-NO", "x-1"], &["", "1", "norwegian1", "nb_NO", "nb-"]),
        ("token", &["a b"], &[" a", "a  b", "a\tb"]),
        ("NCName", &["a-1", "_"], &["a:b", "1a", ""]),
    ];

    #[test]
    fn literals_are_spelt_as_their_datatype_wants() {
        for (name, well, ill) in CASES {
            let datatype = format!("http://www.w3.org/2001/XMLSchema#{name}");
            for text in well {
                assert!(is_well_formed(text, &datatype), "{text:?} is {name}");
            }
            for text in ill {
                assert!(!is_well_formed(text, &datatype), "{text:?} is no {name}");
            }
        }
        assert!(is_well_formed("anything", "http://example.org/unknown"));
    }
}
