//! See `outdated-term.md`.

use super::standard::{is_dcat, is_third};
use munilint_model::{Body, Findings, Metadata, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

/// Terms that version 3 has left, and what stands in their place.
const LEFT: [(&str, &str); 7] = [
    ("http://www.w3.org/2002/07/owl#versionInfo", "dcat:version"),
    ("http://purl.org/dc/terms/isPartOf", "dcat:inSeries"),
    ("http://purl.org/dc/terms/isVersionOf", "dcat:isVersionOf"),
    ("http://purl.org/dc/terms/hasVersion", "dcat:hasVersion"),
    ("http://purl.org/dc/terms/references", "dct:relation"),
    ("http://purl.org/dc/terms/requires", "dct:relation"),
    ("http://purl.org/vocab/cpsv#follows", "dcatap:applicableLegislation"),
];

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    if !is_dcat(metadata) || !is_third(metadata) {
        return;
    }
    for (term, now) in LEFT {
        if let Some(seen) = metadata.terms.get(term) {
            found.add(None, seen.clone()).word("term", term).word("now", now);
        }
    }
}
