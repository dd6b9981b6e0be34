//! The first sheet: may the data be shared, what stands in the way, what to do first, how good it is, and what was looked at.

use super::copy::Copied;
use super::findings::{link_to, write};
use super::look;
use super::words::WorkbookWords;
use crate::gate;
use crate::phrases::Phrases;
use crate::words::{Words, fill};
use munilint_model::{Finding, Report, Score, Severity, Unseen};
use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// Widths of the four columns.
const WIDTHS: [f64; 4] = [46.0, 34.0, 46.0, 34.0];

/// So many findings that stand in the way are named.
const NAMED: usize = 10;

/// So many things that were not looked at are named, of each kind.
const LISTED: usize = 50;

/// A sheet that is written from the top down.
struct Page<'a> {
    sheet: Worksheet,
    row: u32,
    report: &'a Report,
    words: &'static WorkbookWords,
    general: &'static Words,
}

/// Makes the sheet.
pub(crate) fn sheet(
    report: &Report,
    words: &'static WorkbookWords,
    copies: &BTreeMap<&str, Copied>,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(words.summary)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_screen_gridlines(false);
    for (column, width) in (0u16..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut page = Page { sheet, row: 0, report, words, general: Words::of(report.language) };
    page.verdict()?;
    page.stops()?;
    page.first()?;
    page.scores()?;
    page.files(copies)?;
    page.looked_for()?;
    page.not_looked()?;
    page.made_with()?;
    Ok(page.sheet)
}

impl Page<'_> {
    fn title(&mut self, text: &str) -> Result<(), XlsxError> {
        self.row += 1;
        for column in 0..4 {
            self.sheet.write_blank(self.row, column, &look::title())?;
        }
        write(&mut self.sheet, self.row, 0, text, &look::title())?;
        self.row += 1;
        Ok(())
    }

    /// A text over all columns, as high as it needs.
    fn sentence(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        let size = if *format == look::wrapped() { 1.0 } else { 1.3 };
        let width = WIDTHS.iter().sum::<f64>() / size;
        let lines = (text.chars().count() as f64 / width).ceil().max(1.0);
        self.sheet.merge_range(self.row, 0, self.row, 3, "", format)?;
        write(&mut self.sheet, self.row, 0, text, format)?;
        self.sheet.set_row_height(self.row, 15.5 * lines * size)?;
        self.row += 1;
        Ok(())
    }

    fn heads(&mut self, heads: [&str; 4]) -> Result<(), XlsxError> {
        self.texts(heads, &look::head())
    }

    fn texts(&mut self, texts: [&str; 4], format: &Format) -> Result<(), XlsxError> {
        for (column, text) in (0u16..).zip(texts) {
            write(&mut self.sheet, self.row, column, text, format)?;
        }
        self.row += 1;
        Ok(())
    }

    fn verdict(&mut self) -> Result<(), XlsxError> {
        let title = Format::new().set_bold().set_font_size(18);
        write(&mut self.sheet, 0, 0, self.words.question, &title)?;
        self.sheet.set_row_height(0, 28.0)?;
        self.row = 1;
        let verdict = self.report.verdict;
        let format = look::wrapped().set_bold().set_font_size(14).set_background_color(look::verdict(verdict));
        self.sentence(Phrases::of(self.report.language).verdict(verdict), &format)?;
        let summary = self.report.summary();
        let counts =
            Severity::GRAVEST_FIRST.map(|severity| self.general.count_of(severity, summary.count(severity))).join(", ");
        let mut text = format!("{}: {counts}.", self.words.counts);
        if !self.report.allowed.is_empty() {
            let allowed = self.general.number(self.report.allowed.len() as u64);
            text.push_str(&format!(" {}: {allowed}.", self.words.allowed));
        }
        self.sentence(&text, &look::wrapped())?;
        for sentence in gate::sentences(self.report) {
            self.sentence(&sentence, &look::wrapped())?;
        }
        Ok(())
    }

    /// What the verdict is for.
    fn stops(&mut self) -> Result<(), XlsxError> {
        self.title(self.words.stops)?;
        let report = self.report;
        // What is known or within its limit is still in the data.
        let apart = report.known().iter().map(|one| &one.finding);
        let apart = apart.chain(report.tolerated.iter().map(|one| &one.finding));
        let all = report.findings.iter().chain(apart);
        let stopping: Vec<&Finding> = all.filter(|finding| report.verdict.rests_on(finding)).collect();
        for problem in &report.problems {
            let path = problem.path.as_deref().map(|path| format!("{path}: ")).unwrap_or_default();
            self.sentence(&format!("{path}{}", problem.text), &look::wrapped())?;
        }
        if stopping.is_empty() && report.problems.is_empty() {
            self.sentence(self.words.nothing_stops, &look::wrapped())?;
        }
        for finding in stopping.iter().take(NAMED) {
            let text = format!("{}: {}", self.place(finding), finding.text);
            self.sentence(&text, &look::wrapped())?;
        }
        if stopping.len() > NAMED {
            let more = self.general.number((stopping.len() - NAMED) as u64);
            self.sentence(&fill(self.words.and_more, &[("count", &more)]), &look::wrapped())?;
        }
        Ok(())
    }

    /// File and field of a finding.
    fn place(&self, finding: &Finding) -> String {
        match finding.field_in(self.report.language) {
            Some(field) => format!("{}, {}", finding.source, self.general.field(field.as_str(), true)),
            None => finding.source.to_string(),
        }
    }

    fn first(&mut self) -> Result<(), XlsxError> {
        let report = self.report;
        if report.first.is_empty() {
            return Ok(());
        }
        self.title(self.words.first)?;
        self.heads(self.words.first_heads)?;
        for advice in &report.first {
            let Some(&at) = advice.findings.first() else { continue };
            let Some(finding) = report.findings.get(at) else { continue };
            let more = advice.findings.len() - 1;
            let more = if more > 0 { self.general.more(more as u64) } else { String::new() };
            let place = format!("{}{more}", self.place(finding));
            let gain = advice.gain.map(|gain| self.gain(gain)).unwrap_or_default();
            let row = self.row;
            self.texts([&finding.text, &place, &finding.help, &gain], &look::wrapped())?;
            // Behind the header; a finding that no row is left for is not linked.
            let cell = format!("I{}", at + 2);
            let link = link_to(self.words.findings, &cell);
            self.link(row, 0, link, &finding.text)?;
            self.height(row, &[&finding.text, &place, &finding.help, &gain])?;
        }
        Ok(())
    }

    fn link(&mut self, row: u32, column: u16, link: Url, text: &str) -> Result<(), XlsxError> {
        let text: String = text.chars().take(200).collect();
        let format = look::for_text(&look::link(), &text);
        self.sheet.write_url_with_format(row, column, link.set_text(text), &format)?;
        Ok(())
    }

    /// Makes a row as high as its longest text needs: not every program does so by itself.
    fn height(&mut self, row: u32, texts: &[&str]) -> Result<(), XlsxError> {
        let lines = texts.iter().zip(WIDTHS).map(|(text, width)| (text.chars().count() as f64 / (width - 2.0)).ceil());
        self.sheet.set_row_height(row, 15.5 * lines.fold(1.0, f64::max))?;
        Ok(())
    }

    fn gain(&self, [now, then]: [Score; 2]) -> String {
        let dimension = self.words.dimension(now.dimension);
        let (now, then) = (self.words.share(now.share()), self.words.share(then.share()));
        fill(self.words.gain, &[("dimension", dimension), ("now", &now), ("then", &then)])
    }

    fn scores(&mut self) -> Result<(), XlsxError> {
        if self.report.scores.is_empty() {
            return Ok(());
        }
        self.title(self.words.scores)?;
        self.sentence(self.words.scores_made, &look::wrapped())?;
        self.heads(self.words.score_heads)?;
        for score in &self.report.scores {
            write(&mut self.sheet, self.row, 0, self.words.dimension(score.dimension), &look::wrapped())?;
            self.sheet.write_number_with_format(self.row, 1, score.sound as f64, &look::wrapped())?;
            self.sheet.write_number_with_format(self.row, 2, score.units as f64, &look::wrapped())?;
            let format = look::wrapped().set_num_format("0.0 %");
            self.sheet.write_number_with_format(self.row, 3, score.share(), &format)?;
            self.row += 1;
        }
        Ok(())
    }

    fn files(&mut self, copies: &BTreeMap<&str, Copied>) -> Result<(), XlsxError> {
        self.title(self.words.files)?;
        self.sentence(self.words.copies_masked, &look::wrapped())?;
        self.heads(self.words.file_heads)?;
        for file in &self.report.files {
            write(&mut self.sheet, self.row, 0, &file.path, &look::wrapped())?;
            write(&mut self.sheet, self.row, 1, &file.read_as, &look::wrapped())?;
            self.sheet.write_number_with_format(
                self.row,
                2,
                file.rows as f64,
                &look::wrapped().set_num_format("#,##0"),
            )?;
            match copies.get(&*file.path) {
                Some(Copied::Sheet { name, .. }) => self.link(self.row, 3, link_to(name, "A1"), self.words.copy)?,
                Some(Copied::Not(why)) => {
                    write(&mut self.sheet, self.row, 3, self.words.no_copy(*why), &look::wrapped())?;
                }
                None => {}
            }
            self.row += 1;
        }
        Ok(())
    }

    fn looked_for(&mut self) -> Result<(), XlsxError> {
        self.title(self.words.looked_for)?;
        let detectors = &self.report.screening.detectors;
        let things: Vec<String> = detectors.iter().map(|detector| self.general.thing(&detector.rule)).collect();
        if things.is_empty() {
            self.sentence(self.general.looked_for_nothing, &look::wrapped())?;
        } else {
            self.sentence(&format!("{}.", self.general.list(&things)), &look::wrapped())?;
        }
        self.sentence(self.words.no_statement, &look::wrapped().set_bold())
    }

    fn not_looked(&mut self) -> Result<(), XlsxError> {
        self.title(self.words.not_looked)?;
        let screening = &self.report.screening;
        let problems = self.report.problems.iter().filter_map(|problem| problem.path.as_deref());
        let files: Vec<&str> = screening.unread.iter().map(|unread| &*unread.path).chain(problems).collect();
        let rules: Vec<String> = screening.left_out.iter().map(|rule| self.general.thing(rule)).collect();
        let name = |one: &Unseen| self.general.language.field_name(one.field.clone(), one.column);
        let unseen = screening.unseen.iter();
        let fields: Vec<String> =
            unseen.map(|one| format!("{}, {}", one.source, self.general.field(name(one).as_str(), true))).collect();
        let given_up = screening.given_up();
        if files.is_empty() && rules.is_empty() && fields.is_empty() && given_up.is_empty() {
            return self.sentence(self.words.all_looked, &look::wrapped());
        }
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
        let kinds =
            [(self.words.file_left_out, files), (self.words.rule_left_out, rules), (self.words.field_unseen, fields)];
        for (kind, named) in kinds {
            for one in named.iter().take(LISTED) {
                self.sentence(&format!("{kind}: {one}"), &look::wrapped())?;
            }
            if named.len() > LISTED {
                let more = self.general.more((named.len() - LISTED) as u64);
                self.sentence(&format!("{kind}:{more}"), &look::wrapped())?;
            }
        }
        for (limit, all) in given_up {
            let named: Vec<String> = all.iter().map(|one| format!("{} ({})", one.rule, one.source)).collect();
            let more = named.len().saturating_sub(NAMED);
            let more = if more > 0 { self.general.more(more as u64) } else { String::new() };
            let named = named[..named.len().min(NAMED)].join(", ");
            self.sentence(&format!("{} {named}{more}", self.general.limit(limit)), &look::wrapped())?;
        }
        Ok(())
    }

    /// What the report was made with, so that it can be made again.
    fn made_with(&mut self) -> Result<(), XlsxError> {
        self.title(self.words.made_with)?;
        self.sentence(concat!("munilint ", env!("CARGO_PKG_VERSION")), &look::wrapped())?;
        let report = self.report;
        let provenance = &report.provenance;
        let rules = provenance.rules.iter().map(|hash| (self.words.heads[4], hash));
        let named = provenance.codelists.iter().chain(&provenance.configurations);
        let named = named.map(|(name, hash)| (name.as_str(), hash));
        let files = report.files.iter().filter_map(|file| Some((&*file.path, file.sha256.as_ref()?)));
        for (name, hash) in rules.chain(named).chain(files) {
            self.sentence(&format!("{name}: SHA-256 {hash}"), &look::wrapped())?;
        }
        Ok(())
    }
}
