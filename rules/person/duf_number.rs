use super::column_evidence::{is_most, is_named};
use super::in_text::in_text;
use crate::areas::municipalities::is_digits;
use munilint_model::{
    Body, CellMend, Change, Confidence, Findings, Form, MendOf, Mends, Mention, Options, Severity, TableFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

/// From how many numbers on a field without other evidence is believed: one in a hundred passes by chance.
const ENOUGH: u64 = 5;

const NAMES: [&str; 5] = ["duf", "dufnr", "dufnummer", "dufno", "dufnumber"];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let seen = field.form(Form::Duf);
        let declared = is_named(field, &NAMES);
        let enough = if declared { is_most(seen.count, field, 50) } else { is_most(seen.count, field, 90) };
        if !enough || (!declared && seen.count < ENOUGH) {
            continue;
        }
        let draft = found.add(Some(field.column), seen.clone());
        draft.share("share", seen.count, field.present());
        if !declared {
            draft.variant("likely").severity(Severity::Warning).confidence(Confidence::Medium);
        }
    }
    facts.fields.iter().for_each(|field| in_text(field, &[Mention::DufNumber], found));
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in &facts.fields {
        if is_named(field, &NAMES) && is_most(field.form(Form::Duf).count, field, 50) {
            mends.suggest(Change::Pseudonyms { column: field.column, subject: CellMend::new(number) });
        }
    }
}

/// The digits of a number; those with a typing error are some person's, too.
fn number(value: &str) -> Option<String> {
    let digits = value.trim();
    is_digits(digits, 12).then(|| digits.to_owned())
}
