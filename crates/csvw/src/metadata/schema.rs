//! Schemas: the columns of tables, and what their rows are known by.

use super::columns::{self, Column};
use super::description::{Description, Held, column_names};
use super::foreign_key::ForeignKey;
use super::vocabulary::Form;
use super::{At, Inherited, Reading};
use crate::log::Log;
use crate::{Expected, IssueKind};
use serde_json::{Map, Value};
use std::rc::Rc;

/// A schema.
#[derive(Debug, Default)]
pub(crate) struct Schema {
    /// The URL that identifies it.
    pub(crate) id: Option<String>,
    /// `None` when it does not say which columns there are.
    pub(crate) columns: Option<Vec<Column>>,
    /// Which of them are the primary key; empty when there is none.
    pub(crate) primary_key: Vec<usize>,
    pub(super) foreign_keys: Vec<ForeignKey>,
    pub(crate) inherited: Inherited,
}

impl Schema {
    /// The columns with these names, or the first name that no column has.
    pub(super) fn positions<'n>(&self, names: &[&'n str]) -> Result<Vec<usize>, &'n str> {
        positions(self.columns.as_deref().unwrap_or_default(), names)
    }
}

/// The positions of columns with these names, or the first name that none has.
pub(super) fn positions<'n>(columns: &[Column], names: &[&'n str]) -> Result<Vec<usize>, &'n str> {
    let position = |name: &&'n str| {
        let found = columns.iter().position(|column| column.name.as_deref() == Some(name));
        found.ok_or(*name)
    };
    names.iter().map(position).collect()
}

/// The schema of a group or a table, if it has one.
pub(super) fn of(description: &Description<'_>, reading: &mut Reading<'_>) -> Option<Rc<Schema>> {
    if let Some(Value::String(reference)) = description.map.get("tableSchema")
        && let Some(schema) = reading.schemas.get(&description.at.resolve(reference))
    {
        return Some(Rc::clone(schema));
    }
    Some(match description.object("tableSchema", reading)? {
        Held::Here(map, at) => Rc::new(read(map, at, None, reading)),
        Held::Elsewhere(map, at) => {
            let url = at.document.url.clone();
            let schema = Rc::new(read(&map, at, Some(&url), reading));
            reading.schemas.insert(url, Rc::clone(&schema));
            schema
        }
        Held::Nothing => Rc::new(Schema::default()),
    })
}

/// A schema, which is identified by the URL of its own document unless it says otherwise.
fn read(map: &Map<String, Value>, at: At, url: Option<&str>, reading: &mut Reading<'_>) -> Schema {
    let description = Description::read(map, at, Form::Schema, reading.log);
    let inherited = Inherited::read(&description, reading);
    let columns = columns::read(&description, reading);
    let known = columns.as_deref().unwrap_or_default();
    let primary_key = reference(&description, "primaryKey", known, reading.log);
    reference(&description, "rowTitles", known, reading.log);
    let foreign_keys = description.items("foreignKeys", reading.log).unwrap_or_default();
    let foreign_keys =
        foreign_keys.into_iter().filter_map(|(map, at)| ForeignKey::read(map, at, known, reading)).collect();
    let id = map.get("@id").and_then(Value::as_str).map(|id| description.at.resolve(id));
    Schema { id: id.or(url.map(str::to_owned)), primary_key, foreign_keys, inherited, columns }
}

/// The columns that a column reference property references; where it is wrong it is noted, and as if it were not there.
fn reference(description: &Description<'_>, property: &str, columns: &[Column], log: &mut Log) -> Vec<usize> {
    let Some(names) = description.get(property, Expected::ColumnNames, log, column_names) else { return Vec::new() };
    positions(columns, &names).unwrap_or_else(|name| {
        log.warning(&description.at.child(property), IssueKind::ColumnUnknown { name: name.to_owned() });
        Vec::new()
    })
}
