use munilint_model::{Body, Findings, OddityKind, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let before = found.drafts.len();
    for field in facts.fields.iter().filter(|field| !field.text.control.is_empty()) {
        found.add(Some(field.column), field.text.control.clone());
    }
    // NUL bytes inside cells are control characters of their fields; what is left stands outside every cell.
    if found.drafts.len() == before
        && let Some(seen) = facts.oddities.of(OddityKind::NulByte)
    {
        found.add(None, seen.clone()).variant("nul");
    }
}
