//! What a gate lets pass, in words: what is known from the baseline, within its limit, or left out because it has not changed.

use crate::summary::severities;
use crate::terminal::Page;
use crate::words::{Words, fill};
use munilint_model::{Baseline, Finding, Known, Language, Report, Tolerated, UnreadReason};
use std::collections::BTreeMap;

/// Sentences in one language. What is named in them has no verb beside it, so that one and many are written alike.
struct Sentences {
    /// Nothing but what the baseline knows: `{rules}`, `{files}`, `{rows}`.
    nothing_new: &'static str,
    /// `{findings}`, `{severities}`.
    known: &'static str,
    /// What the baseline has and nobody finds any more: `{findings}`.
    mended: &'static str,
    /// What it has more of than is found: `{findings}`.
    fewer: &'static str,
    update: &'static str,
    /// `{rules}`.
    within: &'static str,
    /// `{files}`.
    unchanged: &'static str,
    /// How many there were: `{count}`.
    was: &'static str,
    /// `{limit}`.
    limit: &'static str,
    /// Why a finding is known: `{count}`.
    why_known: &'static str,
    /// Why a finding is within its limit: `{limit}`.
    why_tolerated: &'static str,
    /// What `munilint baseline` did: `{findings}`.
    recorded: &'static str,
    /// What `munilint baseline --update` left: `{findings}`.
    kept: &'static str,
    /// What it did not take in: `{findings}`.
    not_added: &'static str,
}

const EN: Sentences = Sentences {
    nothing_new: "Nothing new from {rules} in {files} ({rows}).",
    known: "Known from the baseline: {findings} ({severities}).",
    mended: "Mended since the baseline was made: {findings}.",
    fewer: "Fewer than when the baseline was made: {findings}.",
    update: "munilint baseline --update takes that over.",
    within: "Within the limits of munilint.toml: {rules}.",
    unchanged: "Not looked at, since nothing in them has changed: {files}.",
    was: "was {count}",
    limit: "limit {limit}",
    why_known: "Known from the baseline, which has {count}",
    why_tolerated: "Within the limit of munilint.toml: {limit}",
    recorded: "Recorded: {findings}.",
    kept: "Still recorded: {findings}.",
    not_added: "New or grown, and not recorded: {findings}.",
};

const NB: Sentences = Sentences {
    nothing_new: "Ingen nye funn fra {rules} i {files} ({rows}).",
    known: "Kjent fra før: {findings} ({severities}).",
    mended: "Rettet siden listen over kjente funn ble laget: {findings}.",
    fewer: "Færre enn da listen over kjente funn ble laget: {findings}.",
    update: "munilint baseline --update retter listen.",
    within: "Innenfor grensene i munilint.toml: {rules}.",
    unchanged: "Ikke sett på, fordi ingenting er endret i dem: {files}.",
    was: "var {count}",
    limit: "grense {limit}",
    why_known: "Kjent fra før: {count} da listen over kjente funn ble laget",
    why_tolerated: "Innenfor grensen i munilint.toml: {limit}",
    recorded: "Ført opp: {findings}.",
    kept: "Fortsatt ført opp: {findings}.",
    not_added: "Nye eller flere enn før, og ikke ført opp: {findings}.",
};

const NN: Sentences = Sentences {
    nothing_new: "Ingen nye funn frå {rules} i {files} ({rows}).",
    known: "Kjende frå før: {findings} ({severities}).",
    mended: "Retta sidan lista over kjende funn vart laga: {findings}.",
    fewer: "Færre enn då lista over kjende funn vart laga: {findings}.",
    update: "munilint baseline --update rettar lista.",
    within: "Innanfor grensene i munilint.toml: {rules}.",
    unchanged: "Ikkje sett på, fordi ingenting er endra i dei: {files}.",
    was: "var {count}",
    limit: "grense {limit}",
    why_known: "Kjent frå før: {count} då lista over kjende funn vart laga",
    why_tolerated: "Innanfor grensa i munilint.toml: {limit}",
    recorded: "Førte opp: {findings}.",
    kept: "Framleis førte opp: {findings}.",
    not_added: "Nye eller fleire enn før, og ikkje førte opp: {findings}.",
};

impl Sentences {
    fn of(language: Language) -> &'static Sentences {
        match language {
            Language::Nb => &NB,
            Language::Nn => &NN,
            Language::En => &EN,
        }
    }
}

/// What is said when nothing is told, but the baseline knows something.
pub(crate) fn nothing(report: &Report) -> Option<&'static str> {
    (!report.known().is_empty()).then(|| Sentences::of(report.language).nothing_new)
}

/// What stands behind a finding: how many there were, and how many there may be.
pub(crate) fn remarks(finding: &Finding, words: &Words) -> Vec<String> {
    let sentences = Sentences::of(words.language);
    let was = finding.known_count.map(|count| fill(sentences.was, &[("count", &words.number(count))]));
    let limit = finding.limit.map(|limit| fill(sentences.limit, &[("limit", &limit.written(words.language))]));
    was.into_iter().chain(limit).collect()
}

/// Writes what is let pass.
pub(crate) fn write(page: &mut Page, report: &Report) {
    sentences(report).iter().for_each(|sentence| page.sentence(sentence));
}

/// What is let pass, a sentence or two for each reason. Empty when nothing is.
pub(crate) fn sentences(report: &Report) -> Vec<String> {
    let (words, sentences) = (Words::of(report.language), Sentences::of(report.language));
    let mut told = Vec::new();
    let known = report.known();
    if !known.is_empty() {
        let findings = words.findings(known.len() as u64);
        let severities = severities(words, known.iter().map(|known| &known.finding));
        told.push(fill(sentences.known, &[("findings", &findings), ("severities", &severities)]));
    }
    told.extend(mended(report));
    if !report.tolerated.is_empty() {
        told.push(fill(sentences.within, &[("rules", &within(report, words, sentences))]));
    }
    let unchanged = report.screening.unread.iter().filter(|unread| unread.reason == UnreadReason::Unchanged).count();
    if unchanged > 0 {
        told.push(fill(sentences.unchanged, &[("files", &words.files(unchanged as u64))]));
    }
    told
}

/// What the baseline has more of than is found, and how that is taken over.
pub(crate) fn mended(report: &Report) -> Option<String> {
    let (words, sentences) = (Words::of(report.language), Sentences::of(report.language));
    let changed = [(sentences.mended, report.mended().len()), (sentences.fewer, fewer(report))];
    let told = changed.iter().filter(|(_, count)| *count > 0);
    let mut parts: Vec<String> =
        told.map(|(sentence, count)| fill(sentence, &[("findings", &words.findings(*count as u64))])).collect();
    if parts.is_empty() {
        return None;
    }
    parts.push(sentences.update.to_owned());
    Some(parts.join(" "))
}

/// Why a finding that the baseline knows does not count.
pub(crate) fn why_known(known: &Known, language: Language) -> String {
    let count = Words::of(language).number(known.count);
    fill(Sentences::of(language).why_known, &[("count", &count)])
}

/// Why a finding within its limit does not count.
pub(crate) fn why_tolerated(tolerated: &Tolerated, language: Language) -> String {
    fill(Sentences::of(language).why_tolerated, &[("limit", &tolerated.limit.written(language))])
}

/// How many findings are fewer than the baseline knows.
fn fewer(report: &Report) -> usize {
    report.known().iter().filter(|known| known.finding.seen.count < known.count).count()
}

/// `value/missing-values (2 findings, limit 0.5 %)`
fn within(report: &Report, words: &Words, sentences: &Sentences) -> String {
    let mut counts: BTreeMap<(&str, String), u64> = BTreeMap::new();
    for tolerated in &report.tolerated {
        *counts.entry((&tolerated.finding.rule, tolerated.limit.written(report.language))).or_default() += 1;
    }
    let shown: Vec<String> = counts
        .into_iter()
        .map(|((rule, limit), count)| {
            format!("{rule} ({}, {})", words.findings(count), fill(sentences.limit, &[("limit", &limit)]))
        })
        .collect();
    words.list(&shown)
}

/// What `munilint baseline` did, in a line without its end.
#[must_use]
pub fn recorded(baseline: &Baseline, language: Language) -> String {
    let count = Words::of(language).findings(baseline.findings.len() as u64);
    fill(Sentences::of(language).recorded, &[("findings", &count)])
}

/// What `munilint baseline --update` did after the run `report`, in a line without its end.
#[must_use]
pub fn updated(baseline: &Baseline, report: &Report) -> String {
    let (words, sentences) = (Words::of(report.language), Sentences::of(report.language));
    let counts = [
        (sentences.mended, report.mended().len()),
        (sentences.fewer, fewer(report)),
        (sentences.not_added, report.findings.len()),
    ];
    let told = counts.into_iter().filter(|(_, count)| *count > 0);
    let kept = std::iter::once((sentences.kept, baseline.findings.len()));
    let parts: Vec<String> = kept
        .chain(told)
        .map(|(sentence, count)| fill(sentence, &[("findings", &words.findings(count as u64))]))
        .collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Terminal, sample};

    #[test]
    fn what_is_let_pass_is_told() {
        let mut report = sample::report();
        report.problems.clear();
        report.screening.detectors.clear();
        sample::held(&mut report);
        let rendered = |report: &Report| {
            let mut out = Vec::new();
            let terminal = Terminal { width: 120, colour: false, unicode: true };
            terminal.render(report, &mut out).expect("a Vec takes everything");
            String::from_utf8(out).expect("text is UTF-8")
        };
        let text = rendered(&report);
        assert!(text.contains("look like national identity numbers (medium confidence, was 8)\n"), "{text}");
        assert!(text.contains("(301 should be 0301) (limit 0)\n"), "{text}");
        let told = "  Known from the baseline: 1 finding (1 error).
  Mended since the baseline was made: 1 finding. Fewer than when the baseline was made: 1 finding. munilint baseline
  --update takes that over.
  Within the limits of munilint.toml: value/missing-values (1 finding, limit 0.5 %).
";
        assert!(text.contains(told), "{text}");
        report.findings.clear();
        report.language = Language::Nb;
        let told = "  Ingen nye funn fra 3 regler i 2 filer (12\u{a0}058 rader).
  Kjent fra før: 1 funn (1 feil).
  Rettet siden listen over kjente funn ble laget: 1 funn. Færre enn da listen over kjente funn ble laget: 1 funn.
  munilint baseline --update retter listen.
  Innenfor grensene i munilint.toml: value/missing-values (1 funn, grense 0,5 %).
";
        assert!(rendered(&report).contains(told), "{}", rendered(&report));
    }

    #[test]
    fn sentences_have_the_same_places_in_all_languages() {
        let all = |s: &Sentences| {
            [
                s.nothing_new, s.known, s.mended, s.fewer, s.update, s.within, s.unchanged, s.was, s.limit,
                s.why_known, s.why_tolerated, s.recorded, s.kept, s.not_added,
            ]
        };
        for norwegian in [&NB, &NN] {
            for (en, other) in all(&EN).into_iter().zip(all(norwegian)) {
                let places = |text: &'static str| {
                    let mut places: Vec<&str> =
                        text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect();
                    places.sort_unstable();
                    places
                };
                assert!(!en.is_empty() && en != other);
                assert_eq!(places(en), places(other), "{en}");
            }
        }
    }
}
