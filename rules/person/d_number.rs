use super::weight::Weight;
use munilint_model::{Body, Findings, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| !field.identity.d_number.is_empty()) {
        let weight = Weight::of(field);
        if weight == Weight::Chance {
            continue;
        }
        let evidence = &field.identity;
        let draft = found.add(Some(field.column), evidence.d_number.clone());
        weight.state(draft);
        draft.share("share", evidence.d_number.count, evidence.candidates).count("candidates", evidence.candidates);
    }
}
