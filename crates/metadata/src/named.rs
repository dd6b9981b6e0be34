//! JSON of linked data read without its vocabulary: prefixes are left out, and what is referred to goes by its name.

use crate::document::{Member, Node, Value};
use munilint_model::{Agent, Contact, Said};

/// A tree of which the members are named without any of some prefixes: `schema:name` is `name`.
pub(crate) fn without(node: &Node, prefixes: &[&str]) -> Node {
    let value = match &node.value {
        Value::List(items) => Value::List(items.iter().map(|item| without(item, prefixes)).collect()),
        Value::Map(members) => {
            let member = |member: &Member| {
                let bare = prefixes.iter().find_map(|prefix| member.name.strip_prefix(prefix));
                Member { name: bare.unwrap_or(&member.name).to_owned(), node: without(&member.node, prefixes) }
            };
            Value::Map(members.iter().map(member).collect())
        }
        value => value.clone(),
    };
    Node { at: node.at, value }
}

impl Node {
    /// True when its `@type` is that, with or without one of some prefixes: another vocabulary may have a class of that name.
    pub(crate) fn is_a(&self, class: &str, prefixes: &[&str]) -> bool {
        let bare = |kind: &'_ str| prefixes.iter().any(|prefix| kind.strip_prefix(prefix) == Some(class));
        let own = |kind: &Node| kind.as_text().is_some_and(|kind| kind == class || bare(kind));
        self.each("@type").any(own)
    }

    /// What a member refers to: a text, or the address, value or name of an object.
    pub(crate) fn referred(&self, name: &str) -> Vec<Said<String>> {
        let one = |node: &Node| {
            let what = node
                .as_written()
                .or_else(|| ["@id", "@value", "url", "name"].iter().find_map(|name| node.get(name)?.as_written()))?;
            Some(Said { what, at: node.at })
        };
        self.each(name).filter_map(one).collect()
    }

    /// Organisations and persons.
    pub(crate) fn agents(&self, name: &str) -> Vec<Said<Agent>> {
        let agent = |node: &Node| {
            let what = match node.as_text() {
                Some(text) if text.contains("://") => Agent { iri: Some(text.to_owned()), name: None },
                Some(text) => Agent { iri: None, name: Some(text.to_owned()) },
                None => {
                    let iri = node.text("@id").or(node.text("url")).map(str::to_owned);
                    Agent { iri, name: node.texts("name").into_iter().next().map(|said| said.what.text) }
                }
            };
            Said { what, at: node.at }
        };
        self.each(name).map(agent).collect()
    }

    /// Whom to ask, where an object says more than a name.
    pub(crate) fn contacts(&self, name: &str) -> Vec<Said<Contact>> {
        let contact = |node: &Node| {
            let email = node.text("email");
            let is_mailto = email.is_some_and(|email| email.starts_with("mailto:"));
            let what = Contact {
                iri: node.text("@id").map(str::to_owned),
                name: node.text("name").map(str::to_owned),
                email: email.map(|email| email.trim_start_matches("mailto:").to_owned()),
                is_mailto,
                telephone: node.text("telephone").map(str::to_owned),
                url: node.text("url").map(str::to_owned),
            };
            (what.email.is_some() || what.telephone.is_some()).then_some(Said { what, at: node.at })
        };
        self.each(name).filter_map(contact).collect()
    }
}
