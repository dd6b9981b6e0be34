//! Quotes that are never closed: from the quote to the end of its line everything is plain text, and the next line is
//! read as if the quote were not there.
//!
//! Two signs give such a quote away. Its stretch runs over a line end and then closes before other text than a
//! separator: what seemed its closing quote opens another cell. Or nothing closes it before the text ends, or before
//! the record is longer than a record may be.
//!
//! Work is linear: the first lone quote (one that is neither doubled nor escaped) behind an opening one decides, so no
//! stretch is searched by more than one quote.

use super::{Grammar, Tokens};
use munilint_model::Escape;

/// How far a quote is looked for that closes another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reach {
    /// Nothing follows the text: it ends with a line end.
    pub(crate) ended: bool,
    /// Length of the longest record, in bytes.
    pub(crate) longest: usize,
}

impl Reach {
    /// True when a record of which `length` bytes are there will not be waited for any more.
    fn is_over(self, length: usize) -> bool {
        self.ended || length >= self.longest
    }
}

/// Reads `text`, of which `tokens` are the tokens, anew from the first record that holds a quote that is never closed.
/// Such quotes are written down in [`Tokens::unclosed`]. A last record that may still be completed is left out.
pub(super) fn recover(text: &[u8], grammar: Grammar, reach: Reach, tokens: &mut Tokens) {
    let Some(quote) = grammar.quote else { return };
    let Some(row) = first_broken(text, reach, tokens) else { return };
    let mut start = row_start(tokens, row);
    tokens.count = row.checked_sub(1).map_or(0, |before| tokens.row_ends[before] as usize + 1);
    tokens.row_ends.truncate(row);
    let kept = tokens.after_quote.partition_point(|&at| (at as usize) < start);
    tokens.after_quote.truncate(kept);
    tokens.open_quote = None;
    let mut reader = Reader { text, grammar, quote, reach, tokens };
    while start < text.len()
        && let Some(next) = reader.record(start)
    {
        start = next;
    }
}

/// The first row with a quote that is never closed.
fn first_broken(text: &[u8], reach: Reach, tokens: &Tokens) -> Option<usize> {
    let runaway = tokens.after_quote.iter().find_map(|&at| {
        let separator = tokens.found().partition_point(|&separator| separator < at);
        let start = separator.checked_sub(1).map_or(0, |before| tokens.found()[before] as usize + 1);
        let end = *tokens.found().get(separator)? as usize;
        let row = tokens.row_ends.partition_point(|&end| (end as usize) < separator);
        runs_away(text, start, at as usize, end).then_some(row)
    });
    let last = tokens.row_ends.len();
    runaway.or_else(|| {
        let open = tokens.open_quote.is_some() && reach.is_over(text.len() - row_start(tokens, last));
        open.then_some(last)
    })
}

/// Where the text of a row starts.
fn row_start(tokens: &Tokens, row: usize) -> usize {
    row.checked_sub(1).map_or(0, |before| tokens.found()[tokens.row_ends[before] as usize] as usize + 1)
}

/// True for a cell from `start` to `end` whose quoted stretch, which ends before `behind`, holds a line end and is
/// followed by other text than blanks.
fn runs_away(text: &[u8], start: usize, behind: usize, end: usize) -> bool {
    memchr::memchr2(b'\n', b'\r', &text[start..behind]).is_some()
        && text[behind..end].iter().any(|byte| !matches!(byte, b' ' | b'\r'))
}

struct Reader<'a> {
    text: &'a [u8],
    grammar: Grammar,
    quote: u8,
    reach: Reach,
    tokens: &'a mut Tokens,
}

/// How a quoted cell goes on.
enum Quoted {
    /// Its separator is here.
    Until(usize),
    /// It is never closed.
    Unclosed,
    /// That is not known yet.
    Open,
}

impl Reader<'_> {
    /// Reads the record at `start` and gives where the next one starts; `None` when the record is not whole.
    fn record(&mut self, start: usize) -> Option<usize> {
        let (count, after) = (self.tokens.count, self.tokens.after_quote.len());
        let unclosed = self.tokens.unclosed.len();
        let next = self.cells(start);
        if next.is_none() {
            self.tokens.count = count;
            self.tokens.after_quote.truncate(after);
            self.tokens.unclosed.truncate(unclosed);
        }
        next
    }

    fn cells(&mut self, start: usize) -> Option<usize> {
        let (mut at, mut plain) = (start, false);
        loop {
            let quoted = !plain && self.text.get(at) == Some(&self.quote);
            let end = match if quoted { self.quoted(start, at) } else { Quoted::Until(self.separator(at)?) } {
                Quoted::Until(end) => end,
                Quoted::Unclosed => {
                    plain = true;
                    self.tokens.unclosed.push(position(at));
                    self.separator(at)?
                }
                Quoted::Open => {
                    self.tokens.open_quote = Some(position(at));
                    return None;
                }
            };
            self.tokens.separators[self.tokens.count] = position(end);
            self.tokens.count += 1;
            at = end + 1;
            if self.text[end] != self.grammar.delimiter {
                self.tokens.row_ends.push(position(self.tokens.count - 1));
                return Some(at);
            }
        }
    }

    /// The cell that starts at `open`, with a quote, in the record that starts at `start`.
    fn quoted(&mut self, start: usize, open: usize) -> Quoted {
        let close = self.closing(open + 1);
        let end = close.and_then(|close| self.separator(close + 1));
        let (Some(close), Some(end)) = (close, end) else {
            let over = close.is_none() && self.reach.is_over(self.text.len() - start);
            return if over { Quoted::Unclosed } else { Quoted::Open };
        };
        let behind = close + 1;
        if runs_away(self.text, open, behind, end) {
            return Quoted::Unclosed;
        }
        if behind < end && self.text[behind] != b'\r' {
            self.tokens.after_quote.push(position(behind));
        }
        Quoted::Until(end)
    }

    /// The quote that closes a stretch whose text starts at `from`.
    fn closing(&self, mut from: usize) -> Option<usize> {
        loop {
            let rest = self.text.get(from..)?;
            let at = from
                + match self.grammar.escape {
                    Escape::Doubled => memchr::memchr(self.quote, rest)?,
                    Escape::Backslash => memchr::memchr2(self.quote, b'\\', rest)?,
                };
            let skips = match self.grammar.escape {
                Escape::Doubled => self.text.get(at + 1) == Some(&self.quote),
                Escape::Backslash => self.text[at] == b'\\',
            };
            if !skips {
                return Some(at);
            }
            from = at + 2;
        }
    }

    /// The first separator from `from` on, quotes being plain.
    fn separator(&self, mut from: usize) -> Option<usize> {
        loop {
            let at = from + memchr::memchr3(self.grammar.delimiter, b'\n', b'\r', self.text.get(from..)?)?;
            if self.text[at] != b'\r' || self.text.get(at + 1) != Some(&b'\n') {
                return Some(at);
            }
            from = at + 1;
        }
    }
}

fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokenize::tokenize;
    use munilint_model::PADDING;
    use proptest::prelude::*;

    fn tokens(text: &str, escape: Escape, reach: Reach) -> (Tokens, Tokens) {
        let grammar = Grammar { delimiter: b';', quote: Some(b'"'), escape, utf8: true };
        let mut padded = text.as_bytes().to_vec();
        padded.resize(text.len() + PADDING, 0);
        let mut found = Tokens::default();
        tokenize(&padded, text.len(), grammar, reach, &mut found);
        let mut anew = Tokens { separators: vec![0; text.len()], ..Tokens::default() };
        let mut reader = Reader { text: &padded[..text.len()], grammar, quote: b'"', reach, tokens: &mut anew };
        let mut start = 0;
        while start < text.len()
            && let Some(next) = reader.record(start)
        {
            start = next;
        }
        (found, anew)
    }

    fn unclosed(text: &str) -> (Vec<u32>, usize) {
        let (tokens, _) = tokens(text, Escape::Doubled, Reach { ended: true, longest: 1 << 20 });
        (tokens.unclosed.clone(), tokens.row_ends.len())
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_its_line_only() {
        assert_eq!(unclosed("a;\"b\nc;d\ne;f\n"), (vec![2], 3));
        assert_eq!(unclosed("a;\"b\nc;\"d\ne;\"f\n"), (vec![2, 7, 12], 3));
        assert_eq!(unclosed("a;\"b\nc;\"d\"\ne;f\n"), (vec![2], 3));
        assert_eq!(unclosed("\"a\nb\";\"c\nd\n"), (vec![6], 2));
        assert_eq!(unclosed("\"a\nb\";\"c\nd\"\ne\n"), (vec![], 2));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn the_first_records_are_those_of_the_fast_tokenizer(
            text in "[\";;\n\n\r a\\\\]{0,120}", backslash: bool, ended: bool, longest in 1usize..200,
        ) {
            let text = if ended { format!("{text}\n") } else { text };
            let escape = if backslash { Escape::Backslash } else { Escape::Doubled };
            // What is not ended and longer than the longest record is never asked for.
            let longest = longest.max(text.len());
            let (found, anew) = tokens(&text, escape, Reach { ended, longest });
            let rows = found.row_ends.len();
            prop_assert_eq!(&found.row_ends, &anew.row_ends, "rows {}", rows);
            let end = found.row_ends.last().map_or(0, |&end| end as usize + 1);
            prop_assert_eq!(&found.found()[..end], anew.found(), "separators");
            prop_assert_eq!(&found.unclosed, &anew.unclosed, "unclosed");
            let text_end = end.checked_sub(1).map_or(0, |last| found.found()[last]);
            let after: Vec<u32> = found.after_quote.iter().copied().take_while(|&at| at < text_end).collect();
            prop_assert_eq!(after, anew.after_quote.clone(), "after quote");
        }
    }
}
