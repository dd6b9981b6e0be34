//! How an entry of the configuration is named in a finding.

use munilint_model::{Allow, Draft, Findings, Occurrences, Place};

/// Starts a finding about an `[[allow]]` entry, where it stands, with its `{rule}` and its `{paths}`.
pub(super) fn about<'f>(allow: &Allow, found: &'f mut Findings) -> &'f mut Draft {
    let place = allow.span.map_or(Place::File, Place::Text);
    let draft = found.add(None, Occurrences::at(place));
    draft.excerpt("rule", &allow.rule).excerpts("paths", allow.patterns.iter().map(String::as_str))
}
