//! Foreign keys: which columns of a table reference rows of which table.

use super::columns::Column;
use super::description::{Description, Held, column_names};
use super::schema::positions;
use super::vocabulary::Form;
use super::{At, Reading, Table};
use crate::log::Log;
use crate::{Expected, IssueKind};
use serde_json::{Map, Value};

/// A foreign key definition, before the tables of the group are known.
#[derive(Debug)]
pub(super) struct ForeignKey {
    at: At,
    columns: Vec<usize>,
    target: Target,
    /// The names of the referenced columns.
    referenced: Vec<String>,
}

/// What says which table is referenced, by URL.
#[derive(Debug)]
enum Target {
    Table(String),
    Schema(String),
}

/// A foreign key between two tables of a group, by their positions in it.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) table: usize,
    pub(crate) columns: Vec<usize>,
    pub(crate) referenced_table: usize,
    pub(crate) referenced_columns: Vec<usize>,
}

impl ForeignKey {
    /// The definition; `None` where something is wrong with it, which is noted.
    pub(super) fn read(
        map: &Map<String, Value>,
        at: At,
        columns: &[Column],
        reading: &mut Reading<'_>,
    ) -> Option<Self> {
        let definition = Strict { map, at };
        definition.check_names(&["columnReference", "reference"], reading.log);
        let names = definition.names(reading.log);
        let columns = names.and_then(|names| match positions(columns, &names) {
            Ok(columns) => Some(columns),
            Err(name) => {
                let kind = IssueKind::ColumnUnknown { name: name.to_owned() };
                reading.log.error(&definition.at.child("columnReference"), kind);
                None
            }
        });
        let description = Description { map, at: definition.at.clone(), form: Form::Schema };
        let reference = match description.object("reference", reading) {
            Some(Held::Here(map, at)) => read_reference(map, at, reading.log),
            Some(Held::Elsewhere(map, at)) => read_reference(&map, at, reading.log),
            Some(Held::Nothing) => read_reference(&Map::new(), definition.at.child("reference"), reading.log),
            None => {
                definition.missing("reference", reading.log);
                None
            }
        };
        let (target, referenced) = reference?;
        Some(Self { at: definition.at, columns: columns?, target, referenced })
    }
}

fn read_reference(map: &Map<String, Value>, at: At, log: &mut Log) -> Option<(Target, Vec<String>)> {
    let reference = Strict { map, at };
    reference.check_names(&["resource", "schemaReference", "columnReference"], log);
    let names = reference.names(log);
    let description = Description { map, at: reference.at.clone(), form: Form::Schema };
    let target = match (map.contains_key("resource"), map.contains_key("schemaReference")) {
        (true, false) => description.link("resource", log).map(Target::Table),
        (false, true) => description.link("schemaReference", log).map(Target::Schema),
        (true, true) => {
            let property = "schemaReference".to_owned();
            log.error(&reference.at.child("schemaReference"), IssueKind::PropertyUnknown { property });
            return None;
        }
        (false, false) => None,
    };
    if target.is_none() {
        reference.missing("resource", log);
    }
    Some((target?, names?.into_iter().map(str::to_owned).collect()))
}

/// An object that may have certain properties only.
struct Strict<'a> {
    map: &'a Map<String, Value>,
    at: At,
}

impl<'a> Strict<'a> {
    fn check_names(&self, known: &[&str], log: &mut Log) {
        // A document of its own has its context at the top.
        let context = |name: &str| name == "@context" && self.at.pointer.is_empty();
        for name in self.map.keys().filter(|name| !known.contains(&name.as_str()) && !context(name)) {
            log.error(&self.at.child(name), IssueKind::PropertyUnknown { property: name.clone() });
        }
    }

    fn missing(&self, property: &str, log: &mut Log) {
        log.error(&self.at, IssueKind::PropertyMissing { property: property.to_owned() });
    }

    /// The names in `columnReference`, which is required.
    fn names(&self, log: &mut Log) -> Option<Vec<&'a str>> {
        let description = Description { map: self.map, at: self.at.clone(), form: Form::Schema };
        let names = description.get("columnReference", Expected::ColumnNames, log, column_names);
        if names.is_none() {
            self.missing("columnReference", log);
        }
        names
    }
}

/// The foreign keys of all tables with the tables that they reference; what references no table or column is noted.
pub(super) fn links(tables: &[Table], log: &mut Log) -> Vec<Link> {
    let mut links = Vec::new();
    for (position, table) in tables.iter().enumerate() {
        for key in &table.schema.foreign_keys {
            let at = key.at.child("reference");
            let (url, property) = match &key.target {
                Target::Table(url) => (url, "resource"),
                Target::Schema(url) => (url, "schemaReference"),
            };
            let is_meant = |table: &Table| match &key.target {
                Target::Table(url) => table.url == *url,
                Target::Schema(url) => table.schema.id.as_ref() == Some(url),
            };
            let meant: Vec<(usize, &Table)> = tables.iter().enumerate().filter(|(_, table)| is_meant(table)).collect();
            let [(referenced_table, referenced)] = meant[..] else {
                log.error(&at.child(property), IssueKind::TableUnknown { url: url.clone() });
                continue;
            };
            let names: Vec<&str> = key.referenced.iter().map(String::as_str).collect();
            match referenced.schema.positions(&names) {
                Ok(columns) if columns.len() == key.columns.len() => links.push(Link {
                    table: position,
                    columns: key.columns.clone(),
                    referenced_table,
                    referenced_columns: columns,
                }),
                Ok(_) => {
                    let (property, expected) = ("columnReference".to_owned(), Expected::ColumnNames);
                    log.error(&at.child("columnReference"), IssueKind::ValueInvalid { property, expected });
                }
                Err(name) => {
                    let kind = IssueKind::ColumnUnknown { name: name.to_owned() };
                    log.error(&at.child("columnReference"), kind);
                }
            }
        }
    }
    links
}
