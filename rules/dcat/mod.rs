//! Does the description of a dataset keep DCAT-AP-NO?

mod missing;
pub(crate) mod missing_access_rights;
pub(crate) mod missing_access_url;
pub(crate) mod missing_area;
pub(crate) mod missing_contact;
pub(crate) mod missing_description;
pub(crate) mod missing_distribution;
pub(crate) mod missing_format;
pub(crate) mod missing_frequency;
pub(crate) mod missing_identifier;
pub(crate) mod missing_keyword;
pub(crate) mod missing_licence;
pub(crate) mod missing_period;
pub(crate) mod missing_publisher;
pub(crate) mod missing_theme;
pub(crate) mod missing_title;
mod standard;
