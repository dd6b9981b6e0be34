//! Records that have another delimiter than the table.

use crate::record_text::whole_text;
use munilint_model::{AnyCheck, Batch, Body, Check, Findings, Occurrences, OddityKind, TableContext};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(|_| Box::new(MixedDelimiters) as Box<dyn AnyCheck>);

/// Delimiters with the messages that name them.
const DELIMITERS: [(u8, &str); 4] = [(b',', ""), (b';', "semicolon"), (b'\t', "tab"), (b'|', "pipe")];

/// A sentence in a short record may have a comma: with fewer fields it is not told from a delimiter.
const FEWEST: usize = 3;

struct MixedDelimiters;

/// What was seen of each of [`DELIMITERS`].
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Others {
    own: u8,
    seen: [Occurrences; 4],
}

impl Check for MixedDelimiters {
    type State = Others;

    fn start(&self, table: &TableContext) -> Others {
        Others { own: table.layout.dialect.delimiter, ..Others::default() }
    }

    fn update(&self, others: &mut Others, batch: &Batch) {
        // Most tables have no record that is too short: they cost one look per run.
        if batch.fields < FEWEST || batch.oddities.count(OddityKind::ShortRow) == 0 {
            return;
        }
        for row in 0..batch.rows() {
            if batch.cell(row, batch.fields - 1).is_some() {
                continue;
            }
            let text = whole_text(batch, row);
            let delimits = |&(delimiter, _): &(u8, &str)| {
                delimiter != others.own && delimits(text, delimiter, others.own, batch.fields)
            };
            if let Some(at) = DELIMITERS.iter().position(delimits) {
                others.seen[at].add(|| batch.row_place(row));
            }
        }
    }

    fn merge(&self, others: &mut Others, more: Others) {
        others.seen.iter_mut().zip(&more.seen).for_each(|(mine, theirs)| mine.merge(theirs));
    }

    fn finish(&self, others: Others, _: &TableContext, found: &mut Findings) {
        for ((_, variant), seen) in DELIMITERS.iter().zip(others.seen) {
            if !seen.is_empty() {
                found.add(None, seen).variant(variant);
            }
        }
    }
}

/// True when `delimiter` makes exactly as many cells of the text as the header has. A comma also stands in numbers and
/// sentences: it counts only where nothing else sets cells apart.
fn delimits(text: &[u8], delimiter: u8, own: u8, fields: usize) -> bool {
    let mut count = 0;
    let mut quoted = false;
    for (at, &byte) in text.iter().enumerate() {
        quoted ^= byte == b'"';
        if quoted {
            continue;
        }
        if byte == delimiter {
            let in_sentence = delimiter != b'\t' && text.get(at + 1) == Some(&b' ');
            if in_sentence {
                return false;
            }
            count += 1;
        } else if byte == own && delimiter == b',' {
            return false;
        }
    }
    count + 1 == fields
}
