//! Metadata of any standard to [`munilint_model::Metadata`]: one description for each dataset, each part with its place in the file.
//!
//! A reader makes a `graph::Graph` (RDF) or a `document::Document` (JSON) of the bytes; one file for each standard turns that
//! into descriptions, and [`Parsed::validate`] holds them against their standards. Nothing is fetched: contexts and references that lead out of the file are left alone. What is wrong with
//! the syntax is a fault in the metadata, not an error.

mod absent;
mod codebook;
mod csvw;
mod data_package;
mod datadoc;
mod datahotell;
mod dcat;
mod document;
pub mod draft;
mod graph;
mod json_ld;
mod json_schema;
mod kostra;
mod lines;
mod link;
mod microdata;
mod named;
mod names;
mod odcs;
mod px_build;
mod rdf_xml;
mod readme;
mod said;
mod schema;
mod schema_org;
mod syntax;
mod turtle;
mod validation;
mod variables;
mod write;
mod yaml;

pub use codebook::{Beside, codebook, is_called_codebook_of, may_be_codebook};
pub use link::{Table, link, link_at};
pub use names::{may_be, may_describe};
pub use schema::table_schema;
pub use validation::{Parsed, Reading, Validation, Written};
pub use write::write;

use document::Document;
use munilint_model::{Description, Metadata, Place, Standard, StandardKind};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use validation::Form;

/// Largest file that is read as metadata, in bytes.
pub const LARGEST: u64 = 64 << 20;

/// What a document of a standard tells.
struct Told {
    standard: Standard,
    datasets: Vec<Description>,
}

impl Told {
    fn by(self, source: &Arc<str>, written_as: &'static str, parsed: Form) -> Reading {
        let metadata = Metadata {
            source: Arc::clone(source),
            written_as,
            standard: self.standard,
            catalogue: None,
            datasets: self.datasets,
            terms: BTreeMap::new(),
            faults: Vec::new(),
            held_to: None,
        };
        Reading { metadata, parsed: Parsed(parsed) }
    }
}

/// Reads a file that is shown as `source`; `None` when it describes no datasets, or is larger than [`LARGEST`].
#[must_use]
pub fn read(path: &Path, source: &Arc<str>, bytes: &[u8]) -> Option<Reading> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.len() as u64 > LARGEST {
        return None;
    }
    let stem = names::stem(path);
    match names::ending(path)?.as_str() {
        "ttl" | "nt" => dcat::read(source, "turtle", turtle::read(bytes)),
        "rdf" => dcat::read(source, "rdf/xml", rdf_xml::read(bytes)),
        "json" | "jsonld" => of_document(path, source, bytes, document::read(bytes)),
        "yaml" | "yml" => of_document(path, source, bytes, yaml::read(bytes)),
        "xml" => datahotell::read(bytes).map(|told| told.by(source, "xml", Form::Other)),
        "md" => readme::read(bytes, &stem).map(|told| told.by(source, "markdown", Form::Other)),
        "txt" => px_build::read_text(bytes).map(|told| told.by(source, "text", Form::Other)),
        _ => None,
    }
}

/// Reads JSON or YAML of whatever standard it keeps.
fn of_document(
    path: &Path,
    source: &Arc<str>,
    bytes: &[u8],
    document: Result<Document, (Place, String)>,
) -> Option<Reading> {
    let document = match document {
        Ok(document) => document,
        Err((at, why)) => return names::standard(path).map(|kind| unread(source, kind, at, why)),
    };
    let stem = names::stem(path);
    let told = csvw::read(&document)
        .or_else(|| schema_org::read(&document))
        .or_else(|| data_package::read(&document, names::standard(path) == Some(StandardKind::DataPackage)))
        .or_else(|| odcs::read(&document))
        .or_else(|| datadoc::read(&document))
        .or_else(|| microdata::read(&document, &stem))
        .or_else(|| kostra::read(&document))
        .or_else(|| px_build::read(&document));
    match told {
        Some(told) => Some(told.by(source, document.written_as, Form::Document(document))),
        // Linked data that is about something else may have contexts that cannot be fetched.
        None if document.written_as == "json" && speaks_of_dcat(bytes) => {
            dcat::read(source, "json-ld", json_ld::read(bytes, &document)?)
        }
        None => None,
    }
}

fn speaks_of_dcat(bytes: &[u8]) -> bool {
    bytes.windows(4).any(|window| window.eq_ignore_ascii_case(b"dcat"))
}

/// A metadata file whose syntax is broken from the start.
fn unread(source: &Arc<str>, kind: StandardKind, at: Place, why: String) -> Reading {
    let told = Told { standard: Standard { kind, version: None }, datasets: Vec::new() };
    let is_yaml = [".yaml", ".yml"].iter().any(|ending| source.ends_with(ending));
    let mut reading = told.by(source, if is_yaml { "yaml" } else { "json" }, Form::Other);
    reading.metadata.faults.push(syntax::broken(at, &why));
    reading
}
