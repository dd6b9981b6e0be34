use super::topics::tell;
use munilint_detect::sensitive::Topic;
use munilint_model::{Body, Confidence, Findings, Options, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    tell(
        facts,
        found,
        |topic| topic == Topic::Offence,
        |_, _, draft| {
            if draft.confidence == Some(Confidence::Medium) {
                draft.severity(Severity::Warning);
            }
        },
    );
}
