use super::identity_finding::identity_number;
use munilint_model::{
    Body, CellMend, Change, Confidence, FieldFacts, Findings, Form, MendOf, Mends, Options, Role, Severity, TableFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

/// From how many numbers on a field without other evidence is believed.
const ENOUGH: u64 = 5;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let (seen, candidates) = (field.form(Form::LostZero), candidates(field));
        if !are_most(field) {
            continue;
        }
        let declared = is_declared(field);
        if !declared && (seen.count < ENOUGH || seen.count * 10 < field.present() * 9) {
            continue;
        }
        let draft = found.add(Some(field.column), seen.clone());
        draft.share("share", seen.count, candidates).count("candidates", candidates);
        draft.phrase("pass", if candidates == 1 { "pass-one" } else { "pass" });
        if !declared {
            draft.variant("likely").severity(Severity::Warning).confidence(Confidence::Medium);
        }
    }
}

/// How many values have ten digits.
fn candidates(field: &FieldFacts) -> u64 {
    field.form(Form::LostZero).count + field.form(Form::TenDigits).count
}

/// True when nearly all values of ten digits are identity numbers with a zero in front: one in 400 passes by chance.
fn are_most(field: &FieldFacts) -> bool {
    let seen = field.form(Form::LostZero).count;
    seen > 0 && seen * 10 >= candidates(field) * 8
}

fn is_declared(field: &FieldFacts) -> bool {
    field.role.role == Role::IdentityNumber || has_whole_numbers(field)
}

/// True when most of the eleven-digit numbers of the field are identity numbers.
fn has_whole_numbers(field: &FieldFacts) -> bool {
    let passing = field.identity.passing();
    passing >= 2 && passing * 2 >= field.identity.candidates
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    for field in facts.fields.iter().filter(|field| are_most(field) && is_declared(field)) {
        mends.suggest(Change::Pseudonyms { column: field.column, subject: CellMend::new(identity_number) });
    }
}
