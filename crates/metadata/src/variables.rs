//! Tables of variables, of a README or a codebook: a row for each field, under headers that say what is told of it.

use crate::said::plain;
use munilint_model::{FieldDescription, Period, Place, Said};

/// A row of cells with its place.
pub(crate) type Row = (Vec<String>, Place);

/// Headers of the column that names the field.
const NAMES: [&str; 16] = [
    "variabel", "variabelnavn", "felt", "feltnavn", "kolonne", "kolonnenavn", "navn", "variable", "field", "column",
    "var name", "var names", "varname", "variabelnamn", "feltnamn", "kolonnenamn",
];

/// Headers that are too common to say that a table is one of variables, and yet may name the field.
const COMMON_NAMES: [&str; 4] = ["name", "field name", "column name", "variable name"];

/// Headers of the column that says what the field means.
const MEANINGS: [&str; 14] = [
    "beskrivelse", "beskriving", "definisjon", "forklaring", "betydning", "innhold", "description", "definition",
    "meaning", "var label", "var labels", "variable label", "label", "etikett",
];

const DATATYPES: [&str; 5] = ["type", "datatype", "data type", "format", "verditype"];
const UNITS: [&str; 4] = ["enhet", "måleenhet", "eining", "unit"];
const CODELISTS: [&str; 5] = ["kodeliste", "kodeverk", "klassifikasjon", "code list", "codelist"];
const CODES: [&str; 9] =
    ["verdier", "verdiar", "values", "koder", "kodar", "codes", "kategorier", "categories", "lovlige verdier"];

/// Headers of a column of codes with what they mean or, where there are none, of the unit.
const VALUE_LABELS: [&str; 2] = ["value label", "value labels"];
const MISSING: [&str; 5] = ["manglende verdier", "manglende", "manglar", "missing", "missing values"];
const PERIODS: [&str; 4] = ["time period", "period", "periode", "tidsperiode"];
const SOURCES: [&str; 4] = ["source", "kilde", "kjelde", "datakilde"];

/// What parts one code from the next.
const BETWEEN: [char; 4] = [';', '|', '\n', ','];

/// A header as it is compared: lower case, blanks for underscores.
fn header(cell: &str) -> String {
    cell.trim().to_lowercase().replace('_', " ")
}

fn column(head: &[String], words: &[&str]) -> Option<usize> {
    head.iter().position(|cell| words.contains(&header(cell).as_str()))
}

/// True when a header says that fields are named under it, and not just anything.
pub(crate) fn names_fields(head: &[String]) -> bool {
    let is_common = |name: &&str| *name == "navn" || COMMON_NAMES[0] == *name;
    columns(head).is_some_and(|(name, _)| !is_common(&header(&head[name]).as_str()))
}

/// The columns that name a field and say what it means; `None` of another table.
pub(crate) fn columns(head: &[String]) -> Option<(usize, usize)> {
    let name = column(head, &NAMES).or_else(|| column(head, &COMMON_NAMES))?;
    Some((name, column(head, &MEANINGS).filter(|meaning| *meaning != name)?))
}

/// The fields of a table of variables; none of another table.
pub(crate) fn fields(rows: &[Row]) -> Vec<FieldDescription> {
    let Some(((head, _), rows)) = rows.split_first() else { return Vec::new() };
    let Some((name, meaning)) = columns(head) else { return Vec::new() };
    let (datatype, unit, codelist) = (column(head, &DATATYPES), column(head, &UNITS), column(head, &CODELISTS));
    let (code, missing) = (column(head, &CODES), column(head, &MISSING));
    let label = column(head, &VALUE_LABELS);
    let field = |row: &Row| {
        let said = |column: Option<usize>| said(row, column?);
        let mut field = FieldDescription::named(said(Some(name))?.what, row.1);
        field.definitions = said(Some(meaning)).map(plain).into_iter().collect();
        field.datatype = said(datatype);
        field.codelist = said(codelist);
        field.codes = said(code).or_else(|| said(label)).map(|said| codes(&said.what)).unwrap_or_default();
        field.unit = said(unit).or_else(|| said(label).filter(|said| codes(&said.what).is_empty()));
        field.codes_at = (!field.codes.is_empty()).then_some(row.1);
        let signs = said(missing).map(|said| said.what).unwrap_or_default();
        field.missing = parts(&signs, &BETWEEN).map(|sign| (sign.to_owned(), None)).collect();
        Some(field)
    };
    rows.iter().filter_map(field).collect()
}

/// What every row says of the time that its field is about, when all say the same.
pub(crate) fn period_of_all(rows: &[Row]) -> Option<Said<Period>> {
    of_all(rows, &PERIODS).map(|said| Said { what: period(&said.what), at: said.at })
}

/// What every row says of where its field comes from, when all say the same.
pub(crate) fn source_of_all(rows: &[Row]) -> Option<Said<String>> {
    of_all(rows, &SOURCES)
}

fn of_all(rows: &[Row], words: &[&str]) -> Option<Said<String>> {
    let ((head, _), rows) = rows.split_first()?;
    let column = column(head, words)?;
    let first = said(rows.first()?, column)?;
    rows.iter().all(|row| said(row, column).is_some_and(|other| other.what == first.what)).then_some(first)
}

fn said((cells, at): &Row, column: usize) -> Option<Said<String>> {
    let cell = cells.get(column)?.trim();
    (!cell.is_empty()).then(|| Said { what: cell.to_owned(), at: *at })
}

fn parts<'t>(text: &'t str, between: &'t [char]) -> impl Iterator<Item = &'t str> {
    text.split(between).map(str::trim).filter(|part| !part.is_empty())
}

/// `1 = ja; 2 = nei`, `1: ja, 2: nei`: codes with what they mean. None of a text in which some part is no such pair.
fn codes(text: &str) -> Vec<(String, Option<String>)> {
    let pair = |part: &str| {
        let (code, meaning) = part.split_once('=').or_else(|| part.split_once(": "))?;
        let (code, meaning) = (code.trim(), meaning.trim());
        (!code.is_empty() && !meaning.is_empty() && !code.contains(' '))
            .then(|| (code.to_owned(), Some(meaning.to_owned())))
    };
    let read = |between: &char| parts(text, std::slice::from_ref(between)).map(pair).collect::<Option<Vec<_>>>();
    BETWEEN.iter().find_map(|between| read(between).filter(|codes| codes.len() > 1)).unwrap_or_default()
}

/// `2019–2023`, `2019 til 2023`, `2023`.
pub(crate) fn period(value: &str) -> Period {
    let ends = [" til ", " to ", "–", " - ", "/"].iter().find_map(|between| value.split_once(between));
    let years = || value.split_once('-').filter(|(start, end)| start.len() == 4 && end.len() == 4);
    let (start, end) = ends.or_else(years).unwrap_or((value, value));
    let end_of = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    Period { start: end_of(start), end: end_of(end) }
}
