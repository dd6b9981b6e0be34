use super::identity_finding::{find, tell_synthetic};
use super::weight::Series;
use munilint_model::{Body, Findings, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        if let Some((_, draft)) = find(facts, field, Series::DNumber, found) {
            tell_synthetic(draft, &field.identity);
        }
    }
}
