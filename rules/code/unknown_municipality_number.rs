use super::municipalities::{Meaning, SURE, is_digits, meaning};
use munilint_model::{
    Body, Confidence, FieldFacts, Findings, Occurrences, Options, Role, Severity, TableFacts, ValueFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityNumber) {
        let Some(values) = field.values.as_deref() else { continue };
        if field.role.score < SURE && most_are_unknown(values, field.present()) {
            continue;
        }
        let codes = |wanted: Meaning| {
            values.iter().filter(move |value| !value.shape.is_missing() && meaning_of(value) == wanted)
        };
        report(field, codes(Meaning::Unknown), "", None, found);
        report(field, codes(Meaning::County), "county", Some(Severity::Warning), found);
        report(field, codes(Meaning::Unspecified), "unspecified", Some(Severity::Note), found);
        report(field, codes(Meaning::OutsideMunicipalities), "outside", Some(Severity::Note), found);
    }
}

fn most_are_unknown(values: &[ValueFacts], present: u64) -> bool {
    let unknown = values.iter().filter(|value| !value.shape.is_missing() && meaning_of(value) == Meaning::Unknown);
    unknown.map(|value| value.seen.count).sum::<u64>() * 2 > present
}

/// What a value stands for, a lost zero put back: that it is lost is the matter of another rule.
fn meaning_of(value: &ValueFacts) -> Meaning {
    let text = value.text.trim();
    if is_digits(text, 3) { meaning(&format!("0{text}")) } else { meaning(text) }
}

fn report<'a>(
    field: &FieldFacts,
    values: impl Iterator<Item = &'a ValueFacts>,
    variant: &'static str,
    severity: Option<Severity>,
    found: &mut Findings,
) {
    let mut seen = Occurrences::default();
    let mut first = None;
    for value in values {
        seen.merge(&value.seen);
        first = first.or(Some(value.text.trim()));
    }
    let Some(example) = first else { return };
    // When most are unknown the column perhaps holds other codes.
    let confidence = if seen.count * 2 > field.present() { Confidence::Medium } else { Confidence::High };
    let draft = found.add(Some(field.column), seen);
    draft.variant(variant).confidence(confidence).excerpt("example", example);
    draft.severity = severity;
}
