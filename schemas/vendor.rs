//! Schemas of others that reports are held against, each with its origin and licence in the folder's `SOURCE.txt`.

/// SARIF 2.1.0 with errata 01, as JSON Schema, draft 4.
pub const SARIF: &str = include_str!("vendor/sarif/sarif-schema-2.1.0.json");

/// JUnit as Apache Ant writes it, as XML Schema.
pub const JUNIT_ANT: &str = include_str!("vendor/junit-ant/JUnit.xsd");

/// JUnit as Jenkins' xUnit plugin takes it, as XML Schema.
pub const JUNIT_JENKINS: &str = include_str!("vendor/junit-jenkins/junit-10.xsd");
