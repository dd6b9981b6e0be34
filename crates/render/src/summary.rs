//! What a run comes to: a table by family and severity, what was read, and what was looked for.

use crate::fixable;
use crate::gate;
use crate::terminal::{Ink, Page};
use crate::words::{Words, fill};
use crate::wrap::width_of;
use munilint_model::{Date, Excerpt, Finding, Report, Severity};
use std::collections::{BTreeMap, BTreeSet};

/// So many kinds of personal data are all named.
const ALL_KINDS: usize = 8;

/// Of more kinds, those that are named.
const BEST_KNOWN: [&str; 6] = [
    "person/birth-date", "person/home-address", "person/national-identity-number", "person/person-name",
    "person/personal-email", "person/telephone",
];

/// Longest reason that is shown, in characters.
const LONGEST_REASON: usize = 100;

/// How many files with problems are named.
const NAMED: usize = 3;

/// Writes the summary of a report.
pub(crate) fn write(page: &mut Page, report: &Report) {
    let words = page.words;
    let files = words.files(report.files.len() as u64);
    let rows = words.data_rows(report.rows());
    let rules = words.rules(report.files.iter().map(|file| file.rules.len() as u64).max().unwrap_or(0));
    let read: [(&str, &str); 3] = [("files", &files), ("rows", &rows), ("rules", &rules)];
    if report.findings.is_empty() && report.files.is_empty() {
        page.sentence(words.no_files);
    } else if report.findings.is_empty() {
        page.sentence(&fill(gate::nothing(report).unwrap_or(words.nothing), &read));
    } else {
        found(page, report);
        table(page, &report.summary().families);
        page.blank();
        page.sentence(&fill(words.checked, &read));
    }
    gate::write(page, report);
    allowed(page, report);
    since(page, report);
    if !report.files.is_empty() {
        looked_for(page, report);
    }
    if !report.problems.is_empty() {
        page.sentence(&fill(words.partial, &[("problems", &problems(page, report))]));
    }
    if let Some(sentence) = fixable::sentence(report) {
        page.sentence(&sentence);
    }
    if let Some(finding) = report.findings.first() {
        page.sentence(&fill(words.explain, &[("rule", &finding.rule)]));
    }
}

/// `2 problems (a.xls, b.xls)`
fn problems(page: &Page, report: &Report) -> String {
    let count = page.words.problems(report.problems.len() as u64);
    let paths: BTreeSet<&str> = report.problems.iter().filter_map(|problem| problem.path.as_deref()).collect();
    let shown: Vec<&str> = paths.iter().copied().take(NAMED).collect();
    match paths.len() - shown.len() {
        _ if shown.is_empty() => count,
        0 => format!("{count} ({})", shown.join(", ")),
        more => format!("{count} ({}{})", shown.join(", "), page.words.more(more as u64)),
    }
}

/// `1 error and 2 warnings`
pub(crate) fn severities<'f>(words: &Words, findings: impl IntoIterator<Item = &'f Finding>) -> String {
    let mut counts: BTreeMap<Severity, u64> = BTreeMap::new();
    findings.into_iter().for_each(|finding| *counts.entry(finding.severity).or_default() += 1);
    let shown: Vec<String> = counts.iter().rev().map(|(severity, count)| words.count_of(*severity, *count)).collect();
    words.list(&shown)
}

/// `3 findings in 2 of 4 files: 1 error and 2 warnings.`
fn found(page: &mut Page, report: &Report) {
    let words = page.words;
    let with: BTreeSet<&str> = report.findings.iter().map(|finding| &*finding.source).collect();
    // What is said of the configuration counts its file.
    let read: BTreeSet<&str> = report.files.iter().map(|file| &*file.path).collect();
    let all = report.files.len() + with.difference(&read).count();
    let files = if with.len() < all {
        fill(words.some_of, &[("some", &words.number(with.len() as u64)), ("all", &words.files(all as u64))])
    } else {
        words.files(with.len() as u64)
    };
    let text = fill(
        words.found,
        &[
            ("findings", &words.findings(report.findings.len() as u64)),
            ("files", &files),
            ("severities", &severities(words, &report.findings)),
        ],
    );
    page.sentence(&text);
}

/// Findings by family and severity, and what each family is about.
fn table(page: &mut Page, families: &BTreeMap<String, BTreeMap<Severity, u64>>) {
    let words = page.words;
    let count = |counts: &BTreeMap<Severity, u64>, severity| counts.get(&severity).copied().unwrap_or(0);
    let mut sums: BTreeMap<Severity, u64> = BTreeMap::new();
    for counts in families.values() {
        for severity in Severity::GRAVEST_FIRST {
            *sums.entry(severity).or_default() += count(counts, severity);
        }
    }
    let heads = Severity::GRAVEST_FIRST.map(|severity| words.severities(severity));
    let widths: Vec<usize> = Severity::GRAVEST_FIRST
        .iter()
        .zip(heads)
        .map(|(&severity, head)| width_of(head).max(width_of(&words.number(count(&sums, severity)))))
        .collect();
    let name = families.keys().map(|family| width_of(family)).chain([width_of(words.total)]).max().unwrap_or(0);
    let taken = 2 + name + widths.iter().map(|width| width + 2).sum::<usize>() + 3;
    let glossed = families.keys().all(|family| taken + width_of(words.family(family)) <= page.width);
    let cells = |page: &Page, counts: &BTreeMap<Severity, u64>| {
        let mut line = String::new();
        for (&severity, &width) in Severity::GRAVEST_FIRST.iter().zip(&widths) {
            let n = count(counts, severity);
            let none = if page.unicode { "·" } else { "-" };
            let (ink, text) =
                if n == 0 { (Ink::Dim, none.to_owned()) } else { (Ink::Severity(severity), words.number(n)) };
            line.push_str(&format!("  {}{}", " ".repeat(width - width_of(&text)), page.ink(ink, &text)));
        }
        line
    };
    page.blank();
    let mut line = format!("  {}", " ".repeat(name));
    for (head, &width) in heads.iter().zip(&widths) {
        line.push_str(&format!("  {}{}", " ".repeat(width - width_of(head)), page.ink(Ink::Bold, head)));
    }
    page.line(&line);
    for (family, counts) in families {
        let fill = " ".repeat(name - width_of(family));
        let mut line = format!("  {}{fill}{}", page.ink(Ink::Bold, family), cells(page, counts));
        let about = words.family(family);
        if glossed && !about.is_empty() {
            line.push_str(&format!("   {}", page.ink(Ink::Dim, about)));
        }
        page.line(&line);
    }
    if families.len() > 1 {
        let fill = " ".repeat(name - width_of(words.total));
        let line = format!("  {}{fill}{}", words.total, cells(page, &sums));
        page.line(&line);
    }
}

/// What is allowed, by reason: `Besides, the configuration allows 3 findings: "…" (2, until 2027-12-31) and "…" (1).`
fn allowed(page: &mut Page, report: &Report) {
    let words = page.words;
    if report.allowed.is_empty() {
        return;
    }
    let mut reasons: BTreeMap<(&Excerpt, Option<Date>), u64> = BTreeMap::new();
    for allowed in &report.allowed {
        *reasons.entry((&allowed.reason, allowed.until)).or_default() += 1;
    }
    let shown: Vec<String> = reasons
        .into_iter()
        .map(|((reason, until), count)| {
            let reason = words.quoted(reason.cut(LONGEST_REASON).as_str(), page.unicode);
            let until = until.map(|until| format!(", {} {until}", words.until)).unwrap_or_default();
            format!("{reason} ({}{until})", words.number(count))
        })
        .collect();
    let count = words.findings(report.allowed.len() as u64);
    page.sentence(&fill(words.allowed, &[("findings", &count), ("reasons", &words.list(&shown))]));
}

/// `Since the report "2026-10": 2 new, 3 gone.`
fn since(page: &mut Page, report: &Report) {
    let words = page.words;
    let Some((trend, last)) = report.trend.as_ref().and_then(|trend| Some((trend, trend.earlier.last()?))) else {
        return;
    };
    let name = words.quoted(last.name.as_str(), page.unicode);
    let [new, gone] = [trend.new.len(), trend.gone.len()].map(|count| words.number(count as u64));
    page.sentence(&fill(words.since, &[("name", &name), ("new", &new), ("gone", &gone)]));
}

/// What was looked for of personal data; never that there is none.
fn looked_for(page: &mut Page, report: &Report) {
    let words = page.words;
    let rules: Vec<&str> = report.screening.looked_for().collect();
    let is_named = |rule: &&&str| rules.len() <= ALL_KINDS || BEST_KNOWN.contains(*rule);
    let things: Vec<String> = rules.iter().filter(is_named).map(|rule| words.thing(rule)).collect();
    let things = words.list(&things);
    match rules.len() {
        0 => page.sentence(words.looked_for_nothing),
        1..=ALL_KINDS => page.sentence(&fill(words.looked_for, &[("things", &things)])),
        all => page.sentence(&fill(words.looked_for_many, &[("things", &things), ("kinds", &all.to_string())])),
    }
}
