use super::identity_finding::{find, pseudonyms, tell_synthetic};
use super::weight::Series;
use munilint_model::{Body, Findings, MendOf, Mends, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        if let Some((_, draft)) = find(facts, field, Series::DNumber, found) {
            tell_synthetic(draft, &field.identity);
        }
    }
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    pseudonyms(facts, Series::DNumber, mends);
}
