//! The declarative vocabulary: one file for each assertion.
//!
//! Most assertions test one value at a time and become a [`ValueTest`]; `unique` and `compare` need records and become
//! a check with a state of their own. Missing values pass every assertion but `required`.

mod codelist;
mod combine;
mod compare;
mod length;
mod missing;
mod number;
mod one_of;
mod pattern;
mod range;
mod required;
mod unique;

use crate::document::Node;
use crate::fault::Fault;
use crate::page::Codes;
use munilint_model::{Body, FieldSelector, Role, ValueTest};
use std::sync::Arc;

/// What `[given]` and `[assert]` come to.
pub(crate) struct Declared {
    /// The code.
    pub(crate) body: Body,
    /// The values that the rule's message may name.
    pub(crate) values: &'static [&'static str],
}

/// Code lists by name.
pub(crate) type Codelists<'c> = &'c dyn Fn(&str) -> Option<Codes>;

/// Reads `[given]` and `[assert]`, which keep the schema.
pub(crate) fn read(
    given: Option<&Node<'_>>,
    assertion: &Node<'_>,
    codelists: Codelists<'_>,
) -> Result<Declared, Fault> {
    if let Some(node) = assertion.get("compare") {
        if let Some(given) = given {
            let fault = given.fault("`compare` names its own fields", "not used");
            return Err(fault.with_help("leave out [given]"));
        }
        let body = Body::Declared(Arc::new(compare::Compare::read(&node)?));
        return Ok(Declared { body, values: &["count", "example", "field", "left", "right"] });
    }
    let Some(given) = given else {
        let fault = assertion.fault("the rule does not say which fields it looks at", "no [given] beside this");
        return Err(fault.with_help("write [given] with `role`, `name` or `datatype`; name = [\"*\"] is every field"));
    };
    let selector = selector(given)?;
    if assertion.get("unique").is_some() {
        if let Some(span) = given.key_span("datatype") {
            let fault = given.source.fault(
                span,
                "`unique` cannot choose fields by datatype",
                "not known before the data is read",
            );
            return Err(fault.with_help("choose fields by `role` or `name`"));
        }
        let body = Body::Declared(Arc::new(unique::Unique { given: selector }));
        return Ok(Declared { body, values: &["count", "field"] });
    }
    let test = value_test(assertion, codelists)?;
    Ok(Declared { body: Body::Values { given: selector, test }, values: &["count", "example", "field"] })
}

fn selector(given: &Node<'_>) -> Result<FieldSelector, Fault> {
    let texts = |key: &str| -> Vec<Node<'_>> { given.get(key).map(|list| list.items()).unwrap_or_default() };
    let owned = |nodes: Vec<Node<'_>>| nodes.iter().filter_map(Node::text).map(str::to_owned).collect();
    let role = |node: &Node<'_>| {
        let role = node.text().map(|text| serde_json::from_value::<Role>(text.into()));
        role.and_then(Result::ok).ok_or_else(|| node.fault("unknown role", "`munilint inspect` shows the roles"))
    };
    let roles = texts("role").iter().map(role).collect::<Result<_, _>>()?;
    Ok(FieldSelector { roles, names: owned(texts("name")), datatypes: owned(texts("datatype")) })
}

/// Reads an assertion that tests one value at a time.
fn value_test(assertion: &Node<'_>, codelists: Codelists<'_>) -> Result<Arc<dyn ValueTest>, Fault> {
    let Some((key, span, node)) = assertion.entries().into_iter().next() else {
        return Err(assertion.fault("an assertion is missing", "nothing is asserted here"));
    };
    Ok(match key {
        "required" => Arc::new(required::Required),
        "pattern" => Arc::new(pattern::Pattern::read(&node)?),
        "one-of" => Arc::new(one_of::OneOf::read(&node)),
        "codelist" => Arc::new(codelist::Codelist::read(&node, codelists)?),
        "length" => Arc::new(length::Length::read(&node)?),
        "range" => Arc::new(range::Range::read(&node)?),
        "all" => Arc::new(combine::All::read(&node, codelists)?),
        "any" => Arc::new(combine::Any::read(&node, codelists)?),
        "not" => Arc::new(combine::Not::read(&node, codelists)?),
        _ => {
            let fault = node.source.fault(span, format!("`{key}` cannot be combined"), "needs whole records");
            return Err(fault
                .with_help("`all`, `any` and `not` combine assertions about single values; write a rule of its own"));
        }
    })
}

/// `min` and `max` of a table, either of which may be left out; faulty when nothing fits between them.
fn bounds(node: &Node<'_>) -> Result<(Option<f64>, Option<f64>), Fault> {
    let bound = |key| node.get(key).as_ref().and_then(Node::number);
    let (min, max) = (bound("min"), bound("max"));
    if let (Some(low), Some(high)) = (min, max)
        && low > high
    {
        return Err(node.fault("`min` is greater than `max`", "nothing fits between them"));
    }
    Ok((min, max))
}
