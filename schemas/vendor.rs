//! Schemas of others that reports are held against, and shapes of others that catalogues are held against, each with its origin and licence in the folder's `SOURCE.txt`.

/// SARIF 2.1.0 with errata 01, as JSON Schema, draft 4.
pub const SARIF: &str = include_str!("vendor/sarif/sarif-schema-2.1.0.json");

/// JUnit as Apache Ant writes it, as XML Schema.
pub const JUNIT_ANT: &str = include_str!("vendor/junit-ant/JUnit.xsd");

/// JUnit as Jenkins' xUnit plugin takes it, as XML Schema.
pub const JUNIT_JENKINS: &str = include_str!("vendor/junit-jenkins/junit-10.xsd");

/// The shapes of DCAT-AP-NO 2.00 as published, as Turtle.
pub const DCAT_AP_NO_2: &str = include_str!("vendor/dcat-ap-no/DCAT-AP-NO-shacl_shapes_2.00.ttl");

/// The shapes of DCAT-AP 3.0.0, the European profile, as Turtle: what must be there, and how often.
pub const DCAT_AP_3: &str = include_str!("vendor/dcat-ap-eu/shapes.ttl");

/// The shapes of DCAT-AP 3.0.0: what should be there.
pub const DCAT_AP_3_RECOMMENDED: &str = include_str!("vendor/dcat-ap-eu/shapes_recommended.ttl");

/// The shapes of DCAT-AP 3.0.0: classes of values. They find much in a catalogue that refers to what others describe.
pub const DCAT_AP_3_RANGE: &str = include_str!("vendor/dcat-ap-eu/range.ttl");

/// The shapes of DCAT-AP 3.0.0: controlled vocabularies, which must be in the same graph.
pub const DCAT_AP_3_VOCABULARIES: &str = include_str!("vendor/dcat-ap-eu/mdr-vocabularies.shape.ttl");

/// The shapes of DCAT-AP 3.0.0: IRIs that are no longer to be used.
pub const DCAT_AP_3_DEPRECATED: &str = include_str!("vendor/dcat-ap-eu/deprecateduris.ttl");

/// Data Package version 2 with Data Resource, Table Schema and Table Dialect, as JSON Schema, draft 7.
pub const DATA_PACKAGE: &str = include_str!("vendor/data-package/datapackage.json");

/// The Open Data Contract Standard by its version, newest first, each as JSON Schema, draft 2019-09.
pub const ODCS: [(&str, &str); 4] = [
    ("3.1.0", include_str!("vendor/odcs/odcs-json-schema-v3.1.0.json")),
    ("3.0.2", include_str!("vendor/odcs/odcs-json-schema-v3.0.2.json")),
    ("3.0.1", include_str!("vendor/odcs/odcs-json-schema-v3.0.1.json")),
    ("3.0.0", include_str!("vendor/odcs/odcs-json-schema-v3.0.0.json")),
];
