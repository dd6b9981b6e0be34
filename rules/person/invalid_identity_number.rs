use super::persons::{PLAIN, at_least, placed};
use munilint_model::{Body, Confidence, Findings, Options, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let evidence = &field.identity;
        let named = field.role.role == Role::IdentityNumber && field.role.score >= PLAIN;
        let eleven = evidence.whole + evidence.substitutes.count;
        if !named || evidence.failing.is_empty() || !at_least(50, eleven, field.present()) {
            continue;
        }
        let draft = found.add(Some(field.column), placed(facts, field, evidence.failing.clone()));
        draft.count("candidates", evidence.candidates);
        if !at_least(50, evidence.candidates - evidence.failing.count, evidence.candidates) {
            draft.variant("others").confidence(Confidence::Medium);
        }
    }
}
