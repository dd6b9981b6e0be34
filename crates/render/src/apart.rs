//! What does not count for the exit status, as the JSON report states it: findings that are allowed, within their limit, or known
//! from the baseline.

use munilint_model::{
    Against, Allowed, Confidence, Date, Excerpt, Finding, Known, Recorded, Severity, Tolerance, Tolerated,
};
use serde::Serialize;

#[derive(Serialize)]
struct FindingObject<'a> {
    rule: &'a str,
    severity: Severity,
    confidence: Confidence,
    path: &'a str,
    table: Option<&'a str>,
    field: Option<&'a Excerpt>,
    column: Option<u32>,
    message: &'a str,
    count: u64,
    fingerprint: &'a str,
}

#[derive(Serialize)]
pub(crate) struct AllowedObject<'a> {
    #[serde(flatten)]
    finding: FindingObject<'a>,
    reason: &'a Excerpt,
    until: Option<Date>,
}

#[derive(Serialize)]
pub(crate) struct ToleratedObject<'a> {
    #[serde(flatten)]
    finding: FindingObject<'a>,
    limit: Tolerance,
}

#[derive(Serialize)]
pub(crate) struct KnownObject<'a> {
    #[serde(flatten)]
    finding: FindingObject<'a>,
    known_count: u64,
}

/// What became of a baseline.
#[derive(Serialize)]
pub(crate) struct BaselineObject<'a> {
    known: Vec<KnownObject<'a>>,
    mended: Vec<RecordedObject<'a>>,
    open: Vec<RecordedObject<'a>>,
}

#[derive(Serialize)]
struct RecordedObject<'a> {
    rule: &'a str,
    path: &'a Excerpt,
    table: Option<&'a Excerpt>,
    field: Option<&'a Excerpt>,
    count: u64,
    fingerprint: &'a str,
}

fn finding(finding: &Finding) -> FindingObject<'_> {
    FindingObject {
        rule: &finding.rule,
        severity: finding.severity,
        confidence: finding.confidence,
        path: &finding.source,
        table: finding.table.as_deref(),
        field: finding.field.as_ref(),
        column: finding.column.or_else(|| finding.place().column()),
        message: &finding.text,
        count: finding.seen.count,
        fingerprint: &finding.fingerprint,
    }
}

/// What the configuration allows.
pub(crate) fn allowed(allowed: &Allowed) -> AllowedObject<'_> {
    AllowedObject { finding: finding(&allowed.finding), reason: &allowed.reason, until: allowed.until }
}

/// What is within its limit.
pub(crate) fn tolerated(tolerated: &Tolerated) -> ToleratedObject<'_> {
    ToleratedObject { finding: finding(&tolerated.finding), limit: tolerated.limit }
}

/// What became of the baseline.
pub(crate) fn against(against: &Against) -> BaselineObject<'_> {
    BaselineObject {
        known: against.known.iter().map(known).collect(),
        mended: against.mended.iter().map(recorded).collect(),
        open: against.open.iter().map(recorded).collect(),
    }
}

fn known(known: &Known) -> KnownObject<'_> {
    KnownObject { finding: finding(&known.finding), known_count: known.count }
}

fn recorded(recorded: &Recorded) -> RecordedObject<'_> {
    RecordedObject {
        rule: &recorded.rule,
        path: &recorded.path,
        table: recorded.table.as_ref(),
        field: recorded.field.as_ref(),
        count: recorded.count,
        fingerprint: &recorded.fingerprint,
    }
}
