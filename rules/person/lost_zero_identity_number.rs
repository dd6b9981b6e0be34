use munilint_model::{Body, Confidence, FieldFacts, Findings, Form, Options, Role, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// From how many numbers on a field without other evidence is believed.
const ENOUGH: u64 = 5;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let seen = field.form(Form::LostZero);
        let candidates = seen.count + field.form(Form::TenDigits).count;
        // One in 400 passes by chance.
        if seen.is_empty() || seen.count * 10 < candidates * 8 {
            continue;
        }
        let declared = field.role.role == Role::IdentityNumber || has_whole_numbers(field);
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

/// True when most of the eleven-digit numbers of the field are identity numbers.
fn has_whole_numbers(field: &FieldFacts) -> bool {
    let passing = field.identity.passing();
    passing >= 2 && passing * 2 >= field.identity.candidates
}
