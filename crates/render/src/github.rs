//! `--format github`: workflow commands, which GitHub shows as annotations of a step, within what it shows of them: ten of each
//! severity. What is beyond that vanishes there without a word, so the last line says it.

use crate::gate;
use crate::phrases::Phrases;
use crate::place::{line_of, with_place};
use crate::triage::triage;
use crate::words::{Words, fill};
use munilint_model::{Finding, Problem, Report, Severity};
use std::io::{self, Write};
use std::ops::Range;

/// So many annotations of one severity are shown for a step.
const MOST: usize = 10;

/// So many of them may be problems of the run: the rest is for findings.
const MOST_PROBLEMS: usize = 3;

/// Writes the annotations of a report. The summary of the step is [`crate::markdown`].
///
/// # Errors
/// `out` cannot be written to.
pub fn github(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::of(report.language);
    let problems = report.problems.len().min(MOST_PROBLEMS);
    for problem in &report.problems[..problems] {
        writeln!(out, "{}", of_problem(problem, words))?;
    }
    let mut shown = problems;
    for severity in Severity::GRAVEST_FIRST {
        let these: Vec<&Finding> = report.findings.iter().filter(|finding| finding.severity == severity).collect();
        let room = MOST - if severity == Severity::Error { problems } else { 0 };
        for at in triage(these.iter().copied()).into_iter().take(room) {
            writeln!(out, "{}", of_finding(these[at], words))?;
            shown += 1;
        }
    }
    for sentence in gate::sentences(report) {
        writeln!(out, "munilint: {}", data(&sentence))?;
    }
    let all = report.findings.len() + report.problems.len();
    if shown < all {
        let number = |count: usize| words.number(count as u64);
        let counts = [("count", &*number(all - shown)), ("all", &*number(all))];
        writeln!(out, "{}", fill(Phrases::of(report.language).unannotated, &counts))?;
    }
    Ok(())
}

fn of_finding(finding: &Finding, words: &Words) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut text = with_place(finding, words);
    if !finding.help.is_empty() {
        text.push_str(&format!("\n{} {}", words.help, finding.help));
    }
    let (file, line) = (property(&finding.source), line_of(finding));
    let title = property(&finding.rule);
    format!("::{command} file={file},line={line}{},title={title}::{}", columns(finding), data(&text))
}

/// Which characters of the line it is. The last one counts: without `endColumn` GitHub takes the first for the last.
fn columns(finding: &Finding) -> String {
    match &finding.characters {
        Some(Range { start, end }) if start < end => format!(",col={start},endColumn={}", end - 1),
        Some(Range { start, .. }) => format!(",col={start}"),
        None => String::new(),
    }
}

fn of_problem(problem: &Problem, words: &Words) -> String {
    let file = problem.path.as_ref().map(|source| format!("file={},", property(source))).unwrap_or_default();
    format!("::error {file}title={}::{}", property(&format!("munilint: {}", words.problem)), data(&problem.text))
}

/// The text of a command: what would end it is coded.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command: what would end it or start another is coded, too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{finding, report};

    fn written(report: &Report) -> String {
        let mut out = Vec::new();
        github(report, &mut out).expect("a Vec takes everything");
        String::from_utf8(out).expect("text is UTF-8")
    }

    #[test]
    fn findings_are_annotations_the_gravest_first() {
        let expected = "\
::error file=data/gammel.xls,title=munilint%3A problem::this is an old workbook; save it as .xlsx
::error file=data/elever.csv,line=2,title=code/lost-leading-zero::1 value has lost its leading zero (301 should be 0301) – field \"kommune\", row 2%0Ahelp: Import the column as text, and write the municipality number with four digits.
::error file=data/skoler.csv,line=2,title=code/lost-leading-zero::313 values have lost their leading zero (301 should be 0301) – field \"kommunenummer\", rows 2, 5, 9 and 310 more%0Ahelp: Import the column as text, and write the municipality number with four digits.
::warning file=data/elever.csv,line=2,title=person/national-identity-number::12 values look like national identity numbers – field \"id\", rows 2, 3, 4 and 9 more%0Ahelp: Take the column out before the data is shared, or put a key of your own in its place.
::notice file=data/skoler.csv,line=1,title=file/byte-order-mark::the file begins with a byte order mark%0Ahelp: Leave it when the file is for Excel.
";
        assert_eq!(written(&report()), expected);
        let mut report = report();
        for (characters, told) in [(Some(7..10), ",col=7,endColumn=9,"), (Some(7..7), ",col=7,"), (None, ",")] {
            report.findings[1].characters = characters;
            let told = format!("::error file=data/elever.csv,line=2{told}title=code/lost-leading-zero::");
            assert!(written(&report).contains(&told), "{told}");
        }
        crate::sample::held(&mut report);
        let text = written(&report);
        assert!(text.contains("\nmunilint: Known from the baseline: 1 finding (1 error).\n"), "{text}");
    }

    #[test]
    fn beyond_the_limits_one_of_each_rule_comes_first_and_the_rest_is_told() {
        let mut report = report();
        let many = (0..30).map(|i| finding("value/many", &format!("{i:02}.csv"), "text"));
        report.findings.splice(0..0, many);
        let text = written(&report);
        assert_eq!(text.lines().filter(|line| line.starts_with("::warning ")).count(), MOST);
        assert!(text.contains("title=person/national-identity-number"), "{text}");
        let last = text.lines().last().unwrap_or("");
        assert!(last.starts_with("munilint: 21 of 35 findings are not shown"), "{last}");
        report.problems = (0..40).map(|i| Problem { path: None, text: i.to_string() }).collect();
        let text = written(&report);
        assert_eq!(text.lines().filter(|line| line.starts_with("::error ")).count(), MOST_PROBLEMS + 2);
    }

    #[test]
    fn nothing_ends_a_command_or_starts_another() {
        let mut hostile = finding("pack/x", "a,line=9::error::b\r\n%0A.csv", "100 %\n::error::x\r");
        hostile.help.clear();
        let text = written(&Report { findings: vec![hostile], ..Report::default() });
        let expected =
            "::warning file=a%2Cline=9%3A%3Aerror%3A%3Ab%0D%0A%250A.csv,line=1,title=pack/x::100 %25%0A::error::x%0D\n";
        assert_eq!(text, expected);
    }
}
