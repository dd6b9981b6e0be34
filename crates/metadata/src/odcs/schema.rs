//! Contracts held against the JSON Schema of the version that they say they keep.

use crate::document::Document;
use crate::json_schema::JsonSchema;
use jsonschema::Draft;
use munilint_model::Fault;
use std::sync::LazyLock;

/// A version, what it is called in reports, and its schema, compiled when it is asked for.
type Version = (&'static str, &'static str, LazyLock<Option<JsonSchema>>);

static VERSIONS: [Version; 4] = [
    ("3.1.0", "ODCS 3.1.0 (JSON Schema)", LazyLock::new(|| of("3.1.0"))),
    ("3.0.2", "ODCS 3.0.2 (JSON Schema)", LazyLock::new(|| of("3.0.2"))),
    ("3.0.1", "ODCS 3.0.1 (JSON Schema)", LazyLock::new(|| of("3.0.1"))),
    ("3.0.0", "ODCS 3.0.0 (JSON Schema)", LazyLock::new(|| of("3.0.0"))),
];

fn of(version: &str) -> Option<JsonSchema> {
    let (_, text) = munilint_schemas::vendor::ODCS.iter().find(|(known, _)| *known == version)?;
    JsonSchema::new(serde_json::from_str(text).ok()?, Draft::Draft201909)
}

/// Where a contract of a version does not keep the schema of that, in the order of the places, and what it was held against. `None` where no
/// schema of the version is at hand.
pub(crate) fn faults(document: &Document, version: &str) -> Option<(Vec<Fault>, &'static str)> {
    let (_, held_to, schema) = VERSIONS.iter().find(|(known, ..)| *known == version)?;
    let mut faults = schema.as_ref()?.faults(&document.root);
    faults.sort_by_key(|fault| fault.at);
    Some((faults, held_to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Node, Value};
    use crate::yaml;
    use munilint_model::Argument;

    /// What the other validator says; `tests/odcs-gold.py` writes it.
    const GOLD: &str = include_str!("../../tests/odcs.gold");

    macro_rules! contracts {
        ($($name:literal)*) => {
            [$(($name, include_bytes!(concat!("../../../../tests/suites/odcs/", $name, ".odcs.yaml")).as_slice())),*]
        };
    }

    /// Contracts of the standard's documentation, by name.
    const CONTRACTS: [(&str, &[u8]); 18] = contracts![
        "all-data-types"
        "all-schema-types"
        "azure-server"
        "basic-four-dpo"
        "column-accuracy"
        "column-completeness"
        "column-custom"
        "column-validity"
        "database-table-sla"
        "full-example"
        "kafka-schema"
        "kafka-schemaregistry"
        "kafka-server"
        "postgresql-adventureworks-contract"
        "service-and-operational-roles"
        "table-column-description"
        "table-column"
        "table-columns-with-partition"
    ];

    /// So many changes are made in a contract at most.
    const MOST: usize = 100;

    fn children(node: &Node) -> Vec<&Node> {
        node.members().iter().map(|member| &member.node).chain(node.items()).collect()
    }

    /// How many values there are in a node, itself left out.
    fn values(node: &Node) -> usize {
        children(node).into_iter().map(|child| 1 + values(child)).sum()
    }

    /// The node with the value at a position, in the order of the file, left out or replaced.
    fn changed(node: &Node, mut position: usize, is_drop: bool) -> Node {
        let mut node = node.clone();
        let sizes: Vec<usize> = children(&node).into_iter().map(values).collect();
        for (at, size) in sizes.into_iter().enumerate() {
            if position > size {
                position -= size + 1;
                continue;
            }
            match &mut node.value {
                Value::Map(members) if position == 0 && is_drop => drop(members.remove(at)),
                Value::List(items) if position == 0 && is_drop => drop(items.remove(at)),
                Value::Map(members) => members[at].node = replaced(&members[at].node, position, is_drop),
                Value::List(items) => items[at] = replaced(&items[at], position, is_drop),
                _ => {}
            }
            break;
        }
        node
    }

    /// The node, replaced itself at position 0.
    fn replaced(node: &Node, position: usize, is_drop: bool) -> Node {
        let value = match (position.checked_sub(1), node.as_text()) {
            (Some(inside), _) => return changed(node, inside, is_drop),
            (None, Some(_)) => Value::Number("1".to_owned()),
            (None, None) => Value::Text("x".to_owned()),
        };
        Node { at: node.at, value }
    }

    /// Where a contract does not keep the schema.
    fn places(root: Node, version: &str) -> Vec<String> {
        let (faults, _) = faults(&Document { root, written_as: "yaml" }, version).expect("the version is known");
        let place = |fault: &Fault| match fault.message.arguments.iter().find(|(name, _)| *name == "where") {
            Some((_, Argument::Excerpt(place))) => format!("/{}", place.as_str()),
            _ => String::new(),
        };
        faults.iter().map(place).collect()
    }

    #[test]
    fn contracts_keep_the_schema_when_another_validator_says_so() {
        let (mut changes, mut wrong) = (0, Vec::new());
        for line in GOLD.lines() {
            let [name, places_of_gold, dropped, replaced] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            let is_of_line = |(stem, _): &&(&str, &[u8])| name.strip_suffix(".odcs.yaml") == Some(*stem);
            let (_, text) = CONTRACTS.iter().find(is_of_line).expect("the contract is there");
            let root = yaml::read(text).expect("it is YAML").root;
            let version = root.text("apiVersion").expect("it says").trim_start_matches('v').to_owned();
            let found = places(root.clone(), &version);
            let expected: Vec<&str> = places_of_gold.split(',').filter(|place| *place != "-").collect();
            assert_eq!(found.is_empty(), expected.is_empty(), "{name}: {found:?}");
            assert!(
                expected.iter().all(|place| found.iter().any(|found| found.starts_with(place))),
                "{name}: {found:?}"
            );
            let step = values(&root).div_ceil(MOST);
            for (bits, is_drop) in [(dropped, true), (replaced, false)] {
                assert_eq!(bits.len(), values(&root).div_ceil(step), "{name}");
                for (at, keeps) in bits.bytes().enumerate() {
                    let found = places(changed(&root, at * step, is_drop), &version);
                    changes += 1;
                    if found.is_empty() != (keeps == b'1') {
                        wrong.push(format!("{name}: value {}, left out: {is_drop}: {found:?}", at * step));
                    }
                }
            }
        }
        assert!(changes > 1000 && wrong.is_empty(), "{changes}\n{}", wrong.join("\n"));
    }
}
