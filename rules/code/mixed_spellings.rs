use super::label_fields::labels;
use super::spellings::Mixed;
use munilint_detect::label::{label_key, unmarked};
use munilint_model::{Body, CellMend, Change, Confidence, FieldFacts, Findings, MendOf, Mends, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let Some(mixed) = mixed(field, unmarked) else { continue };
        // Two words that differ in the marks of a letter alone may be different words.
        let is_sure = self::mixed(field, str::to_owned).is_some();
        let draft = found.add(Some(field.column), mixed.seen);
        draft.excerpt("form", mixed.forms[0]).excerpt("other", mixed.forms[1]).count("labels", mixed.things);
        draft.confidence = (!is_sure).then_some(Confidence::Medium);
    }
}

/// The labels that are written in several ways, where `same` makes one of those that mean the same.
fn mixed(field: &FieldFacts, same: impl Fn(&str) -> String) -> Option<Mixed<'_>> {
    Mixed::of(labels(field).into_iter().filter_map(|value| Some((same(&label_key(value.text.trim())?), value))))
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in &facts.fields {
        let Some(Mixed { usual, .. }) = mixed(field, unmarked) else { continue };
        let mend = CellMend::new(move |value| usual.get(value.trim()).cloned());
        mends.suggest(Change::Cells { column: field.column, mend });
    }
}
