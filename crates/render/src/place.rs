//! Places in words.

use crate::words::Words;
use munilint_model::{Confidence, Finding, KEPT, Place, Severity};

/// Longest name of a field that is shown, in characters.
const LONGEST_NAME: usize = 60;

/// A finding in one line, as the pages of rules list them: `row 2, field "x": text`.
///
/// All kept places are named, then how many more there are. A severity or confidence that is not the page's stands
/// before the colon: `field "x" [warning, medium]: text`. Always in English but for the finding's own text.
#[must_use]
pub fn place_line(finding: &Finding, page_severity: Severity, page_confidence: Confidence) -> String {
    let words = Words::english();
    let mut parts: Vec<String> = Vec::new();
    parts.extend(positions(finding, words, KEPT, false));
    parts.extend(field(finding, words, true));
    let mut line = parts.join(", ");
    let mut own = Vec::new();
    if finding.severity != page_severity {
        own.push(finding.severity.to_string());
    }
    if finding.confidence != page_confidence {
        own.push(finding.confidence.to_string());
    }
    if !own.is_empty() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&format!("[{}]", own.join(", ")));
    }
    if !line.is_empty() {
        line.push_str(": ");
    }
    line.push_str(&finding.text);
    line
}

/// Table, field and first rows of a finding, as the terminal shows them: `field "x", rows 2, 5, 9 and 310 more`.
/// Empty when the finding is about its source as a whole.
pub(crate) fn where_it_is(finding: &Finding, words: &Words, unicode: bool) -> String {
    let mut parts = Vec::new();
    parts.extend(finding.table.as_deref().map(|table| words.table(table, unicode)));
    parts.extend(field(finding, words, unicode));
    parts.extend(positions(finding, words, 3, true));
    parts.join(", ")
}

/// `field "x"`; one without a name is called by its position.
fn field(finding: &Finding, words: &Words, unicode: bool) -> Option<String> {
    let name = finding.field.as_ref()?.cut(LONGEST_NAME);
    let name = finding.column.map_or_else(|| name.clone(), |column| words.language.field_name(name.clone(), column));
    Some(words.field(name.as_str(), unicode))
}

/// What a finding says and where: `3 values are … – field "x", rows 2, 5, 9`. Never empty.
pub(crate) fn with_place(finding: &Finding, words: &Words) -> String {
    let text = if finding.text.is_empty() { &*finding.rule } else { &finding.text };
    let place = where_it_is(finding, words, true);
    if place.is_empty() { text.to_owned() } else { format!("{text} – {place}") }
}

/// The line of a finding's first place, from 1; 1 when it is about its source as a whole.
pub(crate) fn line_of(finding: &Finding) -> u64 {
    let told = finding.snippet.as_ref().map(|snippet| snippet.line);
    finding.place().span().map(|span| span.line).or(told).unwrap_or(1).max(1)
}

/// First rows of a finding, where its file and field are told already: `rows 2, 5, 9 and 310 more`. Empty when it is about
/// all of them.
pub(crate) fn where_in_field(finding: &Finding, words: &Words) -> String {
    positions(finding, words, 6, true).unwrap_or_default()
}

/// What kind of number tells places of a finding apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Row,
    Line,
    Field,
}

fn number(place: &Place, kind: Kind) -> Option<u64> {
    match (kind, place) {
        (Kind::Row, _) => place.row(),
        (Kind::Line, Place::Text(span)) => Some(span.line),
        (Kind::Field, Place::Field { column }) => Some(u64::from(*column)),
        _ => None,
    }
}

/// The first places by number, at most `most` of them (one more when that is the last): `rows 2, 5, 9 and 310 more`.
/// `screen` also tells the line of the first row when it is another number, and leaves out what the heading says.
fn positions(finding: &Finding, words: &Words, most: usize, screen: bool) -> Option<String> {
    let kind = [Kind::Row, Kind::Line, Kind::Field]
        .into_iter()
        .find(|&kind| finding.seen.first.iter().any(|place| number(place, kind).is_some()))?;
    if kind == Kind::Field && finding.field.is_some() {
        return None;
    }
    let places: Vec<&Place> = finding.seen.first.iter().filter(|place| number(place, kind).is_some()).collect();
    let count = finding.seen.count.max(places.len() as u64);
    if screen && kind == Kind::Line && count == 1 {
        return None;
    }
    // "and 1 more" is no shorter than the place itself.
    let most = if count == most as u64 + 1 { most + 1 } else { most };
    let mut numbers: Vec<u64> = Vec::new();
    let mut told = 0;
    for place in &places {
        let Some(n) = number(place, kind) else { continue };
        if numbers.last() != Some(&n) {
            if numbers.len() == most {
                break;
            }
            numbers.push(n);
        }
        told += 1;
    }
    let mut list: Vec<String> = numbers.iter().map(u64::to_string).collect();
    let line = places.first().and_then(|place| place.span()).map(|span| span.line);
    if let (true, Kind::Row, Some(line)) = (screen, kind, line)
        && line != numbers[0]
    {
        list[0] = format!("{} ({} {line})", list[0], words.line);
    }
    let one = numbers.len() == 1 && count == told;
    let noun = match kind {
        Kind::Row if one => words.row,
        Kind::Row => words.rows,
        Kind::Line if one => words.line,
        Kind::Line => words.lines,
        Kind::Field if one => words.field,
        Kind::Field => words.fields,
    };
    let mut text = format!("{noun} {}", list.join(", "));
    // A finding over several fields counts cells: how many rows they are in is not known.
    let cells = finding.field.is_none() && matches!(places.first(), Some(Place::Cell { .. }));
    if count > told && cells {
        text.push_str(", …");
    } else if count > told {
        text.push_str(&words.more(count - told));
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{cell, finding, in_field};
    use munilint_model::{Language, Occurrences, Span};

    fn line_of(finding: &Finding) -> String {
        place_line(finding, Severity::Warning, Confidence::High)
    }

    #[test]
    fn a_line_names_rows_and_field() {
        let plain = finding("value/x", "a.csv", "text");
        assert_eq!(line_of(&plain), "text");
        assert_eq!(line_of(&in_field(plain.clone(), "x", 1, 1, &[2])), "row 2, field \"x\": text");
        assert_eq!(line_of(&in_field(plain.clone(), "x", 1, 2, &[2, 5])), "rows 2, 5, field \"x\": text");
        assert_eq!(line_of(&in_field(plain.clone(), "x", 1, 6, &[2])), "rows 2 and 5 more, field \"x\": text");
        let rows: Vec<u64> = (2..12).collect();
        assert_eq!(
            line_of(&in_field(plain.clone(), "x", 1, 15, &rows)),
            "rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 5 more, field \"x\": text"
        );
        let mut whole = in_field(plain, "x", 1, 7, &[]);
        assert_eq!(line_of(&whole), "field \"x\": text");
        whole.seen.first = vec![Place::Field { column: 1 }];
        assert_eq!(line_of(&whole), "field \"x\": text");
    }

    #[test]
    fn a_line_names_records_text_and_fields() {
        let span = |line| Span { byte: 0, line, length: 1 };
        let mut found = finding("table/x", "a.csv", "text");
        found.seen = Occurrences::at(Place::Row { row: 2, span: span(2) });
        assert_eq!(line_of(&found), "row 2: text");
        found.seen = Occurrences::at(Place::Text(span(1)));
        assert_eq!(line_of(&found), "line 1: text");
        found.seen.add(|| Place::Text(span(3)));
        assert_eq!(line_of(&found), "lines 1, 3: text");
        found.seen = Occurrences { count: 2, first: vec![Place::Field { column: 1 }, Place::Field { column: 3 }] };
        assert_eq!(line_of(&found), "fields 1, 3: text");
        found.seen = Occurrences { count: 4, first: vec![cell(2, 1), cell(2, 3), cell(4, 1)] };
        assert_eq!(line_of(&found), "rows 2, 4, …: text");
    }

    #[test]
    fn what_is_not_as_the_page_says_is_told() {
        let mut found = in_field(finding("value/x", "a.csv", "text"), "x", 1, 1, &[2]);
        assert_eq!(place_line(&found, Severity::Error, Confidence::High), "row 2, field \"x\" [warning]: text");
        found.confidence = Confidence::Medium;
        assert_eq!(place_line(&found, Severity::Warning, Confidence::High), "row 2, field \"x\" [medium]: text");
        assert_eq!(place_line(&found, Severity::Error, Confidence::High), "row 2, field \"x\" [warning, medium]: text");
        found.field = None;
        found.seen.first = vec![Place::File];
        assert_eq!(place_line(&found, Severity::Error, Confidence::High), "[warning, medium]: text");
    }

    #[test]
    fn the_terminal_shows_the_first_rows() {
        let words = Words::of(Language::Nb);
        let found = |count, rows: &[u64]| in_field(finding("value/x", "a.csv", "text"), "x", 1, count, rows);
        assert_eq!(where_it_is(&found(1, &[2]), words, true), "felt «x», rad 2");
        assert_eq!(where_it_is(&found(4, &[2, 3, 4, 5]), words, true), "felt «x», rad 2, 3, 4, 5");
        assert_eq!(where_it_is(&found(1313, &[2, 3, 4, 5]), words, false), "felt \"x\", rad 2, 3, 4 og 1310 til");
        let mut apart = found(2, &[2, 7]);
        apart.seen.first[0] = Place::Cell { row: 2, column: 1, span: Span { byte: 0, line: 14, length: 1 } };
        assert_eq!(where_it_is(&apart, Words::english(), true), "field \"x\", rows 2 (line 14), 7");
    }
}
