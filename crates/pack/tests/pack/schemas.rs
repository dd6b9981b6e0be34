//! The schemas list what the model knows, no more and no less.

use munilint_model::{Confidence, Datatype, Dimension, FailOn, Fix, Language, Role, Severity};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The names that a type of the model is read from, as its own error lists them.
fn names<T: DeserializeOwned>() -> Vec<String> {
    let error = serde_json::from_value::<T>("?".into()).err().expect("no such name").to_string();
    let mut names: Vec<String> = error.split('`').skip(3).step_by(2).map(str::to_owned).collect();
    names.sort();
    names
}

#[track_caller]
fn same<T: DeserializeOwned>(schema: &str, pointer: &str) {
    let json: Value = serde_json::from_str(schema).expect("JSON");
    let listed = json.pointer(pointer).and_then(Value::as_array).expect("a list of names");
    let mut listed: Vec<String> = listed.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    listed.sort();
    assert_eq!(listed, names::<T>(), "{pointer}");
}

#[test]
fn datatypes_are_read_by_their_names() {
    let mut all: Vec<&str> = Datatype::ALL.into_iter().map(Datatype::name).collect();
    all.sort_unstable();
    assert_eq!(all, names::<Datatype>());
}

#[test]
fn names_are_those_of_the_model() {
    let (page, config) = (munilint_schemas::PAGE, munilint_schemas::CONFIG);
    same::<Severity>(page, "/properties/severity/enum");
    same::<Confidence>(page, "/properties/confidence/enum");
    same::<Dimension>(page, "/properties/dimension/enum");
    same::<Fix>(page, "/properties/fix/enum");
    same::<Role>(page, "/$defs/role/enum");
    same::<FailOn>(config, "/properties/fail-on/enum");
    same::<Language>(config, "/properties/lang/enum");
    same::<Severity>(config, "/$defs/rules/additionalProperties/properties/severity/enum");
    same::<Role>(config, "/$defs/fields/additionalProperties/enum");
    same::<Confidence>(config, "/properties/allow/items/properties/confidence/enum");
}
