//! Code lists with validity in time.

use crate::date::{self, Calendar, Reading};
use std::ops::Range;

/// A code with its name in one period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The code as text, leading zeros and all.
    pub code: String,
    /// First day of the period.
    pub from: Calendar,
    /// First day after the period; `None` while it lasts.
    pub to: Option<Calendar>,
    /// The name in that period.
    pub name: String,
    /// Codes that took over on that day; several when the unit was split, the code itself when it was renamed.
    pub successors: Vec<String>,
    /// Cells of the list's further columns, in the order of [`CodeList::columns`].
    pub further: Vec<String>,
}

impl Entry {
    /// True when the period has some day of the year.
    #[must_use]
    pub fn is_valid_in(&self, year: i32) -> bool {
        self.from.year <= year && self.to.is_none_or(|to| to > first_of(year))
    }
}

/// 1 January.
fn first_of(year: i32) -> Calendar {
    Calendar { year, month: 1, day: 1 }
}

/// Reads `YYYY`, which is 1 January, or `YYYY-MM-DD`.
fn parse_day(text: &str) -> Option<Calendar> {
    if let Some(Reading::Calendar(day)) = date::iso(text.as_bytes()) {
        return Some(day);
    }
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_year { text.parse().ok().map(first_of) } else { None }
}

/// A code list: entries sorted by code and then in time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeList {
    entries: Vec<Entry>,
    /// Where the entries of each code stand, by code.
    codes: Vec<Range<usize>>,
    columns: Vec<String>,
    origin: String,
}

/// The columns that every list begins with, in order.
const HEADER: [&str; 5] = ["code", "name", "from", "to", "successors"];

impl CodeList {
    /// Reads a list from CSV text: comment lines that start with `#`, the header `code,name,from,to,successors` and the names
    /// of further columns if there are any, and a record a line, quoted where needed. Dates are `YYYY` (1 January) or
    /// `YYYY-MM-DD`; `to` is the first day after the period and is empty while it lasts; successors are set apart by `|`.
    ///
    /// # Errors
    /// The text is not of that form; the message names the line.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut origin = String::new();
        let mut entries = Vec::new();
        let mut columns: Option<Vec<String>> = None;
        for (i, line) in text.lines().enumerate() {
            let at = |what: String| format!("line {}: {what}", i + 1);
            if columns.is_none() && line.starts_with('#') {
                origin.push_str(line.trim_start_matches('#').trim());
                origin.push('\n');
                continue;
            }
            if line.is_empty() {
                continue;
            }
            let mut cells = cells(line).map_err(at)?;
            match &columns {
                Some(columns) => entries.push(entry(cells, columns.len()).map_err(at)?),
                None if cells.starts_with(&HEADER.map(str::to_owned)) => columns = Some(cells.split_off(HEADER.len())),
                None => return Err(at(format!("the header does not begin with {}", HEADER.join(",")))),
            }
        }
        let Some(columns) = columns else { return Err(format!("there is no header {}", HEADER.join(","))) };
        let origin = origin.trim_end().to_owned();
        entries.sort();
        let codes = ranges(&entries);
        overlaps(&entries, &codes)?;
        Ok(CodeList { entries, codes, columns, origin })
    }

    /// The comment lines at the top, without their `#`: origin, licence, date fetched.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Names of the columns behind the five that every list has, such as `iso2`.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The cell of an entry of this list in a further column. `None` when there is no such column or the cell is empty.
    #[must_use]
    pub fn cell<'e>(&self, entry: &'e Entry, column: &str) -> Option<&'e str> {
        let at = self.columns.iter().position(|name| name == column)?;
        entry.further.get(at).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    /// How many different codes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// True when there is no code.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// True when the code is or was in use.
    #[must_use]
    pub fn contains(&self, code: &str) -> bool {
        self.position(code).is_some()
    }

    /// Every period of the code, in time; empty when it is unknown.
    #[must_use]
    pub fn entries(&self, code: &str) -> &[Entry] {
        self.position(code).map_or(&[], |range| &self.entries[range])
    }

    /// The code's newest period.
    #[must_use]
    pub fn entry(&self, code: &str) -> Option<&Entry> {
        self.entries(code).last()
    }

    /// The code's newest name.
    #[must_use]
    pub fn name_of(&self, code: &str) -> Option<&str> {
        self.entry(code).map(|entry| entry.name.as_str())
    }

    /// The code's name in a year, the newest when it changed within the year.
    #[must_use]
    pub fn name_in(&self, code: &str, year: i32) -> Option<&str> {
        self.entries(code).iter().rev().find(|entry| entry.is_valid_in(year)).map(|entry| entry.name.as_str())
    }

    /// True when the code was in use on some day of the year.
    #[must_use]
    pub fn valid_in(&self, code: &str, year: i32) -> bool {
        self.entries(code).iter().any(|entry| entry.is_valid_in(year))
    }

    /// Every entry, by code and then in time.
    pub fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// How many codes were in use on some day of the year.
    #[must_use]
    pub fn count_in(&self, year: i32) -> usize {
        self.codes
            .iter()
            .filter(|range| self.entries[(*range).clone()].iter().any(|entry| entry.is_valid_in(year)))
            .count()
    }

    /// The years in which an edition (vintage) of the list begins, ascending: those of the first days of periods, and of
    /// the days on which a period ended.
    #[must_use]
    pub fn years(&self) -> Vec<i32> {
        let mut years: Vec<i32> =
            self.entries.iter().flat_map(|entry| [Some(entry.from), entry.to]).flatten().map(|day| day.year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The first and the last year in which the code was in use; the last is `None` while it is. `None` when it is unknown.
    #[must_use]
    pub fn span_of(&self, code: &str) -> Option<(i32, Option<i32>)> {
        let entries = self.entries(code);
        let (first, last) = (entries.first()?, entries.last()?);
        let end = |to: Calendar| if to == first_of(to.year) { to.year - 1 } else { to.year };
        Some((first.from.year, last.to.map(end)))
    }

    fn position(&self, code: &str) -> Option<Range<usize>> {
        let found = self.codes.binary_search_by(|range| self.entries[range.start].code.as_str().cmp(code));
        found.ok().map(|at| self.codes[at].clone())
    }
}

fn ranges(entries: &[Entry]) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut ranges = Vec::new();
    for same in entries.chunk_by(|a, b| a.code == b.code) {
        ranges.push(start..start + same.len());
        start += same.len();
    }
    ranges
}

fn overlaps(entries: &[Entry], codes: &[Range<usize>]) -> Result<(), String> {
    for range in codes {
        for pair in entries[range.clone()].windows(2) {
            if pair[0].to.is_none_or(|to| to > pair[1].from) {
                return Err(format!("two periods of the code {} overlap", pair[0].code));
            }
        }
    }
    Ok(())
}

fn entry(mut cells: Vec<String>, columns: usize) -> Result<Entry, String> {
    let count = cells.len();
    let wrong = || format!("there are {count} cells, not {}", HEADER.len() + columns);
    if count != HEADER.len() + columns {
        return Err(wrong());
    }
    let further = cells.split_off(HEADER.len());
    let [code, name, from, to, successors] = <[String; 5]>::try_from(cells).map_err(|_| wrong())?;
    if code.is_empty() {
        return Err("the code is empty".to_owned());
    }
    let day = |text: &str| parse_day(text).ok_or_else(|| format!("{text:?} is not a year or a date"));
    let from = day(&from)?;
    let to = if to.is_empty() { None } else { Some(day(&to)?) };
    if to.is_some_and(|to| to <= from) {
        return Err(format!("the period of {code} ends before it begins"));
    }
    let successors = successors.split('|').filter(|code| !code.is_empty()).map(str::to_owned).collect();
    Ok(Entry { code, from, to, name, successors, further })
}

/// The cells of a line (RFC 4180, without line breaks in cells).
fn cells(line: &str) -> Result<Vec<String>, String> {
    let mut cells = Vec::new();
    let mut rest = line;
    loop {
        let (cell, after) = match rest.strip_prefix('"') {
            Some(quoted) => quoted_cell(quoted)?,
            None => {
                let end = rest.find(',').unwrap_or(rest.len());
                (rest[..end].to_owned(), &rest[end..])
            }
        };
        cells.push(cell);
        match after.strip_prefix(',') {
            Some(next) => rest = next,
            None if after.is_empty() => return Ok(cells),
            None => return Err("there is text behind a closing quote".to_owned()),
        }
    }
}

fn quoted_cell(text: &str) -> Result<(String, &str), String> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let Some(end) = rest.find('"') else { return Err("a quote is not closed".to_owned()) };
        cell.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None => return Ok((cell, rest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIST: &str = "# Origin: a test\n# Licence: none\ncode,name,from,to,successors\n\
        1507,Ålesund,2020-01-01,2024-01-01,1508|1580\n1508,Ålesund,2024,,\n1833,Rana - Raane,2024,,\n\
        1833,Rana,1971,2024,1833\n0001,\"A, \"\"B\"\"\",1971,1980-06-01,\n";

    #[test]
    fn a_list_is_read() {
        let list = CodeList::parse(LIST).unwrap();
        assert_eq!(list.origin(), "Origin: a test\nLicence: none");
        assert_eq!((list.len(), list.is_empty(), list.iter().count()), (4, false, 5));
        assert!(list.contains("1507") && !list.contains("301") && !list.contains(""));
        assert_eq!(list.entry("1507").unwrap().successors, ["1508", "1580"]);
        assert_eq!(list.name_of("1833"), Some("Rana - Raane"));
        assert_eq!(list.name_in("1833", 2023), Some("Rana"));
        assert_eq!(list.name_of("0001"), Some("A, \"B\""));
        assert_eq!(list.entries("9999"), []);
        assert_eq!(list.years(), [1971, 1980, 2020, 2024]);
    }

    #[test]
    fn validity_is_by_year() {
        let list = CodeList::parse(LIST).unwrap();
        let valid = |code, years: [i32; 4]| years.map(|year| list.valid_in(code, year));
        assert_eq!(valid("1507", [2019, 2020, 2023, 2024]), [false, true, true, false]);
        assert_eq!(valid("1833", [1970, 1971, 2023, 2030]), [false, true, true, true]);
        assert_eq!(valid("0001", [1970, 1979, 1980, 1981]), [false, true, true, false]);
        assert_eq!(list.span_of("1507"), Some((2020, Some(2023))));
        assert_eq!(list.span_of("0001"), Some((1971, Some(1980))));
        assert_eq!(list.span_of("1833"), Some((1971, None)));
        assert_eq!(list.count_in(2020), 2);
    }

    #[test]
    fn further_columns_are_carried() {
        let list =
            CodeList::parse("code,name,from,to,successors,iso2,iso3\n000,Norge,1900,,,NO,NOR\n980,Statsløs,1900,,,,\n")
                .unwrap();
        assert_eq!(list.columns(), ["iso2", "iso3"]);
        let cell = |code, column| list.entry(code).and_then(|entry| list.cell(entry, column));
        assert_eq!((cell("000", "iso2"), cell("000", "iso3")), (Some("NO"), Some("NOR")));
        assert_eq!((cell("980", "iso2"), cell("000", "name")), (None, None));
        assert_eq!(list.entry("000").unwrap().further, ["NO", "NOR"]);
        let wrong = CodeList::parse("code,name,from,to,successors,iso2\n000,Norge,1900,,\n").unwrap_err();
        assert_eq!(wrong, "line 2: there are 5 cells, not 6");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let wrong = |text: &str| CodeList::parse(text).unwrap_err();
        let body = |line: &str| wrong(&format!("code,name,from,to,successors\n{line}"));
        assert_eq!(wrong(""), "there is no header code,name,from,to,successors");
        assert_eq!(wrong("code;name"), "line 1: the header does not begin with code,name,from,to,successors");
        assert_eq!(body("0301,Oslo"), "line 2: there are 2 cells, not 5");
        assert_eq!(body("0301,Oslo,soon,,"), "line 2: \"soon\" is not a year or a date");
        assert_eq!(body("0301,Oslo,2024,2020,"), "line 2: the period of 0301 ends before it begins");
        assert_eq!(body(",Oslo,2024,,"), "line 2: the code is empty");
        assert_eq!(body("0301,\"Oslo,2024,,"), "line 2: a quote is not closed");
        assert_eq!(body("0301,\"Oslo\"x,2024,,"), "line 2: there is text behind a closing quote");
        assert_eq!(body("0301,Oslo,2020,,\n0301,Oslo,2024,,"), "two periods of the code 0301 overlap");
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "(code,name,from,to,successors(,a)?\n)?[0-9a-zæøå\",|#\n-]{0,80}") {
            let _ = CodeList::parse(&text);
        }
    }
}
