//! Descriptions that lay beside files in Difi's Datahotell: `fields.xml` and `meta.xml`.

use crate::Told;
use crate::lines::Lines;
use munilint_model::{Description, Distribution, FieldDescription, LangText, Place, Said, Standard, StandardKind};
use roxmltree::{Document, Node, ParsingOptions};

/// What the described file is called, without its ending.
const NAMES: [&str; 2] = ["dataset.original", "dataset"];

/// Most elements and texts that are read.
const MOST: u32 = 1 << 20;

const SECONDS_OF_A_DAY: i64 = 86_400;

/// Reads XML: one dataset, of which each file says its part. `None` when it is other.
pub(crate) fn read(bytes: &[u8]) -> Option<Told> {
    let text = std::str::from_utf8(bytes).ok()?;
    let options = ParsingOptions { nodes_limit: MOST, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let lines = Lines::of(bytes);
    let root = document.root_element();
    let place = |node: Node<'_, '_>| lines.place(node.range());
    let mut description = Description::at(place(root));
    let mut form = Distribution::at(description.at);
    form.names = NAMES.map(|name| Said { what: name.to_owned(), at: description.at }).to_vec();
    match root.tag_name().name() {
        "datasetFields" => {
            let fields = root.descendants().filter(|node| node.has_tag_name("field"));
            form.fields = fields.filter_map(|node| field(node, &place)).collect();
            if form.fields.is_empty() {
                return None;
            }
        }
        "metadata" => {
            let worded = |name: &str| said(root, name, &place);
            description.titles = worded("name").map(text_of).into_iter().collect();
            description.descriptions = worded("description").map(text_of).into_iter().collect();
            let updated = worded("updated")?;
            description.modified.push(Said { what: day(&updated.what)?, at: updated.at });
        }
        _ => return None,
    }
    description.distributions.push(form);
    Some(Told { standard: Standard { kind: StandardKind::Datahotell, version: None }, datasets: vec![description] })
}

fn field(node: Node<'_, '_>, place: &dyn Fn(Node<'_, '_>) -> Place) -> Option<FieldDescription> {
    // The short name is what stands in the data.
    let mut field = FieldDescription::named(said(node, "shortName", place)?.what, place(node));
    field.titles = said(node, "name", place).map(text_of).into_iter().collect();
    field.definitions = said(node, "content", place).map(text_of).into_iter().collect();
    Some(field)
}

/// The text of a child, when there is something in it.
fn said(node: Node<'_, '_>, name: &str, place: &dyn Fn(Node<'_, '_>) -> Place) -> Option<Said<String>> {
    let child = node.children().find(|child| child.has_tag_name(name))?;
    let text = child.text()?.trim();
    (!text.is_empty()).then(|| Said { what: text.to_owned(), at: place(child) })
}

fn text_of(said: Said<String>) -> Said<LangText> {
    crate::said::plain(said)
}

/// The day of a moment in seconds since 1970, as ISO 8601 has it.
fn day(seconds: &str) -> Option<String> {
    let days = seconds.parse::<i64>().ok()?.div_euclid(SECONDS_OF_A_DAY);
    Some(munilint_model::Date::since_1970(u64::try_from(days).ok()?).to_string())
}
