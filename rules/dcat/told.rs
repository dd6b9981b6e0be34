//! What descriptions in DCAT-AP-NO do not say, or say wrongly.

use super::standard::{is_dcat, is_norwegian, is_third};
use crate::datasets::{tell, tell_values, when};
use munilint_model::{Description, Distribution, Findings, Metadata, Place, Severity};

/// Tells in how many datasets something is missing that DCAT-AP-NO asks for. `before` is how grave that was before version 3, when that differs.
pub(super) fn tell_missing(
    metadata: &Metadata,
    found: &mut Findings,
    before: Option<Severity>,
    is: impl Fn(&Description) -> bool,
) {
    if !is_norwegian(metadata) {
        return;
    }
    let draft = tell(metadata, found, |dataset| when(dataset, is(dataset)));
    if let (Some(draft), Some(severity), false) = (draft, before, is_third(metadata)) {
        draft.severity(severity);
    }
}

/// Tells of the values in which `wrong` finds something.
pub(super) fn tell_wrong<'m>(
    metadata: &'m Metadata,
    found: &mut Findings,
    wrong: impl Fn(&'m Description) -> Vec<(Place, &'m str)>,
) {
    if is_dcat(metadata) {
        tell_values(metadata, found, wrong);
    }
}

/// Tells of how many distributions do not say something that DCAT-AP-NO asks for.
pub(super) fn tell_forms(metadata: &Metadata, found: &mut Findings, is: impl Fn(&Description, &Distribution) -> bool) {
    if !is_norwegian(metadata) {
        return;
    }
    tell(metadata, found, |dataset| {
        dataset.distributions.iter().filter(|form| is(dataset, form)).map(|form| form.at).collect()
    });
}
