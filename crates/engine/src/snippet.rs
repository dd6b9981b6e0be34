//! The row of a finding's first place, masked and cut to fit a screen, with the cell marked.

use munilint_model::{Excerpt, FieldFacts, GoesOn, Layout, MARKERS, Place, Snippet, Span, TableFacts, TableSource};
use std::ops::Range;

/// How much of the source is looked at on either side of a place, in bytes.
const WINDOW: usize = 4096;

/// Longest text that is shown, in characters.
const LONGEST: usize = 72;

/// Longest cell that a message names, in characters.
const LONGEST_EXAMPLE: usize = 60;

/// Longest cell beside the marked one, in characters.
const LONGEST_CELL: usize = 24;

/// Longest marked cell, in characters.
const LONGEST_MARKED: usize = 40;

/// The snippet for a place, when the source can be looked into again.
pub(crate) fn snippet(place: &Place, facts: &TableFacts, source: &dyn TableSource) -> Option<Snippet> {
    let span = place.span()?;
    let line = line_at(span, facts.layout(), source)?;
    let pieces = pieces(&line, facts.layout());
    let marked = pieces.iter().position(|piece| piece.contains(&line.at) || piece.end == line.at);
    let header = place.row().is_some() && place.row() == facts.layout().header_row;
    match place {
        Place::Cell { column, .. } => {
            let marked = marked?;
            // A cell behind a line break in quotes, or far into a long line: which field is which is not known here.
            let aligned = marked + 1 == *column as usize && !line.goes_on.before;
            let shown = |i: usize| -> Option<Excerpt> {
                let (text, goes_on) = line.piece(&pieces, i);
                let field = if i == marked { facts.fields.get(*column as usize - 1) } else { facts.fields.get(i) };
                let longest = if i == marked { LONGEST_MARKED } else { LONGEST_CELL };
                (aligned || i == marked).then(|| cell(text, goes_on, field.filter(|_| !header), longest))
            };
            Some(around(marked, pieces.len(), &shown, facts.layout(), span.line))
        }
        Place::Row { .. } => {
            let shown = |i: usize| {
                let (text, goes_on) = line.piece(&pieces, i);
                Some(cell(text, goes_on, facts.fields.get(i).filter(|_| !header), LONGEST_CELL))
            };
            let mut snippet = around(0, pieces.len(), &shown, facts.layout(), span.line);
            snippet.mark = 0..snippet.text.len();
            Some(snippet)
        }
        _ => {
            let text = Excerpt::part(&line.text, line.goes_on, LONGEST).to_string();
            Some(Snippet { line: span.line, mark: 0..text.len(), text })
        }
    }
}

/// A line of Turtle, masked piece by piece: `"…"@nb` is a text with its language, and no address. As many pieces as fit a screen.
fn by_language(line: &str, masked: impl Fn(&str) -> String) -> String {
    const TAG: &str = "\"@";
    let mut shown = String::new();
    for (at, piece) in line.split(TAG).enumerate() {
        let piece = masked(piece);
        if shown.chars().count() + piece.chars().count() > LONGEST {
            shown.push('…');
            break;
        }
        shown.push_str(if at == 0 { "" } else { TAG });
        shown.push_str(&piece);
    }
    shown
}

/// The line of a place in a text that is no table.
pub(crate) fn line_of_text(place: &Place, text: &[u8]) -> Option<Snippet> {
    let span = place.span()?;
    let at = usize::try_from(span.byte).ok().filter(|&at| at <= text.len())?;
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let start = text[..at].iter().rposition(is_end).map_or(0, |end| end + 1);
    let end = text[at..].iter().position(is_end).map_or(text.len(), |end| at + end);
    let line = String::from_utf8_lossy(&text[start..end]);
    // What is escaped is not told from other text by its form.
    let is_plain = !line.contains(['\\', '%']) && !line.contains("&#");
    let goes_on = GoesOn { before: false, behind: false };
    let masked = |text: &str| Excerpt::part(text, goes_on, LONGEST).to_string();
    let shown = if is_plain { by_language(line.trim(), masked) } else { Excerpt::hidden(line.trim()).to_string() };
    Some(Snippet { line: span.line, mark: 0..shown.len(), text: shown })
}

/// The cell at a place; `None` when the source cannot be looked into again.
pub(crate) fn example(place: &Place, layout: &Layout, source: &dyn TableSource) -> Option<Excerpt> {
    let Place::Cell { span, .. } = place else { return None };
    let length = span.length as usize;
    let (_, bytes) = source.window(span.byte, 0, length.min(WINDOW))?;
    let goes_on = GoesOn { before: false, behind: length > WINDOW };
    Some(Excerpt::part(&layout.encoding.decode(&bytes), goes_on, LONGEST_EXAMPLE))
}

/// A physical line of the source.
struct Line {
    text: String,
    /// Where in `text` the place is.
    at: usize,
    /// Where it is longer than what was looked at.
    goes_on: GoesOn,
}

impl Line {
    /// The text of a piece, and where it goes on.
    fn piece(&self, pieces: &[Range<usize>], i: usize) -> (&str, GoesOn) {
        let before = self.goes_on.before && i == 0;
        let behind = self.goes_on.behind && i + 1 == pieces.len();
        (&self.text[pieces[i].clone()], GoesOn { before, behind })
    }
}

fn line_at(span: Span, layout: &Layout, source: &dyn TableSource) -> Option<Line> {
    let (start, bytes) = source.window(span.byte, WINDOW, WINDOW)?;
    let split = usize::try_from(span.byte - start).ok()?.min(bytes.len());
    let before = layout.encoding.decode(&bytes[..split]);
    let after = layout.encoding.decode(&bytes[split..]);
    let (from, to) = (before.rfind(['\n', '\r']), after.find(['\n', '\r']));
    let goes_on = GoesOn { before: from.is_none() && start > 0, behind: to.is_none() && bytes.len() - split >= WINDOW };
    let before = from.map_or(&*before, |at| &before[at + 1..]);
    let after = to.map_or(&*after, |at| &after[..at]);
    let text = format!("{before}{after}");
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Some(Line { at: before.len().min(text.len()), text, goes_on })
}

/// Where the cells of a line are, quotes included.
fn pieces(line: &Line, layout: &Layout) -> Vec<Range<usize>> {
    let delimiter = char::from(layout.dialect.delimiter);
    let quote = layout.dialect.quote.map(char::from);
    let (mut pieces, mut start, mut quoted) = (Vec::new(), 0, false);
    for (i, c) in line.text.char_indices() {
        if Some(c) == quote && (quoted || i == start) {
            quoted = !quoted;
        } else if c == delimiter && !quoted {
            pieces.push(start..i);
            start = i + c.len_utf8();
        }
    }
    pieces.push(start..line.text.len());
    pieces
}

/// A cell as it may be shown beside others. Values of fields that tell of persons, and long texts, are hidden; signs and
/// words for a missing value tell nothing of anybody.
fn cell(text: &str, goes_on: GoesOn, field: Option<&FieldFacts>, longest: usize) -> Excerpt {
    let bare = text.trim_matches('"').trim();
    let says_nothing = bare.is_empty() || MARKERS.contains(&bare);
    if field.is_some_and(|field| field.private) && !says_nothing {
        Excerpt::hidden(text)
    } else {
        Excerpt::part(text, goes_on, longest)
    }
}

/// The marked cell with as many of its neighbours as there is room for.
fn around(
    marked: usize,
    count: usize,
    shown: &dyn Fn(usize) -> Option<Excerpt>,
    layout: &Layout,
    line: u64,
) -> Snippet {
    let delimiter = if layout.dialect.delimiter == b'\t' { '→' } else { char::from(layout.dialect.delimiter) };
    let mut text = shown(marked).map(|cell| cell.to_string()).unwrap_or_default();
    let mut mark = 0..text.len();
    let (mut left, mut right) = (marked, marked + 1);
    let (mut left_open, mut right_open) = (left > 0, right < count);
    while left_open || right_open {
        if left_open {
            left -= 1;
            match shown(left).filter(|cell| fits(&text, cell)) {
                Some(cell) => {
                    let piece = format!("{cell}{delimiter}");
                    mark = mark.start + piece.len()..mark.end + piece.len();
                    text.insert_str(0, &piece);
                    left_open = left > 0;
                }
                None => {
                    text.insert(0, '…');
                    mark = mark.start + '…'.len_utf8()..mark.end + '…'.len_utf8();
                    left_open = false;
                }
            }
        }
        if right_open {
            match shown(right).filter(|cell| fits(&text, cell)) {
                Some(cell) => {
                    text.push_str(&format!("{delimiter}{cell}"));
                    right += 1;
                    right_open = right < count;
                }
                None => {
                    text.push('…');
                    right_open = false;
                }
            }
        }
    }
    Snippet { line, text, mark }
}

fn fits(text: &str, cell: &Excerpt) -> bool {
    text.chars().count() + cell.as_str().chars().count() < LONGEST
}
