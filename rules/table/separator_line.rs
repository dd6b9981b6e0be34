use munilint_model::{Body, Findings, OddityKind, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    if let Some(seen) = facts.oddities.of(OddityKind::SeparatorLine) {
        found.add(None, seen.clone());
    }
}
