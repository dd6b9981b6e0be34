//! `--format markdown`: a comment for a merge request, or the summary of a job: whether the data may be shared, what to mend
//! first, the findings by file, how much is sound, and what was looked for.
//!
//! Nothing of the data, its names or its metadata becomes markup: see [`crate::inert_markdown`].

use crate::assessment;
use crate::gate;
use crate::inert_markdown::{code, cut, inert};
use crate::page::dimension;
use crate::phrases::Phrases;
use crate::place::where_it_is;
use crate::triage::triage;
use crate::words::{Words, fill};
use munilint_model::{Finding, Report, Score, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// Longest comment that GitHub takes, in characters; we count bytes, which are never fewer.
pub const COMMENT: usize = 65_536;

/// Longest summary of a step that GitHub takes, in bytes.
pub const STEP_SUMMARY: usize = 1 << 20;

/// With more findings than these, the tables of the files are folded up.
const OPEN: usize = 10;

/// So many tables that rules gave up at are named for each limit.
const GIVEN_UP: usize = 5;

/// So many problems are told.
const PROBLEMS: usize = 10;

/// Longest text of a rule or a problem, in bytes as it is written here.
const TEXT: usize = 1200;

/// Longest text of which there are only few.
const SHORT_TEXT: usize = 600;

/// Writes a report as Markdown of at most `most` bytes, ending with a newline. What does not fit is left out, never the gravest
/// finding of a rule before the second of another, and a sentence says so.
///
/// # Errors
/// `out` cannot be written to.
pub fn markdown(report: &Report, most: usize, out: &mut dyn Write) -> io::Result<()> {
    let writer = Writer { report, words: Words::of(report.language), phrases: Phrases::of(report.language) };
    let (before, after) = (writer.before(), writer.after());
    let findings = writer.findings(most.saturating_sub(before.len() + after.len()));
    for part in [before, findings, after] {
        out.write_all(part.as_bytes())?;
    }
    Ok(())
}

struct Writer<'a> {
    report: &'a Report,
    words: &'static Words,
    phrases: &'static Phrases,
}

impl Writer<'_> {
    /// What stands above the findings.
    fn before(&self) -> String {
        let Writer { report, words, phrases } = self;
        let mut text = format!("## munilint: {}\n\n", phrases.verdict(report.verdict));
        let files = words.files(report.files.len() as u64);
        if report.findings.is_empty() && report.files.is_empty() {
            text.push_str(words.no_files);
        } else if report.findings.is_empty() {
            let rules = words.rules(report.files.iter().map(|file| file.rules.len() as u64).max().unwrap_or(0));
            let read = [("files", &*files), ("rows", &words.data_rows(report.rows())), ("rules", &rules)];
            text.push_str(&fill(gate::nothing(report).unwrap_or(phrases.nothing), &read));
        } else {
            let with: BTreeSet<&str> = report.findings.iter().map(|finding| &*finding.source).collect();
            // What is said of the configuration counts its file.
            let all: BTreeSet<&str> = report.files.iter().map(|file| &*file.path).chain(with.iter().copied()).collect();
            let severities = self.counts(&report.findings);
            let all = words.files(all.len() as u64);
            let counts = [("severities", &*severities), ("some", &words.number(with.len() as u64)), ("all", &all)];
            text.push_str(&fill(phrases.found, &counts));
        }
        if !report.allowed.is_empty() {
            let count = words.number(report.allowed.len() as u64);
            text.push_str(&format!(" {}", fill(phrases.allowed, &[("count", &count)])));
        }
        for sentence in gate::sentences(report) {
            text.push_str(&format!(" {}", inert(&sentence)));
        }
        text.push('\n');
        self.first(&mut text);
        text
    }

    /// `3 errors and 1 note`
    fn counts<'f>(&self, findings: impl IntoIterator<Item = &'f Finding>) -> String {
        let mut counts: BTreeMap<Severity, u64> = BTreeMap::new();
        for finding in findings {
            *counts.entry(finding.severity).or_default() += 1;
        }
        let of = |severity| {
            let count = counts.get(&severity).copied()?;
            Some(format!("{} {}", self.words.number(count), self.phrases.severity(severity, count)))
        };
        self.words.list(&Severity::GRAVEST_FIRST.into_iter().filter_map(of).collect::<Vec<_>>())
    }

    /// What to mend first.
    fn first(&self, text: &mut String) {
        let Writer { report, words, phrases } = self;
        let mut list = String::new();
        for advice in &report.first {
            let Some(finding) = advice.findings.first().and_then(|&at| report.findings.get(at)) else { continue };
            let more = advice.findings.len() as u64 - 1;
            let more = if more == 0 {
                String::new()
            } else {
                format!(" ({})", fill(phrases.more, &[("count", &words.number(more))]))
            };
            let place = where_it_is(finding, words, true);
            let place = if place.is_empty() { place } else { format!(", {}", inert(&place)) };
            list.push_str(&format!(
                "1. {}{}{more}: {}.",
                code(&finding.source),
                cut(&place, SHORT_TEXT),
                cut(&inert(&finding.text), TEXT)
            ));
            let mut gains = Vec::new();
            if advice.stops {
                gains.push(phrases.stops.to_owned());
            }
            if let Some([now, then]) = advice.gain.filter(|[now, then]| then.sound > now.sound) {
                let parts = [
                    ("dimension", dimension(now.dimension, report.language)),
                    ("now", &*self.per_cent(&now)),
                    ("then", &*self.per_cent(&then)),
                ];
                gains.push(fill(phrases.gain, &parts));
            }
            if !gains.is_empty() {
                list.push_str(&format!(" *{}*", gains.join("; ")));
            }
            if !finding.help.is_empty() {
                list.push_str(&format!("<br>{}", cut(&inert(&finding.help), TEXT)));
            }
            list.push('\n');
        }
        if !list.is_empty() {
            text.push_str(&format!("\n### {}\n\n{list}", phrases.first));
        }
    }

    /// Per cent without decimals; 100 only when all is sound.
    fn per_cent(&self, score: &Score) -> String {
        format!("{} %", score.points())
    }

    /// The findings by file, in at most `room` bytes.
    fn findings(&self, room: usize) -> String {
        let Writer { report, words, phrases } = self;
        let all = &report.findings;
        if all.is_empty() {
            return String::new();
        }
        let head = format!("\n### {}\n", phrases.findings);
        let number = |count: usize| words.number(count as u64);
        let told = |left: usize| fill(phrases.cut, &[("count", &number(left)), ("all", &number(all.len()))]);
        let rows: Vec<String> = all.iter().map(|finding| self.row(finding)).collect();
        let mut taken = head.len() + told(all.len()).len() + 2;
        let mut kept: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut left = all.len();
        for at in triage(all) {
            let source = &*all[at].source;
            let frame = if kept.contains_key(source) { 0 } else { self.table(source, &[at], &[]).len() + COUNTS };
            if taken + frame + rows[at].len() > room {
                break;
            }
            taken += frame + rows[at].len();
            left -= 1;
            kept.entry(source).or_default().push(at);
        }
        let mut text = head;
        for (source, mut these) in kept {
            these.sort_unstable();
            let rows: Vec<&str> = these.iter().map(|&at| &*rows[at]).collect();
            text.push_str(&self.table(source, &these, &rows));
        }
        if left > 0 {
            text.push_str(&format!("\n{}\n", told(left)));
        }
        text
    }

    fn row(&self, finding: &Finding) -> String {
        let Writer { words, phrases, .. } = self;
        let confidence = words.confidence(finding.confidence).map(|sure| format!(" ({sure})")).unwrap_or_default();
        format!(
            "| {} | {}{confidence} | {} | {} |\n",
            phrases.severity(finding.severity, 1),
            cut(&inert(&finding.text), TEXT),
            cut(&inert(&where_it_is(finding, words, true)), SHORT_TEXT),
            code(&finding.rule),
        )
    }

    /// The table of one file, folded up when there are many findings.
    fn table(&self, source: &str, these: &[usize], rows: &[&str]) -> String {
        let title = format!("{}: {}", code(source), self.counts(these.iter().map(|&at| &self.report.findings[at])));
        let heads = self.phrases.heads.join(" | ");
        let table = format!("| {heads} |\n|---|---|---|---|\n{}", rows.concat());
        if self.report.findings.len() > OPEN {
            format!("\n<details><summary>{title}</summary>\n\n{table}\n</details>\n")
        } else {
            format!("\n{title}\n\n{table}")
        }
    }

    /// What stands below the findings.
    fn after(&self) -> String {
        let Writer { report, words, phrases } = self;
        let mut text = String::new();
        if !report.problems.is_empty() {
            text.push_str(&format!("\n### {}\n\n", phrases.problems));
            for problem in report.problems.iter().take(PROBLEMS) {
                let path = problem.path.as_deref().unwrap_or("munilint");
                text.push_str(&format!("* {}: {}\n", code(path), cut(&inert(&problem.text), SHORT_TEXT)));
            }
            if let Some(more @ 1..) = report.problems.len().checked_sub(PROBLEMS) {
                let count = words.number(more as u64);
                text.push_str(&format!("* {}\n", fill(phrases.more, &[("count", &count)])));
            }
        }
        if !report.scores.is_empty() {
            let [dimension_head, share, sound] = phrases.score_heads;
            text.push_str(&format!(
                "\n### {}\n\n| {dimension_head} | {share} | {sound} |\n|---|---:|---:|\n",
                phrases.scores
            ));
            for score in &report.scores {
                let [sound, units] = [score.sound, score.units].map(|count| words.number(count));
                text.push_str(&format!(
                    "| {} | {} | {} |\n",
                    dimension(score.dimension, report.language),
                    self.per_cent(score),
                    fill(phrases.units, &[("sound", &sound), ("units", &units)]),
                ));
            }
            text.push_str(&format!("\n{}\n", phrases.scores_made));
        }
        text.push_str(&assessment::markdown(self.report));
        text.push_str(&self.checked());
        text
    }

    /// What was read and looked for.
    fn checked(&self) -> String {
        let Writer { report, words, phrases } = self;
        let rules = report.files.iter().map(|file| file.rules.len() as u64).max().unwrap_or(0);
        let read = [
            ("files", &*words.files(report.files.len() as u64)),
            ("rows", &*words.data_rows(report.rows())),
            ("rules", &*words.rules(rules)),
        ];
        let mut sentences = vec![fill(phrases.read, &read)];
        let things: Vec<String> = report.screening.looked_for().map(|rule| inert(&words.thing(rule))).collect();
        sentences.push(if things.is_empty() {
            phrases.looked_for_nothing.to_owned()
        } else {
            let kinds = words.number(things.len() as u64);
            fill(phrases.looked_for, &[("kinds", &kinds), ("things", &words.list(&things))])
        });
        if !report.screening.unread.is_empty() {
            let files = words.files(report.screening.unread.len() as u64);
            sentences.push(fill(phrases.unread, &[("files", &files)]));
        }
        let text = sentences.join(" ");
        let given_up = self.given_up();
        format!(
            "\n<details><summary>{}</summary>\n\n{text}\n\n{given_up}munilint {}\n\n</details>\n",
            phrases.checked,
            env!("CARGO_PKG_VERSION")
        )
    }
}

impl Writer<'_> {
    /// Which rules gave up, and why: a line for each limit.
    fn given_up(&self) -> String {
        let mut text = String::new();
        for (limit, all) in self.report.screening.given_up() {
            let named: Vec<String> =
                all.iter().take(GIVEN_UP).map(|one| format!("{} ({})", code(&one.rule), code(&one.source))).collect();
            let more = all.len().saturating_sub(GIVEN_UP) as u64;
            let more = if more > 0 { self.words.more(more) } else { String::new() };
            text.push_str(&format!("* {} {}{more}\n", inert(self.words.limit(limit)), named.join(", ")));
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text
    }
}

/// More than the counts of findings in the title of a table take when there are many of each severity, in bytes.
const COUNTS: usize = 120;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use munilint_model::{Excerpt, Language, Problem, Verdict};
    use pulldown_cmark::{Event, Options, Parser, Tag};

    fn written(report: &Report, most: usize) -> String {
        let mut out = Vec::new();
        markdown(report, most, &mut out).expect("a Vec takes everything");
        String::from_utf8(out).expect("text is UTF-8")
    }

    #[test]
    fn a_comment_says_what_to_do() {
        let mut report = sample::report();
        report.allowed = sample::allowed();
        report.first[0].stops = true;
        report.verdict = Verdict::Stopped;
        let expected = "\
## munilint: The data should not be shared as it is: it tells of individual persons.

2 errors, 1 warning and 1 note in 2 of 2 files. Besides, the configuration allows 3 findings.

### Mend this first

1. <code>data/skoler.csv</code>, field &quot;kommunenummer&quot;, rows 2, 5, 9 and 310 more: 313 values have lost their leading zero (301 should be 0301). *stops sharing; takes conformity from 75 % to 87 %*<br>Import the column as text, and write the municipality number with four digits.

### Findings

<code>data/elever.csv</code>: 1 error and 1 warning

| Severity | Finding | Where | Rule |
|---|---|---|---|
| warning | 12 values look like national identity numbers (medium confidence) | field &quot;id&quot;, rows 2, 3, 4 and 9 more | <code>person/national-identity-number</code> |
| error | 1 value has lost its leading zero (301 should be 0301) | field &quot;kommune&quot;, row 2 | <code>code/lost-leading-zero</code> |

<code>data/skoler.csv</code>: 1 error and 1 note

| Severity | Finding | Where | Rule |
|---|---|---|---|
| note | the file begins with a byte order mark |  | <code>file/byte-order-mark</code> |
| error | 313 values have lost their leading zero (301 should be 0301) | field &quot;kommunenummer&quot;, rows 2, 5, 9 and 310 more | <code>code/lost-leading-zero</code> |

### What munilint could not do

* <code>data/gammel.xls</code>: this is an old workbook; save it as .xlsx

### How much is sound

| Dimension | Share | Sound |
|---|---:|---:|
| conformity | 75 % | 6 of 8 |

What is counted is every field and every file. A field is sound when it has no errors and no warnings in the dimension.

<details><summary>What was checked</summary>

Checked 2 files (12,058 rows) with 3 rules. Of what tells of persons, munilint looked for 3 kinds: D-numbers, e-mail addresses and national identity numbers. Other personal data may still be there. 1 file not read.
";
        let text = written(&report, COMMENT);
        assert!(text.starts_with(expected), "{text}");
        assert!(written(&Report::default(), COMMENT).contains("No files were checked."));
    }

    #[test]
    fn what_does_not_fit_is_left_out_and_told() {
        let mut report = sample::report();
        let many = (0..900).map(|i| sample::finding("value/many", &format!("{i:03}.csv"), &"en lang tekst ".repeat(9)));
        report.findings.splice(0..0, many);
        report.first.clear();
        for language in [Language::Nb, Language::Nn, Language::En] {
            report.language = language;
            for most in [8_000, COMMENT, STEP_SUMMARY] {
                let text = written(&report, most);
                assert!(text.len() <= most, "{} > {most}", text.len());
                assert_eq!(most < STEP_SUMMARY, text.contains("904 f"), "what was cut is told");
                for rule in
                    ["value/many", "person/national-identity-number", "code/lost-leading-zero", "file/byte-order-mark"]
                {
                    assert!(text.contains(&format!("<code>{rule}</code> |")), "{rule} is hidden");
                }
                assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
            }
        }
    }

    /// Texts that act in Markdown, HTML, GitHub or GitLab.
    const HOSTILE: [&str; 14] = [
        "<script>alert(1)</script>",
        "</code></details><img src=x onerror=alert(1)>",
        "a | b || c",
        "`code` ``more``",
        "**bold** _it_",
        "[link](javascript:alert(1))",
        "![image](http://x.no/x.png)",
        "http://x.no www.x.no x@y.no",
        "@ola @org/team #12 !3 GH-4",
        "<!-- munilint -->",
        ":smile: $1 ~label",
        "\\| \\` \\<b>",
        "<http://x.no> &lt;b&gt; &#60;b&#62;",
        "\n# head\n/close\n- [ ] task\n\n| x |",
    ];

    #[test]
    fn nothing_of_the_data_becomes_markup() {
        let mut plain = sample::report();
        plain.problems.push(Problem { path: Some("a.csv".into()), text: "x".to_owned() });
        let same = events(&written(&plain, COMMENT));
        for text in HOSTILE {
            let mut report = plain.clone();
            for finding in &mut report.findings {
                finding.text = text.to_owned();
                finding.help = text.to_owned();
                finding.source = format!("{}{text}", finding.source).into();
                finding.field = finding.field.as_ref().map(|_| Excerpt::of(text));
            }
            for problem in &mut report.problems {
                (problem.path, problem.text) = (Some(text.into()), text.to_owned());
            }
            let text = written(&report, COMMENT);
            // The sentence that has no fields and help in it has them now, which is text.
            assert_eq!(events(&text), same, "{text}");
        }
    }

    /// The markup of a text, in order; texts are left out.
    fn events(text: &str) -> Vec<String> {
        let mut markup = Vec::new();
        for event in Parser::new_ext(text, Options::all()) {
            match event {
                Event::Text(_) | Event::SoftBreak => {}
                // Tags of our own, whatever the text between them.
                Event::Html(html) | Event::InlineHtml(html) => {
                    let tags = html.split('<').skip(1).filter_map(|rest| rest.split('>').next());
                    markup.extend(tags.map(|tag| format!("<{tag}>")));
                }
                Event::Start(Tag::Link { .. } | Tag::Image { .. }) => markup.push("a link".to_owned()),
                other => markup.push(format!("{other:?}")),
            }
        }
        markup
    }
}
