use super::identity_finding::find;
use super::persons::at_least;
use super::weight::{Series, Weight};
use munilint_model::{Body, Confidence, Findings, IdentityEvidence, Options, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    // People's own numbers in the table: the others are people's, too.
    let real = facts.fields.iter().any(|field| holds_own_numbers(&field.identity));
    for field in &facts.fields {
        let evidence = &field.identity;
        if let Some((weight, draft)) = find(facts, field, Series::HNumber, found) {
            if evidence.dolly > 0 && !real {
                draft.variant("synthetic").severity(Severity::Note);
            } else if weight == Weight::Certain && !real {
                draft.variant("alone").severity(Severity::Warning).confidence(Confidence::Medium);
            }
        }
        if let Some((weight, draft)) = find(facts, field, Series::FhNumber, found) {
            draft.variant(if weight == Weight::Certain { "common" } else { "possibly-common" });
        }
    }
}

/// True when at least half of the numbers of a field are of today's national register, and not synthetic.
fn holds_own_numbers(evidence: &IdentityEvidence) -> bool {
    let own = (evidence.national.count + evidence.d_number.count).saturating_sub(evidence.tenor + evidence.dolly);
    at_least(50, own, evidence.candidates)
}
