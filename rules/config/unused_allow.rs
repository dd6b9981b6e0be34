//! See `unused-allow.md`.

use super::entry::about;
use munilint_model::{Body, ConfigFacts, Findings, Options};

pub(crate) const BODY: Body = Body::Config(judge);

fn judge(facts: &ConfigFacts, _: &Options, found: &mut Findings) {
    let unused = facts.allows.iter().filter(|entry| entry.findings == 0 && entry.is_complete && !entry.has_expired);
    for entry in unused {
        let draft = about(&entry.allow, found);
        if entry.files == 0 {
            draft.variant("no-file");
        } else {
            draft.count("count", entry.files);
        }
    }
}
