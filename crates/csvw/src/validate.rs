//! From a table or metadata to errors and warnings (the model, sections 6.1 and 6.6).

use crate::address;
use crate::locate;
use crate::log::Log;
use crate::metadata::{Dialect, Group, Reading, Table};
use crate::table::{self, Keys};
use crate::{Files, Issue, IssueKind, Place, language};
use encoding_rs::Encoding;

/// What to validate.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// Where to start.
    pub source: Source<'a>,
    /// The URL of metadata that the user supplies for a table: no others are looked for. Where metadata are the start, it
    /// says nothing.
    pub metadata: Option<&'a str>,
    /// What HTTP said of the table.
    pub headers: Headers<'a>,
}

/// Where validation starts.
#[derive(Debug, Clone, Copy)]
pub enum Source<'a> {
    /// The URL of a table, whose metadata are looked for.
    Table(&'a str),
    /// The URL of metadata, which name their tables.
    Metadata(&'a str),
}

/// HTTP headers of a table, as far as the model uses them.
#[derive(Debug, Clone, Default)]
pub struct Headers<'a> {
    /// The values of `Link`.
    pub link: Vec<&'a str>,
    /// The value of `Content-Type`.
    pub content_type: Option<&'a str>,
    /// The value of `Content-Language`.
    pub content_language: Option<&'a str>,
}

/// What is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Validation {
    /// What makes metadata or a table invalid. When there are some about metadata, no table was read.
    pub errors: Vec<Issue>,
    /// What is wrong with metadata and left out, or replaced by its default.
    pub warnings: Vec<Issue>,
}

/// Validates a table with its metadata, or metadata with their tables.
#[must_use]
pub fn validate(request: &Request<'_>, files: &dyn Files) -> Validation {
    let mut log = Log::default();
    if let Some(mut group) = group(request, files, &mut log)
        && !log.failed()
    {
        if let Source::Table(url) = request.source {
            let url = requested(url);
            let tables = group.tables.iter_mut().filter(|table| table.url == url);
            tables.for_each(|table| told(table, &request.headers));
        }
        tables(&group, files, &mut log);
    }
    let (errors, warnings) = log.finish();
    Validation { errors, warnings }
}

/// The group of tables of a request.
fn group(request: &Request<'_>, files: &dyn Files, log: &mut Log) -> Option<Group> {
    let url = match (request.source, request.metadata) {
        (Source::Metadata(url), _) | (Source::Table(_), Some(url)) => url.to_owned(),
        (Source::Table(url), None) => {
            let url = requested(url);
            match locate::metadata(&url, &request.headers, files, log) {
                Some(metadata) => metadata,
                None => return Some(Group::undescribed(&url)),
            }
        }
    };
    Reading::new(files, log).group(&url)
}

/// The URL of a table as it is compared.
fn requested(url: &str) -> String {
    address::normalize(address::without_fragment(url))
}

/// Gives a table what HTTP said of it, where its metadata say nothing.
fn told(table: &mut Table, headers: &Headers<'_>) {
    let language = headers.content_language.map(str::trim).filter(|tag| language::is_tag(tag));
    if table.inherited.lang.is_none() {
        table.inherited.lang = language.map(str::to_owned);
    }
    let (None, Some(content_type)) = (&table.dialect, headers.content_type) else { return };
    let mut dialect = Dialect::default();
    let mut parts = content_type.split(';').map(str::trim);
    if parts.next().is_some_and(|media| media.eq_ignore_ascii_case("text/tab-separated-values")) {
        "\t".clone_into(&mut dialect.delimiter);
    }
    for (name, value) in parts.filter_map(|part| part.split_once('=')) {
        let value = value.trim().trim_matches('"');
        match name.trim().to_ascii_lowercase().as_str() {
            "header" if value.eq_ignore_ascii_case("absent") => dialect.header_rows = 0,
            "charset" => dialect.encoding = Encoding::for_label(value.as_bytes()).unwrap_or(dialect.encoding),
            _ => {}
        }
    }
    table.dialect = Some(dialect);
}

/// Reads every table once, and then judges what they reference in each other.
fn tables(group: &Group, files: &dyn Files, log: &mut Log) {
    let mut keys = Keys::of(group);
    for (position, table) in group.tables.iter().enumerate() {
        let Some(bytes) = files.read(&table.url) else {
            let url = table.url.clone();
            let kind = IssueKind::FileMissing { url: url.clone() };
            if table.at.document.url == url {
                // No metadata name it: it is what was asked for.
                let place = Place::Table { url, rows: Vec::new(), column: None };
                log.extend([Issue { kind, place, count: 1 }]);
            } else {
                log.error(&table.at.child("url"), kind);
            }
            keys.unknown(position);
            continue;
        };
        log.extend(table::check(table, &bytes, position, &mut keys));
    }
    log.extend(keys.broken_references(group));
}
