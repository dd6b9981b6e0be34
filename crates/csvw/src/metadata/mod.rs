//! Metadata: documents are read into descriptions with every default filled in, and what is wrong is noted.

mod annotation;
mod columns;
mod datatype;
mod description;
mod dialect;
mod document;
mod foreign_key;
mod group;
mod inherited;
mod schema;
mod transformation;
mod vocabulary;

pub(crate) use columns::Column;
pub(crate) use dialect::{Dialect, Trim};
pub(crate) use document::{At, described_tables};
pub(crate) use foreign_key::Link;
pub(crate) use group::{Group, Table};
pub(crate) use inherited::Inherited;
pub(crate) use schema::Schema;
pub(crate) use vocabulary::is_term;

use crate::Files;
use crate::log::Log;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What reading a document needs: files, the log, and what was read from other documents.
pub(crate) struct Reading<'a> {
    pub(crate) files: &'a dyn Files,
    pub(crate) log: &'a mut Log,
    /// Schemas by the URL of their document, so that one that several tables share is read once.
    schemas: BTreeMap<String, Rc<Schema>>,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(files: &'a dyn Files, log: &'a mut Log) -> Self {
        Self { files, log, schemas: BTreeMap::new() }
    }

    /// The group of tables that the document at a URL describes; a description of one table is a group of one.
    pub(crate) fn group(&mut self, url: &str) -> Option<Group> {
        let (map, at) = self.document(url, None)?;
        Some(group::read(self, &map, at))
    }
}
