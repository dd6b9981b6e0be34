use munilint_model::{Body, Findings, OddityKind, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let mut blank = facts.oddities.of(OddityKind::BlankLine).cloned().unwrap_or_default();
    if let Some(seen) = facts.oddities.of(OddityKind::EmptyRecord) {
        blank.merge(seen);
    }
    if !blank.is_empty() {
        found.add(None, blank);
    }
}
