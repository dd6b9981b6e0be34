//! Rows that are equal byte for byte.

use crate::hashed_rows::HashedRows;
use crate::record_text::whole_text;
use crate::row_hash::hash;
use munilint_model::{AnyCheck, Batch, Body, Check, Findings, Occurrences, Options, Place, Severity, TableContext};

pub(crate) const BODY: Body = Body::Table(compile);

fn compile(options: &Options) -> Box<dyn AnyCheck> {
    Box::new(DuplicateRow { limit: options.number("limit") as u64 })
}

struct DuplicateRow {
    /// More rows than this are not compared.
    limit: u64,
}

impl Check for DuplicateRow {
    type State = HashedRows;

    fn start(&self, _: &TableContext) -> HashedRows {
        HashedRows::default()
    }

    fn update(&self, rows: &mut HashedRows, batch: &Batch) {
        rows.add(batch, self.limit, |row| hash(whole_text(batch, row)));
    }

    fn merge(&self, rows: &mut HashedRows, other: HashedRows) {
        rows.merge(other, self.limit);
    }

    fn finish(&self, rows: HashedRows, _: &TableContext, found: &mut Findings) {
        if rows.count > self.limit {
            let draft = found.add(None, Occurrences::at(Place::File)).variant("too-many");
            draft.count("rows", rows.count).count("limit", self.limit).severity(Severity::Note);
            return;
        }
        let Some(copies) = rows.copies() else { return };
        let draft = found.add(None, copies.seen);
        if let Some((copy, original)) = copies.first {
            draft.count("copy", copy).count("original", original);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use munilint_model::PADDING;

    /// A batch of the lines of `text`, which are the table's rows from `first_row`, with `;` between cells.
    fn batch(text: &str, first_row: u64, offset: u64) -> Batch {
        let mut bytes = text.as_bytes().to_vec();
        let mut batch = Batch { fields: 2, bytes: bytes.clone(), ..Batch::default() };
        batch.begin(first_row, first_row, offset);
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.trim_end_matches(['\n', '\r']).len();
            if end == start {
                batch.push_blank(start, end);
            } else {
                let middle = start + line.find(';').unwrap();
                batch.push_row(start as u32);
                batch.ends.extend([middle as u32, end as u32]);
            }
            start += line.len();
        }
        bytes.resize(bytes.len() + PADDING, 0);
        batch.bytes = bytes;
        batch
    }

    const TEXT: &str = "a;1\r\nb;2\r\na;1\r\n\r\nb;2\r\nc;3\r\na;1\r\n";

    fn check() -> DuplicateRow {
        DuplicateRow { limit: 100 }
    }

    fn finish(state: HashedRows) -> Findings {
        let mut found = Findings::default();
        check().finish(state, &TableContext::default(), &mut found);
        found
    }

    fn whole() -> HashedRows {
        let mut state = HashedRows::default();
        check().update(&mut state, &batch(TEXT, 2, 10));
        state
    }

    #[test]
    fn every_row_after_the_first_of_its_equals_is_counted() {
        let found = finish(whole());
        assert_eq!(found.drafts.len(), 1);
        let seen = &found.drafts[0].seen;
        assert_eq!(seen.count, 3);
        assert_eq!(seen.first.iter().filter_map(Place::row).collect::<Vec<_>>(), [4, 6, 8]);
    }

    #[test]
    fn the_cut_does_not_show() {
        let mut parts = Vec::new();
        let (mut row, mut offset) = (2, 10);
        for line in TEXT.split_inclusive('\n') {
            let mut state = HashedRows::default();
            check().update(&mut state, &batch(line, row, offset));
            parts.push(state);
            row += 1;
            offset += line.len() as u64;
        }
        let mut state = HashedRows::default();
        parts.into_iter().rev().for_each(|part| check().merge(&mut state, part));
        assert_eq!(finish(state), finish(whole()));
    }

    #[test]
    fn cells_beyond_the_header_count_too() {
        let mut long = batch("a;1;x\na;1;y\n", 2, 0);
        // The reader leaves out what a record has too much.
        long.ends = vec![1, 3, 7, 9];
        let mut state = HashedRows::default();
        check().update(&mut state, &long);
        assert!(finish(state).drafts.is_empty());
    }

    #[test]
    fn too_many_rows_are_said_to_be_too_many() {
        let check = DuplicateRow { limit: 8 };
        let mut state = HashedRows::default();
        for _ in 0..2 {
            check.update(&mut state, &batch(TEXT, 2, 10));
        }
        let mut found = Findings::default();
        check.finish(state, &TableContext::default(), &mut found);
        assert_eq!(found.drafts[0].message.variant, "too-many");
    }
}
