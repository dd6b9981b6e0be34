//! A table beside what metadata says of it.

use crate::{Description, Distribution, FieldDescription, Finding, Findings, Metadata, TableFacts};
use std::sync::Arc;

/// Which table a dataset's form is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// Which of the metadata files, from 0.
    pub metadata: usize,
    /// Which of its datasets, from 0.
    pub dataset: usize,
    /// Which of its forms, from 0; `None` when the dataset says nothing of forms.
    pub distribution: Option<usize>,
    /// The table's source, as it is shown.
    pub source: Arc<str>,
    /// What the checksum of the table's source is, in hexadecimal digits, by the algorithm that the form's own names; `None` where it
    /// has none, or one that is not known.
    pub digest: Option<String>,
}

/// A table, and the dataset that it is said to be.
#[derive(Clone, Copy, Debug)]
pub struct Described<'a> {
    /// The metadata file.
    pub metadata: &'a Metadata,
    /// The dataset.
    pub dataset: &'a Description,
    /// The dataset's form that the table is, by its position from 0.
    pub distribution: Option<usize>,
    /// What was measured of the table, condensed: see [`TableFacts::condense`].
    pub facts: &'a TableFacts,
    /// Bytes of the table's source.
    pub bytes: u64,
    /// As [`Link::digest`].
    pub digest: Option<&'a str>,
    /// What was measured of tables that are forms of the dataset before this one.
    pub earlier: &'a [&'a TableFacts],
    /// What was found in the table.
    pub found: &'a [Finding],
}

impl<'a> Described<'a> {
    /// The form of the dataset that the table is.
    #[must_use]
    pub fn form(&self) -> Option<&'a Distribution> {
        self.dataset.distributions.get(self.distribution?)
    }

    /// The fields that the metadata has.
    #[must_use]
    pub fn fields(&self) -> &'a [FieldDescription] {
        self.dataset.fields_of(self.distribution)
    }
}

/// What a rule over a table and its metadata hands over.
#[derive(Clone, Debug, Default)]
pub struct DescribedFound {
    /// Findings that are told of the table.
    pub of_table: Findings,
    /// Findings that are told of the metadata.
    pub of_metadata: Findings,
}
