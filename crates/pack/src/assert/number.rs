//! Numbers as Norwegian tables write them.

/// The number that `text` is: with decimal comma or point, an exponent, and blanks between groups of three digits.
/// When both comma and point stand in it, the last one is the decimal sign and the other sets groups apart.
pub(super) fn parse(text: &str) -> Option<f64> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, exponent) = match digits.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (digits, 0),
    };
    let decimal = digits.rfind([',', '.']);
    let (whole, fraction) = decimal.map_or((digits, ""), |at| (&digits[..at], &digits[at + 1..]));
    let grouping = match decimal.map(|at| digits.as_bytes()[at]) {
        Some(b',') => '.',
        Some(_) => ',',
        None => ' ',
    };
    let whole = ungrouped(whole, grouping)?;
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(&whole) || !is_digits(fraction) || whole.len() + fraction.len() == 0 {
        return None;
    }
    let number: f64 = format!("{whole}.{fraction}0e{exponent}").parse().ok()?;
    Some(if negative { -number } else { number })
}

/// The digits of the whole part without what sets its groups of three apart.
fn ungrouped(whole: &str, grouping: char) -> Option<String> {
    let sets_apart = |c: char| c == grouping || matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let mut groups = whole.split(sets_apart);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn norwegian_and_english_numbers() {
        for (text, number) in [
            ("12", 12.0),
            (" 12,5 ", 12.5),
            ("12.5", 12.5),
            ("-3", -3.0),
            ("\u{2212}3,0", -3.0),
            ("+3", 3.0),
            ("1 234 567,5", 1_234_567.5),
            ("1\u{a0}234", 1234.0),
            ("1.234,50", 1234.5),
            ("1,234.50", 1234.5),
            ("1.3E+10", 1.3e10),
            (",5", 0.5),
            ("0301", 301.0),
        ] {
            assert_eq!(parse(text), Some(number), "{text}");
        }
        for text in [
            "", "-", "12 %", "1 23", "12 34", "31.01.2024", "1..2", "1e", "e5", "ni", "0x10", "inf", "1,2,3",
            "1234 567",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
