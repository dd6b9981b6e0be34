//! Names of fields in a message: a few, each cut, and how many more there are.

use munilint_model::Excerpt;
use std::fmt;

/// Longest name in characters.
const LONGEST: usize = 40;

/// Names as a message shows them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FieldNames {
    /// The first names, masked, cut and set apart by commas.
    pub(crate) shown: String,
    /// How many fields are not named. Never one: its name would take no more room than to say so.
    pub(crate) others: u64,
}

impl FieldNames {
    /// Names `most` fields, or one more when it is the only one left.
    pub(crate) fn of<'a>(names: impl IntoIterator<Item = &'a str>, most: usize) -> Self {
        let mut names: Vec<&str> = names.into_iter().collect();
        let all = names.len();
        if all > most + 1 {
            names.truncate(most);
        }
        let others = (all - names.len()) as u64;
        let shown: Vec<String> = names.into_iter().map(|name| Excerpt::short(name, LONGEST).to_string()).collect();
        FieldNames { shown: shown.join(", "), others }
    }
}

impl fmt::Display for FieldNames {
    /// The names that are shown, and whether there are more.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)?;
        f.write_str(if self.others > 0 { ", …" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_field_is_never_left_out_alone() {
        let names = |count: usize| FieldNames::of(["a", "b", "c", "d"].into_iter().take(count), 2);
        assert_eq!(names(1), FieldNames { shown: "a".to_owned(), others: 0 });
        assert_eq!(names(3), FieldNames { shown: "a, b, c".to_owned(), others: 0 });
        assert_eq!(names(4), FieldNames { shown: "a, b".to_owned(), others: 2 });
        assert_eq!((names(3).to_string().as_str(), names(4).to_string().as_str()), ("a, b, c", "a, b, …"));
    }

    #[test]
    fn long_names_are_cut() {
        let shown = FieldNames::of(["andel elever som har sluttet i løpet av skoleåret"], 2).shown;
        assert_eq!(shown.chars().count(), LONGEST);
    }
}
