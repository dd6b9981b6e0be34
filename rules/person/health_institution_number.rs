use super::identity_finding::find;
use super::weight::{Series, Weight};
use munilint_model::{Body, Confidence, Findings, Options, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let evidence = &field.identity;
        // People's own numbers in the same field: the others are people's, too.
        let real = evidence.national.count + evidence.d_number.count > evidence.tenor + evidence.dolly;
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
