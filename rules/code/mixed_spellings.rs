use super::label_fields::labels;
use super::spellings::Mixed;
use munilint_detect::label::{label_key, unmarked};
use munilint_model::{Body, CellMend, Change, Confidence, Findings, MendOf, Mends, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let values = labels(field);
        let keys: Vec<_> = values.iter().filter_map(|&value| Some((label_key(value.text.trim())?, value))).collect();
        let marked = keys.iter().map(|(key, value)| (unmarked(key), *value));
        let Some(mixed) = Mixed::of(marked) else { continue };
        // Two words that differ in the marks of a letter alone may be different words.
        let is_sure = Mixed::of(keys.iter().map(|(key, value)| (key, *value))).is_some();
        let draft = found.add(Some(field.column), mixed.seen);
        draft.excerpt("form", mixed.forms[0]).excerpt("other", mixed.forms[1]).count("labels", mixed.things);
        draft.confidence = (!is_sure).then_some(Confidence::Medium);
    }
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in &facts.fields {
        let marked =
            labels(field).into_iter().filter_map(|value| Some((unmarked(&label_key(value.text.trim())?), value)));
        let Some(mixed) = Mixed::of(marked) else { continue };
        let usual = mixed.usual;
        let mend = CellMend::new(move |value| usual.get(value.trim()).cloned());
        mends.suggest(Change::Cells { column: field.column, mend });
    }
}
