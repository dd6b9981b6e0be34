use super::decimal_marks::{decimal_marks, is_plain};
use super::number_mends::with_mark;
use munilint_model::{Body, CellMend, Change, Confidence, Findings, MendOf, Mends, Options, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.numeric() * 2 > field.present()) {
        let (commas, points) = decimal_marks(field);
        if commas.seen.is_empty() || points.seen.is_empty() {
            continue;
        }
        let (fewer, others, variant, example) = match (commas.maybe_grouped, points.maybe_grouped) {
            (Some(example), None) => (commas.seen, points.seen.count, "comma-groups", Some(example)),
            (None, Some(example)) => (points.seen, commas.seen.count, "point-groups", Some(example)),
            _ if points.seen.count <= commas.seen.count => (points.seen, commas.seen.count, "", None),
            _ => (commas.seen, points.seen.count, "commas", None),
        };
        let draft = found.add(Some(field.column), fewer);
        draft.variant(variant).count("others", others);
        if let Some(example) = example {
            draft.excerpt("example", example).severity(Severity::Warning).confidence(Confidence::Medium);
        }
    }
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in facts.fields.iter().filter(|field| is_plain(field)) {
        let (commas, points) = decimal_marks(field);
        if !commas.seen.is_empty() && !points.seen.is_empty() {
            let usual = if points.seen.count <= commas.seen.count { ',' } else { '.' };
            let mend = CellMend::new(move |value| with_mark(value, usual));
            mends.safe(Change::Cells { column: field.column, mend });
        }
    }
}
