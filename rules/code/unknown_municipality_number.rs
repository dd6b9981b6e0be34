use crate::areas::glued::area;
use crate::areas::municipalities::{Meaning, SURE, codes, meaning, with_zero};
use munilint_model::{Body, Confidence, Findings, Occurrences, Options, Place, Role, Severity, TableFacts, ValueFacts};
use std::borrow::Cow;
use std::collections::BTreeSet;

pub(crate) const BODY: Body = Body::Facts(judge);

/// What is told of, with its message and a severity of its own.
const TOLD: [(Meaning, &str, Option<Severity>); 4] = [
    (Meaning::Unknown, "", None),
    (Meaning::County, "county", Some(Severity::Warning)),
    (Meaning::Unspecified, "unspecified", Some(Severity::Note)),
    (Meaning::OutsideMunicipalities, "outside", Some(Severity::Note)),
];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let mut noted = BTreeSet::new();
    for field in facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityNumber) {
        let Some(values) = field.values.as_deref() else { continue };
        let guessed = field.role.score < SURE;
        if guessed && most_are_unknown(values, field.present()) {
            continue;
        }
        for (wanted, variant, severity) in TOLD {
            let Some((seen, example)) = seen_of(values, wanted, guessed) else { continue };
            // The numbers of two divisions side by side: a row that is about no municipality is noted once.
            let rows: Vec<Option<u64>> = seen.first.iter().map(Place::row).collect();
            if severity == Some(Severity::Note) && !noted.insert((variant, seen.count, rows)) {
                continue;
            }
            // When most are unknown the column perhaps holds other codes.
            let confidence = if seen.count * 2 > field.present() { Confidence::Medium } else { Confidence::High };
            let draft = found.add(Some(field.column), seen);
            draft.variant(variant).confidence(confidence).excerpt("example", &example);
            draft.severity = severity;
        }
    }
}

fn most_are_unknown(values: &[ValueFacts], present: u64) -> bool {
    let unknown = values.iter().filter(|value| code_of(value, Meaning::Unknown).is_some());
    unknown.map(|value| value.seen.count).sum::<u64>() * 2 > present
}

/// The first code of a value that stands for `wanted`.
fn code_of(value: &ValueFacts, wanted: Meaning) -> Option<&str> {
    // A number with its name behind it is the matter of another rule, and so is a lost zero.
    let is_read = !value.shape.is_missing() && area(value.text.trim()).is_none();
    let codes = if is_read { codes(&value.text) } else { Vec::new() };
    codes.into_iter().find(|code| meaning(&with_zero(code, 4)) == wanted)
}

/// The values that stand for `wanted`, with the first such code. In a column whose header does not speak of municipalities
/// longer codes are other areas, such as districts.
fn seen_of(values: &[ValueFacts], wanted: Meaning, guessed: bool) -> Option<(Occurrences, Cow<'_, str>)> {
    let mut seen = Occurrences::default();
    let mut first = None;
    let judged = values.iter().filter(|value| !guessed || value.text.trim().len() <= 4);
    for (value, code) in judged.filter_map(|value| Some((value, code_of(value, wanted)?))) {
        seen.merge(&value.seen);
        first = first.or(Some(code));
    }
    // What is unknown is shown as it stands there, to be found again.
    let shown = |code| if wanted == Meaning::County { with_zero(code, 4) } else { Cow::Borrowed(code) };
    Some((seen, shown(first?)))
}
