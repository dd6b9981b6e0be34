//! Every component, target and path of SHACL Core, in graphs of a few lines with what must be found in them.

use munilint_shacl::{Reason, Report, Shapes};
use oxrdf::Graph;
use oxttl::TurtleParser;

const PREFIXES: &str = "@prefix : <http://e/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n";

/// Shapes and data in one graph; each result as `focus path value Component`, in the report's order.
const CASES: &[(&str, &[&str])] = &[
    // Targets.
    (":s sh:targetNode :a, 1 ; sh:class :C . :a a :C .", &["1 - 1 Class"]),
    (":s sh:targetClass :C ; sh:nodeKind sh:Literal . :a a :D . :D rdfs:subClassOf :E . :E rdfs:subClassOf :C, :D .", &[
        ":a - :a NodeKind",
    ]),
    (":s sh:targetSubjectsOf :p ; sh:targetObjectsOf :q ; sh:nodeKind sh:Literal . :a :p :b . :c :q :d, 1 .", &[
        ":a - :a NodeKind",
        ":d - :d NodeKind",
    ]),
    (":C a sh:NodeShape, rdfs:Class ; sh:nodeKind sh:Literal . :a a :C .", &[":a - :a NodeKind"]),
    (":C a sh:NodeShape, :Meta ; sh:nodeKind sh:Literal . :Meta rdfs:subClassOf rdfs:Class . :a a :C .", &[
        ":a - :a NodeKind",
    ]),
    (":C a sh:NodeShape, owl:Class ; sh:nodeKind sh:Literal . :a a :C .", &[]),
    (":s sh:targetNode :a ; sh:deactivated true ; sh:class :C .", &[]),
    (":s sh:targetNode :a ; sh:node :t . :t sh:deactivated true ; sh:class :C .", &[]),
    // Paths.
    (":s sh:targetNode :a ; sh:path (:p :q) ; sh:maxCount 0 . :a :p :b, :c . :b :q :d . :c :q :d .", &[
        ":a :p/:q - MaxCount",
    ]),
    (":s sh:targetNode :a ; sh:path [ sh:alternativePath (:p [ sh:inversePath :q ]) ] ; sh:in () . :a :p 1 . :b :q :a .", &[
        ":a :p|^:q :b In",
        ":a :p|^:q 1 In",
    ]),
    (":s sh:targetNode :a ; sh:path [ sh:zeroOrMorePath :p ] ; sh:in () . :a :p :b . :b :p :a .", &[
        ":a :p* :a In",
        ":a :p* :b In",
    ]),
    (":s sh:targetNode :a ; sh:path [ sh:oneOrMorePath :p ] ; sh:in () . :a :p :b . :b :p :c .", &[
        ":a :p+ :b In",
        ":a :p+ :c In",
    ]),
    (":s sh:targetNode :a ; sh:path [ sh:zeroOrOnePath :p ] ; sh:in () . :a :p :b . :b :p :c .", &[
        ":a :p? :a In",
        ":a :p? :b In",
    ]),
    (":s sh:targetNode :c ; sh:path [ sh:inversePath (:p [ sh:oneOrMorePath :q ]) ] ; sh:in () . :a :p :b . :b :q :d . :d :q :c .", &[
        ":c ^(:p/:q+) :a In",
    ]),
    // Values.
    (":s sh:targetNode :a, :b ; sh:class :C, :D . :a a :C, :D . :b a :D .", &[":b - :b Class"]),
    (":s sh:targetNode 1, \"x\"^^xsd:integer, 1.0, \"a\"@nb, :a ; sh:datatype xsd:integer .", &[
        ":a - :a Datatype",
        "1.0 - 1.0 Datatype",
        "\"a\"@nb - \"a\"@nb Datatype",
        "\"x\"^^xsd:integer - \"x\"^^xsd:integer Datatype",
    ]),
    (":s sh:targetNode :a, 1 ; sh:nodeKind sh:IRI . :t sh:targetNode :a, 1 ; sh:nodeKind sh:BlankNodeOrLiteral .", &[
        ":a - :a NodeKind",
        "1 - 1 NodeKind",
    ]),
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:minCount 2 ] . :a :p 1 .", &[":a :p - MinCount"]),
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:maxCount 1 ] . :a :p 1, 2 .", &[":a :p - MaxCount"]),
    (":s sh:targetNode 1, 2, 3 ; sh:minExclusive 1 ; sh:maxExclusive 3 .", &["1 - 1 MinExclusive", "3 - 3 MaxExclusive"]),
    (":s sh:targetNode 0, 1, 3.0, 4e0, \"2\" ; sh:minInclusive 1 ; sh:maxInclusive 3 .", &[
        "0 - 0 MinInclusive",
        "\"2\" - \"2\" MaxInclusive",
        "\"2\" - \"2\" MinInclusive",
        "4e0 - 4e0 MaxInclusive",
    ]),
    (":s sh:targetNode \"2024-01-01\"^^xsd:date ; sh:minInclusive \"2024-01-02\"^^xsd:date .", &[
        "\"2024-01-01\"^^xsd:date - \"2024-01-01\"^^xsd:date MinInclusive",
    ]),
    (":s sh:targetNode \"æ\", \"æøå\", 100 ; sh:minLength 2 ; sh:maxLength 2 .", &[
        "100 - 100 MaxLength",
        "\"æ\" - \"æ\" MinLength",
        "\"æøå\" - \"æøå\" MaxLength",
    ]),
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:minLength 0 ; sh:pattern \"\" ] . :a :p [] .", &[
        ":a :p _ MinLength",
        ":a :p _ Pattern",
    ]),
    (":s sh:targetNode :a, \"B\", \"c\" ; sh:pattern \"^[ab]|/a$\" ; sh:flags \"i\" .", &["\"c\" - \"c\" Pattern"]),
    (":s sh:targetNode \"a\"@en-GB, \"a\"@nb, \"a\" ; sh:languageIn (\"en\" \"no\") .", &[
        "\"a\" - \"a\" LanguageIn",
        "\"a\"@nb - \"a\"@nb LanguageIn",
    ]),
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:uniqueLang true ] . :a :p \"a\"@nb, \"b\"@nb, \"c\"@nb, \"a\"@en, \"d\", \"e\" .", &[
        ":a :p - UniqueLang",
    ]),
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:uniqueLang \"1\"^^xsd:boolean ] . :a :p \"a\"@nb, \"b\"@nb .", &[]),
    // Values beside others.
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:equals :q ] . :a :p 1, 2 ; :q 2, 3 .", &[
        ":a :p 1 Equals",
        ":a :p 3 Equals",
    ]),
    (":s sh:targetNode :a ; sh:equals :q . :a :q 2 .", &[":a - :a Equals", ":a - 2 Equals"]),
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:disjoint :q ] . :a :p 1, 2 ; :q 2, 3 .", &[":a :p 2 Disjoint"]),
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:lessThan :q ] . :a :p 1, 2, \"x\" ; :q 2 .", &[
        ":a :p 2 LessThan",
        ":a :p \"x\" LessThan",
    ]),
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:lessThanOrEquals :q ] . :a :p 1, 2, 3 ; :q 2 .", &[
        ":a :p 3 LessThanOrEquals",
    ]),
    (":s sh:targetNode :a, :b ; sh:property [ sh:path :p ; sh:hasValue 1 ] . :a :p 1, 2 . :b :p 1.0 .", &[":b :p - HasValue"]),
    (":s sh:targetNode :a, 1, 1.0, \"x\"@nb ; sh:in (:a 1 \"x\") .", &["1.0 - 1.0 In", "\"x\"@nb - \"x\"@nb In"]),
    // Shapes of shapes.
    (":s sh:targetNode :a, :b ; sh:not :t . :t sh:class :C . :a a :C .", &[":a - :a Not"]),
    (":s sh:targetNode :a ; sh:and (:t [ sh:class :D ]) . :t sh:class :C . :a a :C .", &[":a - :a And"]),
    (":s sh:targetNode :a, :b ; sh:or (:t [ sh:class :D ]) . :t sh:class :C . :a a :C .", &[":b - :b Or"]),
    (":s sh:targetNode :a, :b ; sh:xone (:t [ sh:class :D ]) . :t sh:class :C . :a a :C, :D . :b a :C .", &[":a - :a Xone"]),
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:node :t ] . :t sh:class :C . :a :p :b .", &[":a :p :b Node"]),
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:property [ sh:path :q ; sh:minCount 1 ] ] . :a :p :b .", &[
        ":b :q - MinCount",
    ]),
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:qualifiedValueShape :t ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 ] .
      :t sh:class :C . :a :p :b, :c . :b a :C . :c a :C .", &[":a :p - QualifiedMaxCount"]),
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:qualifiedValueShape :t ; sh:qualifiedMinCount 1 ;
      sh:qualifiedValueShapesDisjoint true ], [ sh:path :p ; sh:qualifiedValueShape [ sh:class :D ] ; sh:qualifiedMinCount 1 ] .
      :t sh:class :C . :a :p :b . :b a :C, :D .", &[":a :p - QualifiedMinCount"]),
    (":s sh:targetNode :a ; sh:closed true ; sh:ignoredProperties (rdf:type) ; sh:property [ sh:path :p ] . :a a :C ; :p 1 ; :q 2 .", &[
        ":a :q 2 Closed",
    ]),
    // One that asks for itself.
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:node :s ; sh:maxCount 1 ] . :a :p :b . :b :p :a .", &[]),
    (":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:node :s ; sh:maxCount 1 ] . :a :p :b . :b :p :a, :c .", &[
        ":a :p :b Node",
    ]),
];

#[test]
fn every_component_finds_what_it_must() {
    for (turtle, expected) in CASES {
        let graph = parsed(turtle);
        let (shapes, _) = Shapes::read(&graph);
        let report = shapes.validate(&graph);
        assert_eq!(shown(&report), *expected, "{turtle}");
        assert_eq!(report.conforms, expected.is_empty(), "{turtle}");
        assert!(report.failures.is_empty(), "{turtle}");
    }
}

/// Shapes with the faults that must be found in them, as `node: what`, without namespaces.
const FAULTY: &[(&str, &[&str])] = &[
    (
        ":s sh:targetSubjectOf :p ; sh:MinCount 1 ; a sh:Nodeshape .",
        &[
            ":s: sh:MinCount is no term of SHACL and does nothing; sh:minCount was meant?",
            ":s: sh:Nodeshape is no term of SHACL and does nothing; sh:NodeShape was meant?",
            ":s: sh:targetSubjectOf is no term of SHACL and does nothing; sh:targetSubjectsOf was meant?",
        ],
    ),
    (
        ":s sh:targetNode :a ; sh:sparql [ a sh:SPARQLConstraint ; sh:select \"\" ] ; sh:rule :r .",
        &[
            ":s: sh:rule is beyond SHACL Core and not checked",
            ":s: sh:sparql is beyond SHACL Core and not checked",
            "within :s: sh:SPARQLConstraint is beyond SHACL Core and not checked",
            "within :s: sh:select is beyond SHACL Core and not checked",
        ],
    ),
    (
        ":s sh:targetNode :a ; sh:in :x ; sh:minLength 1.0 ; sh:nodeKind sh:Node ; sh:class \"C\" .",
        &[
            ":s: sh:Node is no term of SHACL and does nothing",
            ":s: sh:class is \"C\", which is not an IRI; not checked",
            ":s: sh:in is not a list with an end; not checked",
            ":s: sh:minLength is 1.0, which is not a whole number of 0 or more; not checked",
            ":s: sh:nodeKind is sh:Node, which is not one of the six kinds of nodes; not checked",
        ],
    ),
    (
        ":s sh:targetNode :a ; sh:and _:l . _:l rdf:first :s ; rdf:rest _:l .",
        &[":s: sh:and is not a list with an end; not checked"],
    ),
    (
        ":s sh:targetNode :a ; sh:path [ sh:inversePath 1 ] ; sh:minCount 1 .",
        &[":s: sh:path is not a path; the shape is not checked"],
    ),
    (
        ":s sh:targetNode :a ; sh:path [ sh:inversePath :p ; sh:zeroOrOnePath :q ] ; sh:minCount 1 .",
        &[":s: sh:path can be read in several ways"],
    ),
    (
        ":s sh:targetNode :a ; sh:pattern \"(?=a)\" .",
        &[
            ":s: sh:pattern \"(?=a)\" is not checked: look-around, including look-ahead and look-behind, is not supported",
        ],
    ),
    (
        ":s sh:targetNode :a ; sh:minCount 1 ; sh:datatype xsd:date, xsd:time ; sh:flags \"i\" ; sh:ignoredProperties () .",
        &[
            ":s: sh:datatype has more than one value",
            ":s: sh:flags does nothing without sh:pattern",
            ":s: sh:ignoredProperties does nothing without sh:closed",
            ":s: sh:minCount needs sh:path in the same shape; not checked",
        ],
    ),
    (
        ":s sh:targetNode :a ; sh:node :t ; sh:property :u ; sh:not 1 . :v sh:class :C .",
        &[
            ":s: sh:not is 1, which is not a shape; not checked",
            ":s: sh:property is :u, which is not a shape with sh:path; not checked",
            ":t: is asked for as a shape, and nothing is said of it: everything conforms",
            ":u: is asked for as a shape, and nothing is said of it: everything conforms",
            ":v: a shape without a target, and no shape asks for it: it checks nothing",
        ],
    ),
    (
        ":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:node :s ] .",
        &[":s: a shape that asks for itself", "within :s: a shape that asks for itself"],
    ),
    (
        "<http://e/> owl:imports :other . :s sh:targetNode :a ; sh:deactivated \"1\"^^xsd:boolean .",
        &[
            ":: :other is not fetched",
            ":s: sh:deactivated is \"1\"^^xsd:boolean, which is not true or false; not checked",
        ],
    ),
    (":s sh:targetNode :a ; sh:class :C ; sh:severity :mine ; sh:message \"x\"@nb ; sh:name \"x\" ; sh:order 1 .", &[]),
];

#[test]
fn what_shapes_do_not_do_is_said() {
    for (turtle, expected) in FAULTY {
        let (_, faults) = Shapes::read(&parsed(turtle));
        let mut found: Vec<String> = faults.iter().map(|fault| short(&fault.to_string())).collect();
        found.sort();
        assert_eq!(found, *expected, "{turtle}");
    }
}

#[test]
fn a_result_carries_what_a_message_needs() {
    let graph = parsed(
        ":s sh:targetNode :a ; sh:severity sh:Warning ; sh:message \"hei\"@nb, \"hi\"@en, \"x\" ; sh:node [ sh:class :C ] .
        :t sh:targetNode :a ; sh:severity :mine ; sh:class :D .",
    );
    let report = Shapes::read(&graph).0.validate(&graph);
    let [class, node] = report.results.as_slice() else { panic!("{report:?}") };
    assert_eq!(class.severity.to_string(), "<http://e/mine>");
    assert_eq!(node.severity.to_string(), "<http://www.w3.org/ns/shacl#Warning>");
    assert_eq!(node.messages.iter().map(ToString::to_string).collect::<Vec<_>>(), ["\"x\"", "\"hi\"@en", "\"hei\"@nb"]);
    assert_eq!(node.details.len(), 1);
    assert_eq!(short(&format!("{:?}", node.details[0].constraint)), "Class(NamedNode { iri: \"http://e/C\" })");
}

#[test]
fn validation_ends() {
    // From node to node through a recursive shape, deeper than a stack would hold.
    let chain: String = (0..5000).map(|at| format!(":n{at} :next :n{} . ", at + 1)).collect();
    let graph = parsed(&format!(":s sh:targetNode :n0 ; sh:property [ sh:path :next ; sh:node :s ] . {chain}"));
    let report = Shapes::read(&graph).0.validate(&graph);
    assert!(!report.conforms && report.results.is_empty());
    assert_eq!(report.failures.iter().map(|failure| failure.reason).collect::<Vec<_>>(), [Reason::Depth]);

    // Ways that double at each of thirty steps.
    let fork: String =
        (0..30).map(|at| format!(":s{at} sh:node [ sh:node :s{0} ], [ sh:node :s{0} ] . ", at + 1)).collect();
    let graph = parsed(&format!(":s0 sh:targetNode :a . {fork} :s30 sh:class :C ."));
    let report = Shapes::read(&graph).0.validate_within(&graph, 100_000);
    assert_eq!(report.failures.iter().map(|failure| failure.reason).collect::<Vec<_>>(), [Reason::Steps]);

    // Every node leads to every node.
    let all: String = (0..200)
        .map(|at| format!(":n{at} :p {} . ", (0..200).map(|to| format!(":n{to}")).collect::<Vec<_>>().join(", ")))
        .collect();
    let graph =
        parsed(&format!(":s sh:targetSubjectsOf :p ; sh:path [ sh:oneOrMorePath :p ] ; sh:nodeKind sh:IRI . {all}"));
    assert!(Shapes::read(&graph).0.validate(&graph).conforms);
}

fn parsed(turtle: &str) -> Graph {
    let text = format!("{PREFIXES}{turtle}");
    TurtleParser::new().for_slice(&text).collect::<Result<_, _>>().unwrap_or_else(|error| panic!("{error}: {turtle}"))
}

fn shown(report: &Report) -> Vec<String> {
    let results = report.results.iter().map(|result| {
        let component = result.component.iri().as_str().replace("ConstraintComponent", "");
        let path = result.path.as_ref().map_or("-".to_owned(), ToString::to_string);
        let value = result.value.as_ref().map_or("-".to_owned(), ToString::to_string);
        let component = component.rsplit('#').next().unwrap_or_default().to_owned();
        short(&format!("{} {path} {value} {component}", result.focus_node))
    });
    results.collect()
}

/// With prefixes and without labels of blank nodes.
fn short(text: &str) -> String {
    let mut text = text.to_owned();
    for (prefix, space) in
        [("xsd:", "http://www.w3.org/2001/XMLSchema#"), ("sh:", "http://www.w3.org/ns/shacl#"), (":", "http://e/")]
    {
        while let Some((before, name)) = text.split_once(&format!("<{space}")) {
            let (name, rest) = name.split_once('>').unwrap_or((name, ""));
            text = format!("{before}{prefix}{name}{rest}");
        }
    }
    for datatype in ["integer", "decimal", "double"] {
        let end = format!("\"^^xsd:{datatype}");
        while let Some(at) = text.find(&end) {
            let start = text[..at].rfind('"').unwrap_or(0);
            // Badly spelt literals keep their datatype.
            if text[start + 1..at].starts_with('x') {
                break;
            }
            text = format!("{}{}{}", &text[..start], &text[start + 1..at], &text[at + end.len()..]);
        }
    }
    while let Some(at) = text.find("_:").filter(|at| text[at + 2..].starts_with(|c: char| c.is_ascii_alphanumeric())) {
        let rest = text[at + 2..].trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        text = format!("{}_{rest}", &text[..at]);
    }
    text
}
