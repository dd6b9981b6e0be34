//! What was measured of a table, as `munilint inspect` shows it. Values are not shown, ranges only of figures and dates.

use munilint_model::{Excerpt, FieldFacts, Language, OddityKind, Role, RoleOrigin, TableFacts, Variable, Vintage};
use serde::Serialize;
use std::io::{self, Write};

/// A field as it is shown.
#[derive(Serialize)]
struct Row {
    column: u32,
    name: Excerpt,
    role: &'static str,
    score: f32,
    #[serde(skip_serializing_if = "Option::is_none")]
    role_origin: Option<RoleOrigin>,
    datatype: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    cells: u64,
    missing: u64,
    markers: Vec<String>,
    distinct: u64,
    distinct_exact: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    least: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    greatest: Option<String>,
    /// Edition of the division of the country that the field's numbers follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    vintage: Option<Vintage>,
}

#[derive(Serialize)]
struct Oddity {
    kind: OddityKind,
    count: u64,
}

#[derive(Serialize)]
struct Table {
    path: String,
    encoding: &'static str,
    byte_order_mark: bool,
    delimiter: String,
    quote: Option<String>,
    header_row: Option<u64>,
    rows: u64,
    oddities: Vec<Oddity>,
    fields: Vec<Row>,
}

impl Table {
    fn of(facts: &TableFacts, vintages: &[Option<Vintage>]) -> Table {
        let vintages = vintages.iter().copied().chain(std::iter::repeat(None));
        let layout = facts.layout();
        Table {
            path: facts.table.source.to_string(),
            encoding: layout.encoding.name(),
            byte_order_mark: layout.bom,
            delimiter: match layout.dialect.delimiter {
                b'\t' => "tab".to_owned(),
                byte if byte.is_ascii_graphic() => char::from(byte).to_string(),
                _ => "none".to_owned(),
            },
            quote: layout.dialect.quote.map(|quote| char::from(quote).to_string()),
            header_row: layout.header_row,
            rows: facts.rows,
            oddities: facts.oddities.iter().map(|(kind, seen)| Oddity { kind, count: seen.count }).collect(),
            fields: facts.fields.iter().zip(vintages).map(|(field, vintage)| Row::of(field, vintage)).collect(),
        }
    }
}

impl Row {
    fn of(field: &FieldFacts, vintage: Option<Vintage>) -> Row {
        let found = Variable::of(field, vintage);
        let (least, greatest) = found.range.map(|[least, greatest]| (least, greatest)).unzip();
        Row {
            column: found.column,
            name: found.name,
            role: found.role.name(),
            score: field.role.score,
            role_origin: found.role_origin,
            datatype: found.datatype,
            unit: found.unit,
            cells: found.cells,
            missing: found.missing,
            markers: found.markers.iter().map(|(marker, count)| format!("{marker} ({count})")).collect(),
            distinct: found.distinct,
            distinct_exact: found.distinct_exact,
            least,
            greatest,
            vintage,
        }
    }
}

/// For a person. `vintages` are those of the fields, in order.
///
/// # Errors
/// `out` cannot be written to.
pub fn facts(
    facts: &TableFacts,
    vintages: &[Option<Vintage>],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let word = |nb: &'static str, nn: &'static str, en: &'static str| language.pick([nb, nn, en]);
    let table = Table::of(facts, vintages);
    writeln!(out, "{}", table.path)?;
    let header = table.header_row.map_or_else(|| word("ingen", "inga", "none").to_owned(), |row| row.to_string());
    let mark = if table.byte_order_mark { word(" med BOM", " med BOM", " with BOM") } else { "" };
    writeln!(
        out,
        "{}: {}{mark} · {}: {} · {}: {header} · {}: {} · {}: {}",
        word("tegnsett", "teiknsett", "encoding"),
        table.encoding,
        word("skilletegn", "skiljeteikn", "delimiter"),
        table.delimiter,
        word("overskrift i rad", "overskrift i rad", "header in row"),
        word("felt", "felt", "fields"),
        table.fields.len(),
        word("rader", "rader", "rows"),
        table.rows
    )?;
    let names = [
        "#",
        word("felt", "felt", "field"),
        word("rolle", "rolle", "role"),
        word("kilde", "kjelde", "origin"),
        word("type", "type", "type"),
        word("enhet", "eining", "unit"),
        word("mangler", "manglar", "missing"),
        word("ulike", "ulike", "distinct"),
        word("område", "område", "range"),
        word("manglertegn", "manglarteikn", "markers"),
        word("inndeling", "inndeling", "division"),
    ];
    // Few tables have numbers of municipalities or counties.
    let shown = names.len() - usize::from(table.fields.iter().all(|row| row.vintage.is_none()));
    let names = &names[..shown];
    let rows: Vec<[String; 11]> = table.fields.iter().map(|row| cells(row, &table, language)).collect();
    let width =
        |i: usize| rows.iter().map(|row| row[i].chars().count()).chain([names[i].chars().count()]).max().unwrap_or(0);
    let widths: Vec<usize> = (0..names.len()).map(width).collect();
    writeln!(out)?;
    line(out, names, &widths)?;
    for row in &rows {
        line(out, &row[..shown], &widths)?;
    }
    Ok(())
}

fn cells(row: &Row, table: &Table, language: Language) -> [String; 11] {
    let role =
        if row.role == Role::Unknown.name() { "–".to_owned() } else { format!("{} {:.1}", row.role, row.score) };
    let share = if table.rows == 0 { 0.0 } else { row.missing as f64 * 100.0 / table.rows as f64 };
    let missing = if row.missing == 0 { "0".to_owned() } else { format!("{} ({share:.1} %)", row.missing) };
    let about = if row.distinct_exact { "" } else { "~" };
    let range = row.least.iter().zip(&row.greatest).map(|(least, greatest)| format!("{least} … {greatest}")).collect();
    [
        row.column.to_string(),
        language.field_name(row.name.clone(), row.column).to_string(),
        role,
        row.role_origin.map_or("", |origin| origin_name(origin, language)).to_owned(),
        row.datatype.to_owned(),
        row.unit.clone().unwrap_or_default(),
        missing,
        format!("{about}{}", row.distinct),
        range,
        row.markers.join(" "),
        row.vintage.map_or_else(String::new, division),
    ]
}

/// `2020–2023`, `2024–`, and how many of the different numbers fit when some do not: `2024– (203/204)`.
fn division(vintage: Vintage) -> String {
    let Vintage { from, to, fitting, codes } = vintage;
    let to = to.map_or_else(String::new, |to| to.to_string());
    let fitting = if fitting == codes { String::new() } else { format!(" ({fitting}/{codes})") };
    format!("{from}–{to}{fitting}")
}

/// Where a role comes from, in a word or two.
fn origin_name(origin: RoleOrigin, language: Language) -> &'static str {
    match (origin, language) {
        (RoleOrigin::Configuration, _) => "munilint.toml",
        (RoleOrigin::TableSchema, _) => "Table Schema",
        (RoleOrigin::Header, Language::En) => "header",
        (RoleOrigin::Header, _) => "overskrift",
        (RoleOrigin::Content, Language::En) => "content",
        (RoleOrigin::Content, Language::Nb) => "innhold",
        (RoleOrigin::Content, Language::Nn) => "innhald",
        (RoleOrigin::Neighbours, Language::En) => "neighbours",
        (RoleOrigin::Neighbours, _) => "nabofelt",
    }
}

fn line(out: &mut dyn Write, cells: &[impl AsRef<str>], widths: &[usize]) -> io::Result<()> {
    let mut text = String::new();
    for (i, (cell, width)) in cells.iter().zip(widths).enumerate() {
        let cell = cell.as_ref();
        let pad = " ".repeat(width - cell.chars().count());
        // Figures to the right, words to the left.
        text.push_str(&if matches!(i, 0 | 6 | 7) { format!("{pad}{cell}  ") } else { format!("{cell}{pad}  ") });
    }
    writeln!(out, "{}", text.trim_end())
}

/// For programs. `vintages` are those of the fields, in order.
///
/// # Errors
/// `out` cannot be written to.
pub fn facts_json(facts: &TableFacts, vintages: &[Option<Vintage>], out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Table::of(facts, vintages))?;
    out.write_all(b"\n")
}
