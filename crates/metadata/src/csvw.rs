//! CSV on the Web, as far as it describes (<https://www.w3.org/TR/tabular-metadata/>).

mod held;
mod wording;

pub(crate) use held::faults;

use crate::Told;
use crate::document::{Document, Node};
use crate::named::without;
use munilint_model::{Description, Distribution, FieldDescription, Said, Standard, StandardKind};

/// Prefixes of the properties that any part may have.
const PREFIXES: [&str; 6] = ["dc:", "dct:", "dcterms:", "dcat:", "schema:", "http://purl.org/dc/terms/"];

/// The context of the vocabulary.
const CONTEXT: &str = "http://www.w3.org/ns/csvw";

/// Reads a table or a group of tables: one dataset, of which each table is a form. `None` when the document is neither.
pub(crate) fn read(document: &Document) -> Option<Told> {
    let root = without(&document.root, &PREFIXES);
    let context = root.each("@context").next();
    let is_csvw = context.is_some_and(|context| context.as_text() == Some(CONTEXT));
    let tables: Vec<&Node> = if root.get("tables").is_some() { root.each("tables").collect() } else { vec![&root] };
    let is_table = |table: &&Node| table.get("url").is_some();
    if !is_csvw || !tables.iter().any(is_table) {
        return None;
    }
    let mut description = Description::at(root.at);
    description.id = root.text("@id").map(str::to_owned);
    describe(&root, &mut description);
    let language = context_language(&root);
    description.distributions = tables.into_iter().filter(is_table).map(|table| form(table, &root, language)).collect();
    Some(Told { standard: Standard { kind: StandardKind::Csvw, version: None }, datasets: vec![description] })
}

/// The language that texts are in where they do not say.
fn context_language(root: &Node) -> Option<&str> {
    root.each("@context").find_map(|context| context.text("@language"))
}

fn describe(root: &Node, description: &mut Description) {
    description.identifiers = root.referred("identifier");
    description.titles = [root.texts("title"), root.texts("name")].concat();
    description.descriptions = root.texts("description");
    description.publishers = root.agents("publisher");
    description.contacts = root.contacts("contactPoint");
    description.licences = root.referred("license");
    description.themes = root.referred("theme");
    description.keywords = [root.texts("keyword"), root.texts("subject")].concat();
    description.areas = root.referred("spatial");
    description.frequencies = root.referred("accrualPeriodicity");
    description.issued = root.referred("issued");
    description.modified = root.referred("modified");
    description.languages = root.referred("language");
    description.sources = root.referred("source");
    description.conforms_to = root.referred("conformsTo");
}

fn form(table: &Node, root: &Node, language: Option<&str>) -> Distribution {
    let mut form = Distribution::at(table.at);
    form.download_urls = table.written("url");
    form.titles = [table.texts("title"), table.texts("name")].concat();
    form.descriptions = table.texts("description");
    form.licences = table.referred("license");
    form.issued = table.referred("issued");
    form.modified = table.referred("modified");
    form.media_types = table.referred("mediaType");
    let dialect = table.get("dialect").or(root.get("dialect"));
    form.delimiter = dialect.and_then(|dialect| dialect.said_of("delimiter"));
    form.encoding = dialect.and_then(|dialect| dialect.said_of("encoding"));
    let Some(schema) = table.get("tableSchema").or(root.get("tableSchema")) else { return form };
    let above = [schema, table, root];
    let is_real = |column: &&Node| !column.flag("virtual").is_some_and(|flag| flag.what);
    let columns: Vec<&Node> = schema.each("columns").filter(is_real).collect();
    form.fields = columns.iter().filter_map(|column| field(column, &above, language)).collect();
    let of_name = |key: Said<String>| {
        let column = columns.iter().find(|column| column.text("name") == Some(&key.what));
        let header = column.and_then(|column| header(column, language));
        Said { what: header.unwrap_or(key.what), at: key.at }
    };
    form.primary_key = schema.written("primaryKey").into_iter().map(of_name).collect();
    form
}

/// What a column is called in the data: its first title, in the language of the metadata where it has several, or its name.
fn header(column: &Node, language: Option<&str>) -> Option<String> {
    let titles = column.texts("titles");
    let own = titles.iter().find(|title| language.is_some() && title.what.language.as_deref() == language);
    own.or(titles.first()).map(|title| title.what.text.clone()).or_else(|| column.text("name").map(str::to_owned))
}

fn field(column: &Node, above: &[&Node], language: Option<&str>) -> Option<FieldDescription> {
    let mut field = FieldDescription::named(header(column, language)?, column.at);
    let inherited = |name: &str| column.get(name).or_else(|| above.iter().find_map(|node| node.get(name)));
    field.titles = [column.texts("titles"), column.texts("title")].concat();
    field.titles.retain(|title| title.what.text != field.name);
    field.definitions = column.texts("description");
    field.unit = column.referred("unitText").into_iter().next();
    field.codelist = column.referred("propertyUrl").into_iter().find(|said| said.what.contains("klass"));
    field.constraints.required = column.flag("required");
    let holder = std::iter::once(column).chain(above.iter().copied()).find(|node| node.get("null").is_some());
    field.missing = holder
        .into_iter()
        .flat_map(|node| node.each("null"))
        .filter_map(|item| Some((item.as_written()?, None)))
        .collect();
    if let Some(datatype) = inherited("datatype") {
        field.datatype = datatype.said().or_else(|| datatype.said_of("base"));
        let bound = |names: [&str; 2]| names.iter().find_map(|name| datatype.said_of(name));
        field.constraints.minimum = bound(["minimum", "minInclusive"]);
        field.constraints.maximum = bound(["maximum", "maxInclusive"]);
        field.constraints.min_length = datatype.count("minLength").or_else(|| datatype.count("length"));
        field.constraints.max_length = datatype.count("maxLength").or_else(|| datatype.count("length"));
        let is_text = field.datatype.as_ref().is_some_and(|said| said.what == "string");
        field.constraints.pattern = datatype.said_of("format").filter(|_| is_text);
    }
    Some(field)
}
