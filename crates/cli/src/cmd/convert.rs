//! `munilint convert`.

use crate::Outcome;
use crate::args::{Convert, Target};
use crate::output::{self, Stop};
use crate::source;
use crate::words::Sentence;
use munilint_model::{Batch, Language, OddityKind, TableSource};
use munilint_read::{TextTable, write_csv};
use std::io::{self, Write};

/// Writes a table as it was read. What cannot be kept in a table of fixed width is said.
pub(crate) fn run(convert: &Convert, lang: &mut Option<Language>) -> Result<Outcome, Stop> {
    let Target::Csv = convert.to;
    let table = source::open(&source::named(&convert.file)).map_err(|error| Stop::file(&convert.file, error))?;
    let mut out = output::open(convert.output.as_deref())?;
    let surplus = write(&table, &mut *out)?;
    out.flush()?;
    if surplus > 0 {
        eprintln!("munilint: {}", Sentence::Surplus(surplus).text(crate::language(lang, None)));
        return Ok(Outcome::Incomplete);
    }
    Ok(Outcome::Clean)
}

/// Writes header and records; gives how many records were too long.
fn write(table: &TextTable, out: &mut dyn Write) -> io::Result<u64> {
    let fields = &table.context().fields;
    if !fields.is_empty() {
        write_csv(out, fields.iter().map(|field| field.name.as_bytes()))?;
    }
    let mut batch = Batch::default();
    let mut surplus = 0;
    while table.fill(&mut batch)? {
        for row in 0..batch.rows() {
            let cells: Vec<_> = (0..batch.fields).map(|field| batch.value(row, field).unwrap_or_default()).collect();
            let texts: Vec<_> = cells.iter().map(|cell| batch.decode(cell)).collect();
            write_csv(out, texts.iter().map(|text| text.as_bytes()))?;
        }
        surplus += batch.oddities.count(OddityKind::LongRow);
    }
    Ok(surplus)
}
