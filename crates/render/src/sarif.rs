//! `--format sarif`: SARIF 2.1.0 (OASIS) as GitHub code scanning takes it.
//!
//! One result for each finding, which is one rule × field × source with a count. Required texts are never empty, and no
//! limit hides a rule: what GitHub would refuse is left out with a notification that says so. What does not count for the exit
//! status is suppressed, with the reason. What is mended since a baseline was made is no result: GitHub would open an alert for it.

use crate::gate;
use crate::page::prose;
use crate::place::{line_of, with_place};
use crate::triage::triage;
use crate::words::Words;
use munilint_model::{Allowed, Confidence, Dimension, Finding, Place, Problem, Report, RuleSummary, Severity, Span};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Most results of a run that GitHub takes; a file with more is refused as a whole.
const MOST_RESULTS: usize = 25_000;

/// Longest description of a rule that GitHub takes, in characters.
const LONGEST: usize = 1024;

/// Writes a report as SARIF: UTF-8, indented, ending with a newline.
///
/// # Errors
/// `out` cannot be written to.
pub fn sarif(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &log(report, MOST_RESULTS))?;
    out.write_all(b"\n")
}

fn log(report: &Report, most: usize) -> Value {
    let rules = rules(report);
    let index: BTreeMap<&str, usize> = rules.keys().enumerate().map(|(at, id)| (*id, at)).collect();
    let words = Words::of(report.language);
    let all: Vec<Told<'_>> = told(report).into_iter().chain(apart(report, words)).collect();
    let mut kept = triage(all.iter().map(|one| one.finding));
    kept.truncate(most);
    // In the order of the report.
    kept.sort_unstable();
    let results = kept.iter().map(|&at| result(&all[at], index.get(&*all[at].finding.rule), words));
    let mut notifications: Vec<Value> = report.problems.iter().map(notification).collect();
    notifications.extend(gate::mended(report).map(|text| json!({ "level": "note", "message": { "text": text } })));
    if kept.len() < all.len() {
        let text = format!(
            "{} of {} results are left out, for a file with more than {most} is refused: the gravest of each rule and those \
             that are graver than others are kept. --format json has all of them.",
            all.len() - kept.len(),
            all.len()
        );
        notifications.push(json!({ "level": "warning", "message": { "text": text } }));
    }
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "munilint",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules.iter().map(|(id, rule)| descriptor(id, *rule)).collect::<Vec<_>>(),
            }},
            "language": report.language,
            "invocations": [{
                "executionSuccessful": report.problems.is_empty(),
                "toolExecutionNotifications": notifications,
            }],
            "artifacts": report.files.iter().map(|file| json!({
                "location": artifact(&file.path),
                "length": file.bytes,
                "roles": ["analysisTarget"],
            })).collect::<Vec<_>>(),
            "results": results.collect::<Vec<_>>(),
            "columnKind": "unicodeCodePoints",
        }],
    })
}

/// A finding as a result.
struct Told<'a> {
    finding: &'a Finding,
    /// How it stands to the baseline, when there is one that it was held against.
    state: Option<&'static str>,
    /// Why it does not count.
    reason: Option<String>,
}

fn told(report: &Report) -> Vec<Told<'_>> {
    let state = |finding: &Finding| {
        let is_new = finding.known_count.is_none();
        report.against.as_ref().map(|_| if is_new { "new" } else { "updated" })
    };
    report.findings.iter().map(|finding| Told { finding, state: state(finding), reason: None }).collect()
}

/// What is allowed, within its limit or known. Only the last was held against the baseline.
fn apart<'a>(report: &'a Report, words: &Words) -> Vec<Told<'a>> {
    let allowed = report.allowed.iter().map(|Allowed { finding, reason, until }| {
        let until = until.map(|until| format!(" ({} {until})", words.until)).unwrap_or_default();
        Told { finding, state: None, reason: Some(format!("{reason}{until}")) }
    });
    let tolerated = report.tolerated.iter().map(|one| Told {
        finding: &one.finding,
        state: None,
        reason: Some(gate::why_tolerated(one, report.language)),
    });
    let known = report.known().iter().map(|one| Told {
        finding: &one.finding,
        state: Some(if one.finding.seen.count == one.count { "unchanged" } else { "updated" }),
        reason: Some(gate::why_known(one, report.language)),
    });
    allowed.chain(tolerated).chain(known).collect()
}

/// Rules by id: those of the report, and whatever its findings name beside them.
fn rules(report: &Report) -> BTreeMap<&str, Option<&RuleSummary>> {
    let apart = report.allowed.iter().map(|one| &one.finding);
    let apart = apart.chain(report.tolerated.iter().map(|one| &one.finding));
    let apart = apart.chain(report.known().iter().map(|one| &one.finding));
    let findings = report.findings.iter().chain(apart);
    let mut rules: BTreeMap<&str, Option<&RuleSummary>> = findings.map(|finding| (&*finding.rule, None)).collect();
    rules.extend(report.rules.iter().map(|rule| (&*rule.id, Some(rule))));
    rules
}

fn descriptor(id: &str, rule: Option<&RuleSummary>) -> Value {
    let family = id.split('/').next().unwrap_or(id);
    let Some(rule) = rule else {
        let text = json!({ "text": id });
        return json!({ "id": id, "shortDescription": text, "fullDescription": text, "help": text });
    };
    let title = first_of([&rule.title, id]);
    let why = first_of([&rule.why, title]);
    let help = first_of([&rule.help, why]);
    let mut tags = vec![family.to_owned(), rule.dimension.to_string()];
    let mut properties = serde_json::Map::new();
    if rule.dimension == Dimension::Privacy {
        tags.push("security".to_owned());
        properties.insert("security-severity".to_owned(), json!(security(rule.severity)));
    }
    tags.sort_unstable();
    tags.dedup();
    let precision = match rule.confidence {
        Confidence::High => "very-high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    };
    let gravity = match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "recommendation",
    };
    properties.insert("tags".to_owned(), json!(tags));
    properties.insert("precision".to_owned(), json!(precision));
    properties.insert("problem.severity".to_owned(), json!(gravity));
    json!({
        "id": id,
        "name": camel_case(id),
        "shortDescription": { "text": shortened(title) },
        "fullDescription": { "text": shortened(why) },
        "help": { "text": help, "markdown": format!("{why}\n\n{help}\n\n{}", prose(&rule.page)).trim_end() },
        "defaultConfiguration": { "level": rule.severity.name() },
        "properties": properties,
    })
}

/// The first text that says something.
fn first_of<const N: usize>(texts: [&str; N]) -> &str {
    texts.into_iter().find(|text| !text.trim().is_empty()).unwrap_or("munilint")
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// `LostLeadingZero` of `code/lost-leading-zero`.
fn camel_case(id: &str) -> String {
    let mut name = String::new();
    for word in id.rsplit('/').next().unwrap_or(id).split('-') {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.extend(letters);
    }
    name
}

/// How grave for those whom the data is about, on GitHub's scale: high, medium and low.
fn security(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "8.0",
        Severity::Warning => "5.0",
        Severity::Note => "2.0",
    }
}

fn result(told: &Told<'_>, rule: Option<&usize>, words: &Words) -> Value {
    let finding = told.finding;
    let mut text = with_place(finding, words);
    if let Some(confidence) = words.confidence(finding.confidence) {
        text.push_str(&format!(" ({confidence})"));
    }
    let places = if finding.seen.first.is_empty() { &[Place::File][..] } else { &finding.seen.first };
    let mut locations = places.iter().enumerate().map(|(at, place)| location(finding, at, place, words));
    let mut result = json!({
        "ruleId": &*finding.rule,
        "ruleIndex": rule,
        "level": finding.severity.name(),
        "message": { "text": without_links(&text) },
        "locations": locations.next().into_iter().collect::<Vec<_>>(),
        "occurrenceCount": finding.seen.count.max(1),
        "partialFingerprints": { "primaryLocationLineHash": &finding.fingerprint },
        "properties": {
            "count": finding.seen.count,
            "confidence": finding.confidence,
            "dimension": finding.dimension,
            "field": &finding.field,
            "column": finding.column,
            "fix": finding.fix,
        },
    });
    let related: Vec<Value> = locations.collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    if let Some(state) = told.state {
        result["baselineState"] = state.into();
    }
    if let Some(reason) = &told.reason {
        result["suppressions"] = json!([{ "kind": "external", "status": "accepted", "justification": reason }]);
    }
    result
}

/// A place. It always has a region, for GitHub takes no location without one: line 1 for what is about the file as a whole.
fn location(finding: &Finding, at: usize, place: &Place, words: &Words) -> Value {
    let region = region(finding, at, place);
    let mut location =
        json!({ "physicalLocation": { "artifactLocation": artifact(&finding.source), "region": region } });
    if let Some(field) = &finding.field {
        let name = first_of([field.as_str(), words.field]);
        let table = finding.table.as_deref().map(|table| format!("{table}/")).unwrap_or_default();
        location["logicalLocations"] =
            json!([{ "name": name, "fullyQualifiedName": format!("{table}{name}"), "kind": "field" }]);
    }
    if let Some(row) = place.row() {
        location["message"] = json!({ "text": format!("{} {row}", words.row) });
        location["properties"] = json!({ "row": row, "column": place.column() });
    }
    if at > 0 {
        location["id"] = at.into();
    }
    location
}

/// Its line, or the characters of it where they are known: of the first place. The bytes are those of the file on disk, with its
/// byte order mark, which is no character.
fn region(finding: &Finding, at: usize, place: &Place) -> Value {
    let line = if at == 0 { line_of(finding) } else { place.span().map_or(1, |span| span.line) };
    let mut region = json!({ "startLine": line, "startColumn": 1, "endLine": line });
    if let Some(characters) = finding.characters.as_ref().filter(|_| at == 0) {
        region["startColumn"] = characters.start.into();
        region["endColumn"] = characters.end.into();
    }
    // The length of a record is not kept.
    if let Place::Cell { span: Span { byte, length, .. }, .. } | Place::Text(Span { byte, length, .. }) = place {
        region["byteOffset"] = (*byte).into();
        region["byteLength"] = (*length).into();
    }
    region
}

fn artifact(path: &str) -> Value {
    json!({ "uri": uri(path), "uriBaseId": "%SRCROOT%" })
}

/// A path as a relative reference (RFC 3986, 4.2). What is not a letter, digit or one of `-._~/` is percent-coded, so that
/// no name starts a scheme, a query or a fragment.
pub(crate) fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for &byte in path.as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// `[text](target)` would be a link (SARIF 2.1.0, 3.11.6).
fn without_links(text: &str) -> String {
    if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]") } else { text.to_owned() }
}

fn notification(problem: &Problem) -> Value {
    let mut notification =
        json!({ "level": "error", "message": { "text": without_links(first_of([&problem.text, "problem"])) } });
    if let Some(path) = &problem.path {
        notification["locations"] = json!([{ "physicalLocation": { "artifactLocation": artifact(path) } }]);
    }
    notification
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{self, allowed, finding, report};
    use munilint_model::Excerpt;

    fn validated(log: &Value) {
        let schema = serde_json::from_str(munilint_schemas::vendor::SARIF).expect("the schema is JSON");
        let validator = jsonschema::validator_for(&schema).expect("the schema refers to itself only");
        let errors: Vec<String> =
            validator.iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }

    #[test]
    fn a_finding_is_a_result_with_its_places_and_count() {
        let mut report = report();
        report.allowed = allowed();
        report.findings[3].characters = Some(16..19);
        let log = log(&report, MOST_RESULTS);
        validated(&log);
        let run = &log["runs"][0];
        let zero = &run["results"][3];
        assert_eq!(
            zero["message"]["text"],
            "313 values have lost their leading zero (301 should be 0301) – field \"kommunenummer\", rows 2, 5, 9 and 310 more"
        );
        assert_eq!((&zero["ruleIndex"], &zero["level"]), (&0.into(), &"error".into()));
        let place = &zero["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "data/skoler.csv");
        let region = json!({
            "startLine": 2, "startColumn": 16, "endLine": 2, "endColumn": 19, "byteOffset": 32, "byteLength": 3,
        });
        assert_eq!(place["region"], region);
        let related: Vec<&Value> = zero["relatedLocations"].as_array().into_iter().flatten().collect();
        assert_eq!(related.len(), 3);
        assert_eq!(related[2]["physicalLocation"]["region"]["startLine"], 11);
        assert_eq!((&zero["properties"]["count"], &zero["occurrenceCount"]), (&313.into(), &313.into()));
        assert_eq!(run["results"][2]["locations"][0]["physicalLocation"]["region"]["startLine"], 1, "about the file");
        let suppression = &run["results"][4]["suppressions"][0];
        assert_eq!(suppression["kind"], "external");
        assert_eq!(suppression["justification"], "Candidates are public (until 2027-12-31)");
        assert_eq!(run["invocations"][0]["executionSuccessful"], false);
        assert_eq!(
            run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"],
            "this is an old workbook; save it as .xlsx"
        );
    }

    #[test]
    fn what_does_not_count_is_suppressed_and_what_is_mended_is_no_result() {
        let mut report = report();
        sample::held(&mut report);
        let log = log(&report, MOST_RESULTS);
        validated(&log);
        let results = log["runs"][0]["results"].as_array().cloned().unwrap_or_default();
        let told: Vec<_> = results
            .iter()
            .map(|result| (result["baselineState"].as_str(), result["suppressions"][0]["justification"].as_str()))
            .collect();
        let expected = [
            (Some("updated"), None),
            (Some("new"), None),
            (Some("new"), None),
            (Some("new"), None),
            (None, Some("Within the limit of munilint.toml: 0.5 %")),
            (Some("updated"), Some("Known from the baseline, which has 5")),
        ];
        assert_eq!(told, expected);
        let notes: Vec<_> = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|note| note["level"] == "note")
            .filter_map(|note| note["message"]["text"].as_str())
            .collect();
        assert!(matches!(notes[..], [text] if text.starts_with("Mended since the baseline was made: 1 finding.")));
    }

    #[test]
    fn rules_say_what_github_asks_for() {
        let log = log(&report(), MOST_RESULTS);
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().cloned().unwrap_or_default();
        assert_eq!(rules[0]["name"], "LostLeadingZero");
        assert_eq!(rules[0]["properties"]["security-severity"], Value::Null);
        assert_eq!(rules[2]["properties"]["security-severity"], "5.0");
        assert_eq!(rules[2]["properties"]["tags"], json!(["person", "privacy", "security"]));
        assert_eq!(rules[2]["properties"]["precision"], "very-high");
        assert_eq!(
            rules[2]["help"]["markdown"],
            "National identity number is a nuisance.\n\nMend it.\n\n# National identity number"
        );
    }

    #[test]
    fn texts_are_never_empty_and_never_too_long() {
        let mut report = report();
        report.rules[0].why = "æ".repeat(5000);
        (report.rules[1].why, report.rules[1].help, report.rules[1].title) = Default::default();
        report.problems[0].text.clear();
        let mut empty = finding("pack/unheard-of", "a.csv", "");
        empty.field = Some(Excerpt::of(""));
        empty.seen.first.clear();
        report.findings.push(empty);
        let log = log(&report, MOST_RESULTS);
        validated(&log);
        fn strings(value: &Value, found: &mut Vec<String>) {
            match value {
                Value::String(text) => found.push(text.clone()),
                Value::Array(all) => all.iter().for_each(|one| strings(one, found)),
                Value::Object(all) => all.values().for_each(|one| strings(one, found)),
                _ => {}
            }
        }
        let driver = &log["runs"][0]["tool"]["driver"];
        assert_eq!(
            driver["rules"][0]["fullDescription"]["text"].as_str().map(|text| text.chars().count()),
            Some(LONGEST)
        );
        let mut all = Vec::new();
        strings(driver, &mut all);
        strings(&log["runs"][0]["invocations"], &mut all);
        log["runs"][0]["results"]
            .as_array()
            .into_iter()
            .flatten()
            .for_each(|result| strings(&result["message"], &mut all));
        assert!(all.len() > 40 && all.iter().all(|text| !text.is_empty()), "{all:#?}");
    }

    #[test]
    fn a_limit_hides_no_rule_and_is_told() {
        let mut report = report();
        let many = (0..20).map(|i| finding("value/many", &format!("{i:02}.csv"), "text"));
        report.findings.splice(0..0, many);
        report.allowed = allowed();
        let log = log(&report, 8);
        validated(&log);
        let results = log["runs"][0]["results"].as_array().cloned().unwrap_or_default();
        let ids: std::collections::BTreeSet<&str> =
            results.iter().filter_map(|result| result["ruleId"].as_str()).collect();
        assert_eq!(results.len(), 8);
        assert_eq!(ids.len(), 6, "{ids:?}");
        let told = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][1]["message"]["text"];
        assert!(told.as_str().is_some_and(|text| text.starts_with("19 of 27 results are left out")), "{told}");
    }

    #[test]
    fn a_path_is_a_relative_reference() {
        assert_eq!(uri("data/a b#1?.csv"), "data/a%20b%231%3F.csv");
        assert_eq!(uri("http://x.no/å.csv"), "http%3A//x.no/%C3%A5.csv");
        assert_eq!(without_links("[x](javascript:alert(1))"), "\\[x\\](javascript:alert(1))");
        assert_eq!(without_links("a[1]"), "a[1]");
    }
}
