//! What users declare of their fields, over what munilint works out.

use crate::{Field, Role};
use serde::{Deserialize, Serialize};

/// A datatype of Table Schema (<https://datapackage.org/standard/table-schema/#field-types>).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Datatype {
    String,
    Number,
    Integer,
    Boolean,
    Object,
    Array,
    List,
    Datetime,
    Date,
    Time,
    Year,
    YearMonth,
    Duration,
    Geopoint,
    Geojson,
    Any,
}

impl Datatype {
    /// Every datatype.
    pub const ALL: [Datatype; 16] = [
        Datatype::String,
        Datatype::Number,
        Datatype::Integer,
        Datatype::Boolean,
        Datatype::Object,
        Datatype::Array,
        Datatype::List,
        Datatype::Datetime,
        Datatype::Date,
        Datatype::Time,
        Datatype::Year,
        Datatype::YearMonth,
        Datatype::Duration,
        Datatype::Geopoint,
        Datatype::Geojson,
        Datatype::Any,
    ];

    /// The standard's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Datatype::String => "string",
            Datatype::Number => "number",
            Datatype::Integer => "integer",
            Datatype::Boolean => "boolean",
            Datatype::Object => "object",
            Datatype::Array => "array",
            Datatype::List => "list",
            Datatype::Datetime => "datetime",
            Datatype::Date => "date",
            Datatype::Time => "time",
            Datatype::Year => "year",
            Datatype::YearMonth => "yearmonth",
            Datatype::Duration => "duration",
            Datatype::Geopoint => "geopoint",
            Datatype::Geojson => "geojson",
            Datatype::Any => "any",
        }
    }

    /// The datatype of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Datatype> {
        Datatype::ALL.into_iter().find(|datatype| datatype.name() == name)
    }
}

/// What is declared of one field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Declared {
    /// What it holds, said outright.
    pub role: Option<Role>,
    /// Its datatype.
    pub datatype: Option<Datatype>,
    /// Names for it, the plainest first: its title, its RDF type, what its description starts with.
    pub words: Vec<String>,
    /// Values that stand for a missing one, as they are written; their meaning counts as documented.
    pub missing: Vec<String>,
}

/// Fields by what others may know of the persons in a table, by name, as a user declares them. What is not declared is guessed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Disclosure {
    /// What others may know of a person without the table: together these fields may point at somebody.
    #[serde(default)]
    pub quasi_identifiers: Option<Vec<String>>,
    /// What is nobody else's business.
    #[serde(default)]
    pub sensitive: Option<Vec<String>>,
}

impl Disclosure {
    /// Takes what is declared more closely.
    pub fn extend(&mut self, closer: &Disclosure) {
        for (mine, closer) in
            [(&mut self.quasi_identifiers, &closer.quasi_identifiers), (&mut self.sensitive, &closer.sensitive)]
        {
            if closer.is_some() {
                mine.clone_from(closer);
            }
        }
    }

    /// What this says of a table with such fields. Names are compared without case. With `is_own` it is declared of this
    /// table and not of all: then every field must be there. Otherwise a list of which the table has nothing is about others.
    #[must_use]
    pub fn of(&self, fields: &[Field], is_own: bool) -> DisclosureFields {
        let mut absent = Vec::new();
        let mut positions = |names: &Option<Vec<String>>| {
            let names = names.as_ref()?;
            let at = |name: &String| {
                let name = name.trim().to_lowercase();
                fields.iter().position(|field| field.name.trim().to_lowercase() == name)
            };
            let mut found: Vec<usize> = names.iter().filter_map(at).collect();
            found.sort_unstable();
            found.dedup();
            let is_about = !found.is_empty() || names.is_empty();
            if is_about || is_own {
                absent.extend(names.iter().filter(|name| at(name).is_none()).cloned());
            }
            is_about.then_some(found)
        };
        let (quasi_identifiers, sensitive) = (positions(&self.quasi_identifiers), positions(&self.sensitive));
        DisclosureFields { quasi_identifiers, sensitive, absent }
    }
}

/// What a [`Disclosure`] says of a table; `None` where it must be guessed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DisclosureFields {
    /// Positions of fields, ascending.
    pub quasi_identifiers: Option<Vec<usize>>,
    /// Positions of fields, ascending.
    pub sensitive: Option<Vec<usize>>,
    /// Names of fields that are declared and not in the table.
    pub absent: Vec<String>,
}

/// A Table Schema, as far as it tells what munilint would work out otherwise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableSchema {
    /// Names of fields, trimmed, with what is declared of each, in order.
    pub fields: Vec<(String, Declared)>,
}

impl TableSchema {
    /// What is declared of the field of that name. Names are compared without case.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Declared> {
        let name = name.trim().to_lowercase();
        self.fields.iter().find(|(known, _)| known.to_lowercase() == name).map(|(_, declared)| declared)
    }

    /// True when it has the fields of those names and no others.
    #[must_use]
    pub fn describes<'n>(&self, names: impl ExactSizeIterator<Item = &'n str>) -> bool {
        names.len() == self.fields.len() && names.into_iter().all(|name| self.field(name).is_some())
    }
}
