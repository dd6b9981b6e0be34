//! `--format json`, described by `schemas/report.schema.json`.

use crate::apart::{self, AllowedObject, BaselineObject, ToleratedObject};
use crate::assessment::{self, MetadataObject};
use crate::described::{self, VariableObject};
use crate::screening::{self, ScreeningObject};
use munilint_model::{
    Advice, Argument, Confidence, Dimension, Excerpt, Finding, Fix, Join, JoinKey, Place, Report, Score, Severity,
    Tolerance,
};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Version of the form. It grows when a key is taken away or means something else.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    tool: Tool,
    summary: Totals<'a>,
    verdict: &'static str,
    first: Vec<AdviceObject<'a>>,
    scores: Vec<ScoreObject>,
    findings: Vec<FindingObject<'a>>,
    allowed: Vec<AllowedObject<'a>>,
    tolerated: Vec<ToleratedObject<'a>>,
    baseline: Option<BaselineObject<'a>>,
    files: Vec<FileObject<'a>>,
    joins: Vec<JoinObject<'a>>,
    metadata: Vec<MetadataObject<'a>>,
    problems: Vec<ProblemObject<'a>>,
    screening: ScreeningObject<'a>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Totals<'a> {
    findings: u64,
    errors: u64,
    warnings: u64,
    notes: u64,
    allowed: u64,
    tolerated: u64,
    known: u64,
    files: u64,
    rows: u64,
    families: BTreeMap<String, Severities>,
    looked_for: Vec<&'a str>,
}

#[derive(Default, Serialize)]
struct Severities {
    errors: u64,
    warnings: u64,
    notes: u64,
}

#[derive(Serialize)]
struct FindingObject<'a> {
    rule: &'a str,
    severity: Severity,
    confidence: Confidence,
    dimension: Dimension,
    path: &'a str,
    table: Option<&'a str>,
    field: Option<&'a Excerpt>,
    column: Option<u32>,
    row: Option<u64>,
    line: Option<u64>,
    message: &'a str,
    help: &'a str,
    fix: Fix,
    count: u64,
    known_count: Option<u64>,
    limit: Option<Tolerance>,
    places: Vec<PlaceObject>,
    arguments: BTreeMap<&'a str, ArgumentValue<'a>>,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct PlaceObject {
    row: Option<u64>,
    line: Option<u64>,
    column: Option<u32>,
    byte: Option<u64>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ArgumentValue<'a> {
    Count(u64),
    Share(f64),
    Text(&'a str),
    Texts(&'a [Excerpt]),
}

#[derive(Serialize)]
struct FileObject<'a> {
    path: &'a str,
    format: &'a str,
    rows: u64,
    fields: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    datasets: Option<u64>,
    bytes: u64,
    rules: usize,
    scores: Vec<ScoreObject>,
    /// Left out when fields were not described.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    variables: Vec<VariableObject<'a>>,
}

#[derive(Serialize)]
struct ScoreObject {
    dimension: Dimension,
    units: u64,
    sound: u64,
    score: f64,
}

#[derive(Serialize)]
struct AdviceObject<'a> {
    rule: &'a str,
    path: &'a str,
    findings: Vec<&'a str>,
    stops: bool,
    gain: Option<GainObject>,
}

#[derive(Serialize)]
struct GainObject {
    now: ScoreObject,
    then: ScoreObject,
}

#[derive(Serialize)]
struct JoinObject<'a> {
    left: KeyObject<'a>,
    right: KeyObject<'a>,
    rows: u64,
    today: u64,
    after: u64,
    reasons: &'a [String],
}

#[derive(Serialize)]
struct KeyObject<'a> {
    path: &'a str,
    table: Option<&'a str>,
    field: &'a Excerpt,
    column: u32,
}

#[derive(Serialize)]
struct ProblemObject<'a> {
    path: Option<&'a str>,
    message: &'a str,
}

/// Writes a report as JSON: UTF-8, indented, ending with a newline.
///
/// # Errors
/// `out` cannot be written to.
pub fn json(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        version: VERSION,
        tool: Tool { name: "munilint", version: env!("CARGO_PKG_VERSION") },
        summary: totals(report),
        verdict: report.verdict.name(),
        first: report.first.iter().map(|advice| advice_object(report, advice)).collect(),
        scores: report.scores.iter().map(score_object).collect(),
        findings: report.findings.iter().map(finding_object).collect(),
        allowed: report.allowed.iter().map(apart::allowed).collect(),
        tolerated: report.tolerated.iter().map(apart::tolerated).collect(),
        baseline: report.against.as_ref().map(apart::against),
        files: report
            .files
            .iter()
            .map(|file| FileObject {
                path: &file.path,
                format: &file.read_as,
                rows: file.rows,
                fields: file.fields,
                datasets: file.datasets,
                bytes: file.bytes,
                rules: file.rules.len(),
                scores: file.scores.iter().map(score_object).collect(),
                variables: file.variables.iter().map(described::variable).collect(),
            })
            .collect(),
        joins: report.joins.iter().map(join_object).collect(),
        metadata: report.metadata.iter().map(assessment::object).collect(),
        problems: report
            .problems
            .iter()
            .map(|problem| ProblemObject { path: problem.path.as_deref(), message: &problem.text })
            .collect(),
        screening: screening::object(report),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    out.write_all(b"\n")
}

fn totals(report: &Report) -> Totals<'_> {
    let summary = report.summary();
    let families = summary.families.iter().map(|(family, counts)| {
        let count = |severity| counts.get(&severity).copied().unwrap_or(0);
        let counts = Severities {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        };
        (family.clone(), counts)
    });
    Totals {
        findings: report.findings.len() as u64,
        errors: summary.count(Severity::Error),
        warnings: summary.count(Severity::Warning),
        notes: summary.count(Severity::Note),
        allowed: report.allowed.len() as u64,
        tolerated: report.tolerated.len() as u64,
        known: report.known().len() as u64,
        files: report.files.len() as u64,
        rows: report.rows(),
        families: families.collect(),
        looked_for: report.screening.looked_for().collect(),
    }
}

fn score_object(score: &Score) -> ScoreObject {
    // Four digits are what a per cent with two decimals has.
    let rounded = (score.share() * 1e4).round() / 1e4;
    ScoreObject { dimension: score.dimension, units: score.units, sound: score.sound, score: rounded }
}

fn advice_object<'a>(report: &'a Report, advice: &Advice) -> AdviceObject<'a> {
    let findings: Vec<&Finding> = advice.findings.iter().filter_map(|&at| report.findings.get(at)).collect();
    AdviceObject {
        rule: findings.first().map_or("", |finding| &finding.rule),
        path: findings.first().map_or("", |finding| &finding.source),
        findings: findings.iter().map(|finding| &*finding.fingerprint).collect(),
        stops: advice.stops,
        gain: advice.gain.map(|[now, then]| GainObject { now: score_object(&now), then: score_object(&then) }),
    }
}

fn finding_object(finding: &Finding) -> FindingObject<'_> {
    let place = finding.place();
    FindingObject {
        rule: &finding.rule,
        severity: finding.severity,
        confidence: finding.confidence,
        dimension: finding.dimension,
        path: &finding.source,
        table: finding.table.as_deref(),
        field: finding.field.as_ref(),
        column: finding.column.or_else(|| place.column()),
        row: place.row(),
        line: place.span().map(|span| span.line),
        message: &finding.text,
        help: &finding.help,
        fix: finding.fix,
        count: finding.seen.count,
        known_count: finding.known_count,
        limit: finding.limit,
        places: finding.seen.first.iter().filter(|place| **place != Place::File).map(place_object).collect(),
        arguments: finding.message.arguments.iter().map(|(name, argument)| (*name, value(argument))).collect(),
        fingerprint: &finding.fingerprint,
    }
}

fn join_object(join: &Join) -> JoinObject<'_> {
    JoinObject {
        left: key_object(&join.left),
        right: key_object(&join.right),
        rows: join.rows,
        today: join.today,
        after: join.after,
        reasons: &join.reasons,
    }
}

fn key_object(key: &JoinKey) -> KeyObject<'_> {
    KeyObject { path: &key.source, table: key.table.as_deref(), field: &key.field, column: key.column }
}

fn place_object(place: &Place) -> PlaceObject {
    PlaceObject {
        row: place.row(),
        line: place.span().map(|span| span.line),
        column: place.column(),
        byte: place.span().map(|span| span.byte),
    }
}

fn value(argument: &Argument) -> ArgumentValue<'_> {
    match argument {
        Argument::Count(count) => ArgumentValue::Count(*count),
        Argument::Share(share) => ArgumentValue::Share(*share),
        Argument::Word(word) => ArgumentValue::Text(word),
        Argument::Excerpt(excerpt) => ArgumentValue::Text(excerpt.as_str()),
        Argument::Excerpts(excerpts) => ArgumentValue::Texts(excerpts),
        Argument::Datasets { some, .. } => ArgumentValue::Count(*some),
        Argument::Phrase(name) => ArgumentValue::Text(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use munilint_model::{Language, Occurrences, Span};

    fn written(report: &Report) -> String {
        let mut out = Vec::new();
        json(report, &mut out).expect("a Vec takes everything");
        String::from_utf8(out).expect("JSON is UTF-8")
    }

    fn validated(report: &Report) -> serde_json::Value {
        let schema = serde_json::from_str(munilint_schemas::REPORT).expect("the schema is JSON");
        jsonschema::meta::validate(&schema).expect("the schema is a JSON Schema");
        let validator = jsonschema::validator_for(&schema).expect("the schema refers to itself only");
        let value = serde_json::from_str(&written(report)).expect("the report is JSON");
        let errors: Vec<String> =
            validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        value
    }

    #[test]
    fn reports_are_as_the_schema_says() {
        validated(&Report::default());
        let mut report = sample::report();
        report.language = Language::Nb;
        report.allowed = sample::allowed();
        sample::held(&mut report);
        let span = Span { byte: 3, line: 4, length: 5 };
        let mut found = sample::finding("table/ragged-row", "a.xlsx", "text");
        found.table = Some("Ark1".into());
        found.seen = Occurrences::at(Place::Row { row: 2, span });
        report.findings.push(found.clone());
        found.seen = Occurrences::at(Place::Text(span));
        report.findings.push(found.clone());
        found.seen = Occurrences::at(Place::Field { column: 3 });
        report.findings.push(found);
        report.problems[0].path = None;
        let value = validated(&report);
        let places: Vec<&serde_json::Value> = value["findings"].as_array().into_iter().flatten().skip(4).collect();
        assert_eq!((&places[0]["row"], &places[0]["line"]), (&2.into(), &4.into()));
        assert_eq!((&places[1]["row"], &places[1]["line"]), (&serde_json::Value::Null, &4.into()));
        assert_eq!(places[2]["column"], 3);
        assert_eq!((&value["summary"]["allowed"], &value["summary"]["findings"]), (&3.into(), &7.into()));
        assert_eq!((&value["allowed"][0]["until"], &value["allowed"][2]["until"]), (&"2027-12-31".into(), &().into()));
        assert_eq!((&value["summary"]["known"], &value["summary"]["tolerated"]), (&1.into(), &1.into()));
        assert_eq!(
            (&value["tolerated"][0]["limit"], &value["findings"][0]["known_count"]),
            (&"0.5 %".into(), &8.into())
        );
        assert_eq!(value["screening"]["detectors"][1]["measured"][0]["recall"], 0.975);
        assert_eq!(value["screening"]["not_looked_at"]["rules"][0], "person/telephone");
    }

    #[test]
    fn a_key_that_is_not_in_the_schema_is_refused() {
        let schema = serde_json::from_str(munilint_schemas::REPORT).expect("the schema is JSON");
        let mut value = validated(&sample::report());
        value["findings"][0]["value"] = "301".into();
        assert!(!jsonschema::is_valid(&schema, &value));
    }

    /// A report with one finding.
    const ONE_FINDING: &str = r#"{
  "version": 1,
  "tool": {
    "name": "munilint",
    "version": "VERSION"
  },
  "summary": {
    "findings": 1,
    "errors": 0,
    "warnings": 0,
    "notes": 1,
    "allowed": 0,
    "tolerated": 0,
    "known": 0,
    "files": 0,
    "rows": 0,
    "families": {
      "file": {
        "errors": 0,
        "warnings": 0,
        "notes": 1
      }
    },
    "looked_for": []
  },
  "verdict": "unknown",
  "first": [],
  "scores": [],
  "findings": [
    {
      "rule": "file/byte-order-mark",
      "severity": "note",
      "confidence": "high",
      "dimension": "conformity",
      "path": "data/skoler.csv",
      "table": null,
      "field": null,
      "column": null,
      "row": null,
      "line": null,
      "message": "the file begins with a byte order mark",
      "help": "Leave it when the file is for Excel.",
      "fix": "none",
      "count": 1,
      "known_count": null,
      "limit": null,
      "places": [],
      "arguments": {
        "count": 1,
        "encoding": "utf-8",
        "names": [
          "a",
          "b"
        ]
      },
      "fingerprint": "file/byte-order-mark:data/skoler.csv"
    }
  ],
  "allowed": [],
  "tolerated": [],
  "baseline": null,
  "files": [],
  "joins": [],
  "metadata": [],
  "problems": [],
  "screening": {
    "statement": "Of personal data and of what gives persons away, munilint looked for what the detectors below name, in the files that were read. What texts tell in words of health, offences, beliefs or hidden addresses is not read. Other personal data may still be there: this is no statement that there is none.",
    "profiles": [],
    "detectors": [],
    "not_looked_at": {
      "rules": [],
      "files": [],
      "fields": [],
      "tables": []
    }
  }
}
"#;

    #[test]
    fn keys_stand_in_the_order_of_the_form() {
        let findings = sample::report().findings.into_iter();
        let findings = findings.filter(|finding| &*finding.rule == "file/byte-order-mark").collect();
        let report = Report { findings, ..Report::default() };
        let expected = ONE_FINDING.replace("VERSION", env!("CARGO_PKG_VERSION"));
        assert_eq!(written(&report), expected);
    }
}
