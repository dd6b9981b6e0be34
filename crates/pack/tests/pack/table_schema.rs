//! Table Schemas and data packages.

use crate::reading::marked;
use munilint_model::{Datatype, Role, TableSchema};
use munilint_pack::{Resource, ResourceSchema, data_package, is_json_schema, table_schema};

#[test]
fn what_is_declared_is_read() {
    let text = r##"{
  "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
  "fields": [
    {"name": " Knr ", "type": "string", "munilint:role": "municipality-number", "missingValues": ["0000"]},
    {"name": "b", "title": "By", "rdfType": "https://schema.org/email", "description": null, "type": "any"},
    {"name": "c", "type": "something-new", "description": "Kommunenummer, fire siffer"},
    {"name": "d", "description": "Merknad om postnummer", "constraints": {"required": true}}
  ],
  "missingValues": ["", "..", {"value": "-99", "label": "ikke svart"}]
}"##;
    for text in [text.to_owned(), format!("\u{feff}{text}")] {
        let schema = table_schema("s.json", &text).expect("well formed");
        let knr = schema.field("KNR").expect("names are compared without case");
        assert_eq!((knr.role, knr.datatype), (Some(Role::MunicipalityNumber), Some(Datatype::String)));
        assert_eq!(knr.missing, ["0000"]);
        let b = schema.field("b").expect("is there");
        assert_eq!((b.words.as_slice(), b.datatype), (["By", "email"].map(str::to_owned).as_slice(), None));
        assert_eq!(b.missing, ["..", "-99"]);
        let c = schema.field("c").expect("is there");
        assert_eq!((c.words.as_slice(), c.datatype), (["Kommunenummer".to_owned()].as_slice(), None));
        assert!(schema.field("d").expect("is there").words.is_empty());
        assert!(schema.describes(["knr", "C", "b", "D"].into_iter()));
        assert!(!schema.describes(["knr", "b"].into_iter()) && !schema.describes(["knr", "b", "d", "e"].into_iter()));
    }
}

#[test]
fn what_is_none_is_marked() {
    let cases = [
        ("{\n  \"fields\": [\n}", 3, "this is not valid JSON: expected value"),
        ("{\"columns\": []\n}", 2, "this cannot be used as a Table Schema: missing field `fields`"),
        (
            "\u{feff}7",
            1,
            "this cannot be used as a Table Schema: invalid type: integer `7`, expected an object with `fields`",
        ),
        ("{\"fields\": [\n{\"title\": \"a\"}]}", 2, "this cannot be used as a Table Schema: missing field `name`"),
        (
            "{\"fields\": [{\"name\": \"a\",\n\"munilint:role\": \"municipality-nummer\"}]}",
            2,
            "this cannot be used as a Table Schema: `munilint:role` cannot be `municipality-nummer`; did you mean `municipality-number`?",
        ),
    ];
    for (text, line, message) in cases {
        let fault = table_schema("s.json", text).expect_err("refused");
        assert_eq!((fault.line(), fault.message()), (line, message), "{fault:?}");
        assert_eq!(marked(&fault), "");
    }
}

#[test]
fn json_schema_is_told_apart() {
    assert!(is_json_schema(r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}"#));
    assert!(is_json_schema(r#"{"properties": {}}"#));
    for text in [r#"{"$schema": "x", "fields": []}"#, r#"{"columns": []}"#, "{", "7"] {
        assert!(!is_json_schema(text), "{text}");
    }
}

#[test]
fn resources_have_their_schemas() {
    let text = r#"{
  "resources": [
    {"path": "./data/a.csv", "schema": {"fields": [{"name": "a"}]}},
    {"path": ["b1.csv", "b2.csv"], "schema": "b.json"},
    {"name": "inline", "data": []},
    {"path": "d.csv", "schema": {"fields":
      5}}
  ]
}"#;
    let resources = data_package("datapackage.json", text).expect("well formed");
    let paths: Vec<Vec<String>> = resources.iter().map(|resource| resource.paths.clone()).collect();
    assert_eq!(paths, [vec!["data/a.csv"], vec!["b1.csv", "b2.csv"], vec![], vec!["d.csv"]]);
    let [Resource { schema: Some(ResourceSchema::Inline(Ok(TableSchema { fields }))), .. }, b, none, d] =
        &resources[..]
    else {
        panic!("{resources:?}");
    };
    assert_eq!(fields[0].0, "a");
    assert!(matches!(&b.schema, Some(ResourceSchema::File(file)) if file == "b.json") && none.schema.is_none());
    let Some(ResourceSchema::Inline(Err(fault))) = &d.schema else { panic!("{d:?}") };
    assert_eq!((fault.line(), fault.name()), (7, "datapackage.json"), "{fault:?}");
    assert!(data_package("datapackage.json", "{\"name\": \"x\"}").expect("it describes nothing").is_empty());
    let fault = data_package("datapackage.json", "{\"resources\": 5}").expect_err("refused");
    assert_eq!(
        fault.message(),
        "this cannot be used as a data package: invalid type: integer `5`, expected a sequence"
    );
}
