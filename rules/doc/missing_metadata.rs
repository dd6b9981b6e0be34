//! See `missing-metadata.md`.

use munilint_model::{Body, Occurrences, Options, Place, TableFacts, Tables, TablesFound};

pub(crate) const BODY: Body = Body::Tables(judge);

fn judge(tables: &Tables<'_>, options: &Options, found: &mut TablesFound) {
    let open: Vec<usize> = (0..tables.len()).filter(|&at| !is_described(tables[at])).collect();
    if (open.len() as f64) < options.number("fewest").max(1.0) {
        return;
    }
    found.in_table(open[0], |findings| {
        let draft = findings.add(None, Occurrences::at(Place::File));
        draft.count("undescribed", open.len() as u64).count("tables", tables.len() as u64);
    });
}

/// True when metadata, or a Table Schema, says something of it.
fn is_described(facts: &TableFacts) -> bool {
    facts.table.described || facts.fields.iter().any(|field| field.declared.datatype.is_some())
}
