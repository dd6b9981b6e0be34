use munilint_model::{Body, Findings, Occurrences, Options, Place, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    if facts.layout().header_row.is_none() {
        return;
    }
    let (parts, fields) = (options.number("parts") as usize, options.number("fields") as u64);
    let paths: Vec<(u32, Vec<&str>)> =
        facts.fields.iter().filter_map(|field| Some((field.column, path(&field.name, parts)?))).collect();
    let Some((_, first)) = paths.first() else { return };
    let mut seen = Occurrences::default();
    for (column, path) in &paths {
        if path.iter().filter(|part| first.contains(part)).count() >= parts {
            seen.add(|| Place::Field { column: *column });
        }
    }
    if seen.count >= fields {
        let example = first.join(".");
        found.add(None, seen).count("parts", first.len() as u64).excerpt("example", &example);
    }
}

/// The parts of a name between dots, when there are more than `parts` and most are words.
fn path(name: &str, parts: usize) -> Option<Vec<&str>> {
    let path: Vec<&str> = name.split('.').map(str::trim).collect();
    let words = path.iter().filter(|part| part.chars().filter(|c| c.is_alphabetic()).count() > 2).count();
    (path.len() > parts && words >= parts && path.iter().all(|part| !part.is_empty())).then_some(path)
}
