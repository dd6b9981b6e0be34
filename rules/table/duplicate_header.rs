use munilint_model::{Body, Confidence, Findings, KEPT, Occurrences, OddityKind, Options, Place, Severity, TableFacts};
use std::collections::BTreeSet;

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    if facts.layout().header_row.is_none() {
        return;
    }
    report_numbered(facts, found);
    let repeated = repeated_names(facts);
    if repeated.len() > KEPT {
        let mut all = Occurrences::default();
        repeated.iter().for_each(|(_, seen)| all.merge(seen));
        let names = repeated.iter().take(KEPT).map(|(name, _)| *name);
        found.add(None, all).variant("many").excerpts("names", names);
        return;
    }
    for (name, seen) in repeated {
        let column = seen.first.first().and_then(Place::column);
        let fields = seen.count + 1;
        found.add(column, seen).excerpt("name", name).count("fields", fields);
    }
}

/// Each name that several fields have, with the fields that have it after the first, in the order of those.
fn repeated_names(facts: &TableFacts) -> Vec<(&str, Occurrences)> {
    let noted = facts.oddities.of(OddityKind::DuplicateName);
    let mut fields: Vec<(&str, u32)> = facts.fields.iter().map(|field| (field.name.as_str(), field.column)).collect();
    fields.sort_unstable();
    let mut repeated = Vec::new();
    for same in fields.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1 && !same[0].0.is_empty()) {
        let mut seen = Occurrences::default();
        for &(_, column) in &same[1..] {
            // The reader knows where in the text the name stands, for the first of them.
            let known =
                noted.and_then(|noted| noted.first.iter().copied().find(|place| place.column() == Some(column)));
            seen.add(|| known.unwrap_or(Place::Field { column }));
        }
        repeated.push((same[1].1, same[0].0, seen));
    }
    repeated.sort_unstable_by_key(|(column, ..)| *column);
    repeated.into_iter().map(|(_, name, seen)| (name, seen)).collect()
}

/// Reports names that a program made out of a repeated one: `geografi.1` beside `geografi`.
fn report_numbered(facts: &TableFacts, found: &mut Findings) {
    let names: BTreeSet<&str> = facts.fields.iter().map(|field| field.name.as_str()).collect();
    let is_numbered = |name: &str| {
        name.rsplit_once('.').is_some_and(|(base, number)| {
            // Numbers before the point are clauses or versions: `1.1` beside `1`.
            base.ends_with(char::is_alphabetic)
                && !number.is_empty()
                && number.bytes().all(|byte| byte.is_ascii_digit())
                && names.contains(base)
        })
    };
    let numbered: Vec<_> = facts.fields.iter().filter(|field| is_numbered(&field.name)).collect();
    let Some(first) = numbered.first() else { return };
    let mut seen = Occurrences::default();
    numbered.iter().for_each(|field| seen.add(|| Place::Field { column: field.column }));
    let draft = found.add(Some(first.column), seen).variant("numbered");
    draft.excerpts("names", numbered.iter().map(|field| field.name.as_str()));
    draft.severity(Severity::Warning).confidence(Confidence::Medium);
}
