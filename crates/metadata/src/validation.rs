//! What was read, held against its standard: the work that only a check has to do.

use crate::absent::absent;
use crate::document::Document;
use crate::graph::Graph;
use crate::{csvw, data_package, dcat, odcs};
use munilint_model::{Fault, Metadata, StandardKind};

/// A file that was read.
pub struct Reading {
    /// What it says, and where its syntax is broken.
    pub metadata: Metadata,
    /// What it was read from.
    pub parsed: Parsed,
}

/// What the bytes of a file were made into before they were understood.
pub struct Parsed(pub(crate) Form);

/// The forms that a standard is validated in.
pub(crate) enum Form {
    Graph(Box<Graph>),
    Document(Document),
    /// No validator looks at it.
    Other,
}

/// A file as it is written, and the files beside it.
pub struct Written<'w> {
    /// Its name, without folders.
    pub name: &'w str,
    /// Its bytes.
    pub text: &'w [u8],
    /// The bytes of a file by its path from the folder that this one is in; `None` when there are none to be had.
    pub beside: &'w dyn Fn(&str) -> Option<Vec<u8>>,
    /// Whether there is a file at a path from that folder on.
    pub is_there: &'w dyn Fn(&str) -> bool,
}

/// What validators say of a file.
#[derive(Default)]
pub struct Validation {
    /// Where it does not keep its standard.
    pub(crate) faults: Vec<Fault>,
    /// Of each dataset, whether it keeps the shapes by which the national catalogue judges; empty where they do not apply.
    pub(crate) complies: Vec<bool>,
    /// What it was held against.
    pub(crate) held_to: Option<&'static str>,
}

impl Parsed {
    /// Holds a file, of which `metadata` was read, against its standard: shapes, JSON Schemas, or its tables where the standard is
    /// about both. Nothing is fetched.
    #[must_use]
    pub fn validate(&self, metadata: &Metadata, written: &Written<'_>) -> Validation {
        let mut validation = self.held(metadata, written);
        validation.faults.extend(absent(metadata, written.is_there));
        validation
    }

    fn held(&self, metadata: &Metadata, written: &Written<'_>) -> Validation {
        match (&self.0, metadata.standard.kind) {
            (Form::Graph(graph), _) => dcat::validate(graph, metadata),
            (Form::Document(document), StandardKind::DataPackage) => {
                let faults = data_package::schema::faults(document, written);
                Validation { faults, complies: Vec::new(), held_to: Some(data_package::schema::HELD_TO) }
            }
            (Form::Document(document), StandardKind::Odcs) => {
                let version = metadata.standard.version.as_deref().unwrap_or_default();
                odcs::schema::faults(document, version).map_or_else(Validation::default, |(faults, held_to)| {
                    Validation { faults, complies: Vec::new(), held_to: Some(held_to) }
                })
            }
            (Form::Document(document), StandardKind::Csvw) => {
                Validation { faults: csvw::faults(document, written), ..Validation::default() }
            }
            _ => Validation::default(),
        }
    }
}

impl Validation {
    /// Adds what was said to what was read.
    pub fn tell(self, metadata: &mut Metadata) {
        metadata.faults.extend(self.faults);
        metadata.held_to = self.held_to;
        for (dataset, complies) in metadata.datasets.iter_mut().zip(self.complies) {
            dataset.complies = Some(complies);
        }
    }
}
