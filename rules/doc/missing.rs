//! What metadata does not say though its standard has a place for it. What DCAT-AP-NO asks for is told by rules of its own.

use crate::datasets::{tell, when};
use munilint_model::{Description, Findings, Metadata, StandardKind};

/// Standards that are made to publish datasets: who, what and under which terms.
const OF_DATASETS: [StandardKind; 3] = [StandardKind::DataPackage, StandardKind::SchemaOrg, StandardKind::Croissant];

/// True for metadata that is made to publish datasets.
pub(super) fn of_datasets(metadata: &Metadata) -> bool {
    OF_DATASETS.contains(&metadata.standard.kind)
}

/// Tells in how many datasets something is missing.
pub(super) fn tell_missing(metadata: &Metadata, found: &mut Findings, is: impl Fn(&Description) -> bool) {
    if of_datasets(metadata) {
        tell(metadata, found, |dataset| when(dataset, is(dataset)));
    }
}
