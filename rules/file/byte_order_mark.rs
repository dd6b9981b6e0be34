use munilint_model::{Body, Change, Encoding, Findings, MendOf, Mends, OddityKind, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    // UTF-16 needs the mark to tell the order of its bytes.
    if facts.layout().encoding != Encoding::Utf8 {
        return;
    }
    if let Some(seen) = facts.oddities.of(OddityKind::ByteOrderMark) {
        found.add(None, seen.clone());
    }
}

fn mend(_: &TableFacts, _: &Options, mends: &mut Mends) {
    mends.safe(Change::NoMark);
}
