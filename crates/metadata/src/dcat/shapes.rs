//! Descriptions held against the shapes (SHACL) of DCAT-AP-NO, or of the European DCAT-AP.

use crate::graph::Graph;
use crate::turtle;
use munilint_model::{Argument, Excerpt, Fault, FaultKind, Message, Place, Severity, Standard, StandardKind};
use munilint_shacl::{Constraint, NodeKind, Shapes, ValidationResult};
use oxrdf::{NamedOrBlankNode, Term};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Those of version 2.00, by which the national catalogue judges.
static SECOND: LazyLock<Shapes> = LazyLock::new(|| compiled(munilint_schemas::vendor::DCAT_AP_NO_2));

/// Those of version 3.
static THIRD: LazyLock<Shapes> = LazyLock::new(|| compiled(munilint_schemas::DCAT_AP_NO_3));

/// Those of the European version 3.0.0, but for its lists, which would have to be in the file.
static EUROPEAN: LazyLock<Shapes> = LazyLock::new(|| {
    use munilint_schemas::vendor::{DCAT_AP_3, DCAT_AP_3_RANGE, DCAT_AP_3_RECOMMENDED};
    compiled(&[DCAT_AP_3, DCAT_AP_3_RECOMMENDED, DCAT_AP_3_RANGE].concat())
});

fn compiled(text: &str) -> Shapes {
    Shapes::read(turtle::read(text.as_bytes()).triples()).0
}

/// Prefixes for the names of terms in messages.
const PREFIXES: [(&str, &str); 17] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("cpsv", "http://purl.org/vocab/cpsv#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatap", "http://data.europa.eu/r5r/"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("locn", "http://www.w3.org/ns/locn#"),
    ("odrl", "http://www.w3.org/ns/odrl/2/"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("time", "http://www.w3.org/2006/time#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// What shapes say of a graph.
pub(super) struct Judged {
    /// What does not keep the shapes of the standard.
    pub(super) faults: Vec<Fault>,
    /// The nodes of which those of version 2.00 say that something shall be otherwise.
    pub(super) violating: BTreeSet<String>,
    /// The standard that the faults are about.
    pub(super) held_to: &'static str,
}

/// Holds a graph against the shapes of the standard that it keeps, and those of version 2.00.
pub(super) fn judged(graph: &Graph, standard: &Standard) -> Judged {
    let is_third = standard.version.as_ref().is_some_and(|version| version.starts_with('3'));
    let (own, held_to) = match standard.kind {
        StandardKind::DcatAp => (Some(&EUROPEAN), "DCAT-AP 3.0.0 (SHACL)"),
        _ if is_third => (Some(&THIRD), "DCAT-AP-NO 3.0 (SHACL)"),
        _ => (None, "DCAT-AP-NO 2.00 (SHACL)"),
    };
    let second = SECOND.validate(graph.triples());
    let own = own.map(|shapes| shapes.validate(graph.triples()));
    let known = own.as_ref().unwrap_or(&second).results.iter().filter(|result| is_known(graph, result));
    let mut faults: Vec<Fault> = known.map(|result| fault(graph, result)).collect();
    // One value may break several demands in the same way.
    faults.dedup();
    let is_violation =
        |result: &&ValidationResult| result.severity == munilint_shacl::Severity::Violation && is_known(graph, result);
    let violations = second.results.iter().filter(is_violation);
    Judged { faults, violating: violations.map(|result| result.focus_node.to_string()).collect(), held_to }
}

/// False for a demand on what is described elsewhere, which is not fetched: whether `…/access-right/PUBLIC` is a rights statement
/// stands in the EU's list, not in the file.
fn is_known(graph: &Graph, result: &ValidationResult) -> bool {
    let of_node = matches!(
        *result.constraint,
        Constraint::Class(_)
            | Constraint::Node(_)
            | Constraint::And(_)
            | Constraint::Or(_)
            | Constraint::Xone(_)
            | Constraint::HasValue(_)
            | Constraint::Qualified { .. }
    );
    let is_described = |term: &Term| match term {
        Term::NamedNode(node) => graph.describes(node.as_ref().into()),
        _ => true,
    };
    !of_node || result.value.as_ref().is_some_and(is_described)
}

fn fault(graph: &Graph, result: &ValidationResult) -> Fault {
    let severity = match result.severity {
        munilint_shacl::Severity::Violation => Severity::Error,
        munilint_shacl::Severity::Warning => Severity::Warning,
        _ => Severity::Note,
    };
    let subject = NamedOrBlankNode::try_from(result.focus_node.clone()).ok();
    let predicate = result.path.as_ref().and_then(|path| path.predicate());
    let stated = subject.as_ref().zip(predicate).and_then(|(subject, predicate)| {
        let mut objects = graph.objects(subject.as_ref(), predicate.as_str()).into_iter();
        objects.find(|(object, _)| result.value.as_ref().is_none_or(|value| value == object)).map(|(_, at)| at)
    });
    let at = stated.or_else(|| Some(graph.place(subject.as_ref()?.as_ref())));
    let within = if result.path.is_some() { path(result) } else { class(graph, subject.as_ref()) };
    let message = message(innermost(result));
    let message = under(within, message);
    Fault { kind: FaultKind::Shape, severity, message, at: at.unwrap_or(Place::File) }
}

/// The class of a node, with a prefix: what a demand on the node as a whole is about.
fn class(graph: &Graph, subject: Option<&NamedOrBlankNode>) -> String {
    let classes = subject.map(|subject| graph.objects(subject.as_ref(), oxrdf::vocab::rdf::TYPE.as_str()));
    let named = classes.into_iter().flatten().find_map(|(class, _)| match class {
        Term::NamedNode(class) => Some(short(class.as_str())),
        _ => None,
    });
    named.unwrap_or_default()
}

/// What is wrong with a value that has to keep a further shape: the first thing that does not keep that.
fn innermost(result: &ValidationResult) -> &ValidationResult {
    result.details.first().map_or(result, innermost)
}

/// The message with the property under which it was met.
fn under(outer: String, mut message: Message) -> Message {
    for (name, argument) in &mut message.arguments {
        if let ("term", Argument::Word(term)) = (*name, &mut *argument)
            && *term != outer
            && !outer.is_empty()
        {
            *term = if term.is_empty() { outer.clone() } else { format!("{outer} / {term}") };
        }
    }
    message
}

/// The property that a result is about, with a prefix.
fn path(result: &ValidationResult) -> String {
    result.path.as_ref().map_or_else(String::new, |path| match path.predicate() {
        Some(predicate) => short(predicate.as_str()),
        None => path.to_string(),
    })
}

/// What is wrong: a message of `dcat/shape-violation`.
fn message(result: &ValidationResult) -> Message {
    let word = |text: String| Argument::Word(text);
    let (variant, wanted) = match &*result.constraint {
        Constraint::MinCount(count) => ("min-count", Some(word(count.to_string()))),
        Constraint::MaxCount(count) => ("max-count", Some(word(count.to_string()))),
        Constraint::Class(class) => ("class", Some(word(short(class.as_str())))),
        Constraint::Datatype(datatype) => ("datatype", Some(word(short(datatype.as_str())))),
        Constraint::NodeKind(NodeKind::Iri) => ("iri", None),
        Constraint::NodeKind(NodeKind::Literal) => ("literal", None),
        Constraint::NodeKind(_) => ("node-kind", None),
        Constraint::Pattern(pattern) => ("pattern", Some(word(pattern.pattern.clone()))),
        Constraint::UniqueLang => ("language", None),
        Constraint::In(_) | Constraint::HasValue(_) => ("list", None),
        Constraint::Qualified { .. } => ("qualified", None),
        _ => ("", None),
    };
    let said = result.messages.iter().find(|text| text.language().is_none_or(|language| language.starts_with("nb")));
    let said = said.or(result.messages.first()).map(|text| text.value().trim().to_owned());
    let (variant, wanted) = match said {
        Some(said) if variant.is_empty() => ("said", Some(word(said))),
        _ => (variant, wanted),
    };
    let mut arguments = vec![("term", word(path(result)))];
    arguments.extend(wanted.map(|wanted| ("wanted", wanted)));
    if let Some(value) = &result.value {
        let text = match value {
            Term::NamedNode(node) => node.as_str(),
            Term::Literal(literal) => literal.value(),
            _ => "",
        };
        arguments.push(("value", Argument::Excerpt(Excerpt::of(text))));
    }
    Message { variant, arguments }
}

/// An IRI with a prefix where one is usual.
fn short(iri: &str) -> String {
    let prefixed = |(prefix, namespace): &(&str, &str)| Some(format!("{prefix}:{}", iri.strip_prefix(namespace)?));
    PREFIXES.iter().find_map(prefixed).unwrap_or_else(|| iri.to_owned())
}
