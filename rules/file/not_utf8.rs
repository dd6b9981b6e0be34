use munilint_model::{
    Body, Change, Encoding, Findings, MendOf, Mends, Occurrences, OddityKind, Options, Place, TableFacts, TextFacts,
};

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let encoding = facts.layout().encoding;
    if encoding != Encoding::Utf8 {
        found.add(None, Occurrences::at(Place::File)).word("encoding", encoding.name());
    }
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    let encoding = facts.layout().encoding;
    // Text in which another encoding is mixed would be wrong for good.
    let is_mixed = |text: &TextFacts| !(text.mojibake.is_empty() && text.control.is_empty());
    let is_single = !encoding.batches_are_utf8();
    if facts.oddities.count(OddityKind::InvalidBytes) > 0
        || is_single && facts.fields.iter().any(|field| is_mixed(&field.text))
    {
        return;
    }
    // The others differ from Windows-1252 in a few letters, which tell little of which it is.
    let is_sure = matches!(encoding, Encoding::Windows1252 | Encoding::Iso8859_1) || encoding.is_utf16();
    mends.offer(is_sure, Change::Utf8);
}
