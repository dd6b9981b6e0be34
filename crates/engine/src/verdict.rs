//! May it be shared, and what should be mended first?

use crate::score;
use munilint_model::{Advice, FileReport, Finding, Problem, Score, Severity, Verdict};
use std::collections::BTreeMap;

/// So many things are advised.
const FIRST: usize = 3;

/// Whether all of the data may be shared, as far as rules can say.
pub(crate) fn verdict(findings: &[&Finding], files: &[FileReport], problems: &[Problem]) -> Verdict {
    match of_findings(findings.iter().copied()) {
        Verdict::Unready | Verdict::Clear if !problems.is_empty() || files.is_empty() => Verdict::Unknown,
        verdict => verdict,
    }
}

/// Whether one file may be shared, as far as rules can say. `findings` may be about other files, too.
pub(crate) fn of_file(file: &FileReport, findings: &[&Finding]) -> Verdict {
    of_findings(findings.iter().copied().filter(|finding| finding.source == file.path))
}

fn of_findings<'a>(findings: impl Iterator<Item = &'a Finding>) -> Verdict {
    findings.map(Verdict::of).min().unwrap_or(Verdict::Clear)
}

/// What to mend first of the first `told` of the findings: what stands in the way of sharing before the rest, then what is
/// graver, surer, and gains more.
pub(crate) fn first(findings: &[&Finding], told: usize, files: &[FileReport], scores: &[Score]) -> Vec<Advice> {
    let mut things: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, finding) in findings[..told].iter().enumerate().filter(|(_, finding)| finding.severity > Severity::Note) {
        things.entry((&*finding.source, &*finding.rule)).or_default().push(at);
    }
    // What is gained in a source depends on that source alone.
    let mut by_source: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        by_source.entry(&finding.source).or_default().push(at);
    }
    let ranked = |((source, _), these)| ranked((findings, &by_source[source]), files, scores, these);
    let mut ranked: Vec<_> = things.into_iter().map(ranked).collect();
    // The sort is stable: what is alike stays in the order of the report.
    ranked.sort_by(|(a, ..), (b, ..)| b.cmp(a));
    ranked.into_iter().take(FIRST).map(|(_, advice)| advice).collect()
}

/// What comes first has the greater rank.
type Rank = (bool, Severity, munilint_model::Confidence, u64, u64);

/// `own` tells where the findings of the source stand, those of `these` among them.
fn ranked(
    (findings, own): (&[&Finding], &[usize]),
    files: &[FileReport],
    scores: &[Score],
    mut these: Vec<usize>,
) -> (Rank, Advice) {
    these.sort_by_key(|&at| {
        std::cmp::Reverse((findings[at].severity, findings[at].confidence, findings[at].seen.count))
    });
    let gravest = findings[these[0]];
    // What is said of a configuration is in no score.
    let is_scored = files.binary_search_by(|file| file.path.cmp(&gravest.source)).is_ok();
    let of_source: Vec<&Finding> = own.iter().map(|&at| findings[at]).collect();
    let mended: Vec<usize> = these.iter().filter_map(|at| own.binary_search(at).ok()).collect();
    let mended = if is_scored { score::mended(&of_source, &mended, gravest.dimension) } else { 0 };
    let now = scores.iter().find(|score| is_scored && score.dimension == gravest.dimension);
    let gain = now.map(|now| [*now, Score { sound: now.sound + mended, ..*now }]);
    let cells = these.iter().map(|&at| findings[at].seen.count).sum();
    let stops = these.iter().any(|&at| Verdict::of(findings[at]) == Verdict::Stopped);
    let rank = (stops, gravest.severity, gravest.confidence, mended, cells);
    (rank, Advice { findings: these, stops, gain })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{file, finding, rules, seen};
    use Dimension::{Conformity, Privacy};
    use Severity::{Error, Note, Warning};
    use munilint_model::{Confidence, Dimension};

    fn one(dimension: Dimension, severity: Severity) -> Vec<Finding> {
        vec![finding("a/b", "a.csv", (dimension, severity), Some(1))]
    }

    #[test]
    fn the_verdict_is_that_of_the_worst() {
        let files = [file("a.csv", 2, &[])];
        let of = |findings: &[Finding]| verdict(&seen(findings), &files, &[]);
        assert_eq!(of(&[]), Verdict::Clear);
        assert_eq!(of(&one(Privacy, Note)), Verdict::Clear);
        assert_eq!(of(&one(Conformity, Warning)), Verdict::Clear);
        assert_eq!(of(&one(Conformity, Error)), Verdict::Unready);
        assert_eq!(of(&one(Privacy, Warning)), Verdict::Unready);
        assert_eq!(of(&one(Privacy, Error)), Verdict::Stopped);
        assert_eq!(of(&[one(Conformity, Error), one(Privacy, Error)].concat()), Verdict::Stopped);
    }

    #[test]
    fn what_was_not_read_is_not_clear() {
        let files = [file("a.csv", 2, &[])];
        let problems = [Problem { path: None, text: String::new() }];
        assert_eq!(verdict(&[], &[], &[]), Verdict::Unknown);
        assert_eq!(verdict(&[], &files, &problems), Verdict::Unknown);
        assert_eq!(verdict(&seen(&one(Conformity, Error)), &files, &problems), Verdict::Unknown);
        assert_eq!(
            verdict(&seen(&one(Privacy, Error)), &files, &problems),
            Verdict::Stopped,
            "what is found is enough"
        );
    }

    #[test]
    fn a_file_answers_for_itself_only() {
        let findings = one(Privacy, Error);
        assert_eq!(of_file(&file("a.csv", 2, &[]), &seen(&findings)), Verdict::Stopped);
        assert_eq!(of_file(&file("b.csv", 2, &[]), &seen(&findings)), Verdict::Clear);
    }

    #[test]
    fn what_stands_in_the_way_comes_first_and_notes_never_do() {
        let mut unsure = finding("code/unsure", "a.csv", (Conformity, Error), Some(4));
        unsure.confidence = Confidence::Low;
        let findings = [
            finding("code/note", "a.csv", (Conformity, Note), Some(1)),
            unsure,
            finding("code/one", "a.csv", (Conformity, Error), Some(1)),
            finding("code/two", "a.csv", (Conformity, Error), Some(2)),
            finding("code/two", "a.csv", (Conformity, Error), Some(3)),
            finding("person/a", "a.csv", (Privacy, Error), Some(1)),
        ];
        let rules = rules(&[("code/one", Conformity), ("person/a", Privacy)]);
        let files = [file("a.csv", 5, &rules)];
        let scores = score::of_file(&files[0], &seen(&findings), &rules);
        let first = first(&seen(&findings), findings.len(), &files, &scores);
        let shown: Vec<_> = first.iter().map(|advice| (&*advice.findings, advice.stops)).collect();
        assert_eq!(shown, [(&[5_usize][..], true), (&[3, 4][..], false), (&[2][..], false)]);
        let gain = |at: usize| first[at].gain.map(|[now, then]| (now.dimension, now.sound, then.sound, then.units));
        assert_eq!(gain(0), Some((Privacy, 5, 6, 6)));
        assert_eq!(gain(1), Some((Conformity, 2, 4, 6)));
    }

    #[test]
    fn what_is_said_of_a_configuration_is_in_no_score() {
        let findings = [finding("config/a", "munilint.toml", (Conformity, Warning), None)];
        let scores = [Score { dimension: Conformity, units: 3, sound: 3 }];
        let first = first(&seen(&findings), findings.len(), &[file("a.csv", 2, &[])], &scores);
        assert_eq!(first.iter().map(|advice| advice.gain).collect::<Vec<_>>(), [None]);
    }
}
