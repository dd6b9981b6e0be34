//! What `munilint.toml` says that does not hold, or no longer.

mod entry;
pub(crate) mod expired_allow;
pub(crate) mod unused_allow;
