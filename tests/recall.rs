//! How much of what identifies a person is found, and how much is taken for it that is none: measured on texts and tables
//! made at random, with a label on every value (`labelled`).
//!
//! `UPDATE=1` writes what is measured, for people into `docs/recall.md` and for the command into `rules/person/recall.csv`.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

#[path = "recall/count.rs"]
mod count;
#[path = "recall/fields.rs"]
mod fields;
#[path = "recall/page.rs"]
mod page;
#[path = "recall/scanner.rs"]
mod scanner;
#[path = "recall/texts.rs"]
mod texts;

use count::Count;
use munilint_tests::labelled::kind::{KINDS, Kind, Label};
use munilint_tests::labelled::table::Table;
use munilint_tests::labelled::text::Text;
use munilint_tests::labelled::trap::TRAPS_OF_ALL_SORTS;
use munilint_tests::labelled::{Maker, SEED};
use munilint_tests::{expect_file, root};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

const TEXTS: usize = 20_000;
const TABLES: usize = 200;

fn texts() -> Vec<Text> {
    let mut maker = Maker::new(SEED);
    (0..TEXTS).map(|_| maker.text()).collect()
}

fn tables() -> Vec<Table> {
    let mut maker = Maker::new(SEED + 1);
    (0..TABLES).map(|number| maker.table(number)).collect()
}

#[test]
fn what_is_found_is_what_is_written_down() {
    let texts = texts::score(&texts(), &scanner::Scanner);
    let tables = tables();
    let fields = fields::score(&tables);
    let page = page::page(&texts, &fields, &tables);
    expect_file(&root().join("docs/recall.md"), &page);
    expect_file(&root().join("rules/person/recall.csv"), &page::list(&texts, &fields));
    let mut wrong = Vec::new();
    for kind in KINDS {
        let Some((precision, recall)) = aim(kind) else { continue };
        for (place, count) in [("text", texts.count(kind)), ("fields", fields.count(kind, |_| true))] {
            let is_reached = count.precision() >= precision && count.recall() >= recall;
            if is_reached == NOT_YET.contains(&(kind, place)) {
                wrong.push(format!("{} in {place}: {count:?}", kind.words()));
            }
        }
    }
    assert!(wrong.is_empty(), "below the aim, or at last above it and still in NOT_YET:\n{}", wrong.join("\n"));
}

/// The least precision and recall that a kind should have.
fn aim(kind: Kind) -> Option<(f64, f64)> {
    match kind {
        Kind::FullName => Some((0.9, 0.8)),
        kind if kind.is_checked() => Some((0.99, 0.99)),
        _ => None,
    }
}

/// Kinds, in texts or in fields, that do not reach the aim yet. The list may only become shorter.
const NOT_YET: [(Kind, &str); 0] = [];

#[test]
fn labels_stand_where_they_say() {
    let mut kinds = BTreeSet::new();
    let mut traps = BTreeSet::new();
    let (mut with, mut nynorsk) = (0, 0);
    for text in texts() {
        let mut before = 0;
        for one in &text.labels {
            assert!(one.span.start >= before && one.span.start < one.span.end, "{text:?}");
            assert!(text.text.get(one.span.clone()).is_some(), "{text:?}");
            before = one.span.end;
            match one.label {
                Label::Value(kind) => _ = kinds.insert(kind),
                Label::Trap(trap) => _ = traps.insert(trap),
                Label::Open => {}
            }
        }
        with += usize::from(text.values().count() > 0);
        nynorsk += usize::from(text.language == "nn");
    }
    assert_eq!((kinds.len(), traps.len()), (KINDS.len(), TRAPS_OF_ALL_SORTS.len()));
    assert!((55..65).contains(&(with * 100 / TEXTS)), "{with}");
    assert!((20..30).contains(&(nynorsk * 100 / TEXTS)), "{nynorsk}");
}

#[test]
fn the_same_seed_makes_the_same_set() {
    let (mut one, mut other) = (Maker::new(7), Maker::new(7));
    for number in 0..20 {
        assert_eq!(one.text(), other.text());
        assert_eq!(one.table(number), other.table(number));
    }
}

#[test]
fn counts_are_of_what_is_labelled() {
    let text = Text { text: "Per Ås, tlf 22".to_owned(), ..texts().swap_remove(0) };
    let labels = [(0..7, Kind::FullName), (13..15, Kind::Telephone)];
    let labels =
        labels.map(|(span, kind)| munilint_tests::labelled::Labelled { span, label: Label::Value(kind), origin: None });
    let text = Text { labels: labels.to_vec(), ..text };
    let finder = |_: &str, found: &mut dyn FnMut(Kind, std::ops::Range<usize>)| {
        found(Kind::FullName, 0..4);
        found(Kind::FullName, 9..12);
    };
    let scores = texts::score(&[text], &finder);
    let names = scores.count(Kind::FullName);
    assert_eq!(names, Count { values: 1, found: 1, whole: 0, right: 1, wrong: 1 });
    assert_eq!(scores.count(Kind::Telephone), Count { values: 1, ..Count::default() });
}

/// Writes the set for others to use, and what was missed or false in it: `cargo test -p munilint-tests --test recall -- --ignored`.
#[test]
#[ignore = "writes files"]
fn the_set_is_written_for_others() {
    let folder = root().join("target/labelled");
    fs::create_dir_all(folder.join("tables")).expect("the folder can be made");
    let (texts, tables) = (texts(), tables());
    let (in_texts, in_fields) = (texts::score(&texts, &scanner::Scanner).slips, fields::score(&tables).slips);
    fs::write(folder.join("slips.tsv"), [in_texts, in_fields].concat().join("\n") + "\n")
        .expect("the file can be written");
    let lines: Vec<String> = texts.iter().map(|text| line(text).to_string()).collect();
    fs::write(folder.join("texts.jsonl"), lines.join("\n") + "\n").expect("the file can be written");
    let mut lines = Vec::new();
    for table in tables {
        fs::write(folder.join("tables").join(&table.name), &table.csv).expect("the file can be written");
        let fields: Vec<Value> = table.fields.iter().map(field).collect();
        lines.push(json!({"table": table.name, "rows": table.rows, "fields": fields}).to_string());
    }
    fs::write(folder.join("tables.jsonl"), lines.join("\n") + "\n").expect("the file can be written");
}

/// A text with its labels; places are counted in characters.
fn line(text: &Text) -> Value {
    let at = |byte: usize| text.text[..byte].chars().count();
    let labels = text.labels.iter().map(|one| {
        let (sort, kind) = words(one.label);
        json!({"start": at(one.span.start), "end": at(one.span.end), sort: kind})
    });
    let labels: Vec<Value> = labels.collect();
    json!({"text": text.text, "language": text.language, "genre": text.genre, "style": text.style.words(), "labels": labels})
}

fn field(field: &munilint_tests::labelled::table::Field) -> Value {
    let values: serde_json::Map<String, Value> =
        field.values.iter().map(|(kind, count)| (kind.words().to_owned(), json!(count))).collect();
    json!({"header": field.header, "values": values, "header_says_so": field.is_told, "free_text": field.is_text})
}

/// What a label says: a value, a look-alike, or what can be seen either way.
fn words(label: Label) -> (&'static str, &'static str) {
    match label {
        Label::Value(kind) => ("kind", kind.words()),
        Label::Trap(trap) => ("look-alike", trap.words()),
        Label::Open => ("open", "either way"),
    }
}
