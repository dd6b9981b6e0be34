//! Scores by quality dimension: counts of what is sound.

use munilint_model::{Dimension, FileReport, Finding, RuleSummary, Score, Severity};
use std::collections::{BTreeMap, BTreeSet};

/// What findings are about, by dimension: a field of a table, or a table as a whole.
type Unsound<'a> = BTreeMap<Dimension, BTreeSet<(&'a str, Option<&'a str>, Option<u32>)>>;

/// The scores of one file, by dimension. `findings` may be about other files, too.
pub(crate) fn of_file(file: &FileReport, findings: &[&Finding], rules: &[RuleSummary]) -> Vec<Score> {
    let dimension = |id: &str| rules.binary_search_by(|rule| (*rule.id).cmp(id)).ok().map(|at| rules[at].dimension);
    let looked: BTreeSet<Dimension> = file.rules.iter().filter_map(|id| dimension(id)).collect();
    let unsound = unsound(findings.iter().copied().filter(|finding| finding.source == file.path));
    let units = u64::from(file.fields) + 1;
    let score = |dimension| {
        let unsound = unsound.get(&dimension).map_or(0, |units| units.len() as u64);
        Score { dimension, units, sound: units.saturating_sub(unsound) }
    };
    looked.into_iter().map(score).collect()
}

/// The scores of all files together.
pub(crate) fn of_all(files: &[FileReport]) -> Vec<Score> {
    let mut all: BTreeMap<Dimension, Score> = BTreeMap::new();
    for score in files.iter().flat_map(|file| &file.scores) {
        let sum = all.entry(score.dimension).or_insert(Score { units: 0, sound: 0, ..*score });
        sum.units += score.units;
        sum.sound += score.sound;
    }
    all.into_values().collect()
}

/// How many units are unsound for these findings and not for the others.
pub(crate) fn mended(findings: &[&Finding], these: &[usize], dimension: Dimension) -> u64 {
    let all = unsound(findings.iter().copied().filter(|finding| finding.dimension == dimension));
    let rest = findings.iter().enumerate().filter(|(at, _)| !these.contains(at)).map(|(_, finding)| *finding);
    let rest = unsound(rest.filter(|finding| finding.dimension == dimension));
    let count = |unsound: &Unsound<'_>| unsound.get(&dimension).map_or(0, |units| units.len() as u64);
    count(&all) - count(&rest)
}

fn unsound<'a>(findings: impl Iterator<Item = &'a Finding>) -> Unsound<'a> {
    let mut unsound = Unsound::new();
    for finding in findings.filter(|finding| finding.severity > Severity::Note) {
        let unit = (&*finding.source, finding.table.as_deref(), finding.column);
        unsound.entry(finding.dimension).or_default().insert(unit);
    }
    unsound
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{file, finding, rules, seen};
    use Dimension::{Completeness, Conformity, Privacy};
    use Severity::{Error, Note, Warning};

    #[test]
    fn units_are_fields_and_the_file_and_only_errors_and_warnings_count() {
        let rules = rules(&[("code/a", Conformity), ("person/b", Privacy)]);
        let findings = [
            finding("code/a", "a.csv", (Conformity, Warning), Some(1)),
            // Two findings about one field make it unsound once.
            finding("code/a", "a.csv", (Conformity, Error), Some(1)),
            finding("code/a", "a.csv", (Conformity, Warning), None),
            finding("code/a", "a.csv", (Conformity, Note), Some(2)),
            finding("person/b", "b.csv", (Privacy, Error), Some(1)),
            // Of this dimension no rule looked.
            finding("value/c", "a.csv", (Completeness, Error), Some(1)),
        ];
        let scores = of_file(&file("a.csv", 3, &rules), &seen(&findings), &rules);
        let expected =
            [Score { dimension: Conformity, units: 4, sound: 2 }, Score { dimension: Privacy, units: 4, sound: 4 }];
        assert_eq!(scores, expected);
    }

    #[test]
    fn the_score_of_all_files_is_the_sum_of_their_counts() {
        let rules = rules(&[("person/b", Privacy)]);
        let findings = [finding("person/b", "b.csv", (Privacy, Error), Some(1))];
        let files = [("a.csv", 9), ("b.csv", 1)].map(|(path, fields)| {
            let mut file = file(path, fields, &rules);
            file.scores = of_file(&file, &seen(&findings), &rules);
            file
        });
        assert_eq!(of_all(&files), [Score { dimension: Privacy, units: 12, sound: 11 }]);
        assert_eq!(of_all(&[]), []);
    }

    #[test]
    fn what_mending_gains_is_what_nothing_else_is_wrong_with() {
        let findings = [
            finding("code/a", "a.csv", (Conformity, Warning), Some(1)),
            finding("code/a", "a.csv", (Conformity, Warning), Some(2)),
            finding("code/d", "a.csv", (Conformity, Error), Some(2)),
            finding("person/b", "a.csv", (Privacy, Error), Some(1)),
        ];
        assert_eq!(mended(&seen(&findings), &[0, 1], Conformity), 1, "the second field is still unsound");
        assert_eq!(mended(&seen(&findings), &[0, 1, 2], Conformity), 2);
        assert_eq!(mended(&seen(&findings), &[3], Privacy), 1);
        assert_eq!(mended(&seen(&findings), &[], Conformity), 0);
    }
}
