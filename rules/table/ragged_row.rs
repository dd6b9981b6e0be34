use munilint_model::{Body, Findings, OddityKind, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let fields = facts.fields.len() as u64;
    for (kind, variant) in [(OddityKind::LongRow, ""), (OddityKind::ShortRow, "short")] {
        if let Some(seen) = facts.oddities.of(kind) {
            found.add(None, seen.clone()).variant(variant).count("fields", fields);
        }
    }
}
