use munilint_model::{Body, Findings, OddityKind, Options, Place, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let Some(seen) = facts.oddities.of(OddityKind::TrailingDelimiter) else { return };
    let header = facts.layout().header_row;
    let header_alone = header.is_some() && seen.count == 1 && seen.first.first().and_then(Place::row) == header;
    let draft = found.add(None, seen.clone());
    if header_alone {
        draft.variant("header");
    }
}
