//! What the JUnit schemas use of XML Schema 1.0: sequences and choices of elements with how often they may be there, attributes,
//! and simple types by restriction. It is read from the schema itself; a construct that is not known here is a panic.

use regex::Regex;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;

/// An XML Schema.
pub(crate) struct Schema<'a> {
    root: Node<'a, 'a>,
}

type Particle<'a> = Node<'a, 'a>;

impl<'a> Schema<'a> {
    pub(crate) fn of(document: &'a Document<'a>) -> Self {
        Schema { root: document.root_element() }
    }

    /// What is wrong with `element` and what is in it.
    pub(crate) fn errors(&self, element: Node<'_, '_>) -> Vec<String> {
        let name = element.tag_name().name();
        match self.global("element", name) {
            Some(declared) => self.element(element, declared),
            None => vec![format!("<{name}> is not declared")],
        }
    }

    fn global(&self, kind: &str, name: &str) -> Option<Node<'a, 'a>> {
        children(self.root).find(|node| node.tag_name().name() == kind && node.attribute("name") == Some(name))
    }

    fn element(&self, element: Node<'_, '_>, declared: Node<'a, 'a>) -> Vec<String> {
        let name = element.tag_name().name();
        let inline = children(declared).find(|node| matches!(node.tag_name().name(), "complexType" | "simpleType"));
        let kind = inline.or_else(|| {
            let named = declared.attribute("type")?;
            self.global("complexType", named).or_else(|| self.global("simpleType", named))
        });
        match kind {
            Some(complex) if complex.tag_name().name() == "complexType" => self.complex(element, complex),
            simple => {
                let mut wrong = Vec::new();
                if element.attributes().len() > 0 || element.children().any(|node| node.is_element()) {
                    wrong.push(format!("<{name}> has more than text"));
                }
                let fits = match simple {
                    Some(simple) => self.simple(simple, element.text().unwrap_or("")),
                    None => built_in(declared.attribute("type"), element.text().unwrap_or("")),
                };
                if !fits {
                    wrong.push(format!("the text of <{name}>"));
                }
                wrong
            }
        }
    }

    /// The attributes and the particles of a complex type, those of the type it extends first.
    fn parts(&self, complex: Node<'a, 'a>) -> (Vec<Node<'a, 'a>>, Vec<Particle<'a>>, bool) {
        let (mut attributes, mut particles, mut text) =
            (Vec::new(), Vec::new(), complex.attribute("mixed") == Some("true"));
        for node in children(complex) {
            match node.tag_name().name() {
                "attribute" => attributes.push(node),
                "sequence" | "choice" => particles.push(node),
                "annotation" => {}
                "simpleContent" | "complexContent" => {
                    let extension = children(node).next().expect("content extends something");
                    let base = extension.attribute("base").unwrap_or("");
                    if let Some(base) = self.global("complexType", base) {
                        let (more_attributes, more_particles, mixed) = self.parts(base);
                        attributes.extend(more_attributes);
                        particles.extend(more_particles);
                        text |= mixed;
                    }
                    text |= node.tag_name().name() == "simpleContent";
                    let (more_attributes, more_particles, _) = self.parts(extension);
                    attributes.extend(more_attributes);
                    particles.extend(more_particles);
                }
                other => panic!("{other} is not known here"),
            }
        }
        (attributes, particles, text)
    }

    fn complex(&self, element: Node<'_, '_>, complex: Node<'a, 'a>) -> Vec<String> {
        let name = element.tag_name().name();
        let (attributes, particles, text) = self.parts(complex);
        let mut wrong = Vec::new();
        let declared: BTreeSet<&str> = attributes.iter().filter_map(|node| node.attribute("name")).collect();
        let more = element.attributes().filter(|attribute| !declared.contains(attribute.name()));
        wrong.extend(more.map(|attribute| format!("{} of <{name}> is not declared", attribute.name())));
        for attribute in attributes {
            let key = attribute.attribute("name").expect("an attribute has a name");
            let inline = children(attribute).find(|node| node.tag_name().name() == "simpleType");
            let kind = inline.or_else(|| self.global("simpleType", attribute.attribute("type")?));
            match element.attribute(key) {
                None if attribute.attribute("use") == Some("required") => wrong.push(format!("<{name}> has no {key}")),
                None => {}
                Some(value) => {
                    let fits = match kind {
                        Some(simple) => self.simple(simple, value),
                        None => built_in(attribute.attribute("type"), value),
                    };
                    if !fits {
                        wrong.push(format!("{key}={value:?} of <{name}>"));
                    }
                }
            }
        }
        if !text && element.children().any(|node| node.is_text() && !node.text().unwrap_or("").trim().is_empty()) {
            wrong.push(format!("<{name}> has text"));
        }
        let inner: Vec<Node<'_, '_>> = element.children().filter(Node::is_element).collect();
        let mut at = 0;
        for particle in particles {
            at = self.take(particle, &inner, at, &mut wrong).unwrap_or_else(|| {
                wrong.push(format!("something is missing in <{name}>"));
                at
            });
        }
        wrong
            .extend(inner[at..].iter().map(|node| format!("<{}> is out of place in <{name}>", node.tag_name().name())));
        wrong
    }

    /// How far elements fit a particle; `None` when they do not. What is wrong inside of them is added.
    fn take(
        &self,
        particle: Particle<'a>,
        elements: &[Node<'_, '_>],
        start: usize,
        wrong: &mut Vec<String>,
    ) -> Option<usize> {
        let occurs = |name: &str| match particle.attribute(name) {
            Some("unbounded") => usize::MAX,
            Some(count) => count.parse().expect("a count"),
            None => 1,
        };
        let (least, most) = (occurs("minOccurs"), occurs("maxOccurs"));
        let (mut at, mut times) = (start, 0);
        while times < most {
            let Some(next) = self.take_once(particle, elements, at, wrong) else { break };
            times += 1;
            if next == at {
                break;
            }
            at = next;
        }
        (times >= least).then_some(at)
    }

    fn take_once(
        &self,
        particle: Particle<'a>,
        elements: &[Node<'_, '_>],
        start: usize,
        wrong: &mut Vec<String>,
    ) -> Option<usize> {
        match particle.tag_name().name() {
            "sequence" => children(particle).try_fold(start, |at, part| self.take(part, elements, at, wrong)),
            // A part that may be missing altogether is not the choice while another takes something.
            "choice" => {
                let ends = children(particle).filter_map(|part| self.take(part, elements, start, wrong));
                ends.max()
            }
            "element" => {
                let element = elements.get(start)?;
                let reference = particle.attribute("ref").and_then(|name| self.global("element", name));
                let declared = reference.unwrap_or(particle);
                if declared.attribute("name") != Some(element.tag_name().name()) {
                    return None;
                }
                wrong.extend(self.element(*element, declared));
                Some(start + 1)
            }
            "annotation" => Some(start),
            other => panic!("{other} is not known here"),
        }
    }

    fn simple(&self, simple: Node<'a, 'a>, value: &str) -> bool {
        let restriction = children(simple).find(|node| node.tag_name().name() == "restriction").expect("a restriction");
        let base = restriction.attribute("base");
        let base_fits = match base.and_then(|base| self.global("simpleType", base)) {
            Some(base) => self.simple(base, value),
            None => built_in(base, value),
        };
        base_fits
            && children(restriction).all(|facet| {
                let limit = facet.attribute("value").unwrap_or("");
                match facet.tag_name().name() {
                    "minLength" => value.chars().count() >= limit.parse().expect("a count"),
                    "pattern" => Regex::new(&format!("^(?:{limit})$")).expect("a pattern").is_match(value),
                    "whiteSpace" => true,
                    other => panic!("{other} is not known here"),
                }
            })
    }
}

fn children<'a>(node: Node<'a, 'a>) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(|child| child.is_element() && child.tag_name().name() != "annotation")
}

fn built_in(name: Option<&str>, value: &str) -> bool {
    match name.map(|name| name.trim_start_matches("xs:")) {
        None | Some("string" | "token") => true,
        Some("int") => value.parse::<i32>().is_ok(),
        Some("decimal") => Regex::new(r"^[+-]?(\d+(\.\d*)?|\.\d+)$").expect("a pattern").is_match(value),
        Some("dateTime") => Regex::new(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$").expect("a pattern").is_match(value),
        Some(other) => panic!("{other} is not known here"),
    }
}

#[test]
fn what_does_not_fit_is_told() {
    let suite = |attributes: &str, inner: &str| {
        format!(
            "<testsuites><testsuite name=\"a\" package=\"a\" id=\"0\" tests=\"1\" failures=\"0\" errors=\"0\" time=\"0\" \
             timestamp=\"1970-01-01T00:00:00\" hostname=\"b\" {attributes}>{inner}</testsuite></testsuites>"
        )
    };
    let case = "<testcase name=\"r\" classname=\"c\" time=\"0\"/>";
    let frame = |case: &str| format!("<properties/>{case}<system-out/><system-err/>");
    let good = suite("", &frame(case));
    let bad = [
        suite("file=\"a\"", &frame(case)),
        suite("", case),
        suite("", &frame("<testcase name=\"r\" time=\"0\"/>")),
        suite("", &frame("<testcase name=\"r\" classname=\"c\" time=\"soon\"/>")),
        suite("", &frame("<testcase name=\"r\" classname=\"c\" time=\"0\"><failure/></testcase>")),
        suite("", &frame("<case/>")),
        suite("", &format!("{}<properties/>", frame(case))),
        good.replace("id=\"0\"", "id=\"x\""),
        good.replace("1970-01-01T00:00:00", "1970-01-01"),
        good.replace("name=\"a\" package", "name=\"\" package"),
        good.replace("<properties/>", "text<properties/>"),
        "<suite/>".to_owned(),
    ];
    let document = Document::parse(munilint_schemas::vendor::JUNIT_ANT).expect("the schema is XML");
    let schema = Schema::of(&document);
    let errors = |text: &str| schema.errors(Document::parse(text).expect("it is XML").root_element());
    assert_eq!(errors(&good), Vec::<String>::new());
    for text in bad {
        assert!(!errors(&text).is_empty(), "{text}");
    }
}
