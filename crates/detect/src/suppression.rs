//! Signs that stand in place of a figure that is not shown, since it could tell of a person or an enterprise.

/// How a hidden figure is written.
///
/// `:` is Statistics Norway's sign for what is not shown for confidentiality; NAV and the Directorate for Education write
/// stars. A point says that there can be no figure and two that none is known: they hide nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Suppression {
    /// `:`
    Colon,
    /// `*`, up to four of them.
    Stars,
    /// `<5`, `≤ 4`, `under 5`, `færre enn 5`: the smallest figure that would be shown.
    Below(u16),
    /// `1-4`: the smallest figure that would be shown.
    Range(u16),
    /// `skjermet`, `skjult`, `prikket`, `hidden`, `suppressed`
    Word,
}

/// Words for what is not shown, in lower case.
const WORDS: [&[u8]; 7] = [b"skjermet", b"skjerma", b"skjult", b"prikket", b"prikka", b"hidden", b"suppressed"];

/// A range that ends above says how many there are, more or less, and hides none.
const LAST: u16 = 9;

/// Reads the sign of a cell, blanks around it left out. `None` for anything else.
#[must_use]
pub fn suppression(cell: &[u8]) -> Option<Suppression> {
    match cell.trim_ascii() {
        [b':'] => Some(Suppression::Colon),
        stars @ [b'*', ..] => {
            (stars.len() <= 4 && stars.iter().all(|&byte| byte == b'*')).then_some(Suppression::Stars)
        }
        [b'<', b'=', limit @ ..] | [0xE2, 0x89, 0xA4, limit @ ..] => Some(Suppression::Below(whole(limit)? + 1)),
        [b'<', limit @ ..] => Some(Suppression::Below(whole(limit)?)),
        [first @ (b'0'..=b'2'), rest @ ..] => range(u16::from(first - b'0'), rest),
        text => in_words(text),
    }
}

/// `-4` and `–4` behind the first figure of a range.
fn range(first: u16, rest: &[u8]) -> Option<Suppression> {
    let last = match rest.trim_ascii_start() {
        [b'-' | 0x96, last @ ..] | [0xE2, 0x80, 0x93, last @ ..] => whole(last)?,
        _ => return None,
    };
    (first < last && last <= LAST).then_some(Suppression::Range(last + 1))
}

fn in_words(text: &[u8]) -> Option<Suppression> {
    if WORDS.iter().any(|word| word.eq_ignore_ascii_case(text)) {
        return Some(Suppression::Word);
    }
    let digits = text.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let (words, limit) = text.split_at(text.len() - digits);
    // The letter æ is written differently in each encoding.
    let is_fewer = |words: &[u8]| matches!(words, [b'f' | b'F', letter @ .., b'r', b'r', b'e'] if letter.len() <= 2);
    let words = words.trim_ascii_end();
    let is_below = words.eq_ignore_ascii_case(b"under")
        || words.strip_suffix(b" enn").is_some_and(|word| word.eq_ignore_ascii_case(b"mindre") || is_fewer(word));
    if is_below { Some(Suppression::Below(whole(limit)?)) } else { None }
}

/// A whole number of at most three digits.
fn whole(text: &[u8]) -> Option<u16> {
    let digits = text.trim_ascii();
    let is_whole = (1..=3).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    is_whole.then(|| digits.iter().fold(0, |number, digit| number * 10 + u16::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_read() {
        for (text, sign) in [
            (":", Suppression::Colon),
            (" * ", Suppression::Stars),
            ("***", Suppression::Stars),
            ("<5", Suppression::Below(5)),
            ("< 3", Suppression::Below(3)),
            ("<=4", Suppression::Below(5)),
            ("≤ 4", Suppression::Below(5)),
            ("under 5", Suppression::Below(5)),
            ("Færre enn 5", Suppression::Below(5)),
            ("mindre enn 10", Suppression::Below(10)),
            ("1-4", Suppression::Range(5)),
            ("1–2", Suppression::Range(3)),
            ("Skjermet", Suppression::Word),
        ] {
            assert_eq!(suppression(text.as_bytes()), Some(sign), "{text}");
        }
        assert_eq!(suppression(b"f\xe6rre enn 5"), Some(Suppression::Below(5)));
        for text in
            ["", ".", "..", "-", "5", "1", "12", "1-12", "4-1", "1-4 år", "*****", "5*", "<", "<b>", "under", "enn 5"]
        {
            assert_eq!(suppression(text.as_bytes()), None, "{text}");
        }
    }
}
