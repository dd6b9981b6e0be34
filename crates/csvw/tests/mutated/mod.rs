//! Metadata and tables of the suite with something changed at random: nothing panics, and the same is found each time.

use crate::served::{Served, Test, tests};
use munilint_csvw::validate;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What a value is replaced with.
fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        prop_oneof![
            Just(""),
            Just("_:x"),
            Just("GID"),
            Just("tree-ops.csv"),
            Just("date"),
            Just("duration"),
            Just("#,##0.0"),
            Just("yyyy-MM-dd"),
            Just("[a-z]{2,}"),
            Just("\""),
            Just("\\"),
            Just("utf-16le"),
            Just("{+a}"),
            Just("en")
        ]
        .prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([[], {}, "x", 1])),
        Just(json!({ "@value": {}, "@id": 1, "base": "integer", "format": "0", "url": "x", "columns": [{}] })),
    ]
}

/// How many values there are in a value, itself included.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(map) => map.values().map(size).sum(),
        _ => 0,
    }
}

/// Replaces the value at a position of those within.
fn replace(value: &mut Value, position: &mut usize, with: &Value) {
    if *position == 0 {
        value.clone_from(with);
        *position = usize::MAX;
        return;
    }
    *position -= 1;
    let within: Vec<&mut Value> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(map) => map.values_mut().collect(),
        _ => Vec::new(),
    };
    for value in within {
        if *position != usize::MAX {
            replace(value, position, with);
        }
    }
}

fn holds(test: &Test, changed: (String, Vec<u8>)) {
    let mut served = Served::of(test);
    served.changed = Some(changed);
    let result = validate(&test.request(), &served);
    for issue in result.errors.iter().chain(&result.warnings) {
        assert!(issue.count > 0 && !issue.to_string().is_empty());
    }
    assert_eq!(result, validate(&test.request(), &served));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn metadata_may_be_anything(test in any::<prop::sample::Index>(), position in any::<prop::sample::Index>(), with in values()) {
        let tests = tests();
        let test = test.get(&tests);
        for file in test.files(".json") {
            let Some(mut value) = Served::of(test).json(&file) else { continue };
            let mut position = position.index(size(&value));
            replace(&mut value, &mut position, &with);
            holds(test, (file, value.to_string().into_bytes()));
        }
    }

    #[test]
    fn tables_may_be_anything(test in any::<prop::sample::Index>(), text in "[a-c1-3,;\"\\\\#%. \t\r\n-]{0,60}|\\PC{0,20}", bytes in proptest::collection::vec(any::<u8>(), 0..20)) {
        let tests = tests();
        let test = test.get(&tests);
        for file in test.files(".csv") {
            holds(test, (file.clone(), text.clone().into_bytes()));
            let header = Served::of(test).bytes(&file).unwrap_or_default();
            let end = header.iter().position(|byte| *byte == b'\n').map_or(header.len(), |end| end + 1);
            holds(test, (file, [&header[..end], text.as_bytes(), &bytes].concat()));
        }
    }
}
