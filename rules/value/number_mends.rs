//! Numbers written otherwise, with the same digits.

/// The digits of a number with what stands before them and between them.
struct Written<'v> {
    /// Blanks and a sign before the first digit.
    lead: &'v str,
    /// Digits and the marks between them.
    body: &'v str,
    /// Blanks behind the last digit.
    tail: &'v str,
}

impl<'v> Written<'v> {
    /// `None` when the value is no number of digits and marks.
    fn of(value: &'v str) -> Option<Self> {
        let start = value.find(|c: char| c.is_ascii_digit())?;
        let end = value.rfind(|c: char| c.is_ascii_digit())? + 1;
        let (lead, body, tail) = (&value[..start], &value[start..end], &value[end..]);
        let is_lead = lead.trim().is_empty() || matches!(lead.trim(), "-" | "+" | "\u{2212}");
        let is_body = body.chars().all(|c| c.is_ascii_digit() || is_blank(c) || matches!(c, '.' | ','));
        (is_lead && is_body && tail.trim().is_empty()).then_some(Written { lead, body, tail })
    }

    /// The value with another body.
    fn with(&self, body: &str) -> String {
        format!("{}{body}{}", self.lead, self.tail)
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// True for digits in groups of three behind a first group of one to three that begins with no zero: `1 362 250`.
fn are_groups(digits: &str, is_mark: impl Fn(char) -> bool) -> bool {
    let mut groups = digits.split(is_mark);
    let all_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups
        .next()
        .is_some_and(|first| (1..=3).contains(&first.len()) && all_digits(first) && !first.starts_with('0'));
    let rest: Vec<&str> = groups.collect();
    first && !rest.is_empty() && rest.iter().all(|group| group.len() == 3 && all_digits(group))
}

/// Digits with `mark` once, before decimals: the whole part and the decimals.
fn parts(body: &str, mark: char) -> Option<(&str, &str)> {
    let (whole, decimals) = body.split_once(mark)?;
    let is_decimals = !decimals.is_empty() && decimals.bytes().all(|byte| byte.is_ascii_digit());
    (is_decimals && !whole.is_empty()).then_some((whole, decimals))
}

/// The number without anything between its thousands, where nothing else can be meant: blanks, several points or commas, or one
/// kind of mark between the thousands and the other before the decimals. A `single` mark before three last digits sets
/// thousands apart, too.
pub(super) fn without_groups(value: &str, single: &[char]) -> Option<String> {
    let written = Written::of(value)?;
    let bare = |digits: &str| digits.chars().filter(char::is_ascii_digit).collect::<String>();
    for (mark, other) in [(',', '.'), ('.', ',')] {
        // Blanks, or the other mark, before decimals.
        if let Some((whole, decimals)) = parts(written.body, mark)
            && (are_groups(whole, is_blank) || are_groups(whole, |c| c == other))
        {
            return Some(written.with(&format!("{}{mark}{decimals}", bare(whole))));
        }
        let several = written.body.matches(mark).count() > 1 || single.contains(&mark);
        if several && are_groups(written.body, |c| c == mark) {
            return Some(written.with(&bare(written.body)));
        }
    }
    are_groups(written.body, is_blank).then(|| written.with(&bare(written.body)))
}

/// The number with `wanted` before its decimals. Marks between its thousands, which are the other ones then, are left out.
pub(super) fn with_mark(value: &str, wanted: char) -> Option<String> {
    let written = Written::of(value)?;
    let other = if wanted == ',' { '.' } else { ',' };
    let (whole, decimals) = parts(written.body, other)?;
    let is_whole = whole.chars().all(|c| c.is_ascii_digit() || is_blank(c)) || are_groups(whole, |c| c == wanted);
    let whole: String = whole.chars().filter(|&c| c != wanted).collect();
    is_whole.then(|| written.with(&format!("{whole}{wanted}{decimals}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_put_together() {
        for (value, bare) in [
            ("1 362 250", "1362250"),
            ("-12 400", "-12400"),
            (" 1\u{a0}234,50 ", " 1234,50 "),
            ("1.362.250", "1362250"),
            ("2,227.50", "2227.50"),
            ("1.234,5", "1234,5"),
        ] {
            assert_eq!(without_groups(value, &[]).as_deref(), Some(bare), "{value}");
        }
        for value in [
            "1,340", "12 34", "0 123", "012 345", "1.2.2024", "12,5", "1 2345", "1.234.56", "kr 1 234", "1 234 kr",
            "998",
        ] {
            assert_eq!(without_groups(value, &[]), None, "{value}");
        }
        assert_eq!(without_groups("1,340", &[',']).as_deref(), Some("1340"));
    }

    #[test]
    fn decimals_get_the_mark_that_is_wanted() {
        for (value, comma) in [("12.9", "12,9"), ("-0.5", "-0,5"), ("2,227.50", "2227,50"), ("1 234.5", "1 234,5")] {
            assert_eq!(with_mark(value, ',').as_deref(), Some(comma), "{value}");
        }
        for value in ["12,9", "1.2.3", ".5", "5.", "1.234,50", "12", "v1.2"] {
            assert_eq!(with_mark(value, ','), None, "{value}");
        }
        assert_eq!(with_mark("1.234,50", '.').as_deref(), Some("1234.50"));
    }
}
