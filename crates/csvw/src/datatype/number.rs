//! Numbers as strings: the form of XML Schema, and the formats of the model (section 6.4.2).

use super::{Decimal, Family, NumberPattern, Ordered};

/// How numbers are written.
#[derive(Debug)]
pub(crate) struct NumberFormat {
    pub(crate) decimal: String,
    pub(crate) group: Option<String>,
    pub(crate) pattern: Option<NumberPattern>,
    /// As the metadata write it.
    pub(crate) written: String,
}

/// A number taken apart, its digits without groups.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Digits {
    pub(crate) negative: bool,
    pub(crate) whole: String,
    /// The digits behind the decimal point, if there is one.
    pub(crate) fraction: Option<String>,
    pub(crate) exponent: Option<String>,
    /// How many places a percent or per-mille sign moves the point.
    pub(crate) places: i64,
}

/// The number in the form of XML Schema.
pub(crate) fn parse(text: &str, family: Family) -> Option<Ordered> {
    if let Some(special) = special(text, family) {
        return Some(special);
    }
    let exponent = text.find(['e', 'E']);
    let (mantissa, exponent) = exponent.map_or((text, None), |at| (&text[..at], Some(&text[at + 1..])));
    let negative = mantissa.starts_with('-');
    let mantissa = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    if !are_digits(whole) || !fraction.is_none_or(are_digits) || whole.is_empty() && fraction.is_none_or(str::is_empty)
    {
        return None;
    }
    if exponent.is_some_and(|exponent| exponent_of(exponent).is_none()) {
        return None;
    }
    value(
        Digits {
            negative,
            whole: whole.to_owned(),
            fraction: fraction.map(str::to_owned),
            exponent: exponent.map(str::to_owned),
            places: 0,
        },
        family,
    )
}

fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `INF`, `-INF` and `NaN`, which only doubles can be.
fn special(text: &str, family: Family) -> Option<Ordered> {
    let value = match text {
        "INF" | "+INF" => f64::INFINITY,
        "-INF" => f64::NEG_INFINITY,
        "NaN" => f64::NAN,
        _ => return None,
    };
    (family == Family::Double).then_some(Ordered::Double(value))
}

/// The value of digits in a family of numbers; none where the family does not allow them.
fn value(digits: Digits, family: Family) -> Option<Ordered> {
    let fraction = digits.fraction.as_deref().unwrap_or("");
    if family == Family::Double {
        let exponent = match (digits.exponent, digits.places) {
            (exponent, 0) => exponent.unwrap_or_else(|| "0".into()),
            (exponent, places) => (exponent.map_or(Some(0), |text| text.parse::<i64>().ok())? - places).to_string(),
        };
        let sign = if digits.negative { "-" } else { "" };
        let written = format!("{sign}{}.{fraction}e{exponent}", digits.whole);
        return written.parse().ok().map(Ordered::Double);
    }
    if digits.exponent.is_some() {
        return None;
    }
    let number = Decimal::of(digits.negative, &digits.whole, fraction, -digits.places);
    if let Family::Integer(lowest, highest) = family
        && (digits.fraction.is_some() || !number.is_whole() || !lies_between(&number, lowest, highest))
    {
        return None;
    }
    Some(Ordered::Exact(number))
}

fn lies_between(number: &Decimal, lowest: Option<i128>, highest: Option<i128>) -> bool {
    match number.whole() {
        Some(whole) => lowest.is_none_or(|lowest| whole >= lowest) && highest.is_none_or(|highest| whole <= highest),
        // Too large for the type: beyond any bound on its side.
        None if number.is_negative() => lowest.is_none(),
        None => highest.is_none(),
    }
}

impl NumberFormat {
    pub(super) fn written(&self) -> &str {
        &self.written
    }

    /// The number that is written in the format.
    pub(super) fn value(&self, text: &str, family: Family) -> Option<Ordered> {
        if let Some(special) = special(text, family) {
            return Some(special);
        }
        let digits = match &self.pattern {
            Some(pattern) => pattern.digits(text)?,
            None => self.digits(text)?,
        };
        value(digits, family)
    }

    /// The digits of a number without a pattern.
    fn digits(&self, text: &str) -> Option<Digits> {
        let (text, places) = without_mark(text);
        let (mantissa, exponent) = match text.split_once('E') {
            Some((mantissa, exponent)) if places == 0 => (mantissa, Some(exponent_of(exponent)?)),
            Some(_) => return None,
            None => (text, None),
        };
        let negative = mantissa.starts_with('-');
        let mantissa = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
        let (whole, fraction) = match mantissa.split_once(&self.decimal) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        if !whole.starts_with(|c: char| c.is_ascii_digit()) || fraction == Some("") {
            return None;
        }
        let whole = match &self.group {
            Some(group) if whole.contains(&group.repeat(2)) => return None,
            Some(group) => whole.replace(group, ""),
            None => whole.to_owned(),
        };
        let fraction = fraction.map(str::to_owned);
        (are_digits(&whole) && fraction.as_deref().is_none_or(are_digits)).then(|| Digits {
            negative,
            whole,
            fraction,
            exponent: exponent.map(str::to_owned),
            places,
        })
    }
}

/// The text without a percent or per-mille sign at its end, and the places that it moves the point.
fn without_mark(text: &str) -> (&str, i64) {
    match (text.strip_suffix('%'), text.strip_suffix('‰')) {
        (Some(text), _) => (text, 2),
        (_, Some(text)) => (text, 3),
        _ => (text, 0),
    }
}

/// An exponent, when it is one.
fn exponent_of(text: &str) -> Option<&str> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    (!digits.is_empty() && are_digits(digits)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{NumberFormat, Ordered};
    use crate::datatype::Family;

    #[test]
    fn numbers_without_a_pattern() {
        let format =
            NumberFormat { decimal: ",".into(), group: Some(" ".into()), pattern: None, written: String::new() };
        let value = |text: &str| match format.value(text, Family::Decimal) {
            Some(Ordered::Exact(number)) => {
                let mut out = String::new();
                number.canonical(&mut out);
                Some(out)
            }
            _ => None,
        };
        for (text, number) in [("1 234,5", "1234.5"), ("-25%", "-0.25"), ("5‰", "0.005"), ("+1", "1"), ("12 3", "123")]
        {
            assert_eq!(value(text).as_deref(), Some(number), "{text}");
        }
        for text in ["1  234", "1.5", ",5", "5,", "1E3", "INF", "", " 1", "1E3%"] {
            assert_eq!(value(text), None, "{text}");
        }
        assert!(matches!(format.value("1,5E3", Family::Double), Some(Ordered::Double(1500.0))));
        assert!(format.value("100%", Family::Integer(None, None)).is_some());
        assert!(format.value("10%", Family::Integer(None, None)).is_none());
    }
}
