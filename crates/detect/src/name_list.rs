//! Lists of given names and surnames that people in Norway have. `names/README.md` says where they are from.

use std::collections::HashMap;
use std::sync::OnceLock;

/// What the lists say of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// It is a given name.
    pub given: bool,
    /// It is a surname.
    pub surname: bool,
    /// It is an ordinary word or the name of a place, too: `Sol`, `Berg`.
    pub ambiguous: bool,
}

/// Longest word that is looked up, in bytes.
const LONGEST: usize = 48;

/// What the lists say of a word, in any case. A name of two with a hyphen is what either of them is, and the whole decides
/// whether it is ambiguous.
#[must_use]
pub fn listed(word: &str) -> Listed {
    let whole = look_up(word);
    if whole != Listed::default() {
        return whole;
    }
    let mut parts = word.split('-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(first), Some(second), None) => {
            let (first, second) = (look_up(first), look_up(second));
            let plain = |part: Listed| part.surname && !part.ambiguous;
            Listed {
                given: first.given && (second.given || second == Listed::default()),
                // `Nord-Trøndelag` is none, though `Nord` is.
                surname: plain(first) || plain(second) || (first.surname && second.surname),
                ambiguous: first.ambiguous && second.ambiguous,
            }
        }
        _ => whole,
    }
}

fn look_up(word: &str) -> Listed {
    let mut lower = [0_u8; LONGEST];
    let mut length = 0;
    for c in word.chars().flat_map(char::to_lowercase) {
        let Some(room) = lower.get_mut(length..length + c.len_utf8()) else { return Listed::default() };
        length += c.encode_utf8(room).len();
    }
    let lower = std::str::from_utf8(&lower[..length]).unwrap_or_default();
    names().get(lower).copied().unwrap_or_default()
}

/// Every listed word in lower case.
fn names() -> &'static HashMap<&'static str, Listed> {
    static NAMES: OnceLock<HashMap<&'static str, Listed>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names: HashMap<&'static str, Listed> = HashMap::new();
        include_str!("../names/given-names.txt").lines().for_each(|name| names.entry(name).or_default().given = true);
        include_str!("../names/surnames.txt").lines().for_each(|name| names.entry(name).or_default().surname = true);
        for name in include_str!("../names/ambiguous.txt").lines() {
            names.entry(name).or_default().ambiguous = true;
        }
        names
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_in_any_case() {
        for word in ["Kari", "KARI", "kari", "Øystein", "Anne-Kari"] {
            assert!(listed(word).given, "{word}");
        }
        for word in ["Hansen", "HANSEN", "Ødegård", "Hansen-Berg"] {
            assert!(listed(word).surname, "{word}");
        }
        assert!(listed("Berg").ambiguous && !listed("Hansen").ambiguous);
        assert_eq!(listed("Søknaden"), Listed::default());
        assert_eq!(listed(&"å".repeat(40)), Listed::default());
    }

    #[test]
    fn lists_are_lower_case_sorted_and_without_doubles() {
        for list in [
            include_str!("../names/given-names.txt"),
            include_str!("../names/surnames.txt"),
            include_str!("../names/ambiguous.txt"),
        ] {
            let names: Vec<&str> = list.lines().collect();
            assert!(names.windows(2).all(|pair| pair[0] < pair[1]));
            assert!(
                names.iter().all(|name| name.to_lowercase() == **name && name.trim() == *name && name.len() <= LONGEST)
            );
        }
    }
}
