//! See `expired-allow.md`.

use super::entry::about;
use munilint_model::{Body, ConfigFacts, Findings, Options};

pub(crate) const BODY: Body = Body::Config(judge);

fn judge(facts: &ConfigFacts, _: &Options, found: &mut Findings) {
    for entry in facts.allows.iter().filter(|entry| entry.has_expired) {
        let Some(until) = entry.allow.until else { continue };
        let draft = about(&entry.allow, found).word("until", until.to_string());
        if entry.findings == 0 {
            draft.variant("idle");
        } else {
            draft.count("count", entry.findings);
        }
    }
}
