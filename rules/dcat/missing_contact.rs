//! See `missing-contact.md`.

use crate::datasets::{tell, when};
use munilint_model::{Body, Findings, Metadata, Options, Severity, StandardKind};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, _: &Options, found: &mut Findings) {
    if metadata.standard.kind != StandardKind::Dcat {
        return;
    }
    // Version 3 made mandatory what was recommended before.
    let is_third = metadata.standard.version.as_deref().is_some_and(|version| version >= "3");
    if let Some(draft) = tell(metadata, found, |dataset| when(dataset, dataset.contacts.is_empty())) {
        if !is_third {
            draft.severity(Severity::Warning);
        }
    }
}
