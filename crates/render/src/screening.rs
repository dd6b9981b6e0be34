//! What was looked for of persons and what was not looked at, as the JSON report states it.

use crate::words::Words;
use munilint_model::{Detector, Excerpt, GaveUp, Limit, Measured, Report, RiskProfile, UnreadReason, Unseen};
use serde::Serialize;
use serde_json::Number;
use std::collections::BTreeMap;

/// How many files of one kind are named.
const NAMED: usize = 10;

#[derive(Serialize)]
pub(crate) struct ScreeningObject<'a> {
    statement: &'static str,
    profiles: Vec<ProfileObject<'a>>,
    detectors: Vec<DetectorObject<'a>>,
    not_looked_at: NotLookedAt<'a>,
}

#[derive(Serialize)]
struct ProfileObject<'a> {
    name: &'a str,
    options: BTreeMap<&'a str, Number>,
    stated_by: &'a str,
    basis: &'a str,
}

#[derive(Serialize)]
struct DetectorObject<'a> {
    rule: &'a str,
    title: &'a str,
    looks_for: String,
    options: BTreeMap<&'a str, Vec<Number>>,
    measured: Vec<MeasuredObject<'a>>,
}

#[derive(Serialize)]
struct MeasuredObject<'a> {
    kind: &'a str,
    values: u64,
    precision: f64,
    recall: f64,
}

#[derive(Serialize)]
struct NotLookedAt<'a> {
    rules: Vec<&'a str>,
    files: Vec<UnreadObject<'a>>,
    fields: Vec<FieldObject<'a>>,
    tables: Vec<TableObject<'a>>,
}

#[derive(Serialize)]
struct UnreadObject<'a> {
    reason: Reason,
    ending: Option<String>,
    count: usize,
    first: Vec<&'a str>,
}

/// Why a file was not read, or not to its end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Reason {
    Excluded,
    OtherKind,
    NoTable,
    Unchanged,
    Problem,
}

#[derive(Serialize)]
struct FieldObject<'a> {
    path: &'a str,
    table: Option<&'a str>,
    field: &'a Excerpt,
    column: u32,
    reason: &'static str,
}

/// A table that a rule did not look at, or not wholly.
#[derive(Serialize)]
struct TableObject<'a> {
    rule: &'a str,
    path: &'a str,
    table: Option<&'a str>,
    limit: Limit,
    reason: &'static str,
}

/// The part of a report that tells of persons.
pub(crate) fn object(report: &Report) -> ScreeningObject<'_> {
    let words = Words::of(report.language);
    let screening = &report.screening;
    ScreeningObject {
        statement: words.statement,
        profiles: screening.profiles.iter().map(|one| profile(one)).collect(),
        detectors: screening.detectors.iter().map(|one| detector(one, words)).collect(),
        not_looked_at: NotLookedAt {
            rules: screening.left_out.iter().map(AsRef::as_ref).collect(),
            files: unread(report),
            fields: screening.unseen.iter().map(|field| unseen(field, words)).collect(),
            tables: screening.gave_up.iter().map(|one| gave_up(one, words)).collect(),
        },
    }
}

fn profile(profile: &RiskProfile) -> ProfileObject<'_> {
    ProfileObject {
        name: &profile.name,
        options: profile.options.0.iter().filter_map(|(name, n)| Some((name.as_str(), number(*n)?))).collect(),
        stated_by: &profile.stated_by,
        basis: &profile.basis,
    }
}

fn numbers(all: &[f64]) -> Vec<Number> {
    all.iter().filter_map(|n| number(*n)).collect()
}

/// A number without a fraction is written without one.
fn number(n: f64) -> Option<Number> {
    let is_whole = n.fract() == 0.0 && n.abs() < f64::from(i32::MAX);
    if is_whole { Some(Number::from(n as i64)) } else { Number::from_f64(n) }
}

fn detector<'a>(detector: &'a Detector, words: &Words) -> DetectorObject<'a> {
    let measured = |measured: &'a Measured| MeasuredObject {
        kind: &measured.kind,
        values: measured.values,
        precision: measured.precision,
        recall: measured.recall,
    };
    DetectorObject {
        rule: &detector.rule,
        title: &detector.title,
        looks_for: words.thing(&detector.rule),
        options: detector.options.iter().map(|(name, all)| (name.as_str(), numbers(all))).collect(),
        measured: detector.measured.iter().map(measured).collect(),
    }
}

/// Files that were not read, by reason and ending.
fn unread(report: &Report) -> Vec<UnreadObject<'_>> {
    let mut kinds: BTreeMap<_, UnreadObject<'_>> = BTreeMap::new();
    let met = report.screening.unread.iter().map(|unread| {
        let reason = match unread.reason {
            UnreadReason::Excluded => Reason::Excluded,
            UnreadReason::OtherKind => Reason::OtherKind,
            UnreadReason::NoTable => Reason::NoTable,
            UnreadReason::Unchanged => Reason::Unchanged,
        };
        (reason, &*unread.path)
    });
    let problems = report.problems.iter().filter_map(|problem| Some((Reason::Problem, problem.path.as_deref()?)));
    for (reason, path) in met.chain(problems) {
        let ending = ending(path);
        let none = UnreadObject { reason, ending: ending.clone(), count: 0, first: Vec::new() };
        let kind = kinds.entry((reason, ending)).or_insert(none);
        kind.count += 1;
        if kind.first.len() < NAMED {
            kind.first.push(path);
        }
    }
    kinds.into_values().collect()
}

/// `xlsx`, in small letters; `None` for a name without an ending.
fn ending(path: &str) -> Option<String> {
    let name = path.rsplit('/').next()?;
    let (stem, ending) = name.rsplit_once('.')?;
    (!stem.is_empty()).then(|| ending.to_lowercase())
}

fn unseen<'a>(field: &'a Unseen, words: &'static Words) -> FieldObject<'a> {
    FieldObject {
        path: &field.source,
        table: field.table.as_deref(),
        field: &field.field,
        column: field.column,
        reason: words.unseen,
    }
}

fn gave_up<'a>(one: &'a GaveUp, words: &'static Words) -> TableObject<'a> {
    TableObject {
        rule: &one.rule,
        path: &one.source,
        table: one.table.as_deref(),
        limit: one.limit,
        reason: words.limit(one.limit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use munilint_model::Unread;

    #[test]
    fn files_that_were_not_read_are_counted_by_ending() {
        let mut report = sample::report();
        let other = |path: String| Unread { reason: UnreadReason::OtherKind, path: path.into() };
        report.screening.unread = (0..12).map(|i| other(format!("a/{i:02}.XLSX"))).collect();
        report.screening.unread.push(other("a/LESMEG".to_owned()));
        let unread = unread(&report);
        let shown: Vec<_> =
            unread.iter().map(|one| (one.reason, one.ending.as_deref(), one.count, one.first.len())).collect();
        let other = Reason::OtherKind;
        assert!(shown == [(other, None, 1, 1), (other, Some("xlsx"), 12, 10), (Reason::Problem, Some("xls"), 1, 1)]);
    }
}
