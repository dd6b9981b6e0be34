//! What versions of DCAT-AP-NO ask for, and the lists of the EU that they point at.

use munilint_model::{Metadata, StandardKind};

/// Where the EU keeps its lists.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";

/// True for descriptions that keep DCAT-AP-NO or its like.
pub(crate) fn is_dcat(metadata: &Metadata) -> bool {
    matches!(metadata.standard.kind, StandardKind::Dcat | StandardKind::DcatAp)
}

/// True for descriptions that DCAT-AP-NO says what has to be in.
pub(super) fn is_norwegian(metadata: &Metadata) -> bool {
    metadata.standard.kind == StandardKind::Dcat
}

/// The first number of its version: `3` of `3.0`.
pub(super) fn version(metadata: &Metadata) -> Option<&str> {
    metadata.standard.version.as_deref()?.split('.').next()
}

/// True where version 3 is kept.
pub(super) fn is_third(metadata: &Metadata) -> bool {
    version(metadata) == Some("3")
}

/// The code that an IRI stands for in one of the EU's lists: `PUBLIC` in `access-right`.
pub(crate) fn eu_code<'t>(list: &str, iri: &'t str) -> Option<&'t str> {
    iri.replace("https://", "http://").strip_prefix(AUTHORITY)?.strip_prefix(list)?.strip_prefix('/')?;
    iri.rsplit('/').next()
}
