use munilint_model::{Body, Confidence, Findings, Options, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| !field.emails.is_empty()) {
        let draft = found.add(Some(field.column), field.emails.clone());
        // Among addresses of offices a few others may be offices too, by a name that is not known here.
        if field.role_emails.count > field.emails.count {
            draft.variant("among-offices").count("offices", field.role_emails.count);
            draft.severity(Severity::Note).confidence(Confidence::Medium);
        }
    }
}
