//! Whose rules of thumb for disclosure control there are: `risk/profiles.csv`.

use munilint_model::{Options, RiskProfile};

/// Lines of `profile;k;stated by;basis`, as the table's first line says. What stands between a name and `stated by` are
/// options of rules.
const TABLE: &str = include_str!("risk/profiles.csv");

/// Every profile, by name.
pub(crate) fn profiles() -> Vec<RiskProfile> {
    let mut lines = TABLE.lines();
    let head: Vec<&str> = lines.next().unwrap_or("").split(';').collect();
    lines.map(|line| profile(&head, line)).collect()
}

fn profile(head: &[&str], line: &str) -> RiskProfile {
    let mut profile = RiskProfile { family: "risk", ..RiskProfile::default() };
    let mut options = Options::default();
    for (&column, cell) in head.iter().zip(line.splitn(head.len(), ';')) {
        match (column, cell.parse()) {
            ("profile", _) => profile.name = cell.to_owned(),
            ("stated by", _) => profile.stated_by = cell.to_owned(),
            ("basis", _) => profile.basis = cell.to_owned(),
            (option, Ok(number)) => {
                options.0.insert(option.to_owned(), number);
            }
            _ => {}
        }
    }
    RiskProfile { options, ..profile }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_has_a_limit_and_says_whose_it_is() {
        let profiles = profiles();
        assert!(profiles.len() >= 4 && profiles.is_sorted_by_key(|profile| profile.name.clone()));
        for profile in &profiles {
            assert!(profile.options.0.get("k").is_some_and(|k| *k >= 2.0), "{profile:?}");
            assert!(!profile.stated_by.is_empty() && !profile.basis.is_empty(), "{profile:?}");
        }
        let k = |name: &str| {
            profiles.iter().find(|profile| profile.name == name).map(|profile| profile.options.number("k"))
        };
        assert_eq!((k("default"), k("ssb")), (Some(5.0), Some(3.0)));
    }
}
