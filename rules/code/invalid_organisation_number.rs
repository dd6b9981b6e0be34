use munilint_model::{Body, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::OrganisationNumber) {
        let nine_digits = field.organisation_invalid.count + field.organisation_valid;
        if !field.organisation_invalid.is_empty() && nine_digits * 2 > field.present() {
            found.add(Some(field.column), field.organisation_invalid.clone()).count("valid", field.organisation_valid);
        }
    }
}
