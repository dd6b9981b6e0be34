//! Column descriptions.

use super::description::{Description, Titles};
use super::vocabulary::Form;
use super::{At, Inherited, Reading};
use crate::template;
use crate::{Expected, IssueKind};
use serde_json::{Map, Value};

/// A column as a schema describes it.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) at: At,
    pub(crate) name: Option<String>,
    pub(crate) titles: Titles,
    pub(crate) is_virtual: bool,
    pub(crate) inherited: Inherited,
}

impl Column {
    fn read(map: &Map<String, Value>, at: At, reading: &mut Reading<'_>) -> Self {
        let description = Description::read(map, at, Form::Column, reading.log);
        let inherited = Inherited::read(&description, reading);
        let log = &mut *reading.log;
        description.boolean("suppressOutput", log);
        let name = description.get("name", Expected::ColumnName, log, |value| {
            value.as_str().filter(|name| template::is_variable(name) && !name.starts_with('_')).map(str::to_owned)
        });
        Self {
            name,
            titles: description.natural_language("titles", log).unwrap_or_default(),
            is_virtual: description.boolean("virtual", log).unwrap_or(false),
            inherited,
            at: description.at,
        }
    }

    /// What the column is called where it is told of: its name, or else its first title, or else its number.
    pub(crate) fn label(&self, number: usize) -> String {
        let language = &self.at.document.language;
        let in_language = self.titles.iter().find(|(tag, _)| tag == language).or(self.titles.first());
        let title = in_language.and_then(|(_, titles)| titles.first());
        self.name.as_ref().or(title).cloned().unwrap_or_else(|| format!("_col.{number}"))
    }
}

/// The columns of a schema; `None` when it does not say which it has.
pub(super) fn read(schema: &Description<'_>, reading: &mut Reading<'_>) -> Option<Vec<Column>> {
    let items = schema.items("columns", reading.log)?;
    let columns: Vec<Column> = items.into_iter().map(|(map, at)| Column::read(map, at, reading)).collect();
    for (index, column) in columns.iter().enumerate() {
        if let Some(name) = &column.name
            && columns[..index].iter().any(|before| before.name.as_ref() == Some(name))
        {
            reading.log.error(&column.at.child("name"), IssueKind::NameRepeated { name: name.clone() });
        }
        if !column.is_virtual && columns[..index].iter().any(|before| before.is_virtual) {
            reading.log.error(&column.at, IssueKind::VirtualColumnBeforeOthers);
        }
    }
    Some(columns)
}
