//! Codebooks: tables in delimited text with a row for each field of the tables beside them. A table may look like one and be none, so
//! that it counts only beside a table that it is called after or shares names of fields with.

use crate::Told;
use crate::validation::{Form, Reading};
use crate::variables::{columns, fields, names_fields, period_of_all, source_of_all};
use munilint_model::{Description, Distribution, FieldDescription, Place, Said, Standard, StandardKind};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// What a codebook's name has beside that of its table.
const SAYS_CODEBOOK: [&str; 20] = [
    "cb", "codebook", "kodebok", "kodebook", "variabler", "variables", "variabelliste", "variabelbeskrivelse", "felt",
    "felter", "fields", "feltliste", "feltbeskrivelse", "dictionary", "metadata", "beskrivelse", "description",
    "dokumentasjon", "documentation", "datadictionary",
];

/// So many names of fields must be shared where names of files say nothing.
const FEWEST_SHARED: usize = 2;

/// A table that a codebook may describe.
#[derive(Clone, Debug)]
pub struct Beside {
    /// The name of its file.
    pub file: String,
    /// Names of its fields.
    pub fields: Vec<String>,
}

/// True for names of fields that a codebook may have: one names fields, one says what they mean.
#[must_use]
pub fn may_be_codebook(head: &[String]) -> bool {
    columns(head).is_some()
}

/// True when a file is called as a codebook of a table is: `skoler_kodebok.csv` of `skoler.csv`.
#[must_use]
pub fn is_called_codebook_of(codebook: &Path, table: &Path) -> bool {
    let (own, of_table) = (name_parts(codebook), name_parts(table));
    let rest: Vec<&String> = own.iter().filter(|part| !SAYS_CODEBOOK.contains(&part.as_str())).collect();
    rest.len() < own.len() && rest.into_iter().eq(&of_table)
}

/// Reads the codebook that is shown as `source` and stands at `path`, the header first, as a description of tables beside it. `None` when it is
/// one of none of them.
///
/// Where it is called after tables, and says that it names fields or has the name of one, it describes these. Otherwise it describes each table with which it shares at least two names and
/// half of its own or of the table's; of several such, each form has the fields that are in the table, for which table the rest was
/// meant nobody can tell.
#[must_use]
pub fn codebook(source: &Arc<str>, path: &Path, rows: &[(Vec<String>, Place)], tables: &[Beside]) -> Option<Reading> {
    let mut known = BTreeSet::new();
    let mut fields = fields(rows);
    fields.retain(|field| known.insert(key(&field.name)));
    let (head, at) = rows.first()?;
    let is_named = |table: &&Beside| {
        is_called_codebook_of(path, Path::new(&table.file))
            && (names_fields(head) || fields.iter().any(|field| has(table, &field.name)))
    };
    let named: Vec<&Beside> = tables.iter().filter(is_named).collect();
    let sharing = || tables.iter().filter(|table| is_shared(&fields, table)).collect();
    let described: Vec<&Beside> = if named.is_empty() { sharing() } else { named };
    if described.is_empty() || fields.is_empty() {
        return None;
    }
    let mut description = Description::at(*at);
    description.periods.extend(period_of_all(rows));
    description.sources.extend(source_of_all(rows));
    let form = |table: &&Beside| {
        let mut form = Distribution::at(*at);
        form.download_urls.push(Said { what: table.file.clone(), at: *at });
        let is_own = |field: &&FieldDescription| described.len() == 1 || has(table, &field.name);
        form.fields = fields.iter().filter(is_own).cloned().collect();
        form
    };
    description.distributions = described.iter().map(form).collect();
    let told = Told { standard: Standard { kind: StandardKind::Codebook, version: None }, datasets: vec![description] };
    Some(told.by(source, "csv", Form::Other))
}

fn is_shared(fields: &[FieldDescription], table: &Beside) -> bool {
    let shared = fields.iter().filter(|field| has(table, &field.name)).count();
    shared >= FEWEST_SHARED && (shared * 2 >= fields.len() || shared * 2 >= table.fields.len())
}

fn has(table: &Beside, name: &str) -> bool {
    table.fields.iter().any(|field| key(field) == key(name))
}

fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// The words of a file's name without its ending, in lower case.
fn name_parts(path: &Path) -> Vec<String> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    stem.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &[&[&str]]) -> Vec<(Vec<String>, Place)> {
        text.iter().map(|cells| (cells.iter().map(|cell| (*cell).to_owned()).collect(), Place::File)).collect()
    }

    fn table(file: &str, fields: &[&str]) -> Beside {
        Beside { file: file.to_owned(), fields: fields.iter().map(|field| (*field).to_owned()).collect() }
    }

    #[test]
    fn names_of_files_say_whose_codebook_it_is() {
        for (codebook, table, is) in [
            ("skoler_kodebok.csv", "skoler.csv", true),
            ("2_1_cb_payments.csv", "2_1_payments.csv", true),
            ("Skoler 2024 - variabler.tsv", "skoler_2024.csv", true),
            ("skoler.csv", "skoler.csv", false),
            ("skoler_kodebok.csv", "skoler_2024.csv", false),
            ("kodebok.csv", "skoler.csv", false),
        ] {
            assert_eq!(is_called_codebook_of(Path::new(codebook), Path::new(table)), is, "{codebook}");
        }
    }

    #[test]
    fn a_codebook_says_codes_units_and_times_of_fields() {
        let rows = rows(&[
            &["Variabel", "Beskrivelse", "Enhet", "Verdier", "Mangler", "Periode", "Missing values"],
            &["kjonn", "Kjønn", "", "1 = kvinne; 2 = mann", "", "2019-2023", "9, -"],
            &["inntekt", "Inntekt", "kr", "0-100", "", "2019-2023", ""],
            &["kjonn", "Kjønn igjen", "", "", "", "2019-2023", ""],
        ]);
        let beside = [table("a.csv", &["Kjonn", "inntekt", "alder"]), table("b.csv", &["alder", "inntekt"])];
        let read = codebook(&Arc::from("variabler.csv"), Path::new("variabler.csv"), &rows, &beside);
        let dataset = &read.expect("it shares two names with a.csv").metadata.datasets[0];
        let [form] = &dataset.distributions[..] else { panic!("b.csv shares one name alone") };
        let [gender, income] = &form.fields[..] else { panic!("a name counts once") };
        assert_eq!(gender.codes, [("1", "kvinne"), ("2", "mann")].map(|(code, text)| (code.into(), Some(text.into()))));
        assert_eq!(gender.missing, [("9".into(), None), ("-".into(), None)]);
        assert_eq!(income.unit.as_ref().map(|said| said.what.as_str()), Some("kr"));
        assert!(income.codes.is_empty(), "a range is no list of codes");
        assert_eq!(dataset.periods[0].what.end.as_deref(), Some("2023"));
    }

    #[test]
    fn a_table_of_names_and_descriptions_is_no_codebook() {
        let rows = rows(&[&["navn", "beskrivelse"], &["Solstua", "Barnehage"], &["Lia", "Skole"]]);
        let beside = [table("steder.csv", &["navn", "plasser"])];
        for name in ["oversikt.csv", "steder_beskrivelse.csv"] {
            assert!(codebook(&Arc::from(name), Path::new(name), &rows, &beside).is_none(), "{name}");
        }
    }
}
