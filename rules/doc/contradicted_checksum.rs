//! See `contradicted-checksum.md`.

use munilint_model::{Body, Described, DescribedFound, Occurrences, Options};

pub(crate) const BODY: Body = Body::Described(judge);

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    let said = described.form().and_then(|form| form.checksum.as_ref());
    let (Some(said), Some(own)) = (said, described.digest) else { return };
    let (algorithm, digits) = &said.what;
    let digits = digits.trim();
    if digits.is_empty() || digits == own {
        return;
    }
    let is_one = digits.len() == own.len() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let draft = found.of_metadata.add(None, Occurrences::at(said.at)).variant(if is_one { "" } else { "malformed" });
    draft.word("algorithm", algorithm.to_uppercase()).count("length", own.len() as u64);
    draft.excerpt("table", &described.facts.table.source);
}
