//! Files beside each other: what stops their rows from finding each other.

pub(crate) mod readiness;

mod key;
mod keys;
