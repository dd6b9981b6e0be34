use munilint_model::{Body, Encoding, Findings, OddityKind, Options, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    // UTF-16 needs the mark to tell the order of its bytes.
    if facts.layout().encoding != Encoding::Utf8 {
        return;
    }
    if let Some(seen) = facts.oddities.of(OddityKind::ByteOrderMark) {
        found.add(None, seen.clone());
    }
}
