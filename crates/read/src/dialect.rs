//! How a table is written, told from how well it parses: not by counting on line 1.

use crate::tokenize::{Grammar, Reach, Tokens, tokenize};
use munilint_model::{Dialect, Escape, PADDING};

const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// Stands for "none" in a table of one field: the unit separator, which texts do not hold.
pub(crate) const NO_DELIMITER: u8 = 0x1F;

/// Records of a sample: the cells of each as ranges of the sample.
pub(crate) struct Sample {
    pub(crate) rows: Vec<Vec<(usize, usize)>>,
    /// Where the text behind each record starts.
    pub(crate) nexts: Vec<usize>,
    /// Records that are lines with nothing on them.
    pub(crate) blank: Vec<bool>,
    /// Positions of quotes that are never closed, of which nothing follows as far as can be seen.
    pub(crate) unclosed: Vec<u32>,
    /// Positions of text right behind a closing quote.
    pub(crate) after_quote: Vec<u32>,
}

impl Sample {
    /// Parses `text`; a last record without an end counts when `whole`.
    pub(crate) fn parse(text: &[u8], whole: bool, dialect: Dialect, utf8: bool) -> Sample {
        let mut padded = text.to_vec();
        let mut length = text.len();
        if whole && !matches!(text.last(), None | Some(b'\n' | b'\r')) {
            padded.push(b'\n');
            length += 1;
        }
        padded.resize(length + PADDING, 0);
        let mut tokens = Tokens::default();
        // A quoted cell that takes up half of the sample is one that was never closed.
        let reach = Reach { ended: whole, longest: text.len() / 2 };
        tokenize(&padded, length, Grammar::new(dialect, utf8), reach, &mut tokens);
        let mut rows = Vec::with_capacity(tokens.row_ends.len());
        let mut nexts = Vec::with_capacity(tokens.row_ends.len());
        let mut blank = Vec::with_capacity(tokens.row_ends.len());
        let (mut start, mut from) = (0usize, 0usize);
        for &end in &tokens.row_ends {
            let mut cells = Vec::with_capacity(end as usize + 1 - from);
            for &at in &tokens.found()[from..=end as usize] {
                let at = at as usize;
                cells.push((start, at));
                start = at + 1;
            }
            if let Some(last) = cells.last_mut()
                && last.1 > last.0
                && padded[last.1] == b'\n'
                && padded[last.1 - 1] == b'\r'
            {
                last.1 -= 1;
            }
            blank.push(matches!(cells[..], [(start, end)] if is_blank(&padded[start..end])));
            rows.push(cells);
            nexts.push(start.min(text.len()));
            from = end as usize + 1;
        }
        let Tokens { unclosed, after_quote, .. } = tokens;
        Sample { rows, nexts, blank, unclosed, after_quote }
    }

    /// The number of cells that most records have, and how many have it. Blank lines do not count.
    pub(crate) fn usual_width(&self) -> (usize, usize) {
        let mut widths: Vec<usize> = self.written().map(Vec::len).collect();
        widths.sort_unstable();
        widths
            .chunk_by(|a, b| a == b)
            .map(|same| (same[0], same.len()))
            .max_by_key(|&(width, count)| (count, width))
            .unwrap_or((0, 0))
    }

    /// True when every quote that opens is closed right before a separator.
    fn quotes_pair(&self) -> bool {
        self.unclosed.is_empty() && self.after_quote.is_empty()
    }

    /// Records that are no blank lines.
    fn written(&self) -> impl Iterator<Item = &Vec<(usize, usize)>> {
        self.rows.iter().zip(&self.blank).filter(|(_, blank)| !**blank).map(|(row, _)| row)
    }
}

/// True for a line with nothing on it.
pub(crate) fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|byte| matches!(byte, b' ' | b'\t'))
}

/// The dialect in which the sample is most of a table. `separator` is what a `sep=` line says.
pub(crate) fn detect(text: &[u8], whole: bool, separator: Option<u8>, utf8: bool) -> Dialect {
    let mut best = (0.0f64, Dialect { delimiter: separator.unwrap_or(NO_DELIMITER), ..Dialect::default() });
    let delimiters: Vec<u8> = separator.map_or(DELIMITERS.to_vec(), |only| vec![only]);
    for delimiter in delimiters.into_iter().filter(|delimiter| memchr::memchr(*delimiter, text).is_some()) {
        let (score, dialect) = with_delimiter(text, whole, delimiter, utf8);
        if score > best.0 + LITTLE {
            best = (score, dialect);
        }
    }
    if best.0 < 0.25 && separator.is_none() {
        if let Some(ragged) = of_ragged(text, whole, utf8) {
            return ragged;
        }
        return Dialect { delimiter: NO_DELIMITER, quote: best.1.quote, escape: best.1.escape };
    }
    best.1
}

/// How a table is written whose records are of all widths: its first line is one of names, a few of which may be missing, and most
/// others have the delimiter, too.
fn of_ragged(text: &[u8], whole: bool, utf8: bool) -> Option<Dialect> {
    let candidate = |&delimiter: &u8| {
        let (_, dialect) = with_delimiter(text, whole, delimiter, utf8);
        let sample = Sample::parse(text, whole, dialect, utf8);
        let first = sample.written().next()?;
        let cell = |&(start, end): &(usize, usize)| &text[start..end.min(text.len())];
        let named = first.iter().filter(|range| !cell(range).trim_ascii().is_empty()).count();
        let clean = first.iter().all(|range| is_clean(cell(range), dialect.quote.unwrap_or(b'"')));
        let wide = sample.written().filter(|row| row.len() > 1).count();
        let ragged = named > 1 && named * 2 > first.len() && clean && wide * 2 >= sample.written().count();
        ragged.then_some((wide, first.len(), dialect))
    };
    // Of equals the last is taken: the likeliest delimiter.
    let best = DELIMITERS.iter().rev().filter_map(candidate).max_by_key(|&(wide, cells, _)| (wide, cells));
    best.map(|(_, _, dialect)| dialect)
}

/// Scores that differ by less are alike.
const LITTLE: f64 = 1e-9;

/// How a text with this delimiter quotes, and how much of a table it is.
fn with_delimiter(text: &[u8], whole: bool, delimiter: u8, utf8: bool) -> (f64, Dialect) {
    let parse = |quote, escape| {
        let dialect = Dialect { delimiter, quote: Some(quote), escape };
        let sample = Sample::parse(text, whole, dialect, utf8);
        (score(&sample, text, quote), dialect, sample.quotes_pair(), sample.written().count())
    };
    let escapes = |quote| memchr::memmem::find(text, &[b'\\', quote]).is_some();
    let (mut best, mut dialect, pairs, rows) = parse(b'"', Escape::Doubled);
    // Backslashes are only tried when doubled quotes cannot explain the text.
    if !pairs && escapes(b'"') {
        let (score, escaped, pairs, _) = parse(b'"', Escape::Backslash);
        if score > best + LITTLE || (pairs && score > best - LITTLE) {
            (best, dialect) = (score, escaped);
        }
    }
    let (opening, closing) = edges(text, b'\'');
    if opening == 0 || closing == 0 || edges(text, b'"').0 > 0 {
        return (best, dialect);
    }
    // Apostrophes also stand in texts: they quote when that makes more of a table, or when there are many of them.
    let many = opening as usize * 2 >= rows;
    for escape in [Escape::Doubled, Escape::Backslash] {
        if escape == Escape::Backslash && !escapes(b'\'') {
            break;
        }
        let (score, single, pairs, _) = parse(b'\'', escape);
        if pairs && (score > best + LITTLE || (many && score > best - LITTLE)) {
            return (score, single);
        }
    }
    (best, dialect)
}

/// From 0 to 1: the share of records that have the usual width, more for wider tables, less for cells that a wrong
/// delimiter leaves behind.
fn score(sample: &Sample, text: &[u8], quote: u8) -> f64 {
    let (width, count) = sample.usual_width();
    let records = sample.written().count();
    if width < 2 || records == 0 {
        return 0.0;
    }
    let regular = count as f64 / records as f64;
    let cells: Vec<&(usize, usize)> = sample.rows.iter().filter(|row| row.len() == width).flatten().collect();
    let clean = cells.iter().filter(|(start, end)| is_clean(&text[*start..(*end).min(text.len())], quote)).count();
    let wide = 1.0 - 1.0 / width as f64;
    regular * regular * wide.sqrt() * (clean as f64 / cells.len().max(1) as f64)
}

/// A cell is clean when it is quoted as a whole, or when no part of it looks like what another delimiter would set apart:
/// a lone quote, or text that starts with a blank as behind a comma in a sentence.
fn is_clean(cell: &[u8], quote: u8) -> bool {
    if let [first, .., last] = cell
        && (*first, *last) == (quote, quote)
    {
        return true;
    }
    let quotes = memchr::memchr_iter(b'"', cell).count();
    let sentence = cell.first() == Some(&b' ') && cell.get(1).is_some_and(u8::is_ascii_lowercase);
    let inner = memchr::memchr2(b';', b'\t', cell).is_some() && cell.first() != Some(&b'"');
    quotes.is_multiple_of(2) && !sentence && !inner
}

/// How often `quote` stands behind, and before, a line end or a delimiter.
fn edges(text: &[u8], quote: u8) -> (u32, u32) {
    let edge = |byte: Option<&u8>| byte.is_none_or(|byte| matches!(byte, b'\n' | b'\r' | b';' | b',' | b'\t' | b'|'));
    let (mut opening, mut closing) = (0u32, 0u32);
    for at in memchr::memchr_iter(quote, text) {
        opening += u32::from(edge(at.checked_sub(1).and_then(|before| text.get(before))));
        closing += u32::from(edge(text.get(at + 1)));
    }
    (opening, closing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delimiter(text: &str) -> u8 {
        detect(text.as_bytes(), true, None, true).delimiter
    }

    #[test]
    fn the_delimiter_is_the_one_that_makes_a_table() {
        assert_eq!(delimiter("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n"), b';');
        assert_eq!(
            delimiter("05300: Avstand, etter region og tid\n\nregion;2010;2011\nOslo;1,5;2\nBergen;3;4,5\n"),
            b';'
        );
        assert_eq!(delimiter("navn,beskrivelse\nA,\"en; to; tre\"\nB,fire\n"), b',');
        assert_eq!(delimiter("a\tb\n1,5\t2;3\n4\t5\n"), b'\t');
        assert_eq!(delimiter("a|b\n1|2\n"), b'|');
        assert_eq!(delimiter("kommune\nOslo\nBergen\n"), NO_DELIMITER);
        assert_eq!(delimiter("id,navn,,navn\n1,norsk\n1,norsk\n\n2,samisk,1,2,3\n"), b',');
        assert_eq!(delimiter("Tabell,,\n1,norsk\n\n2,samisk,1,2,3,4\n"), NO_DELIMITER);
        assert_eq!(delimiter("merknad\nDette er en setning, med komma\nEn til\nOg en, her, med to\n"), NO_DELIMITER);
    }

    #[test]
    fn quotes_and_escapes_are_told() {
        let dialect = detect(b"a,b\n'x','y, z'\n'p','q'\n", true, None, true);
        assert_eq!(dialect.quote, Some(b'\''));
        let dialect = detect(b"a,b\n'n Sync,1\np,2\nq,3\ndogs',4\nr,5\n", true, None, true);
        assert_eq!(dialect.quote, Some(b'"'));
        let dialect = detect(b"a,b\n\"x \\\"y, z\\\"\",1\n\"p\",2\n", true, None, true);
        assert_eq!(dialect.escape, Escape::Backslash);
    }
}
