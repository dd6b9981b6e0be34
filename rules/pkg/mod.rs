//! Is the description of a package, a contract or a table on the web well formed?

pub(crate) mod csvw_violation;
pub(crate) mod schema_violation;
