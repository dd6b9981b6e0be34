//! Reports built by hand, for the tests of every format.

use munilint_model::{
    Advice, Against, Allowed, Argument, Confidence, Detector, Dimension, Excerpt, FileReport, Finding, Fix, GaveUp,
    Known, Language, Limit, Measured, Message, Occurrences, Place, Problem, Recorded, Report, RiskProfile, RuleSummary,
    Score, Screening, Severity, Snippet, Span, Tolerance, Tolerated, Unread, UnreadReason, Unseen, Verdict,
};
use std::ops::Range;

/// A cell of a file whose lines are its rows.
pub(crate) fn cell(row: u64, column: u32) -> Place {
    Place::Cell { row, column, span: Span { byte: row * 16, line: row, length: 3 } }
}

/// A finding about a source as a whole.
pub(crate) fn finding(rule: &str, source: &str, text: &str) -> Finding {
    Finding {
        rule: rule.into(),
        severity: Severity::Warning,
        confidence: Confidence::High,
        dimension: Dimension::Conformity,
        source: source.into(),
        table: None,
        field: None,
        column: None,
        seen: Occurrences { count: 1, first: vec![Place::File] },
        message: Message { variant: "", arguments: vec![("count", Argument::Count(1))] },
        text: text.to_owned(),
        help: String::new(),
        why: String::new(),
        snippet: None,
        characters: None,
        fix: Fix::None,
        fingerprint: format!("{rule}:{source}"),
        known_count: None,
        limit: None,
    }
}

/// Puts a finding into cells of a field.
pub(crate) fn in_field(mut finding: Finding, field: &str, column: u32, count: u64, rows: &[u64]) -> Finding {
    finding.field = Some(Excerpt::of(field));
    finding.column = Some(column);
    finding.seen = Occurrences { count, first: rows.iter().map(|&row| cell(row, column)).collect() };
    finding.message.arguments = vec![("count", Argument::Count(count))];
    finding
}

/// Shows a line.
pub(crate) fn shown(mut finding: Finding, line: u64, text: &str, mark: Range<usize>) -> Finding {
    finding.snippet = Some(Snippet { line, text: text.to_owned(), mark });
    finding
}

/// A folder of two files with something of everything.
pub(crate) fn report() -> Report {
    let mut zero = finding(
        "code/lost-leading-zero",
        "data/skoler.csv",
        "313 values have lost their leading zero (301 should be 0301)",
    );
    zero.severity = Severity::Error;
    zero.why = "Codes are text. 0301 and 301 do not match when two tables are joined, so Oslo falls out.".to_owned();
    zero.help = "Import the column as text, and write the municipality number with four digits.".to_owned();
    let zero = shown(in_field(zero, "kommunenummer", 2, 313, &[2, 5, 9, 11]), 2, "Grønland skole;301;709", 16..19);
    let mut zero_again = in_field(zero.clone(), "kommune", 2, 1, &[2]);
    zero_again.source = "data/elever.csv".into();
    zero_again.text = "1 value has lost its leading zero (301 should be 0301)".to_owned();
    let zero_again = shown(zero_again, 2, "***********;301;3B", 12..15);
    let mut number =
        finding("person/national-identity-number", "data/elever.csv", "12 values look like national identity numbers");
    number.confidence = Confidence::Medium;
    number.dimension = Dimension::Privacy;
    number.why = "A national identity number tells who a person is.".to_owned();
    number.help = "Take the column out before the data is shared, or put a key of your own in its place.".to_owned();
    let mut number = shown(in_field(number, "id", 1, 12, &[2, 3, 4]), 2, "***********;301;3B", 0..11);
    number.message.arguments.push(("share", Argument::Share(0.125)));
    let mut mark = finding("file/byte-order-mark", "data/skoler.csv", "the file begins with a byte order mark");
    mark.severity = Severity::Note;
    mark.help = "Leave it when the file is for Excel.".to_owned();
    mark.message.arguments.push(("encoding", Argument::Word("utf-8".to_owned())));
    mark.message.arguments.push(("names", Argument::Excerpts(vec![Excerpt::of("a"), Excerpt::of("b")])));
    let file = |path: &str, rows| FileReport {
        path: path.into(),
        read_as: "csv, ; , utf-8".to_owned(),
        rows,
        fields: 3,
        bytes: 40_000,
        rules: rules().into_iter().map(|rule| rule.id).collect(),
        scores: vec![score(4, 3)],
        ..FileReport::default()
    };
    let advice = Advice { findings: vec![3], stops: false, gain: Some([score(8, 6), score(8, 7)]) };
    Report {
        language: Language::En,
        findings: vec![number, zero_again, mark, zero],
        files: vec![file("data/elever.csv", 24), file("data/skoler.csv", 12_034)],
        joins: Vec::new(),
        problems: vec![Problem {
            path: Some("data/gammel.xls".into()),
            text: "this is an old workbook; save it as .xlsx".to_owned(),
        }],
        allowed: Vec::new(),
        screening: screening(),
        rules: rules(),
        scores: vec![score(8, 6)],
        verdict: Verdict::Unready,
        first: vec![advice],
        ..Report::default()
    }
}

fn score(units: u64, sound: u64) -> Score {
    Score { dimension: Dimension::Conformity, units, sound }
}

/// The rules that looked, by id.
fn rules() -> Vec<RuleSummary> {
    let rule = |id: &str, title: &str, dimension| RuleSummary {
        id: id.into(),
        title: title.to_owned(),
        severity: Severity::Warning,
        confidence: Confidence::High,
        dimension,
        why: format!("{title} is a nuisance."),
        help: "Mend it.".to_owned(),
        page: format!("# {title}\n").into(),
    };
    vec![
        rule("code/lost-leading-zero", "Lost leading zero", Dimension::Conformity),
        rule("file/byte-order-mark", "Byte order mark", Dimension::Conformity),
        rule("person/national-identity-number", "National identity number", Dimension::Privacy),
    ]
}

/// A run in which three rules looked for persons, and did not see everything.
fn screening() -> Screening {
    let detector = |rule: &str| Detector {
        rule: rule.into(),
        title: "A title".to_owned(),
        options: [("k".to_owned(), vec![3.0, 5.0])].into(),
        measured: Vec::new(),
    };
    let mut email = detector("person/personal-email");
    email.measured.push(Measured { kind: "address in a text".to_owned(), values: 40, precision: 1.0, recall: 0.975 });
    Screening {
        profiles: vec![RiskProfile { name: "ssb".to_owned(), family: "risk", ..RiskProfile::default() }.into()],
        detectors: vec![detector("person/d-number"), email, detector("person/national-identity-number")],
        left_out: vec!["person/telephone".into()],
        gave_up: vec![GaveUp {
            rule: "risk/dominant-contributor".into(),
            source: "data/elever.csv".into(),
            table: None,
            limit: Limit::Values,
        }],
        unseen: vec![Unseen {
            source: "data/skoler.csv".into(),
            table: None,
            field: Excerpt::of("merknad"),
            column: 3,
        }],
        unread: vec![Unread { reason: UnreadReason::OtherKind, path: "data/bilde.png".into() }],
    }
}

/// Adds what a gate sets apart: a finding within its limit, one that the baseline knows, two that are mended or were not looked
/// for; and of those that are told, the first has grown and the second is beyond its limit.
pub(crate) fn held(report: &mut Report) {
    let mut missing = in_field(finding("value/missing-values", "data/skoler.csv", "3 gaps"), "merknad", 3, 3, &[2]);
    missing.limit = Some(Tolerance::Percent(0.5));
    let mut old = in_field(finding("code/x", "data/skoler.csv", "2 codes"), "type", 4, 2, &[2, 3]);
    old.severity = Severity::Error;
    let gone = |path: &str| Recorded { path: Excerpt::whole(path), ..Recorded::new(&old, path) };
    report.against = Some(Against {
        mended: vec![gone("data/elever.csv")],
        open: vec![gone("data/annet.csv")],
        known: vec![Known { finding: old.clone(), count: 5 }],
    });
    report.tolerated = vec![Tolerated { finding: missing, limit: Tolerance::Percent(0.5) }];
    report.findings[0].known_count = Some(8);
    report.findings[1].limit = Some(Tolerance::Count(0));
}

/// Two findings that are allowed for one reason, and one for another.
pub(crate) fn allowed() -> Vec<Allowed> {
    let names = in_field(finding("person/person-name", "valg/a.csv", "12 names"), "navn", 1, 12, &[2, 3]);
    let years = in_field(finding("person/birth-date", "valg/a.csv", "12 years"), "født", 2, 12, &[2, 3]);
    let zero = finding("code/lost-leading-zero", "b.csv", "one code");
    let public = Excerpt::of("Candidates are public");
    vec![
        Allowed { finding: names, reason: public.clone(), until: "2027-12-31".parse().ok() },
        Allowed { finding: years, reason: public, until: "2027-12-31".parse().ok() },
        Allowed { finding: zero, reason: Excerpt::of("Mended next time"), until: None },
    ]
}
