use super::topics::{Evidence, tell};
use munilint_detect::sensitive::Topic;
use munilint_model::{Body, Confidence, Findings, Options, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    tell(facts, found, Topic::is_confidential, |topic, evidence, draft| {
        let is_address = topic == Topic::ProtectedAddress;
        if is_address && matches!(evidence, Evidence::Header | Evidence::Values) {
            draft.variant(if evidence == Evidence::Values { "marked-address" } else { "address" });
        } else if draft.confidence == Some(Confidence::Medium) {
            draft.severity(Severity::Warning);
        }
    });
}
