//! What is stated of one thing in a graph, by kinds of property.

use super::terms::{DCAT, FOAF, SCHEMA, TIME, VCARD};
use crate::graph::Graph;
use munilint_model::{Agent, Contact, LangText, Period, Place, Said};
use oxrdf::{NamedOrBlankNode, Term};

/// Something that is spoken of.
pub(super) struct Subject<'g> {
    graph: &'g Graph,
    node: NamedOrBlankNode,
}

impl<'g> Subject<'g> {
    pub(super) fn new(graph: &'g Graph, node: NamedOrBlankNode) -> Self {
        Subject { graph, node }
    }

    pub(super) fn place(&self) -> Place {
        self.graph.place(self.node.as_ref())
    }

    /// What it is called in the graph.
    pub(super) fn name(&self) -> String {
        self.node.to_string()
    }

    /// Its IRI, when it has one.
    pub(super) fn iri(&self) -> Option<&str> {
        match &self.node {
            NamedOrBlankNode::NamedNode(node) => Some(node.as_str()),
            NamedOrBlankNode::BlankNode(_) => None,
        }
    }

    fn objects(&self, predicate: &str) -> Vec<(Term, Place)> {
        self.graph.objects(self.node.as_ref(), predicate)
    }

    /// Literals of a property with their languages.
    pub(super) fn texts(&self, predicate: &str) -> Vec<Said<LangText>> {
        let text = |(object, at): (Term, Place)| match object {
            Term::Literal(literal) => {
                let language = literal.language().map(str::to_lowercase);
                Some(Said { what: LangText { text: literal.value().to_owned(), language }, at })
            }
            _ => None,
        };
        self.objects(predicate).into_iter().filter_map(text).collect()
    }

    /// Objects of a property as they are written: an IRI or the text of a literal; what a nameless node says is its label.
    pub(super) fn written(&self, predicate: &str) -> Vec<Said<String>> {
        let written = |(object, at): (Term, Place)| Said { what: written(&object), at };
        self.objects(predicate).into_iter().map(written).collect()
    }

    /// What the objects of a property are, where they are no literals.
    pub(super) fn nodes(&self, predicate: &str) -> Vec<Subject<'g>> {
        let node = |(object, _)| Some(Subject::new(self.graph, NamedOrBlankNode::try_from(object).ok()?));
        self.objects(predicate).into_iter().filter_map(node).collect()
    }

    /// The first object of any of some properties, as it is written.
    fn first(&self, predicates: &[String]) -> Option<String> {
        predicates.iter().flat_map(|predicate| self.written(predicate)).map(|said| said.what).next()
    }

    pub(super) fn agents(&self, predicate: &str) -> Vec<Said<Agent>> {
        let agent = |(object, at): (Term, Place)| {
            let name = written(&object);
            let what = match NamedOrBlankNode::try_from(object) {
                Ok(node) => {
                    let agent = Subject::new(self.graph, node);
                    Agent { iri: agent.iri().map(str::to_owned), name: agent.first(&[format!("{FOAF}name")]) }
                }
                Err(_) => Agent { iri: None, name: Some(name) },
            };
            Said { what, at }
        };
        self.objects(predicate).into_iter().map(agent).collect()
    }

    pub(super) fn contacts(&self, predicate: &str) -> Vec<Said<Contact>> {
        let contact = |(object, at): (Term, Place)| {
            let contact = Subject::new(self.graph, NamedOrBlankNode::try_from(object).ok()?);
            let vcard = |names: &[&str]| -> Option<String> {
                let terms: Vec<String> = names.iter().map(|name| format!("{VCARD}{name}")).collect();
                contact.first(&terms).or_else(|| {
                    let within = terms.iter().flat_map(|term| contact.nodes(term));
                    within.filter_map(|node| node.first(&[format!("{VCARD}value"), format!("{VCARD}hasValue")])).next()
                })
            };
            let email = vcard(&["hasEmail", "email"]);
            let is_mailto = email.as_ref().is_some_and(|email| email.starts_with("mailto:"));
            let bare = |text: String, scheme: &str| text.strip_prefix(scheme).map(str::to_owned).unwrap_or(text);
            let what = Contact {
                iri: contact.iri().map(str::to_owned),
                name: vcard(&["fn", "hasOrganizationName", "organization-name", "organization-unit", "hasName"]),
                email: email.map(|email| bare(email, "mailto:")),
                is_mailto,
                telephone: vcard(&["hasTelephone", "tel"]).map(|number| bare(number, "tel:")),
                url: vcard(&["hasURL", "url"]),
            };
            Some(Said { what, at })
        };
        self.objects(predicate).into_iter().filter_map(contact).collect()
    }

    pub(super) fn periods(&self, predicate: &str) -> Vec<Said<Period>> {
        let terms = |dcat: &str, schema: &str| -> Vec<String> {
            let of_schema = SCHEMA.iter().map(|base| format!("{base}{schema}"));
            std::iter::once(format!("{DCAT}{dcat}")).chain(of_schema).collect()
        };
        let instant = |node: &Subject<'_>, property: &str| {
            let instants = node.nodes(&format!("{TIME}{property}"));
            let dates = ["inXSDDate", "inXSDDateTime", "inXSDDateTimeStamp"].map(|name| format!("{TIME}{name}"));
            instants.iter().find_map(|instant| instant.first(&dates))
        };
        let period = |(object, at): (Term, Place)| {
            let node = Subject::new(self.graph, NamedOrBlankNode::try_from(object).ok()?);
            let start = node.first(&terms("startDate", "startDate")).or_else(|| instant(&node, "hasBeginning"));
            let end = node.first(&terms("endDate", "endDate")).or_else(|| instant(&node, "hasEnd"));
            Some(Said { what: Period { start, end }, at })
        };
        self.objects(predicate).into_iter().filter_map(period).collect()
    }
}

fn written(object: &Term) -> String {
    match object {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::Literal(literal) => literal.value().to_owned(),
        other => other.to_string(),
    }
}
