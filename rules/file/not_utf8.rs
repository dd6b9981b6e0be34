use munilint_model::{Body, Encoding, Findings, Occurrences, Options, Place, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let encoding = facts.layout().encoding;
    if encoding != Encoding::Utf8 {
        found.add(None, Occurrences::at(Place::File)).word("encoding", encoding.name());
    }
}
