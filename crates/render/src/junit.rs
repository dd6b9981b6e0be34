//! `--format junit`: JUnit XML in the part that Ant's schema, Jenkins' and GitLab's reader have in common.
//!
//! A suite for each source, and in it a test case for each rule that looked at it, passed ones too. A finding from
//! [`Report::fail_on`] on is a failure; the others are told in the suite's `system-out`. A rule with nothing but findings that
//! are allowed, within their limit or known is skipped, with the reasons. A problem of the run is an error. GitLab shows a case by its class, which is the source.
//!
//! There is no clock: times are 0, and the day, which Ant's schema demands, is the first that computers know.

use crate::gate;
use crate::place::with_place;
use crate::words::Words;
use munilint_model::{FileReport, Finding, Problem, Report};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Name of the test case for trouble in our run.
const RUN: &str = "munilint/problem";

/// Writes a report as XML: UTF-8, indented, ending with a newline.
///
/// # Errors
/// `out` cannot be written to.
pub fn junit(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::of(report.language);
    out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n")?;
    for (id, (source, suite)) in suites(report).iter().enumerate() {
        out.write_all(suite_xml(id, source, suite, words).as_bytes())?;
    }
    out.write_all(b"</testsuites>\n")
}

/// What there is to say of a source.
#[derive(Default)]
struct Suite<'a> {
    files: Vec<&'a FileReport>,
    /// Test cases by rule.
    cases: BTreeMap<&'a str, Case<'a>>,
    problems: Vec<&'a Problem>,
}

#[derive(Default)]
struct Case<'a> {
    failing: Vec<&'a Finding>,
    passing: Vec<&'a Finding>,
    /// Why findings do not count, each reason once.
    apart: BTreeSet<String>,
}

/// By source; what is about none stands under the name of the tool.
fn suites(report: &Report) -> BTreeMap<&str, Suite<'_>> {
    let mut suites: BTreeMap<&str, Suite<'_>> = BTreeMap::new();
    for file in &report.files {
        let suite = suites.entry(&file.path).or_default();
        suite.files.push(file);
        for rule in &file.rules {
            suite.cases.entry(rule).or_default();
        }
    }
    for finding in &report.findings {
        let case = suites.entry(&finding.source).or_default().cases.entry(&finding.rule).or_default();
        let list = if report.fails(finding) { &mut case.failing } else { &mut case.passing };
        list.push(finding);
    }
    let allowed = report.allowed.iter().map(|one| (&one.finding, one.reason.to_string()));
    let tolerated = report.tolerated.iter().map(|one| (&one.finding, gate::why_tolerated(one, report.language)));
    let known = report.known().iter().map(|one| (&one.finding, gate::why_known(one, report.language)));
    for (finding, reason) in allowed.chain(tolerated).chain(known) {
        let suite = suites.entry(&finding.source).or_default();
        suite.cases.entry(&finding.rule).or_default().apart.insert(reason);
    }
    for problem in &report.problems {
        suites.entry(problem.path.as_deref().unwrap_or("munilint")).or_default().problems.push(problem);
    }
    suites
}

fn suite_xml(id: usize, source: &str, suite: &Suite<'_>, words: &Words) -> String {
    let skipped = |case: &&Case<'_>| case.failing.is_empty() && case.passing.is_empty() && !case.apart.is_empty();
    let errors = usize::from(!suite.problems.is_empty());
    let name = escaped(source);
    let mut xml = format!(
        "  <testsuite name=\"{name}\" package=\"{name}\" id=\"{id}\" tests=\"{}\" failures=\"{}\" errors=\"{errors}\" skipped=\"{}\" \
         time=\"0\" timestamp=\"1970-01-01T00:00:00\" hostname=\"localhost\">\n    <properties>\n",
        suite.cases.len() + errors,
        suite.cases.values().filter(|case| !case.failing.is_empty()).count(),
        suite.cases.values().filter(skipped).count(),
    );
    let mut property = |name: &str, value: &str| {
        // Writing to a String cannot fail.
        let _ = writeln!(xml, "      <property name=\"{name}\" value=\"{}\"/>", escaped(value));
    };
    property("munilint", env!("CARGO_PKG_VERSION"));
    for file in &suite.files {
        property("read-as", &file.read_as);
        property("rows", &file.rows.to_string());
    }
    xml.push_str("    </properties>\n");
    for (rule, case) in &suite.cases {
        let lead = format!("    <testcase name=\"{}\" classname=\"{name}\" time=\"0\"", escaped(rule));
        let child = if !case.failing.is_empty() {
            let gravest = case.failing.iter().map(|finding| finding.severity).max().unwrap_or_default();
            outcome("failure", &gravest.to_string(), &told(&case.failing, words))
        } else if skipped(&case) {
            let reasons: Vec<&str> = case.apart.iter().map(String::as_str).collect();
            format!("<skipped message=\"{}\"/>", escaped(&reasons.join("; ")))
        } else {
            xml.push_str(&lead);
            xml.push_str("/>\n");
            continue;
        };
        xml.push_str(&format!("{lead}>\n      {child}\n    </testcase>\n"));
    }
    if !suite.problems.is_empty() {
        let texts: Vec<&str> = suite.problems.iter().map(|problem| problem.text.as_str()).collect();
        let error = outcome("error", "problem", &texts.join("\n"));
        xml.push_str(&format!(
            "    <testcase name=\"{RUN}\" classname=\"{name}\" time=\"0\">\n      {error}\n    </testcase>\n"
        ));
    }
    let notes: Vec<&Finding> = suite.cases.values().flat_map(|case| case.passing.iter().copied()).collect();
    xml.push_str(&format!(
        "    <system-out>{}</system-out>\n    <system-err/>\n  </testsuite>\n",
        escaped(&told(&notes, words))
    ));
    xml
}

/// The text stands in the element, too: older readers show no `message`.
fn outcome(element: &str, kind: &str, text: &str) -> String {
    let message = escaped(text.lines().next().unwrap_or(""));
    format!("<{element} type=\"{kind}\" message=\"{message}\">{}</{element}>", escaped(text))
}

/// Findings in words, a paragraph each.
fn told(findings: &[&Finding], words: &Words) -> String {
    let mut text = String::new();
    for finding in findings {
        // Writing to a String cannot fail.
        let _ = write!(text, "{}[{}]: {}", words.severity(finding.severity), finding.rule, with_place(finding, words));
        if !finding.help.is_empty() {
            let _ = write!(text, "\n{} {}", words.help, finding.help);
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text
}

/// Text for elements and attributes. Characters that XML 1.0 does not know are written as text.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use munilint_model::{FailOn, FileReport};

    fn written(report: &Report) -> String {
        let mut out = Vec::new();
        junit(report, &mut out).expect("a Vec takes everything");
        String::from_utf8(out).expect("XML is UTF-8")
    }

    #[test]
    fn a_case_for_each_rule_and_file() {
        let mut report = sample::report();
        report.fail_on = FailOn::Warning;
        report.findings.retain(|finding| &*finding.source == "data/skoler.csv");
        report.findings[1].help.clear();
        report.files.remove(0);
        let expected = format!(
            r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="data/gammel.xls" package="data/gammel.xls" id="0" tests="1" failures="0" errors="1" skipped="0" time="0" timestamp="1970-01-01T00:00:00" hostname="localhost">
    <properties>
      <property name="munilint" value="{0}"/>
    </properties>
    <testcase name="munilint/problem" classname="data/gammel.xls" time="0">
      <error type="problem" message="this is an old workbook; save it as .xlsx">this is an old workbook; save it as .xlsx</error>
    </testcase>
    <system-out></system-out>
    <system-err/>
  </testsuite>
  <testsuite name="data/skoler.csv" package="data/skoler.csv" id="1" tests="3" failures="1" errors="0" skipped="0" time="0" timestamp="1970-01-01T00:00:00" hostname="localhost">
    <properties>
      <property name="munilint" value="{0}"/>
      <property name="read-as" value="csv, ; , utf-8"/>
      <property name="rows" value="12034"/>
    </properties>
    <testcase name="code/lost-leading-zero" classname="data/skoler.csv" time="0">
      <failure type="error" message="error[code/lost-leading-zero]: 313 values have lost their leading zero (301 should be 0301) – field &quot;kommunenummer&quot;, rows 2, 5, 9 and 310 more">error[code/lost-leading-zero]: 313 values have lost their leading zero (301 should be 0301) – field &quot;kommunenummer&quot;, rows 2, 5, 9 and 310 more</failure>
    </testcase>
    <testcase name="file/byte-order-mark" classname="data/skoler.csv" time="0"/>
    <testcase name="person/national-identity-number" classname="data/skoler.csv" time="0"/>
    <system-out>note[file/byte-order-mark]: the file begins with a byte order mark
help: Leave it when the file is for Excel.</system-out>
    <system-err/>
  </testsuite>
</testsuites>
"#,
            env!("CARGO_PKG_VERSION")
        );
        assert_eq!(written(&report), expected);
    }

    #[test]
    fn fail_on_decides_what_fails() {
        let mut report = sample::report();
        let failures = |report: &Report| written(report).matches("<failure ").count();
        for (fail_on, count) in [(FailOn::Never, 0), (FailOn::Error, 2), (FailOn::Warning, 3), (FailOn::Note, 4)] {
            report.fail_on = fail_on;
            assert_eq!(failures(&report), count, "{fail_on:?}");
        }
    }

    #[test]
    fn what_is_allowed_is_skipped_and_tables_of_one_file_are_one_suite() {
        let file =
            FileReport { path: "valg/a.csv".into(), rules: vec!["person/birth-date".into()], ..FileReport::default() };
        let report = Report { allowed: sample::allowed(), files: vec![file.clone(), file], ..Report::default() };
        let xml = written(&report);
        assert_eq!(xml.matches("<testsuite ").count(), 2, "{xml}");
        assert_eq!(xml.matches("<skipped message=\"Candidates are public\"/>").count(), 2, "{xml}");
        assert!(xml.contains("tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"2\""), "{xml}");
        let mut held = sample::report();
        sample::held(&mut held);
        let xml = written(&held);
        for reason in ["Within the limit of munilint.toml: 0.5 %", "Known from the baseline, which has 5"] {
            assert!(xml.contains(&format!("<skipped message=\"{reason}\"/>")), "{xml}");
        }
    }

    #[test]
    fn characters_that_xml_does_not_know_are_text() {
        assert_eq!(escaped("a\u{0}\u{1b}]]>\u{fffe}\r\n\"<&"), "a\\u{0}\\u{1b}]]&gt;\\u{fffe}\\u{d}\n&quot;&lt;&amp;");
    }
}
