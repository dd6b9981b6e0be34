//! Number format patterns (Unicode Technical Standard 35, part 3): the symbols `0`, `#`, decimal and group characters,
//! `E`, `+`, `-`, `%` and `‰`.

use super::number::Digits;

/// A pattern, as far as it says which strings are numbers.
#[derive(Debug)]
pub(crate) struct NumberPattern {
    decimal: String,
    group: String,
    /// A plus sign stands in the pattern: every number has a sign. Otherwise it may have one.
    signed: bool,
    /// A percent or per-mille sign before the number.
    before: Option<char>,
    /// One behind it.
    behind: Option<char>,
    least_whole: usize,
    /// Digits in the last group, and in those before it; 0 when there are no groups.
    groups: (usize, usize),
    least_fraction: usize,
    most_fraction: usize,
    /// Digits in a group behind the decimal point; 0 when there are no groups.
    fraction_group: usize,
    exponent: Option<Exponent>,
}

#[derive(Debug)]
struct Exponent {
    signed: bool,
    least: usize,
}

/// `#` and `0` with group characters, counted.
struct Placeholders {
    /// Numbers of placeholders between group characters.
    groups: Vec<usize>,
    zeros: usize,
    all: usize,
}

impl NumberPattern {
    /// The pattern, when all of it is known.
    pub(crate) fn parse(text: &str, decimal: &str, group: &str) -> Option<Self> {
        let (rest, behind) = match text.chars().last() {
            Some(mark @ ('%' | '‰')) => (&text[..text.len() - mark.len_utf8()], Some(mark)),
            _ => (text, None),
        };
        let (rest, signed) = match rest.strip_prefix('+') {
            Some(rest) => (rest, true),
            None => (rest.strip_prefix('-').unwrap_or(rest), false),
        };
        let (rest, before) = match rest.chars().next() {
            Some(mark @ ('%' | '‰')) => (&rest[mark.len_utf8()..], Some(mark)),
            _ => (rest, None),
        };
        let (mantissa, exponent) = match rest.split_once('E') {
            Some((mantissa, exponent)) => (mantissa, Some(Exponent::parse(exponent)?)),
            None => (rest, None),
        };
        let (whole, fraction) = match mantissa.split_once(decimal) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        // Optional digits stand outside: before the point first, behind it last.
        let whole = Placeholders::parse(whole, group, "#0")?;
        let fraction = Placeholders::parse(fraction.unwrap_or(""), group, "0#")?;
        let well_formed = whole.all + fraction.all > 0
            && (whole.groups.len() == 1 || !whole.groups[1..].contains(&0))
            && !(fraction.groups.len() > 1 && fraction.groups.contains(&0))
            && !(before.is_some() && behind.is_some());
        let groups = match whole.groups.as_slice() {
            [_] | [] => (0, 0),
            [_, last] => (*last, *last),
            [.., before, last] => (*last, *before),
        };
        well_formed.then(|| Self {
            decimal: decimal.to_owned(),
            group: group.to_owned(),
            signed,
            before,
            behind,
            least_whole: whole.zeros,
            groups,
            least_fraction: fraction.zeros,
            most_fraction: fraction.all,
            fraction_group: if fraction.groups.len() > 1 { fraction.groups[0] } else { 0 },
            exponent,
        })
    }

    /// The digits of a number that is written by the pattern.
    pub(crate) fn digits(&self, text: &str) -> Option<Digits> {
        let negative = text.starts_with('-');
        let rest = match text.strip_prefix('-') {
            Some(rest) => rest,
            None if self.signed => text.strip_prefix('+')?,
            None => text.strip_prefix('+').unwrap_or(text),
        };
        let rest = self.before.map_or(Some(rest), |mark| rest.strip_prefix(mark))?;
        let rest = self.behind.map_or(Some(rest), |mark| rest.strip_suffix(mark))?;
        let places = match self.before.or(self.behind) {
            Some('%') => 2,
            Some(_) => 3,
            None => 0,
        };
        let (mantissa, exponent) = match &self.exponent {
            Some(pattern) => {
                let (mantissa, exponent) = rest.split_once('E')?;
                (mantissa, Some(pattern.accept(exponent)?.to_owned()))
            }
            None => (rest, None),
        };
        let (whole, fraction) = match mantissa.split_once(&self.decimal) {
            Some((whole, fraction)) => (whole, Some(self.fraction(fraction)?)),
            None if self.least_fraction > 0 => return None,
            None => (mantissa, None),
        };
        let whole = self.whole(whole)?;
        (!whole.is_empty() || fraction.is_some()).then_some(Digits { negative, whole, fraction, exponent, places })
    }

    fn whole(&self, text: &str) -> Option<String> {
        let (last, others) = self.groups;
        let groups: Vec<&str> = if last == 0 { vec![text] } else { text.split(&self.group).collect() };
        let count = groups.len();
        let fits = groups.iter().enumerate().all(|(at, group)| {
            let size = if at + 1 == count { last } else { others };
            let right = match (last, at) {
                (0, _) => true,
                // The first group may have fewer digits than the others.
                (_, 0) => group.len() <= size && (count == 1 || !group.is_empty()),
                _ => group.len() == size,
            };
            right && group.bytes().all(|byte| byte.is_ascii_digit())
        });
        let digits = groups.concat();
        (fits && digits.len() >= self.least_whole).then_some(digits)
    }

    fn fraction(&self, text: &str) -> Option<String> {
        let size = self.fraction_group;
        let groups: Vec<&str> = if size == 0 { vec![text] } else { text.split(&self.group).collect() };
        let count = groups.len();
        let fits = groups.iter().enumerate().all(|(at, group)| {
            let right = size == 0 || group.len() == size || at + 1 == count && group.len() < size;
            right && !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit())
        });
        let digits = groups.concat();
        (fits && (self.least_fraction..=self.most_fraction).contains(&digits.len())).then_some(digits)
    }
}

impl Exponent {
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('+').unwrap_or(text);
        let placeholders = Placeholders::parse(digits, "", "#0")?;
        (placeholders.zeros > 0).then_some(Self { signed: text.starts_with('+'), least: placeholders.zeros })
    }

    fn accept<'a>(&self, text: &'a str) -> Option<&'a str> {
        let digits = match text.strip_prefix('-') {
            Some(digits) => digits,
            None if self.signed => text.strip_prefix('+')?,
            None => text.strip_prefix('+').unwrap_or(text),
        };
        (digits.len() >= self.least && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
    }
}

impl Placeholders {
    /// Placeholders in the order of `symbols`: all of the first, then all of the second.
    fn parse(text: &str, group: &str, symbols: &str) -> Option<Self> {
        let mut counted = Self { groups: vec![0], zeros: 0, all: 0 };
        let mut symbols = symbols.chars();
        let (mut expected, second) = (symbols.next()?, symbols.next()?);
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if !group.is_empty() && rest.starts_with(group) {
                counted.groups.push(0);
                rest = &rest[group.len()..];
                continue;
            }
            if c != expected {
                expected = second;
            }
            if c != expected {
                return None;
            }
            counted.all += 1;
            counted.zeros += usize::from(c == '0');
            *counted.groups.last_mut()? += 1;
            rest = &rest[c.len_utf8()..];
        }
        Some(counted)
    }
}

#[cfg(test)]
mod tests {
    use super::NumberPattern;
    use proptest::prelude::*;

    fn accepts(pattern: &str, text: &str) -> bool {
        NumberPattern::parse(pattern, ".", ",").expect("the pattern is valid").digits(text).is_some()
    }

    #[test]
    fn patterns_say_which_numbers_are_right() {
        for (pattern, right, wrong) in [
            ("0", &["1", "12", "-1", "+1", "007"][..], &["", "1.0", "1,0", "-", "+"][..]),
            ("#,##0", &["1", "123", "1,234", "12,345,678"], &["1234", "1,23", ",123", "1,,234", "12,3456"]),
            ("#,##,##0", &["12,34,567", "1,234"], &["1,234,567"]),
            ("#0.0#", &["1.2", "1.23"], &["1", "1.", "1.234", "1.2,3"]),
            ("#.##", &["1", ".5", "1.25"], &["", "1.", "."]),
            ("#0.0#,#", &["1.2", "1.23", "1.23,4"], &["1.2,3", "1.234"]),
            ("00.00", &["01.50"], &["1.50", "01.5"]),
            ("+0", &["+1", "-1"], &["1"]),
            ("0%", &["5%"], &["5", "5‰"]),
            ("‰0", &["‰5"], &["5‰"]),
            ("0.0E0", &["1.5E3", "1.5E-3", "1.5E+3", "1.5E12"], &["1.5", "1.5E", "1.5e3", "1.5E+"]),
            ("0E+00", &["1E+03", "1E-12"], &["1E3", "1E03"]),
        ] {
            right.iter().for_each(|text| assert!(accepts(pattern, text), "{pattern}: {text}"));
            wrong.iter().for_each(|text| assert!(!accepts(pattern, text), "{pattern}: {text}"));
        }
    }

    #[test]
    fn patterns_have_a_syntax() {
        for wrong in ["", "[", "0#", "#.#0", "abc", "0E", "0E#", "0.0.0", "#,", "0;0", "%0%"] {
            assert!(NumberPattern::parse(wrong, ".", ",").is_none(), "{wrong}");
        }
        let norwegian = NumberPattern::parse("# ##0,00", ",", " ").expect("it is valid");
        assert!(norwegian.digits("1 234,50").is_some() && norwegian.digits("1.234,50").is_none());
    }

    proptest! {
        #[test]
        fn grouped_numbers_are_read(number in 0u64..10_000_000_000) {
            let plain = number.to_string();
            let mut grouped = String::new();
            for (at, digit) in plain.chars().enumerate() {
                if at > 0 && (plain.len() - at) % 3 == 0 {
                    grouped.push(',');
                }
                grouped.push(digit);
            }
            let pattern = NumberPattern::parse("#,##0", ".", ",").expect("it is valid");
            prop_assert_eq!(pattern.digits(&grouped).map(|digits| digits.whole), Some(plain));
        }

        #[test]
        fn any_pattern_and_text_is_read(pattern in "[#0,.E+%‰a-]{0,12}", text in "[-0-9,.E+%‰]{0,12}") {
            if let Some(pattern) = NumberPattern::parse(&pattern, ".", ",") {
                pattern.digits(&text);
            }
        }
    }
}
