//! Reports keep the schema or the grammar of those who read them: every format on every table that the repository has.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "formats/xsd.rs"]
mod xsd;

use jsonschema::Validator;
use munilint_model::{FailOn, Language, Problem, Report};
use munilint_tests::checked::{Rules, report_on, sources};
use munilint_tests::is_annotation;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use xsd::Schema;

/// What reports are held against.
struct Readers<'a> {
    json: Validator,
    sarif: Validator,
    gitlab: Validator,
    junit: [Schema<'a>; 2],
}

fn validator(schema: &str) -> Validator {
    let schema = serde_json::from_str(schema).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema refers to itself only")
}

fn written(render: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    render(&mut out).expect("a Vec takes everything");
    String::from_utf8(out).expect("what is written is UTF-8")
}

impl Readers<'_> {
    /// What is wrong with the formats of a report.
    fn wrong(&self, report: &Report) -> Vec<String> {
        let mut wrong = Vec::new();
        let sarif = written(|out| munilint_render::sarif(report, out));
        let gitlab = written(|out| munilint_render::gitlab(report, out));
        let json = written(|out| munilint_render::json(report, out));
        for (name, validator, text) in
            [("json", &self.json, &json), ("sarif", &self.sarif, &sarif), ("gitlab", &self.gitlab, &gitlab)]
        {
            let value = serde_json::from_str(text).expect("the report is JSON");
            let errors = validator.iter_errors(&value).take(3);
            wrong.extend(errors.map(|error| format!("{name}: {}: {error}", error.instance_path())));
        }
        wrong.extend(alike(report, &sarif, &gitlab));
        let xml = written(|out| munilint_render::junit(report, out));
        match roxmltree::Document::parse(&xml) {
            Err(error) => wrong.push(format!("junit: {error}")),
            Ok(document) => {
                let errors = self.junit.iter().flat_map(|schema| schema.errors(document.root_element()));
                wrong.extend(errors.take(3).map(|error| format!("junit: {error}")));
                wrong.extend(cases(report, &document));
            }
        }
        wrong.extend(annotations(&written(|out| munilint_render::github(report, out))));
        for most in [munilint_render::COMMENT, munilint_render::STEP_SUMMARY] {
            let markdown = written(|out| munilint_render::markdown(report, most, out));
            if markdown.len() > most || !markdown.ends_with('\n') {
                wrong.push(format!("markdown: {} bytes", markdown.len()));
            }
            // There may be more rules than a comment has room for, when it is about hundreds of files.
            let hidden = |rule: &&str| {
                most == munilint_render::STEP_SUMMARY && !markdown.contains(&format!("<code>{rule}</code>"))
            };
            let rules: BTreeSet<&str> = report.findings.iter().map(|finding| &*finding.rule).collect();
            wrong.extend(rules.into_iter().filter(hidden).map(|rule| format!("markdown: {rule} is hidden")));
        }
        wrong
    }
}

/// Every finding is a result and an issue, and fingerprints tell issues apart.
fn alike(report: &Report, sarif: &str, gitlab: &str) -> Vec<String> {
    let [sarif, gitlab] =
        [sarif, gitlab].map(|text| serde_json::from_str::<serde_json::Value>(text).expect("it is JSON"));
    let results = sarif["runs"][0]["results"].as_array().map_or(0, Vec::len);
    let issues: Vec<&str> =
        gitlab.as_array().into_iter().flatten().filter_map(|issue| issue["fingerprint"].as_str()).collect();
    let different: BTreeSet<&&str> = issues.iter().collect();
    let expected = report.findings.len();
    let fits = results == expected + report.allowed.len() + report.tolerated.len() + report.known().len()
        && issues.len() == expected + report.problems.len()
        && different.len() == issues.len();
    if fits { Vec::new() } else { vec![format!("{expected} findings, {results} results, {issues:?}")] }
}

/// What a result's columns cut from a text, and what its bytes cut from the file, where it has both. Lines are cut by themselves.
fn cut(result: &serde_json::Value, text: &str, bytes: &[u8]) -> Option<[String; 2]> {
    let region = &result["locations"][0]["physicalLocation"]["region"];
    let of = |key: &str| region[key].as_u64().and_then(|number| usize::try_from(number).ok());
    let (start, end, at, length) = (of("startColumn")?, of("endColumn")?, of("byteOffset")?, of("byteLength")?);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let line = text.trim_start_matches('\u{feff}').split('\n').nth(of("startLine")? - 1)?;
    let by_columns = line.chars().skip(start - 1).take(end - start).collect();
    Some([by_columns, String::from_utf8_lossy(&bytes[at..at + length]).into_owned()])
}

fn results(report: &Report) -> Vec<serde_json::Value> {
    let sarif: serde_json::Value =
        serde_json::from_str(&written(|out| munilint_render::sarif(report, out))).expect("it is JSON");
    sarif["runs"][0]["results"].as_array().cloned().unwrap_or_default()
}

#[test]
fn columns_and_bytes_of_a_result_cut_the_same_from_the_file() {
    let rules = Rules::all();
    let mut count = 0;
    for (name, bytes) in sources() {
        let Ok(text) = std::str::from_utf8(&bytes) else { continue };
        let report = report_on(Language::En, vec![rules.check(&name, &bytes, Language::En)]);
        for result in results(&report) {
            let Some([by_columns, by_bytes]) = cut(&result, text, &bytes) else { continue };
            assert_eq!(by_columns, by_bytes, "{name}: {}", result["ruleId"]);
            count += 1;
        }
    }
    assert!(count > 400, "{count}");
}

#[test]
fn a_region_cuts_the_cell() {
    let text = "skole;kommunenummer\r\n\"Grønland; øvre\";301\r\nÅsane;4601\r\n";
    let single: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).expect("it is Latin-1")).collect();
    let marked = format!("\u{feff}{text}");
    for bytes in [text.as_bytes(), marked.as_bytes(), &single] {
        let report = report_on(Language::En, vec![Rules::all().check("a.csv", bytes, Language::En)]);
        let zero = results(&report).into_iter().find(|result| result["ruleId"] == "code/lost-leading-zero");
        let zero = zero.expect("it is found");
        assert_eq!(cut(&zero, text, bytes), Some(["301", "301"].map(str::to_owned)));
        assert_eq!(zero["locations"][0]["physicalLocation"]["region"]["startColumn"], 18);
    }
}

/// Every rule that looked is a case of its file, once, and counts are right.
fn cases(report: &Report, document: &roxmltree::Document<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let elements = |name: &'static str| document.descendants().filter(move |node| node.has_tag_name(name));
    let mut met = BTreeSet::new();
    for case in elements("testcase") {
        if !met.insert((case.attribute("classname"), case.attribute("name"))) {
            wrong.push(format!("junit: {case:?} is there twice"));
        }
    }
    let looked: BTreeSet<(Option<&str>, Option<&str>)> =
        report.files.iter().flat_map(|file| file.rules.iter().map(|rule| (Some(&*file.path), Some(&**rule)))).collect();
    wrong.extend(looked.difference(&met).map(|case| format!("junit: {case:?} is not there")));
    for suite in elements("testsuite") {
        let children =
            |name: &'static str| suite.descendants().filter(|node| node.has_tag_name(name)).count().to_string();
        for (count, element) in
            [("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")]
        {
            if suite.attribute(count) != Some(&children(element)) {
                wrong.push(format!("junit: {count} of {:?}", suite.attribute("name")));
            }
        }
    }
    wrong
}

/// Lines are annotations, within what GitHub shows; the last one may tell what is not shown.
fn annotations(text: &str) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for line in text.lines() {
        if is_annotation(line) {
            *counts.entry(line.split(' ').next().unwrap_or("")).or_default() += 1;
        } else if !line.starts_with("munilint: ") {
            wrong.push(format!("github: {line}"));
        }
    }
    wrong
        .extend(counts.iter().filter(|(_, count)| **count > 10).map(|(name, count)| format!("github: {count} {name}")));
    wrong
}

/// One source in so many is held against the schemas by itself.
const APART: usize = 29;

#[test]
fn every_report_keeps_its_schema() {
    let documents = [munilint_schemas::vendor::JUNIT_ANT, munilint_schemas::vendor::JUNIT_JENKINS]
        .map(|text| roxmltree::Document::parse(text).expect("the schema is XML"));
    let readers = Readers {
        json: validator(munilint_schemas::REPORT),
        sarif: validator(munilint_schemas::vendor::SARIF),
        gitlab: validator(munilint_schemas::CODE_QUALITY),
        junit: [Schema::of(&documents[0]), Schema::of(&documents[1])],
    };
    let rules = Rules::all();
    let mut all = Vec::new();
    let mut wrong = Vec::new();
    let fail_ons = [FailOn::Error, FailOn::Warning, FailOn::Note, FailOn::Never];
    for (at, (name, bytes)) in sources().iter().enumerate() {
        // All of them stand in one report; some have one of their own, too, in each language and with each limit.
        if at % APART == 0 {
            let language = [Language::En, Language::Nb, Language::Nn][at % 3];
            let mut report = report_on(language, vec![rules.check(name, bytes, language)]);
            report.fail_on = fail_ons[at % 4];
            wrong.extend(readers.wrong(&report).into_iter().map(|what| format!("{name}: {what}")));
        }
        all.push(rules.check(name, bytes, Language::En));
    }
    let mut report = report_on(Language::En, all);
    report.problems = vec![
        Problem { path: Some("a.xls".into()), text: "this is an old workbook\nsave it as .xlsx".to_owned() },
        Problem { path: Some("a.xls".into()), text: "and it is protected: 100 %".to_owned() },
        Problem { path: None, text: "a fault in munilint.toml".to_owned() },
    ];
    assert!(report.findings.len() > 400, "{}", report.findings.len());
    wrong.extend(readers.wrong(&report));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn lines_that_are_no_annotations_are_told() {
    assert!(is_annotation("::error file=a%2C.csv,line=2,title=a/b::100 %25%0Ahelp: x"));
    for line in [
        "::error::x", "::add-mask file=a::x", "::error file=a,line=0,title=b::x", "::error file=a:b,title=c::x",
        "::error file=a::50 %", "::error file=a,=b::x", "::error file=a::", " ::error file=a::x",
        "::error file=a,b=c::x",
    ] {
        assert!(!is_annotation(line), "{line}");
    }
}
