//! Numbers as they are written in Norwegian and English tables.

/// Longest run of digits that is read; what is longer is no number that anybody measured.
const LONGEST: usize = 40;
/// Largest power of ten that a double holds exactly.
const EXACT: usize = 22;
/// Powers of ten.
const POWERS: [f64; EXACT + 1] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// Reads a number: digits with an optional sign (`+`, `-` or U+2212), decimal comma or point, and exponent.
///
/// Whole digits may be in groups of three, set apart by a space or no-break space (0xA0; in UTF-8 U+00A0 or U+202F), or by
/// dots when a decimal comma follows, or by commas when a decimal point follows; all groups alike. A single mark is
/// decimal: `1,234` and `1.234` are both a little more than one. Blanks around the number are not taken off.
#[must_use]
pub fn number(bytes: &[u8]) -> Option<f64> {
    let (negative, rest) = match bytes {
        [b'-', rest @ ..] | [0xE2, 0x88, 0x92, rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, bytes),
    };
    let mut digits = Mantissa::default();
    let rest = whole(rest, &mut digits)?;
    let rest = match rest {
        [b',' | b'.', fraction @ ..] => {
            let before = digits.length;
            let rest = digits.take(fraction)?;
            digits.decimals = digits.length - before;
            (digits.decimals > 0).then_some(rest)?
        }
        _ => rest,
    };
    let exponent = match rest {
        [] => 0,
        [b'e' | b'E', exponent @ ..] => read_exponent(exponent)?,
        _ => return None,
    };
    let value = digits.value(exponent)?;
    Some(if negative { -value } else { value })
}

/// Takes the digits before the decimal mark.
fn whole<'a>(bytes: &'a [u8], digits: &mut Mantissa) -> Option<&'a [u8]> {
    let mut rest = digits.take(bytes)?;
    if digits.length == 0 {
        // `.5` and `,5` are numbers, a lone mark is not: the decimals decide.
        return matches!(rest, [b',' | b'.', ..]).then_some(rest);
    }
    let Some(separator) = group_mark(rest) else { return Some(rest) };
    if digits.length > 3 {
        return matches!(separator, b"." | b",").then_some(rest);
    }
    let start = (digits.clone(), rest);
    while let Some(after) = rest.strip_prefix(separator) {
        let three = after.get(..3).filter(|three| three.iter().all(u8::is_ascii_digit));
        let Some(three) = three else { break };
        if after.get(3).is_some_and(u8::is_ascii_digit) {
            break;
        }
        digits.take(three)?;
        rest = &after[3..];
    }
    let other = match separator {
        b"." => Some(b','),
        b"," => Some(b'.'),
        _ => None,
    };
    if other.is_some_and(|mark| rest.first() != Some(&mark)) {
        // A lone mark is decimal.
        *digits = start.0;
        return Some(start.1);
    }
    Some(rest)
}

/// The mark that may set groups apart, when one stands first.
fn group_mark(bytes: &[u8]) -> Option<&[u8]> {
    let width = match bytes {
        [b' ' | 0xA0 | b'.' | b',', ..] => 1,
        [0xC2, 0xA0, ..] => 2,
        [0xE2, 0x80, 0xAF, ..] => 3,
        _ => return None,
    };
    Some(&bytes[..width])
}

fn read_exponent(bytes: &[u8]) -> Option<i32> {
    let (negative, digits) = match bytes {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        _ => (false, bytes),
    };
    if digits.is_empty() || digits.len() > 3 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let value = digits.iter().fold(0, |value, digit| value * 10 + i32::from(digit - b'0'));
    Some(if negative { -value } else { value })
}

/// Digits without marks, and how many of them are decimals.
#[derive(Clone)]
struct Mantissa {
    digits: [u8; LONGEST],
    length: usize,
    decimals: usize,
}

impl Default for Mantissa {
    fn default() -> Self {
        Mantissa { digits: [0; LONGEST], length: 0, decimals: 0 }
    }
}

impl Mantissa {
    /// Takes the digits that `bytes` start with and returns what follows.
    fn take<'a>(&mut self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        let count = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let room = self.digits.get_mut(self.length..self.length + count)?;
        room.copy_from_slice(&bytes[..count]);
        self.length += count;
        Some(&bytes[count..])
    }

    /// The number, correctly rounded; `None` when there are no digits or it is beyond what a double holds.
    fn value(&self, exponent: i32) -> Option<f64> {
        let digits = &self.digits[..self.length];
        if digits.is_empty() {
            return None;
        }
        let scale = exponent - i32::try_from(self.decimals).ok()?;
        let power = scale.unsigned_abs() as usize;
        if digits.len() <= 15 && power <= EXACT {
            // Both factors are exact, so the result is rounded once.
            let whole = digits.iter().fold(0_u64, |value, digit| value * 10 + u64::from(digit - b'0'));
            #[allow(clippy::cast_precision_loss, reason = "fifteen digits are exact")]
            let whole = whole as f64;
            return Some(if scale < 0 { whole / POWERS[power] } else { whole * POWERS[power] });
        }
        self.parse(scale)
    }

    /// The slow way for long numbers: written out as `digits` `e` `scale`.
    fn parse(&self, scale: i32) -> Option<f64> {
        let mut text = [0_u8; LONGEST + 8];
        text[..self.length].copy_from_slice(&self.digits[..self.length]);
        let mut end = self.length;
        text[end] = b'e';
        text[end + 1] = if scale < 0 { b'-' } else { b'+' };
        end += 2;
        let scale = scale.unsigned_abs();
        for power in [1000, 100, 10, 1] {
            text[end] = b'0' + u8::try_from(scale / power % 10).ok()?;
            end += 1;
        }
        let value: f64 = std::str::from_utf8(&text[..end]).ok()?.parse().ok()?;
        value.is_finite().then_some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    #[allow(clippy::float_cmp, reason = "numbers are read exactly")]
    fn numbers_are_read() {
        let cases: [(&[u8], f64); 26] = [
            (b"0", 0.0),
            (b"0301", 301.0),
            (b"709037", 709_037.0),
            (b"-12", -12.0),
            (b"+12", 12.0),
            ("\u{2212}12,5".as_bytes(), -12.5),
            (b"12,5", 12.5),
            (b"12.5", 12.5),
            (b"1,234", 1.234),
            (b"1.234", 1.234),
            (b",5", 0.5),
            (b".5", 0.5),
            (b"1 362 250", 1_362_250.0),
            (b"1\xA0234", 1234.0),
            ("1\u{a0}234,5".as_bytes(), 1234.5),
            ("1\u{202f}234\u{202f}567.25".as_bytes(), 1_234_567.25),
            (b"2,227.50", 2227.5),
            (b"1.234,50", 1234.5),
            (b"1.234.567,8", 1_234_567.8),
            (b"12.345,6", 12_345.6),
            (b"1234.5", 1234.5),
            (b"1,30972E+10", 13_097_200_000.0),
            (b"1e-3", 0.001),
            (b"571910.4199999995", 571_910.419_999_999_5),
            (b"12345678901234567890", 12_345_678_901_234_567_890.0),
            (b"2.2250738585072014E-308", 2.225_073_858_507_201_4e-308),
        ];
        for (text, value) in cases {
            assert_eq!(number(text), Some(value), "{}", String::from_utf8_lossy(text));
        }
    }

    #[test]
    fn other_texts_are_not() {
        let texts: [&[u8]; 32] = [
            b"", b"-", b".", b",", b"..", b"+-1", b"1-", b"--1", b"5.", b"5,", b" 1", b"1 ", b"12 34", b"1234 567",
            b"1 23 456", b"1 2345", b"1.234.567", b"1,234,567", b"1.234 567", b"1 234.567,8", b"1,5,5", b"1e", b"1e+",
            b"e5", b"1e1000", b"0x10", b"NaN", b"inf", b"1.2.2024", b"12,5 %", b"1e400", b"1\xC2234",
        ];
        for text in texts {
            assert_eq!(number(text), None, "{}", String::from_utf8_lossy(text));
        }
        assert_eq!(number(&[b'1'; 60]), None);
    }

    proptest! {
        #[test]
        fn what_rust_writes_is_read_back(value in any::<f64>().prop_filter("finite", |value| value.is_finite())) {
            let text = format!("{value:e}");
            prop_assert_eq!(number(text.as_bytes()), Some(value));
            let text = text.replace('.', ",");
            prop_assert_eq!(number(text.as_bytes()), Some(value));
        }

        #[test]
        fn grouping_does_not_change_a_number(whole in 0_u32.., decimals in 0_u32..100) {
            let expected: f64 = format!("{whole}.{decimals:02}").parse().unwrap();
            let digits = whole.to_string();
            for (group, mark) in [(" ", ","), ("\u{a0}", ","), (".", ","), (",", "."), ("\u{202f}", ".")] {
                let mut text = String::new();
                for (i, digit) in digits.chars().enumerate() {
                    if i > 0 && (digits.len() - i) % 3 == 0 {
                        text.push_str(group);
                    }
                    text.push(digit);
                }
                prop_assert_eq!(number(format!("{text}{mark}{decimals:02}").as_bytes()), Some(expected));
            }
        }

        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(prop_oneof![b'0'..=b'9', Just(b'.'), Just(b','), Just(b' '), Just(b'e'), any::<u8>()], 0..60)) {
            let _ = number(&bytes);
        }
    }
}
