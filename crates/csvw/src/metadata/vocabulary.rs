//! The metadata vocabulary: which description has which properties.

/// What an object describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    TableGroup,
    Table,
    Schema,
    Column,
    Dialect,
    Transformation,
    Datatype,
}

/// Properties that a group, a table or a schema hands down to its columns.
const INHERITED: [&str; 11] = [
    "aboutUrl", "datatype", "default", "lang", "null", "ordered", "propertyUrl", "required", "separator",
    "textDirection", "valueUrl",
];

const FORMS: [Form; 7] =
    [Form::TableGroup, Form::Table, Form::Schema, Form::Column, Form::Dialect, Form::Transformation, Form::Datatype];

/// Properties of foreign keys, their references and number formats, and other terms of the context.
const OTHER_TERMS: [&str; 15] = [
    "columnReference", "reference", "resource", "schemaReference", "decimalChar", "groupChar", "pattern", "describes",
    "describedby", "license", "role", "row", "rownum", "uriTemplate", "JSON",
];

impl Form {
    /// What `@type` must be.
    pub(crate) fn type_name(self) -> &'static str {
        match self {
            Self::TableGroup => "TableGroup",
            Self::Table => "Table",
            Self::Schema => "Schema",
            Self::Column => "Column",
            Self::Dialect => "Dialect",
            Self::Transformation => "Template",
            Self::Datatype => "Datatype",
        }
    }

    /// Its own properties.
    fn properties(self) -> &'static [&'static str] {
        match self {
            Self::TableGroup => &["dialect", "notes", "tableDirection", "tableSchema", "tables", "transformations"],
            Self::Table => {
                &["dialect", "notes", "suppressOutput", "tableDirection", "tableSchema", "transformations", "url"]
            }
            Self::Schema => &["columns", "foreignKeys", "primaryKey", "rowTitles"],
            Self::Column => &["name", "suppressOutput", "titles", "virtual"],
            Self::Dialect => &[
                "commentPrefix", "delimiter", "doubleQuote", "encoding", "header", "headerRowCount", "lineTerminators",
                "quoteChar", "skipBlankRows", "skipColumns", "skipInitialSpace", "skipRows", "trim",
            ],
            Self::Transformation => &["scriptFormat", "source", "targetFormat", "titles", "url"],
            Self::Datatype => &[
                "base", "format", "length", "maxExclusive", "maxInclusive", "maxLength", "maximum", "minExclusive",
                "minInclusive", "minLength", "minimum",
            ],
        }
    }

    /// True when the description may have the property.
    pub(crate) fn has(self, property: &str) -> bool {
        let inherits = matches!(self, Self::TableGroup | Self::Table | Self::Schema | Self::Column);
        self.properties().contains(&property) || inherits && INHERITED.contains(&property)
    }
}

/// True for a term of the context that names a property.
pub(crate) fn is_term(name: &str) -> bool {
    FORMS.iter().any(|form| form.properties().contains(&name))
        || INHERITED.contains(&name)
        || OTHER_TERMS.contains(&name)
}
