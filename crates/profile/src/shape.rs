//! What a cell looks like: decided by where its digits are and which few bytes stand between them.

use munilint_detect::date::is_date;
use munilint_model::{MARKERS, Shape};

/// Longest text that can be a number or date.
const LONGEST: usize = 40;

/// A number or date has at most this many bytes that are no digits.
const MOST_OTHERS: usize = 12;

/// The shape of a cell whose digits are not known yet.
#[must_use]
pub fn shape_of(cell: &[u8], utf8: bool) -> Shape {
    let digits =
        cell.iter().take(64).enumerate().fold(0, |bits, (i, byte)| bits | (u64::from(byte.is_ascii_digit()) << i));
    shape(cell, digits, utf8)
}

/// The shape of a cell. Bit `i` of `digits` says that byte `i` is an ASCII digit, for the first 64 bytes.
#[inline]
pub(crate) fn shape(cell: &[u8], digits: u64, utf8: bool) -> Shape {
    let n = cell.len();
    if n == 0 {
        return Shape::Empty;
    }
    if is_space(cell[0])
        || is_space(cell[n - 1])
        || (cell[n - 1] == 0xA0)
        || (cell[0] == 0xC2)
        || (!utf8 && cell[0] == 0xA0)
    {
        let trimmed = trim(cell, utf8);
        if trimmed.is_empty() {
            return Shape::Blank;
        }
        if trimmed.len() < n {
            return shape_of(trimmed, utf8);
        }
    }
    if n > LONGEST {
        return Shape::Text;
    }
    let all = (1u64 << n) - 1;
    let others = all & !digits;
    if others == 0 {
        return Shape::Integer;
    }
    if digits & all == 0 {
        return if n <= 6 && is_marker(cell) { Shape::Marker } else { Shape::Text };
    }
    if others & (others - 1) == 0 {
        return one_other(cell, others, utf8);
    }
    match (n, others) {
        (10, 0b00_0010_0100) if cell[2] == b'.' && cell[5] == b'.' => cell.first_chunk().map_or(Shape::Text, dotted),
        (19, 0b001_0010_0100_1001_0000) if is_timestamp(cell) => cell.first_chunk().map_or(Shape::Text, timestamp),
        _ if others.count_ones() as usize <= MOST_OTHERS => several(cell, others, utf8),
        _ => Shape::Text,
    }
}

#[inline]
fn is_space(byte: u8) -> bool {
    byte == b' ' || byte == b'\t'
}

/// Blanks, tabs and no-break spaces off both ends.
pub(crate) fn trim(cell: &[u8], utf8: bool) -> &[u8] {
    let mut rest = cell;
    loop {
        rest = match rest {
            [b' ' | b'\t', inner @ ..] | [inner @ .., b' ' | b'\t'] => inner,
            [0xC2, 0xA0, inner @ ..] if utf8 => inner,
            [inner @ .., 0xC2, 0xA0] if utf8 => inner,
            [0xA0, inner @ ..] | [inner @ .., 0xA0] if !utf8 => inner,
            _ => return rest,
        };
    }
}

/// One of [`MARKERS`].
pub(crate) fn is_marker(cell: &[u8]) -> bool {
    marker_index(cell).is_some()
}

/// Which of [`MARKERS`] a cell is.
pub(crate) fn marker_index(cell: &[u8]) -> Option<usize> {
    MARKERS.iter().position(|marker| marker.as_bytes() == cell)
}

fn one_other(cell: &[u8], others: u64, utf8: bool) -> Shape {
    let at = others.trailing_zeros() as usize;
    let (before, after) = (at, cell.len() - at - 1);
    match cell[at] {
        b'-' | b'+' if at == 0 => Shape::Integer,
        b',' if before > 0 && after > 0 => Shape::DecimalComma,
        b'.' if after > 0 => Shape::DecimalPoint,
        b' ' if (1..=3).contains(&before) && after == 3 => Shape::GroupedInteger,
        0xA0 if !utf8 && (1..=3).contains(&before) && after == 3 => Shape::GroupedInteger,
        b':' if (1..=2).contains(&before) && after == 2 && number(&cell[at + 1..]) < 60 => Shape::Time,
        _ => Shape::Text,
    }
}

/// The number that a few digits are; of many, some other.
fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |n: u32, byte| n.wrapping_mul(10).wrapping_add(u32::from(byte & 15)))
}

/// `dd.mm.yyyy`; its length is known, so that no digit is counted.
fn dotted(cell: &[u8; 10]) -> Shape {
    let (day, month, year) = (number(&cell[..2]), number(&cell[3..5]), number(&cell[6..]));
    if is_date(year.cast_signed(), month, day) { Shape::DateDotted } else { Shape::ImpossibleDate }
}

/// The marks of `yyyy-mm-ddThh:mm:ss` stand where they should.
fn is_timestamp(cell: &[u8]) -> bool {
    cell[4] == b'-' && cell[7] == b'-' && matches!(cell[10], b'T' | b' ') && cell[13] == b':' && cell[16] == b':'
}

/// `yyyy-mm-ddThh:mm:ss`, as most systems write the time of an event.
fn timestamp(cell: &[u8; 19]) -> Shape {
    let time = number(&cell[11..13]) <= 24 && number(&cell[14..16]) < 60 && number(&cell[17..19]) <= 60;
    if !time {
        Shape::Text
    } else if is_date(number(&cell[..4]).cast_signed(), number(&cell[5..7]), number(&cell[8..10])) {
        Shape::DateTime
    } else {
        Shape::ImpossibleDate
    }
}

/// Two or more bytes that are no digits.
fn several(cell: &[u8], others: u64, utf8: bool) -> Shape {
    if let Some(shape) = date(cell, others) {
        return shape;
    }
    if let Some(shape) = date_and_time(cell, others) {
        return shape;
    }
    if is_time(cell, others) {
        return Shape::Time;
    }
    figure(cell, utf8)
}

/// Positions of the first two set bits.
fn two(others: u64) -> (usize, usize) {
    (others.trailing_zeros() as usize, (others & (others - 1)).trailing_zeros() as usize)
}

/// A date and nothing else.
fn date(cell: &[u8], others: u64) -> Option<Shape> {
    if others.count_ones() != 2 {
        return None;
    }
    let (first, second) = two(others);
    if cell[first] != cell[second] {
        return None;
    }
    let lengths = [first, second - first - 1, cell.len() - second - 1];
    let parts = [number(&cell[..first]), number(&cell[first + 1..second]), number(&cell[second + 1..])];
    let possible = |year: u32, month: u32, day: u32| is_date(year.cast_signed(), month, day);
    let or_impossible = |shape, possible| Some(if possible { shape } else { Shape::ImpossibleDate });
    match (cell[first], lengths) {
        (b'-', [4, 2, 2]) => or_impossible(Shape::DateIso, possible(parts[0], parts[1], parts[2])),
        (b'.', [1 | 2, 1 | 2, 4]) => or_impossible(Shape::DateDotted, possible(parts[2], parts[1], parts[0])),
        (b'.', [1 | 2, 1 | 2, 2]) if possible(2000, parts[1], parts[0]) => Some(Shape::DateShortYear),
        (b'/' | b'-', [1 | 2, 1 | 2, 4]) => {
            let either = possible(parts[2], parts[1], parts[0]) || possible(parts[2], parts[0], parts[1]);
            or_impossible(Shape::DateSlashed, either)
        }
        (b'/', [4, 2, 2]) => or_impossible(Shape::DateSlashed, possible(parts[0], parts[1], parts[2])),
        _ => None,
    }
}

/// A date, `T` or a blank, and a time of day with or without seconds, fraction and zone.
fn date_and_time(cell: &[u8], others: u64) -> Option<Shape> {
    if others.count_ones() < 4 {
        return None;
    }
    let (_, second) = two(others);
    let rest = others & (others - 1);
    let third = (rest & (rest - 1)).trailing_zeros() as usize;
    if third >= cell.len() || !matches!(cell[third], b'T' | b' ' | b't') || third < second + 2 {
        return None;
    }
    let mask = (1u64 << third) - 1;
    let day = date(&cell[..third], others & mask)?;
    let time = &cell[third + 1..];
    let clock = time
        .len()
        .min(time.iter().position(|byte| matches!(byte, b'.' | b',' | b'Z' | b'+' | b'-')).unwrap_or(time.len()));
    let colons = time[..clock]
        .iter()
        .enumerate()
        .filter(|(_, byte)| !byte.is_ascii_digit())
        .fold(0, |bits, (i, _)| bits | 1u64 << i);
    (colons != 0 && is_time(&time[..clock], colons)).then_some(if day == Shape::ImpossibleDate {
        day
    } else {
        Shape::DateTime
    })
}

/// `h:mm` or `h:mm:ss`.
fn is_time(cell: &[u8], others: u64) -> bool {
    let parts: Vec<&[u8]> = cell.split(|&byte| byte == b':').collect();
    let colons = others.count_ones() as usize;
    let digits = |part: &[u8]| (1..=2).contains(&part.len()) && part.iter().all(u8::is_ascii_digit);
    matches!(colons, 1 | 2)
        && parts.len() == colons + 1
        && parts.iter().all(|part| digits(part))
        && number(parts[0]) <= 24
        && parts[1..].iter().all(|part| part.len() == 2 && number(part) < 60)
}

/// A number with a sign, groups, a decimal mark or an exponent.
fn figure(cell: &[u8], utf8: bool) -> Shape {
    let unsigned = match cell {
        [b'-' | b'+', rest @ ..] | [0xE2, 0x88, 0x92, rest @ ..] => rest,
        _ => cell,
    };
    let unsigned =
        if unsigned.len() < cell.len() && unsigned.first() == Some(&b' ') { &unsigned[1..] } else { unsigned };
    if let Some(shape) = scientific(unsigned) {
        return shape;
    }
    let Some((groups, spaced, tail)) = groups(unsigned, utf8) else { return Shape::Text };
    match (groups, spaced, tail) {
        (1, _, None) => Shape::Integer,
        (1, _, Some(b',')) => Shape::DecimalComma,
        (1, _, Some(b'.')) => Shape::DecimalPoint,
        (_, Some(b' '), None) | (3.., Some(b'.'), None) => Shape::GroupedInteger,
        (3.., Some(b','), None) | (_, Some(b',' | b' '), Some(b'.')) => Shape::GroupedPoint,
        (_, Some(b'.' | b' '), Some(b',')) => Shape::GroupedComma,
        _ => Shape::Text,
    }
}

/// `1.3E+10`, `1,30972E+10`
fn scientific(cell: &[u8]) -> Option<Shape> {
    let at = cell.iter().position(|byte| matches!(byte, b'e' | b'E'))?;
    let (mantissa, exponent) = (&cell[..at], &cell[at + 1..]);
    let signed = matches!(exponent.first(), Some(b'+' | b'-'));
    let power = if signed { &exponent[1..] } else { exponent };
    let marks = mantissa.iter().filter(|byte| matches!(byte, b'.' | b',')).count();
    let digits = mantissa.iter().filter(|byte| byte.is_ascii_digit()).count();
    let is_number = digits > 0 && digits + marks == mantissa.len() && marks <= 1 && (signed || marks == 1);
    let is_power = (1..=3).contains(&power.len()) && power.iter().all(u8::is_ascii_digit);
    (is_number && is_power).then_some(Shape::Scientific)
}

/// Splits a number into groups of three and its decimals: how many groups, what sets them apart (all kinds of blanks
/// count as one), and the decimal mark.
fn groups(cell: &[u8], utf8: bool) -> Option<(usize, Option<u8>, Option<u8>)> {
    let mut rest = cell;
    let first = digits_at(rest);
    rest = &rest[first..];
    let (mut count, mut separator) = (1, None);
    loop {
        let (mark, width) = match rest {
            [] => return (first > 0).then_some((count, separator, None)),
            [b' ', ..] => (b' ', 1),
            [0xC2, 0xA0, ..] if utf8 => (b' ', 2),
            [0xE2, 0x80, 0xAF | 0x89, ..] if utf8 => (b' ', 3),
            [0xA0, ..] if !utf8 => (b' ', 1),
            [mark @ (b'.' | b',' | b'\''), ..] => (*mark, 1),
            _ => return None,
        };
        let after = digits_at(&rest[width..]);
        let last = rest.len() == width + after;
        let as_group = after == 3
            && (1..=3).contains(&if count == 1 { first } else { 3 })
            && separator.is_none_or(|same| same == mark);
        // A single mark before three last digits is a decimal mark, a blank never is.
        let decimals = last && after > 0 && mark != b' ' && mark != b'\'' && (!as_group || separator.is_none());
        if decimals && separator != Some(mark) {
            return Some((count, separator, Some(mark)));
        }
        if !as_group {
            return None;
        }
        count += 1;
        separator = Some(mark);
        rest = &rest[width + after..];
    }
}

fn digits_at(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (shape, texts) in [
            (Shape::Empty, &[""][..]),
            (Shape::Blank, &[" ", "\u{a0}", " \t "]),
            (Shape::Marker, &[".", "..", "...", ":", "-", "*", "NA", "NULL", " -   ", "#N/A"]),
            (Shape::Integer, &["0301", "-5", "+47", "12345678901", " 12", "\u{2212}5"]),
            (Shape::GroupedInteger, &["1 234", "1 362 250", " 1 362 250 ", "1\u{a0}234", "1.234.567", "-1 234"]),
            (Shape::DecimalComma, &["12,5", "-0,5", "571910,4199999995"]),
            (Shape::DecimalPoint, &["12.5", ".5", "-12.5", "1.234"]),
            (Shape::GroupedPoint, &["1,234.50", "1,234,567", "2,227.5", "1 234.5"]),
            (Shape::GroupedComma, &["1.234,50", "1.234.567,5", "1 234,50", "1\u{a0}234,5"]),
            (Shape::Scientific, &["1.3E+10", "1,30972E+10", "1E+10", "2.5e5"]),
            (Shape::DateIso, &["2024-01-31", "2024-02-29"]),
            (Shape::DateDotted, &["31.01.2024", "1.2.2024", "1.12.2020"]),
            (Shape::DateSlashed, &["31/01/2024", "01/31/2024", "31-01-2024", "2024/01/31"]),
            (Shape::DateShortYear, &["31.01.24"]),
            (
                Shape::DateTime,
                &[
                    "2024-01-31T10:45:00", "2024-01-31 10:45", "31.01.2024 10:45", "2024-01-31T10:45:00+01:00",
                    "08/31/2010 11:26:26", "2024-01-31T10:45:00.123Z",
                ],
            ),
            (
                Shape::ImpossibleDate,
                &[
                    "31.02.2021", "2021-13-01", "00.00.0000", "1.13.2020", "32.01.2022", "2023-02-29",
                    "31.02.2021 10:00",
                ],
            ),
            (Shape::Time, &["13:45", "13:45:00", "7:05"]),
            (
                Shape::Text,
                &[
                    "Oslo", "0301 Oslo", "2024-01", "1O0,5", "ca 500", "--5", "12,3,4", "12.345.6", "99 99 99 99",
                    "HJ01", "A", "12%", "2014/15", "3E10", "1-2", "2020K1", "0-5", "80+", "10.20.30.40", "50.20.30",
                ],
            ),
        ] {
            for text in texts {
                assert_eq!(shape_of(text.as_bytes(), true), shape, "{text:?}");
            }
        }
        assert_eq!(shape_of(b"1\xA0234", false), Shape::GroupedInteger);
        assert_eq!(shape_of(b"\xA0", false), Shape::Blank);
    }
}
