use super::person_rows::naming;
use super::persons::unplaced;
use super::pseudonyms::{Key, Sign, key};
use crate::join::file_name::file_name;
use crate::matching::present;
use munilint_detect::header::fold;
use munilint_model::{Body, Confidence, FieldFacts, Options, TableFacts, Tables, TablesFound};
use std::collections::BTreeSet;

pub(crate) const BODY: Body = Body::Tables(judge);

fn judge(tables: &Tables<'_>, _: &Options, found: &mut TablesFound) {
    let keys: Vec<(&TableFacts, Key<'_>)> = tables.iter().filter_map(|facts| Some((*facts, key(facts)?))).collect();
    if keys.is_empty() {
        return;
    }
    for (at, facts) in tables.iter().enumerate().filter(|(_, facts)| naming(facts).is_empty()) {
        for (other, key) in &keys {
            let matched = facts.fields.iter().find_map(|field| Some((field, confidence(key, field)?)));
            let Some((field, confidence)) = matched else { continue };
            found.in_table(at, |found| {
                let draft = found.add(Some(field.column), unplaced(field.present()));
                draft.with("other", file_name(other, facts)).confidence(confidence);
            });
            break;
        }
    }
}

/// How sure it is that a field holds the pseudonyms of a key: by its name, and by the values where both are known.
fn confidence(key: &Key<'_>, field: &FieldFacts) -> Option<Confidence> {
    let pseudonym = key.pseudonym?;
    if field.present() == 0 || fold(&field.name) != fold(&pseudonym.name) {
        return None;
    }
    let is_plain = key.sign == Sign::Plain;
    let (known, values) = (present(pseudonym), present(field));
    if known.is_empty() || values.is_empty() {
        return is_plain.then_some(Confidence::Medium);
    }
    let known: BTreeSet<&str> = known.into_iter().map(|value| value.text.trim()).collect();
    let shared = values.iter().filter(|value| known.contains(value.text.trim())).count();
    let is_most = shared * 2 >= values.len();
    // Numbers from one up stand in many tables.
    is_most.then_some(if is_plain { Confidence::High } else { Confidence::Medium })
}
