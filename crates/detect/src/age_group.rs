//! Groups of ages as statistics write them.

/// Ages in whole years, from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgeGroup {
    /// The youngest.
    pub from: u16,
    /// The oldest; `None` when there is no upper limit.
    pub to: Option<u16>,
}

/// No age is greater.
const OLDEST: u16 = 130;

/// Words that say no more than that years are meant, or ages.
const YEARS: [&str; 18] = [
    "år", "års", "ar", "aar", "åring", "åringer", "åringar", "alder", "alderen", "år.", "age", "ages", "aged", "year",
    "years", "yr", "yrs", "fra",
];

const ABOVE: [&str; 9] = ["over", "eldre", "mer", "meir", "oppover", "older", "more", "above", "up"];

const BELOW: [&str; 4] = ["under", "yngre", "younger", "below"];

/// A piece of the text of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Age(u16),
    /// A hyphen or dash, or a word for it.
    To,
    Plus,
    Or,
    Above,
    Below,
}

impl AgeGroup {
    /// Reads `0-4`, `0–4 år`, `5 til 9`, `80+`, `80 år og over`, `67 år eller eldre`, `under 5 år`, `7 år`, and the same in
    /// English. `over 80` begins at 81 and `under 5` ends at 4. `None` for anything else: `i alt`, and groups whose last age is
    /// before their first.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let closed = |from, to| (from <= to).then_some(AgeGroup { from, to: Some(to) });
        let open = |from| Some(AgeGroup { from, to: None });
        let (parts, count) = parts(text)?;
        match parts[..count] {
            [Part::Age(age)] => closed(age, age),
            // `0-åringer`
            [Part::Age(age), Part::To] if text.ends_with(char::is_alphabetic) => closed(age, age),
            [Part::Age(from), Part::To, Part::Age(to)] => closed(from, to),
            [Part::Age(from), Part::Plus] | [Part::Age(from), Part::Or, Part::Above] => open(from),
            [Part::Above, Part::Age(age)] => open(age + 1),
            [Part::Age(to), Part::Or, Part::Below] => closed(0, to),
            [Part::Below, Part::Age(age)] => closed(0, age.checked_sub(1)?),
            _ => None,
        }
    }

    /// How many ages it has; `None` when there is no upper limit.
    #[must_use]
    pub fn length(self) -> Option<u16> {
        Some(self.to? - self.from + 1)
    }

    /// True when every age of the other is in it.
    #[must_use]
    pub fn holds(self, other: AgeGroup) -> bool {
        self.from <= other.from && self.to.is_none_or(|to| other.to.is_some_and(|last| last <= to))
    }
}

/// How a group is written: its text in lower case, `#` for each number, blanks as they stand.
#[must_use]
pub fn notation(text: &str) -> String {
    let mut notation = String::with_capacity(text.len());
    for c in text.trim().chars().flat_map(char::to_lowercase) {
        if !c.is_ascii_digit() {
            notation.push(c);
        } else if !notation.ends_with('#') {
            notation.push('#');
        }
    }
    notation
}

/// The pieces of the text and how many there are; `None` when one is unknown or there are too many.
fn parts(text: &str) -> Option<([Part; 4], usize)> {
    let lower = text.to_lowercase();
    let mut rest = lower.trim();
    let mut parts = [Part::To; 4];
    let mut count = 0;
    while let Some(first) = rest.chars().next() {
        let kind = kind(first);
        let end = rest.find(|c: char| self::kind(c) != kind).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        if let Some(part) = part(piece, kind)? {
            *parts.get_mut(count)? = part;
            count += 1;
        }
    }
    Some((parts, count))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Digit,
    Letter,
    Sign,
}

fn kind(c: char) -> Kind {
    match c {
        '0'..='9' => Kind::Digit,
        _ if c.is_whitespace() => Kind::Blank,
        _ if c.is_alphabetic() => Kind::Letter,
        _ => Kind::Sign,
    }
}

/// What a piece says: nothing, for blanks and words for years. `None` when it is unknown.
fn part(piece: &str, kind: Kind) -> Option<Option<Part>> {
    let part = match kind {
        Kind::Blank => return Some(None),
        Kind::Digit => Part::Age(piece.parse().ok().filter(|&age| age <= OLDEST)?),
        Kind::Sign if matches!(piece, "-" | "–" | "—" | "−") => Part::To,
        Kind::Sign if piece == "+" => Part::Plus,
        Kind::Letter if YEARS.contains(&piece) => return Some(None),
        Kind::Letter if ABOVE.contains(&piece) => Part::Above,
        Kind::Letter if BELOW.contains(&piece) => Part::Below,
        Kind::Letter if matches!(piece, "og" | "eller" | "and" | "or") => Part::Or,
        Kind::Letter if matches!(piece, "til" | "to") => Part::To,
        _ => return None,
    };
    Some(Some(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn groups_are_read() {
        let closed = |from, to| Some(AgeGroup { from, to: Some(to) });
        let open = |from| Some(AgeGroup { from, to: None });
        for (text, group) in [
            ("0-4", closed(0, 4)),
            ("0–4 år", closed(0, 4)),
            ("60 -74 år", closed(60, 74)),
            ("20 - 24", closed(20, 24)),
            ("5 til 9 år", closed(5, 9)),
            ("15-24 years", closed(15, 24)),
            ("15 to 24 years", closed(15, 24)),
            ("7 år", closed(7, 7)),
            ("0-åringer", closed(0, 0)),
            ("0", closed(0, 0)),
            ("Alder 18-19", closed(18, 19)),
            ("80+", open(80)),
            ("80 år +", open(80)),
            ("80 år og over", open(80)),
            ("67 år eller eldre", open(67)),
            ("90 years or older", open(90)),
            ("Over 80 år", open(81)),
            ("under 5 år", closed(0, 4)),
            ("17 år og yngre", closed(0, 17)),
            ("Aged 100 and over", open(100)),
        ] {
            assert_eq!(AgeGroup::parse(text), group, "{text}");
        }
    }

    #[test]
    fn what_is_no_group_is_none() {
        for text in [
            "", "-", "+", "i alt", "Alder i alt", "Alle aldre", "5-", "x-5", "24-15", "2015-2020", "0-4-9", "under 0",
            "0,5", "18/19", "-5", "uoppgitt", "0-4 barn", "1-131", "10000000000",
        ] {
            assert_eq!(AgeGroup::parse(text), None, "{text}");
        }
    }

    #[test]
    fn groups_are_compared() {
        let group = |text| AgeGroup::parse(text).unwrap();
        assert!(group("0-17").holds(group("5-9")) && group("67+").holds(group("80+")));
        assert!(!group("5-9").holds(group("0-17")) && !group("67-79").holds(group("67+")));
        assert_eq!((group("0-4").length(), group("80+").length()), (Some(5), None));
        assert_eq!(notation("60 -74 År"), "# -# år");
        assert_eq!(notation("80+"), "#+");
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "([0-9]{1,3}| |-|–|\\+|år|og|over|under|til|[a-zæøå]{0,3}){0,8}") {
            if let Some(group) = AgeGroup::parse(&text) {
                prop_assert!(group.to.is_none_or(|to| group.from <= to));
            }
            let _ = notation(&text);
        }
    }
}
