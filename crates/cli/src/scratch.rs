//! Files for a while, for what memory has no room for.

use munilint_model::Scratch;

/// Files without a name in the folder for temporary files: they are unlinked as they are opened, so that nobody else can
/// open them and nothing is left of them when the process ends, however it ends.
pub(crate) fn unnamed_files() -> Scratch {
    Scratch::of(|| Ok(Box::new(tempfile::tempfile()?)))
}
