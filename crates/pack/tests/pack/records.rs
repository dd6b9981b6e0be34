//! `unique` and `compare` over records that are cut in every way.

use crate::reading::declared;
use munilint_model::{
    AnyCheck, Argument, Batch, Body, Encoding, Field, Findings, PADDING, Place, Role, RoleGuess, TableContext,
};
use std::sync::Arc;

fn check(logic: &str) -> Arc<dyn AnyCheck> {
    match declared(logic).expect("well formed").rule.body {
        Body::Declared(check) => check,
        other => panic!("{other:?} is no check of records"),
    }
}

fn table(fields: &[(&str, Role)]) -> TableContext {
    let field = |(at, (name, role)): (usize, &(&str, Role))| Field {
        name: (*name).to_owned(),
        column: at as u32 + 1,
        role: RoleGuess { role: *role, score: 1.0, ..RoleGuess::default() },
        ..Field::default()
    };
    TableContext { fields: fields.iter().enumerate().map(field).collect(), ..TableContext::default() }
}

/// A record that starts at `offset` of its source, on `line`; a line break may stand in quotes.
struct Record<'r> {
    text: &'r str,
    offset: u64,
    row: u64,
    line: u64,
}

/// The records of `text`, without its header.
fn records(text: &str) -> Vec<Record<'_>> {
    let (mut records, mut start, mut quoted, mut line) = (Vec::new(), 0, false, 1);
    let mut first_line = 1;
    for (at, c) in text.char_indices() {
        quoted ^= c == '"';
        line += u64::from(c == '\n');
        if c == '\n' && !quoted {
            let row = records.len() as u64 + 1;
            records.push(Record { text: &text[start..at], offset: start as u64, row, line: first_line });
            (start, first_line) = (at + 1, line);
        }
    }
    records.split_off(1)
}

/// A batch of some records in a row.
fn batch(records: &[Record<'_>], fields: usize, encoding: Encoding) -> Batch {
    let mut batch = Batch { fields, encoding, quote: Some(b'"'), multiline: true, quoted: true, ..Batch::default() };
    batch.begin(records[0].row, records[0].line, records[0].offset);
    for record in records {
        batch.push_row(batch.bytes.len() as u32);
        let (mut quoted, mut cells) = (false, 0);
        for byte in record.text.bytes().chain([b'\n']) {
            quoted ^= byte == b'"';
            if !quoted && (byte == b';' || byte == b'\n') {
                batch.ends.push(batch.bytes.len() as u32);
                cells += 1;
            }
            batch.bytes.push(byte);
        }
        for _ in cells..fields {
            // An end before its start: the record lacks the cell.
            batch.ends.push(batch.bytes.len() as u32 - 1);
        }
    }
    batch.bytes.extend([0; PADDING]);
    batch
}

/// Every finding of the check, however the records are cut and the states are merged, saved and loaded.
fn found(check: &dyn AnyCheck, table: &TableContext, text: &str) -> Findings {
    let records = records(text);
    let mut all = Vec::new();
    for size in [1, 2, 3, 7, records.len()] {
        for states in [1, 2, 3] {
            for backwards in [false, true] {
                all.push(cut(check, table, &records, size, states, backwards));
            }
        }
    }
    let first = all.swap_remove(0);
    assert!(all.iter().all(|other| *other == first), "the cut shows");
    first
}

fn cut(
    check: &dyn AnyCheck,
    table: &TableContext,
    records: &[Record<'_>],
    size: usize,
    states: usize,
    backwards: bool,
) -> Findings {
    let mut batches: Vec<Batch> =
        records.chunks(size).map(|part| batch(part, table.fields.len(), Encoding::Utf8)).collect();
    if backwards {
        batches.reverse();
    }
    let mut parts: Vec<_> = (0..states).map(|_| check.start_any(table)).collect();
    for (at, batch) in batches.iter().enumerate() {
        check.update_any(&mut parts[at % states], batch);
    }
    let saved = parts.iter().map(|part| check.load(&check.save(part).expect("saved")).expect("loaded"));
    let mut saved: Vec<_> = saved.collect();
    if backwards {
        saved.reverse();
    }
    let mut whole = saved.remove(0);
    for part in saved {
        check.merge_any(&mut whole, part);
    }
    let mut found = Findings::default();
    check.finish_any(whole, table, &mut found);
    found
}

fn rows(found: &Findings) -> Vec<(Option<u32>, u64, Vec<u64>)> {
    let rows = |places: &[Place]| places.iter().filter_map(Place::row).collect();
    found.drafts.iter().map(|draft| (draft.column, draft.seen.count, rows(&draft.seen.first))).collect()
}

fn value<'f>(found: &'f Findings, name: &str) -> Option<&'f str> {
    found.drafts[0].message.arguments.iter().find_map(|(given, argument)| match argument {
        Argument::Excerpt(excerpt) if *given == name => Some(excerpt.as_str()),
        _ => None,
    })
}

#[test]
fn repeated_values_are_found_wherever_they_stand() {
    let check = check("[given]\nname = [\"id*\"]\n[assert]\nunique = true");
    let table = table(&[("id", Role::Unknown), ("navn", Role::Unknown), ("ID2", Role::Unknown)]);
    let text = "id;navn;ID2\na;x;1\nb;x;2\na;x;3\n\"a\";x;2\n;x;\n;x;\n..;x;..\n..;x;..\n\"c\nd\";x;4\nb;x;5\n\"c\nd\";x;6\nkort\nkort\n";
    let found = found(&*check, &table, text);
    assert_eq!(rows(&found), [(Some(1), 5, vec![4, 5, 11, 12, 14]), (Some(3), 1, vec![5])]);
    assert_eq!(value(&found, "field"), Some("id"));
    let span = found.drafts[0].seen.first[3].span().expect("a span");
    assert_eq!(&text[span.byte as usize..][..span.length as usize], "c\nd");
    assert_eq!(span.line, 13);
}

#[test]
fn unique_values_and_other_fields_say_nothing() {
    let check = check("[given]\nrole = [\"key\"]\n[assert]\nunique = true");
    let text = "a;b\n1;x\n2;x\n3;x\n";
    assert_eq!(found(&*check, &table(&[("a", Role::Key), ("b", Role::Unknown)]), text), Findings::default());
    assert_eq!(found(&*check, &table(&[("a", Role::Unknown), ("b", Role::Unknown)]), text), Findings::default());
}

#[test]
fn more_than_are_kept_are_counted() {
    let check = check("[given]\nname = [\"a\"]\n[assert]\nunique = true");
    let text = format!("a\n{}", "x\n".repeat(40));
    let found = found(&*check, &table(&[("a", Role::Unknown)]), &text);
    assert_eq!(rows(&found), [(Some(1), 39, (3..13).collect())]);
}

#[test]
fn fields_of_a_row_are_compared() {
    let check = check("[assert]\ncompare = { left = \"Fra\", op = \"<=\", right = \"til\" }");
    let table = table(&[("navn", Role::Unknown), ("fra ", Role::Unknown), ("TIL", Role::Unknown)]);
    let text = "navn;fra;til\na;1;2\nb;10;9\nc;1 000,5;1000.5\nd;31.12.2024;2025-01-01\ne;2025-01-01;31.12.2024\nf;;1\ng;9;..\nh;9\ni;b;a\n";
    let found = found(&*check, &table, text);
    assert_eq!(rows(&found), [(Some(2), 3, vec![3, 6, 10])]);
    assert_eq!(
        (value(&found, "example"), value(&found, "right"), value(&found, "field")),
        (Some("10"), Some("9"), Some("fra "))
    );
    let span = found.drafts[0].seen.first[1].span().expect("a span");
    assert_eq!(&text[span.byte as usize..][..span.length as usize], "2025-01-01");
}

#[test]
fn a_table_without_the_fields_is_left_alone() {
    let check = check("[assert]\ncompare = { left = \"fra\", op = \"<\", right = \"til\" }");
    assert_eq!(found(&*check, &table(&[("fra", Role::Unknown)]), "fra\n2\n"), Findings::default());
}

#[test]
fn what_tells_of_a_person_is_not_shown() {
    let check = check("[assert]\ncompare = { left = \"a\", op = \"=\", right = \"b\" }");
    let found = found(&*check, &table(&[("a", Role::PersonName), ("b", Role::Unknown)]), "a;b\nKari;Ola\n");
    assert_eq!((value(&found, "example"), value(&found, "right")), (Some("***"), Some("Ola")));
}

#[test]
fn places_are_those_of_the_batch() {
    let check = check("[assert]\ncompare = { left = \"a\", op = \"=\", right = \"b\" }");
    let table = table(&[("a", Role::Unknown), ("b", Role::Unknown)]);
    let text = "a;b\n\"æ\nø\";1\nx;y\n\"𝄞\r\nz\";å\n";
    for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Windows1252] {
        let batch = batch(&records(text), 2, encoding);
        let mut state = check.start_any(&table);
        check.update_any(&mut state, &batch);
        let mut found = Findings::default();
        check.finish_any(state, &table, &mut found);
        let places: Vec<Place> = (0..3).map(|row| batch.cell_place(row, 0)).collect();
        assert_eq!(found.drafts[0].seen.first, places, "{encoding}");
    }
}
