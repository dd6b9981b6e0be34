//! Metadata of any standard to [`munilint_model::Metadata`]: one description for each dataset, each part with its place in the file.
//!
//! A reader makes a [`graph::Graph`] (RDF) or a [`document::Document`] (JSON) of the bytes; one file for each standard turns that
//! into descriptions. Nothing is fetched: contexts and references that lead out of the file are left alone. What is wrong with
//! the syntax is a fault in the metadata, not an error.

mod data_package;
mod dcat;
mod document;
mod graph;
mod json_ld;
mod lines;
mod link;
mod rdf_xml;
mod turtle;

pub use link::link;

use document::Document;
use munilint_model::{Metadata, Place, Standard, StandardKind};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Largest file that is read as metadata, in bytes.
pub const LARGEST: u64 = 64 << 20;

/// Endings of files that may be metadata; what is in them decides.
const ENDINGS: [&str; 5] = ["ttl", "nt", "rdf", "jsonld", "json"];

/// True when a file of that name may be metadata.
#[must_use]
pub fn may_be(path: &Path) -> bool {
    ending(path).is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_string_lossy().to_lowercase())
}

/// Names of files that are metadata whatever is in them: that one is broken is told.
fn is_surely(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    ["datapackage.json", "csv-metadata.json"].contains(&&*name)
        || ["-metadata.json", ".jsonld"].iter().any(|ending| name.ends_with(ending))
}

/// Reads a file that is shown as `source`; `None` when it describes no datasets.
#[must_use]
pub fn read(path: &Path, source: &Arc<str>, bytes: &[u8]) -> Option<Metadata> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match ending(path)?.as_str() {
        "ttl" | "nt" => dcat::read(source, "turtle", turtle::read(bytes)),
        "rdf" => dcat::read(source, "rdf/xml", rdf_xml::read(bytes)),
        "json" | "jsonld" => match document::read(bytes) {
            Ok(document) => of_json(source, bytes, &document),
            Err((at, why)) => is_surely(path).then(|| unread(source, at, why)),
        },
        _ => None,
    }
}

/// Reads JSON of whatever standard it keeps.
fn of_json(source: &Arc<str>, bytes: &[u8], document: &Document) -> Option<Metadata> {
    let of_rdf = || dcat::read(source, "json-ld", json_ld::read(bytes, document)?);
    data_package::read(source, document).or_else(of_rdf)
}

/// A metadata file whose syntax is broken from the start.
fn unread(source: &Arc<str>, at: Place, why: String) -> Metadata {
    Metadata {
        source: Arc::clone(source),
        written_as: "json",
        standard: Standard { kind: StandardKind::DataPackage, version: None },
        catalogue: None,
        datasets: Vec::new(),
        terms: BTreeMap::new(),
        faults: vec![graph::broken(at, why)],
    }
}
