//! Fields that say which level each row of a table is about: nation, county, municipality, district.

use munilint_detect::header::words;
use munilint_model::TableFacts;

/// What such a level is of; alone or before the word for level. A level of schooling or of skill is none.
const OF: [&str; 9] =
    ["enhet", "enhets", "region", "regions", "geo", "geografisk", "omrade", "admin", "administrativt"];

const LEVEL: [&str; 3] = ["niva", "nivaa", "level"];

/// True when a field tells the level of each row (`EnhetNivaa`, `Nivå`, `regionnivå`), so that one of them can be chosen.
pub(super) fn are_told(facts: &TableFacts) -> bool {
    facts.fields.iter().any(|field| is_level(&words(&field.name).concat()))
}

fn is_level(name: &str) -> bool {
    LEVEL.iter().filter_map(|word| name.strip_suffix(word)).any(|of| of.is_empty() || OF.contains(&of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_of_areas_are_told_from_other_levels() {
        let is_told = |name: &str| is_level(&words(name).concat());
        for name in ["EnhetNivaa", "Nivå", "regionnivå", "geo_level", "Enhetsnivå"] {
            assert!(is_told(name), "{name}");
        }
        for name in ["Utdanningsnivå", "mestringsnivå", "IndikatorNivaa", "enhet", "levels"] {
            assert!(!is_told(name), "{name}");
        }
    }
}
