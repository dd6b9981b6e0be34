//! The test suite of the W3C for SHACL Core (`suite/`, with its origin and licence): every test in it, and nothing passed over.
//!
//! Another folder with tests in the same layout is run with `SHACL_SUITE=folder cargo test -p munilint-shacl --test core`.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use munilint_shacl::{Shapes, ValidationResult};
use oxrdf::vocab::rdf;
use oxrdf::{Graph, NamedNode, NamedOrBlankNodeRef, TermRef};
use oxttl::TurtleParser;
use std::fs;
use std::path::{Path, PathBuf};

const TESTS_HERE: usize = 49;
const BASE: &str = "http://example.org/suite/";

const SH: &str = "http://www.w3.org/ns/shacl#";
const SHT: &str = "http://www.w3.org/ns/shacl-test#";
const MF: &str = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

#[test]
fn every_test_of_the_suite_passes() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let other = std::env::var_os("SHACL_SUITE").map(PathBuf::from);
    let folder = other.as_ref().unwrap_or(&own);
    let (mut passed, mut failed) = (0, Vec::new());
    for file in turtle_files(folder) {
        let manifest = parsed(folder, &file);
        let kind = iri(SHT, "Validate");
        let tests: Vec<_> = manifest.subjects_for_predicate_object(rdf::TYPE, kind.as_ref()).collect();
        for test in tests {
            match outcome(folder, &file, &manifest, test) {
                Ok(()) => passed += 1,
                Err(why) => failed.push(format!("{}: {why}", file.display())),
            }
        }
    }
    println!("{passed} passed, {} failed", failed.len());
    assert!(failed.is_empty(), "{passed} passed, {} failed:\n{}", failed.len(), failed.join("\n"));
    assert!(other.is_some() || passed == TESTS_HERE, "{passed} tests are there");
}

fn outcome(folder: &Path, file: &Path, manifest: &Graph, test: NamedOrBlankNodeRef<'_>) -> Result<(), String> {
    let one = |subject: NamedOrBlankNodeRef<'_>, space: &str, name: &str| {
        manifest.object_for_subject_predicate(subject, iri(space, name).as_ref()).map(TermRef::into_owned)
    };
    let action = one(test, MF, "action").ok_or("no action")?;
    let expected = one(test, MF, "result").ok_or("no result")?;
    let graph = |name: &str| {
        let named = one(subject(action.as_ref())?, SHT, name).ok_or(format!("no {name}"))?;
        let TermRef::NamedNode(named) = named.as_ref() else { return Err(format!("{name} is no IRI")) };
        let place = named.as_str().strip_prefix(BASE).ok_or(format!("{named} is elsewhere"))?;
        Ok(if Path::new(place) == file { manifest.clone() } else { parsed(folder, Path::new(place)) })
    };
    let (data, shapes) = (graph("dataGraph")?, graph("shapesGraph")?);
    let (shapes, faults) = Shapes::read(&shapes);
    let report = shapes.validate(&data);
    if expected == iri(SHT, "Failure").into() {
        let failed = !faults.is_empty() || !report.failures.is_empty();
        return if failed { Ok(()) } else { Err("a failure is expected".to_owned()) };
    }
    let expected = subject(expected.as_ref())?;
    let conforms = one(expected, SH, "conforms").ok_or("expects nothing")?;
    let conforms = matches!(conforms.as_ref(), TermRef::Literal(text) if matches!(text.value(), "true" | "1"));
    let predicate = iri(SH, "result");
    let results = manifest.objects_for_subject_predicate(expected, predicate.as_ref());
    let mut left: Vec<[Option<String>; 7]> = Vec::new();
    for result in results {
        left.push(told(manifest, subject(result)?)?);
    }
    if report.conforms != conforms || !report.failures.is_empty() {
        return Err(format!("conforms is {}, {:?}", report.conforms, report.failures));
    }
    let mut more = Vec::new();
    for result in &report.results {
        let found = said(result);
        // What the suite leaves out may be anything: the shape and the messages.
        let same = |expected: &[Option<String>; 7]| {
            (0..5).all(|at| expected[at] == found[at])
                && (5..7).all(|at| expected[at].is_none() || expected[at] == found[at])
        };
        match left.iter().position(same) {
            Some(at) => drop(left.swap_remove(at)),
            None => more.push(found),
        }
    }
    if left.is_empty() && more.is_empty() { Ok(()) } else { Err(format!("\n  missing {left:?}\n  too much {more:?}")) }
}

/// Focus node, path, value, component, severity, shape and messages of an expected result.
fn told(graph: &Graph, result: NamedOrBlankNodeRef<'_>) -> Result<[Option<String>; 7], String> {
    let one = |name: &str| graph.object_for_subject_predicate(result, iri(SH, name).as_ref());
    let text = |name: &str| one(name).map(|term| term.to_string());
    let path = one("resultPath").map(|path| path_text(graph, path)).transpose()?;
    let shape = text("sourceShape");
    let [focus, value, component, severity] =
        ["focusNode", "value", "sourceConstraintComponent", "resultSeverity"].map(text);
    let predicate = iri(SH, "resultMessage");
    let mut messages: Vec<String> =
        graph.objects_for_subject_predicate(result, predicate.as_ref()).map(|message| message.to_string()).collect();
    messages.sort_unstable();
    let messages = (!messages.is_empty()).then(|| messages.join(" "));
    Ok([focus, path, value, component, severity, shape, messages])
}

/// The same of a result that was found.
fn said(result: &ValidationResult) -> [Option<String>; 7] {
    let mut messages: Vec<String> = result.messages.iter().map(ToString::to_string).collect();
    messages.sort_unstable();
    [
        Some(result.focus_node.to_string()),
        result.path.as_ref().map(ToString::to_string),
        result.value.as_ref().map(ToString::to_string),
        Some(result.component.iri().to_string()),
        Some(result.severity.to_string()),
        Some(result.source_shape.to_string()),
        (!messages.is_empty()).then(|| messages.join(" ")),
    ]
}

/// A path of the expected report as SPARQL writes it.
fn path_text(graph: &Graph, path: TermRef<'_>) -> Result<String, String> {
    let node = match path {
        TermRef::NamedNode(node) => return Ok(node.to_string()),
        other => subject(other)?,
    };
    let one = |name: &str| graph.object_for_subject_predicate(node, iri(SH, name).as_ref());
    if let Some(list) = one("alternativePath") {
        return Ok(parts(graph, list)?.join("|"));
    }
    for (name, before, behind) in
        [("inversePath", "^", ""), ("zeroOrMorePath", "", "*"), ("oneOrMorePath", "", "+"), ("zeroOrOnePath", "", "?")]
    {
        if let Some(path) = one(name) {
            let text = path_text(graph, path)?;
            return Ok(if path.is_named_node() {
                format!("{before}{text}{behind}")
            } else {
                format!("{before}({text}){behind}")
            });
        }
    }
    Ok(parts(graph, path)?.join("/"))
}

/// The paths of a list; those that are lists of paths themselves in brackets.
fn parts(graph: &Graph, list: TermRef<'_>) -> Result<Vec<String>, String> {
    if list == TermRef::NamedNode(rdf::NIL) {
        return Ok(Vec::new());
    }
    let cell = subject(list)?;
    let first = graph.object_for_subject_predicate(cell, rdf::FIRST).ok_or("no list")?;
    let rest = graph.object_for_subject_predicate(cell, rdf::REST).ok_or("no list")?;
    let text = path_text(graph, first)?;
    let alternative = iri(SH, "alternativePath");
    let several = [rdf::FIRST, alternative.as_ref()].into_iter().any(|predicate| {
        subject(first).is_ok_and(|node| graph.object_for_subject_predicate(node, predicate).is_some())
    });
    let mut texts = vec![if several { format!("({text})") } else { text }];
    texts.extend(parts(graph, rest)?);
    Ok(texts)
}

fn subject(term: TermRef<'_>) -> Result<NamedOrBlankNodeRef<'_>, String> {
    match term {
        TermRef::NamedNode(node) => Ok(node.into()),
        TermRef::BlankNode(node) => Ok(node.into()),
        TermRef::Literal(literal) => Err(format!("{literal} is no node")),
    }
}

fn iri(space: &str, name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{space}{name}"))
}

fn turtle_files(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut ahead) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = ahead.pop() {
        for entry in fs::read_dir(&next).expect("the suite is there") {
            let path = entry.expect("the suite can be read").path();
            if path.is_dir() {
                ahead.push(path);
            } else if path.extension().is_some_and(|ending| ending == "ttl") {
                found.push(path.strip_prefix(folder).expect("it is in there").to_owned());
            }
        }
    }
    found.sort();
    found
}

fn parsed(folder: &Path, file: &Path) -> Graph {
    let text = fs::read(folder.join(file)).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let base = format!("{BASE}{}", file.display());
    let parser = TurtleParser::new().with_base_iri(base).expect("the base is an IRI");
    parser.for_slice(&text).collect::<Result<_, _>>().unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
