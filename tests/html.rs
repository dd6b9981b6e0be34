//! The report as HTML: every page is one that a browser reads as it is meant, whatever the data says, and stays small.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use munilint_engine::{Run, report};
use munilint_model::{
    Allowed, Earlier, Excerpt, FileReport, Finding, Gone, Language, Problem, Provenance, Report, Snippet, Trend,
    Unread, UnreadReason, Unseen, ValueDistribution,
};
use munilint_tests::checked::Rules;
use munilint_tests::web_page::WebPage;
use munilint_tests::{command, root};
use std::fmt::Write as _;
use std::fs;

const MUNILINT: &str = env!("CARGO_BIN_EXE_munilint-under-test");

/// What would act if it became markup, and what is long.
const HOSTILE: [&str; 14] = [
    "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "javascript:alert(1)", "</title><svg onload=alert(1)>", "</style><style>*{display:none}",
    "<!-- <a href=//example.no> -->", "]]><![CDATA[x", "&lt;b&gt; &amp;quot; &#60;script&#62;",
    "{{constructor}} ${x} `alert`", "a\u{202e}b\u{2066}c\u{200b}d\u{feff}", "\u{0}\u{1b}[31m\u{8}\u{9b}2J",
    "`</code><script>`", "navn\n\n<b>\r\n\t<i>",
];

fn html(report: &Report) -> String {
    let mut out = Vec::new();
    munilint_render::html(report, &mut out).expect("a Vec takes everything");
    String::from_utf8(out).expect("a page is UTF-8")
}

/// A report on a table with something of everything.
fn sample(language: Language) -> Report {
    let mut table = String::from("kommunenummer;år;epost;merknad;beløp\n");
    for row in 0..40 {
        let _ = writeln!(table, "{};{};ola.nordmann{row}@example.no;x ;{}", 301 + row % 2, 2019 + row % 3, row * 3);
    }
    let checked = ["a.csv", "b/b.csv"].map(|name| Rules::all().describe(name, table.as_bytes(), language));
    report(Run { language, ..Run::default() }, checked.into(), Vec::new())
}

/// Puts `text` wherever a text of a report comes from somewhere else. Excerpts are made as they always are, masked.
fn poisoned(mut report: Report, text: &str) -> Report {
    let poison = |finding: &mut Finding| {
        finding.text = text.to_owned();
        finding.help = text.to_owned();
        finding.why = text.to_owned();
        finding.rule = text.into();
        finding.field = Some(Excerpt::of(text));
        finding.table = Some(text.into());
        finding.snippet = Some(Snippet { line: 2, text: text.to_owned(), mark: 0..text.len() });
    };
    let allowed = report.findings[0].clone();
    report.findings.iter_mut().for_each(poison);
    report.findings[0].source = text.into();
    report.allowed = vec![Allowed { finding: allowed, reason: Excerpt::of(text), until: None }];
    poison(&mut report.allowed[0].finding);
    for file in &mut report.files {
        let FileReport { read_as, sha256, variables, .. } = file;
        *read_as = text.to_owned();
        *sha256 = Some(text.to_owned());
        for variable in variables {
            variable.name = Excerpt::of(text);
            variable.unit = Some(text.to_owned());
            variable.markers = vec![(text.to_owned(), 3)];
            variable.range = Some([text.to_owned(), text.to_owned()]);
            variable.distribution =
                Some(ValueDistribution::Periods(vec![(Excerpt::of(text), 9), (Excerpt::of(text), 0)]));
            variable.values = vec![(Excerpt::of(text), 9), (Excerpt::of(text), 7)];
        }
    }
    report.files[0].path = text.into();
    report.problems = vec![Problem { path: Some(text.into()), text: text.to_owned() }];
    report.screening.unread = vec![Unread { reason: UnreadReason::OtherKind, path: text.into() }];
    let field = Excerpt::of(text);
    report.screening.unseen = vec![Unseen { source: text.into(), table: None, field, column: 1 }];
    let pair = || vec![(text.to_owned(), text.to_owned())];
    report.provenance = Provenance { rules: Some(text.to_owned()), codelists: pair(), configurations: pair() };
    let gone = Gone { path: text.to_owned(), text: text.to_owned(), rule: text.to_owned(), ..Gone::default() };
    let earlier = Earlier { name: Excerpt::of(text), findings: vec![gone], ..Earlier::default() };
    report.trend = Some(Trend::of(&report, vec![earlier]));
    report
}

#[test]
fn whatever_was_not_read_is_told() {
    for reason in [UnreadReason::Excluded, UnreadReason::OtherKind, UnreadReason::NoTable, UnreadReason::Unchanged] {
        let mut report = sample(Language::En);
        report.screening.unread = vec![Unread { reason, path: "left-out.bin".into() }];
        assert!(html(&report).contains("left-out.bin"), "{reason:?}");
    }
}

#[test]
fn nothing_becomes_markup() {
    for language in [Language::Nb, Language::Nn, Language::En] {
        let clean = sample(language);
        assert!(clean.findings.len() > 3 && clean.files.iter().all(|file| file.completeness.is_some()));
        let page = WebPage::of(&html(&clean));
        assert!(page.wrong.is_empty(), "{:#?}", page.wrong);
        let long = "Kjempelangt".repeat(500);
        for text in HOSTILE.into_iter().chain([&*long]) {
            let written = html(&poisoned(clean.clone(), text));
            let page = WebPage::of(&written);
            assert!(page.wrong.is_empty(), "{text:?}: {:#?}", page.wrong);
            let acts = |c: char| {
                c.is_control() && c != '\n'
                    || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}')
            };
            assert_eq!(written.find(acts), None, "{text:?}");
        }
        let shown = WebPage::of(&html(&poisoned(clean.clone(), HOSTILE[0]))).texts.concat();
        assert!(shown.contains(HOSTILE[0]), "it is shown as it is written");
    }
}

#[test]
fn the_checker_sees_what_is_wrong() {
    let good = html(&sample(Language::Nb));
    for (from, to) in [
        ("<h1>", "<h1><img src=x>"),
        ("<h1>", "<h1 onclick=\"x\">"),
        ("<h1>", "<h1 style=\"x\">"),
        ("href=\"#", "href=\"javascript:#"),
        ("</h1>", ""),
        ("<h1>", "<h1><script>x</script>"),
        ("<h1>", "<!-- x --><h1>"),
        ("href=\"#screening\"", "href=\"#nowhere\""),
    ] {
        let page = WebPage::of(&good.replacen(from, to, 1));
        assert!(!page.wrong.is_empty(), "{to}");
    }
}

#[test]
fn real_tables_make_pages_in_three_languages() {
    for folder in ["examples", "examples-cities", "tests/corpus", "tests/suites/csv-spectrum"] {
        for (language, question) in
            [("nb", "Kan dataene deles?"), ("nn", "Kan dataa delast?"), ("en", "May the data be shared?")]
        {
            let mut check = command(MUNILINT);
            let arguments = ["check", folder, "--lang", language, "--format", "html", "--today", "2026-11-24"];
            let output = check.current_dir(root()).args(arguments).output().expect("the command starts");
            assert!(matches!(output.status.code(), Some(0..=2)), "{folder}");
            let written = String::from_utf8(output.stdout).expect("a page is UTF-8");
            let page = WebPage::of(&written);
            assert!(page.wrong.is_empty(), "{folder}: {:#?}", page.wrong);
            assert!(page.texts.iter().any(|text| text == question), "{folder}");
            assert!(written.contains(&format!("<html lang=\"{language}\">")));
            let left: Vec<&String> = page.texts.iter().filter(|text| is_left_over(text)).collect();
            assert!(left.is_empty(), "{folder}: words that were not filled in: {left:?}");
        }
    }
}

/// True for a text of ours with a place that was not filled in: `{count}`.
fn is_left_over(text: &str) -> bool {
    let places = ["{count}", "{name}", "{share}", "{from}", "{to}", "{dimension}", "{files}", "{rows}", "{fields}"];
    places.iter().any(|place| text.contains(place))
}

#[test]
fn many_files_and_findings_stay_small() {
    let mut report = sample(Language::Nb);
    let (finding, file) = (report.findings[0].clone(), report.files[0].clone());
    report.findings.clear();
    report.files.clear();
    for at in 0..150 {
        let path: std::sync::Arc<str> = format!("data/{at:03}.csv").into();
        report.files.push(FileReport { path: path.clone(), ..file.clone() });
        report.findings.extend((0..10).map(|field| Finding {
            source: path.clone(),
            column: Some(field + 1),
            field: Some(Excerpt::of(&format!("felt {field}"))),
            ..finding.clone()
        }));
    }
    report.first.clear();
    let written = html(&report);
    let page = WebPage::of(&written);
    assert!(page.wrong.is_empty(), "{:#?}", page.wrong);
    assert_eq!(written.matches("<details class=\"dataset\"").count(), 150);
    assert_eq!(written.matches("<article").count(), 1500);
    // What explains the ten findings of a file is there once.
    assert!(page.elements < 60_000 && written.len() < 3_000_000, "{} in {} bytes", page.elements, written.len());
}

#[test]
fn the_course_over_earlier_reports_is_drawn() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("rapporter")).expect("a folder can be made");
    let run = |arguments: &[&str]| {
        let mut check = command(MUNILINT);
        check.current_dir(folder.path()).args(["check", "a.csv", "--today", "2026-11-24"]).args(arguments);
        check.output().expect("the command starts")
    };
    let write = |text: &str| fs::write(at("a.csv"), text).expect("the table can be written");
    write("kommunenummer;x\n301;1\n1103;2\n");
    run(&["--format", "json", "--output", "rapporter/2026-10.json"]);
    write("kommunenummer;x\n0301;1\n1103; 2 \n");
    let trend = ["--trend", "rapporter"];
    let terminal = String::from_utf8(run(&trend).stdout).expect("text is UTF-8");
    assert!(terminal.contains("Since the report \"2026-10\": 1 new, 1 gone."), "{terminal}");
    let output = run(&["--trend", "rapporter", "--format", "html", "--lang", "nb"]);
    let written = String::from_utf8(output.stdout).expect("a page is UTF-8");
    let page = WebPage::of(&written);
    assert!(page.wrong.is_empty(), "{:#?}", page.wrong);
    for text in ["Nytt siden sist: 1", "Borte siden sist: 1", "2026-10"] {
        assert!(page.texts.iter().any(|known| known == text), "{text}");
    }
    assert!(written.contains("class=\"course\""));
    fs::write(at("rapporter/2026-09.json"), "{}").expect("it can be written");
    let output = run(&trend);
    assert_eq!(output.status.code(), Some(2), "what is no report is a problem");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("2026-09.json: is no report of munilint's"), "{told}");
}

#[test]
fn the_same_files_give_the_same_page_with_their_hashes() {
    let run = |threads: &str| {
        let mut check = command(MUNILINT);
        let arguments = ["check", "examples", "--format", "html", "--today", "2026-11-24", "--threads", threads];
        check.current_dir(root()).args(arguments).output().expect("the command starts").stdout
    };
    let page = run("1");
    assert_eq!(page, run("3"));
    let page = String::from_utf8(page).expect("a page is UTF-8");
    assert!(!page.contains(&*root().to_string_lossy()), "no folder of the machine's");
    let hashes = page.matches("<td class=\"hash\">").count();
    assert!(hashes > 25, "{hashes}: files and code lists");
    let hash = page.split("<td class=\"hash\">").nth(1).and_then(|rest| rest.split('<').next()).expect("there is one");
    assert!(hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hash}");
}
