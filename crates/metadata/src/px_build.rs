//! Metadata of tables that OK_PxBuild makes PX files of, as JSON and as text (<https://github.com/oslokommune/OK_PxBuild>).

use crate::Told;
use crate::document::{Document, Node};
use crate::lines::{Lines, trimmed};
use crate::said::{plain, words};
use munilint_model::{Contact, Description, Distribution, FieldDescription, Said, Standard, StandardKind};

/// Reads JSON; `None` when it is other.
pub(crate) fn read(document: &Document) -> Option<Told> {
    let root = document.root.get("dataset")?;
    root.get("tableId")?;
    let measures = root.get("measurements")?;
    let mut description = Description::at(root.at);
    description.id = root.text("tableId").map(str::to_owned);
    description.identifiers = root.written("tableId");
    description.titles = [root.texts("title"), root.texts("label"), root.texts("baseTitle")]
        .into_iter()
        .find(|titles| !titles.is_empty())
        .unwrap_or_default();
    description.keywords = [root.texts("searchKeywords"), root.texts("subjectarea")].concat();
    description.modified = root.written("last-updated");
    let contact = |node: &Node| {
        let what = Contact {
            name: node.texts("name").into_iter().next().map(|said| said.what.text),
            email: node.text("email").map(str::to_owned),
            telephone: node.text("phone").map(str::to_owned),
            ..Contact::default()
        };
        Said { what, at: node.at }
    };
    description.contacts = root.each("contacts").map(contact).collect();
    let notes: Vec<Said<String>> = root.each("notes").flat_map(|note| note.texts("text")).map(words).collect();
    if !notes.is_empty() {
        description.others.insert("notes".to_owned(), notes);
    }
    let mut form = Distribution::at(root.at);
    form.names = root.written("dataFile");
    let dimensions = ["timeDimension", "codedDimensions", "dimensions"].into_iter().flat_map(|name| root.each(name));
    form.fields = dimensions.chain(measures.items()).flat_map(fields).collect();
    description.distributions.push(form);
    Some(told(description))
}

fn told(description: Description) -> Told {
    Told { standard: Standard { kind: StandardKind::PxBuild, version: None }, datasets: vec![description] }
}

/// The columns of a dimension or a measure: one, and for codes one of what they mean.
fn fields(node: &Node) -> Vec<FieldDescription> {
    let column = |name: &str| {
        let Said { what, at } = node.said_of(name)?;
        let mut field = FieldDescription::named(what, at);
        field.titles = node.texts("label").into_iter().filter(|title| title.what.text != field.name).collect();
        Some(field)
    };
    let mut own = column("columnName");
    if let Some(field) = &mut own {
        field.at = node.at;
        field.unit = node.texts("unitOfMeasure").into_iter().next().map(words);
        field.codelist = node.said_of("codelistId");
    }
    own.into_iter().chain(column("labelColumnName")).collect()
}

/// What the text says that every such text says.
const MARK: &str = "OBLIGATORISK METADATA";

/// Reads text: lines of `name: value`. `None` when it is other.
pub(crate) fn read_text(bytes: &[u8]) -> Option<Told> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.contains(MARK))?;
    let lines = Lines::of(bytes);
    let mut description = Description::at(lines.place(0..0));
    let mut form = Distribution::at(description.at);
    let (mut measures, mut units) = (Vec::new(), Vec::new());
    for line in lines.iter() {
        let line = trimmed(bytes, line);
        let Some((name, value)) = text.get(line.clone()).and_then(|line| line.split_once(':')) else { continue };
        let (at, value) = (lines.place(line), value.trim());
        let said = || Said { what: value.to_owned(), at };
        let listed = || value.split(',').map(|name| FieldDescription::named(name.trim(), at));
        match name.trim() {
            _ if value.is_empty() => {}
            "Tabell-kode" => {
                description.id = Some(value.to_owned());
                description.identifiers.push(said());
                form.names.push(said());
            }
            "Tittel" => description.titles.push(plain(said())),
            "subject-area" => description.keywords.push(plain(said())),
            "Sist oppdatert" => description.modified.push(said()),
            "Navn på tidsdimensjon" | "Dimensjoner" => form.fields.extend(listed()),
            "Statistikkvariabler" => measures.extend(listed()),
            "Måleenheter" => units.extend(value.split(',').map(|unit| Said { what: unit.trim().to_owned(), at })),
            "Kontakt" => description.contacts.push(Said { what: contact(value), at }),
            "Notater" => drop(description.others.insert("notes".to_owned(), vec![said()])),
            _ => {}
        }
    }
    for (field, unit) in measures.iter_mut().zip(units) {
        field.unit = Some(unit);
    }
    form.fields.extend(measures);
    if form.fields.is_empty() {
        return None;
    }
    description.distributions.push(form);
    Some(told(description))
}

/// `Name, address, telephone`.
fn contact(value: &str) -> Contact {
    let mut contact = Contact::default();
    for part in value.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let is_number = part.chars().all(|letter| letter.is_ascii_digit() || letter == ' ' || letter == '+');
        let slot = match part {
            part if part.contains('@') => &mut contact.email,
            _ if is_number => &mut contact.telephone,
            _ => &mut contact.name,
        };
        slot.get_or_insert_with(|| part.to_owned());
    }
    contact
}
