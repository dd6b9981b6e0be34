//! Tables: extracts about persons with their identifiers, and tables that hold none but look as if they did.

use super::column::{Column, column};
use super::kind::{Kind, Label};
use super::text::Text;
use super::{Labelled, Maker};
use std::collections::BTreeMap;

/// A table and what stands in its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its file name.
    pub name: String,
    /// The table, as a file.
    pub csv: String,
    /// What each field holds.
    pub fields: Vec<Field>,
    /// How many rows there are under the header.
    pub rows: usize,
}

/// A field of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its header.
    pub header: String,
    /// What it holds, and in how many cells; several kinds in free text, none in a field of something else.
    pub values: BTreeMap<Kind, usize>,
    /// What it looks like, when it holds none.
    pub label: Option<Label>,
    /// True when the header says what it holds.
    pub is_told: bool,
    /// True for free text.
    pub is_text: bool,
}

/// A sort of table: file names, columns that it has, and columns that it may have.
struct Form {
    names: &'static [&'static str],
    always: &'static [&'static str],
    often: &'static [&'static str],
    /// How many of a hundred cells of its free text hold values; `None` without such a field.
    text: Option<u32>,
}

/// Tables about persons.
const OF_PERSONS: [Form; 11] = [
    Form {
        names: &["barnevern_saker", "klienter", "uttrekk-meldinger"],
        always: &["case", "fnr", "status"],
        often: &["name", "birth", "second name", "day", "district", "service"],
        text: None,
    },
    Form {
        names: &["ansatte", "lonnsliste", "personal"],
        always: &["number", "reversed", "email", "unit"],
        often: &["fnr in parts", "account", "phone", "eight", "street", "birth"],
        text: None,
    },
    Form {
        names: &["barnehageopptak", "soknader", "sfo-elever"],
        always: &["number", "given", "surname", "birth", "day"],
        often: &["fnr", "phone", "email", "postal", "second name", "status"],
        text: None,
    },
    Form {
        names: &["byggesaker", "nabovarsel", "eiendomsskatt"],
        always: &["case", "cadastre", "street", "name"],
        often: &["phone written", "email", "firm", "amount", "day", "postal place"],
        text: None,
    },
    Form {
        names: &["parkering", "boter", "kjorebok"],
        always: &["plate", "day", "amount"],
        often: &["name", "card", "street after a person", "status", "eight", "kid"],
        text: None,
    },
    Form {
        names: &["innlogginger", "weblogg", "tilgangslogg"],
        always: &["epoch", "ip", "count"],
        often: &["mac", "email", "version", "product"],
        text: None,
    },
    Form {
        names: &["utbetalinger", "refusjoner", "sosialhjelp"],
        always: &["eight", "account", "amount", "name"],
        often: &["fnr", "dnr", "iban", "kid", "day", "budget", "street"],
        text: None,
    },
    Form {
        names: &["flyktninger", "bosetting"],
        always: &["duf", "name", "birth"],
        often: &["dnr", "phone", "municipality", "day", "status"],
        text: None,
    },
    Form {
        names: &["journalnotater", "henvendelser", "merknader"],
        always: &["case", "day"],
        often: &["service", "unit", "status", "district"],
        text: Some(60),
    },
    Form {
        names: &["avvik", "meldinger", "tilbakemeldinger"],
        always: &["number", "unit"],
        often: &["day", "service", "count", "eight"],
        text: Some(2),
    },
    Form {
        names: &["kortutlegg", "utland"],
        always: &["card", "amount", "day"],
        often: &["iban", "name", "second name", "eight"],
        text: None,
    },
];

/// Tables that hold no person.
const OF_NO_PERSON: [Form; 10] = [
    Form {
        names: &["regnskap", "hovedbok", "budsjett"],
        always: &["budget", "amount", "year"],
        often: &["eight", "unit", "running eleven", "day of eight", "count"],
        text: None,
    },
    Form {
        names: &["leverandorer", "fakturaer"],
        always: &["firm", "organisation", "amount"],
        often: &["account of a firm", "kid", "eight", "office address", "postal place", "day"],
        text: None,
    },
    Form {
        names: &["sakliste", "postjournal", "arkiv"],
        always: &["case", "agency", "day"],
        often: &["case of eleven", "running eleven", "unit", "status", "organisation"],
        text: None,
    },
    Form {
        names: &["skoler", "enheter"],
        always: &["school", "organisation", "count"],
        often: &["office address", "district", "year", "postal place"],
        text: None,
    },
    Form {
        names: &["befolkning", "statistikk"],
        always: &["municipality", "year", "age group", "count"],
        often: &["district", "service"],
        text: None,
    },
    Form {
        names: &["sensorer", "maalinger"],
        always: &["moment of eleven", "count"],
        often: &["epoch", "version", "spot", "case of eleven", "product"],
        text: None,
    },
    Form {
        names: &["gater", "vegliste", "broyting"],
        always: &["street after a person", "number", "count"],
        often: &["district", "postal place", "firm", "year"],
        text: None,
    },
    Form {
        names: &["tilskudd", "lag-og-foreninger"],
        always: &["club", "amount", "year"],
        often: &["organisation", "account of a firm", "spot", "office address", "case"],
        text: None,
    },
    Form {
        names: &["anskaffelser", "avtaler"],
        always: &["product", "firm", "amount"],
        often: &["eight", "version", "case of eleven", "day", "organisation"],
        text: None,
    },
    Form {
        names: &["driftslogg", "avviksliste"],
        always: &["number", "unit", "day"],
        often: &["spot", "count", "eight", "running eleven"],
        text: Some(0),
    },
];

/// Headers of free text.
const TEXT_HEADERS: [&str; 5] = ["merknad", "notat", "beskrivelse", "kommentar", "fritekst"];

impl Maker {
    /// The table of this number: three of five are about persons.
    pub fn table(&mut self, number: usize) -> Table {
        let about_persons = number % 5 < 3;
        let form = if about_persons {
            &OF_PERSONS[(number / 5 * 3 + number % 5) % OF_PERSONS.len()]
        } else {
            &OF_NO_PERSON[(number / 5 * 2 + number % 5 - 3) % OF_NO_PERSON.len()]
        };
        let rows = self.rows();
        let mut columns: Vec<Column> = form.always.iter().map(|name| column(name)).collect();
        for name in form.often {
            if self.chance(55) {
                columns.push(column(name));
            }
        }
        let mut fields: Vec<Field> = Vec::new();
        for column in &columns {
            let field = self.field(column, rows, &fields);
            fields.push(field);
        }
        if form.text.is_some() {
            let header = (*self.dice.pick(&TEXT_HEADERS)).to_owned();
            fields.push(Field { header, values: BTreeMap::new(), label: None, is_told: true, is_text: true });
        }
        let csv = self.csv(&columns, form.text, &mut fields, rows);
        Table { name: format!("{}-{number}.csv", self.dice.pick(form.names)), csv, fields, rows }
    }

    /// From 50 to 5000, small tables more often than large ones.
    fn rows(&mut self) -> usize {
        let (from, to) = *self.dice.pick(&[(50, 120), (120, 400), (120, 400), (400, 1200), (1200, 5000)]);
        self.dice.within(from..=to) as usize
    }

    fn field(&mut self, column: &Column, rows: usize, before: &[Field]) -> Field {
        let is_told = column.silent.is_empty() || self.chance(70);
        let headers = if is_told { column.telling } else { column.silent };
        let mut header = (*self.dice.pick(headers)).to_owned();
        while before.iter().any(|field| field.header == header) {
            header.push('2');
        }
        let mut values = BTreeMap::new();
        if let Some(Label::Value(kind)) = column.label {
            values.insert(kind, rows);
        }
        Field { header, values, label: column.label, is_told, is_text: false }
    }

    fn csv(&mut self, columns: &[Column], text: Option<u32>, fields: &mut [Field], rows: usize) -> String {
        let headers: Vec<String> = fields.iter().map(|field| quoted(&field.header)).collect();
        let mut csv = format!("{}\n", headers.join(";"));
        for row in 0..rows {
            self.recast_row();
            let mut cells: Vec<String> = columns.iter().map(|column| quoted(&(column.cell)(self, row))).collect();
            if let (Some(share), Some(field)) = (text, fields.last_mut()) {
                let written = self.cell_of_text(share);
                for Labelled { label, .. } in &written.labels {
                    if let Label::Value(kind) = label {
                        *field.values.entry(*kind).or_insert(0) += 1;
                    }
                }
                cells.push(quoted(&written.text));
            }
            csv.push_str(&cells.join(";"));
            csv.push('\n');
        }
        csv
    }

    /// A text that holds a value in `share` of a hundred, and nothing that can be seen either way.
    fn cell_of_text(&mut self, share: u32) -> Text {
        let holds = self.chance(share);
        loop {
            let text = self.text();
            let is_open = text.labels.iter().any(|one| one.label == Label::Open);
            if (text.values().count() > 0) == holds && !is_open {
                return text;
            }
        }
    }
}

/// The cell as a file holds it.
fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
