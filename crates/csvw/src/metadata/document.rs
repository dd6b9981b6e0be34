//! Metadata documents: JSON, its `@context`, and places in it.

use super::Reading;
use crate::address;
use crate::context::CONTEXT;
use crate::language;
use crate::{Expected, IssueKind};
use serde_json::{Map, Value};
use std::rc::Rc;

/// A metadata document.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) url: String,
    /// What URLs in it are resolved against.
    pub(crate) base: String,
    /// The language of strings in it.
    pub(crate) language: String,
}

/// A place in a document.
#[derive(Debug, Clone)]
pub(crate) struct At {
    pub(crate) document: Rc<Document>,
    /// A JSON pointer (RFC 6901).
    pub(crate) pointer: String,
}

impl At {
    /// The top of a document of which nothing but its URL is known.
    pub(crate) fn top(url: &str) -> Self {
        let document = Document { url: url.into(), base: url.into(), language: language::UNDEFINED.into() };
        Self { document: Rc::new(document), pointer: String::new() }
    }

    pub(crate) fn child(&self, key: &str) -> Self {
        let key = key.replace('~', "~0").replace('/', "~1");
        Self { document: Rc::clone(&self.document), pointer: format!("{}/{key}", self.pointer) }
    }

    pub(crate) fn item(&self, index: usize) -> Self {
        self.child(&index.to_string())
    }

    /// A reference of the document, absolute and as it is compared.
    pub(crate) fn resolve(&self, reference: &str) -> String {
        address::normalize(&address::resolve(&self.document.base, reference))
    }
}

/// The object that JSON is, or the line and the column where it is none.
fn parse(bytes: &[u8]) -> Result<Map<String, Value>, (usize, usize)> {
    // A byte order mark is not permitted, and says nothing.
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(map)) => Ok(map),
        Ok(_) => Err((0, 0)),
        Err(error) => Err((error.line().max(1), error.column())),
    }
}

impl Reading<'_> {
    /// The object of the document at a URL. `from` is where the URL stands, if in another document.
    pub(super) fn document(&mut self, url: &str, from: Option<&At>) -> Option<(Map<String, Value>, At)> {
        let top = At::top(url);
        let Some(bytes) = self.files.read(address::without_fragment(url)) else {
            self.log.error(from.unwrap_or(&top), IssueKind::FileMissing { url: url.to_owned() });
            return None;
        };
        match parse(&bytes) {
            Ok(map) => {
                let at = self.context(&map, top);
                Some((map, at))
            }
            Err((line, column)) => {
                self.log.error(&top, IssueKind::JsonInvalid { line, column });
                None
            }
        }
    }

    /// The top of the document with what its `@context` says.
    fn context(&mut self, map: &Map<String, Value>, top: At) -> At {
        let at = top.child("@context");
        let local = match map.get("@context") {
            None => {
                self.log.error(&top, IssueKind::PropertyMissing { property: "@context".into() });
                return top;
            }
            Some(Value::String(url)) if url == CONTEXT => return top,
            Some(Value::Array(items)) => match items.as_slice() {
                [Value::String(url), Value::Object(local)] if url == CONTEXT => local,
                _ => {
                    self.log.error(&at, IssueKind::ContextInvalid);
                    return top;
                }
            },
            Some(_) => {
                self.log.error(&at, IssueKind::ContextInvalid);
                return top;
            }
        };
        let at = at.item(1);
        let mut document = Document {
            url: top.document.url.clone(),
            base: top.document.base.clone(),
            language: top.document.language.clone(),
        };
        for (key, value) in local {
            let at = at.child(key);
            match (key.as_str(), value.as_str()) {
                ("@base", Some(base)) => document.base = address::resolve(&document.url, base),
                ("@language", Some(tag)) if language::is_tag(tag) => tag.clone_into(&mut document.language),
                ("@base" | "@language", _) => {
                    let expected = if key == "@base" { Expected::Link } else { Expected::LanguageTag };
                    self.log.warning(&at, IssueKind::ValueInvalid { property: key.clone(), expected });
                }
                _ => self.log.error(&at, IssueKind::ContextInvalid),
            }
        }
        At { document: Rc::new(document), pointer: String::new() }
    }
}

/// The URLs of the tables that a document describes, as they are compared; `None` when it is no JSON object.
pub(crate) fn described_tables(bytes: &[u8], url: &str) -> Option<Vec<String>> {
    let map = parse(bytes).ok()?;
    let base = map.get("@context").and_then(|context| context.get(1)?.get("@base")?.as_str());
    let base = base.map_or(url.to_owned(), |base| address::resolve(url, base));
    let tables = map.get("tables").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let of_tables = tables.iter().filter_map(|table| table.get("url"));
    let urls = map.get("url").into_iter().chain(of_tables).filter_map(Value::as_str);
    Some(urls.map(|url| address::normalize(&address::resolve(&base, url))).collect())
}
