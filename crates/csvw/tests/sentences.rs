//! Sentences of the standard that the suite's even tests do not touch, each as the smallest metadata and table that do.

use munilint_csvw::{Files, Headers, Place, Request, Source, Validation, validate};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

const BASE: &str = "http://example.org/";

/// Files by what stands behind the base.
struct Site(BTreeMap<&'static str, String>);

impl Files for Site {
    fn read(&self, url: &str) -> Option<Vec<u8>> {
        self.0.get(url.strip_prefix(BASE)?).map(|text| text.clone().into_bytes())
    }
}

/// The names of the kinds of errors and of warnings, each once.
fn kinds(result: &Validation) -> (Vec<&'static str>, Vec<&'static str>) {
    let names = |issues: &[munilint_csvw::Issue]| {
        let mut names: Vec<&str> = issues.iter().map(|issue| issue.kind.name()).collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    (names(&result.errors), names(&result.warnings))
}

fn start(source: Source<'_>) -> Request<'_> {
    Request { source, metadata: None, headers: Headers::default() }
}

/// Validates metadata at `m.json` with tables beside them.
fn held(metadata: &Value, tables: &[(&'static str, &str)]) -> Validation {
    let mut site = Site(tables.iter().map(|(url, text)| (*url, (*text).to_owned())).collect());
    site.0.insert("m.json", metadata.to_string());
    validate(&start(Source::Metadata("http://example.org/m.json")), &site)
}

/// `a` with the properties of `b`.
fn with(a: Value, b: &Value) -> Value {
    let mut map: Map<String, Value> = a.as_object().cloned().unwrap_or_default();
    map.extend(b.as_object().cloned().unwrap_or_default());
    Value::Object(map)
}

/// Metadata of the table `t.csv` of one column `a`.
fn table(table: &Value, schema: &Value, column: &Value) -> Value {
    let column = with(json!({ "name": "a", "titles": "a" }), column);
    let schema = with(json!({ "columns": [column] }), schema);
    with(json!({ "@context": "http://www.w3.org/ns/csvw", "url": "t.csv", "tableSchema": schema }), table)
}

fn assert_kinds(what: &str, result: &Validation, errors: &[&str], warnings: &[&str]) {
    let found = kinds(result);
    assert_eq!(found, (errors.to_vec(), warnings.to_vec()), "{what}\n{result:#?}");
}

#[test]
fn properties_of_tables() {
    let none: &[&str] = &[];
    let value = &["value-invalid"][..];
    let unknown = &["property-unknown"][..];
    let annotation = &["annotation-invalid"][..];
    for (properties, errors, warnings) in [
        (json!({ "dc:title": "x", "schema:name": ["a", { "@value": "b", "@language": "nb" }] }), none, none),
        (json!({ "http://example.org/p": 1, "urn:x:y": null }), none, none),
        (json!({ "foo": 1 }), none, unknown),
        (json!({ "unheard:of": 1 }), none, unknown),
        (json!({ "name": "x" }), none, unknown),
        (json!({ "lang": 1 }), none, value),
        (json!({ "lang": "norsk bokmål" }), none, value),
        (json!({ "separator": true }), none, value),
        (json!({ "separator": null }), none, none),
        (json!({ "default": 1 }), none, value),
        (json!({ "required": "yes" }), none, value),
        (json!({ "aboutUrl": 1, "valueUrl": "{" }), none, value),
        (json!({ "aboutUrl": "{#a}", "propertyUrl": "schema:{_name}", "valueUrl": "" }), none, none),
        (json!({ "null": ["", "NA"] }), none, none),
        (json!({ "tableDirection": "rtl", "suppressOutput": true, "textDirection": "inherit" }), none, none),
        (json!({ "suppressOutput": "no" }), none, value),
        (json!({ "notes": 1 }), none, value),
        (json!({ "notes": [{ "dc:title": "x" }, 1] }), none, value),
        (json!({ "notes": [{ "@foo": 1 }] }), annotation, none),
        (json!({ "@type": 1 }), &["type-invalid"], none),
        (json!({ "dc:title": { "@value": "x", "dc:title": "y" } }), annotation, none),
        (json!({ "dc:title": { "@value": ["x"] } }), annotation, none),
        (json!({ "dc:title": { "@value": "x", "@language": "1" } }), annotation, none),
        (json!({ "dc:title": { "@value": "x", "@language": null } }), none, none),
        (json!({ "dc:date": { "@value": "2015", "@type": "gYear" } }), none, none),
        (json!({ "dc:date": { "@value": "2015", "@type": "foo" } }), annotation, none),
        (json!({ "dc:type": { "@type": ["Table", "schema:Thing", "http://example.org/T"] } }), none, none),
        (json!({ "dc:type": { "@type": "foo" } }), annotation, none),
        (json!({ "dc:type": { "@id": "_:x" } }), annotation, none),
        (json!({ "dc:type": { "@id": 1 } }), annotation, none),
        (json!({ "dc:type": { "@list": [] } }), annotation, none),
        (json!({ "dc:type": [{ "dc:type": { "_:x": 1 } }] }), annotation, none),
        (json!({ "dc:type": { "titles": 1 } }), annotation, none),
        (json!({ "tableSchema": 1 }), none, value),
        (json!({ "tableSchema": "gone.json" }), &["file-missing"], none),
        (json!({ "tableSchema": "t.csv" }), &["json-invalid"], none),
        (json!({ "url": 1 }), &["property-missing"], value),
        (json!({ "url": "gone.csv" }), &["file-missing"], none),
        (json!({ "transformations": [{ "url": "x" }] }), &["property-missing"], none),
        (json!({ "transformations": {} }), none, value),
        (
            json!({ "transformations": [{ "url": "x", "scriptFormat": "y", "targetFormat": "z", "source": "xml" }] }),
            none,
            value,
        ),
        (
            json!({ "transformations": [{ "url": "x", "scriptFormat": "y", "targetFormat": "z", "source": null, "dc:title": "t" }] }),
            none,
            none,
        ),
    ] {
        let result = held(&table(&properties, &json!({}), &json!({})), &[("t.csv", "a\n1\n")]);
        assert_kinds(&properties.to_string(), &result, errors, warnings);
    }
}

#[test]
fn contexts() {
    let csvw = "http://www.w3.org/ns/csvw";
    for (context, errors, warnings) in [
        (json!(csvw), &[][..], &[][..]),
        (json!([csvw, { "@language": "nb", "@base": "http://example.org/" }]), &[], &[]),
        (json!([csvw, { "@language": "not a tag" }]), &[], &["value-invalid"]),
        (json!([csvw, { "@base": 1 }]), &[], &["value-invalid"]),
        (json!([csvw, { "@vocab": "x" }]), &["context-invalid"], &[]),
        (json!([csvw, { "@base": "elsewhere/" }]), &["file-missing"], &[]),
        (json!([csvw]), &["context-invalid"], &[]),
        (json!("http://schema.org/"), &["context-invalid"], &[]),
        (json!({}), &["context-invalid"], &[]),
        (json!(null), &["context-invalid"], &[]),
    ] {
        let metadata = table(&json!({ "@context": context }), &json!({}), &json!({}));
        assert_kinds(&context.to_string(), &held(&metadata, &[("t.csv", "a\n1\n")]), errors, warnings);
    }
    assert_kinds("none", &held(&json!({ "url": "t.csv" }), &[("t.csv", "a\n")]), &["property-missing"], &[]);
    assert_kinds("an array", &held(&json!([]), &[]), &["json-invalid"], &[]);
}

#[test]
fn properties_of_schemas() {
    let none: &[&str] = &[];
    let value = &["value-invalid"][..];
    for (schema, errors, warnings) in [
        (json!({ "primaryKey": 1 }), none, value),
        (json!({ "primaryKey": [] }), none, value),
        (json!({ "primaryKey": ["a", 1] }), none, value),
        (json!({ "primaryKey": "b" }), none, &["column-unknown"][..]),
        (json!({ "rowTitles": "b" }), none, &["column-unknown"]),
        (json!({ "foreignKeys": "a" }), none, value),
        (json!({ "foreignKeys": [{ "columnReference": "a" }] }), &["property-missing"], none),
        (
            json!({ "foreignKeys": [{ "columnReference": "a", "reference": { "resource": "t.csv", "schemaReference": "s", "columnReference": "a" } }] }),
            &["property-unknown"],
            none,
        ),
        (
            json!({ "foreignKeys": [{ "columnReference": "a", "reference": { "resource": "u.csv", "columnReference": "a" } }] }),
            &["table-unknown"],
            none,
        ),
        (
            json!({ "foreignKeys": [{ "columnReference": "a", "dc:title": "x", "reference": { "resource": "t.csv", "columnReference": "a" } }] }),
            &["property-unknown"],
            none,
        ),
        (
            json!({ "foreignKeys": [{ "columnReference": [], "reference": { "resource": "t.csv", "columnReference": "a" } }] }),
            &["property-missing"],
            value,
        ),
        (json!({ "@type": "Table" }), &["type-invalid"], none),
        (json!({ "@id": "_:s" }), &["identifier-invalid"], none),
        (json!({ "@context": "http://www.w3.org/ns/csvw" }), &["context-invalid"], none),
    ] {
        let result = held(&table(&json!({}), &schema, &json!({})), &[("t.csv", "a\n1\n")]);
        assert_kinds(&schema.to_string(), &result, errors, warnings);
    }
}

#[test]
fn properties_of_columns() {
    let none: &[&str] = &[];
    let value = &["value-invalid"][..];
    for (column, errors, warnings) in [
        (json!({ "name": "_a" }), none, value),
        (json!({ "name": "å" }), none, value),
        (json!({ "virtual": 1 }), none, value),
        (json!({ "titles": 1 }), &["title-differs"], value),
        (json!({ "titles": { "nb": "a", "not a tag": "b" } }), none, value),
        (json!({ "titles": { "nb": 1 } }), &["title-differs"], value),
        (json!({ "titles": ["b", "a"] }), none, none),
        (json!({ "titles": "A" }), &["title-differs"], none),
        (json!({ "url": "x" }), none, &["property-unknown"]),
        (json!({ "datatype": 1 }), none, value),
        (json!({ "datatype": { "base": "foo" } }), none, value),
    ] {
        let result = held(&table(&json!({}), &json!({}), &column), &[("t.csv", "a\n1\n")]);
        assert_kinds(&column.to_string(), &result, errors, warnings);
    }
}

#[test]
fn datatypes() {
    let none: &[&str] = &[];
    let value = &["value-invalid"][..];
    for (datatype, errors, warnings) in [
        (json!({ "@id": "_:x" }), &["identifier-invalid"][..], none),
        (json!({ "@id": "xsd:string" }), &["identifier-invalid"], none),
        (json!({ "@type": "Datatype", "dc:title": "x" }), none, none),
        (json!({ "format": "(" }), none, &["format-invalid"]),
        (json!({ "format": "(?=1)1" }), none, &["format-unsupported"]),
        (json!({ "base": "date", "format": "dd.mm.yyyy" }), &["value-not-of-datatype"], &["format-invalid"]),
        (
            json!({ "base": "integer", "format": { "pattern": "x", "other": 1 } }),
            none,
            &["format-invalid", "property-unknown"],
        ),
        (json!({ "base": "decimal", "format": { "decimalChar": 1, "groupChar": true } }), none, value),
        (json!({ "base": "integer", "length": 1 }), &["facet-not-applicable"], none),
        (json!({ "base": "anyURI", "minLength": 1 }), &["facet-not-applicable"], none),
        (json!({ "length": -1 }), none, value),
        (json!({ "minLength": 3, "maxLength": 2 }), &["facets-conflict"], none),
        (json!({ "minLength": 3, "length": 2 }), &["facets-conflict"], none),
        (json!({ "base": "boolean", "minimum": 1 }), &["facet-not-applicable"], none),
        (json!({ "base": "integer", "minimum": "x" }), none, value),
        (json!({ "base": "integer", "minimum": 1, "minInclusive": 0 }), &["facets-conflict"], none),
        (json!({ "base": "integer", "minimum": 1, "minInclusive": "1" }), none, none),
        (json!({ "base": "integer", "maxInclusive": 1, "maxExclusive": 2 }), &["facets-conflict"], none),
        (json!({ "base": "integer", "minInclusive": 2, "maxExclusive": 2 }), &["facets-conflict"], none),
        (json!({ "base": "integer", "minExclusive": 2, "maxInclusive": 2 }), &["facets-conflict"], none),
        (json!({ "base": "gYear", "maximum": 2000 }), &["value-not-of-datatype"], none),
    ] {
        let column = json!({ "datatype": datatype });
        let result = held(&table(&json!({}), &json!({}), &column), &[("t.csv", "a\n1\n")]);
        assert_kinds(&datatype.to_string(), &result, errors, warnings);
    }
}

#[test]
fn cells() {
    for (column, cell, errors) in [
        (json!({ "required": true }), "\"\"", &["value-missing"][..]),
        (json!({ "required": true, "default": "x" }), "\"\"", &[]),
        (json!({ "required": true, "null": "NA" }), "NA", &["value-missing"]),
        (json!({ "required": true, "separator": ";" }), "\"\"", &["value-missing"]),
        (json!({ "datatype": "integer", "separator": ";" }), "1; 2;x", &["value-not-of-datatype"]),
        (json!({ "datatype": "integer", "separator": ";" }), "1; 2;;3", &[]),
        (json!({ "datatype": "integer" }), " 12 ", &[]),
        (json!({ "datatype": { "base": "integer", "minimum": 10 } }), "9", &["value-out-of-bounds"]),
        (json!({ "datatype": { "base": "decimal", "maxExclusive": "0.30" } }), "0.3", &["value-out-of-bounds"]),
        (
            json!({ "datatype": { "base": "time", "maximum": "12:00:00", "format": "HH:mm" } }),
            "13:00",
            &["value-out-of-bounds"],
        ),
        (json!({ "datatype": { "base": "duration", "minimum": "P1M" } }), "P30D", &["value-out-of-bounds"]),
        (json!({ "datatype": { "base": "boolean", "format": "J|N" } }), "J", &[]),
        (json!({ "datatype": { "base": "boolean", "format": "J|N" } }), "true", &["value-not-in-format"]),
        (
            json!({ "datatype": { "base": "decimal", "format": { "decimalChar": ",", "groupChar": " " } } }),
            "\"1 234,5\"",
            &[],
        ),
        (json!({ "datatype": { "base": "number", "format": "0.0%" } }), "12.5%", &[]),
        (json!({ "datatype": { "base": "number", "format": "0.0" } }), "NaN", &[]),
        (json!({ "datatype": { "base": "decimal", "format": "0E0" } }), "1E3", &["value-not-in-format"]),
        (json!({ "datatype": { "length": 2 } }), "å1", &[]),
        (json!({ "datatype": { "base": "hexBinary", "length": 2 } }), "0FB8", &[]),
        (json!({ "datatype": { "base": "hexBinary", "maxLength": 1 } }), "0FB8", &["length-out-of-bounds"]),
        (json!({ "datatype": { "base": "json", "format": ".*x.*" } }), "y", &["value-not-in-format"]),
        (json!({ "datatype": { "base": "xml" } }), "<not xml", &[]),
        (json!({ "datatype": "any" }), "x", &[]),
    ] {
        let result = held(&table(&json!({}), &json!({}), &column), &[("t.csv", &format!("a\n{cell}\n"))]);
        assert_kinds(&format!("{column} {cell}"), &result, errors, &[]);
    }
}

#[test]
fn dialects() {
    for (dialect, text, errors, warnings) in [
        (json!({ "header": false }), "1\n2\n", &[][..], &[][..]),
        (json!({ "headerRowCount": 2 }), "b\na\n1\n", &[], &[]),
        (json!({ "headerRowCount": 0, "header": true }), "1\n", &[], &[]),
        (json!({ "skipRows": 2 }), "title\n\na\n1\n", &[], &[]),
        (json!({ "skipColumns": 1 }), "x,a\ny,1\n", &[], &[]),
        (json!({ "delimiter": ";" }), "a\n1,5\n", &[], &[]),
        (json!({ "delimiter": ";" }), "a\n1;5\n", &["cell-count-differs"], &[]),
        (json!({ "commentPrefix": "//" }), "a\n//1,2\n#1\n", &[], &[]),
        (json!({ "commentPrefix": null }), "a\n#1,2\n", &["cell-count-differs"], &[]),
        (json!({}), "a\n#1,2\n", &[], &[]),
        (json!({ "quoteChar": "'" }), "a\n'1,2'\n", &[], &[]),
        (json!({ "quoteChar": null }), "a\n5\" disk\n", &[], &[]),
        (json!({}), "a\n5\" disk\n", &["quote-misplaced"], &[]),
        (json!({ "doubleQuote": false }), "a\n\"x\\\"y\"\n", &[], &[]),
        (json!({ "lineTerminators": "|" }), "a|1|", &[], &[]),
        (json!({ "skipBlankRows": true }), "a\n\n1\n", &[], &[]),
        (json!({ "trim": false }), "a \n1\n", &["title-differs"], &[]),
        (json!({ "trim": "end" }), "a \n1\n", &[], &[]),
        (json!({ "encoding": "iso-8859-1" }), "a\n1\n", &[], &[]),
        (json!({ "skipRows": -1, "skipColumns": "1", "headerRowCount": 1.5 }), "a\n1\n", &[], &["value-invalid"]),
        (
            json!({ "commentPrefix": 1, "quoteChar": 1, "doubleQuote": 1, "header": 1 }),
            "a\n1\n",
            &[],
            &["value-invalid"],
        ),
        (json!({ "@type": "Table" }), "a\n1\n", &["type-invalid"], &[]),
        (json!({ "foo": 1 }), "a\n1\n", &[], &["property-unknown"]),
        (json!("gone.json"), "a\n1\n", &["file-missing"], &[]),
    ] {
        let result = held(&table(&json!({ "dialect": dialect }), &json!({}), &json!({})), &[("t.csv", text)]);
        assert_kinds(&dialect.to_string(), &result, errors, warnings);
    }
}

#[test]
fn columns_and_headers() {
    let metadata = |columns: Value| json!({ "@context": "http://www.w3.org/ns/csvw", "url": "t.csv", "tableSchema": { "columns": columns } });
    for (columns, text, errors) in [
        (json!([{ "titles": "a" }, { "name": "v", "virtual": true, "default": "x" }]), "a\n1\n", &[][..]),
        (json!([{ "virtual": true }, { "titles": "a" }]), "a\n1\n", &["virtual-column-before-others"]),
        (json!([{ "titles": "a" }]), "a,b\n1,2\n", &["column-count-differs"]),
        (json!([{ "titles": "a" }, {}]), "a,anything\n1,2\n", &[]),
        (json!([{ "titles": "a" }, { "titles": "b" }]), "a,\n1,2\n", &[]),
        (json!([]), "a\n1\n", &["column-count-differs"]),
        (json!([{ "titles": "a" }, { "titles": "b" }]), "a,b\n1\n1,2,3\n", &["cell-count-differs"]),
    ] {
        let result = held(&metadata(columns.clone()), &[("t.csv", text)]);
        assert_kinds(&columns.to_string(), &result, errors, &[]);
    }
    let undescribed = json!({ "@context": "http://www.w3.org/ns/csvw", "url": "t.csv", "dc:title": "x" });
    assert_kinds("no schema", &held(&undescribed, &[("t.csv", "a,b\n1,2\n")]), &[], &[]);
}

#[test]
fn languages_of_titles() {
    for (described, lang, context, right) in [
        (json!({ "en": "a" }), "en-GB", "und", true),
        (json!({ "en-US": "a" }), "en-GB", "und", false),
        (json!({ "en": "a" }), "und", "und", true),
        (json!("a"), "de", "und", true),
        (json!("a"), "de", "en", false),
        (json!({ "und": "a" }), "de", "en", true),
    ] {
        let context = json!(["http://www.w3.org/ns/csvw", { "@language": context }]);
        let metadata =
            table(&json!({ "@context": context, "lang": lang }), &json!({}), &json!({ "titles": described }));
        let errors: &[&str] = if right { &[] } else { &["title-differs"] };
        assert_kinds(&format!("{described} {lang}"), &held(&metadata, &[("t.csv", "a\n1\n")]), errors, &[]);
    }
}

#[test]
fn keys_of_tables() {
    let key = |target: Value| json!({ "foreignKeys": [{ "columnReference": "a", "reference": with(json!({ "columnReference": "a" }), &target) }] });
    let group = |one: Value, other: Value| {
        let column = json!({ "name": "a", "titles": "a" });
        let table = |url: &str, schema: &Value| json!({ "url": url, "tableSchema": with(json!({ "columns": [column] }), schema) });
        json!({ "@context": "http://www.w3.org/ns/csvw", "@type": "TableGroup", "tables": [table("t.csv", &one), table("u.csv", &other)] })
    };
    let (table, schema) = (json!({ "resource": "u.csv" }), json!({ "schemaReference": "http://example.org/s" }));
    for (target, id, one, other, errors) in [
        (&table, "x", "a\n1\n1\n2\n", "a\n2\n1\n", &[][..]),
        (&table, "x", "a\n1\n3\n", "a\n2\n1\n", &["reference-broken"]),
        (&table, "x", "a\n1\n", "a\n1\n1\n", &["reference-broken"]),
        (&schema, "s", "a\n1\n", "a\n1\n", &[]),
        (&schema, "other", "a\n1\n", "a\n1\n", &["table-unknown"]),
        (&table, "x", "a\n1\n", "a,b\n1,2\n", &["column-count-differs"]),
    ] {
        let metadata = group(key(target.clone()), json!({ "@id": id }));
        assert_kinds(
            &format!("{target} {one:?} {other:?}"),
            &held(&metadata, &[("t.csv", one), ("u.csv", other)]),
            errors,
            &[],
        );
    }
    let gone = held(&group(key(table.clone()), json!({})), &[("t.csv", "a\n1\n")]);
    assert_kinds("a table is missing", &gone, &["file-missing"], &[]);
    let numbers = json!({ "primaryKey": "a" });
    let column = json!({ "datatype": "integer" });
    let repeated = held(&self::table(&json!({}), &numbers, &column), &[("t.csv", "a\n1\n01\n2\n+1\n")]);
    assert_kinds("values, not strings", &repeated, &["key-repeated"], &[]);
    let rows = match &repeated.errors[0].place {
        Place::Table { rows, .. } => rows.clone(),
        Place::Metadata { .. } => Vec::new(),
    };
    assert_eq!(rows, [3, 5]);
}

#[test]
fn ten_places_are_kept() {
    let text = format!("a\n{}", "x\n".repeat(1000));
    let result = held(&table(&json!({}), &json!({}), &json!({ "datatype": "integer" })), &[("t.csv", &text)]);
    let place =
        Place::Table { url: "http://example.org/t.csv".into(), rows: (2..12).collect(), column: Some("a".into()) };
    assert_eq!((result.errors.len(), result.errors[0].count, &result.errors[0].place), (1, 1000, &place));
}

#[test]
fn metadata_are_located() {
    let metadata = |url: &str| table(&json!({ "url": url }), &json!({}), &json!({ "titles": "b" })).to_string();
    let found = &["title-differs"][..];
    let skipped = &["table-not-described"][..];
    for (files, errors, warnings) in [
        (&[][..], &[][..], &[][..]),
        (&[("d/t.csv-metadata.json", "t.csv")], found, &[]),
        (&[("d/csv-metadata.json", "t.csv")], found, &[]),
        (&[("d/csv-metadata.json", "http://EXAMPLE.org:80/d/%74.csv")], found, &[]),
        (&[("d/t.csv-metadata.json", "u.csv")], &[], skipped),
        (&[("d/t.csv-metadata.json", "u.csv"), ("d/csv-metadata.json", "t.csv")], found, skipped),
        (&[("d/linked.json", "t.csv")], found, &[]),
        (&[("d/linked.json", "u.csv"), ("d/csv-metadata.json", "t.csv")], found, skipped),
    ] {
        let mut site: BTreeMap<&str, String> = files.iter().map(|(file, url)| (*file, metadata(url))).collect();
        site.insert("d/t.csv", "a\n1\n".into());
        let mut request = start(Source::Table("http://example.org/d/t.csv#row=1"));
        if site.contains_key("d/linked.json") {
            request.headers.link = vec!["<linked.json>; rel=describedby; type=\"application/csvm+json\""];
        }
        assert_kinds(&format!("{files:?}"), &validate(&request, &Site(site)), errors, warnings);
    }
    let mut site: BTreeMap<&str, String> = BTreeMap::new();
    site.insert("d/t.csv", "a\n1\n".into());
    site.insert(".well-known/csvm", "{+url}.meta\n/all?file={url}\n".into());
    site.insert("all?file=http%3A%2F%2Fexample.org%2Fd%2Ft.csv", metadata("d/t.csv"));
    site.insert("d/csv-metadata.json", "{".into());
    let request = start(Source::Table("http://example.org/d/t.csv"));
    assert_kinds("a site's own locations", &validate(&request, &Site(site)), found, &[]);
    let missing = validate(&request, &Site(BTreeMap::new()));
    assert_kinds("no table", &missing, &["file-missing"], &[]);
}

#[test]
fn headers_of_http_tell_of_the_table() {
    let site = |text: &str| Site([("t.csv", text.to_owned())].into_iter().collect());
    for (content_type, text, errors) in [
        (None, "a\n1,2\n", &["cell-count-differs"][..]),
        (Some("text/tab-separated-values"), "a\n1,2\n", &[]),
        (Some("text/csv; header=absent"), "a\n1,2\n", &["cell-count-differs"]),
        (Some("text/csv; charset=\"utf-8\"; header=absent"), "#,1\n\"#\",1\n", &[]),
    ] {
        let mut request = start(Source::Table("http://example.org/t.csv"));
        request.headers.content_type = content_type;
        assert_kinds(&format!("{content_type:?}"), &validate(&request, &site(text)), errors, &[]);
    }
    let mut site = site("a\n1\n");
    let metadata = table(&json!({}), &json!({}), &json!({ "titles": { "en": "a" } }));
    site.0.insert("csv-metadata.json", metadata.to_string());
    let mut request = start(Source::Table("http://example.org/t.csv"));
    request.headers.content_language = Some("de");
    assert_kinds("the language is German", &validate(&request, &site), &["title-differs"], &[]);
}
