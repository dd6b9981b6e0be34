//! Decimal numbers of any length, exact.

use std::cmp::Ordering;

/// A number: 0.`digits` times ten to the power of `exponent`. No digits are zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    /// ASCII digits, the first and the last one not `0`.
    digits: String,
    exponent: i64,
}

impl Decimal {
    /// The number with these digits before and behind the decimal point, times ten to the power of `shift`.
    pub(crate) fn of(negative: bool, whole: &str, fraction: &str, shift: i64) -> Self {
        let all: String = [whole, fraction].concat();
        let significant = all.trim_start_matches('0');
        let zeros = all.len() - significant.len();
        let digits = significant.trim_end_matches('0').to_owned();
        if digits.is_empty() {
            return Self { negative: false, digits, exponent: 0 };
        }
        let exponent = (whole.len() as i64 - zeros as i64).saturating_add(shift);
        Self { negative, digits, exponent }
    }

    /// A number as JSON or XML Schema writes it, with an exponent or without.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let negative = mantissa.starts_with('-');
        let digits = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let valid = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        (valid(whole) && valid(fraction) && !(whole.is_empty() && fraction.is_empty()))
            .then(|| Self::of(negative, whole, fraction, i64::from(exponent)))
    }

    /// True when nothing stands behind the decimal point.
    pub(crate) fn is_whole(&self) -> bool {
        self.digits.is_empty() || self.exponent >= self.digits.len() as i64
    }

    /// The whole number, when it is one and not too large.
    pub(crate) fn whole(&self) -> Option<i128> {
        if self.digits.is_empty() {
            return Some(0);
        }
        let zeros = usize::try_from(self.exponent).ok()?.checked_sub(self.digits.len())?;
        let factor = 10i128.checked_pow(u32::try_from(zeros).ok()?)?;
        let value = self.digits.parse::<i128>().ok()?.checked_mul(factor)?;
        Some(if self.negative { -value } else { value })
    }

    /// True below zero.
    pub(crate) fn is_negative(&self) -> bool {
        self.negative
    }

    /// The shortest form without an exponent, or with one when the number is far from the decimal point.
    pub(crate) fn canonical(&self, out: &mut String) {
        if self.digits.is_empty() {
            return out.push('0');
        }
        if self.negative {
            out.push('-');
        }
        let length = self.digits.len() as i64;
        match self.exponent {
            exponent @ -40..=0 => {
                out.push_str("0.");
                out.extend((exponent..0).map(|_| '0'));
                out.push_str(&self.digits);
            }
            exponent if exponent > 0 && exponent < length => {
                let (whole, fraction) = self.digits.split_at(exponent as usize);
                out.push_str(whole);
                out.push('.');
                out.push_str(fraction);
            }
            exponent if exponent >= length && exponent - length <= 400 => {
                out.push_str(&self.digits);
                out.extend((length..exponent).map(|_| '0'));
            }
            exponent => out.push_str(&format!("0.{}E{exponent}", self.digits)),
        }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let sign = |number: &Self| match (number.digits.is_empty(), number.negative) {
            (true, _) => 0,
            (_, true) => -1,
            (_, false) => 1,
        };
        let by_sign = sign(self).cmp(&sign(other));
        if by_sign != Ordering::Equal || self.digits.is_empty() {
            return by_sign;
        }
        // Digits behind a common front decide as their strings do, as no number ends with zeros.
        let by_size = self.exponent.cmp(&other.exponent).then_with(|| self.digits.cmp(&other.digits));
        if self.negative { by_size.reverse() } else { by_size }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;
    use proptest::prelude::*;

    fn canonical(text: &str) -> String {
        let mut out = String::new();
        Decimal::parse(text).expect("a number").canonical(&mut out);
        out
    }

    #[test]
    fn numbers_have_one_form() {
        for (text, form) in
            [("007.50", "7.5"), ("-0.0", "0"), ("1e3", "1000"), ("12.5E-2", "0.125"), ("+.5", "0.5"), ("1.", "1")]
        {
            assert_eq!(canonical(text), form);
        }
    }

    proptest! {
        #[test]
        fn numbers_are_ordered(one in -100_000i64..100_000, other in -100_000i64..100_000, places in 0u32..4) {
            let text = |number: i64| {
                let scale = 10i64.pow(places);
                format!("{}{}.{:0width$}", if number < 0 { "-" } else { "" }, number.abs() / scale, number.abs() % scale, width = places as usize)
            };
            let number = |value: i64| Decimal::parse(&text(value)).expect("a number");
            prop_assert_eq!(number(one).cmp(&number(other)), one.cmp(&other));
            prop_assert_eq!(Decimal::parse(&one.to_string()).and_then(|number| number.whole()), Some(i128::from(one)));
        }
    }
}
