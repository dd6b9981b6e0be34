use munilint_model::{Body, Findings, OddityKind, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    if facts.oddities.count(OddityKind::EmptyFile) > 0 {
        return;
    }
    if let Some(seen) = facts.oddities.of(OddityKind::NoRecords) {
        found.add(None, seen.clone());
    }
}
