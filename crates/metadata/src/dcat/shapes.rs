//! Descriptions held against the shapes (SHACL) of DCAT-AP-NO.

use crate::graph::Graph;
use crate::turtle;
use munilint_model::{Argument, Excerpt, Fault, FaultKind, Message, Place, Severity};
use munilint_shacl::{Constraint, NodeKind, Shapes, ValidationResult};
use oxrdf::{NamedOrBlankNode, Term};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Those of version 2.00, by which the national catalogue judges.
static SECOND: LazyLock<Shapes> = LazyLock::new(|| compiled(munilint_schemas::vendor::DCAT_AP_NO_2));

/// Those of version 3.
static THIRD: LazyLock<Shapes> = LazyLock::new(|| compiled(munilint_schemas::DCAT_AP_NO_3));

fn compiled(text: &str) -> Shapes {
    Shapes::read(turtle::read(text.as_bytes()).triples()).0
}

/// Prefixes for the names of terms in messages.
const PREFIXES: [(&str, &str); 12] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("cpsv", "http://purl.org/vocab/cpsv#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatap", "http://data.europa.eu/r5r/"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// What does not keep the shapes of the version, and the nodes of which those of version 2.00 say that something shall be otherwise.
pub(super) fn judged(graph: &Graph, version: Option<&str>) -> (Vec<Fault>, BTreeSet<String>) {
    let is_third = version.is_some_and(|version| version.starts_with('3'));
    let second = SECOND.validate(graph.triples());
    let third = is_third.then(|| THIRD.validate(graph.triples()));
    let known = third.as_ref().unwrap_or(&second).results.iter().filter(|result| is_known(graph, result));
    let mut faults: Vec<Fault> = known.map(|result| fault(graph, result)).collect();
    // One value may break several demands in the same way.
    faults.dedup();
    let is_violation =
        |result: &&ValidationResult| result.severity == munilint_shacl::Severity::Violation && is_known(graph, result);
    let violations = second.results.iter().filter(is_violation);
    (faults, violations.map(|result| result.focus_node.to_string()).collect())
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
    let (within, message) = (path(result), message(innermost(result)));
    let message = under(within, message);
    Fault { kind: FaultKind::Shape, severity, message, at: at.unwrap_or(Place::File) }
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
