use munilint_model::{Body, Findings, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| !field.text.untrimmed.is_empty()) {
        found.add(Some(field.column), field.text.untrimmed.clone());
    }
}
