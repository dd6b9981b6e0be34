//! The suite's files as the server of its tests serves them.

use munilint_csvw::{Files, Headers, Request, Source};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the tests say that they are.
const BASE: &str = "http://www.w3.org/2013/csvw/tests/";

/// Where metadata are on the site of the tests.
const LOCATIONS: &str = "{+url}-metadata.json\ncsv-metadata.json\n{+url}.json\ncsvm.json\n";

/// A test of the suite.
pub(crate) struct Test {
    /// What it is called.
    pub(crate) id: String,
    /// Its type.
    pub(crate) kind: String,
    /// What it is about.
    pub(crate) name: String,
    action: String,
    implicit: Vec<String>,
    metadata: Option<String>,
    link: Vec<String>,
    content_type: Option<String>,
}

/// All tests of the manifest.
pub(crate) fn tests() -> Vec<Test> {
    let manifest = fs::read(folder().join("manifest-even.json")).expect("the manifest is there");
    let entries: Vec<Value> = serde_json::from_slice(&manifest).expect("the manifest is JSON");
    entries.iter().map(test).collect()
}

fn test(entry: &Value) -> Test {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let required = |key: &str| text(&entry[key]).unwrap_or_else(|| panic!("{entry} has no {key}"));
    Test {
        id: required("id"),
        kind: required("type").replace("csvt:", ""),
        name: required("name"),
        action: format!("{BASE}{}", required("action")),
        implicit: entry["implicit"].as_array().into_iter().flatten().filter_map(text).collect(),
        metadata: text(&entry["option"]["metadata"]).map(|metadata| format!("{BASE}{metadata}")),
        link: text(&entry["httpLink"]).into_iter().collect(),
        content_type: text(&entry["contentType"]),
    }
}

impl Test {
    /// The URLs of the files of the test with this ending.
    pub(crate) fn files(&self, ending: &str) -> Vec<String> {
        let implicit = self.implicit.iter().map(|file| format!("{BASE}{file}"));
        implicit.chain([self.action.clone()]).filter(|file| file.ends_with(ending)).collect()
    }

    /// What is to be validated.
    pub(crate) fn request(&self) -> Request<'_> {
        let path = self.action.split('?').next().unwrap_or_default();
        let source = if path.ends_with(".json") { Source::Metadata(&self.action) } else { Source::Table(&self.action) };
        let link = self.link.iter().map(String::as_str).collect();
        let headers = Headers { link, content_type: self.content_type.as_deref(), content_language: None };
        Request { source, metadata: self.metadata.as_deref(), headers }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite")
}

/// The suite's files for one test.
pub(crate) struct Served<'a> {
    action: &'a str,
    /// A URL with other bytes than the suite has there.
    pub(crate) changed: Option<(String, Vec<u8>)>,
}

impl<'a> Served<'a> {
    /// The files for a test.
    pub(crate) fn of(test: &'a Test) -> Self {
        Self { action: &test.action, changed: None }
    }

    /// The bytes at a URL.
    pub(crate) fn bytes(&self, url: &str) -> Option<Vec<u8>> {
        // Only what is asked for first has a query that the server knows.
        let url = if url == self.action { url.split('?').next()? } else { url };
        fs::read(folder().join(url.strip_prefix(BASE)?)).ok()
    }

    /// The JSON at a URL.
    pub(crate) fn json(&self, url: &str) -> Option<Value> {
        serde_json::from_slice(&self.bytes(url)?).ok()
    }
}

impl Files for Served<'_> {
    fn read(&self, url: &str) -> Option<Vec<u8>> {
        match &self.changed {
            Some((changed, bytes)) if changed == url => Some(bytes.clone()),
            _ if url == "http://www.w3.org/.well-known/csvm" => Some(LOCATIONS.into()),
            _ => self.bytes(url),
        }
    }
}
