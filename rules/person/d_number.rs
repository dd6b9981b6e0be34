use super::weight::find;
use munilint_model::{Body, Findings, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        find(field, &field.identity.d_number, found);
    }
}
