//! Values that are not there.

use munilint_model::MARKERS;

/// True when a cell of that text holds no value: empty, blank, or a sign or word that stands for a missing value.
pub(super) fn is_missing(text: &str) -> bool {
    let trimmed = text.trim();
    trimmed.is_empty() || MARKERS.contains(&trimmed)
}
