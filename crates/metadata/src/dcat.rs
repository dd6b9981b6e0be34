//! DCAT-AP-NO, versions 1.1, 2 and 3 (<https://data.norge.no/specification/dcat-ap-no>), and its likes, from whatever RDF they are written as.

mod node;
mod profile;
mod references;
mod shapes;
mod terms;

use crate::graph::Graph;
use crate::validation::{Form, Parsed, Reading, Validation};
use munilint_model::{Catalogue, Description, Distribution, FaultKind, Metadata, Said};
use node::Subject;
use oxrdf::NamedOrBlankNode;
use std::collections::BTreeSet;
use std::sync::Arc;
use terms::{ADMS, CPSV, DCATAP, DCATNO, SPDX, dcat, dct};

/// Reads what a graph says of datasets. `None` when that is nothing and the syntax is whole.
pub(crate) fn read(source: &Arc<str>, written_as: &'static str, mut graph: Graph) -> Option<Reading> {
    let faults = std::mem::take(&mut graph.faults);
    let datasets = datasets(&graph);
    let catalogue = graph.of_class(&dcat("Catalog")).first().map(|subject| {
        let subject = Subject::new(&graph, subject.clone());
        Catalogue {
            at: subject.place(),
            titles: subject.texts(&dct("title")),
            descriptions: subject.texts(&dct("description")),
            publishers: subject.agents(&dct("publisher")),
        }
    });
    if datasets.is_empty() && catalogue.is_none() && faults.is_empty() {
        return None;
    }
    let terms = graph.terms();
    let standard = profile::standard(&graph, &terms);
    let datasets = datasets.into_iter().map(|node| dataset(&Subject::new(&graph, node))).collect();
    let metadata = Metadata {
        source: Arc::clone(source),
        written_as,
        standard,
        catalogue,
        datasets,
        terms,
        faults,
        held_to: None,
    };
    Some(Reading { metadata, parsed: Parsed(Form::Graph(Box::new(graph))) })
}

/// Holds a graph against the shapes of the standard that `metadata`, which was read of it, keeps.
pub(crate) fn validate(graph: &Graph, metadata: &Metadata) -> Validation {
    let shapes::Judged { mut faults, violating, held_to } = shapes::judged(graph, &metadata.standard);
    // What is behind a broken place was not read.
    if !metadata.faults.iter().any(|fault| fault.kind == FaultKind::Syntax) {
        faults.extend(references::dangling(graph));
    }
    let complies = |node: NamedOrBlankNode| {
        let subject = Subject::new(graph, node);
        let mut own = subject.nodes(&dcat("distribution"));
        own.push(subject);
        !own.iter().any(|node| violating.contains(&node.name()))
    };
    Validation { faults, complies: datasets(graph).into_iter().map(complies).collect(), held_to: Some(held_to) }
}

/// What is a dataset by its class, or by what a catalogue says it holds and describes.
fn datasets(graph: &Graph) -> Vec<NamedOrBlankNode> {
    let mut found = graph.of_class(&dcat("Dataset"));
    let mut known: BTreeSet<String> = found.iter().map(ToString::to_string).collect();
    for catalogue in graph.of_class(&dcat("Catalog")) {
        for (object, _) in graph.objects(catalogue.as_ref(), &dcat("dataset")) {
            let Ok(subject) = NamedOrBlankNode::try_from(object) else { continue };
            if graph.describes(subject.as_ref()) && known.insert(subject.to_string()) {
                found.push(subject);
            }
        }
    }
    found.sort_by_key(|subject| (graph.place(subject.as_ref()), subject.to_string()));
    found
}

fn dataset(subject: &Subject<'_>) -> Description {
    let mut description = Description::at(subject.place());
    description.id = subject.iri().map(str::to_owned);
    description.titles = subject.texts(&dct("title"));
    description.descriptions = subject.texts(&dct("description"));
    description.identifiers = subject.written(&dct("identifier"));
    description.publishers = subject.agents(&dct("publisher"));
    description.contacts = subject.contacts(&dcat("contactPoint"));
    description.contacts.extend(subject.contacts(&format!("{ADMS}contactPoint")));
    description.licences = subject.written(&dct("license"));
    description.themes = subject.written(&dcat("theme"));
    description.keywords = subject.texts(&dcat("keyword"));
    description.access_rights = subject.written(&dct("accessRights"));
    description.legal_bases = subject.written(&format!("{DCATAP}applicableLegislation"));
    description.legal_bases.extend(subject.written(&format!("{CPSV}follows")));
    for basis in ["legalBasisForRestriction", "legalBasisForProcessing", "legalBasisForAccess"] {
        description.legal_bases.extend(subject.written(&format!("{DCATNO}{basis}")));
    }
    description.periods = subject.periods(&dct("temporal"));
    description.areas = subject.written(&dct("spatial"));
    description.frequencies = subject.written(&dct("accrualPeriodicity"));
    description.issued = subject.written(&dct("issued"));
    description.modified = subject.written(&dct("modified"));
    description.languages = subject.written(&dct("language"));
    description.sources = subject.written(&dct("source"));
    description.conforms_to = subject.written(&dct("conformsTo"));
    description.distributions = subject.nodes(&dcat("distribution")).iter().map(distribution).collect();
    description
}

fn distribution(subject: &Subject<'_>) -> Distribution {
    let mut form = Distribution::at(subject.place());
    form.titles = subject.texts(&dct("title"));
    form.descriptions = subject.texts(&dct("description"));
    form.access_urls = subject.written(&dcat("accessURL"));
    form.download_urls = subject.written(&dcat("downloadURL"));
    form.formats = subject.written(&dct("format"));
    form.media_types = subject.written(&dcat("mediaType"));
    form.licences = subject.written(&dct("license"));
    form.rights = subject.written(&dct("rights"));
    form.issued = subject.written(&dct("issued"));
    form.modified = subject.written(&dct("modified"));
    form.byte_size = subject.written(&dcat("byteSize")).into_iter().next();
    form.checksum = subject.nodes(&format!("{SPDX}checksum")).iter().find_map(|checksum| {
        let Said { what: digits, at } = checksum.written(&format!("{SPDX}checksumValue")).into_iter().next()?;
        let algorithm = checksum.written(&format!("{SPDX}algorithm")).into_iter().next()?.what;
        let name = algorithm.rsplit(['#', '/', '_']).next().unwrap_or("").to_lowercase();
        Some(Said { what: (name.replace('-', ""), digits.to_lowercase()), at })
    });
    form
}
