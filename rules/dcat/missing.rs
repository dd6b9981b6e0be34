//! What descriptions do not say.

use super::standard::{is_dcat, is_third};
use crate::datasets::{tell, when};
use munilint_model::{Description, Distribution, Findings, Metadata, Severity};

/// Tells in how many datasets something is missing. `before` is how grave that was before version 3, when that differs.
pub(super) fn tell_missing(
    metadata: &Metadata,
    found: &mut Findings,
    before: Option<Severity>,
    is: impl Fn(&Description) -> bool,
) {
    if !is_dcat(metadata) {
        return;
    }
    let draft = tell(metadata, found, |dataset| when(dataset, is(dataset)));
    if let (Some(draft), Some(severity), false) = (draft, before, is_third(metadata)) {
        draft.severity(severity);
    }
}

/// Tells of how many distributions something holds that should not.
pub(super) fn tell_forms(metadata: &Metadata, found: &mut Findings, is: impl Fn(&Description, &Distribution) -> bool) {
    if !is_dcat(metadata) {
        return;
    }
    tell(metadata, found, |dataset| {
        dataset.distributions.iter().filter(|form| is(dataset, form)).map(|form| form.at).collect()
    });
}
