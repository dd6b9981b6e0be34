//! `--format dqv`: what is written over the whole corpus is Turtle to another reader, every measurement says what it is of,
//! on what and how much, and nothing in data or names becomes a statement.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use munilint_tests::checked::pages;
use munilint_tests::hostile::{HOSTILE, hostile_tables};
use munilint_tests::{command, root};
use oxttl::TurtleParser;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const MUNILINT: &str = env!("CARGO_BIN_EXE_munilint-under-test");

const DQV: &str = "http://www.w3.org/ns/dqv#";

const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

const TYPE: &str = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

const OA: &str = "http://www.w3.org/ns/oa#";

/// Objects by predicate, by subject: each as N-Triples writes it.
type Graph = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

fn written(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = command(MUNILINT)
        .current_dir(folder)
        .args(["check", "--format", "dqv"])
        .args(arguments)
        .output()
        .expect("the command starts");
    assert!(matches!(output.status.code(), Some(0..=2)), "{arguments:?}");
    output.stdout
}

fn graph(turtle: &[u8]) -> Graph {
    let parser = TurtleParser::new().with_base_iri("https://data.example.no/x/").expect("the base is an IRI");
    let mut graph = Graph::new();
    for triple in parser.for_slice(turtle) {
        let triple = triple.unwrap_or_else(|error| panic!("{error}"));
        let (subject, predicate) = (triple.subject.to_string(), triple.predicate.to_string());
        graph.entry(subject).or_default().entry(predicate).or_default().insert(triple.object.to_string());
    }
    graph
}

/// Subjects of a class.
fn of_class<'g>(graph: &'g Graph, class: &str) -> Vec<(&'g String, &'g BTreeMap<String, BTreeSet<String>>)> {
    let class = format!("<{class}>");
    graph.iter().filter(|(_, said)| said.get(TYPE).is_some_and(|classes| classes.contains(&class))).collect()
}

/// The one object of a predicate.
fn one<'g>(said: &'g BTreeMap<String, BTreeSet<String>>, predicate: &str) -> &'g str {
    let objects = said.get(&format!("<{predicate}>")).unwrap_or_else(|| panic!("no {predicate} in {said:?}"));
    assert_eq!(objects.len(), 1, "{predicate}: {objects:?}");
    objects.iter().next().map_or("", String::as_str)
}

/// What DQV-AP-NO demands of measurements, metrics and annotations. Gives how many measurements and annotations there are.
fn hold(graph: &Graph) -> [usize; 2] {
    let metrics: BTreeMap<&String, &str> = of_class(graph, &format!("{DQV}Metric"))
        .into_iter()
        .map(|(metric, said)| {
            let dimensions = said.get(&format!("<{DQV}inDimension>")).expect("a metric has a dimension");
            let known = ["<https://data.norge.no/vocabulary/quality-dimension#", "<http://www.w3.org/2016/05/ldqd#"];
            assert!(dimensions.iter().all(|one| known.iter().any(|start| one.starts_with(start))), "{dimensions:?}");
            let definitions = &said["<http://www.w3.org/2004/02/skos/core#definition>"];
            assert!(["@nb", "@en"].iter().all(|tag| definitions.iter().any(|one| one.ends_with(tag))), "{metric}");
            (metric, one(said, &format!("{DQV}expectedDataType")))
        })
        .collect();
    let measurements = of_class(graph, &format!("{DQV}QualityMeasurement"));
    for (measurement, said) in &measurements {
        let metric = one(said, &format!("{DQV}isMeasurementOf")).to_owned();
        let (value, datatype) = one(said, &format!("{DQV}value")).split_once("^^").expect("a value has a datatype");
        let number: f64 = value.trim_matches('"').parse().expect("a value is a number");
        if datatype == format!("<{XSD}double>") {
            assert!((0.0..=100.0).contains(&number), "{metric}: {number} per cent");
        } else {
            assert_eq!((datatype, number.fract()), (&*format!("<{XSD}nonNegativeInteger>"), 0.0), "{metric}");
        }
        match metrics.get(&metric) {
            Some(expected) => assert_eq!(datatype, *expected, "{metric}"),
            None => assert!(metric.starts_with("<https://data.norge.no/vocabulary/quality-metric#qm-completeness-100")),
        }
        let on = one(said, &format!("{DQV}computedOn"));
        assert!(graph[on][&format!("<{DQV}hasQualityMeasurement>")].contains(*measurement), "{on}");
        let (file, _) = on.split_once('#').map_or((on.to_owned(), ""), |(file, column)| (format!("{file}>"), column));
        assert!(graph[&file][TYPE].contains("<http://www.w3.org/ns/dcat#Distribution>"), "{on}");
        one(said, "http://www.w3.org/ns/prov#wasGeneratedBy");
    }
    let annotations = of_class(graph, &format!("{DQV}QualityAnnotation"));
    for (_, said) in &annotations {
        assert_eq!(one(said, &format!("{OA}motivatedBy")), format!("<{DQV}qualityAssessment>"));
        assert!(said[&format!("<{OA}hasBody>")].len() >= 3, "a text, a severity and a rule");
        one(said, &format!("{OA}hasTarget"));
        one(said, &format!("{DQV}inDimension"));
    }
    [measurements.len(), annotations.len()]
}

#[test]
fn every_table_of_the_repository_gives_measurements() {
    for language in ["nb", "nn", "en"] {
        let turtle = written(&root(), &["examples", "tests/corpus", "tests/suites", "--lang", language]);
        let [measurements, annotations] = hold(&graph(&turtle));
        assert!(measurements > 2000 && annotations > 300, "{measurements} {annotations}");
    }
    let folder = tempfile::tempdir().expect("a folder can be made");
    for page in pages() {
        for example in &page.examples {
            let name = format!("{}-{}.csv", page.rule.id.replace('/', "-"), example.line);
            fs::write(folder.path().join(name), &example.bytes).expect("the example can be written");
        }
    }
    let [measurements, annotations] = hold(&graph(&written(folder.path(), &["."])));
    assert!(measurements > 5000 && annotations > 400, "{measurements} {annotations}");
}

#[test]
fn names_are_relative_to_the_base_that_is_given() {
    let turtle =
        written(&root(), &["examples", "--base", "https://data.oslo.example/åpne".replace('å', "aa").as_str()]);
    assert!(turtle.is_empty(), "an address that names cannot be put behind is refused");
    let graph = graph(&written(&root(), &["examples", "--base", "https://data.oslo.example/filer/"]));
    let files = of_class(&graph, "http://www.w3.org/ns/dcat#Distribution");
    assert!(files.iter().all(|(file, _)| file.starts_with("<https://data.oslo.example/filer/examples/")), "{files:?}");
    hold(&graph);
}

/// What ends a string, a name or a statement, beside what acts elsewhere.
const SYNTAX: [&str; 8] = [
    "\" . <urn:x> <urn:y> <urn:z> . \"", "'''\"\"\"\\", "a\\u0022 . <urn:x> <urn:y> \\u0022",
    "> . <urn:x> <urn:y> <urn:z> . <", "@prefix dqv: <urn:x> .", "] . [ <urn:y> <urn:z> ] . #", "\u{fffe}\u{10ffff}",
    "_:check a <urn:z>",
];

#[test]
fn nothing_in_data_or_names_becomes_a_statement() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let texts: Vec<&str> = HOSTILE.iter().chain(&SYNTAX).copied().collect();
    let names = hostile_tables(folder.path(), &texts) + SYNTAX.len();
    for (i, text) in SYNTAX.iter().enumerate() {
        let name = format!("{i}{}.csv", text.replace('/', "_"));
        fs::write(folder.path().join(name), format!("kommunenummer;{text}\n301;1\n0301;2\n"))
            .expect("it can be written");
    }
    let graph = graph(&written(folder.path(), &["."]));
    let [measurements, annotations] = hold(&graph);
    assert!(measurements > 10 * names && annotations > names, "{measurements} {annotations}");
    for (subject, said) in &graph {
        let terms = said.iter().flat_map(|(predicate, objects)| objects.iter().chain([predicate]));
        for term in terms.chain([subject]) {
            assert!(!term.starts_with("<urn:") || term.starts_with("<urn:munilint:metric:"), "{term}");
        }
    }
}
