//! Findings as text for a person at a terminal.

use crate::assessment;
use crate::gate;
use crate::joins;
use crate::place::where_it_is;
use crate::snippet;
use crate::summary;
use crate::values::Values;
use crate::words::Words;
use crate::wrap::{width_of, wrap};
use miette::{GraphicalTheme, ThemeCharacters, ThemeStyles};
use munilint_model::{Finding, Report, Severity};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Narrower than this nothing can be read, wider than this nobody likes to.
const WIDTHS: std::ops::RangeInclusive<usize> = 60..=120;

/// A terminal, or whatever stands in for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Columns of a line.
    pub width: usize,
    /// Whether colours are written (ANSI escape sequences).
    pub colour: bool,
    /// Whether frames may be drawn with characters outside ASCII.
    pub unicode: bool,
}

impl Terminal {
    /// Writes findings and a summary. Problems are left out: see [`Terminal::problems`].
    ///
    /// A rule is explained where it is met first; its further findings take two lines each.
    ///
    /// # Errors
    /// `out` cannot be written to.
    pub fn render(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        self.draw(report, None, out)
    }

    /// As [`Terminal::render`], with values as they stand in the data.
    ///
    /// # Errors
    /// `out` cannot be written to.
    pub fn render_with(&self, values: &Values, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        self.draw(report, Some(values), out)
    }

    fn draw(&self, report: &Report, values: Option<&Values>, out: &mut dyn Write) -> io::Result<()> {
        let mut page = Page::new(self, Words::of(report.language));
        let mut met: BTreeSet<&str> = BTreeSet::new();
        let mut short_before = false;
        for (at, finding) in report.findings.iter().enumerate() {
            let short = !met.insert(&finding.rule);
            if !(page.text.is_empty() || short && short_before) {
                page.blank();
            }
            page.heading(finding);
            if short {
                page.place(finding);
            } else {
                page.snippet(finding);
            }
            if let Some((label, text)) = values.and_then(|values| values.of(at, page.words)) {
                page.labelled("  ", label, Ink::Label, 4, &text);
            }
            if !short {
                page.advice(finding);
            }
            short_before = short;
        }
        if !page.text.is_empty() {
            page.blank();
        }
        summary::write(&mut page, report);
        joins::write(&mut page, report);
        assessment::write(&mut page, report);
        out.write_all(page.text.as_bytes())
    }

    /// Writes the problems of a run, for standard error. Nothing when there are none.
    ///
    /// # Errors
    /// `out` cannot be written to.
    pub fn problems(&self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let mut page = Page::new(self, Words::of(report.language));
        for problem in &report.problems {
            let label = format!("{}:", page.words.problem);
            let text = match &problem.path {
                Some(path) => format!("{path}: {}", problem.text),
                None => problem.text.clone(),
            };
            page.labelled("", &label, Ink::Severity(Severity::Error), width_of(&label) + 1, &text);
        }
        out.write_all(page.text.as_bytes())
    }
}

/// What a piece of text is coloured for.
#[derive(Clone, Copy)]
pub(crate) enum Ink {
    Severity(Severity),
    Bold,
    Dim,
    Link,
    Label,
}

/// Text that grows by whole lines, none of them with blanks at its end.
pub(crate) struct Page {
    pub(crate) text: String,
    pub(crate) width: usize,
    pub(crate) unicode: bool,
    pub(crate) words: &'static Words,
    colour: bool,
    theme: GraphicalTheme,
}

impl Page {
    pub(crate) fn new(terminal: &Terminal, words: &'static Words) -> Self {
        let characters = if terminal.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() };
        let styles = if terminal.colour { ThemeStyles::ansi() } else { ThemeStyles::none() };
        let theme = GraphicalTheme { characters, styles };
        let width = terminal.width.clamp(*WIDTHS.start(), *WIDTHS.end());
        Page { text: String::new(), width, unicode: terminal.unicode, words, colour: terminal.colour, theme }
    }

    /// Colours a text.
    pub(crate) fn ink(&self, ink: Ink, text: &str) -> String {
        if !self.colour {
            return text.to_owned();
        }
        let styles = &self.theme.styles;
        // The theme without colours is the only source of a style with nothing in it.
        let plain = ThemeStyles::none().error;
        let style = match ink {
            Ink::Severity(Severity::Error) => styles.error.bold(),
            Ink::Severity(Severity::Warning) => styles.warning.bold(),
            Ink::Severity(Severity::Note) => styles.advice.bold(),
            Ink::Bold => plain.bold(),
            Ink::Dim => styles.linum,
            Ink::Link => styles.link,
            Ink::Label => styles.help,
        };
        style.style(text).to_string()
    }

    /// Ends the line that `text` is.
    pub(crate) fn line(&mut self, text: &str) {
        self.text.push_str(text.trim_end_matches(' '));
        self.text.push('\n');
    }

    pub(crate) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A text behind a label, its further lines set in by `indent` columns.
    pub(crate) fn labelled(&mut self, before: &str, label: &str, ink: Ink, indent: usize, text: &str) {
        let taken = width_of(before) + width_of(label) + 1;
        let lead = format!("{before}{} ", self.ink(ink, label));
        self.wrapped(&lead, taken, indent, text);
    }

    /// A text behind a `lead` that takes `taken` columns, its further lines set in by `indent` columns.
    pub(crate) fn wrapped(&mut self, lead: &str, taken: usize, indent: usize, text: &str) {
        let room = self.width.saturating_sub(indent);
        // `taken` is counted from the indent, as the lines are; a lead that is shorter is filled up.
        let fill = indent.saturating_sub(taken);
        let mut lines = Vec::new();
        for part in text.split('\n') {
            let taken = if lines.is_empty() { taken.saturating_sub(indent) } else { 0 };
            lines.extend(wrap(part, room, taken));
        }
        for (i, line) in lines.iter().enumerate() {
            if i == 0 {
                self.line(&format!("{lead}{}{line}", " ".repeat(fill)));
            } else {
                self.line(&format!("{}{line}", " ".repeat(indent)));
            }
        }
    }

    /// A text set in by two columns.
    pub(crate) fn sentence(&mut self, text: &str) {
        self.wrapped("", 0, 2, text);
    }

    /// `error[code/lost-leading-zero]: 3 values …`
    fn heading(&mut self, finding: &Finding) {
        let label = format!("{}[{}]:", self.words.severity(finding.severity), finding.rule);
        let mut remarks: Vec<String> =
            self.words.confidence(finding.confidence).map(str::to_owned).into_iter().collect();
        remarks.extend(gate::remarks(finding, self.words));
        let text = match remarks.join(", ") {
            none if none.is_empty() => finding.text.clone(),
            remarks => format!("{} ({remarks})", finding.text),
        };
        self.labelled("  ", &label, Ink::Severity(finding.severity), 4, &text);
    }

    /// The line of the first place with the cell marked and, below it, where else.
    fn snippet(&mut self, finding: &Finding) {
        let mut theme = self.theme.clone();
        theme.styles.highlights = vec![match finding.severity {
            Severity::Error => theme.styles.error,
            Severity::Warning => theme.styles.warning,
            Severity::Note => theme.styles.advice,
        }];
        let drawn =
            finding.snippet.as_ref().and_then(|snippet| snippet::draw(&finding.source, snippet, theme, self.width));
        let Some((lines, indent)) = drawn else {
            self.place(finding);
            return;
        };
        for line in &lines {
            self.line(line);
        }
        let (corner, bar) = (self.theme.characters.lbot, self.theme.characters.hbar);
        let place = where_it_is(finding, self.words, self.unicode);
        if place.is_empty() {
            self.line(&format!("{}{corner}{}", " ".repeat(indent), bar.to_string().repeat(4)));
        } else {
            let lead = format!("{}{corner}{bar} ", " ".repeat(indent));
            self.wrapped(&lead, indent + 3, indent + 3, &place);
        }
    }

    /// The place of a finding in one line: `╰─[skoler.csv:2] field "x", rows 2, 5 and 3 more`
    fn place(&mut self, finding: &Finding) {
        let path = match finding.place().span() {
            Some(span) => format!("{}:{}", finding.source, span.line),
            None => finding.source.to_string(),
        };
        let (corner, bar) = (self.theme.characters.lbot, self.theme.characters.hbar);
        let lead = format!("   {corner}{bar}[{}] ", self.ink(Ink::Link, &path));
        let place = where_it_is(finding, self.words, self.unicode);
        self.wrapped(&lead, 8 + width_of(&path), 6, &place);
    }

    /// Why it matters and what to do.
    fn advice(&mut self, finding: &Finding) {
        let (why, help) = (self.words.why, self.words.help);
        let indent = 3 + width_of(why).max(width_of(help));
        for (label, text) in [(why, &finding.why), (help, &finding.help)] {
            if !text.is_empty() {
                self.labelled("  ", label, Ink::Label, indent, text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Which;
    use crate::sample::{allowed, finding, in_field, report, shown};
    use munilint_model::{Language, Place, Problem, Span};

    const PLAIN: Terminal = Terminal { width: 80, colour: false, unicode: true };

    fn rendered(terminal: Terminal, report: &Report) -> String {
        let mut out = Vec::new();
        terminal.render(report, &mut out).expect("a Vec takes everything");
        String::from_utf8(out).expect("text is UTF-8")
    }

    #[test]
    fn a_screen_of_findings() {
        let expected = r#"  warning[person/national-identity-number]: 12 values look like national
    identity numbers (medium confidence)
   ╭─[data/elever.csv:2]
 2 │ ***********;301;3B
   · ───────────
   ╰─ field "id", rows 2, 3, 4 and 9 more
  why:  A national identity number tells who a person is.
  help: Take the column out before the data is shared, or put a key of your own
        in its place.

  error[code/lost-leading-zero]: 1 value has lost its leading zero (301 should
    be 0301)
   ╭─[data/elever.csv:2]
 2 │ ***********;301;3B
   ·             ───
   ╰─ field "kommune", row 2
  why:  Codes are text. 0301 and 301 do not match when two tables are joined, so
        Oslo falls out.
  help: Import the column as text, and write the municipality number with four
        digits.

  note[file/byte-order-mark]: the file begins with a byte order mark
   ╰─[data/skoler.csv]
  help: Leave it when the file is for Excel.

  error[code/lost-leading-zero]: 313 values have lost their leading zero (301
    should be 0301)
   ╰─[data/skoler.csv:2] field "kommunenummer", rows 2, 5, 9 and 310 more

  4 findings in 2 files: 2 errors, 1 warning and 1 note.

          errors  warnings  notes
  code         2         ·      ·   codes and code lists
  file         ·         ·      1   how the file is written
  person       ·         1      ·   personal data
  total        2         1      1

  Checked 2 files (12,058 rows) with 3 rules.
  Of personal data, munilint looked for D-numbers, e-mail addresses and national
  identity numbers; other personal data may still be there.
  munilint could not do all of its work: 1 problem (data/gammel.xls).
  More about a rule: munilint explain person/national-identity-number
"#;
        assert_eq!(rendered(PLAIN, &report()), expected);
    }

    #[test]
    fn in_bokmal_and_without_frames() {
        let mut report = report();
        report.language = Language::Nb;
        report.findings.truncate(1);
        report.problems.clear();
        let number = &mut report.findings[0];
        number.text = "12 verdier ser ut som fødselsnummer".to_owned();
        number.why = "Et fødselsnummer forteller hvem en person er.".to_owned();
        number.help = "Ta ut kolonnen før dataene deles.".to_owned();
        let expected = "  advarsel[person/national-identity-number]: 12 verdier ser ut som fødselsnummer
    (middels sikkert)
   ,-[data/elever.csv:2]
 2 | ***********;301;3B
   : ^^^^^^^^^^^
   `- felt \"id\", rad 2, 3, 4 og 9 til
  hvorfor: Et fødselsnummer forteller hvem en person er.
  råd:     Ta ut kolonnen før dataene deles.

  1 funn i 1 av 2 filer: 1 advarsel.

          feil  advarsler  merknader
  person     -          1          -   personopplysninger

  Kontrollerte 2 filer (12\u{a0}058 rader) med 3 regler.
  Av personopplysninger lette munilint etter D-nummer, e-postadresser og
  fødselsnummer; det kan likevel finnes andre personopplysninger.
  Mer om en regel: munilint explain person/national-identity-number
";
        assert_eq!(rendered(Terminal { unicode: false, ..PLAIN }, &report), expected);
    }

    #[test]
    fn without_findings_it_says_what_was_looked_for() {
        let mut report = report();
        report.findings.clear();
        report.problems.clear();
        let expected = "  No findings from 3 rules in 2 files (12,058 rows).
  Of personal data, munilint looked for D-numbers, e-mail addresses and national
  identity numbers; other personal data may still be there.
";
        assert_eq!(rendered(PLAIN, &report), expected);
        report.screening.detectors.clear();
        let expected = "  No findings from 3 rules in 2 files (12,058 rows).
  munilint did not look for personal data in this run.
";
        assert_eq!(rendered(PLAIN, &report), expected);
        assert_eq!(rendered(PLAIN, &Report::default()), "  No files were checked.\n");
    }

    #[test]
    fn values_are_shown_where_they_are_handed_over() {
        let values = crate::values::of(&[
            (0, Which::Found, &["15857512345", "15857512345", "1585\u{1b}[31m7", ""]),
            (3, Which::First, &["301", "1103"]),
        ]);
        let (mut with, mut without) = (Vec::new(), Vec::new());
        PLAIN.render_with(&values, &report(), &mut with).expect("a Vec takes everything");
        PLAIN.render(&report(), &mut without).expect("a Vec takes everything");
        let (with, without) = (String::from_utf8_lossy(&with), String::from_utf8_lossy(&without));
        assert!(with.contains("  found: 15857512345 · 1585\\u{1b}[31m7\n"), "{with}");
        assert!(with.contains("  the field begins: 301 · 1103\n"), "{with}");
        let others: Vec<&str> = with.lines().filter(|line| !line.contains(" · ")).collect();
        let same: Vec<&str> = without.lines().filter(|line| !line.contains(" · ")).collect();
        assert_eq!(others, same, "all else is the same");
    }

    #[test]
    fn what_is_allowed_is_told_with_its_reasons() {
        let mut report = report();
        report.findings.clear();
        report.problems.clear();
        report.screening.detectors.clear();
        report.allowed = allowed();
        let expected = "  No findings from 3 rules in 2 files (12,058 rows).
  Besides, the configuration allows 3 findings: \"Candidates are public\" (2,
  until 2027-12-31) and \"Mended next time\" (1).
  munilint did not look for personal data in this run.
";
        assert_eq!(rendered(PLAIN, &report), expected);
    }

    #[test]
    fn an_empty_cell_at_the_end_of_a_line_is_marked() {
        let mut report = report();
        let mut empty = finding("value/x", "a.csv", "text");
        empty = shown(in_field(empty, "x", 3, 1, &[120]), 130, "a;b;", 4..4);
        empty.table = Some("Ark1".into());
        empty.seen.first = vec![Place::Cell { row: 120, column: 3, span: Span { byte: 900, line: 130, length: 0 } }];
        report.findings = vec![empty];
        let expected = "  warning[value/x]: text
     ╭─[a.csv:130]
 130 │ a;b;
     ·     ▲
     ╰─ table \"Ark1\", field \"x\", row 120 (line 130)
";
        assert!(rendered(PLAIN, &report).starts_with(expected), "{}", rendered(PLAIN, &report));
    }

    #[test]
    fn lines_fit_and_nothing_acts() {
        let mut report = report();
        let cells: Vec<String> = (0..40).map(|i| format!("blåbær{i}")).collect();
        let line = cells.join(";");
        let mark = line.find("blåbær30").expect("it is there");
        let long =
            finding("table/unexpected-number-of-fields", "data/plan.csv", &"Nøyaktig det samme står her. ".repeat(9));
        let mut long =
            shown(in_field(long, &"bær ".repeat(15), 30, 9_999_999, &[1_000_002]), 1_000_002, &line, mark..mark + 12);
        long.help = "æ".repeat(300);
        report.findings.insert(0, long);
        for language in [Language::Nb, Language::Nn, Language::En] {
            report.language = language;
            for width in [60, 80, 100, 120] {
                for unicode in [true, false] {
                    let text = rendered(Terminal { width, colour: false, unicode }, &report);
                    assert!(text.contains("blåbær30"), "the mark is not seen:\n{text}");
                    assert!(!text.contains('\u{1b}') && text.ends_with('\n') && !text.contains("\n\n\n"));
                    for line in text.lines() {
                        assert!(width_of(line) <= width, "{width}: {line}");
                        assert_eq!(line.trim_end(), line);
                    }
                    let coloured = rendered(Terminal { width, colour: true, unicode }, &report);
                    assert_eq!(without_colours(&coloured), text);
                }
            }
        }
    }

    /// Takes `ESC [ … m` away, which is the only thing that colours may write.
    fn without_colours(text: &str) -> String {
        let mut parts = text.split("\u{1b}[");
        let mut plain = parts.next().unwrap_or("").to_owned();
        for part in parts {
            let (codes, rest) = part.split_once('m').expect("an escape sequence ends");
            assert!(codes.chars().all(|c| c.is_ascii_digit() || c == ';'), "{codes}");
            plain.push_str(rest);
        }
        plain
    }

    #[test]
    fn problems_are_apart() {
        let mut out = Vec::new();
        let mut report = report();
        report.problems[0].text = "this is an old workbook; save it as .xlsx and run the command again".to_owned();
        report.problems.push(Problem { path: None, text: "line 2\n  | selct = 1\n  | ^^^^^".to_owned() });
        PLAIN.problems(&report, &mut out).expect("a Vec takes everything");
        let expected = "problem: data/gammel.xls: this is an old workbook; save it as .xlsx and run the
         command again
problem: line 2
           | selct = 1
           | ^^^^^
";
        assert_eq!(String::from_utf8_lossy(&out), expected);
    }
}
