//! What another validator finds in catalogues that are in use or given as examples is what is found here.
//!
//! `tests/shacl-gold.py` writes the gold files and says how to compare with others.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use munilint_shacl::{Kind, Shapes, ValidationResult};
use oxrdf::{Graph, NamedNode, TermRef};
use oxttl::TurtleParser;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn results_are_those_of_another_validator() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let folder = std::env::var_os("SHACL_GOLD").map_or(own, PathBuf::from);
    let entries = fs::read_dir(folder).expect("the gold is there").map(|entry| entry.expect("it can be read").path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "tsv")).collect();
    files.sort();
    let (mut graphs, mut results, mut wrong) = (0, 0, Vec::new());
    for file in files {
        let gold = fs::read_to_string(&file).expect("gold is text");
        let shapes: Vec<&str> = gold.lines().filter_map(|line| line.strip_prefix("# shapes\t")).collect();
        let shapes: Graph = shapes.iter().flat_map(|name| parsed(name).expect("shapes are Turtle")).collect();
        let (shapes, _) = Shapes::read(&shapes);
        for part in gold.split("# data\t").skip(1) {
            let (name, expected) = part.split_once('\n').expect("a line of its own");
            let mut expected: Vec<String> =
                expected.lines().filter(|line| !line.starts_with('#')).map(ToOwned::to_owned).collect();
            let report =
                shapes.validate(&parsed(name).unwrap_or_else(|why| panic!("{name}: {why}")).into_iter().collect());
            let mut found: Vec<String> = report.results.iter().map(line).collect();
            expected.sort();
            found.sort();
            graphs += 1;
            results += found.len();
            if found != expected {
                let missing = expected.iter().filter(|line| !found.contains(line));
                let missing: Vec<String> = missing.map(|line| format!("  missing  {line}")).collect();
                let more = found.iter().filter(|line| !expected.contains(line));
                let more: Vec<String> = more.map(|line| format!("  too much {line}")).collect();
                wrong.push(format!(
                    "{} {name}: {} and {}\n{}\n{}",
                    file.display(),
                    expected.len(),
                    found.len(),
                    missing.join("\n"),
                    more.join("\n")
                ));
            }
        }
        for line in gold.lines().filter_map(|line| line.strip_prefix("# not Turtle\t")) {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
    println!("{graphs} graphs, {results} results");
    assert!(graphs > 0 && wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn slips_in_published_shapes_are_found() {
    for (name, written, times, expected) in [
        ("dcat-ap-no/DCAT-AP-NO-shacl_shapes_2.00.ttl", "MinCount", 2, "minCount"),
        ("dcat-ap-no/DCAT-AP-NO-shacl_shapes_2.00.ttl", "targetSubjectOf", 2, "targetSubjectsOf"),
        ("dcat-ap-no/DCAT-AP-NO-shacl_shapes_2.00.ttl", "targetSUbjectOf", 1, "targetSubjectsOf"),
        ("dcat-ap-eu/shapes.ttl", "shape", 5, "node"),
    ] {
        let (_, faults) =
            Shapes::read(&parsed(&format!("schemas/vendor/{name}")).expect("shapes are Turtle").into_iter().collect());
        let named = |local: &str| NamedNode::new_unchecked(format!("http://www.w3.org/ns/shacl#{local}"));
        let kind = Kind::UnknownTerm { term: named(written), meant: Some(named(expected)) };
        let found: Vec<_> = faults.iter().filter(|fault| fault.kind == kind).collect();
        assert_eq!(found.len(), times, "{written}");
        assert!(found.iter().all(|fault| fault.within.is_some()), "{found:?}");
    }
}

/// A result as the gold has it.
fn line(result: &ValidationResult) -> String {
    let component = result.component.iri();
    let severity = result.severity.iri();
    [
        shown(result.focus_node.as_ref()),
        result.path.as_ref().map_or("-".to_owned(), ToString::to_string),
        result.value.as_ref().map_or("-".to_owned(), |value| shown(value.as_ref())),
        component.as_str().trim_start_matches("http://www.w3.org/ns/shacl#").to_owned(),
        severity.as_str().trim_start_matches("http://www.w3.org/ns/shacl#").to_owned(),
    ]
    .join("\t")
}

fn shown(term: TermRef<'_>) -> String {
    match term {
        TermRef::NamedNode(node) => node.to_string(),
        TermRef::BlankNode(_) => "_".to_owned(),
        TermRef::Literal(literal) => literal.to_string(),
    }
}

/// The triples of a file, by its name from the top of the repository or a whole path.
fn parsed(name: &str) -> Result<Vec<oxrdf::Triple>, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
    let text = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let parser = TurtleParser::new().with_base_iri("http://example.org/").expect("the base is an IRI");
    parser.for_slice(&text).collect::<Result<_, _>>().map_err(|error| error.to_string())
}
