use munilint_model::{Body, Change, Findings, MendOf, Mends, OddityKind, Options, Place, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let Some(seen) = facts.oddities.of(OddityKind::TrailingDelimiter) else { return };
    let header = facts.layout().header_row;
    let header_alone = header.is_some() && seen.count == 1 && seen.first.first().and_then(Place::row) == header;
    let draft = found.add(None, seen.clone());
    if header_alone {
        draft.variant("header");
    }
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    // Where something stands behind the last field, its delimiters count.
    if facts.oddities.count(OddityKind::LongRow) == 0 {
        mends.safe(Change::NoTrailingDelimiters);
    }
}
