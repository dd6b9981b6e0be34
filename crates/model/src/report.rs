//! What a run has to say.

use crate::{
    Advice, Against, Allowed, Completeness, FailOn, Finding, Join, Known, Language, MetadataScore, Provenance,
    Recorded, RuleSummary, Score, Screening, Severity, Tolerated, Trend, Variable, Verdict,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A source that was looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileReport {
    /// The source's name as it is shown.
    pub path: Arc<str>,
    /// How it was read: `csv, ; , utf-8`.
    pub read_as: String,
    /// How many records.
    pub rows: u64,
    /// How many fields.
    pub fields: u32,
    /// How many datasets it describes, when it is metadata.
    pub datasets: Option<u64>,
    /// How many bytes.
    pub bytes: u64,
    /// Ids of the rules that looked at it, sorted.
    pub rules: Vec<Arc<str>>,
    /// From which severity its findings fail the run, when that is not as for the run.
    pub fail_on: Option<FailOn>,
    /// How much of it is sound, by quality dimension.
    pub scores: Vec<Score>,
    /// Whether it may be shared, as far as rules can say.
    pub verdict: Verdict,
    /// SHA-256 of its bytes, in hexadecimal digits; only when a format asks for it.
    pub sha256: Option<String>,
    /// Its fields as they were found; only when a format asks for them.
    pub variables: Vec<Variable>,
    /// Where in it values are missing; only when a format asks for it.
    pub completeness: Option<Completeness>,
}

/// Trouble in our run or in what the user wrote.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The source, when there is one.
    pub path: Option<Arc<str>>,
    /// What is wrong and what to do.
    pub text: String,
}

/// Counts for the last line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Findings by family and severity.
    pub families: BTreeMap<String, BTreeMap<Severity, u64>>,
}

impl Summary {
    /// Findings of one severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> u64 {
        self.families.values().filter_map(|counts| counts.get(&severity)).sum()
    }
}

/// Findings, files and problems of a run, sorted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Language of the texts.
    pub language: Language,
    /// By path, place and rule.
    pub findings: Vec<Finding>,
    /// By path.
    pub files: Vec<FileReport>,
    /// Pairs of keys by which tables of the run may be joined, those that match worst first.
    pub joins: Vec<Join>,
    /// By path.
    pub problems: Vec<Problem>,
    /// How good metadata is, by the points of the national catalogue; by source.
    pub metadata: Vec<MetadataScore>,
    /// Findings that the configuration allows, by path, place and rule. They are not among `findings`.
    pub allowed: Vec<Allowed>,
    /// Findings within the limit that the configuration sets, by path, place and rule. They are not among `findings`.
    pub tolerated: Vec<Tolerated>,
    /// What was held against a baseline; `None` without one. What it knows is not among `findings`.
    pub against: Option<Against>,
    /// What was looked for of persons.
    pub screening: Screening,
    /// The rules that looked at a source, or found something, by id.
    pub rules: Vec<RuleSummary>,
    /// How much of all sources is sound, by quality dimension.
    pub scores: Vec<Score>,
    /// Whether the data may be shared, as far as rules can say.
    pub verdict: Verdict,
    /// From which severity findings make the run fail.
    pub fail_on: FailOn,
    /// What to mend first, at most three.
    pub first: Vec<Advice>,
    /// What the report was made with; only when a format asks for it.
    pub provenance: Provenance,
    /// Earlier reports, and what changed since the last; only when they were asked for.
    pub trend: Option<Trend>,
}

impl Report {
    /// Records of all files.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.files.iter().map(|file| file.rows).sum()
    }

    /// Findings that the baseline knows.
    #[must_use]
    pub fn known(&self) -> &[Known] {
        self.against.as_ref().map_or(&[], |against| &against.known)
    }

    /// What the baseline has and is there no longer.
    #[must_use]
    pub fn mended(&self) -> &[Recorded] {
        self.against.as_ref().map_or(&[], |against| &against.mended)
    }

    /// Counts by family and severity.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let mut summary = Summary::default();
        for finding in &self.findings {
            *summary.families.entry(finding.family().to_owned()).or_default().entry(finding.severity).or_default() += 1;
        }
        summary
    }

    /// True when the finding fails the run.
    #[must_use]
    pub fn fails(&self, finding: &Finding) -> bool {
        let of_file = self.files.binary_search_by(|file| file.path.cmp(&finding.source));
        let fail_on = of_file.ok().and_then(|at| self.files[at].fail_on).unwrap_or(self.fail_on);
        fail_on.fails(finding.severity)
    }
}
