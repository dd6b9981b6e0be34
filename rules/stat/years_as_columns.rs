use crate::areas::existence::is_area;
use munilint_detect::period::{Length, Period};
use munilint_model::{Body, Findings, Occurrences, Options, Place, Role, TableFacts};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Facts(judge);

/// Fewer columns of one measure are a comparison, not a series.
const FEWEST: usize = 3;

/// Number of a period and the field it is in the name of.
type Columns = Vec<(i32, u32)>;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    if facts.layout().header_row.is_none() {
        return;
    }
    let mut measures: BTreeMap<(Length, (&str, &str)), Columns> = BTreeMap::new();
    // A year over numbers or names of areas says which division they follow.
    let is_figure = |role: Role| !role.is_code() && !is_area(role);
    for field in facts.fields.iter().filter(|field| is_figure(field.role.role) && !is_path(&field.name)) {
        if let Some((period, stem)) = Period::within(&field.name) {
            measures.entry((period.length, stem)).or_default().push((period.number, field.column));
        }
    }
    let mut wide: BTreeMap<Length, Columns> = BTreeMap::new();
    for ((length, _), columns) in measures.into_iter().filter(|(_, columns)| is_series(columns)) {
        wide.entry(length).or_default().extend(columns);
    }
    for (length, mut columns) in wide {
        columns.sort_unstable();
        let (Some(first), Some(last)) = (columns.first(), columns.last()) else { continue };
        let label = |number| Period { length, number }.label();
        let mut seen = Occurrences::default();
        let mut places: Vec<u32> = columns.iter().map(|(_, column)| *column).collect();
        places.sort_unstable();
        places.iter().for_each(|&column| seen.add(|| Place::Field { column }));
        let variant = if length == Length::Year { "" } else { "periods" };
        found.add(None, seen).variant(variant).word("first", label(first.0)).word("last", label(last.0));
    }
}

/// Names with several parts between dots hold more than a period; another rule tells of them.
fn is_path(name: &str) -> bool {
    name.split('.').count() > 3
}

/// True when the periods follow each other, or come at equal distances.
fn is_series(columns: &Columns) -> bool {
    let mut numbers: Vec<i32> = columns.iter().map(|(number, _)| *number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.len() < FEWEST {
        return false;
    }
    let steps: Vec<i32> = numbers.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let single = steps.iter().filter(|&&step| step == 1).count();
    steps.iter().all(|step| *step == steps[0]) || single * 2 >= steps.len()
}
