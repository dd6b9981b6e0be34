//! Groups of tables, and tables.

use super::description::Description;
use super::dialect::{self, Dialect};
use super::foreign_key::{self, Link};
use super::schema::{self, Schema};
use super::transformation;
use super::vocabulary::Form;
use super::{At, Inherited, Reading};
use crate::IssueKind;
use serde_json::{Map, Value};
use std::rc::Rc;

/// A group of tables.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) tables: Vec<Table>,
    pub(crate) links: Vec<Link>,
}

/// A table as its description and its group describe it.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) url: String,
    pub(crate) at: At,
    pub(crate) schema: Rc<Schema>,
    pub(crate) dialect: Option<Dialect>,
    /// What the table and its group hand down.
    pub(crate) inherited: Inherited,
}

impl Group {
    /// The group of one table of which nothing but its URL is known.
    pub(crate) fn undescribed(url: &str) -> Self {
        let (schema, inherited) = (Rc::default(), Inherited::default());
        let table = Table { url: url.to_owned(), at: At::top(url), schema, dialect: None, inherited };
        Self { tables: vec![table], links: Vec::new() }
    }
}

/// What a group gives its tables.
#[derive(Default)]
struct Defaults {
    schema: Option<Rc<Schema>>,
    dialect: Option<Dialect>,
    inherited: Inherited,
}

/// The group that a document describes: a group, or one table.
pub(super) fn read(reading: &mut Reading<'_>, map: &Map<String, Value>, at: At) -> Group {
    let says_group = map.get("@type").and_then(Value::as_str) == Some("TableGroup") && !map.contains_key("url");
    let tables = if map.contains_key("tables") || says_group {
        tables(reading, map, at)
    } else {
        table(reading, map, at, &Defaults::default()).into_iter().collect()
    };
    let links = foreign_key::links(&tables, reading.log);
    Group { tables, links }
}

fn tables(reading: &mut Reading<'_>, map: &Map<String, Value>, at: At) -> Vec<Table> {
    let description = Description::read(map, at, Form::TableGroup, reading.log);
    let defaults = common(&description, reading);
    let items = description.items("tables", reading.log);
    if items.is_none() {
        reading.log.error(&description.at, IssueKind::PropertyMissing { property: "tables".into() });
    } else if items.as_ref().is_some_and(Vec::is_empty) {
        reading.log.error(&description.at.child("tables"), IssueKind::TablesMissing);
    }
    items.unwrap_or_default().into_iter().filter_map(|(map, at)| table(reading, map, at, &defaults)).collect()
}

/// What groups and tables have in common.
fn common(description: &Description<'_>, reading: &mut Reading<'_>) -> Defaults {
    description.notes(reading.log);
    description.one_of("tableDirection", &["rtl", "ltr", "auto"], reading.log);
    transformation::check(description, reading);
    Defaults {
        inherited: Inherited::read(description, reading),
        dialect: dialect::of(description, reading),
        schema: schema::of(description, reading),
    }
}

fn table(reading: &mut Reading<'_>, map: &Map<String, Value>, at: At, group: &Defaults) -> Option<Table> {
    let description = Description::read(map, at, Form::Table, reading.log);
    let own = common(&description, reading);
    description.boolean("suppressOutput", reading.log);
    let url = description.link("url", reading.log);
    if url.is_none() {
        reading.log.error(&description.at, IssueKind::PropertyMissing { property: "url".into() });
    }
    Some(Table {
        url: url?,
        schema: own.schema.or_else(|| group.schema.as_ref().map(Rc::clone)).unwrap_or_default(),
        dialect: own.dialect.or_else(|| group.dialect.clone()),
        inherited: own.inherited.within(&group.inherited),
        at: description.at,
    })
}
