//! Does the description of a dataset keep DCAT-AP-NO?

pub(crate) mod missing_contact;
