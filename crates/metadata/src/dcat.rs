//! DCAT-AP-NO, versions 1.1, 2 and 3 (<https://data.norge.no/specification/dcat-ap-no>), from whatever RDF it is written as.

mod node;
mod references;
mod shapes;
mod terms;

use crate::graph::Graph;
use munilint_model::{Catalogue, Description, Distribution, FaultKind, Metadata, Said, Standard, StandardKind};
use node::Subject;
use oxrdf::{NamedOrBlankNode, Term};
use std::collections::BTreeSet;
use std::sync::Arc;
use terms::{ADMS, CPSV, DCAT, DCATAP, DCATNO, OWL, SPDX, dcat, dct};

/// Reads what a graph says of datasets. `None` when that is nothing and the syntax is whole.
pub(crate) fn read(source: &Arc<str>, written_as: &'static str, mut graph: Graph) -> Option<Metadata> {
    let mut faults = std::mem::take(&mut graph.faults);
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
    let version = version(&graph, terms.keys().map(String::as_str));
    let (broken, violating) = shapes::judged(&graph, version.as_deref());
    faults.extend(broken);
    // What is behind a broken place was not read.
    if !faults.iter().any(|fault| fault.kind == FaultKind::Syntax) {
        faults.extend(references::dangling(&graph));
    }
    let dataset = |node: NamedOrBlankNode| {
        let subject = Subject::new(&graph, node);
        let mut description = dataset(&subject);
        let mut own = subject.nodes(&dcat("distribution"));
        own.push(subject);
        description.complies = Some(!own.iter().any(|node| violating.contains(&node.name())));
        description
    };
    Some(Metadata {
        source: Arc::clone(source),
        written_as,
        standard: Standard { kind: StandardKind::Dcat, version },
        catalogue,
        datasets: datasets.into_iter().map(dataset).collect(),
        terms,
        faults,
    })
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

/// The version that a catalogue says it keeps, or that it can only be by the terms it uses.
fn version<'t>(graph: &Graph, terms: impl Iterator<Item = &'t str>) -> Option<String> {
    for catalogue in graph.of_class(&dcat("Catalog")) {
        for (object, _) in graph.objects(catalogue.as_ref(), &dct("conformsTo")) {
            let Term::NamedNode(standard) = object else { continue };
            if let Some((_, version)) = standard.as_str().to_lowercase().split_once("dcat-ap-no/v") {
                return Some(version.trim_end_matches('/').to_owned());
            }
        }
    }
    let mut version = None;
    for term in terms {
        let told = match term.strip_prefix(DCAT) {
            Some("version" | "hasVersion" | "inSeries" | "DatasetSeries" | "prev") => Some("3"),
            _ if term.starts_with(DCATAP) => Some("3"),
            _ if term.starts_with(CPSV) || term == format!("{OWL}versionInfo") => Some("2"),
            _ if term.starts_with(DCATNO) => Some("1.1"),
            _ => None,
        };
        // Newer terms tell more: older ones are often left behind in a newer description.
        version = version.max(told);
    }
    version.map(str::to_owned)
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
